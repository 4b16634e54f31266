"""The toolbox by keyboard alone: what helps, plans, people, strengths and a story."""

import threading
from collections.abc import Callable

import pytest

from journal.domain.check_in import CheckIn
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.screens.stage import desk_of, opened, picture, until_shown, write
from tests.screens.toolbox_stage import in_the_journal, shows, to_shelf, told
from tui.key_map import KeyMap
from tui.modals.ask import Ask
from tui.modals.choose import Choose
from tui.modals.support_now import SupportNow
from tui.screens.form import Form
from tui.screens.toolbox import Toolbox
from tui.screens.toolbox_surprise import Surprise
from tui.screens.toolbox_thing import ToolboxThing
from tui.widgets.tabs_line import TabsLine
from tui.wording import toolbox as words


def _some_tools(*names: str) -> Callable[[OpenJournal], object]:
    return lambda journal: [journal.add_thing("tool", {"name": name}) for name in names]


def _names(home: Home, clock: FixedClock, kind: str, part: str) -> list[str]:
    return in_the_journal(home, clock, lambda journal: [getattr(thing, part) for thing in journal.things(kind)])


async def test_a_thing_that_helps_is_named_in_one_line_and_the_rest_is_open_on_its_page(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "tool")
        assert KeyMap().keyed(words.empty("tool")) in picture(pilot.app.screen)
        await pilot.press("n")
        await shows(pilot, Ask)
        await write(pilot, "a walk [b]far[/b]")
        await pilot.press("enter")
        await shows(pilot, ToolboxThing)
        await until_shown(pilot, words.OPEN_PARTS)
        shown = picture(pilot.app.screen)
        for said in ("a walk [b]far[/b]", "How do you do it?", "When does it work?"):
            assert said in shown
        await pilot.press("escape")
        await until_shown(pilot, "▌ a walk [b]far[/b]")
    assert _names(home, clock, "tool", "name") == ["a walk [b]far[/b]"]
    assert in_the_journal(home, clock, lambda journal: journal.drafts()) == []


@pytest.mark.parametrize(("kind", "part"), [("tool", "name"), ("person", "alias"), ("strength", "text")])
async def test_a_blank_name_is_asked_again_and_what_was_typed_waits(
    home: Home, clock: FixedClock, kind: str, part: str
) -> None:
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, kind)
        await pilot.press("n")
        await shows(pilot, Ask)
        await pilot.press("enter")
        await until_shown(pilot, words.NEEDS_WORDS[kind])
        await write(pilot, "half")
        await pilot.press("escape")
        await shows(pilot, Toolbox)
        await pilot.press("n")
        await until_shown(pilot, "What you had begun is here again.")
        await write(pilot, " and whole")
        await pilot.press("enter")
        await shows(pilot, ToolboxThing)
        await told(pilot, words.SAVED[kind])
    assert _names(home, clock, kind, part) == ["half and whole"]
    assert in_the_journal(home, clock, lambda journal: journal.drafts()) == []


async def test_the_bar_stands_at_what_was_added_last(home: Home, clock: FixedClock) -> None:
    in_the_journal(home, clock, _some_tools("apples", "zither"))
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "tool")
        await until_shown(pilot, "zither")
        await pilot.press("n")
        await shows(pilot, Ask)
        await write(pilot, "music")
        await pilot.press("enter")
        await shows(pilot, ToolboxThing)
        await pilot.press("escape")
        await until_shown(pilot, "▌ music")


async def test_more_is_written_about_a_thing_and_it_is_seen_from_whom_it_was_learnt(
    home: Home, clock: FixedClock
) -> None:
    in_the_journal(home, clock, _some_tools("music"))
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "tool")
        await until_shown(pilot, "music")
        await pilot.press("enter")
        await shows(pilot, ToolboxThing)
        await until_shown(pilot, words.OPEN_PARTS)
        await pilot.press("e")
        await shows(pilot, Form)
        await pilot.press("tab")
        await write(pilot, "with the window open")
        await pilot.press("tab", "tab", "down", "enter", "ctrl+s")
        await shows(pilot, ToolboxThing)
        await until_shown(pilot, "with the window open")
        assert "learn it from? a peer" in picture(pilot.app.screen)
        await pilot.press("escape")
        await until_shown(pilot, "music · learnt from a peer")


async def test_a_deleted_thing_comes_back_with_undo_from_its_page_and_from_its_shelf(
    home: Home, clock: FixedClock
) -> None:
    in_the_journal(home, clock, _some_tools("music"))
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "tool")
        await until_shown(pilot, "▌ music")
        await pilot.press("delete")
        await until_shown(pilot, KeyMap().keyed(words.empty("tool")))
        await pilot.press("f4")
        await until_shown(pilot, "▌ music")
        await pilot.press("enter")
        await shows(pilot, ToolboxThing)
        await until_shown(pilot, "music")
        await pilot.press("delete")
        await shows(pilot, Toolbox)
        await until_shown(pilot, KeyMap().keyed(words.empty("tool")))
        await pilot.press("f4")
        await until_shown(pilot, "▌ music")


@pytest.mark.parametrize(("downs", "mark", "noted"), [(0, "not_this_time", False), (2, "a_lot", True)])
async def test_a_mark_is_kept_as_a_check_in_of_today_and_nowhere_else(
    home: Home, clock: FixedClock, downs: int, mark: str, noted: bool
) -> None:
    in_the_journal(home, clock, _some_tools("music"))
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "tool")
        await until_shown(pilot, "▌ music")
        await pilot.press("m")
        await shows(pilot, Choose)
        assert all(word in picture(pilot.app.screen) for word in ("not this time", "a little", "a lot", "not sure"))
        await pilot.press(*["down"] * downs, "enter")
        assert ("You noted that music helped." in await told(pilot, words.MARKED)) == noted

    def uses(journal: OpenJournal) -> list[str]:
        (saved,) = journal.items(Filter(), 5)
        assert isinstance(saved, CheckIn)
        return [use.helped for use in saved.tools_used]

    assert in_the_journal(home, clock, uses) == [mark]


async def test_marks_are_for_things_that_help(home: Home, clock: FixedClock) -> None:
    in_the_journal(home, clock, lambda journal: journal.add_thing("strength", {"text": "I listen"}))
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "strength")
        await until_shown(pilot, "▌ I listen")
        await pilot.press("m")
        await until_shown(pilot, words.MARKS_ARE_FOR)
        await pilot.press("enter")
        await shows(pilot, ToolboxThing)
        await until_shown(pilot, "I listen")
        await pilot.press("m")
        await until_shown(pilot, words.MARKS_ARE_FOR)
    assert in_the_journal(home, clock, lambda journal: journal.timeline_count(Filter())) == 0


async def test_surprise_me_shows_one_and_then_another_and_keeps_nothing(home: Home, clock: FixedClock) -> None:
    in_the_journal(home, clock, _some_tools("music", "tea"))
    before = in_the_journal(home, clock, lambda journal: journal.verify().rows)
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "tool")
        await until_shown(pilot, "tea")
        await pilot.press("u")
        await shows(pilot, Surprise)
        await until_shown(pilot, "How about this: ")
        for _ in range(3):
            first, other = ("music", "tea") if "this: music" in picture(pilot.app.screen) else ("tea", "music")
            assert words.drawn(first) in picture(pilot.app.screen)
            await pilot.press("u")
            await until_shown(pilot, words.drawn(other))
        await pilot.press("escape")
        await shows(pilot, Toolbox)
    assert in_the_journal(home, clock, lambda journal: journal.verify().rows) == before


async def test_with_one_thing_another_is_the_same_and_with_none_it_is_said(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "tool")
        await pilot.press("u")
        await until_shown(pilot, words.NOTHING_TO_DRAW)
        in_the_journal(home, clock, _some_tools("music"))
        await until_shown(pilot, "music")
        await pilot.press("u")
        await shows(pilot, Surprise)
        await pilot.press("u")
        await pilot.pause()
        await until_shown(pilot, words.drawn("music"))


async def test_left_and_right_lead_from_shelf_to_shelf_and_each_keeps_its_place(home: Home, clock: FixedClock) -> None:
    in_the_journal(home, clock, _some_tools("music", "tea"))
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "tool")
        await until_shown(pilot, "▌ music")
        await pilot.press("j", "right")
        await until_shown(pilot, "\u203aMy plans")
        await pilot.press("l")
        await until_shown(pilot, KeyMap().keyed(words.empty("person")))
        await pilot.press("l", "l", "l", "right")
        await until_shown(pilot, "\u203aMy story")
        assert KeyMap().keyed(words.empty("story")) in picture(pilot.app.screen)
        await pilot.press("h")
        await until_shown(pilot, KeyMap().keyed(words.empty("strength")))
        await pilot.press("left", "h", "left", "left")
        await until_shown(pilot, "▌ tea")


async def test_a_click_opens_a_shelf(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "tool")
        await pilot.click(TabsLine, offset=(22, 0))
        await until_shown(pilot, words.EASIER_DAY)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12), (140, 45)])
async def test_every_shelf_stands_at_every_size_with_its_name_its_sentence_and_the_support_key(
    home: Home, clock: FixedClock, size: tuple[int, int]
) -> None:
    async with opened(home, clock, size) as pilot:
        await pilot.press("6")
        await shows(pilot, Toolbox)
        for kind, name in words.SHELVES.items():
            await until_shown(pilot, f"\u203a{name}")
            await until_shown(pilot, words.ABOUT[kind][:18])
            said = "F2 support now" if size[0] >= 80 else "F2 support"
            assert picture(pilot.app.screen).splitlines()[-1].endswith(said)
            await pilot.press("right")


async def test_a_story_is_written_in_a_form_and_read_on_a_page_of_its_own(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "story")
        await pilot.press("n")
        await shows(pilot, Form)
        await pilot.press("tab")
        await write(pilot, "I was [/b] nineteen.")
        await pilot.press("ctrl+s")
        await shows(pilot, ToolboxThing)
        await until_shown(pilot, "I was [/b] nineteen.")
        assert words.STORY_STAYS_HERE in picture(pilot.app.screen)
        await pilot.press("escape")
        await until_shown(pilot, "▌ I was [/b] nineteen.")
    assert in_the_journal(home, clock, lambda journal: journal.drafts()) == []


async def test_a_person_is_shown_with_what_they_are_good_for(home: Home, clock: FixedClock) -> None:
    priya = {"alias": "Priya", "good_for": ["talk", "laugh"], "contact": "01632 960001"}
    in_the_journal(home, clock, lambda journal: journal.add_thing("person", priya))
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "person")
        await until_shown(pilot, "▌ Priya · a talk, a laugh")
        assert words.PEOPLE_STAY_HERE in picture(pilot.app.screen)
        await pilot.press("enter")
        await until_shown(pilot, "How do you reach them? 01632 960001")


async def test_what_another_cairn_changes_or_deletes_is_seen_on_an_open_page(home: Home, clock: FixedClock) -> None:
    in_the_journal(home, clock, _some_tools("music"))
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "tool")
        await until_shown(pilot, "▌ music")
        await pilot.press("enter")
        await until_shown(pilot, words.OPEN_PARTS)
        in_the_journal(home, clock, lambda journal: journal.change(journal.tools()[0].id, {"how_to": "loud"}))
        await until_shown(pilot, "loud")
        in_the_journal(home, clock, lambda journal: journal.delete(journal.tools()[0].id))
        await until_shown(pilot, "It is not in the journal any more.")
        await pilot.press("e", "m", "delete")
        assert isinstance(pilot.app.screen, ToolboxThing)


async def test_a_page_that_was_on_its_way_does_not_cover_support(home: Home, clock: FixedClock) -> None:
    may_go_on = threading.Event()
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "tool")
        await pilot.press("n")
        await shows(pilot, Ask)
        await write(pilot, "music")
        held = desk_of(pilot).ask(lambda journal: may_go_on.wait(9))
        await pilot.press("enter")
        await until_shown(pilot, "Saving…")
        await pilot.press("f2")
        await shows(pilot, SupportNow)
        may_go_on.set()
        await held
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(pilot.app.screen, SupportNow)
        await pilot.press("escape")
        await until_shown(pilot, "music")


async def test_support_opens_over_everything_in_the_toolbox(home: Home, clock: FixedClock) -> None:
    in_the_journal(home, clock, _some_tools("music"))
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "tool")
        await until_shown(pilot, "▌ music")
        for keys, screen in (
            ([], Toolbox),
            (["n"], Ask),
            (["m"], Choose),
            (["u"], Surprise),
            (["enter"], ToolboxThing),
        ):
            await pilot.press(*keys)
            await shows(pilot, screen)
            await pilot.press("f2")
            await shows(pilot, SupportNow)
            await pilot.press("escape")
            await shows(pilot, screen)
            if keys:
                await pilot.press("escape")
                await shows(pilot, Toolbox)


async def test_words_too_long_for_a_field_are_read_here_and_changed_elsewhere(home: Home, clock: FixedClock) -> None:
    long = {"title": "all of it", "body": "word " * 5_000}
    in_the_journal(home, clock, lambda journal: journal.add_thing("story", long))
    async with opened(home, clock) as pilot:
        await to_shelf(pilot, "story")
        await until_shown(pilot, "▌ all of it")
        await pilot.press("enter")
        await until_shown(pilot, "word word")
        await pilot.press("e")
        await until_shown(pilot, words.TOO_LONG_HERE)
        assert isinstance(pilot.app.screen, ToolboxThing)

"""Today: a check-in by keyboard alone."""

from collections.abc import Callable
from dataclasses import replace

from textual.widgets import Input

from journal.domain.feelings import words_typed
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import Actor, opened, picture, until, until_shown, write
from tests.screens.toolbox_stage import in_the_journal
from tui.screens.today import Today
from tui.widgets.cairn_stones import CairnStones
from tui.widgets.page_editor import PageEditor
from tui.widgets.scale import Scale


async def _answer(pilot: Actor) -> None:
    """Mood 6, hope 7, two words, what helped, a note."""
    await pilot.press("tab", "6", "tab", "7", "tab")
    await write(pilot, "calm, brave")
    await pilot.press("tab")
    await write(pilot, "a walk a lot")
    await pilot.press("tab")
    await write(pilot, "[b]not[/b] okay")


async def test_nothing_is_focused_when_today_opens_and_nothing_is_chosen(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        assert pilot.app.screen.focused is None
        assert [scale.answer for scale in pilot.app.screen.query(Scale)] == [None, None]


async def test_a_check_in_by_keyboard_alone_is_saved_with_all_its_parts(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _answer(pilot)
        await pilot.press("ctrl+s")
        await until_shown(pilot, "Saved. Thank you for taking a moment.")
        assert "You noted that a walk helped." in picture(pilot.app.screen)

    journal = open_journal(home, PASSPHRASE, clock)
    (saved,) = journal.items(Filter(), 5)
    document = (saved.mood, saved.hope, saved.feelings, saved.note)  # type: ignore[union-attr]  # a check-in
    assert document == (6, 7, ("calm", "brave"), "[b]not[/b] okay")
    assert [tool.name for tool in journal.tools()] == ["a walk"]
    assert journal.drafts() == []
    journal.close()


async def test_after_a_save_the_fields_are_blank_and_no_draft_follows(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _answer(pilot)
        await pilot.press("ctrl+s")
        await until_shown(pilot, "Saved. Thank you")
        await pilot.pause()
        screen = pilot.app.screen
        assert [scale.answer for scale in screen.query(Scale)] == [None, None]
        assert [field.value for field in screen.query("#fields Input").results(Input)] == ["", ""]
        assert screen.query_one(PageEditor).text == ""

    journal = open_journal(home, PASSPHRASE, clock)
    assert journal.drafts() == []
    journal.close()


async def test_an_empty_check_in_asks_for_nothing_and_saves_nothing(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("ctrl+s")
        await until_shown(pilot, "Nothing is answered yet")

    journal = open_journal(home, PASSPHRASE, clock)
    assert journal.timeline_count(Filter()) == 0
    journal.close()


async def test_the_first_low_answer_of_a_day_brings_one_soft_line_and_the_second_none(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("tab", "0", "ctrl+s")
        await until_shown(pilot, "If today is heavy, support is one key away: F2.")
        await until(pilot, lambda: pilot.app.screen.focused is None)
        await pilot.press("tab", "1", "ctrl+s")
        await until_shown(pilot, "mood 1")
        assert "If today is heavy" not in picture(pilot.app.screen)


async def test_what_was_begun_is_there_again_after_leaving_without_saving(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _answer(pilot)
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app.return_value == "quit")

    async with opened(home, clock) as pilot:
        await until_shown(pilot, "What you had begun is here again.")
        screen = pilot.app.screen
        assert [scale.answer for scale in screen.query(Scale)] == [6, 7]
        assert [field.value for field in screen.query("#fields Input").results(Input)] == [
            "calm, brave",
            "a walk a lot",
        ]
        assert screen.query_one(PageEditor).text == "[b]not[/b] okay"


async def test_the_whole_check_in_stands_on_80_by_24_without_scrolling(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        shown = picture(pilot.app.screen)
        for words in (
            "How is your mood",
            "How hopeful",
            "Any words for it",
            "Did anything help",
            "A note",
            "Shared: nothing",
        ):
            assert words in shown
        assert isinstance(pilot.app.screen, Today)
        assert pilot.app.screen.query_one("#column").max_scroll_y == 0


def _goals(*steps: str) -> Callable[[OpenJournal], object]:
    """Goals to move towards, each with one small step."""

    def name(journal: OpenJournal) -> None:
        for step in steps:
            journal.add_step(journal.add_goal(f"Towards {step}").id, step)

    return name


async def test_next_small_steps_stand_between_the_check_in_and_the_saved_line(home: Home, clock: FixedClock) -> None:
    in_the_journal(home, clock, _goals("ring [b]Sam", "buy a map", "sleep by ten", "find the key"))
    in_the_journal(
        home, clock, lambda journal: journal.mark_tool(journal.add_thing("tool", {"name": "music"}).id, "a_lot")
    )
    async with opened(home, clock) as pilot:
        await until_shown(pilot, "Next small steps")
        shown = picture(pilot.app.screen)
        places = [
            shown.index(words) for words in ("A note", "Next small steps", "that helped: music", "Shared: nothing")
        ]
        assert places == sorted(places)
        assert shown.count("· Towards") == 3


async def test_where_there_is_no_next_step_nothing_speaks_of_one(home: Home, clock: FixedClock) -> None:
    in_the_journal(home, clock, lambda journal: journal.add_goal("Play music with others"))
    async with opened(home, clock) as pilot:
        await pilot.pause()
        assert "Next small steps" not in picture(pilot.app.screen)
        in_the_journal(home, clock, lambda journal: journal.add_step(journal.goals()[0].id, "ring [b]Sam"))
        await until_shown(pilot, "ring [b]Sam · Play music with others")


async def test_with_three_steps_and_every_line_below_the_check_in_still_needs_no_scrolling(
    home: Home, clock: FixedClock
) -> None:
    in_the_journal(
        home, clock, _goals(*(f"{name} along the canal and back by the mill" for name in ("walk", "run", "go")))
    )
    in_the_journal(
        home, clock, lambda journal: journal.mark_tool(journal.add_thing("tool", {"name": "music"}).id, "a_lot")
    )
    async with opened(home, clock) as pilot:
        await until_shown(pilot, "Your recovery words are not on paper yet.")
        await until_shown(pilot, "Next small steps")
        for words in ("How is your mood", "How hopeful", "Any words", "Did anything help", "A note", "Shared: nothing"):
            assert words in picture(pilot.app.screen)
        assert pilot.app.screen.query_one("#column").max_scroll_y == 0


async def test_the_cairn_has_a_stone_for_each_tool_strength_person_and_reached_goal(
    home: Home, clock: FixedClock
) -> None:
    def name(journal: OpenJournal) -> None:
        for kind, part in (("tool", "name"), ("strength", "text"), ("person", "alias")):
            journal.add_thing(kind, {part: "mine"})
        journal.set_goal_status(journal.add_goal("Reached").id, "reached")
        journal.add_goal("Not yet")

    async with opened(home, clock) as pilot:
        cairn = pilot.app.screen.query_one(CairnStones)
        assert cairn.count == 0
        in_the_journal(home, clock, name)
        await until(pilot, lambda: cairn.count == 4)
        assert picture(pilot.app.screen).count("(__") == 4


async def test_another_process_writing_is_noticed_without_a_key(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("2")
        await until_shown(pilot, "Ctrl+N writes a page.")
        other = open_journal(home, PASSPHRASE, clock)
        other.write_page(replace(other.blank_page(), body="elsewhere"))
        other.close()
        await until_shown(pilot, "elsewhere")


async def test_a_note_that_is_being_typed_stays_when_something_else_is_written(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        pilot.app.screen.query_one(PageEditor).focus()
        await write(pilot, "half a")
        for screen in pilot.app.screen_stack:
            if isinstance(screen, Today):
                screen.journal_changed()
        await pilot.pause()
        await write(pilot, " thought")
        assert pilot.app.screen.query_one(PageEditor).text == "half a thought"


def test_words_between_commas_are_taken_once_each() -> None:
    assert words_typed(" calm, brave ,, calm ") == ["calm", "brave"]


async def test_a_check_in_asked_for_before_the_questions_are_there_begins_with_the_first(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        today = pilot.app.screen
        assert isinstance(today, Today)
        today.query_one("#fields").display = False
        today.begin()
        assert today.focused is None
        today.journal_changed()
        await until(pilot, lambda: today.focused is today.query_one("#mood"))

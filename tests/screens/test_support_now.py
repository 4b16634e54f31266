"""Support now on the screen: before unlock and after it, by numbers, and never in anybody's way."""

from pathlib import Path
from threading import Event

import pytest

from journal.data import support_file_bytes
from journal.domain.support_own import SUPPORT_LINES
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.preferences import Preferences, read_preferences, write_preferences
from journal.use_cases.support_lines import bring_lines
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import Actor, at_the_door, desk_of, opened, picture, until, until_shown, write
from tui.modals.support_now import SupportNow
from tui.screens.country import Country
from tui.screens.support_lines import SupportLines
from tui.screens.today import Today
from tui.screens.unlock import Unlock
from tui.wording import hard_day, support
from tui.wording import support_own as own
from tui.wording import support_screen as shown

FIRST_LINES = (
    "call 999 now",
    "These people are there to listen.",
    "1 Samaritans: call 116 123, free, any time",
    "2 Shout: text SHOUT to 85258, free, any time",
    "3 NHS 111, mental health option (England): call 111",
    "4 My own people and plan",
    "5 I am worried about someone else",
    "6 Advice, money worries, peer groups",
    "nobody is watching this screen",
    "Not every number has been re-checked.",
)


@pytest.fixture
def in_england(home: Home) -> Home:
    write_preferences(home, Preferences(country="GB", region="England"))
    return home


def with_own(home: Home, clock: FixedClock) -> Home:
    journal = open_journal(home, PASSPHRASE, clock)
    journal.add_thing("person", {"alias": "Priya", "contact": "the blue number"})
    journal.write_plan("getting_through", "people_i_can_ask", "Priya, then [b]Sam[/b]")
    journal.write_support_line("Sam\nring the shed\nmost evenings")
    journal.close()
    return home


async def front(pilot: Actor, screen: type[object]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, screen))


def said(pilot: Actor) -> str:
    """What is on the screen, without the ends of its rows."""
    return " ".join(picture(pilot.app.screen).split())


def kept(home: Home) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.root.rglob("*") if path.is_file()}


async def test_before_unlock_the_first_lines_are_those_of_the_brief_in_their_order(
    in_england: Home, clock: FixedClock
) -> None:
    async with at_the_door(in_england, clock) as pilot:
        await pilot.press("f2")
        await until_shown(pilot, FIRST_LINES[-1])
        seen = said(pilot)
        places = [seen.find(" ".join(line.split())) for line in FIRST_LINES]
        assert -1 not in places
        assert places == sorted(places)
        assert "(asks for passphrase)" in seen
        assert support.OWN_AFTER_UNLOCK.split(".", maxsplit=1)[0] in seen


@pytest.mark.parametrize("size", [(80, 24), (140, 45), (60, 20), (40, 12), (30, 8)])
async def test_the_number_for_danger_is_in_sight_at_any_size(
    in_england: Home, clock: FixedClock, size: tuple[int, int]
) -> None:
    async with at_the_door(in_england, clock, size) as pilot:
        await pilot.press("f2")
        await front(pilot, SupportNow)
        await until(pilot, lambda: "999" in picture(pilot.app.screen))


async def test_at_80_by_24_nothing_has_to_be_scrolled(in_england: Home, clock: FixedClock) -> None:
    async with opened(in_england, clock) as pilot:
        await pilot.press("f2")
        await until_shown(pilot, "findahelpline.com")
        assert pilot.app.screen.query_one("#sheet").max_scroll_y == 0


async def test_an_unknown_country_gets_no_other_countrys_number_and_c_asks_for_it(
    home: Home, clock: FixedClock
) -> None:
    async with at_the_door(home, clock) as pilot:
        await pilot.press("f2")
        await until_shown(pilot, "112 in much of the world")
        assert "999" not in picture(pilot.app.screen)
        assert "findahelpline.com" in picture(pilot.app.screen)
        await pilot.press("c")
        await front(pilot, Country)
        await write(pilot, "gb")
        await pilot.press("enter")
        await until_shown(pilot, "Which nation?")
        await pilot.press("down", "down", "enter")
        await until(pilot, lambda: read_preferences(home) == Preferences(country="GB", region="Scotland"))
        await front(pilot, Unlock)
        await pilot.press("f2")
        await until_shown(pilot, "NHS 24")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("1", ("Call 116 123", "Free, any time", "Does not show on phone bills.", support.NOT_RECHECKED)),
        ("2", ("Text SHOUT to 85258", support.SEEN["A"])),
        ("5", ("Ask them how they are, and listen.", "call 999 now", "1 Samaritans")),
        ("6", ("Hub of Hope", "not a crisis line")),
        ("m", (support.EVERY_LINE, "CALM helpline", "Nobody has re-checked it.")),
    ],
)
async def test_a_number_leads_further_and_escape_back_to_the_first_lines(
    in_england: Home, clock: FixedClock, key: str, words: tuple[str, ...]
) -> None:
    async with at_the_door(in_england, clock, (100, 40)) as pilot:
        await pilot.press("f2", key)
        for word in words:
            await until_shown(pilot, word)
        await pilot.press("escape")
        await until_shown(pilot, "4 My own people and plan")
        await pilot.press("escape")
        await front(pilot, Unlock)


async def test_every_line_says_where_they_are_from(in_england: Home, clock: FixedClock) -> None:
    bring_lines(in_england, b'{"version": "2027-01", "resources": ' + support_file_bytes() + b"}")
    async with at_the_door(in_england, clock, (120, 90)) as pilot:
        await pilot.press("f2", "m")
        await until(pilot, lambda: "you brought in, version 2027-01. Hash:" in said(pilot))


async def test_a_file_that_was_harmed_gives_way_and_that_is_said_at_once(in_england: Home, clock: FixedClock) -> None:
    in_england.support_lines.write_bytes(b"[")
    async with at_the_door(in_england, clock) as pilot:
        await pilot.press("f2")
        await until_shown(pilot, "brought in cannot be read any more.")
        assert "1 Samaritans" in picture(pilot.app.screen)


async def test_a_line_that_is_closed_says_when_it_opens(in_england: Home, clock: FixedClock) -> None:
    async with at_the_door(in_england, clock, (100, 60)) as pilot:
        await pilot.press("f2", "m")
        await until_shown(pilot, "it opens today at 5pm.")


async def test_my_own_people_come_by_way_of_the_passphrase_and_then_at_once(
    in_england: Home, clock: FixedClock
) -> None:
    async with at_the_door(with_own(in_england, clock), clock) as pilot:
        await pilot.press("f2", "4")
        await front(pilot, Unlock)
        assert [one.message for one in pilot.app._notifications] == [shown.MINE_AFTER_UNLOCK]
        await write(pilot, PASSPHRASE)
        await pilot.press("enter")
        await front(pilot, SupportNow)
        for words in ("Priya", "the blue number", "Priya, then [b]Sam[/b]", "Sam: ring the shed, most evenings"):
            await until_shown(pilot, words)
        await pilot.press("escape", "escape")
        await front(pilot, Today)


async def test_with_the_journal_open_they_are_there_at_once_and_own_lines_come_first(
    in_england: Home, clock: FixedClock
) -> None:
    async with opened(with_own(in_england, clock), clock) as pilot:
        await pilot.press("f2")
        await until_shown(pilot, "1 Sam: ring the shed, most evenings")
        seen = picture(pilot.app.screen)
        assert "(asks for passphrase)" not in seen
        assert seen.index("999") < seen.index("1 Sam")
        await pilot.press("4")
        await until_shown(pilot, "the blue number")


@pytest.mark.parametrize("hides", [True, False])
async def test_a_line_that_is_read_stays_though_own_lines_and_order_come_a_moment_later(
    in_england: Home, clock: FixedClock, hides: bool
) -> None:
    journal = open_journal(with_own(in_england, clock), PASSPHRASE, clock)
    for line_id in ("gb-samaritans", "gb-shout") if hides else ():
        journal.hide_support_line(line_id)
    journal.close()
    come = Event()
    async with opened(in_england, clock) as pilot:
        waiting = desk_of(pilot).ask(lambda _: come.wait(60))
        await pilot.press("f2", "3")
        await until_shown(pilot, "mental health option")
        come.set()
        await waiting
        front_one = pilot.app.screen
        assert isinstance(front_one, SupportNow)
        await until(pilot, lambda: front_one._own is not None)
        assert "mental health option" in said(pilot)
        assert "ring the shed" not in said(pilot)
        await pilot.press("escape")
        await until_shown(pilot, "1 Sam: ring the shed")


async def test_without_a_journal_there_are_no_people_and_that_is_said(clock: FixedClock, tmp_path: Path) -> None:
    nowhere = Home(tmp_path / "nowhere")
    async with at_the_door(nowhere, clock) as pilot:
        await pilot.press("f2", "4")
        await until_shown(pilot, shown.NO_JOURNAL)
    assert not nowhere.root.exists()


async def test_empty_people_and_plan_say_what_will_be_there(in_england: Home, clock: FixedClock) -> None:
    async with opened(in_england, clock) as pilot:
        await pilot.press("f2", "4")
        await until_shown(pilot, hard_day.NO_PEOPLE)
        await until_shown(pilot, hard_day.NO_PLAN)


async def test_it_leaves_no_trace_however_it_is_used(in_england: Home, clock: FixedClock) -> None:
    before = kept(in_england)
    async with at_the_door(in_england, clock) as pilot:
        await pilot.press("f2", "1", "escape", "5", "escape", "6", "escape", "m", "f2")
        await front(pilot, Unlock)
    assert kept(in_england) == before


@pytest.mark.parametrize("key", ["f2", "ctrl+g", "exclamation_mark"])
async def test_the_key_that_opens_it_closes_it(in_england: Home, clock: FixedClock, key: str) -> None:
    async with opened(in_england, clock) as pilot:
        await pilot.press("f2")
        await front(pilot, SupportNow)
        await pilot.press("5", key)
        await front(pilot, Today)


async def test_every_deed_of_it_is_in_the_palette_too(in_england: Home, clock: FixedClock) -> None:
    async with opened(in_england, clock) as pilot:
        await pilot.press("f2")
        await front(pilot, SupportNow)
        await pilot.press("f3")
        await write(pilot, "worried")
        await until_shown(pilot, "Worried about someone else")
        await pilot.press("enter")
        await until_shown(pilot, "Ask them how they are, and listen.")


# A person's own lines


async def arranging(pilot: Actor) -> None:
    await pilot.press("f2")
    await front(pilot, SupportNow)
    await pilot.press("e")
    await front(pilot, SupportLines)
    await until_shown(pilot, "Samaritans")


def arrangement_of(home: Home, clock: FixedClock) -> tuple[tuple[str, ...], tuple[str, ...], list[str]]:
    journal: OpenJournal = open_journal(home, PASSPHRASE, clock)
    found = journal.arrangement()
    journal.close()
    return found.hidden, found.order, [line.name for line in found.own]


async def test_a_line_of_ones_own_is_added_and_comes_first(in_england: Home, clock: FixedClock) -> None:
    async with opened(in_england, clock) as pilot:
        await arranging(pilot)
        await pilot.press("n")
        await until_shown(pilot, own.ASK_TITLE)
        await write(pilot, "Sam")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "A line of your own takes a name")
        await pilot.press("enter")
        await write(pilot, "ring the shed")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "[yours] Sam: ring the shed")
        await pilot.press("escape", "f2")
        await until_shown(pilot, "1 Sam: ring the shed")
    assert arrangement_of(in_england, clock)[2] == ["Sam"]


async def test_a_line_is_hidden_shown_again_and_moved(in_england: Home, clock: FixedClock) -> None:
    async with opened(in_england, clock) as pilot:
        await arranging(pilot)
        await pilot.press("h")
        await until_shown(pilot, "[hidden] Samaritans")
        await pilot.press("d")
        await until_shown(pilot, own.MOVED)
        await pilot.press("escape", "f2")
        await until_shown(pilot, "1 Shout: text SHOUT to 85258")
        assert "Samaritans" not in picture(pilot.app.screen)
        await pilot.press("e")
        await until_shown(pilot, "[hidden] Samaritans")
        await pilot.press("down", "h")
        await until_shown(pilot, own.SHOWN)
    hidden, order, _ = arrangement_of(in_england, clock)
    assert hidden == ()
    assert order[:2] == ("gb-shout", "gb-samaritans")


async def test_a_line_that_came_with_cairn_can_be_hidden_and_not_changed_or_erased(
    in_england: Home, clock: FixedClock
) -> None:
    async with opened(in_england, clock) as pilot:
        await arranging(pilot)
        await pilot.press("e")
        await until_shown(pilot, own.CAME_WITH_CAIRN[:40])
        await pilot.press("shift+delete")
        await until_shown(pilot, own.ERASE_OWN_ONLY[:40])


async def test_a_line_that_is_not_for_a_crisis_can_be_hidden_and_stays_after_the_others(
    in_england: Home, clock: FixedClock
) -> None:
    async with opened(in_england, clock) as pilot:
        await arranging(pilot)
        await pilot.press("end", "u")
        await until_shown(pilot, "stay after the others")
        await pilot.press("h")
        await until_shown(pilot, "[hidden] Hub of Hope")
        await pilot.press("escape", "f2", "6")
        await until_shown(pilot, support.NO_ADVICE[:30])
    assert arrangement_of(in_england, clock)[:2] == (("gb-hubofhope",), ())


async def test_a_line_of_ones_own_is_erased_once_it_was_asked(in_england: Home, clock: FixedClock) -> None:
    async with opened(with_own(in_england, clock), clock) as pilot:
        await arranging(pilot)
        await pilot.press("shift+delete")
        await until_shown(pilot, own.ERASE_QUESTION)
        await pilot.press("escape")
        await front(pilot, SupportLines)
        await pilot.press("shift+delete")
        await until_shown(pilot, own.ERASE_QUESTION)
        await pilot.press("down", "enter")
        await until_shown(pilot, own.ERASED)
    assert arrangement_of(in_england, clock)[2] == []


async def test_an_order_that_cannot_be_read_says_so_and_the_lines_are_there(
    in_england: Home, clock: FixedClock
) -> None:
    journal = open_journal(in_england, PASSPHRASE, clock)
    journal.choose(SUPPORT_LINES, "{")
    journal.close()
    async with opened(in_england, clock) as pilot:
        await arranging(pilot)
        await until_shown(pilot, own.UNREADABLE[:50])


# A file of lines


async def test_a_file_is_asked_for_and_refused_by_its_line_and_then_taken(
    in_england: Home, clock: FixedClock, tmp_path: Path
) -> None:
    file = tmp_path / "lines.json"
    file.write_bytes(support_file_bytes().replace(b'"116123"', b'"+116123"', 1))
    async with at_the_door(in_england, clock, (100, 30)) as pilot:
        await pilot.press("f3")
        await write(pilot, "lines from a file")
        await until_shown(pilot, "Support lines from a file")
        await pilot.press("enter")
        await until_shown(pilot, "Which support lines would you like to use?")
        await pilot.press("enter")
        await until_shown(pilot, "Which file of support lines?")
        await write(pilot, str(file))
        await pilot.press("enter")
        await until_shown(pilot, "Line 190: ")
        assert not in_england.support_lines.exists()
        file.write_bytes(support_file_bytes())
        await pilot.press("enter")
        await front(pilot, Unlock)
        await until(pilot, in_england.support_lines.exists)

"""The journal on the screen: some of it, a month, one day, other years; words that were found."""

from typing import Any

import pytest
from textual.pilot import Pilot

from journal.domain.timeline import Filter
from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.journal_stage import MARKUP, at_the_list, at_the_month, page, with_pages
from tests.screens.stage import Actor, elsewhere, opened, picture, to, until, until_shown, words_of, write
from tui.modals.choose import Choose
from tui.screens.journal import JournalScreen
from tui.screens.journal_day import JournalDay
from tui.screens.journal_month import JournalMonth
from tui.screens.page import Page
from tui.screens.today import Today
from tui.screens.write import Write
from tui.widgets.long_list import LongList
from tui.widgets.month import Month
from tui.wording import journal as words


@pytest.fixture
def lived_in(home: Home, clock: FixedClock) -> Home:
    return with_pages(home, clock)


async def press_to_leave(pilot: Actor, *keys: str) -> None:
    """Press keys, and wait until another screen is in front."""
    before = pilot.app.screen
    await pilot.press(*keys)
    await until(pilot, lambda: pilot.app.screen is not before)


async def answer(pilot: Actor, *downs: int) -> None:
    """Choose from one question after another, by how many rows it stands below the first."""
    for down in downs:
        await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await press_to_leave(pilot, "home", *["down"] * down, "enter")


async def narrow(pilot: Actor, *downs: int) -> None:
    """Ask for some of it, and answer what is asked."""
    await pilot.press("f")
    await answer(pilot, *downs)


def showing(pilot: Pilot[Any]) -> str:
    return words_of(pilot, "#showing")


# Some of it


async def test_what_is_shown_is_said_in_words_with_how_many_and_escape_shows_everything(
    lived_in: Home, clock: FixedClock
) -> None:
    async with at_the_list(lived_in, clock) as pilot:
        await narrow(pilot, 0, 1)
        await until(pilot, lambda: showing(pilot) == "Showing 1 check-in. Esc shows everything.")
        await until(pilot, lambda: "two years ago" not in picture(pilot.app.screen))
        await pilot.press("escape")
        await until_shown(pilot, "two years ago")
        assert isinstance(pilot.app.screen, JournalScreen)
        assert "Showing" not in picture(pilot.app.screen)
        await to(pilot, Today, "escape")


async def test_one_choice_goes_on_the_other_and_any_takes_one_away(lived_in: Home, clock: FixedClock) -> None:
    async with at_the_list(lived_in, clock) as pilot:
        for chosen in ((0, 2), (6, 3)):
            await narrow(pilot, *chosen)
        await until(pilot, lambda: "pages from 1 Mar 2026 to 31 Mar 2026." in showing(pilot))
        assert showing(pilot).startswith("Showing 3 pages ")
        await narrow(pilot, 0, 0)
        await until(pilot, lambda: showing(pilot).startswith("Showing 4 things from "))


async def test_a_tag_is_a_persons_own_words_and_never_markup(lived_in: Home, clock: FixedClock) -> None:
    async with at_the_list(lived_in, clock) as pilot:
        await narrow(pilot, 2)
        await until_shown(pilot, "[/river]")
        await answer(pilot, 1)
        await until(pilot, lambda: "tagged “[/river]”" in showing(pilot))
        await until_shown(pilot, MARKUP)


async def test_where_nothing_is_like_that_it_says_so_and_not_that_the_journal_is_empty(
    lived_in: Home, clock: FixedClock
) -> None:
    async with at_the_list(lived_in, clock) as pilot:
        await narrow(pilot, 5)
        await until_shown(pilot, words.NOTHING_LIKE_IT)
        assert "will be here" not in picture(pilot.app.screen)


async def test_a_day_that_cannot_be_is_told_and_asked_for_again(lived_in: Home, clock: FixedClock) -> None:
    async with at_the_list(lived_in, clock) as pilot:
        await narrow(pilot, 6, 5)
        await until_shown(pilot, words.FROM_DAY)
        await write(pilot, "2026-02-30")
        await pilot.press("enter")
        await until_shown(pilot, words.TO_DAY)
        await pilot.press("enter")
        await until_shown(pilot, "A time takes a date like")
        await until_shown(pilot, words.FROM_DAY)


@pytest.mark.parametrize("keys", [("escape",), ("enter", "escape")])
async def test_days_that_were_chosen_stay_when_the_question_for_others_is_left(
    lived_in: Home, clock: FixedClock, keys: tuple[str, ...]
) -> None:
    async with at_the_list(lived_in, clock) as pilot:
        await narrow(pilot, 6, 3)
        await until(pilot, lambda: "from 1 Mar 2026 to 31 Mar 2026" in showing(pilot))
        await narrow(pilot, 6, 5)
        await until_shown(pilot, words.FROM_DAY)
        for key in keys:
            await press_to_leave(pilot, key)
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
        assert "from 1 Mar 2026 to 31 Mar 2026" in showing(pilot)


async def test_what_is_narrowed_stays_when_a_page_is_read_and_left(lived_in: Home, clock: FixedClock) -> None:
    async with at_the_list(lived_in, clock) as pilot:
        await narrow(pilot, 2, 2)
        await until(pilot, lambda: "Showing 1 thing" in showing(pilot))
        await to(pilot, Page, "enter")
        await to(pilot, JournalScreen, "escape")
        assert "Showing 1 thing" in showing(pilot)


# A month


def month_of(pilot: Actor) -> Month:
    return pilot.app.screen.query_one(Month)


async def test_a_month_shows_what_has_something_and_gaps_as_gaps(lived_in: Home, clock: FixedClock) -> None:
    async with at_the_month(lived_in, clock) as pilot:
        shown = picture(pilot.app.screen)
        assert [day for day in range(1, 32) if f"{day:>2}•" in shown] == [1, 5, 10, 14]
        await pilot.press("left")
        await until_shown(pilot, "Friday 13 March 2026. Nothing is written for this day.")


async def test_a_month_before_is_read_when_it_is_turned_to(lived_in: Home, clock: FixedClock) -> None:
    async with at_the_month(lived_in, clock) as pilot:
        for _ in range(24):
            await pilot.press("pageup")
        await until_shown(pilot, "March 2024")
        await until_shown(pilot, "[14•]")
        assert month_of(pilot).day.isoformat() == "2024-03-14"


async def test_the_week_begins_on_the_day_that_was_chosen(lived_in: Home, clock: FixedClock) -> None:
    with elsewhere(lived_in, clock) as journal:
        journal.make_choice("first-day", "sunday")
    async with at_the_month(lived_in, clock) as pilot:
        await until(pilot, lambda: "Su      Mo" in picture(pilot.app.screen))


async def test_enter_shows_one_days_things_and_escape_leads_back_to_the_same_day(
    lived_in: Home, clock: FixedClock
) -> None:
    async with at_the_month(lived_in, clock) as pilot:
        await to(pilot, JournalDay, "home", "enter")
        await until_shown(pilot, "a quiet river")
        assert "here and now" not in picture(pilot.app.screen)
        await to(pilot, JournalMonth, "escape")
        assert month_of(pilot).day.isoformat() == "2026-03-01"


async def test_a_page_begun_on_a_day_of_the_month_is_for_that_day(lived_in: Home, clock: FixedClock) -> None:
    async with at_the_month(lived_in, clock) as pilot:
        await to(pilot, Write, "left", "ctrl+n")
        await until_shown(pilot, "Friday 13 March 2026")
        await write(pilot, "yesterday, from here")
        await to(pilot, JournalMonth, "ctrl+s")
        await until_shown(pilot, "[13•]")

    with elsewhere(lived_in, clock) as journal:
        lines = journal.timeline(Filter("2026-03-13", "2026-03-13"), 5)
        assert [line.first_words for line in lines] == ["yesterday, from here"]


async def test_other_years_are_those_of_the_day_that_is_looked_at(lived_in: Home, clock: FixedClock) -> None:
    async with at_the_month(lived_in, clock) as pilot:
        await pilot.press("o")
        await until_shown(pilot, "14 March in other years")
        await until_shown(pilot, "two years ago")
        await pilot.press("escape", "left", "o")
        await until_shown(pilot, "13 March in other years")
        await until_shown(pilot, words.NOT_THAT_DAY_YET.split(".")[0])


async def test_a_month_can_be_used_in_a_small_window(lived_in: Home, clock: FixedClock) -> None:
    async with at_the_month(lived_in, clock, (40, 12)) as pilot:
        shown = picture(pilot.app.screen)
        assert "March 2026" in shown
        assert "30   31" in shown
        assert "today. Pages." in " ".join(shown.split())


# Searching


async def find_one(pilot: Actor, looked_for: str) -> None:
    """Look for words that one thing holds."""
    await pilot.press("ctrl+f")
    await until_shown(pilot, "Words to look for")
    await write(pilot, looked_for)
    await until_shown(pilot, "1 thing holds")


async def test_a_page_that_was_found_opens_where_the_words_stand_and_they_stand_out(
    home: Home, clock: FixedClock
) -> None:
    with elsewhere(home, clock) as journal:
        page(journal, "nothing\n" * 60 + "here is the Rivèr\n" + "and on\n" * 60)
    async with opened(home, clock) as pilot:
        await find_one(pilot, "riv")
        await to(pilot, Page, "enter", "enter")
        await until_shown(pilot, "here is the Rivèr")
        assert "Rivèr" in styled(pilot, "bold", "underline")


async def test_a_row_of_a_search_shows_the_words_in_place(lived_in: Home, clock: FixedClock) -> None:
    async with opened(lived_in, clock) as pilot:
        await find_one(pilot, "quiet riv")
        await until(pilot, lambda: {"quiet", "river"} <= set(styled(pilot, "bold", "underline")))


def styled(pilot: Actor, *attributes: str) -> list[str]:
    """What stands on the screen in a style that has all of these."""
    strips = pilot.app.screen._compositor.render_strips()
    return [
        segment.text.strip()
        for strip in strips
        for segment in strip
        if segment.style is not None and all(getattr(segment.style, name) for name in attributes)
    ]


async def test_an_empty_day_says_which_key_begins_it(lived_in: Home, clock: FixedClock) -> None:
    async with at_the_month(lived_in, clock) as pilot:
        await to(pilot, JournalDay, "left", "enter")
        await until_shown(pilot, "Ctrl+N writes a page for it.")
        assert pilot.app.screen.query_one(LongList).total == 0

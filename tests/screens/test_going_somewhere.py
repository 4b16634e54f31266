"""A key that leads to a section leads to it from everywhere, from a screen that stands over that section too."""

import pytest
from textual.widgets import Input

from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.stage import Actor, opened, to, until, until_shown, write
from tui.screens.hard_day import HardDay
from tui.screens.journal import JournalScreen
from tui.screens.one_thing import OneThing
from tui.screens.page_about import PageAbout
from tui.screens.settings import Settings
from tui.screens.today import Today
from tui.screens.write import Write
from tui.widgets.scale import Scale


@pytest.mark.parametrize("key", ["1", "ctrl+t"])
@pytest.mark.parametrize("over", [("d", HardDay), ("f9", Settings)])
async def test_today_and_its_check_in_are_one_key_away_from_what_was_opened_over_today(
    home: Home, clock: FixedClock, key: str, over: tuple[str, type[HardDay] | type[Settings]]
) -> None:
    async with opened(home, clock) as pilot:
        await to(pilot, over[1], over[0])
        await to(pilot, Today, key)
        if key == "ctrl+t":
            await until(pilot, lambda: isinstance(pilot.app.focused, Scale))


async def test_a_check_in_begins_under_what_was_left_open_over_today(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to(pilot, HardDay, "d")
        await to(pilot, JournalScreen, "2")
        await to(pilot, Today, "ctrl+t")
        await until(pilot, lambda: isinstance(pilot.app.focused, Scale))


async def _with_a_page_open(pilot: Actor) -> None:
    """A page of the Journal, opened over the section."""
    await to(pilot, Write, "ctrl+n")
    await write(pilot, "A quiet hour")
    await to(pilot, Today, "ctrl+s")
    await pilot.press("2")
    await until_shown(pilot, "A quiet hour")
    await to(pilot, OneThing, "enter")


async def test_a_section_that_was_left_with_a_page_open_is_found_again_as_its_list(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await _with_a_page_open(pilot)
        await to(pilot, Today, "1")
        await to(pilot, JournalScreen, "2")
        assert len(pilot.app.screen_stack) == 1


async def test_a_section_is_one_key_away_from_what_was_opened_over_it(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _with_a_page_open(pilot)
        await to(pilot, JournalScreen, "2")


async def test_today_is_found_as_itself_by_escape_too(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to(pilot, HardDay, "d")
        await to(pilot, JournalScreen, "2")
        await to(pilot, Today, "escape")


async def test_a_section_is_found_again_with_words_that_are_not_kept_yet(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _with_a_page_open(pilot)
        await to(pilot, PageAbout, "a")
        about = pilot.app.screen
        tags = about.query_one("#tags", Input)
        with about.prevent(Input.Changed):
            tags.value = "garden"
        await to(pilot, Today, "1")
        await pilot.press("2")
        await until(pilot, lambda: pilot.app.screen is about)
        await pilot.press("2")
        assert pilot.app.screen is about
        assert tags.value == "garden"


async def test_words_on_their_way_are_never_taken_from_over_a_section(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to(pilot, Write, "ctrl+n", "a")
        await pilot.press("1")
        await until_shown(pilot, "a1")
        assert isinstance(pilot.app.screen, Write)

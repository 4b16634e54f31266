"""A key that leads to a section leads to it from everywhere, from a screen that stands over that section too."""

import pytest

from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.stage import opened, until, until_shown, write
from tests.screens.toolbox_stage import shows
from tui.screens.hard_day import HardDay
from tui.screens.journal import JournalScreen
from tui.screens.one_thing import OneThing
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
        await pilot.press(over[0])
        await shows(pilot, over[1])
        await pilot.press(key)
        await shows(pilot, Today)
        if key == "ctrl+t":
            await until(pilot, lambda: isinstance(pilot.app.focused, Scale))


async def test_a_check_in_begins_under_what_was_left_open_over_today(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("d")
        await shows(pilot, HardDay)
        await pilot.press("2")
        await shows(pilot, JournalScreen)
        await pilot.press("ctrl+t")
        await shows(pilot, Today)
        await until(pilot, lambda: isinstance(pilot.app.focused, Scale))


async def test_a_section_is_left_with_a_page_open_and_found_again_so(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("ctrl+n")
        await shows(pilot, Write)
        await write(pilot, "A quiet hour")
        await pilot.press("ctrl+s")
        await shows(pilot, Today)
        await pilot.press("2")
        await until_shown(pilot, "A quiet hour")
        await pilot.press("enter")
        await shows(pilot, OneThing)
        await pilot.press("1")
        await shows(pilot, Today)
        await pilot.press("2")
        await shows(pilot, OneThing)
        await pilot.press("2")
        await shows(pilot, JournalScreen)


async def test_words_on_their_way_are_never_taken_from_over_a_section(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("ctrl+n", "a")
        await shows(pilot, Write)
        await pilot.press("1")
        await until_shown(pilot, "a1")
        assert isinstance(pilot.app.screen, Write)

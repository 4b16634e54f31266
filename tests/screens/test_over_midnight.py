"""A check-in that was begun before midnight and saved after it is about the day that the screen said."""

from datetime import datetime
from zoneinfo import ZoneInfo

from journal.domain.check_in import CheckIn
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import Actor, opened, until, until_shown, words_of
from tui.widgets.scale import Scale
from tui.wording.check_in import SAVED

LATE = datetime(2026, 3, 13, 23, 58, tzinfo=ZoneInfo("Europe/Dublin"))
EARLY = datetime(2026, 3, 14, 0, 3, tzinfo=ZoneInfo("Europe/Dublin"))


async def test_it_is_about_the_day_that_was_chosen(home: Home, clock: FixedClock) -> None:
    clock.set(LATE)
    async with opened(home, clock) as pilot:
        await pilot.press("ctrl+o", "enter")
        await until(pilot, lambda: pilot.app.screen.query_one(Scale).has_focus)
        await pilot.press("6")
        clock.set(EARLY)
        await pilot.press("ctrl+s")
        await until_shown(pilot, SAVED)
    (saved,) = _saved(home, clock)
    assert saved.moment.for_date == "2026-03-13"


async def test_it_stays_on_the_day_that_the_screen_said_when_it_was_begun(home: Home, clock: FixedClock) -> None:
    clock.set(LATE)
    async with opened(home, clock) as pilot:
        await _answer(pilot)
        clock.set(EARLY)
        await pilot.press("tab", "7", "ctrl+s")
        await until_shown(pilot, SAVED)
    (saved,) = _saved(home, clock)
    assert (saved.moment.for_date, saved.moment.at) == ("2026-03-13", "2026-03-13T23:58:00+00:00")


async def test_a_screen_that_is_read_anew_after_midnight_says_the_day_before_while_it_is_about_that(
    home: Home, clock: FixedClock
) -> None:
    clock.set(LATE)
    async with opened(home, clock) as pilot:
        await _answer(pilot)
        clock.set(EARLY)
        await pilot.press("escape", "2")
        await pilot.press("1")
        await until_shown(pilot, "that day?")
        assert "13 March" in words_of(pilot, "#hello")
        await pilot.press("ctrl+s")
        await until_shown(pilot, SAVED)
        await until(pilot, lambda: "14 March" in words_of(pilot, "#hello"))
    (saved,) = _saved(home, clock)
    assert saved.moment.for_date == "2026-03-13"


async def test_begun_after_midnight_on_a_screen_from_the_day_before_it_is_about_the_new_day_and_says_so(
    home: Home, clock: FixedClock
) -> None:
    clock.set(LATE)
    async with opened(home, clock) as pilot:
        clock.set(EARLY)
        await _answer(pilot)
        await until(pilot, lambda: "14 March" in words_of(pilot, "#hello"))
        await pilot.press("ctrl+s")
        await until_shown(pilot, SAVED)
    (saved,) = _saved(home, clock)
    assert saved.moment.for_date == "2026-03-14"


async def test_what_was_taken_away_again_before_midnight_holds_no_day(home: Home, clock: FixedClock) -> None:
    clock.set(LATE)
    async with opened(home, clock) as pilot:
        await _answer(pilot)
        await pilot.press("backspace")
        clock.set(EARLY)
        await pilot.press("6")
        await until(pilot, lambda: "14 March" in words_of(pilot, "#hello"))
        await pilot.press("ctrl+s")
        await until_shown(pilot, SAVED)
    (saved,) = _saved(home, clock)
    assert saved.moment.for_date == "2026-03-14"


async def test_its_draft_keeps_the_day_too(home: Home, clock: FixedClock) -> None:
    clock.set(LATE)
    async with opened(home, clock) as pilot:
        await _answer(pilot)
        clock.set(EARLY)
        await pilot.press("tab", "7")
    async with opened(home, clock) as pilot:
        await until(pilot, lambda: "13 March" in words_of(pilot, "#hello"))
        await pilot.press("ctrl+s")
        await until_shown(pilot, SAVED)
    (saved,) = _saved(home, clock)
    assert saved.moment.for_date == "2026-03-13"


async def _answer(pilot: Actor) -> None:
    """The first answer, and the app at rest behind it."""
    await pilot.press("ctrl+t")
    await until(pilot, lambda: pilot.app.screen.query_one(Scale).has_focus)
    await pilot.press("6")
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def _saved(home: Home, clock: FixedClock) -> list[CheckIn]:
    journal = open_journal(home, PASSPHRASE, clock)
    items = journal.items(Filter(), 5)
    journal.close()
    return [item for item in items if isinstance(item, CheckIn)]

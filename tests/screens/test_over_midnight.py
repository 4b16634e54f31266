"""A check-in for a day that was chosen as today, and saved after midnight."""

from datetime import datetime
from zoneinfo import ZoneInfo

from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import opened, until, until_shown
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
    journal = open_journal(home, PASSPHRASE, clock)
    (saved,) = journal.items(Filter(), 5)
    assert saved.moment.for_date == "2026-03-13"
    journal.close()

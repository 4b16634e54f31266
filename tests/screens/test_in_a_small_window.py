"""The smallest window that everything is made for: what a person looks at is in sight."""

from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.look_back_stage import look_back, noted, press
from tests.screens.stage import opened, picture

SMALL = (40, 12)


async def test_the_day_that_a_table_begins_at_is_in_sight(home: Home, clock: FixedClock) -> None:
    noted(home, clock)
    async with opened(home, clock, SMALL) as pilot:
        await look_back(pilot)
        await press(pilot, "t")
        assert "▌ Sat 28 Mar 2026" in picture(pilot.app.screen)

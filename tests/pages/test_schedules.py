"""Whatever two people do over days, and whatever is done to what they carry, it comes out right.

Source: security brief, M1.
"""

import pytest

from sync.errors import WrittenByOther
from tests.pages.rules import IN_SCHEDULES, Rules
from tests.pages.schedules import run_schedules

QUICK = 2_000
SOAK = 100_000
PART = 500
SOAK_PART = 5_000


@pytest.mark.parametrize("first", range(0, QUICK, PART))
def test_every_schedule_comes_out_right(first: int) -> None:
    run_schedules(range(first, first + PART), Rules())


@pytest.mark.soak
@pytest.mark.parametrize("first", range(QUICK, QUICK + SOAK, SOAK_PART))
def test_a_hundred_thousand_schedules_come_out_right(first: int) -> None:
    run_schedules(range(first, first + SOAK_PART), Rules())


@pytest.mark.parametrize("weakened", IN_SCHEDULES)
def test_schedules_catch_a_weakened_rule(weakened: type[Rules]) -> None:
    with pytest.raises((AssertionError, WrittenByOther)):
        run_schedules(range(QUICK), weakened())

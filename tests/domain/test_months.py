"""Weeks of a month, the way from month to month, and the same day of other years."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.months import days_of_month, month_by, same_day_before, weeks_of

days = st.dates(date(1901, 1, 1), date(2199, 12, 31))


@given(days, st.integers(0, 6))
def test_every_day_of_a_month_stands_once_under_its_own_weekday(day: date, first_day: int) -> None:
    weeks = weeks_of(day, first_day)
    shown = [one for week in weeks for one in week if one is not None]
    first, last = (date.fromisoformat(end) for end in days_of_month(day))
    assert shown == [first + timedelta(number) for number in range((last - first).days + 1)]
    assert all(
        one is None or one.weekday() == (first_day + place) % 7 for week in weeks for place, one in enumerate(week)
    )
    assert all(len(week) == 7 for week in weeks)


@given(days, st.integers(-24, 24))
def test_a_month_on_and_a_month_back_stays_in_the_month_it_began_in(day: date, by: int) -> None:
    there = month_by(day, by)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == by
    assert month_by(there, -by).replace(day=1) == day.replace(day=1)


@pytest.mark.parametrize(
    ("day", "by", "there"),
    [("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-03-31", -1, "2026-02-28")],
)
def test_a_day_that_another_month_has_not_becomes_its_last(day: str, by: int, there: str) -> None:
    assert month_by(date.fromisoformat(day), by).isoformat() == there


@pytest.mark.parametrize(("day", "by"), [(date.min, -1), (date.max, 1)])
def test_at_the_ends_of_the_calendar_the_day_stays(day: date, by: int) -> None:
    assert month_by(day, by) == day


def test_the_same_day_of_other_years_goes_back_to_the_earliest_day_and_begins_with_the_latest() -> None:
    before = same_day_before(date(2026, 3, 14))
    assert before[0] == "2025-03-14"
    assert before[-1] == "1900-03-14"
    assert len(before) == 126


def test_a_29_february_meets_its_own_days_alone() -> None:
    before = same_day_before(date(2024, 2, 29))
    assert before[:2] == ("2020-02-29", "2016-02-29")
    assert "1900-02-29" not in before


def test_a_28_february_that_ends_its_month_meets_the_29th_too() -> None:
    assert same_day_before(date(2025, 2, 28))[:3] == ("2024-02-29", "2024-02-28", "2023-02-28")


def test_a_28_february_before_a_29th_does_not() -> None:
    assert same_day_before(date(2024, 2, 28))[:5] == (
        "2023-02-28",
        "2022-02-28",
        "2021-02-28",
        "2020-02-28",
        "2019-02-28",
    )


@given(days)
def test_the_same_day_is_never_a_day_to_come(day: date) -> None:
    assert all(other < day.isoformat() for other in same_day_before(day))

"""The days of a month in their weeks, the way from one month to another, the same day of other years.

Pure arithmetic on local calendar days: no zone, no clock.
"""

from calendar import Calendar, isleap, monthrange
from collections.abc import Iterator
from datetime import date

from journal.domain.moments import EARLIEST

MONTHS = 12


def weeks_of(day: date, first_day: int = 0) -> list[list[date | None]]:
    """The weeks of the month that a day is in.

    Args:
        day: any day of the month.
        first_day: of a week, 0 for Monday to 6 for Sunday.

    Returns:
        4 to 6 rows of 7; `None` where a week belongs to the month before or after.
    """
    # Not its `monthdatescalendar`, which steps off the calendar at both ends of what a date can be.
    return [
        [day.replace(day=number) if number else None for number in week]
        for week in Calendar(first_day).monthdayscalendar(day.year, day.month)
    ]


def month_by(day: date, by_months: int) -> date:
    """The same day of a month before or after, or the last that it has: a month after 31 January ends February.

    At the ends of what a date can be, the day stays as it is.
    """
    year, month = divmod(day.year * MONTHS + day.month - 1 + by_months, MONTHS)
    if not date.min.year <= year <= date.max.year:
        return day
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_of_month(day: date) -> tuple[str, str]:
    """The first and the last day of the month that a day is in."""
    return day.replace(day=1).isoformat(), day.replace(day=monthrange(day.year, day.month)[1]).isoformat()


def same_day_before(day: date) -> tuple[str, ...]:
    """The same day in every year before, the latest first.

    A 29 February has its own days alone, one every four years or eight. So that nobody waits so long to meet what
    was written then, a 28 February that ends its month has those of the 29th beside its own.
    """
    return tuple(same.isoformat() for year in range(day.year - 1, EARLIEST.year - 1, -1) for same in _same(day, year))


def day_in_any_year(typed: str, year: int) -> date:
    """A day without its year, `03-14`, in this year; 29 February in the next year that has one.

    Raises:
        ValueError: no year has it.
    """
    # In a leap year every day can be read.
    day = date.fromisoformat(f"2000-{typed}")
    while (day.month, day.day) == (2, 29) and not isleap(year):
        year += 1
    return day.replace(year=year)


def _same(day: date, year: int) -> Iterator[date]:
    is_last_of_february = (day.month, day.day) == (2, 28) and not isleap(day.year)
    if is_last_of_february and isleap(year):
        yield date(year, 2, 29)
    if (day.month, day.day) != (2, 29) or isleap(year):
        yield day.replace(year=year)

"""Which safety copies stay: the days, weeks and months that are near, each by its last one."""

from collections.abc import Iterable
from datetime import date

DAYS, WEEKS, MONTHS = 7, 4, 12
"""Source: the plan of safety copies, daily 7, weekly 4, monthly 12."""


def to_keep(days: Iterable[date]) -> set[date]:
    """The days whose copies stay, out of all those that have one.

    No clock is asked: the newest 7 days that have a copy, the last of each of the newest 4 weeks, the last of each
    of the newest 12 months. A computer whose clock is wrong, or that was not used for a year, loses none of them.
    """
    newest_first = sorted(set(days), reverse=True)
    weeks: dict[tuple[int, int], date] = {}
    months: dict[tuple[int, int], date] = {}
    for day in newest_first:
        weeks.setdefault(day.isocalendar()[:2], day)
        months.setdefault((day.year, day.month), day)
    return {*newest_first[:DAYS], *list(weeks.values())[:WEEKS], *list(months.values())[:MONTHS]}

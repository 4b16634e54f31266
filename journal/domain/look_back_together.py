"""What may go together: days with a tag or a tool beside days without, on one dimension and one scale.

It says that two things were noted on the same days, and stops: never which leads to which, never what to do.
Source: domain brief, section 13, with the interval and its `z` as written there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import floor, sqrt
from statistics import NormalDist, median

from journal.domain.look_back import (
    MAY_GO_TOGETHER_HIGHER,
    MAY_GO_TOGETHER_LOWER,
    NO_CLEAR_DIFFERENCE,
    NOT_ENOUGH,
    GoesTogether,
)
from journal.domain.look_back_days import DayValues
from journal.domain.look_back_middles import carry_over

EACH_FLOOR = 5
"""Noted days with it, and noted days without."""
BOTH_FLOOR = 14
"""Noted days in all."""
MOST_CARRY_OVER = 0.8
FEW_PAIRS = 10
FEW_PAIRS_CARRY_OVER = 0.3
"""What is taken where fewer pairs than that cannot say."""
OUTSIDE = 0.05
"""How often, at most, things that do not go together may be said to."""


@dataclass(frozen=True, slots=True)
class Shift:
    """How far days with something lie from days without, in steps of the scale."""

    middle: float
    """Median of all pairwise differences (Hodges-Lehmann)."""
    low: float
    high: float

    @property
    def label(self) -> str:
        """Whether its whole interval lies to one side of nothing."""
        if self.low > 0:
            return MAY_GO_TOGETHER_HIGHER
        return MAY_GO_TOGETHER_LOWER if self.high < 0 else NO_CLEAR_DIFFERENCE


def named_days(marks: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    """The days of each name, a tag and a tool of one name together, whatever their capitals.

    Args:
        marks: name and local day; where a name is written in several ways, the last of them is shown.
    """
    shown: dict[str, str] = {}
    days: dict[str, set[str]] = {}
    for name, day in marks:
        known_by = name.strip().casefold()
        shown[known_by] = name.strip()
        days.setdefault(known_by, set()).add(day)
    return {shown[known_by]: days[known_by] for known_by in sorted(days)}


def goes_together(noted: DayValues, days: Sequence[str], marked: Mapping[str, set[str]]) -> tuple[GoesTogether, ...]:
    """Each name beside the dimension, on the days that were noted.

    Args:
        noted: the day values.
        days: 56 of them, oldest first.
        marked: the days of each name, as `named_days` gives them.

    Returns:
        One a name, in the order of `marked` and never by how far they lie apart; those with too few days too.
    """
    values = {day: value for day in days if (value := noted.values.get(day)) is not None}
    split = {
        name: (
            [value for day, value in values.items() if day in on],
            [value for day, value in values.items() if day not in on],
        )
        for name, on in marked.items()
    }
    compared = sum(_is_enough(with_it, without) for with_it, without in split.values())
    carried = carried_over(noted.of(days))
    return tuple(
        _beside(noted, name, with_it, without, carried, compared) for name, (with_it, without) in split.items()
    )


def carried_over(answers: Sequence[float | None]) -> float:
    """How far moods carry over from day to day, as the interval takes it: 0 to 0.8."""
    found, pairs = carry_over(answers)
    if found is None or pairs < FEW_PAIRS:
        return FEW_PAIRS_CARRY_OVER
    return min(max(found, 0.0), MOST_CARRY_OVER)


def shift_between(with_it: Sequence[float], without: Sequence[float], carried: float, compared: int) -> Shift:
    """How far two groups of days lie apart, and within which bounds that can be said.

    Args:
        with_it: day values, at least one.
        without: day values, at least one.
        carried: 0 to 0.8; more of it widens the interval, since neighbouring days say less than they seem to.
        compared: how many names are looked at, from 1; more of them widen the interval.
    """
    m, n = len(with_it), len(without)
    differences = sorted(one - other for one in with_it for other in without)
    z = NormalDist().inv_cdf(1 - OUTSIDE / (2 * compared)) * sqrt((1 + carried) / (1 - carried))
    k = max(1, floor(m * n / 2 - z * sqrt(m * n * (m + n + 1) / 12)))
    return Shift(median(differences), differences[k - 1], differences[m * n - k])


def _beside(
    noted: DayValues, name: str, with_it: list[float], without: list[float], carried: float, compared: int
) -> GoesTogether:
    m, n = len(with_it), len(without)
    if not _is_enough(with_it, without):
        return GoesTogether(NOT_ENOUGH, noted.dimension, noted.scale_id, name, m, n)
    shift = shift_between(with_it, without, carried, compared)
    return GoesTogether(
        shift.label,
        noted.dimension,
        noted.scale_id,
        name,
        m,
        n,
        middle_with=median(with_it),
        middle_without=median(without),
        shift=shift.middle,
        low=shift.low,
        high=shift.high,
    )


def _is_enough(with_it: Sequence[float], without: Sequence[float]) -> bool:
    return min(len(with_it), len(without)) >= EACH_FLOOR and len(with_it) + len(without) >= BOTH_FLOOR

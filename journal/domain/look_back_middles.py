"""Look back: how often, what lies in the middle, one week beside another, one day beside the next.

Pure arithmetic on one answer a day, `None` where a day was not noted. A gap is never filled and never counts as zero.
Source for floors and formulas: domain brief, section 13; `tests/vectors/insight_vectors.json`.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import floor
from statistics import StatisticsError, correlation, fmean, median

from journal.domain.look_back import (
    ABOUT_THE_SAME,
    HIGHER,
    LOWER,
    NOT_ENOUGH,
    Coverage,
    DayToDay,
    MovingMiddle,
    TypicalRange,
    WeekBesideWeek,
)
from journal.domain.look_back_days import DayValues

WEEK = 7
TYPICAL_FLOOR = 8
"""Noted days."""
MOVING_FLOOR = 3
"""Noted days of the seven."""
WEEK_FLOOR = 4
"""Noted days in each week."""
PAIRS_FLOOR = 7
"""Pairs of next-door days."""
SAME_WITHIN = 1
"""Weeks whose middles are less than this many steps apart are about the same."""

Answers = Sequence[float | None]


def coverage(noted: DayValues, days: Sequence[str]) -> Coverage:
    """On how many of these days there is an answer."""
    count = len(_given(noted.of(days)))
    return Coverage(None if count else NOT_ENOUGH, noted.dimension, noted.scale_id, len(days), count)


def typical_range(noted: DayValues, days: Sequence[str]) -> TypicalRange:
    """Where the middle half of these days lies; at least 8 of them noted."""
    given = _given(noted.of(days))
    if len(given) < TYPICAL_FLOOR:
        label, (low, middle, high) = NOT_ENOUGH, (None, None, None)
    else:
        label, (low, middle, high) = None, (quantile(given, 0.25), quantile(given, 0.5), quantile(given, 0.75))
    return TypicalRange(label, noted.dimension, noted.scale_id, len(days), len(given), low, middle, high)


def moving_middle(noted: DayValues, days: Sequence[str], before: Sequence[str]) -> MovingMiddle:
    """The middle of each seven days that end on one of these days.

    Args:
        noted: the day values.
        days: the window, oldest first.
        before: the six days before it.
    """
    middles = moving_middles(noted.of([*before, *days]))[len(before) :]
    label = None if any(middle is not None for middle in middles) else NOT_ENOUGH
    return MovingMiddle(label, noted.dimension, noted.scale_id, len(days), tuple(middles))


def week_beside_week(noted: DayValues, days: Sequence[str]) -> WeekBesideWeek:
    """The last seven of these days beside the seven before; at least 4 noted in each.

    Args:
        noted: the day values.
        days: 14 of them, oldest first.
    """
    last, this = _given(noted.of(days[:-WEEK])), _given(noted.of(days[-WEEK:]))
    if min(len(last), len(this)) < WEEK_FLOOR:
        label, this_middle, last_middle = NOT_ENOUGH, None, None
    else:
        this_middle, last_middle = median(this), median(last)
        label = _beside(this_middle - last_middle)
    return WeekBesideWeek(
        label, noted.dimension, noted.scale_id, len(this), len(last), this_middle=this_middle, last_middle=last_middle
    )


def day_to_day(noted: DayValues, days: Sequence[str]) -> DayToDay:
    """The mean of the absolute changes between next-door days; at least 7 pairs of them."""
    pairs = next_door(noted.of(days))
    enough = len(pairs) >= PAIRS_FLOOR
    change = fmean(abs(after - before) for before, after in pairs) if enough else None
    return DayToDay(
        None if enough else NOT_ENOUGH, noted.dimension, noted.scale_id, len(days), pairs=len(pairs), change=change
    )


def moving_middles(answers: Answers, days: int = WEEK) -> list[float | None]:
    """Smooth daily answers so that one hard evening does not look like a change.

    Trailing, not centred, so that a day already shown never changes.

    Returns:
        One a day on the same scale; `None` where fewer than 3 of the last `days` were noted.
    """
    middles: list[float | None] = []
    for end in range(1, len(answers) + 1):
        given = _given(answers[max(end - days, 0) : end])
        middles.append(float(median(given)) if len(given) >= MOVING_FLOOR else None)
    return middles


def quantile(given: Sequence[float], part: float) -> float:
    """The answer below which this part of them lies, linear between two neighbours ("type 7").

    Args:
        given: at least one, in any order.
        part: 0 to 1.
    """
    ordered = sorted(given)
    place = (len(ordered) - 1) * part
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


def next_door(answers: Answers) -> list[tuple[float, float]]:
    """Each day beside the next where both were noted."""
    return [(before, after) for before, after in pairwise(answers) if before is not None and after is not None]


def carry_over(answers: Answers) -> tuple[float | None, int]:
    """How far one day's answer goes with the next day's: the correlation of next-door days, and how many pairs.

    Returns:
        -1 to 1; `None` where it cannot be said, since there is no pair or the answers are all the same.
    """
    pairs = next_door(answers)
    try:
        return correlation([before for before, _ in pairs], [after for _, after in pairs]), len(pairs)
    except StatisticsError:
        return None, len(pairs)


def _beside(difference: float) -> str:
    if abs(difference) < SAME_WITHIN:
        return ABOUT_THE_SAME
    return HIGHER if difference > 0 else LOWER


def _given(answers: Answers) -> list[float]:
    return [answer for answer in answers if answer is not None]

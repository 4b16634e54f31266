"""Days of a window, and what was answered on them: one dimension on one scale, and never two scales together.

`for_date` is used as it stands: where a person travelled, and how long a day was, moves nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from journal.domain.look_back import NotedDay


@dataclass(frozen=True, slots=True)
class Answer:
    """One number of one check-in."""

    for_date: str
    """Local calendar day, ISO 8601, fixed when written."""
    at_utc: str
    """The instant, in text whose order is the order of time."""
    number: int
    """Of its check-in, to tell two of one instant apart."""
    scale_id: str
    answer: int
    """On that scale."""


@dataclass(frozen=True, slots=True)
class DayValues:
    """The day values of one dimension on one scale: all that a statistic is ever given."""

    dimension: str
    scale_id: str | None
    """`None` where there is no answer at all."""
    other_scales: bool
    """Whether answers on another scale were left out."""
    values: Mapping[str, float]
    """By local day; a day without an answer on this scale is not there."""
    times: Mapping[str, int]
    """How many answers each of those days has."""

    def of(self, days: Iterable[str]) -> list[float | None]:
        """One a day, `None` for a gap."""
        return [self.values.get(day) for day in days]


def day_values(dimension: str, answers: Iterable[Answer]) -> DayValues:
    """Put the answers of each day together, on the scale of the newest answer.

    Args:
        dimension: whose answers these are.
        answers: in any order; those on any other scale are left out, and that they were is said.

    Returns:
        Medians, each between the lowest and the highest answer of its day.
    """
    given = list(answers)
    if not given:
        return DayValues(dimension, None, False, {}, {})
    newest = max(given, key=lambda one: (one.for_date, one.at_utc, one.number)).scale_id
    by_day: dict[str, list[int]] = {}
    for one in given:
        if one.scale_id == newest:
            by_day.setdefault(one.for_date, []).append(one.answer)
    return DayValues(
        dimension=dimension,
        scale_id=newest,
        other_scales=any(one.scale_id != newest for one in given),
        values={day: float(median(numbers)) for day, numbers in by_day.items()},
        times={day: len(numbers) for day, numbers in by_day.items()},
    )


def days_until(last_day: str, days: int) -> tuple[str, ...]:
    """So many local days in a row, oldest first, `last_day` the last of them."""
    last = date.fromisoformat(last_day)
    return tuple((last - timedelta(days=back)).isoformat() for back in range(days - 1, -1, -1))


def noted_days(noted: DayValues, days: Sequence[str]) -> tuple[NotedDay, ...]:
    """Every one of these days, noted or not."""
    return tuple(NotedDay(day, noted.values.get(day), noted.times.get(day, 0)) for day in days)

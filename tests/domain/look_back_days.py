"""Days for the tests of the look back: the series of the vectors, and series of one's own."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from journal.domain.look_back_days import Answer, DayValues, day_values, days_until

VECTORS = Path(__file__).parents[1] / "vectors" / "insight_vectors.json"
"""28 days and what is to come out of them, as the domain brief gives it."""


@cache
def vectors() -> Mapping[str, Any]:
    """The file, whole."""
    read: dict[str, Any] = json.loads(VECTORS.read_text(encoding="utf-8"))
    return read


def days_of_the_vectors() -> tuple[str, ...]:
    """Its 28 days."""
    return days_until(vectors()["end"], len(vectors()["series"]))


def noted_in_the_vectors() -> DayValues:
    """Its series as one answer on each noted day."""
    return noted([value for _, value in vectors()["series"]], vectors()["end"])


def some_days(numbers: Sequence[int], of: Sequence[str]) -> set[str]:
    """Days by their place in a window."""
    return {of[number] for number in numbers}


def answer(for_date: str, given: int, scale_id: str = "n11_v1", number: int = 1) -> Answer:
    """One answer at noon."""
    return Answer(for_date, f"{for_date}T12:00:00.000000+00:00", number, scale_id, given)


def noted(values: Sequence[int | None], last_day: str = "2026-03-28", dimension: str = "mood") -> DayValues:
    """One answer a day until `last_day`, `None` for a gap."""
    days = days_until(last_day, len(values))
    return day_values(
        dimension, [answer(day, value) for day, value in zip(days, values, strict=True) if value is not None]
    )

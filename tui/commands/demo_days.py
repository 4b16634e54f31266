"""The quieter days of the demo journal: drawn from a fixed seed, so that the same day gives the same journal."""

import random
from collections.abc import Iterator, Sequence
from typing import TypeVar

from tui.wording.demo_life.check_ins import (
    CHECK_INS,
    DRAWN_FEELINGS,
    DRAWN_MARKS,
    DRAWN_NOTES,
    DRAWN_TOOLS,
    DRAWN_WEEKS,
    Week,
)
from tui.wording.demo_life.shapes import Noted, When

T = TypeVar("T")

SEED = 1707
"""Any number will do; another one gives other days."""

CHANCE_OF_A_DAY = 0.34
"""With those written by hand it comes to about half of all days."""


class Chance:
    """Draws that fall the same way every time, with every Python: `random()` alone is promised never to change."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def happens(self, probability: float) -> bool:
        return self._random.random() < probability

    def one_of(self, choices: Sequence[T]) -> T:
        return choices[int(self._random.random() * len(choices))]

    def between(self, low: int, high: int) -> int:
        """A whole number; both ends may come."""
        return low + int(self._random.random() * (high - low + 1))


def drawn_check_ins(seed: int = SEED) -> list[Noted]:
    """Check-ins of the quieter days, oldest first.

    Args:
        seed: the same one gives the same days.

    Returns:
        At most one a day, and none on a day that has one written by hand.
    """
    chance = Chance(seed)
    written = {(noted.when.weeks_ago, noted.when.weekday) for noted in CHECK_INS}
    notes = iter(DRAWN_NOTES)
    return [
        _draw(chance, week, weekday, notes)
        for week in DRAWN_WEEKS
        for weekday in range(7)
        if (week.weeks_ago, weekday) not in written and chance.happens(CHANCE_OF_A_DAY)
    ]


def _draw(chance: Chance, week: Week, weekday: int, notes: Iterator[str]) -> Noted:
    """One check-in, most of it blank, as most are."""
    mood = _answer(chance, week, 0.9)
    hope = _answer(chance, week, 0.7)
    return Noted(
        When(week.weeks_ago, weekday, _clock(chance)),
        mood=mood,
        hope=hope,
        connection=_answer(chance, week, 0.3),
        self_belief=_answer(chance, week, 0.25),
        energy=_answer(chance, week, 0.35),
        feelings=_feelings(chance, mood if mood is not None else week.middle),
        helped=((chance.one_of(DRAWN_TOOLS), chance.one_of(DRAWN_MARKS)),) if chance.happens(0.5) else (),
        note=next(notes, None) if chance.happens(0.4) else None,
    )


def _clock(chance: Chance) -> str:
    """Mornings now and then, evenings most of all."""
    hour = chance.between(17, 22) if chance.happens(0.6) else chance.between(7, 16)
    return f"{hour:02}:{chance.between(0, 59):02}"


def _answer(chance: Chance, week: Week, likely: float) -> int | None:
    return chance.between(week.middle - 1, week.middle + 1) if chance.happens(likely) else None


def _feelings(chance: Chance, mood: int) -> tuple[str, ...]:
    """One word or two that go with such an answer."""
    words = next(words for up_to, words in DRAWN_FEELINGS if mood <= up_to)
    chosen = (chance.one_of(words), chance.one_of(words))
    return tuple(dict.fromkeys(chosen)) if chance.happens(0.4) else chosen[:1]

"""Taking turns, and what lies in the middle.

Both sides of a comparison are measured in the same rounds, so that a machine that slows down slows both.
"""

import gc
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from statistics import median, quantiles

Measure = Callable[[], float]
"""Does the thing once and returns how long it took, in seconds."""


@dataclass(frozen=True, slots=True)
class Samples:
    """One side's measurements in the order they were taken: seconds, at least two."""

    values: tuple[float, ...]

    def middle(self) -> float:
        """The median."""
        return median(self.values)

    def middle_half(self) -> tuple[float, float]:
        """The first and third quartile: where half of the measurements lie."""
        first, _, third = quantiles(self.values, n=4, method="inclusive")
        return first, third


def take_turns(
    sides: Mapping[str, Measure], rounds: int, tell: Callable[[int], None], warm_up: int = 1
) -> dict[str, Samples]:
    """Measure every side once a round; each round begins with another side, so that none is always first.

    Args:
        sides: what to measure, by name.
        rounds: how many measurements of each side are kept, 2 or more.
        tell: called with the number of each round that is done, from 1.
        warm_up: rounds before those that count.

    Returns:
        The measurements by name; the n-th of each side were taken in the same round.
    """
    names = list(sides)
    taken: dict[str, list[float]] = {name: [] for name in names}
    for number in range(-warm_up, rounds):
        turn = number % len(names)
        for name in names[turn:] + names[:turn]:
            gc.collect()
            value = sides[name]()
            if number >= 0:
                taken[name].append(value)
        if number >= 0:
            tell(number + 1)
    return {name: Samples(tuple(values)) for name, values in taken.items()}


def ratio(one: Samples, other: Samples) -> float:
    """The median, over the rounds, of one side divided by the other."""
    return median(a / b for a, b in zip(one.values, other.values, strict=True))


def difference(one: Samples, other: Samples) -> float:
    """The median, over the rounds, of one side less the other: seconds."""
    return median(a - b for a, b in zip(one.values, other.values, strict=True))


def timed(deed: Callable[[], object]) -> float:
    """Seconds that one call takes."""
    started = time.perf_counter()
    deed()
    return time.perf_counter() - started


def milliseconds(samples: Samples) -> str:
    """A median and where the middle half lies, for the table."""
    first, third = samples.middle_half()
    return f"{in_ms(samples.middle())} ms ({in_ms(first)} to {in_ms(third)})"


def in_ms(seconds: float) -> str:
    """Milliseconds with as many digits as can mean something."""
    value = seconds * 1000
    return f"{value:.0f}" if abs(value) >= 100 else f"{value:.1f}" if abs(value) >= 1 else f"{value:.2f}"

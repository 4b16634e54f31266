"""A check-in from the shell, whole process: beyond its own key derivation, in a large journal, and while unlocked."""

from collections.abc import Callable

from benchmarks.journals import PASSPHRASE, BenchJournal, Sweeper
from benchmarks.processes import (
    NotMeasured,
    answer_of,
    staying_unlocked,
    time_check_in,
    time_check_in_unlocked,
    time_empty_python,
)
from benchmarks.report import Finding
from benchmarks.samples import Measure, Samples, difference, in_ms, milliseconds, ratio, take_turns

BEYOND_KEY_S = 0.150
LARGE_TO_SMALL = 1.1
BEYOND_PYTHON_S = 0.100
"""While the shell stays unlocked: no key is derived then."""


def measure(
    small: BenchJournal,
    middle: BenchJournal,
    large: BenchJournal,
    rounds: int,
    tell: Callable[[int], None],
) -> list[Finding]:
    """Check in to all three in turn; in between derive a key alone, check in while unlocked, and start a Python."""
    with staying_unlocked(middle):
        samples = take_turns(
            {
                "key": lambda: answer_of("benchmarks.derive_key", PASSPHRASE.encode(), middle),
                "small": _checking_in(small),
                "middle": _checking_in(middle),
                "large": _checking_in(large),
                "unlocked": _checking_in(middle, time_check_in_unlocked),
                "python": lambda: time_empty_python(middle),
            },
            rounds,
            tell,
        )
    return [
        _beyond_key(samples["middle"], samples["key"], middle.size),
        _large_to_small(samples["large"], samples["small"], large.size, small.size),
        _beyond_python(samples["unlocked"], samples["python"], middle.size),
    ]


def _checking_in(journal: BenchJournal, measure_one: Callable[[BenchJournal], float] = time_check_in) -> Measure:
    """One check-in, taken out again afterwards: a day with many earlier ones is not what is measured."""

    def once() -> float:
        sweeper = Sweeper(journal)
        took = measure_one(journal)
        kept = sweeper.sweep()
        sweeper.close()
        if kept != 1:
            raise NotMeasured("A check-in was not kept, so its time means nothing.")
        return took

    return once


def _beyond_key(whole: Samples, key: Samples, size: int) -> Finding:
    beyond = difference(whole, key)
    return Finding(
        f"cairn check-in, {size:,} items",
        milliseconds(whole),
        f"its key derivation: {milliseconds(key)}",
        f"+ {in_ms(beyond)} ms",
        f"+ {in_ms(BEYOND_KEY_S)} ms",
        beyond <= BEYOND_KEY_S,
    )


def _large_to_small(large: Samples, small: Samples, large_size: int, small_size: int) -> Finding:
    outcome = ratio(large, small)
    return Finding(
        f"cairn check-in, {large_size:,} items",
        milliseconds(large),
        f"{small_size:,} items: {milliseconds(small)}",
        f"{outcome:.2f} times",
        f"{LARGE_TO_SMALL} times",
        outcome <= LARGE_TO_SMALL,
    )


def _beyond_python(whole: Samples, python: Samples, size: int) -> Finding:
    beyond = difference(whole, python)
    return Finding(
        f"cairn check-in after cairn unlock, {size:,} items",
        milliseconds(whole),
        f"an empty Python: {milliseconds(python)}",
        f"+ {in_ms(beyond)} ms",
        f"+ {in_ms(BEYOND_PYTHON_S)} ms",
        beyond <= BEYOND_PYTHON_S,
    )

"""A look back and a year at a glance in a large journal that is open, beside the same days of a small one.

Both journals hold as much in each of those days; the large one holds many years before them.
"""

from collections.abc import Callable

from benchmarks.journals import BenchJournal
from benchmarks.processes import NotMeasured
from benchmarks.report import Finding
from benchmarks.samples import Measure, Samples, milliseconds, ratio, take_turns, timed
from journal.use_cases.open_journal import OpenJournal

BUDGET = 1.2
"""Times the small journal: what was written in other years costs next to nothing."""
LONGEST_S = 0.100
"""As the first page of the timeline."""

Look = Callable[[OpenJournal], object]

LOOK_BACK, YEAR = "look back over 28 days", "a year at a glance"
LOOKS: dict[str, Look] = {
    LOOK_BACK: lambda journal: journal.look_back(),
    YEAR: lambda journal: journal.year_at_a_glance(),
}


def measure(small: BenchJournal, large: BenchJournal, rounds: int, tell: Callable[[int], None]) -> list[Finding]:
    """Look back at both journals in turn, while they stay open."""
    with_small, with_large = small.open(), large.open()
    sides: dict[str, Measure] = {}
    for name, look in LOOKS.items():
        sides[f"{name}, small"] = _looking(with_small, look)
        sides[f"{name}, large"] = _looking(with_large, look)
    samples = take_turns(sides, rounds, tell)
    _has_something_to_say(with_small)
    _has_something_to_say(with_large)
    with_small.close()
    with_large.close()
    return [
        _finding(name, samples[f"{name}, large"], samples[f"{name}, small"], (small.size, large.size)) for name in LOOKS
    ]


def _looking(journal: OpenJournal, look: Look) -> Measure:
    return lambda: timed(lambda: look(journal))


def _has_something_to_say(journal: OpenJournal) -> None:
    """Days that are all noted, and things to set beside them: an empty window would be quick for nothing."""
    found = journal.look_back()
    is_full = all(one.gap_days < found.days / 2 for one in found.dimensions)
    if not (found.dimensions and is_full and found.helped and found.dimensions[0].goes_together):
        raise NotMeasured("The journals hold too little to look back at.")


def _finding(name: str, large: Samples, small: Samples, sizes: tuple[int, int]) -> Finding:
    """A year may be more than a small journal holds, so its time alone has a budget."""
    outcome, budget = ratio(large, small), f"{LONGEST_S * 1000:.0f} ms"
    is_even = name == YEAR or outcome <= BUDGET
    return Finding(
        f"{name}, {sizes[1]:,} items",
        milliseconds(large),
        f"{sizes[0]:,} items: {milliseconds(small)}",
        f"{outcome:.2f} times",
        budget if name == YEAR else f"{BUDGET} times, {budget}",
        is_even and large.middle() <= LONGEST_S,
    )

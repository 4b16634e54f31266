"""Some of a long journal: the days of a month, the first page of a filter, and its count, while it stays open."""

from collections.abc import Callable
from datetime import date, timedelta

from benchmarks.journals import BenchJournal
from benchmarks.report import Finding
from benchmarks.samples import Measure, Samples, milliseconds, take_turns, timed
from benchmarks.timeline import PAGE
from benchmarks.words import LAST_DAY, vocabulary
from journal.domain.months import days_of_month, same_day_before
from journal.domain.timeline import Filter
from journal.use_cases.open_journal import OpenJournal

BUDGET_S = 0.100
"""Source: architecture brief, the first page of the timeline. A month and a filter are held to the same."""

Look = Callable[[OpenJournal], object]


def measure(small: BenchJournal, large: BenchJournal, rounds: int, tell: Callable[[int], None]) -> list[Finding]:
    """Look at both journals in turn, on one connection each."""
    with_small, with_large = small.open(), large.open()
    looks: dict[str, Look] = {"days of a month that have something": _month}
    looks |= {f"first page and count, {name}": _first_page(chosen) for name, chosen in _wanted().items()}
    sides: dict[str, Measure] = {}
    for name, look in looks.items():
        sides[f"{name}, small"] = _looking(with_small, look)
        sides[f"{name}, large"] = _looking(with_large, look)
    samples = take_turns(sides, rounds, tell)
    with_small.close()
    with_large.close()
    return [_finding(name, samples, small.size, large.size) for name in looks]


def _wanted() -> dict[str, Filter]:
    """What is looked for; the first forty words of the vocabulary are tags."""
    return {
        "about a theme": Filter(theme="hope"),
        "with a tag": Filter(tag=vocabulary().words[0]),
        "kept for a hard day": Filter(keep=True),
        "kept, of a theme, since a day": Filter(keep=True, theme="hope", first_day="2000-01-01"),
        "on this day in other years": Filter(days=same_day_before(LAST_DAY)),
    }


def _month(journal: OpenJournal) -> object:
    first, last = (date.fromisoformat(day) for day in days_of_month(LAST_DAY))
    return journal.days_with([first + timedelta(days=number) for number in range((last - first).days + 1)])


def _first_page(chosen: Filter) -> Look:
    """What the screen asks for until a narrowed list is there."""
    return lambda journal: (journal.timeline_count(chosen), journal.timeline(chosen, PAGE))


def _looking(journal: OpenJournal, look: Look) -> Measure:
    return lambda: timed(lambda: look(journal))


def _finding(name: str, samples: dict[str, Samples], small_size: int, large_size: int) -> Finding:
    large = samples[f"{name}, large"]
    return Finding(
        f"{name}, open journal, {large_size:,} items",
        milliseconds(large),
        f"{small_size:,} items: {milliseconds(samples[f'{name}, small'])}",
        f"{large.middle() * 1000:.1f} ms",
        f"{BUDGET_S * 1000:.0f} ms",
        large.middle() <= BUDGET_S,
    )

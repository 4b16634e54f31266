"""The first page of a long timeline: how long it takes, and how much memory."""

from collections.abc import Callable

from benchmarks.journals import BenchJournal
from benchmarks.processes import answer_of
from benchmarks.report import Finding
from benchmarks.samples import Measure, Samples, milliseconds, ratio, take_turns, timed
from journal.domain.timeline import Filter
from journal.use_cases.open_journal import OpenJournal

PAGE = 100
FIRST_PAGE_S = 0.100
MEMORY = 1.2
EVERYTHING = Filter()

Look = Callable[[OpenJournal], object]

_MEMORY_BUDGETS = ("growth from opening to the first page", "whole process after count and first page")


def first_page(journal: OpenJournal) -> object:
    """The newest 100 lines."""
    return journal.timeline(EVERYTHING, PAGE)


def count(journal: OpenJournal) -> object:
    """How long the list is, which the screen asks for before its first page."""
    return journal.timeline_count(EVERYTHING)


def count_and_first_page(journal: OpenJournal) -> object:
    """What the screen asks for until its first page is there."""
    return count(journal), first_page(journal)


def measure_time(small: BenchJournal, large: BenchJournal, rounds: int, tell: Callable[[int], None]) -> list[Finding]:
    """Look at both journals in turn: while they stay open, and on connections that have read nothing yet."""
    looks: dict[str, Look] = {
        "first page of the timeline": first_page,
        "its count": count,
        "count and first page": count_and_first_page,
    }
    with_small, with_large = small.open(), large.open()
    sides: dict[str, Measure] = {}
    for name, look in looks.items():
        sides[f"{name}, open small"] = _again(with_small, look)
        sides[f"{name}, open large"] = _again(with_large, look)
        sides[f"{name}, cold small"] = _cold(small, look)
        sides[f"{name}, cold large"] = _cold(large, look)
    samples = take_turns(sides, rounds, tell)
    with_small.close()
    with_large.close()
    return [
        _finding(
            f"{name}, {words}, {large.size:,} items",
            samples[f"{name}, {state} large"],
            f"{small.size:,} items: {milliseconds(samples[f'{name}, {state} small'])}",
        )
        for name in looks
        for state, words in (("open", "open journal"), ("cold", "cold connection"))
    ]


def measure_memory(small: BenchJournal, large: BenchJournal, rounds: int, tell: Callable[[int], None]) -> list[Finding]:
    """Look at each journal in a fresh process, and ask how much memory it had at most, and how much the look took."""

    def memory(journal: BenchJournal, look: str, part: str) -> Measure:
        return lambda: answer_of("benchmarks.timeline_memory", journal.key, journal, look, part)

    wanted = {
        "growth from opening to the first page": ("first-page", "growth"),
        "whole process after count and first page": ("count-and-first-page", "whole"),
        "growth from opening to count and first page": ("count-and-first-page", "growth"),
    }
    sides: dict[str, Measure] = {}
    for name, (look, part) in wanted.items():
        sides[f"{name}, small"] = memory(small, look, part)
        sides[f"{name}, large"] = memory(large, look, part)
    samples = take_turns(sides, rounds, tell, warm_up=0)
    return [
        _memory(name, samples[f"{name}, large"], samples[f"{name}, small"], small.size, name in _MEMORY_BUDGETS)
        for name in wanted
    ]


def _again(journal: OpenJournal, look: Look) -> Measure:
    return lambda: timed(lambda: look(journal))


def _cold(journal: BenchJournal, look: Look) -> Measure:
    def once() -> float:
        opened = journal.open()
        took = timed(lambda: look(opened))
        opened.close()
        return took

    return once


def _finding(what: str, large: Samples, against: str) -> Finding:
    return Finding(
        what,
        milliseconds(large),
        against,
        f"{large.middle() * 1000:.1f} ms",
        f"{FIRST_PAGE_S * 1000:.0f} ms",
        large.middle() <= FIRST_PAGE_S,
    )


def _memory(name: str, large: Samples, small: Samples, small_size: int, has_budget: bool) -> Finding:
    outcome = ratio(large, small)
    return Finding(
        f"memory: {name}",
        f"{large.middle():.1f} MiB",
        f"{small_size:,} items: {small.middle():.1f} MiB",
        f"{outcome:.2f} times",
        f"{MEMORY} times" if has_budget else "",
        outcome <= MEMORY if has_budget else None,
    )

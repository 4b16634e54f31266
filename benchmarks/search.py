"""Searching one word in a large journal that is open, against the bare full-text query. For information.

The bare query answers with numbers alone. cairn also counts, puts the newest day first and cuts excerpts.
"""

from collections.abc import Callable

from benchmarks.journals import BenchJournal
from benchmarks.processes import NotMeasured
from benchmarks.report import Finding
from benchmarks.samples import Measure, Samples, milliseconds, ratio, take_turns, timed
from benchmarks.words import COMMON_RANK, SELDOM_RANK, vocabulary
from journal.domain.search import search_query
from journal.store.connection import Connection
from journal.use_cases.open_journal import OpenJournal

BUDGET = 1.5
BARE = "SELECT rowid FROM search_index WHERE search_index MATCH ?"


def measure(large: BenchJournal, rounds: int, tell: Callable[[int], None]) -> list[Finding]:
    """Search for a common and a seldom word, each both ways, on one connection each."""
    journal, bare = large.open(), large.connect()
    known = vocabulary().words
    words = {"common": known[COMMON_RANK], "seldom": known[SELDOM_RANK]}
    sides: dict[str, Measure] = {}
    for name, word in words.items():
        sides[name] = _searching(journal, word)
        sides[f"{name}, bare"] = _bare(bare, word)
    samples = take_turns(sides, rounds, tell)
    hits = {name: _hits(journal, bare, word) for name, word in words.items()}
    journal.close()
    bare.close()
    return [_finding(name, hits[name], samples[name], samples[f"{name}, bare"]) for name in words]


def _searching(journal: OpenJournal, word: str) -> Measure:
    return lambda: timed(lambda: journal.search(word))


def _bare(connection: Connection, word: str) -> Measure:
    return lambda: timed(lambda: connection.rows(BARE, (search_query(word),)))


def _hits(journal: OpenJournal, bare: Connection, word: str) -> int:
    """How many things hold the word, which both sides must agree about."""
    told, found = journal.search(word)[0], len(bare.rows(BARE, (search_query(word),)))
    if not told == found > 0:
        raise NotMeasured("Search and the bare query found different things.")
    return found


def _finding(name: str, hits: int, searching: Samples, bare: Samples) -> Finding:
    return Finding(
        f"search, a {name} word, {hits:,} hits",
        milliseconds(searching),
        f"the bare query: {milliseconds(bare)}",
        f"{ratio(searching, bare):.1f} times",
        f"{BUDGET} times",
        None,
    )

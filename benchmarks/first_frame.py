"""From calling cairn to the first frame of Unlock, against the smallest Textual app there is."""

import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.empty_app import MARKER
from benchmarks.journals import BenchJournal
from benchmarks.processes import CAIRN, environment_of, time_to_word
from benchmarks.report import Finding
from benchmarks.samples import Samples, milliseconds, ratio, take_turns

BUDGET = 1.5
WORD = "Passphrase"


def measure(journal: BenchJournal, rounds: int, tell: Callable[[int], None]) -> list[Finding]:
    """Start all three in turn, and end each when its word is on the screen."""
    environment = environment_of(journal)
    script = [sys.executable, str(Path(__file__).with_name("empty_app.py"))]
    module = [sys.executable, "-m", "benchmarks.empty_app"]
    samples = take_turns(
        {
            "unlock": lambda: time_to_word([str(CAIRN)], environment, WORD),
            "script": lambda: time_to_word(script, environment, MARKER),
            "module": lambda: time_to_word(module, environment, MARKER),
        },
        rounds,
        tell,
        warm_up=2,
    )
    unlock = samples["unlock"]
    return [
        _finding(unlock, samples["script"], "an empty app", BUDGET),
        _finding(unlock, samples["module"], "an empty app, python -m", None),
    ]


def _finding(unlock: Samples, other: Samples, name: str, budget: float | None) -> Finding:
    outcome = ratio(unlock, other)
    return Finding(
        "first frame of Unlock",
        milliseconds(unlock),
        f"{name}: {milliseconds(other)}",
        f"{outcome:.2f} times",
        f"{budget} times" if budget else "",
        outcome <= budget if budget else None,
    )

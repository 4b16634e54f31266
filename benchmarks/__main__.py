"""`python -m benchmarks`, or `make bench`: make the journals, measure, print a table, clean up.

Exit codes: 0 every budget holds, 1 one is over, 2 something could not be measured.
"""

import argparse
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from benchmarks import check_in, exchange, first_frame, keeping_safe, look_back, search, some_of_it, timeline
from benchmarks.journals import BenchJournal, make_journal
from benchmarks.processes import NotMeasured
from benchmarks.report import Finding, is_over, table

_OVER, _NOT_MEASURED, _INTERRUPTED, _TERMINATED = 1, 2, 130, 143


@dataclass(frozen=True, slots=True)
class Plan:
    """How large the journals are, and how often each thing is measured."""

    sizes: tuple[int, int, int]
    processes: int
    """Rounds of what starts a process."""
    calls: int
    """Rounds of what is called in this process."""
    memories: int


FULL = Plan((100, 10_000, 100_000), processes=25, calls=25, memories=5)
QUICK = Plan((100, 1_000, 10_000), processes=3, calls=5, memories=2)


def main() -> int:
    """Measure everything once, or say in one sentence why not."""
    options = _options()
    signal.signal(signal.SIGTERM, _end)
    folder = Path(tempfile.mkdtemp(prefix="cairn-bench-"))
    try:
        findings = _measure_all(folder, QUICK if options.quick else FULL)
    except NotMeasured as problem:
        print(problem, file=sys.stderr)
        return _NOT_MEASURED
    except KeyboardInterrupt:
        return _INTERRUPTED
    finally:
        _say("clearing up")
        shutil.rmtree(folder, ignore_errors=True)
        _say("done")
        if sys.stderr.isatty():
            print(file=sys.stderr)
    print(table(findings))
    if options.quick:
        print("\nSmaller journals and few rounds: this shows that the measuring works, not how fast cairn is.")
    return _OVER if is_over(findings) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="journals of 100, 1,000 and 10,000; few rounds")
    return parser.parse_args()


def _end(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(_TERMINATED)


def _measure_all(folder: Path, plan: Plan) -> list[Finding]:
    small, middle, large = (_made(folder, size) for size in plan.sizes)
    return [
        *first_frame.measure(small, plan.processes, _telling("first frame", plan.processes)),
        *check_in.measure(small, middle, large, plan.processes, _telling("check-in", plan.processes)),
        *timeline.measure_time(small, large, plan.calls, _telling("timeline", plan.calls)),
        *timeline.measure_memory(small, large, plan.memories, _telling("memory", plan.memories)),
        *look_back.measure(middle, large, plan.calls, _telling("look back", plan.calls)),
        *some_of_it.measure(small, large, plan.calls, _telling("some of it", plan.calls)),
        *search.measure(large, plan.calls, _telling("search", plan.calls)),
        *keeping_safe.measure_passphrase(large, plan.calls, _telling("passphrase", plan.calls)),
        *keeping_safe.measure_typing(large),
        *exchange.measure(folder, plan.calls, _telling("sharing", exchange.ROUNDS)),
    ]


def _made(folder: Path, size: int) -> BenchJournal:
    _say(f"making a journal of {size:,}")
    return make_journal(folder, size)


def _telling(what: str, rounds: int) -> Callable[[int], None]:
    return lambda number: _say(f"{what}: {number} of {rounds}")


def _say(sentence: str) -> None:
    """Progress, on standard error: one line that is written over on a terminal, else one line each."""
    with suppress(OSError):
        start, end = ("\r\x1b[K", "") if sys.stderr.isatty() else ("", "\n")
        print(f"{start}{sentence}", end=end, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())

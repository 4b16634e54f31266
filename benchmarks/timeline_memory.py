"""In a fresh process: how much memory a look at the timeline takes. Prints MiB.

Called with the database's path, the look, `growth` or `whole`, and the key on standard input: deriving it
here would take 64 MiB first, and hide everything that comes after it.
"""

import resource
import sys
from pathlib import Path

from benchmarks.journals import StillClock
from benchmarks.timeline import Look, count_and_first_page, first_page
from journal.store.connection import open_database
from journal.use_cases.open_journal import OpenJournal

LOOKS: dict[str, Look] = {"first-page": first_page, "count-and-first-page": count_and_first_page}

_STATUS = Path("/proc/self/status")


def main() -> None:
    """Open, look, and tell the most there was at any time."""
    database, look, part = sys.argv[1:]
    key = bytearray(sys.stdin.buffer.read())
    before = peak_kib()
    journal = OpenJournal(open_database(Path(database), key), StillClock())
    kept = LOOKS[look](journal)
    after = peak_kib()
    journal.close()
    if not kept:
        raise SystemExit("There is nothing on the timeline.")
    print((after - (before if part == "growth" else 0)) / 1024)


def peak_kib() -> float:
    """The most memory this process has had, in KiB.

    `ru_maxrss` on Linux begins with that of the process that started this one, so the kernel's own line is
    read where there is one.
    """
    if _STATUS.exists():
        line = next(line for line in _STATUS.read_text().splitlines() if line.startswith("VmHWM"))
        return float(line.split()[1])
    peak = float(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    return peak / 1024 if sys.platform == "darwin" else peak


if __name__ == "__main__":
    main()

"""In a fresh process: how much memory the first page of a timeline takes. Prints megabytes.

Called with the database's path, and its key on standard input: deriving it here would take 64 MB first,
and hide everything that comes after it.
"""

import resource
import sys
from pathlib import Path

from benchmarks.journals import StillClock
from benchmarks.timeline import count_and_first_page
from journal.store.connection import open_database
from journal.use_cases.open_journal import OpenJournal

_STATUS = Path("/proc/self/status")


def main() -> None:
    """Open, count, read the first page, and tell the most there was at any time."""
    before = peak_kib()
    journal = OpenJournal(open_database(Path(sys.argv[1]), bytearray(sys.stdin.buffer.read())), StillClock())
    kept = count_and_first_page(journal)
    after = peak_kib()
    journal.close()
    if not kept:
        raise SystemExit("The journal is empty.")
    print(before / 1024, after / 1024, (after - before) / 1024)


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

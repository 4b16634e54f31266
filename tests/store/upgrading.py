"""One of two processes that bring the same journal up to date: `python -m tests.store.upgrading HOME`.

It opens the file, says so, waits for a line on standard input, upgrades, and prints how many steps it applied.
"""

import sys
from datetime import UTC, datetime
from pathlib import Path

from journal.paths import Home
from journal.store.migrations import Step, newest, steps_in
from journal.use_cases.opening import bring_up_to_date
from journal.use_cases.unlocking import open_named, unlock_with_passphrase
from tests.conftest import PASSPHRASE, FixedClock

LATER = FixedClock(datetime(2026, 4, 1, 10, tzinfo=UTC))
NEXT = newest(steps_in()) + 1
"""The number that the next release would take."""
COMING = Step(
    NEXT,
    "coming",
    "-- The next release.\nCREATE TABLE coming (number INTEGER PRIMARY KEY, title TEXT NOT NULL) STRICT;\n"
    "INSERT INTO coming (title) SELECT id FROM item;\n",
)


def main() -> None:
    home = Home(Path(sys.argv[1]))
    unlocked = unlock_with_passphrase(home, PASSPHRASE)
    connection = open_named(unlocked)
    print("ready", flush=True)
    sys.stdin.readline()
    print(bring_up_to_date(unlocked, connection, [*steps_in(), COMING], LATER), flush=True)
    connection.close()


if __name__ == "__main__":
    main()

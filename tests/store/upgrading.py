"""One of two processes that bring the same journal up to date: `python -m tests.store.upgrading HOME`.

It opens the file, says so, waits for a line on standard input, upgrades, and prints how many steps it applied.
"""

import sys
from pathlib import Path

from journal.paths import Home
from journal.store.connection import open_database
from journal.store.migrations import Step, newest, steps_in
from journal.use_cases.opening import bring_up_to_date
from journal.vault.header import parse_header
from journal.vault.key_slots import open_with_passphrase
from journal.vault.passphrase import passphrase_bytes
from tests.conftest import PASSPHRASE

NOW = "2026-04-01T10:00:00.000000+00:00"
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
    header = parse_header(home.header.read_bytes())
    root = open_with_passphrase(header, passphrase_bytes(PASSPHRASE))
    connection = open_database(home.vault / header.database_name, root.database_key())
    print("ready", flush=True)
    sys.stdin.readline()
    print(bring_up_to_date(home, header, connection, [*steps_in(), COMING], NOW), flush=True)
    connection.close()


if __name__ == "__main__":
    main()

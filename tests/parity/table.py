"""`docs/parity.md`, made from the registry: a row a deed, a column a way."""

from pathlib import Path

from tests.parity.deed import Deed
from tests.parity.registry import SUBJECTS

FILE = Path(__file__).parents[2] / "docs" / "parity.md"

_BEGINS = """\
# What you can do, and how

Everything a person does with a journal can be done in three ways: on the screen, in plain lines (`cairn --plain`), and
from a shell. All three leave the same in the journal. Plain lines are for a screen reader, for a terminal that shows
lines alone, and for whoever likes to be asked.

How to read a row:

- `Like this` is a key on the screen, a line in plain lines, a call in a shell. On the screen the section comes first:
  `3` is Goals. In a facilitator's own home `1` is Summaries, `2` Group, `3` About me.
- *Like this* is for you to type, in your own words. From a shell it comes on standard input; it never stands in the
  call, where a shell would remember it. A passphrase is asked for on the terminal itself.
- `PAGE`, `GOAL` and other words in capitals stand for an id, or its first four characters or more; lists show them.
  `PATH` and `BACKUP` stand for a place on your computer.
- In plain lines, `1` is the number that the list gives it, and every name can be cut short. Most answers may be `skip`.
- Where a list is long, the arrow keys lead to the row first. Every key, with what it does: `F1`.

Each way is run by a test, which then looks into the journal (`tests/parity`). This page is made from what the test
runs: `python -m tests.parity`.

| What you want to do | On the screen | In plain lines | From a shell |
| --- | --- | --- | --- |
"""


def page() -> str:
    """The whole page."""
    rows = []
    for subject, deeds in SUBJECTS.items():
        rows += [_row(f"**{subject}**", "", "", ""), *map(row_of, deeds)]
    return _BEGINS + "".join(rows)


def row_of(deed: Deed) -> str:
    """One deed."""
    return _row(deed.name, *(deed.cell(way) for way in ("screen", "plain", "command")))


def _row(*cells: str) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |\n"

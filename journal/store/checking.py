"""Whether a database is whole: at once, or in pieces, so that others can write in between.

A reader keeps a writer from committing for as long as one statement of its own lasts. `check_whole` is three
statements; in pieces it is three for each table, and the pages are read without a lock.
"""

from collections.abc import Callable, Iterator
from typing import Final

from journal.errors import Damaged
from journal.progress import WHOLE, Progress
from journal.store.connection import Connection
from journal.store.meta import FACILITATOR, HOME_OF, Settings

BAD_PAGE: Final = "A page of the journal file does not pass its check. Nothing was changed."
BROKEN_ORDER: Final = "The journal file's inner order is broken. Nothing was changed."
STRAY_ROWS: Final = "Some rows of the journal belong to nothing. Nothing was changed."

COUNTED: Final = (
    "check_in", "entry", "goal", "goal_step", "goal_reflection", "peer_session", "partner", "coping_tool", "strength",
    "person", "week", "story", "plan", "summary", "draft", "earlier_version", "item",
)  # fmt: skip
"""Tables whose rows a person would miss."""
COUNTED_OF_FACILITATORS: Final = ("peer_group", "role_card", "group_note", "draft")
"""The same in a facilitator's home. How many people have joined a group is nothing that anybody is told."""

_PAGES_OF_THE_WHOLE: Final = 300
"""Of a thousand: about as long as reading the pages takes."""


def check_whole(connection: Connection) -> None:
    """Read every page and check it.

    Raises:
        Damaged: the first thing that is not what cairn wrote, with no content.
    """
    if connection.rows("PRAGMA cipher_integrity_check"):
        raise Damaged(BAD_PAGE)
    if connection.rows("PRAGMA integrity_check(1)") != [("ok",)]:
        raise Damaged(BROKEN_ORDER)
    if connection.rows("PRAGMA foreign_key_check"):
        raise Damaged(STRAY_ROWS)


def row_counts(connection: Connection) -> dict[str, int]:
    """How many rows each table has that a person would miss; tables that came later than this file are left out."""
    there = {str(name) for (name,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}
    is_facilitators = "setting" in there and Settings(connection).get(HOME_OF) == FACILITATOR
    told = COUNTED_OF_FACILITATORS if is_facilitators else COUNTED
    return {table: int(connection.one(f"SELECT count(*) FROM {table}") or 0) for table in told if table in there}


def check_in_pieces(connection: Connection, progress: Progress | None = None) -> None:
    """Read every page and check it, and the order of every table, one after the other.

    What it looks at less closely than `check_whole`: whether each index holds just what its table does.

    Args:
        connection: one of its own, in no transaction.
        progress: in thousandths, between the pieces; what it raises ends the check.

    Raises:
        Damaged: the first thing that is not what cairn wrote, with no content.
        Busy: another process wrote for longer than 10 seconds.
    """
    _tell(progress, 0)
    check_pages(connection)
    _tell(progress, _PAGES_OF_THE_WHOLE)
    pieces = list(_pieces(connection))
    for number, piece in enumerate(pieces, 1):
        piece()
        _tell(progress, _PAGES_OF_THE_WHOLE + (WHOLE - _PAGES_OF_THE_WHOLE) * number // len(pieces))


def check_pages(connection: Connection) -> None:
    """Check every page of the file as it is on the disk, while others may write.

    The engine reads them with no lock, so that a page may be half written while it looks: an alarm is looked at again
    under one.

    Raises:
        Damaged: a page is not what cairn wrote.
    """
    if not connection.rows("PRAGMA cipher_integrity_check"):
        return
    connection.execute("BEGIN")
    try:
        # With the first row that is read nobody else can write.
        connection.one("SELECT count(*) FROM sqlite_master")
        if connection.rows("PRAGMA cipher_integrity_check"):
            raise Damaged(BAD_PAGE)
    finally:
        connection.execute("ROLLBACK")


def _pieces(connection: Connection) -> Iterator[Callable[[], None]]:
    """Each table, those that a search index is made of among them; the index itself would take a second at once."""
    tables = connection.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid"
    )
    for (name,) in tables:
        yield lambda name=name: _check_order(connection, str(name))  # type: ignore[misc]  # a default binds now
        yield lambda name=name: _check_references(connection, str(name))  # type: ignore[misc]  # as above


def _check_order(connection: Connection, table: str) -> None:
    if connection.rows(f'PRAGMA quick_check("{table}")') != [("ok",)]:
        raise Damaged(BROKEN_ORDER)


def _check_references(connection: Connection, table: str) -> None:
    if connection.rows(f'PRAGMA foreign_key_check("{table}")'):
        raise Damaged(STRAY_ROWS)


def _tell(progress: Progress | None, thousandths: int) -> None:
    if progress is not None:
        progress(thousandths, WHOLE)

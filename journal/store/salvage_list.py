"""The list of tables of a damaged file, put in its place from what a safety copy knows.

A few pages of a file say where everything stands. Where one of them is damaged the engine finds nothing, however whole
the rest may be. A safety copy was the same file, page for page, some days ago: its tables begin on the same pages.
"""

from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from journal.errors import Damaged
from journal.store.connection import PAGE_BYTES, Connection, create_database
from journal.store.migrations import Step, migrate
from journal.store.salvage_copy import fill_up

Roots = dict[tuple[str, str], int]
"""By type and name, the page on which a table or an index begins."""

SALT_BYTES: Final = 16
_FILLER: Final = "filler"
_BLANK_BYTES: Final = 2**20


def roots_in(connection: Connection) -> Roots:
    """Where the tables and indexes of a file begin."""
    rows = connection.rows("SELECT type, name, rootpage FROM sqlite_master WHERE rootpage > 0")
    return {(str(kind), str(name)): int(page or 0) for kind, name, page in rows}


def lend_list(damaged: Path, roots: Roots, steps: Sequence[Step], now: str, key: Callable[[], bytearray]) -> None:
    """Put a list of tables into a damaged file that says where each of them begins.

    The new list is made in a file of its own under the same key and salt, behind as many blank pages as the damaged
    file has, so that of all its pages only the first takes the place of another.

    Args:
        damaged: a copy that may be changed. Its first 16 bytes, the salt, must be as they were.
        roots: from a file with the same steps of the schema.
        steps: those steps.
        now: a UTC instant, for the steps.
        key: gives the 67 bytes of `Keys.database_key`, anew each time.

    Raises:
        Damaged: the file is too short, or `roots` is of another schema. NoRoom: the disk did not take it.
    """
    size = damaged.stat().st_size
    if size < PAGE_BYTES:
        raise Damaged()
    pages = -(-size // PAGE_BYTES)
    fresh = damaged.with_name("list.db")
    try:
        with closing(create_database(fresh, key())) as connection:
            connection.rows(f"PRAGMA cipher_salt = \"x'{_salt_of(damaged).hex()}'\"")
            _grow(connection, pages)
            migrate(connection, list(steps), now)
            _point(connection, roots)
        _take_over(fresh, damaged, pages)
    finally:
        fresh.unlink(missing_ok=True)


def _salt_of(database: Path) -> bytes:
    with database.open("rb") as file:
        return file.read(SALT_BYTES)


def _grow(connection: Connection, pages: int) -> None:
    connection.execute(f"CREATE TABLE {_FILLER} (blank BLOB)")
    while int(connection.one("PRAGMA page_count") or 0) < pages:
        connection.execute(f"INSERT INTO {_FILLER} VALUES (zeroblob({_BLANK_BYTES}))")


def _point(connection: Connection, roots: Roots) -> None:
    """Let every name of the list point to where the damaged file has it."""
    listed = [name for name in roots_in(connection) if name != ("table", _FILLER)]
    if set(listed) != set(roots):
        raise Damaged()
    connection.rows("PRAGMA writable_schema = ON")
    connection.execute("DELETE FROM sqlite_master WHERE name = ?", (_FILLER,))
    connection.execute_many(
        "UPDATE sqlite_master SET rootpage = ? WHERE type = ? AND name = ?", [(roots[name], *name) for name in listed]
    )


def _take_over(fresh: Path, damaged: Path, pages: int) -> None:
    """The first page of the one file, and all that it has beyond the other's length."""
    fill_up(damaged, damaged.stat().st_size // PAGE_BYTES * PAGE_BYTES, pages)
    with fresh.open("rb") as source, damaged.open("r+b") as target:
        target.write(source.read(PAGE_BYTES))
        source.seek(pages * PAGE_BYTES)
        target.seek(pages * PAGE_BYTES)
        while content := source.read(_BLANK_BYTES):
            target.write(content)

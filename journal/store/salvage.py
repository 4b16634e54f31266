"""A database file that may be readable in part: after each place that is not, it is opened anew.

Once the engine has met a page that does not pass its check it answers nothing more on that connection. What can be
read is found by asking again, elsewhere: see `salvage_reading`.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from journal.errors import Busy, CairnError, Damaged, NoRoom
from journal.store.connection import PAGE_BYTES, Connection, Row, Value, open_database
from journal.store.salvage_copy import fill_up

LARGEST_BYTES: Final = 2**32
"""How far a file that was cut off is made longer, to learn how long it was."""


class DamagedFile:
    """Reads of a copy that may be damaged anywhere. Nothing is ever written through it."""

    def __init__(self, path: Path, key: Callable[[], bytearray]) -> None:
        """Open it, and make it as long as it was where it was cut off.

        Args:
            path: a copy, as `copy_to_read` makes it: it is changed where it was cut off or has a write to roll back.
            key: gives the 67 bytes of `Keys.database_key`, anew each time.

        Raises:
            Damaged: not even the list of its tables can be read. NewerFormat, Busy, NoRoom: as for any opening.
        """
        self._path = path
        self._key = key
        self._connection: Connection | None = self._first_opening()

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Every row of the answer.

        Raises:
            Damaged: something on the way to it cannot be read, or holds what is no text.
            Busy, NoRoom: not for any damage.
        """
        if self._connection is None:
            self._connection = open_database(self._path, self._key())
        try:
            rows = self._connection.rows(sql, values)
            # Where words end on a page that does not pass its check, the engine gives zeros for them and says
            # nothing: the failure shows when it next takes a page from the file.
            self._connection.rows("PRAGMA shrink_memory")
            self._connection.rows("SELECT 1 FROM sqlite_master LIMIT 1")
            return rows
        except (Busy, NoRoom):
            raise
        except CairnError as problem:
            self.close()
            raise Damaged() from problem

    def tables(self) -> dict[str, list[str]]:
        """The names of its tables, search indexes left out, and of the columns of each."""
        # A search index cannot even be named where what it is made of is damaged.
        listed = self.rows(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY rowid"
        )
        names = [str(name) for (name,) in listed]
        return {name: [str(row[1]) for row in self.rows(f'PRAGMA table_info("{name}")')] for name in names}

    def newest_step(self) -> int | None:
        """The number of the newest step of the schema that was applied to it; `None` where that cannot be read."""
        with suppress(Damaged):
            return int(self.rows("SELECT max(number) FROM migration NOT INDEXED")[0][0] or 0) or None
        return None

    def close(self) -> None:
        if self._connection is not None:
            connection, self._connection = self._connection, None
            with suppress(CairnError):
                connection.close()

    def _first_opening(self) -> Connection:
        try:
            return open_database(self._path, self._key())
        except Damaged as problem:
            pages = self._pages_it_had()
            if pages is None:
                raise problem from None
        return open_database(self._path, self._key())

    def _pages_it_had(self) -> int | None:
        """Its first page says how long it was, and the engine opens nothing shorter: make it long enough to ask."""
        size = self._path.stat().st_size
        longer = size
        while size >= PAGE_BYTES and longer < LARGEST_BYTES:
            longer *= 2
            try:
                with self._path.open("r+b") as file:
                    file.truncate(longer)
                connection = open_database(self._path, self._key())
            except Damaged:
                continue
            except OSError:
                break
            try:
                pages = int(connection.one("PRAGMA page_count") or 0)
            finally:
                connection.close()
            fill_up(self._path, size, pages)
            return pages
        with self._path.open("r+b") as file:
            file.truncate(size)
        return None

"""The one module that imports the encrypted database engine, and the only way to it.

Opening follows the security brief, b.4, step by step. Every error of the engine is translated here, once,
so that no message of its own (which may quote SQL or values) reaches a person.
"""

import os
import stat
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

import sqlcipher3

from journal.errors import BadInput, Busy, CairnError, Damaged, NoRoom
from journal.paths import write_private_file

T = TypeVar("T")
Value = str | int | float | bytes | None
Row = tuple[Value, ...]

PAGE_BYTES: Final = 4096
KEY_BYTES: Final = 67
BUSY_TIMEOUT_MS: Final = 10_000

_PRAGMAS: Final = (
    ("cipher_memory_security", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("locking_mode", "NORMAL", "normal"),
    ("busy_timeout", str(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS),
    ("journal_mode", "DELETE", "delete"),
    ("synchronous", "EXTRA", 3),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
)
"""Name, what is set, what must be read back. DELETE and EXTRA: one flipped bit in a WAL silently drops rows."""

# Primary result codes, https://www.sqlite.org/rescode.html
_BUSY, _LOCKED, _READONLY, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = 5, 6, 8, 10, 11, 13, 14, 26
_CODES_BY_NAME: Final = {
    "database is locked": _BUSY,
    "database table is locked": _LOCKED,
    "attempt to write a readonly database": _READONLY,
    "disk I/O error": _IOERR,
    "database disk image is malformed": _CORRUPT,
    "database or disk is full": _FULL,
    "unable to open database file": _CANTOPEN,
    "file is not a database": _NOTADB,
}
_NO_ROOM = {_READONLY, _IOERR, _FULL, _CANTOPEN}


class Connection:
    """One keyed connection. Reads return whole answers, so that no cursor outlives its transaction."""

    def __init__(self, engine: sqlcipher3.Connection) -> None:
        self._engine = engine
        self.before_writing: Callable[[], None] = _nothing
        """Called once nobody else can write, and before anything is written: raises where this must not be."""

    def execute(self, sql: str, values: Sequence[Value] = ()) -> int:
        """Run one statement and return the number of the row it added (0 if none)."""
        return _translated(lambda: self._engine.execute(sql, values).lastrowid or 0)

    def execute_many(self, sql: str, rows: Sequence[Sequence[Value]]) -> None:
        """Run one statement for each row of values."""
        _translated(lambda: self._engine.executemany(sql, rows))

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        """Every row of the answer."""
        return _translated(lambda: self._engine.execute(sql, values).fetchall())

    def row(self, sql: str, values: Sequence[Value] = ()) -> Row | None:
        """The first row of the answer, if there is one."""
        found: Row | None = _translated(lambda: self._engine.execute(sql, values).fetchone())
        return found

    def one(self, sql: str, values: Sequence[Value] = ()) -> Value:
        """The first column of the first row.

        Raises:
            Damaged: there is no row, where there always is one.
        """
        found = self.row(sql, values)
        if found is None:
            raise Damaged()
        return found[0]

    @property
    def in_transaction(self) -> bool:
        return bool(self._engine.in_transaction)

    def close(self) -> None:
        _translated(self._engine.close)

    def go_on_with(self, other: "Connection") -> None:
        """Let this file go and be the other connection from here on, for everyone who holds this one."""
        self.close()
        self._engine, self.before_writing = other._engine, other.before_writing

    def copy_into(self, other: "Connection", pages_a_step: int, progress: Callable[[int, int], object]) -> None:
        """Copy every page into another keyed connection, with the engine's own backup.

        Args:
            other: an empty database under any key.
            pages_a_step: other processes can write between two steps, and it then begins anew by itself.
            progress: called after each step with the pages left and all pages; what it raises ends it.
        """

        def told(_status: int, left: int, pages: int) -> None:
            progress(left, pages)

        _translated(lambda: self._engine.backup(other._engine, pages=pages_a_step, progress=told, sleep=0.02))


def _nothing() -> None:
    """Nothing stands in the way of writing."""


def create_database(path: Path, key: bytearray) -> Connection:
    """Make a new, empty, encrypted database file that only this user can read. Wipes `key`."""
    try:
        write_private_file(path, b"")
        return _keyed(path, key)
    finally:
        key[:] = bytes(len(key))


def open_database(path: Path, key: bytearray) -> Connection:
    """Open what `create_database` made. Wipes `key`.

    Args:
        path: the database file.
        key: the 67 bytes of `RootKey.database_key`.

    Raises:
        Damaged: missing, empty, cut, plaintext, of another journal, or not ours at all.
        Busy: another process writes for longer than 10 seconds.
    """
    try:
        _check_file(path)
        connection = _keyed(path, key)
    finally:
        key[:] = bytes(len(key))
    try:
        if connection.one("SELECT count(*) FROM sqlite_master") == 0:
            raise Damaged("The journal file is empty. Nothing was set up over it.")
    except BaseException:
        connection.close()
        raise
    return connection


def _check_file(path: Path) -> None:
    """Refuse what the engine would open without a word as a new or plaintext database.

    The file is never opened here by ourselves: to close it would drop every lock that this process holds on it, those
    of its other connections among them (POSIX), and two processes would then write at once.
    """
    try:
        found = path.stat()
        size = found.st_size
    except FileNotFoundError as problem:
        raise Damaged("The journal file is not in its place. Nothing was set up instead of it.") from problem
    except OSError as problem:
        raise NoRoom("The journal file cannot be read.") from problem
    if not stat.S_ISREG(found.st_mode) or not os.access(path, os.R_OK):
        raise NoRoom("The journal file cannot be read.")
    if size >= PAGE_BYTES and _is_plaintext(path):
        raise Damaged("The file in the journal's place is not encrypted, so cairn did not write it.")
    # A write that was cut off can leave a torn end, which the engine rolls back from the file beside it.
    is_cut = size % PAGE_BYTES and not _has_rollback(path)
    if size < PAGE_BYTES or is_cut:
        raise Damaged("The journal file was cut off or added to. Nothing was changed.")


def _is_plaintext(path: Path) -> bool:
    """Whether the engine reads it without any key. It only reads, and closes the file when no lock depends on it."""
    silence_engine()
    try:
        engine = sqlcipher3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0)
    except sqlcipher3.Error:
        return False
    try:
        engine.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlcipher3.Error:
        return False
    finally:
        engine.close()
    return True


def _has_rollback(path: Path) -> bool:
    beside = path.with_name(f"{path.name}-journal")
    return beside.is_file() and beside.stat().st_size > 0


def _keyed(path: Path, key: bytearray) -> Connection:
    # A key of another length would be taken for a passphrase and open a different, wrong database.
    if len(key) != KEY_BYTES:
        raise Damaged("The key for this journal has the wrong length.")
    _translated(silence_engine)
    place = f"{path.absolute().as_uri()}?mode=rw"
    engine = _translated(lambda: sqlcipher3.connect(place, uri=True, isolation_level=None, check_same_thread=False))
    connection = Connection(engine)
    try:
        _translated(lambda: engine.set_key(key))
        key[:] = bytes(len(key))
        _prepare(connection, engine)
    except BaseException:
        engine.close()
        raise
    return connection


def _prepare(connection: Connection, engine: sqlcipher3.Connection) -> None:
    for name, wanted, expected in _PRAGMAS:
        connection.rows(f"PRAGMA {name}={wanted}")
        if connection.one(f"PRAGMA {name}") not in (expected, str(expected)):
            raise CairnError("The database on this computer does not keep the settings cairn needs.")
    engine.set_authorizer(_authorize)


_KEPT_AS_THEY_ARE = ("temp_store", "temp_store_directory", "journal_mode", "synchronous")


def _authorize(action: int, name: str | None, value: str | None, *_: object) -> int:
    """What no statement may ever do, whoever wrote it, once the file is open.

    A second file beside the journal would hold plaintext; the engine's own change of key can lose the file; settings
    that keep words off the disk and saves on it stay as they were checked.
    """
    if action == sqlcipher3.SQLITE_ATTACH:
        return int(sqlcipher3.SQLITE_DENY)
    pragma = (name or "").lower() if action == sqlcipher3.SQLITE_PRAGMA else ""
    is_refused = pragma.endswith("key") or (pragma in _KEPT_AS_THEY_ARE and value is not None)
    return int(sqlcipher3.SQLITE_DENY if is_refused else sqlcipher3.SQLITE_OK)


def silence_engine() -> None:
    """Turn off the engine's own log, which writes to the terminal; process-wide, before anything else."""
    memory = sqlcipher3.connect(":memory:")
    memory.execute("PRAGMA cipher_log_level=NONE")
    memory.close()


def _translated(call: Callable[[], T]) -> T:
    try:
        return call()
    except sqlcipher3.IntegrityError as problem:
        raise CairnError() from problem
    except sqlcipher3.Error as problem:
        # The engine's backup tells its errors by their fixed names alone.
        code = getattr(problem, "sqlite_errorcode", None) or _CODES_BY_NAME.get(str(problem), 0)
        raise _meaning(code & 0xFF) from problem
    except UnicodeEncodeError:
        # Without its cause, which holds the whole text.
        raise BadInput("Some of that text holds characters that cannot be kept.") from None


def _meaning(primary: int) -> CairnError:
    if primary in (_BUSY, _LOCKED):
        return Busy()
    if primary in _NO_ROOM:
        return NoRoom()
    if primary in (_CORRUPT, _NOTADB):
        return Damaged()
    return CairnError()

"""Slots in one SQLite file: the embedded default. One thread writes, and what waits together is committed together."""

import asyncio
import errno
import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TypeVar

from sync.relay.refusals import BusyOrFull, CallIsOff, CannotServe, DamagedStore, NewerStore
from sync.relay.slots import Making, NoRoom, NotNow, Page, Put
from sync.relay.sqlite_reserve import Reserve
from sync.relay.sqlite_thread import TOGETHER_MOST, OneThread, refusal_of

T = TypeVar("T")

SCHEMA = Path(__file__).parent / "schema" / "sqlite"
RELAYS_OWN = 0x43524C59
"""`CRLY`, in the header of the file: whose it is."""

PATIENCE_S = 4.0
"""How long a deed may take before whoever asked hears that it is not known whether it stands."""
DAY_S = 86_400
WINDOW = 2_000
"""Rows that are looked at in one go for old slots: some milliseconds."""

_REPLACE = (
    "UPDATE slot SET version = version + 1, written_at = ?, used_at = ?, body = ?"
    " WHERE id = ? AND write_sha256 = ? RETURNING version"
)
_MAKE_ONLY = (
    "INSERT INTO slot (id, read_sha256, write_sha256, version, written_at, used_at, body)"
    " VALUES (?, ?, ?, 1, ?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING version"
)
_MAKE_OR_REPLACE = (
    "INSERT INTO slot (id, read_sha256, write_sha256, version, written_at, used_at, body)"
    " VALUES (?, ?, ?, 1, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET version = version + 1,"
    " written_at = excluded.written_at, used_at = excluded.used_at, body = excluded.body"
    " WHERE read_sha256 = excluded.read_sha256 AND write_sha256 = excluded.write_sha256 RETURNING version"
)
_READ = "SELECT body, version, used_at FROM slot WHERE id = ? AND read_sha256 = ?"
_THERE = "SELECT 1 FROM slot WHERE id = ?1 AND write_sha256 = ?2 AND read_sha256 = coalesce(?3, read_sha256)"
_USED = "UPDATE slot SET used_at = ? WHERE id = ?"
_DELETE = "DELETE FROM slot WHERE id = ? AND (read_sha256 = ? OR write_sha256 = ?) RETURNING id"
_LAST_ROW = "SELECT coalesce(max(rowid), 0) FROM slot"
_OLD = "SELECT id FROM slot WHERE rowid > ? AND rowid <= ? AND used_at < ?"
_DELETE_OLD = "DELETE FROM slot WHERE id = ? AND used_at < ?"


def whole_seconds() -> int:
    """UTC, in seconds since 1970."""
    return int(time.time())


class SqliteSlots:
    """A `Store` in one file.

    Args:
        path: made where it is not there, for this user alone; its folder has to be there.
        now: whole seconds of UTC.
    """

    def __init__(self, path: Path, now: Callable[[], int] = whole_seconds) -> None:
        self._path = path
        self._now = now
        self._broken = asyncio.Event()
        self._reserve = Reserve(path)
        self._writer = OneThread(
            "relay writes", self._begin, writes=True, at_rest=_empty_the_log, reserve=self._reserve.given_free,
            broke=self._broken.set,
        )  # fmt: skip
        self._reader = OneThread("relay reads", self._connect, writes=False, broke=self._broken.set)
        self._changes: set[bytes] = set()
        self._stirred = asyncio.Event()

    async def open(self) -> None:
        try:
            await self._writer.open()
            await self._reader.open()
        except sqlite3.OperationalError as problem:
            raise _cannot_open(problem) from problem
        except sqlite3.DatabaseError as problem:
            raise DamagedStore("The file of the store is not what a relay wrote.") from problem

    async def close(self) -> None:
        await self._reader.close()
        await self._writer.close()
        self._reserve.release()

    async def until_broken(self) -> None:
        await self._broken.wait()

    async def put(self, slot: bytes, write_sha256: bytes, body: bytes, making: Making | None) -> tuple[Put, int]:
        def write(connection: sqlite3.Connection) -> tuple[Put, int]:
            now = self._now()
            if making is None:
                found = connection.execute(_REPLACE, (now, now, body, slot, write_sha256)).fetchone()
                return (Put.REPLACED, found[0]) if found else (Put.UNKNOWN, 0)
            statement = _MAKE_ONLY if making.only else _MAKE_OR_REPLACE
            made = (slot, making.read_sha256, write_sha256, now, now, body)
            found = connection.execute(statement, made).fetchone()
            if not found:
                return (Put.THERE_ALREADY if making.only else Put.OTHER_CAPABILITIES), 0
            return (Put.MADE if found[0] == 1 else Put.REPLACED), found[0]

        def tell(answer: tuple[Put, int]) -> None:
            if answer[1]:
                self._tell(slot)

        def is_there(connection: sqlite3.Connection) -> bool:
            read_sha256 = None if making is None else making.read_sha256
            return connection.execute(_THERE, (slot, write_sha256, read_sha256)).fetchone() is not None

        # On a full disk those go on who have a slot, and nobody makes one.
        return await _in_time(self._writer.ask(write, tell, is_there))

    async def get(self, slot: bytes, read_sha256: bytes) -> Page | None:
        found = await _in_time(self._reader.ask(lambda one: one.execute(_READ, (slot, read_sha256)).fetchone()))
        if found is None:
            return None
        body, version, used_at = found
        # A read is no write: that it was read is written down once a day at most.
        now = self._now()
        if not now - DAY_S < used_at <= now:
            # Where that cannot be now, the next read does it.
            with suppress(NotNow, NoRoom):
                await _in_time(self._writer.ask(lambda one: one.execute(_USED, (now, slot)).rowcount))
        return Page(body, version)

    async def delete(self, slot: bytes, sha256: bytes) -> bool:
        def take_away(connection: sqlite3.Connection) -> bool:
            return connection.execute(_DELETE, (slot, sha256, sha256)).fetchone() is not None

        def tell(was_there: bool) -> None:
            if was_there:
                self._tell(slot)

        return await _in_time(self._writer.ask(take_away, tell, _always))

    async def forget(self, days: float) -> int:
        before = self._now() - round(days * DAY_S)
        last = await _in_time(self._reader.ask(lambda one: one.execute(_LAST_ROW).fetchone()[0]))
        forgotten = 0
        for row in range(0, last, WINDOW):
            places = (row, row + WINDOW, before)
            found = await _in_time(self._reader.ask(partial(_rows, _OLD, places)))
            for start in range(0, len(found), TOGETHER_MOST):
                # Whoever writes meanwhile waits for one part of them and not for all.
                part = found[start : start + TOGETHER_MOST]
                forgotten += sum(await asyncio.gather(*(self._forget(slot, before) for (slot,) in part)))
        return forgotten

    async def _forget(self, slot: bytes, before: int) -> int:
        def tell(gone: int) -> None:
            if gone:
                self._tell(slot)

        def take_away(connection: sqlite3.Connection) -> int:
            return connection.execute(_DELETE_OLD, (slot, before)).rowcount

        return await _in_time(self._writer.ask(take_away, tell, _always))

    async def changed(self) -> frozenset[bytes]:
        await self._stirred.wait()
        self._stirred.clear()
        slots, self._changes = frozenset(self._changes), set()
        return slots

    def _tell(self, slot: bytes) -> None:
        self._changes.add(slot)
        self._stirred.set()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self._path, timeout=PATIENCE_S, isolation_level=None)
        for pragma in ("synchronous = FULL", "secure_delete = ON", "trusted_schema = OFF", "cache_size = -16000"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    def _begin(self) -> sqlite3.Connection:
        """Have the store for this relay alone, and bring it up to date."""
        if str(self._path) == ":memory:" or self._path.is_dir():
            raise CallIsOff("The store has to be a file: nothing is kept there.")
        try:
            self._reserve.take()
        except OSError as problem:
            raise _cannot_make(problem) from problem
        try:
            return self._connect_and_upgrade()
        except BaseException:
            self._reserve.give_up()
            raise

    def _connect_and_upgrade(self) -> sqlite3.Connection:
        try:
            # SQLite itself would make it readable for others; its log takes the rights of this file.
            with suppress(FileExistsError):
                os.close(os.open(self._path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        except OSError as problem:
            raise _cannot_make(problem) from problem
        connection = self._connect()
        try:
            _upgrade(connection)
            connection.execute("PRAGMA journal_mode = WAL")
        except BaseException:
            connection.close()
            raise
        return connection


def _upgrade(connection: sqlite3.Connection) -> None:
    """Bring the schema up to the newest step, all of it or nothing."""
    steps = sorted(SCHEMA.glob("[0-9][0-9][0-9][0-9]_*.sql"))
    connection.execute("BEGIN IMMEDIATE")
    try:
        (owner,) = connection.execute("PRAGMA application_id").fetchone()
        (applied,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if owner != RELAYS_OWN and (owner or applied or tables):
            raise DamagedStore("The file of the store is not what a relay wrote.")
        if applied > len(steps):
            raise NewerStore("The store was made by a newer relay.")
        for step in steps[applied:]:
            for statement in _statements(step.read_text(encoding="utf-8")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {RELAYS_OWN}")
        connection.execute(f"PRAGMA user_version = {len(steps)}")
        connection.execute("COMMIT")
    except BaseException:
        # On a full disk SQLite has done so already.
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _statements(sql: str) -> list[str]:
    """Each by itself: the way to run several at once would commit before the first."""
    found, begun = [], ""
    for line in sql.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            found.append(begun)
            begun = ""
    return found


def _empty_the_log(connection: sqlite3.Connection) -> None:
    """Pages that were replaced or taken away are zeros in the file; in the log they stay until it is written over."""
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()


def _rows(statement: str, places: tuple[object, ...], connection: sqlite3.Connection) -> list[tuple[bytes]]:
    return connection.execute(statement, places).fetchall()


async def _in_time(answered: "asyncio.Future[T]") -> T:
    """The answer, unless the disk takes too long for it."""
    try:
        async with asyncio.timeout(PATIENCE_S):
            return await answered
    except TimeoutError:
        raise NotNow from None


def _always(_: sqlite3.Connection) -> bool:
    return True


def _cannot_make(problem: OSError) -> CannotServe:
    if problem.errno == errno.ENOSPC:
        return BusyOrFull("There is no room for the store.")
    return CallIsOff("The file of the store cannot be made there.")


def _cannot_open(problem: sqlite3.OperationalError) -> Exception:
    if problem.sqlite_errorcode & 0xFF == sqlite3.SQLITE_READONLY:
        return CallIsOff("The file of the store can only be read.")
    if problem.sqlite_errorcode & 0xFF == sqlite3.SQLITE_CANTOPEN:
        return CallIsOff("The file of the store cannot be opened.")
    if isinstance(refusal_of(problem), NoRoom):
        return BusyOrFull("There is no room for the store.")
    return BusyOrFull("The store is held by another process.")

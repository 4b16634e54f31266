"""Slots in PostgreSQL, for any number of relays at once. Each call is one statement, which commits by itself.

What is answered outlives a crash: of the server, and where a synchronous standby is asked for, of its whole computer.
So a write whose wait for the standby was cut short does not stand, for whoever asked, even if the server says it does.

Whoever asked is answered in time, whatever the server does. A write that is late by then must not come over a newer one
when the server goes on: each carries its deadline, and takes itself back where it has passed.
"""

import asyncio
import re
import time
from collections.abc import Callable, Coroutine, Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import Any, TypeVar
from weakref import WeakKeyDictionary, WeakValueDictionary

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg_pool import AsyncConnectionPool

from sync.relay.postgres_bell import Basket, Bell, ended
from sync.relay.postgres_schema import upgrade
from sync.relay.refusals import CallIsOff, CannotServe, StoreNotReached
from sync.relay.slots import Making, NoRoom, NotNow, Page, Put

T = TypeVar("T")
Connection = psycopg.AsyncConnection[tuple[object, ...]]
Row = tuple[object, ...]

CONNECTIONS = 10
"""Of one relay process, beside the two of its bell: enough to keep the disk of one server busy."""
DEADLINE_S = 5.0
"""How long one call may take, with the wait for a connection and for the standby."""
UPGRADE_DEADLINE_S = 300.0
MARGIN = 0.1
"""Of the deadline: by so much earlier a write takes itself back, as two clocks never go at quite the same speed."""
CLOCK_READ_EVERY_S = 600.0
"""A connection knows the server's clock from its beginning, and is replaced after so long."""
BATCH = 500
"""Slots forgotten in one statement: some 8 MB, and no lock is held for long."""
DAY_S = 86_400

_DEFAULTS = {
    "application_name": "cairn-relay",
    "connect_timeout": "3",
    # The other side may be gone without a word: after 25 seconds that is noticed.
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "25000",
    # Where several servers are named, the one that takes writes.
    "target_session_attrs": "read-write",
}
_SETTINGS = (
    "SET client_min_messages TO warning",
    # Whatever the role was given: nothing below what was promised, and nothing above is taken away.
    (
        "SELECT set_config('synchronous_commit', 'on', false)"
        " WHERE current_setting('synchronous_commit') NOT IN ('on', 'remote_apply')"
    ),
)

_SERVER_CLOCK = "SELECT extract(epoch FROM clock_timestamp())::float8"
_STANDBY_WAIT = "syncrep.c"
"""The part of PostgreSQL that says that a wait for the standby was cut short."""
_NO_SUCH_DATABASE = re.compile(r'database ".*" does not exist')
_NOT_LET_IN = re.compile(
    r'authentication failed|role ".*" does not exist|no pg_hba\.conf entry|pg_hba\.conf rejects|no password supplied'
    r"|not permitted to (log in|connect)|permission denied for database"
)
_NO_ADDRESS = re.compile(r"invalid port number|invalid integer value")

# Looked at when the row is already held, so that nobody has written it since: late is an error, and takes it all back.
_VERSION = (
    "version / (clock_timestamp() BETWEEN to_timestamp(%(begun)s) AND to_timestamp(%(until)s))::integer AS version"
)
_REPLACED = (
    "SET body = %(body)b, version = slot.version + 1, written_at = %(now)s,"
    " used_at = CASE WHEN slot.used_at > %(now)s - 86400 AND slot.used_at <= %(now)s THEN slot.used_at"
    " ELSE %(now)s END"
)
_WRITE = f"UPDATE slot {_REPLACED} WHERE id = %(slot)b AND write_sha256 = %(write)b RETURNING {_VERSION}"
_INSERT = (
    "INSERT INTO slot (id, read_sha256, write_sha256, body, version, written_at, used_at)"
    " VALUES (%(slot)b, %(read)b, %(write)b, %(body)b, 1, %(now)s, %(now)s)"
)
_MAKE_ONLY = f"{_INSERT} ON CONFLICT (id) DO NOTHING RETURNING {_VERSION}"
_MAKE = (
    f"{_INSERT} ON CONFLICT (id) DO UPDATE {_REPLACED}"
    f" WHERE slot.read_sha256 = %(read)b AND slot.write_sha256 = %(write)b RETURNING {_VERSION}"
)
_READ = "SELECT body, version, used_at FROM slot WHERE id = %(slot)b AND read_sha256 = %(read)b"
# A read waits for no disk and no standby: the setting is that of this one transaction.
_USED = (
    "UPDATE slot SET used_at = %(now)s WHERE id = %(slot)b"
    " AND set_config('synchronous_commit', 'off', true) IS NOT NULL RETURNING version"
)
_DELETE = " ".join((
    "DELETE FROM slot WHERE id = %(slot)b AND (write_sha256 = %(either)b OR read_sha256 = %(either)b)",
    f"RETURNING {_VERSION}",
))  # fmt: skip
_FORGET = (
    "DELETE FROM slot WHERE id IN (SELECT id FROM slot WHERE used_at < %(before)s AND written_at < %(before)s"
    " LIMIT %(batch)s FOR UPDATE SKIP LOCKED) RETURNING id"
)


class PostgresSlots:
    """A store of slots that several relays share. Its methods are those of `Store`."""

    def __init__(
        self,
        address: str,
        now: Callable[[], int] = lambda: int(time.time()),
        connections: int = CONNECTIONS,
        deadline_s: float = DEADLINE_S,
    ) -> None:
        """Nothing is connected yet.

        Args:
            address: as libpq takes it, `postgresql://…` or `host=… dbname=…`; several hosts where there are standbys.
            now: whole seconds of UTC.
            connections: at most, for slots.
            deadline_s: of one call; what took longer is answered with `NotNow`.

        Raises:
            CallIsOff: the address is none.
        """
        try:
            self._address = make_conninfo("", **(_DEFAULTS | conninfo_to_dict(address)))
        except psycopg.ProgrammingError:
            # What the library says holds the address, and that may hold a password.
            raise CallIsOff("The address of the store is not one of a PostgreSQL database.") from None
        self._now = now
        self._deadline_s = deadline_s
        self._changed = Basket()
        self._broken = asyncio.Event()
        self._bell = Bell(self._connect, self._changed.add, self._broken.set)
        self._under_way: set[asyncio.Task[Any]] = set()
        self._endings: set[asyncio.Task[None]] = set()
        self._turns: WeakValueDictionary[bytes, asyncio.Lock] = WeakValueDictionary()
        self._ahead_s: WeakKeyDictionary[Connection, float] = WeakKeyDictionary()
        """By how much the server's clock shows more than the one of this event loop, or a little less than that."""
        self._pool: AsyncConnectionPool[Connection] = AsyncConnectionPool(
            self._address,
            min_size=1,
            max_size=connections,
            open=False,
            configure=self._configure,
            max_lifetime=CLOCK_READ_EVERY_S,
            kwargs={"autocommit": True},
            # What cannot be reached is given up soon, and tried again by the next call.
            reconnect_timeout=deadline_s,
        )

    async def open(self) -> None:
        """Be ready, with the schema of this version.

        Raises:
            StoreNotReached: no server that takes writes answers there.
            CallIsOff: it does not let this user in, has no such database, or lets nothing be made there.
            NewerStore: the database is ahead of this program.
        """
        try:
            with _as_ours():
                async with asyncio.timeout(UPGRADE_DEADLINE_S), await self._connect() as connection:
                    await upgrade(connection, self._now())
                async with asyncio.timeout(self._deadline_s):
                    await self._pool.open()
                    await self._bell.open()
        except NotNow as problem:
            await self.close()
            raise _not_opened(str(problem.__cause__)) from problem
        except errors.InsufficientPrivilege as problem:
            raise CallIsOff("The database of the store does not let this user make a table there.") from problem

    async def close(self) -> None:
        await asyncio.gather(self._bell.close(), *map(ended, self._under_way))
        await self._pool.close(timeout=self._deadline_s)

    async def until_broken(self) -> None:
        await self._broken.wait()

    async def put(self, slot: bytes, write_sha256: bytes, body: bytes, making: Making | None) -> tuple[Put, int]:
        values: dict[str, object] = {"slot": slot, "write": write_sha256, "body": body}
        if making is None:
            statement, otherwise = _WRITE, Put.UNKNOWN
        else:
            values["read"] = making.read_sha256
            statement, otherwise = (
                (_MAKE_ONLY, Put.THERE_ALREADY) if making.only else (_MAKE, Put.OTHER_CAPABILITIES)
            )  # fmt: skip
        rows = await self._run(statement, values, slot)
        if not rows:
            return otherwise, 0
        self._tell([slot])
        version = _number(rows[0][0])
        return (Put.MADE if version == 1 else Put.REPLACED), version

    async def get(self, slot: bytes, read_sha256: bytes) -> Page | None:
        rows = await self._run(_READ, {"slot": slot, "read": read_sha256})
        if not rows:
            return None
        body, version, used_at = rows[0]
        now = self._now()
        if not now - DAY_S < _number(used_at) <= now:
            # It was read, whether or not that can be noted.
            with suppress(NotNow, NoRoom):
                await self._run(_USED, {"slot": slot}, slot)
        return Page(_octets(body), _number(version))

    async def delete(self, slot: bytes, sha256: bytes) -> bool:
        rows = await self._run(_DELETE, {"slot": slot, "either": sha256}, slot)
        if rows:
            self._tell([slot])
        return bool(rows)

    async def forget(self, days: float) -> int:
        before = self._now() - round(days * DAY_S)
        gone = 0
        while rows := await self._run(_FORGET, {"before": before, "batch": BATCH}):
            self._tell(_octets(row[0]) for row in rows)
            gone += len(rows)
        return gone

    async def changed(self) -> frozenset[bytes]:
        return await self._changed.take()

    async def _run(self, statement: str, values: dict[str, object], written: bytes | None = None) -> list[Row]:
        """One statement, committed for good, and the rows it gave.

        Args:
            statement: as psycopg takes it.
            values: for its places, beside the times.
            written: the slot; its writes wait for each other here, so that a row which somebody holds keeps one
                connection and not all of them.

        Raises:
            NotNow: it did not come to an end in time, or was not kept by all that have to keep it.
            NoRoom: the server's disk is full.
        """
        begun = asyncio.get_running_loop().time()
        with _as_ours():
            return await self._in_time(self._in_turn(statement, values, written, begun))

    async def _in_time(self, deed: Coroutine[None, None, T]) -> T:
        """What it gives, or `NotNow` at the deadline: its end is waited for beside."""
        work = asyncio.create_task(deed)
        self._under_way.add(work)
        work.add_done_callback(self._is_done)
        try:
            await asyncio.wait({work}, timeout=self._deadline_s)
        finally:
            if not work.done():
                ending = asyncio.create_task(ended(work))
                self._endings.add(ending)
                ending.add_done_callback(self._endings.discard)
        if not work.done() or work.cancelled():
            raise NotNow
        return work.result()

    def _is_done(self, work: "asyncio.Task[Any]") -> None:
        self._under_way.discard(work)
        # What nobody waits for any more is no news.
        _ = work.cancelled() or work.exception()

    async def _in_turn(
        self, statement: str, values: dict[str, object], written: bytes | None, begun: float
    ) -> list[Row]:  # fmt: skip
        if written is None:
            return await self._on_a_connection(statement, values, begun)
        turn = self._turns.get(written) or self._turns.setdefault(written, asyncio.Lock())
        async with turn:
            return await self._on_a_connection(statement, values, begun)

    async def _on_a_connection(self, statement: str, values: dict[str, object], begun: float) -> list[Row]:
        connection = await self._pool.getconn(self._deadline_s)
        try:
            margin = self._deadline_s * MARGIN
            ahead = self._ahead_s[connection]
            times = {"now": self._now(), "begun": begun + ahead - margin,
                     "until": begun + self._deadline_s + ahead - margin}  # fmt: skip
            return await _committed(connection, statement, values | times)
        finally:
            # It goes back whatever comes.
            await asyncio.shield(self._pool.putconn(connection))

    async def _configure(self, connection: Connection) -> None:
        await self._in_time(self._get_ready(connection))

    async def _get_ready(self, connection: Connection) -> None:
        for setting in _SETTINGS:
            await connection.execute(setting)
        cursor = await connection.execute(_SERVER_CLOCK)
        row = await cursor.fetchone()
        if row is None or not isinstance(row[0], float):
            raise TypeError("a time was expected")
        # Read before now: what it shows by now is more, so a deadline of ours is never later there.
        self._ahead_s[connection] = row[0] - asyncio.get_running_loop().time()

    async def _connect(self) -> Connection:
        """A connection that belongs to nobody else."""
        return await psycopg.AsyncConnection.connect(self._address, autocommit=True)

    def _tell(self, slots: Iterable[bytes]) -> None:
        several = list(slots)
        self._changed.add(several)
        self._bell.ring(several)


async def _committed(connection: Connection, statement: str, values: dict[str, object]) -> list[Row]:
    heard: list[str | None] = []

    def hear(warning: psycopg.errors.Diagnostic) -> None:
        heard.append(warning.source_file)

    connection.add_notice_handler(hear)
    try:
        cursor = await connection.execute(statement, values, binary=True)
        rows = await cursor.fetchall()
    except (errors.ReadOnlySqlTransaction, errors.DivisionByZero):
        # This server became a standby, or the write was late, or one of two clocks has jumped: the next connection
        # finds the server that takes writes, and looks at its clock.
        await connection.close()
        raise
    finally:
        connection.remove_notice_handler(hear)
    # Committed here, but not kept by the standby. The words are those of the server's language and have no code of
    # their own, so it is known by where they come from; a warning that does not say that is taken for one.
    if {None, _STANDBY_WAIT}.intersection(heard):
        raise NotNow
    return rows


@contextmanager
def _as_ours() -> Iterator[None]:
    """What PostgreSQL says turned into what a store says."""
    try:
        yield
    except errors.DiskFull as problem:
        raise NoRoom from problem
    except (psycopg.OperationalError, psycopg.InternalError, errors.DivisionByZero, TimeoutError) as problem:
        raise NotNow from problem


def _not_opened(told: str) -> CannotServe:
    """Why there is no connection. PostgreSQL says it in words alone: where they are not English, it is no answer."""
    if _NO_SUCH_DATABASE.search(told):
        return CallIsOff("The PostgreSQL server of the store has no database of that name.")
    if _NOT_LET_IN.search(told):
        return CallIsOff("The PostgreSQL server of the store does not let this user in.")
    if _NO_ADDRESS.search(told):
        return CallIsOff("The address of the store is not one of a PostgreSQL database.")
    return StoreNotReached("The PostgreSQL database of the store does not answer.")


def _number(value: object) -> int:
    """A column that is a number.

    Raises:
        TypeError: it is not, so this is not our table.
    """
    if not isinstance(value, int):
        raise TypeError("a number was expected")
    return value


def _octets(value: object) -> bytes:
    """A column that is bytes, as `_number`."""
    if not isinstance(value, bytes):
        raise TypeError("bytes were expected")
    return value

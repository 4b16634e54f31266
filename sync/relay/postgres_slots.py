"""Slots in PostgreSQL, for any number of relays at once. Each call is one statement, which commits by itself.

What is answered outlives a crash: of the server, and where a synchronous standby is asked for, of its whole computer.
So a write whose wait for the standby was cut short does not stand, for whoever asked, even if the server says it does.
"""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager, suppress

import psycopg
from psycopg import errors
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from psycopg_pool import AsyncConnectionPool

from sync.relay.postgres_bell import Basket, Bell
from sync.relay.postgres_schema import upgrade
from sync.relay.refusals import CallIsOff, StoreNotReached
from sync.relay.slots import Making, NoRoom, NotNow, Page, Put

Connection = psycopg.AsyncConnection[tuple[object, ...]]
Row = tuple[object, ...]

CONNECTIONS = 10
"""Of one relay process, beside the two of its bell: enough to keep the disk of one server busy."""
DEADLINE_S = 5.0
"""How long one call may take, with the wait for a connection and for the standby."""
UPGRADE_DEADLINE_S = 300.0
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

_REPLACED = (
    "SET body = %(body)b, version = slot.version + 1, written_at = %(now)s,"
    " used_at = CASE WHEN slot.used_at > %(now)s - 86400 AND slot.used_at <= %(now)s THEN slot.used_at"
    " ELSE %(now)s END"
)
_WRITE = f"UPDATE slot {_REPLACED} WHERE id = %(slot)b AND write_sha256 = %(write)b RETURNING version"
_INSERT = (
    "INSERT INTO slot (id, read_sha256, write_sha256, body, version, written_at, used_at)"
    " VALUES (%(slot)b, %(read)b, %(write)b, %(body)b, 1, %(now)s, %(now)s)"
)
_MAKE_ONLY = f"{_INSERT} ON CONFLICT (id) DO NOTHING RETURNING version"
_MAKE = (
    f"{_INSERT} ON CONFLICT (id) DO UPDATE {_REPLACED}"
    " WHERE slot.read_sha256 = %(read)b AND slot.write_sha256 = %(write)b RETURNING version"
)
_READ = "SELECT body, version, used_at FROM slot WHERE id = %(slot)b AND read_sha256 = %(read)b"
# A read waits for no disk and no standby: the setting is that of this one transaction.
_USED = (
    "UPDATE slot SET used_at = %(now)s WHERE id = %(slot)b"
    " AND set_config('synchronous_commit', 'off', true) IS NOT NULL RETURNING version"
)
_DELETE = (
    "DELETE FROM slot WHERE id = %(slot)b AND (write_sha256 = %(either)b OR read_sha256 = %(either)b) RETURNING version"
)
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
        self._bell = Bell(self._connect, self._changed.add)
        self._pool: AsyncConnectionPool[Connection] = AsyncConnectionPool(
            self._address,
            min_size=1,
            max_size=connections,
            open=False,
            configure=_configure,
            kwargs={"autocommit": True},
            # What cannot be reached is given up soon, and tried again by the next call.
            reconnect_timeout=deadline_s,
        )

    async def open(self) -> None:
        """Be ready, with the schema of this version.

        Raises:
            StoreNotReached: no server that takes writes answers there.
            CallIsOff: the database does not let this user make what is needed.
            NewerStore: the database is ahead of this program.
        """
        try:
            async with _as_ours(UPGRADE_DEADLINE_S), await self._connect() as connection:
                await upgrade(connection, self._now())
            async with _as_ours(self._deadline_s):
                await self._pool.open()
                await self._bell.open()
        except NotNow as problem:
            await self.close()
            raise StoreNotReached("The PostgreSQL database of the store does not answer.") from problem
        except errors.InsufficientPrivilege as problem:
            raise CallIsOff("The database of the store does not let this user make a table there.") from problem

    async def close(self) -> None:
        await self._bell.close()
        await self._pool.close(timeout=self._deadline_s)

    async def put(self, slot: bytes, write_sha256: bytes, body: bytes, making: Making | None) -> tuple[Put, int]:
        values: dict[str, object] = {"slot": slot, "write": write_sha256, "body": body}
        if making is None:
            statement, otherwise = _WRITE, Put.UNKNOWN
        else:
            values["read"] = making.read_sha256
            statement, otherwise = (
                (_MAKE_ONLY, Put.THERE_ALREADY) if making.only else (_MAKE, Put.OTHER_CAPABILITIES)
            )  # fmt: skip
        rows = await self._run(statement, values)
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
                await self._run(_USED, {"slot": slot})
        return Page(_octets(body), _number(version))

    async def delete(self, slot: bytes, sha256: bytes) -> bool:
        rows = await self._run(_DELETE, {"slot": slot, "either": sha256})
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

    async def _run(self, statement: str, values: dict[str, object]) -> list[Row]:
        """One statement, committed for good, and the rows it gave.

        Raises:
            NotNow: it did not come to an end in time, or was not kept by all that have to keep it.
            NoRoom: the server's disk is full.
        """
        warnings: list[psycopg.errors.Diagnostic] = []

        def hear(warning: psycopg.errors.Diagnostic) -> None:
            warnings.append(warning)

        async with _as_ours(self._deadline_s), self._pool.connection() as connection:
            connection.add_notice_handler(hear)
            try:
                cursor = await connection.execute(statement, values | {"now": self._now()}, binary=True)
                rows = await cursor.fetchall()
            except errors.ReadOnlySqlTransaction:
                # This server became a standby: the next connection finds the one that takes writes.
                await connection.close()
                raise
            finally:
                connection.remove_notice_handler(hear)
        if warnings:
            # The only one there can be: committed here, but the wait for the standby was cancelled. Its words are
            # those of the server's language, and it has no code of its own.
            raise NotNow
        return rows

    async def _connect(self) -> Connection:
        """A connection that belongs to nobody else."""
        return await psycopg.AsyncConnection.connect(self._address, autocommit=True)

    def _tell(self, slots: Iterable[bytes]) -> None:
        several = list(slots)
        self._changed.add(several)
        self._bell.ring(several)


@asynccontextmanager
async def _as_ours(deadline_s: float) -> AsyncIterator[None]:
    """Within this time, and with what PostgreSQL says turned into what a store says."""
    try:
        async with asyncio.timeout(deadline_s):
            yield
    except errors.DiskFull as problem:
        raise NoRoom from problem
    except (psycopg.OperationalError, psycopg.InternalError, TimeoutError) as problem:
        raise NotNow from problem


async def _configure(connection: Connection) -> None:
    for setting in _SETTINGS:
        await connection.execute(setting)


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

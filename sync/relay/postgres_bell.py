"""How relays over one PostgreSQL tell each other which slots changed: `NOTIFY`, many slots at a time.

It is never part of a write: a commit with a notification in it waits for every other such commit. What is lost on the
way is nobody's loss, since whoever waits looks again after a while.
"""

import asyncio
import base64
import binascii
import secrets
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress

import psycopg

from sync.protocol.sizes import SLOT_ID

Connection = psycopg.AsyncConnection[tuple[object, ...]]

CHANNEL = "cairn_slots"
SENDER_CHARACTERS = 8
MOST_IN_ONE = 368
"""Slots in one payload, of which PostgreSQL takes 7,999 bytes: 8 + 4/3 x 16 x 368 = 7,859."""
MOST_AT_ONCE = 100_000
"""Slots remembered while they cannot be told; beyond it they are found at the next look."""
PAUSE_S = 0.02
"""How long writes are gathered before they are told together."""
AGAIN_S = 1.0
"""Between two tries to reach PostgreSQL."""


class Basket:
    """Slots that changed, until somebody takes them all."""

    def __init__(self) -> None:
        self._slots: set[bytes] = set()
        self._filled = asyncio.Event()

    def add(self, slots: Iterable[bytes]) -> None:
        if len(self._slots) < MOST_AT_ONCE:
            self._slots.update(slots)
        if self._slots:
            self._filled.set()

    async def take(self) -> frozenset[bytes]:
        """Wait until there are some, and take them out."""
        await self._filled.wait()
        slots = frozenset(self._slots)
        self._slots.clear()
        self._filled.clear()
        return slots


class Bell:
    """Tells the others what changed here, and hears what changed there. Two connections of its own."""

    def __init__(self, connect: Callable[[], Awaitable[Connection]], heard: Callable[[Iterable[bytes]], None]) -> None:
        """`connect` gives a connection that commits by itself; `heard` is called with what changed elsewhere."""
        self._connect = connect
        self._heard = heard
        self._sender = base64.b64encode(secrets.token_bytes(SENDER_CHARACTERS * 3 // 4)).decode()
        self._to_tell = Basket()
        self._hears = asyncio.Event()
        self._tasks: list[asyncio.Task[None]] = []

    def ring(self, slots: Iterable[bytes]) -> None:
        """Let the others know, soon."""
        self._to_tell.add(slots)

    async def open(self) -> None:
        """Listen and tell from now on, and come back when it listens."""
        self._tasks = [asyncio.create_task(self._keep_on(self._listen)), asyncio.create_task(self._keep_on(self._tell))]
        await self._hears.wait()

    async def close(self) -> None:
        tasks, self._tasks = self._tasks, []
        for task in tasks:
            task.cancel()
        for task in tasks:
            with suppress(asyncio.CancelledError):
                await task

    async def _keep_on(self, work: Callable[[Connection], Awaitable[None]]) -> None:
        """Do the work on a connection, and again on another whenever that one was lost."""
        while True:
            with suppress(psycopg.OperationalError, psycopg.InternalError):
                async with await self._connect() as connection:
                    await work(connection)
            # A server that starts again takes its time, and is not asked in a circle.
            await asyncio.sleep(AGAIN_S)

    async def _listen(self, connection: Connection) -> None:
        await connection.execute(f"LISTEN {CHANNEL}")
        self._hears.set()
        async for notification in connection.notifies():
            sender, text = notification.payload[:SENDER_CHARACTERS], notification.payload[SENDER_CHARACTERS:]
            if sender != self._sender:
                self._heard(_slots_in(text))

    async def _tell(self, connection: Connection) -> None:
        # Nothing here has to outlive anything, so it waits for no disk and for no standby.
        await connection.execute("SET synchronous_commit TO off")
        while True:
            slots = sorted(await self._to_tell.take())
            for start in range(0, len(slots), MOST_IN_ONE):
                text = base64.b64encode(b"".join(slots[start : start + MOST_IN_ONE])).decode()
                await connection.execute("SELECT pg_notify(%s, %s)", (CHANNEL, self._sender + text))
            # So that writes that come close together are told together.
            await asyncio.sleep(PAUSE_S)


def _slots_in(text: str) -> list[bytes]:
    """The slots of a payload; none where it is not one of ours."""
    try:
        together = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return []
    whole = len(together) - len(together) % SLOT_ID
    return [together[start : start + SLOT_ID] for start in range(0, whole, SLOT_ID)]

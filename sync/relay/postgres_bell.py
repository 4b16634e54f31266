"""How relays over one PostgreSQL tell each other which slots changed: `NOTIFY`, many slots at a time.

It is never part of a write: a commit with a notification in it waits for every other such commit. What is lost on the
way is nobody's loss, since whoever waits looks again after a while.
"""

import asyncio
import base64
import binascii
import logging
import secrets
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

import psycopg

from sync.protocol.sizes import SLOT_ID

T = TypeVar("T")
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
GRACE_S = 0.5
"""For the server to hear that a statement is no longer wanted; then its connection is closed."""

log = logging.getLogger("cairn.relay")


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

    def __init__(
        self, connect: Callable[[], Awaitable[Connection]], heard: Callable[[Iterable[bytes]], None],
        broke: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        """Nothing is connected yet.

        Args:
            connect: gives a connection that commits by itself.
            heard: called with what changed elsewhere.
            broke: called when it came to an end that nobody asked for.
        """
        self._connect = connect
        self._heard = heard
        self._broke = broke
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
        for task in self._tasks:
            task.add_done_callback(self._over)
        await self._hears.wait()

    async def close(self) -> None:
        tasks, self._tasks = self._tasks, []
        await asyncio.gather(*map(ended, tasks))

    def _over(self, task: "asyncio.Task[None]") -> None:
        if not task.cancelled() and (fault := task.exception()) is not None:
            log.error("a fault: %s while relays tell each other what changed", type(fault).__name__)
            self._broke()

    async def _keep_on(self, work: Callable[[Connection], Awaitable[None]]) -> None:
        """Do the work on a connection, and again on another whenever that one was lost."""
        said = ""
        while True:
            try:
                async with await self._connect() as connection:
                    await work(connection)
            except (psycopg.OperationalError, psycopg.InternalError):
                pass
            except psycopg.Error as problem:
                # It may be put right while this goes on, and is said once.
                if said != (said := type(problem).__name__):
                    log.error("relays cannot tell each other what changed: %s", said)
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


async def ended(task: "asyncio.Task[T]") -> None:
    """End a task that may wait for a server, within twice `GRACE_S`.

    The library answers the first wish to end by asking the server to stop, which takes ten seconds where the server is
    stuck; the second one closes the connection.
    """
    for _ in range(2):
        task.cancel()
        await asyncio.wait({task}, timeout=GRACE_S)
        if task.done():
            break


def _slots_in(text: str) -> list[bytes]:
    """The slots of a payload; none where it is not one of ours."""
    try:
        together = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return []
    whole = len(together) - len(together) % SLOT_ID
    return [together[start : start + SLOT_ID] for start in range(0, whole, SLOT_ID)]

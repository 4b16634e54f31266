"""Reads that wait: woken when their slot changes, with a look of their own every few seconds. And bodies on the way."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

from sync.relay.slots import Store

LOOK_AGAIN_S = 5.0
"""What another process of this relay did may go unsaid. Source: security.md, e.2."""
BUSY_AGAIN_S = 1.0
"""Between two tries to hear of changes while the store cannot be asked."""


class TooMany(Exception):
    """As many wait there already."""


class Waiting:
    """Who waits at which slot, and whose page is on its way.

    Args:
        most: at one slot at a time.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._at: defaultdict[bytes, set[asyncio.Event]] = defaultdict(set)
        self._on_the_way: set[asyncio.Timeout] = set()
        self.over = False
        """Whether the relay is about to leave: nobody waits any more."""

    def __len__(self) -> int:
        return sum(map(len, self._at.values()))

    @contextmanager
    def at(self, slot: bytes) -> Iterator[asyncio.Event]:
        """Be woken for changes from here on: look after this, not before.

        Raises:
            TooMany: wait later.
        """
        woken = asyncio.Event()
        if len(self._at.get(slot, ())) >= self._most:
            raise TooMany
        self._at[slot].add(woken)
        if self.over:
            woken.set()
        try:
            yield woken
        finally:
            self._at[slot].discard(woken)
            if not self._at[slot]:
                del self._at[slot]

    def wake(self, slots: frozenset[bytes]) -> None:
        """Let whoever waits at these look."""
        for slot in slots:
            for woken in self._at.get(slot, ()):
                woken.set()

    @asynccontextmanager
    async def within(self, seconds: float) -> AsyncIterator[None]:
        """Let something come; no longer than this, and not once the relay is about to leave.

        Raises:
            TimeoutError: it has not come.
        """
        async with asyncio.timeout(0 if self.over else seconds) as limit:
            self._on_the_way.add(limit)
            try:
                yield
            finally:
                self._on_the_way.discard(limit)

    def let_go(self) -> None:
        """Nobody waits any longer."""
        self.over = True
        self.wake(frozenset(self._at))
        now = asyncio.get_running_loop().time()
        for limit in self._on_the_way:
            if not limit.expired():
                limit.reschedule(now)

    async def listen(self, store: Store) -> None:
        """Wake whoever waits, for as long as this runs."""
        while True:
            self.wake(await store.changed())


async def woken_within(woken: asyncio.Event, seconds: float) -> None:
    """Wait to be woken, for no longer than this; be ready to be woken again."""
    try:
        async with asyncio.timeout(seconds):
            await woken.wait()
    except TimeoutError:
        pass
    woken.clear()

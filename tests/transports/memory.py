"""The in-memory twin of a place that two people can see. It keeps its promises until it is told to break them."""

import asyncio
import hashlib
from collections import defaultdict
from collections.abc import Callable
from enum import Enum, auto
from random import Random

from sync.errors import NotReached
from sync.sealing.meeting_keys import Place
from sync.transports.slot import Held


class Misdeed(Enum):
    """What a place, or whoever runs it, can do to what is carried through it."""

    GONE = auto()
    """Cannot be reached."""
    LOSE = auto()
    """Takes a page, breaks off before it stands, and says so."""
    LIE = auto()
    """Says that a page stands there, and it does not."""
    DELAY = auto()
    """Says that a page stands there, and lets it stand only when the delayed ones are let go."""
    KEEP_BOTH = auto()
    """Keeps what stood there as a conflict copy."""
    OLD = auto()
    """Shows an older page of the slot."""
    OTHER = auto()
    """Shows what stands in another slot."""


Does = Callable[[Misdeed], bool]


def never(_: Misdeed) -> bool:
    """A place that keeps its promises."""
    return False


def now_and_then(random: Random, chance: float, *misdeeds: Misdeed) -> Does:
    """A place that does any of these with this chance at each call, 0 to 1."""
    among = misdeeds or tuple(Misdeed)
    return lambda misdeed: misdeed in among and random.random() < chance


class Memory:
    """Slots in this process, which both ask. `does` says whether a misdeed happens; asked at each call."""

    def __init__(self, does: Does = never, random: Random | None = None) -> None:
        self.does = does
        self.ever: list[tuple[bytes, bytes]] = []
        """Everything that was ever carried here, with its slot, the first one first."""
        self._random = random or Random(0)
        self._standing: defaultdict[bytes, list[bytes]] = defaultdict(list)
        self._stood: defaultdict[bytes, list[bytes]] = defaultdict(list)
        self._delayed: list[tuple[bytes, bytes]] = []
        self._changed = asyncio.Condition()

    async def check(self) -> None:
        self._reach()

    async def read(self, place: Place) -> Held:
        self._reach()
        standing = self._standing[place.slot]
        if self.does(Misdeed.OLD) and self._stood[place.slot]:
            standing = [self._random.choice(self._stood[place.slot])]
        elif self.does(Misdeed.OTHER):
            standing = [wire for slot, wires in self._standing.items() if slot != place.slot for wire in wires]
        return Held(tuple(standing), hashlib.sha256(b"".join(standing)).hexdigest())

    async def write(self, place: Place, wire: bytes) -> None:
        self._reach()
        self.ever.append((place.slot, wire))
        if self.does(Misdeed.LOSE):
            raise NotReached
        if self.does(Misdeed.LIE):
            return
        if self.does(Misdeed.DELAY):
            self._delayed.append((place.slot, wire))
            return
        self._let_stand(place.slot, wire)
        await self._tell()

    async def wait(self, place: Place, version: str, seconds: float) -> Held:
        try:
            async with asyncio.timeout(seconds), self._changed:
                while (held := await self.read(place)).version == version:
                    await self._changed.wait()
                return held
        except TimeoutError:
            return await self.read(place)

    async def delete(self, place: Place) -> None:
        self._reach()
        self._standing.pop(place.slot, None)
        await self._tell()

    async def let_delayed_go(self) -> None:
        """Let everything that was held back stand, in whatever order."""
        self._random.shuffle(self._delayed)
        while self._delayed:
            self._let_stand(*self._delayed.pop())
        await self._tell()

    def _reach(self) -> None:
        if self.does(Misdeed.GONE):
            raise NotReached

    def _let_stand(self, slot: bytes, wire: bytes) -> None:
        self._stood[slot].append(wire)
        kept = self._standing[slot] if self.does(Misdeed.KEEP_BOTH) else []
        self._standing[slot] = [wire, *kept]

    async def _tell(self) -> None:
        async with self._changed:
            self._changed.notify_all()

"""Writers that never rest, each with a slot of its own, and what they were told: the measure of what was lost."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from sync.protocol.sizes import WIRE
from tests.relay.looking import until_so

Write = Callable[[bytes, bytes], Awaitable[int]]
"""Write a body to a slot; the version that was answered, 0 where it was not."""
Read = Callable[[bytes], Awaitable[bytes | None]]
"""What stands in a slot."""

_NUMBER = 8
_REST_S = 0.01
PATIENCE_S = 60.0


def slot_of(writer: int) -> bytes:
    return b"writer".ljust(14, b"-") + writer.to_bytes(2)


def _body(number: int) -> bytes:
    return number.to_bytes(_NUMBER) * (WIRE // _NUMBER)


@dataclass
class Load:
    """What each writer sent and what stands, as far as it was told."""

    sent: dict[int, int] = field(default_factory=dict)
    stands: dict[int, int] = field(default_factory=dict)
    version: dict[int, int] = field(default_factory=dict)
    answers: dict[int, int] = field(default_factory=dict)
    """How many each was given."""
    not_answered: int = 0
    went_back: list[str] = field(default_factory=list)
    """A version that is not above the last one: what had been answered was lost, even if it was written over since."""

    async def goes_on(self, writes: int) -> None:
        """Wait until each writer was answered so many more."""
        goal = {writer: answers + writes for writer, answers in self.answers.items()}
        await self._until(lambda: all(self.answers[writer] >= answers for writer, answers in goal.items()))

    @property
    def answered(self) -> int:
        return sum(self.answers.values())

    async def is_refused(self, writes: int) -> None:
        """Wait until so many more were not answered."""
        goal = self.not_answered + writes
        await self._until(lambda: self.not_answered >= goal)

    async def _until(self, is_so: Callable[[], bool]) -> None:
        await until_so(is_so, PATIENCE_S)

    async def lost(self, read: Read) -> list[str]:
        """What was answered and is not there, or is older, or was not there for a while: a line for each."""
        found = list(self.went_back)
        for writer, number in self.stands.items():
            body = await read(slot_of(writer))
            there = int.from_bytes(body[:_NUMBER]) if body else 0
            if body != _body(there) or not number <= there <= self.sent[writer]:
                found.append(f"writer {writer}: {number} was answered, {there} stands")
        return found

    def note(self, writer: int, version: int) -> None:
        """What was answered to the last thing that a writer sent."""
        if version <= self.version[writer]:
            self.went_back.append(f"writer {writer}: version {version} after {self.version[writer]}")
        self.version[writer], self.stands[writer] = version, self.sent[writer]
        self.answers[writer] += 1


@asynccontextmanager
async def load(write: Write, writers: int) -> AsyncIterator[Load]:
    """Writers at work for as long as the block lasts; what each began is brought to its end."""
    told, enough = Load(), asyncio.Event()

    async def keep_writing(writer: int) -> None:
        while not enough.is_set():
            told.sent[writer] += 1
            if version := await write(slot_of(writer), _body(told.sent[writer])):
                told.note(writer, version)
            else:
                told.not_answered += 1
                # Whoever got no answer asks again after a while.
                await asyncio.sleep(_REST_S)

    for writer in range(writers):
        told.sent[writer] = told.stands[writer] = told.version[writer] = told.answers[writer] = 0
    async with asyncio.TaskGroup() as group:
        for writer in range(writers):
            group.create_task(keep_writing(writer))
        try:
            yield told
        finally:
            enough.set()

"""What a relay keeps: slots, each with the newest page, and with the digests of what opens it for reading and writing.

Two stores keep them, SQLite and PostgreSQL, and a twin in memory in the tests. All pass the same tests.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Protocol


class Put(Enum):
    """What became of a write."""

    MADE = auto()
    REPLACED = auto()
    UNKNOWN = auto()
    """No such slot, or another capability: nobody is told which."""
    THERE_ALREADY = auto()
    OTHER_CAPABILITIES = auto()


@dataclass(frozen=True, slots=True, repr=False)
class Page:
    """What stands in a slot."""

    body: bytes
    version: int
    """From 1, one higher with each write."""


@dataclass(frozen=True, slots=True, repr=False)
class Making:
    """What a slot is made with: SHA-256 of each capability, 32 bytes."""

    read_sha256: bytes
    only: bool
    """Whether a slot that is there stays as it is."""


class NotNow(Exception):
    """The store cannot be asked at present, or does not know whether what it was asked stands. Asked again later."""


class Damaged(NotNow):
    """What the store is written in cannot be read: no call will mend that."""


class NoRoom(Exception):
    """The store takes nothing more until there is room."""


class Store(Protocol):
    """Slots that outlive the process. Every method raises `NotNow`, and those that write raise `NoRoom`.

    Where a slot is unknown and where the capability is another, the same statements run, as many of them.
    """

    async def open(self) -> None:
        """Be ready, with the schema of this version."""

    async def close(self) -> None:
        """Finish what is in hand."""

    async def until_broken(self) -> None:
        """Wait until it has come to an end that nobody asked for: only another start of the process mends that."""

    async def put(self, slot: bytes, write_sha256: bytes, body: bytes, making: Making | None) -> tuple[Put, int]:
        """Let a page stand in a slot. What was answered `MADE` or `REPLACED` outlives a crash of everything.

        Args:
            slot: 16 bytes.
            write_sha256: of the capability that came along, 32 bytes.
            body: 16,384 bytes.
            making: with what it is made if it is not there; none: it is not made.

        Returns:
            What became of it, and the version that stands there now; 0 where nothing was written.
        """

    async def get(self, slot: bytes, read_sha256: bytes) -> Page | None:
        """What stands there; none where it is unknown, or the capability is another."""

    async def delete(self, slot: bytes, sha256: bytes) -> bool:
        """Take a slot away, with either capability; whether it was there."""

    async def forget(self, days: float) -> int:
        """Take away, in batches, what was neither written nor read for so long. Gives how many."""

    async def changed(self) -> frozenset[bytes]:
        """Wait until slots were written or taken away, here or by another process of this relay; which ones.

        May name some that were not, and may leave out what another process did: whoever waits looks again on their own.
        """

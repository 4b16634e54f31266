"""The in-memory twin of a relay's stores: the same promises, but for those about a crash."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from sync.relay.slots import Making, Page, Put

DAY_S = 86_400


@dataclass(slots=True)
class _Row:
    read_sha256: bytes
    write_sha256: bytes
    body: bytes
    version: int
    used_at: int


class MemorySlots:
    """Slots that go with the process."""

    def __init__(self, now: Callable[[], int]) -> None:
        self._now = now
        self._rows: dict[bytes, _Row] = {}
        self._changes: set[bytes] = set()
        self._stirred = asyncio.Event()

    async def open(self) -> None:
        """There at once."""

    async def close(self) -> None:
        """Nothing is in hand."""

    async def until_broken(self) -> None:
        """Never."""
        await asyncio.Event().wait()

    async def put(self, slot: bytes, write_sha256: bytes, body: bytes, making: Making | None) -> tuple[Put, int]:
        row = self._rows.get(slot)
        if row is None:
            if making is None:
                return Put.UNKNOWN, 0
            self._rows[slot] = _Row(making.read_sha256, write_sha256, body, 1, self._now())
            self._tell(slot)
            return Put.MADE, 1
        if making is not None and making.only:
            return Put.THERE_ALREADY, 0
        if making is not None and (row.read_sha256, row.write_sha256) != (making.read_sha256, write_sha256):
            return Put.OTHER_CAPABILITIES, 0
        if row.write_sha256 != write_sha256:
            return Put.UNKNOWN, 0
        row.body, row.version, row.used_at = body, row.version + 1, self._now()
        self._tell(slot)
        return Put.REPLACED, row.version

    async def get(self, slot: bytes, read_sha256: bytes) -> Page | None:
        row = self._rows.get(slot)
        if row is None or row.read_sha256 != read_sha256:
            return None
        if not self._now() - DAY_S < row.used_at <= self._now():
            row.used_at = self._now()
        return Page(row.body, row.version)

    async def delete(self, slot: bytes, sha256: bytes) -> bool:
        row = self._rows.get(slot)
        if row is None or sha256 not in (row.read_sha256, row.write_sha256):
            return False
        del self._rows[slot]
        self._tell(slot)
        return True

    async def forget(self, days: float) -> int:
        before = self._now() - round(days * DAY_S)
        old = [slot for slot, row in self._rows.items() if row.used_at < before]
        for slot in old:
            del self._rows[slot]
            self._tell(slot)
        return len(old)

    async def changed(self) -> frozenset[bytes]:
        await self._stirred.wait()
        self._stirred.clear()
        slots, self._changes = frozenset(self._changes), set()
        return slots

    def _tell(self, slot: bytes) -> None:
        self._changes.add(slot)
        self._stirred.set()

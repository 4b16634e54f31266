"""A folder that both can see: a synced one, a shared drive, a stick. No capabilities: whoever sees it can write to it.

    <folder>/<slot as hex>.cairn        the page of one direction, or a message of a meeting

Programs that carry folders keep conflict copies under names of their own that begin alike; each is a candidate.
"""

import asyncio
import contextlib
import errno
import hashlib
import os
import stat
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sync.errors import NotReached
from sync.protocol.sizes import WIRE
from sync.sealing.meeting_keys import Place
from sync.transports.bounded import within_time
from sync.transports.slot import Held

T = TypeVar("T")
SUFFIX = ".cairn"
BEGUN = ".begun"
LOOK_EVERY_S = 10.0
CANDIDATES_MOST = 8
"""Whoever can write to the folder could fill it; that many conflict copies no honest one has."""
_MODE = 0o644
"""The other one may be another user of the same computer. What is in the file is for nobody else all the same."""
_NO_FILE = (errno.ENOENT, errno.ELOOP, errno.ENXIO, errno.EISDIR)
"""Nothing is there, or a link, a socket or a folder."""
_NOT_OURS = (errno.EPERM, errno.EISDIR)


class Folder:
    """Slots as files. A write is whole or not there at all: written beside, then renamed."""

    def __init__(self, path: Path, look_every_s: float = LOOK_EVERY_S) -> None:
        self._path = path
        self._look_every_s = look_every_s

    async def check(self) -> None:
        """See that it is a folder, and that files can be put into it."""
        await self._look(self._check)

    async def read(self, place: Place) -> Held:
        """Every file whose name begins with the slot and that is of the one size."""
        return await self._look(lambda: self._read(place))

    async def write(self, place: Place, wire: bytes) -> None:
        """Written beside and renamed; what else begins with the slot's name is taken away."""
        await self._look(lambda: self._write(place, wire))

    async def wait(self, place: Place, version: str, seconds: float) -> Held:
        """Look again and again: no folder tells when it changes."""
        until = time.monotonic() + seconds
        held = await self.read(place)
        while held.version == version and (left := until - time.monotonic()) > 0:
            await asyncio.sleep(min(self._look_every_s, left))  # an interval: there is no event to wait for
            held = await self.read(place)
        return held

    async def delete(self, place: Place) -> None:
        """Every file of the slot."""
        await self._look(lambda: self._delete(place))

    async def _look(self, look: Callable[[], T]) -> T:
        """Away from the event loop, and not for ever. Whatever the system says is said in one word."""
        try:
            return await within_time(self._path, look)
        except OSError:
            raise NotReached from None

    def _check(self) -> None:
        if not self._path.is_dir() or not os.access(self._path, os.R_OK | os.W_OK | os.X_OK):
            raise NotReached

    def _read(self, place: Place) -> Held:
        own, *copies = self._files(place)
        found = [_wire_in(own), *(_wire_in_copy(path) for path in copies[: CANDIDATES_MOST - 1])]
        candidates = tuple(wire for wire in found if len(wire) == WIRE)
        return Held(candidates, hashlib.sha256(b"".join(candidates)).hexdigest())

    def _write(self, place: Place, wire: bytes) -> None:
        # A name of its own: another cairn of the same person may be writing at this moment.
        begun = self._path / f"{self._begun(place)}-{os.urandom(4).hex()}"
        try:
            others = [*self._files(place)[1:], *self._leftovers(place)]
            with os.fdopen(os.open(begun, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE), "wb") as file:
                os.fchmod(file.fileno(), _MODE)
                file.write(wire)
                file.flush()
                os.fsync(file.fileno())
            begun.replace(self._own(place))
        except OSError:
            with contextlib.suppress(OSError):
                begun.unlink(missing_ok=True)
            raise
        for path in others:
            # It stands there already, whatever else may be in the way.
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)

    def _delete(self, place: Place) -> None:
        for path in [*self._files(place), *self._leftovers(place)]:
            _take_away(path)

    def _own(self, place: Place) -> Path:
        return self._path / f"{place.slot.hex()}{SUFFIX}"

    def _begun(self, place: Place) -> str:
        return f"{BEGUN}-{place.slot.hex()}"

    def _files(self, place: Place) -> list[Path]:
        """The slot's own, which comes first and need not be there, and every conflict copy."""
        own, name = self._own(place), place.slot.hex()
        return [own, *sorted(path for path in self._path.iterdir() if path.name.startswith(name) and path != own)]

    def _leftovers(self, place: Place) -> list[Path]:
        """What was begun and never renamed."""
        return [path for path in self._path.iterdir() if path.name.startswith(self._begun(place))]


def _wire_in(path: Path) -> bytes:
    """The bytes of a file, or one more than there may be. Whoever else can write here could have put anything."""
    try:
        with open(path, "rb", opener=_carefully) as file:
            return file.read(WIRE + 1) if stat.S_ISREG(os.fstat(file.fileno()).st_mode) else b""
    except OSError as problem:
        if problem.errno in _NO_FILE:
            return b""
        raise


def _carefully(path: str, flags: int) -> int:
    """Follow no link, and wait for nobody at the other end of a pipe."""
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def _wire_in_copy(path: Path) -> bytes:
    """The same of a conflict copy: one that cannot be read is none."""
    try:
        return _wire_in(path)
    except OSError:
        return b""


def _take_away(path: Path) -> None:
    """Unlink. Where each may take away only what is their own, the other one takes away theirs."""
    try:
        path.unlink(missing_ok=True)
    except OSError as problem:
        if problem.errno not in _NOT_OURS:
            raise

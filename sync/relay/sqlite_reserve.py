"""A file beside that of a store: it is one relay's alone, and it keeps room for when the disk is full."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sync.relay.refusals import BusyOrFull

RESERVE_BYTES = 8 << 20
"""What the log of the store may take until it is emptied: a thousand pages of 4 KiB, and a transaction on top."""
SHARE = 8
"""Of a small disk no more than an eighth is kept."""
LEAST_BYTES = 64 << 10
"""Room for one deed."""
_NONE = -1


class Reserve:
    """Held from `take` to `release`. Room is kept by taking it up, as nothing else keeps it from other programs."""

    def __init__(self, store: Path) -> None:
        """`store` is the file that it stands beside."""
        self._path = store.with_name(f"{store.name}-reserve")
        self._file = _NONE
        self._bytes = 0
        self._made = False

    def take(self) -> None:
        """Be the only relay with this store, and keep room where there is some.

        Raises:
            BusyOrFull: another relay has the store.
            OSError: no file can be made there.
        """
        self._made = not self._path.exists()
        self._file = os.open(self._path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as problem:
            os.close(self._file)
            self._file = _NONE
            raise BusyOrFull("Another relay has this store.") from problem
        disk, own = os.fstatvfs(self._file), os.fstat(self._file).st_blocks * 512
        self._bytes = max(own, min(RESERVE_BYTES, (disk.f_bavail * disk.f_frsize + own) // SHARE))
        self._fill()

    def release(self) -> None:
        """Let another relay have the store; the room stays kept."""
        if self._file != _NONE:
            os.close(self._file)
            self._file = _NONE

    def give_up(self) -> None:
        """As if it had not been taken."""
        if self._made:
            self._path.unlink(missing_ok=True)
        self.release()

    @contextmanager
    def given_free(self) -> Iterator[None]:
        """Room for what is done in the block, which is to leave as much at its end."""
        os.ftruncate(self._file, 0)
        try:
            yield
        finally:
            self._fill()

    def _fill(self) -> None:
        """Take up as much as there is of it; the next start tries for the rest."""
        size = self._bytes
        while size >= LEAST_BYTES:
            try:
                os.posix_fallocate(self._file, 0, size)
            except OSError:
                size //= 2
            else:
                break

"""A copy of a damaged database file, to read from, so that the file itself stays as it is.

A copy, and not the file opened for reading alone: a write that was cut off can only be rolled back by writing, a disk
that cannot read one place anew each time would stop the engine there, and another cairn may go on meanwhile. What is
copied is as locked as what it came from.
"""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final

from journal.errors import Busy, Damaged, NoRoom
from journal.progress import Progress
from journal.store.connection import BUSY_TIMEOUT_MS, PAGE_BYTES

UNREADABLE: Final = b"\xff" * PAGE_BYTES
"""Stands for a page that is not there. It fails its check, where a page of zeros would be taken for an empty one, and
words that go on there would end in zeros without a sound."""

_ZEROS = bytes(PAGE_BYTES)
_PAGES_AT_ONCE = 256
_FIRST_SHARED, _SHARED_BYTES = 0x40000002, 510
"""Where the engine locks a file for reading. Source: the file format, https://www.sqlite.org/src/file/src/os.h."""
_LOOK_AGAIN_S = 0.05


def rollback_of(database: Path) -> Path:
    """Where the engine keeps what a write takes the place of, until the write is whole."""
    return database.with_name(f"{database.name}-journal")


def copy_to_read(source: Path, target: Path, progress: Progress | None = None, *, rolls_back: bool = True) -> None:
    """Copy a database file with whatever stands in it, while nobody writes to it.

    Args:
        source: the damaged file, which is only read.
        target: not there yet; what is left of it after an error is the caller's to remove.
        progress: bytes done and bytes in all.
        rolls_back: whether the file beside it, of a write that was cut off, comes too.

    Raises:
        Damaged: there is no file. Busy: another cairn writes for longer than 10 seconds.
        NoRoom: the disk does not take the copy.
    """
    with _kept_as_it_is(source) as descriptor:
        size = os.fstat(descriptor).st_size
        with _new_private_file(target) as copy:
            for number, page in _pages(descriptor, size):
                copy.writelines(UNREADABLE for _ in range(copy.tell() // PAGE_BYTES, number))
                copy.write(page)
                if progress is not None and number % _PAGES_AT_ONCE == 0:
                    progress(number * PAGE_BYTES, size)
        if rolls_back:
            _copy_rollback(rollback_of(source), rollback_of(target))


def fill_up(database: Path, from_byte: int, pages: int) -> None:
    """Put pages that fail their check where a file was cut off, up to `pages` in all."""
    with database.open("r+b") as file:
        file.truncate(from_byte)
        file.seek(from_byte)
        for _ in range(from_byte // PAGE_BYTES, pages):
            file.write(UNREADABLE)


def _copy_rollback(source: Path, target: Path) -> None:
    with suppress(FileNotFoundError), _reading(source) as beside, _new_private_file(target) as copy:
        place = 0
        while content := _read_or_none(beside, _PAGES_AT_ONCE * PAGE_BYTES, place):
            copy.write(content)
            place += len(content)


def _pages(descriptor: int, size: int) -> Iterator[tuple[int, bytes]]:
    """Every page with something on it, with its number from 0; one that cannot be read or is cut off fails its check.

    Blank ones are left out: those at the end are none of the journal's, and the others are put in by whoever writes.
    """
    following = 0
    for first, last in _places_with_data(descriptor, size):
        for number in range(max(first // PAGE_BYTES, following), -(-last // PAGE_BYTES), _PAGES_AT_ONCE):
            most = min(_PAGES_AT_ONCE, -(-last // PAGE_BYTES) - number)
            for more, page in enumerate(_several(descriptor, number, most)):
                if page != _ZEROS:
                    yield number + more, page + UNREADABLE[len(page) :]
            following = number + most


def _several(descriptor: int, number: int, most: int) -> Iterator[bytes]:
    """So many pages from this one on; each on its own where they cannot be read together."""
    together = _read_or_none(descriptor, most * PAGE_BYTES, number * PAGE_BYTES)
    for place in range(0, most * PAGE_BYTES, PAGE_BYTES):
        if together is not None:
            page: bytes | None = together[place : place + PAGE_BYTES]
        else:
            page = _read_or_none(descriptor, PAGE_BYTES, number * PAGE_BYTES + place)
        yield UNREADABLE if page is None else page


def _read_or_none(descriptor: int, size: int, place: int) -> bytes | None:
    try:
        return os.pread(descriptor, size, place)
    except OSError:
        return None


def _places_with_data(descriptor: int, size: int) -> Iterator[tuple[int, int]]:
    """The parts of a file between its holes: a rollback that names a wrong length leaves a hole of any size."""
    place = 0
    while place < size:
        try:
            first = os.lseek(descriptor, place, os.SEEK_DATA)
            last = os.lseek(descriptor, first, os.SEEK_HOLE)
        except (OSError, AttributeError) as problem:
            if getattr(problem, "errno", None) != errno.ENXIO:
                # A disk that knows no holes.
                yield place, size
            return
        yield first, last
        place = last


@contextmanager
def _kept_as_it_is(source: Path) -> Iterator[int]:
    """Hold the engine's own lock for reading, so that no write comes in between."""
    try:
        with _reading(source) as descriptor:
            _lock_to_read(descriptor)
            yield descriptor
    except FileNotFoundError as problem:
        raise Damaged("The journal file is not in its place. Nothing was set up instead of it.") from problem
    except OSError as problem:
        raise NoRoom() from problem


def _lock_to_read(descriptor: int) -> None:
    if os.name != "posix":
        return
    import fcntl

    until = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB, _SHARED_BYTES, _FIRST_SHARED)
        except (BlockingIOError, PermissionError) as problem:
            if time.monotonic() > until:
                raise Busy() from problem
            time.sleep(_LOOK_AGAIN_S)
        except OSError:
            # A disk that knows no locks has nobody else on it either.
            return
        else:
            return


@contextmanager
def _reading(path: Path) -> Iterator[int]:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _new_private_file(path: Path) -> BinaryIO:
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")

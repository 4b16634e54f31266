"""A new file or folder for what leaves the journal: there whole at the end, or not at all; never over another.

Everything here is readable by whoever opens it, so that only this user may, whatever the umask.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO
from uuid import uuid4

from journal.errors import AlreadyThere, BadInput, CairnError, NoRoom
from journal.paths import sync_folder

TAKEN = "There is something at that path already. Nothing was written."
TAKEN_HINT = "Give a path where nothing is yet."
NO_FOLDER = "There is no folder to put it in. Nothing was written."
NOT_TAKEN = "This could not be written there, and nothing was left behind."
NOT_TAKEN_HINT = "Make some room or check that you can write there, then try again."

_FILE_MODE, _FOLDER_MODE = 0o600, 0o700


def check_new_file(path: Path) -> None:
    """See that a file can be made here.

    Raises:
        AlreadyThere: something is. BadInput: the folder above is not.
    """
    if os.path.lexists(path):
        raise AlreadyThere(TAKEN, hint=TAKEN_HINT)
    if not path.parent.is_dir():
        raise BadInput(NO_FOLDER)


def check_new_folder(path: Path) -> None:
    """See that a folder can be made here; one that is empty will do.

    Raises:
        AlreadyThere: something is. BadInput: the folder above is not.
    """
    if not path.is_dir():
        check_new_file(path)
        return
    try:
        is_empty = not any(path.iterdir())
    except OSError as problem:
        raise NoRoom(NOT_TAKEN, hint=NOT_TAKEN_HINT) from problem
    if not is_empty:
        raise AlreadyThere(TAKEN, hint=TAKEN_HINT)


@contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """Write a file under a passing name; at the end of the block it is on the disk, under its own.

    Raises:
        AlreadyThere: something is there, perhaps since a moment ago. BadInput: the folder above is not.
        NoRoom: the disk did not take it.
    """
    path = path.absolute()
    check_new_file(path)
    fresh = _passing_name(path.parent)
    try:
        with _said_plainly():
            with os.fdopen(_open_new(fresh), "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _give_name(fresh, path)
            with suppress(OSError):
                sync_folder(path.parent)
    finally:
        with suppress(OSError):
            fresh.unlink(missing_ok=True)


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Fill a folder under a passing name; at the end of the block it is on the disk, under its own.

    A folder that is there and empty is kept, as somebody may stand in it, and filled all at once.

    Raises:
        AlreadyThere: something is there. BadInput: the folder above is not. NoRoom: the disk did not take it.
    """
    path = path.absolute()
    check_new_folder(path)
    is_there = path.is_dir()
    fresh = _passing_name(path if is_there else path.parent)
    try:
        with _said_plainly():
            fresh.mkdir(mode=_FOLDER_MODE)
            fresh.chmod(_FOLDER_MODE)
            yield fresh
            if hasattr(os, "sync"):
                # One for all: a folder may hold ten thousand files.
                os.sync()
            if is_there:
                _move_into(fresh, path)
            else:
                _rename_folder(fresh, path)
            with suppress(OSError):
                sync_folder(path.parent)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def write_new(path: Path, content: bytes) -> None:
    """Write one file of a new folder; it reaches the disk with the folder.

    Raises:
        OSError: the disk did not take it, or there is one of this name.
    """
    with os.fdopen(_open_new(path), "wb") as file:
        file.write(content)


def make_folder(path: Path) -> None:
    """Make a folder inside a new folder; one that is there will do."""
    with suppress(FileExistsError):
        path.mkdir(mode=_FOLDER_MODE)
        path.chmod(_FOLDER_MODE)


def _passing_name(folder: Path) -> Path:
    return folder / f".leaving-{uuid4().hex[:12]}"


def _open_new(path: Path) -> int:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), _FILE_MODE)
    if hasattr(os, "fchmod"):
        os.fchmod(descriptor, _FILE_MODE)
    return descriptor


def _give_name(fresh: Path, path: Path) -> None:
    """Put the file under its name in one step, and never over another."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        raise AlreadyThere(TAKEN, hint=TAKEN_HINT) from None
    except OSError:
        # A disk without links, as on most sticks: the name is taken first, then only what is ours is replaced.
        try:
            os.close(_open_new(path))
        except FileExistsError:
            raise AlreadyThere(TAKEN, hint=TAKEN_HINT) from None
        os.replace(fresh, path)


def _rename_folder(fresh: Path, path: Path) -> None:
    try:
        os.rename(fresh, path)
    except FileExistsError:
        raise AlreadyThere(TAKEN, hint=TAKEN_HINT) from None
    except OSError:
        if os.path.lexists(path):
            raise AlreadyThere(TAKEN, hint=TAKEN_HINT) from None
        raise


def _move_into(fresh: Path, path: Path) -> None:
    """Move everything into the empty folder that it stands in, or nothing."""
    moved: list[Path] = []
    try:
        for part in sorted(fresh.iterdir()):
            moved.append(path / part.name)
            os.rename(part, moved[-1])
        fresh.rmdir()
    except OSError:
        for part in moved:
            shutil.rmtree(part, ignore_errors=True)
            with suppress(OSError):
                part.unlink(missing_ok=True)
        raise


@contextmanager
def _said_plainly() -> Iterator[None]:
    try:
        yield
    except CairnError:
        raise
    except OSError as problem:
        raise NoRoom(NOT_TAKEN, hint=NOT_TAKEN_HINT) from problem

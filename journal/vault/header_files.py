"""The header on the disk: two copies, of which one may be damaged, and the folder they stand in."""

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from journal.errors import AlreadyThere, CairnError, Damaged, NoJournal, NoRoom
from journal.paths import Home, make_private_folder, replace_private_file, sync_folder, write_private_file
from journal.vault.header import LONGEST, Header, parse_header

BOTH_DAMAGED = "Both copies of the key file are damaged, so the journal cannot be opened. Nothing was changed."


@dataclass(frozen=True, slots=True)
class FoundHeader:
    """A whole header, and whether its other copy had to be mended (`None`: it could not be)."""

    header: Header
    mended: bool | None


def read_header(home: Home) -> FoundHeader:
    """Read the header, falling back to its copy, and mend the one that is damaged.

    Raises:
        NoJournal: nothing has been set up here.
        Damaged: both copies are.
        NewerFormat: written by a newer cairn.
    """
    if not home.exists():
        raise NoJournal()
    first, second = _read(home.header), _read(home.header_copy)
    good = first or second
    if good is None:
        raise Damaged(BOTH_DAMAGED, hint="Put a copy of the folder called vault back in its place.")
    header, content = good
    if first is None:
        return FoundHeader(header, _mend(home.header, content))
    if second is None:
        return FoundHeader(header, _mend(home.header_copy, content))
    if second[1] != content:
        # Cut off between the two renames of a key operation: the first copy is the one that counts.
        _mend(home.header_copy, content)
    return FoundHeader(header, False)


def _read(path: Path) -> tuple[Header, bytes] | None:
    try:
        with path.open("rb") as file:
            content = file.read(LONGEST + 1)
        return parse_header(content), content
    except (FileNotFoundError, NotADirectoryError, Damaged):
        return None
    except OSError as problem:
        raise NoRoom("The journal's key file cannot be read.", hint="Check who owns the folder.") from problem


def _mend(path: Path, content: bytes) -> bool | None:
    try:
        replace_private_file(path, content)
    except OSError:
        return None
    return True


def write_new_vault(home: Home, fill: Callable[[Path], bytes]) -> None:
    """Make the vault folder in one step: whole, or not at all.

    Args:
        home: where; its `vault` must not be there yet.
        fill: makes the database inside the folder it is given and returns the header's bytes.

    Raises:
        AlreadyThere: a journal stands here.
        NoRoom: the disk did not take it; nothing is left behind.
    """
    if home.exists():
        raise AlreadyThere()
    with _files():
        make_private_folder(home.root)
        fresh = home.root / f"vault.new-{os.getpid()}"
        _clear_half_made(home.root)
        fresh.mkdir(mode=0o700)
        try:
            content = fill(fresh)
            write_private_file(fresh / home.header.name, content)
            write_private_file(fresh / home.header_copy.name, content)
            sync_folder(fresh)
            _take_place(fresh, home.vault)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
        sync_folder(home.root)


def _clear_half_made(root: Path) -> None:
    """Remove what a process that has ended left half made; nobody holds a key to it."""
    for left in root.glob("vault.new-*"):
        number = left.name.rpartition("-")[2]
        if number.isdigit() and (int(number) == os.getpid() or not _is_running(int(number))):
            shutil.rmtree(left, ignore_errors=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _take_place(fresh: Path, vault: Path) -> None:
    """A rename onto a folder that holds anything is refused by the system: of two at once, one wins."""
    try:
        os.rename(fresh, vault)
    except OSError as problem:
        if vault.exists():
            raise AlreadyThere() from problem
        raise


def replace_header(home: Home, header: Header) -> None:
    """Put a new header in place of the old: copy 1 is the commit, copy 2 follows.

    Raises:
        NoRoom: the disk did not take it; the old header stands.
    """
    with _files():
        content = header.to_bytes()
        replace_private_file(home.header, content)
        replace_private_file(home.header_copy, content)


@contextmanager
def _files() -> Iterator[None]:
    try:
        yield
    except CairnError:
        raise
    except OSError as problem:
        raise NoRoom() from problem

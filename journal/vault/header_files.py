"""The header on the disk: two copies, of which one may be damaged, and the folder they stand in."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from journal.errors import AlreadyThere, CairnError, Damaged, KeyChanged, NoJournal, NoRoom
from journal.paths import (
    Home,
    check_private,
    make_private_folder,
    replace_private_file,
    sync_folder,
    write_private_file,
)
from journal.vault.gone import finish_erasing
from journal.vault.header import LONGEST, Header, parse_header

BOTH_DAMAGED = "Both copies of the key file are damaged, so the journal cannot be opened. Nothing was changed."


PUT_BACK = "Safety copies: cairn backup list. One is put back with: cairn backup restore FILE"


@dataclass(frozen=True, slots=True)
class FoundHeader:
    """What stands on the disk: one whole header, or two that differ, the first copy first."""

    headers: tuple[Header, ...]
    one_is_damaged: bool
    """One copy is missing or not whole."""

    @property
    def header(self) -> Header:
        """The one that counts, as long as it opens."""
        return self.headers[0]


def read_header(home: Home) -> FoundHeader:
    """Read both copies and change nothing: which of them is ours is known when one has opened.

    Raises:
        NoJournal: nothing has been set up here.
        Damaged: both copies are.
        NewerFormat: written by a newer cairn.
        OpenToOthers: others can change what is in the folder.
    """
    check_private(home)
    finish_erasing(home)
    if not home.exists():
        raise NoJournal()
    whole = [header for header in map(_read, (home.header, home.header_copy)) if header is not None]
    if not whole:
        raise Damaged(BOTH_DAMAGED, hint=PUT_BACK)
    return FoundHeader(tuple(dict.fromkeys(whole)), len(whole) == 1)


def _read(path: Path) -> Header | None:
    try:
        with path.open("rb") as file:
            return parse_header(file.read(LONGEST + 1))
    except (FileNotFoundError, NotADirectoryError, Damaged):
        return None
    except OSError as problem:
        raise NoRoom("The journal's key file cannot be read.", hint="Check who owns the folder.") from problem


def mend_copies(home: Home, found: FoundHeader, opened: Header) -> bool:
    """Make both copies the header that has opened and whose MAC holds, where that is still what rules here.

    Between the reading of a header and its opening lies a key derivation, and another cairn may have put a newer one
    in its place meanwhile: what stands there is read again under the lock, and what was not seen before is left alone.

    Args:
        home: whose copies.
        found: what was read before.
        opened: the one of them that has opened.

    Returns:
        Whether both are whole now. Where a key operation is under way, nothing is touched: it has newer ones.
    """
    content = opened.to_bytes()
    try:
        with key_operation(home, wait=False):
            first, second = _read(home.header), _read(home.header_copy)
            is_newer = first not in (None, opened, found.headers[0])
            if is_newer or opened not in (first, second):
                return first is not None and second is not None
            for path, there in ((home.header, first), (home.header_copy, second)):
                if there != opened:
                    replace_private_file(path, content)
    except (OSError, CairnError):
        return False
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
    check_private(home)
    finish_erasing(home)
    if home.exists():
        raise AlreadyThere()
    with _files():
        make_private_folder(home.root)
        fresh = home.root / f"vault.new-{os.getpid()}"
        clear_half_made(home.root, "vault.new-*")
        fresh.mkdir(mode=0o700)
        try:
            content = fill(fresh)
            write_private_file(fresh / home.header.name, content)
            write_private_file(fresh / home.header_copy.name, content)
            sync_folder(fresh)
            _take_place(fresh, home.vault)
        finally:
            _remove(fresh)
        # It is there from the rename on; to say anything else now would be untrue.
        with suppress(OSError):
            sync_folder(home.root)


@contextmanager
def changing_header(home: Home) -> Iterator[Callable[[Header], None]]:
    """Hold the lock of key operations and give what puts a new header in place of the old.

    Copy 1 is the commit, copy 2 follows, or is mended at the next opening. What is to stay must be read inside.

    Raises:
        NoRoom: the disk did not take it; the old header stands.
    """

    def put(header: Header) -> None:
        content = header.to_bytes()
        replace_private_file(home.header, content)
        with suppress(OSError):
            replace_private_file(home.header_copy, content)

    with _files(), key_operation(home, wait=True):
        yield put


def names_database(home: Home, header: Header) -> bool:
    """Whether the first copy on the disk names this header's database; where it cannot be read, it may."""
    try:
        return f"db {header.database_name}\n".encode() in home.header.read_bytes()
    except OSError:
        return True


class HeaderWatch:
    """Sees whether the header still names the journal that is open: a key operation may have put another there."""

    def __init__(self, home: Home, opened: Header) -> None:
        self._home = home
        self._opened = opened
        self._seen: tuple[int, int, int] | None = None

    def look(self) -> None:
        """Look at the file's own marks, and read it only where they are others than before.

        Raises:
            KeyChanged: another header, for another database. NoJournal: there is none any more.
        """
        seen = self._marks()
        if seen is None or seen == self._seen:
            # Where one copy is missing or damaged the other still says which journal this is; opening mends it.
            return
        try:
            found = read_header(self._home)
        except Damaged:
            return
        if (found.header.vault_id, found.header.generation) != (self._opened.vault_id, self._opened.generation):
            raise KeyChanged()
        self._seen = seen

    def _marks(self) -> tuple[int, int, int] | None:
        try:
            marks = self._home.header.stat()
        except OSError:
            if not self._home.exists():
                raise NoJournal() from None
            return None
        return marks.st_ino, marks.st_mtime_ns, marks.st_size


@contextmanager
def key_operation(home: Home, *, wait: bool) -> Iterator[None]:
    """Hold the vault folder's lock: one process at a time changes the header. Ordinary opening does not take it.

    The folder itself is locked, not a file in it: nothing is left behind, and a read-only vault can be locked too.

    Raises:
        OSError: another process holds it, and `wait` is false.
    """
    if os.name != "posix":
        yield
        return
    import fcntl

    descriptor = os.open(home.vault, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


def clear_half_made(folder: Path, pattern: str = "*.new-*") -> None:
    """Remove what a process that has ended left half made, or this one before it began; nobody holds a key to it."""
    for left in folder.glob(pattern):
        number = left.name.rpartition("-")[2]
        if number.isdigit() and (int(number) == os.getpid() or not _is_running(int(number))):
            if left.is_dir():
                _remove(left)
            else:
                left.unlink(missing_ok=True)


def _remove(folder: Path) -> None:
    import shutil

    shutil.rmtree(folder, ignore_errors=True)


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


@contextmanager
def _files() -> Iterator[None]:
    try:
        yield
    except CairnError:
        raise
    except OSError as problem:
        raise NoRoom() from problem

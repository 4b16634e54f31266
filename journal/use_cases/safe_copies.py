"""Backups: a locked copy of the whole journal, checked by a real restore, put back in one step.

A copy opens with the passphrase and the words of its day. Source: security brief, b.6.
"""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from journal.clock import Clock
from journal.domain.moments import utc_text
from journal.errors import AlreadyThere, Busy, CairnError, Damaged, NewerFormat, NoRoom, NotFound
from journal.paths import Home, make_private_folder, sync_folder, write_private_file
from journal.progress import Progress, part_of
from journal.store.checking import check_whole, row_counts
from journal.store.connection import Connection, open_database
from journal.store.copying import copy_database
from journal.store.meta import Meta
from journal.store.migrations import refuse_newer
from journal.store.transaction import others_wait, transaction
from journal.store.unshared import leave_sharing_out
from journal.use_cases.unlocking import Opens, Unlocked, mac_checked, open_named
from journal.vault.backup_file import CUT, ID_BYTES, Preamble, hash_of, read_preamble, take_out, write_backup
from journal.vault.header import Header
from journal.vault.header_files import changing_header, clear_half_made, names_database, read_header, write_new_vault
from journal.vault.secrets import Keys

_GENERATION = re.compile("[1-9][0-9]{0,7}")


@dataclass(frozen=True, slots=True)
class Copied:
    """A backup that was made and read again."""

    path: Path
    rows: dict[str, int]
    size_bytes: int
    made_at: str


@dataclass(frozen=True, slots=True)
class Verified:
    """A backup that was restored into a temporary place, where every page passed its check."""

    rows: dict[str, int]
    made_at: str


@dataclass(frozen=True, slots=True)
class Restored:
    """A backup that is the journal now. `kept`: the folder of the one before, if there was one."""

    rows: dict[str, int]
    made_at: str
    kept: Path | None


def create_backup(unlocked: Unlocked, target: Path, clock: Clock, progress: Progress | None = None) -> Copied:
    """Make a backup of the journal as it is now, and check every page of it.

    Args:
        unlocked: whose.
        target: a file that is not there yet. A copy as large as the journal stands beside it for a moment.
        clock: for when it was made.
        progress: in thousandths.

    Raises:
        AlreadyThere: there is a file. NoRoom: the disk did not take it; nothing is left behind.
        Damaged: the journal is, so that no copy of it was made. Busy: another cairn kept it.
    """
    if target.is_dir():
        raise AlreadyThere("There is a folder at that path. Name a file in it that is not there yet.")
    if target.exists():
        raise AlreadyThere("There is a file at that path already. Nothing was changed.")
    if not target.parent.is_dir():
        raise NotFound("There is no folder at that path to put it in.", hint="")
    source = open_named(unlocked)
    try:
        return write_copy(unlocked, source, target, utc_text(clock.now()), progress)
    finally:
        source.close()


def write_copy(
    unlocked: Unlocked, source: Connection, target: Path, now: str, progress: Progress | None = None
) -> Copied:
    """Copy an open journal into a backup file: under its own key, checked, then put together.

    Args:
        unlocked: whose keys.
        source: what is copied.
        target: a file that is not there yet.
        now: UTC instant.
        progress: in thousandths.

    Raises:
        As `create_backup`.
    """
    backup_id = os.urandom(ID_BYTES)
    bare = target.with_name(f"{target.name}.db.new-{os.getpid()}")
    with _said_plainly(), _gone_afterwards(bare):
        copy = copy_database(source, bare, unlocked.keys.backup_key(backup_id), part_of(progress, 0, 600))
        try:
            leave_sharing_out(copy)
            check_whole(copy)
            rows, writes = row_counts(copy), Meta(copy).write_counter()
        finally:
            copy.close()
        preamble = Preamble(backup_id, now[:19] + "Z", writes, bare.stat().st_size, hash_of(bare), header_now(unlocked))
        preamble = preamble.with_mac(unlocked.keys.backup_mac(backup_id, preamble.covered()))
        write_backup(target, preamble, bare, part_of(progress, 600, 1000))
        return Copied(target, rows, target.stat().st_size, preamble.made_at)


def verify_backup(home: Home, path: Path, opens: Opens, clock: Clock, progress: Progress | None = None) -> Verified:
    """Restore a backup for real, into a temporary place, check all of it, and take the place away again.

    Args:
        home: the temporary place is beside this journal, which is not touched.
        path: the backup.
        opens: what makes the keys of its header.
        clock: as for a restore.
        progress: in thousandths.

    Raises:
        NotFound: no such file. NotOpened: another passphrase. Damaged: cut, flipped, or not a backup.
        NewerFormat: made by a newer cairn. NoRoom: no room for a copy.
    """
    preamble, keys = opened_backup(path, opens)
    with _said_plainly(), _temporary_folder(home) as folder:
        restored = _put_back(path, preamble, keys, folder, preamble.header, 0, clock, progress)
        return Verified(restored, preamble.made_at)


def restore_backup(
    home: Home, path: Path, opens: Opens, clock: Clock, *, over: bool = False, progress: Progress | None = None
) -> Restored:
    """Put a backup in the journal's place, in one step; a journal that was there is kept beside it.

    Args:
        home: where. With no journal there yet, it becomes this one.
        path: the backup.
        opens: what makes the keys of its header.
        clock: for when it was restored.
        over: whether a journal that is there may be replaced.
        progress: in thousandths.

    Raises:
        AlreadyThere: a journal is there, and `over` is false.
        NotFound, NotOpened, Damaged, NewerFormat, NoRoom: as `verify_backup`; the present journal is untouched.
    """
    preamble, keys = opened_backup(path, opens)
    if home.exists() and not over:
        raise AlreadyThere()
    if not home.exists():
        rows: dict[str, int] = {}

        def fill(folder: Path) -> bytes:
            with _said_plainly():
                writes = preamble.writes + 1
                rows.update(_put_back(path, preamble, keys, folder, preamble.header, writes, clock, progress))
            return preamble.header.to_bytes()

        write_new_vault(home, fill)
        return Restored(rows, preamble.made_at, None)
    with _said_plainly(), changing_header(home) as put:
        header = _after_all_others(home, preamble.header, keys)
        database = home.vault / header.database_name
        with _gone_unless_named(home, header):
            writes = max([preamble.writes, *_writes_of_snapshots(home)]) + 1
            with _temporary_folder(home) as folder:
                rows = _put_back(path, preamble, keys, folder, header, writes, clock, progress)
                with _others_wait(home, keys):
                    kept = _keep_beside(home, clock)
                    os.rename(folder / header.database_name, database)
                    sync_folder(home.vault)
                    put(header)
    return Restored(rows, preamble.made_at, kept)


def opened_backup(path: Path, opens: Opens) -> tuple[Preamble, Keys]:
    """What a backup says of itself, and its keys, once both MACs hold.

    Raises:
        As `verify_backup`.
    """
    preamble = read_preamble(path)
    _, keys = mac_checked(preamble.header, opens(preamble.header))
    if keys.backup_mac(preamble.backup_id, preamble.covered()) != preamble.mac:
        raise Damaged(CUT, hint="")
    return preamble, keys


def _put_back(
    path: Path,
    preamble: Preamble,
    keys: Keys,
    folder: Path,
    header: Header,
    writes: int,
    clock: Clock,
    progress: Progress | None,
) -> dict[str, int]:
    """Take the database out of a backup, put it under the journal's key in `folder`, and check every page."""
    carried = folder / "carried.db"
    take_out(path, preamble, carried, part_of(progress, 0, 300))
    source = open_database(carried, keys.backup_key(preamble.backup_id))
    try:
        refuse_newer(source)
        expected = row_counts(source)
        restored = copy_database(
            source, folder / header.database_name, keys.database_key(), part_of(progress, 300, 900)
        )
    finally:
        source.close()
    try:
        if Meta(restored).names()[0] != header.vault_id.hex():
            raise Damaged(CUT, hint="")
        with transaction(restored):
            Meta(restored).note_restored(utc_text(clock.now()), header.generation, writes)
        check_whole(restored)
        if row_counts(restored) != expected:
            raise Damaged(CUT, hint="")
    finally:
        restored.close()
    carried.unlink()
    return expected


def _after_all_others(home: Home, carried: Header, keys: Keys) -> Header:
    """The header of a backup under a generation that no file here has had, so that one rename decides."""
    taken = [carried.generation]
    for path in home.vault.glob("journal-*.db*"):
        number = path.name.removeprefix("journal-").partition(".")[0]
        # What no header could name was not put there by cairn.
        taken += [int(number)] if _GENERATION.fullmatch(number) else []
    with suppress(CairnError):
        taken += [header.generation for header in read_header(home).headers]
    fresh = Header(carried.vault_id, max(taken) + 1, carried.slots)
    return fresh.with_mac(keys.header_mac(fresh.covered()))


_RESERVED_BYTE = 0x40000001
"""Whoever writes to an SQLite file holds this byte of it. Source: https://www.sqlite.org/fileformat2.html"""


@contextmanager
def _others_wait(home: Home, keys: Keys) -> Iterator[None]:
    """Let nobody write to the journal that makes way, whoever has its key: what is kept of it is of one moment.

    Raises:
        Busy: another process kept it for longer than 10 seconds.
    """
    present = _present(home, keys)
    if present is not None:
        try:
            with others_wait(present):
                yield
        finally:
            present.close()
        return
    with ExitStack() as held:
        for path in home.vault.glob("journal-*.db"):
            held.enter_context(_byte_is_held(path))
        yield


def _present(home: Home, keys: Keys) -> Connection | None:
    """The journal that makes way, where the same keys open it."""
    with suppress(Damaged, NewerFormat, NoRoom):
        header = read_header(home).header
        return open_database(home.vault / header.database_name, keys.database_key())
    return None


@contextmanager
def _byte_is_held(path: Path) -> Iterator[None]:
    """The same for a journal that does not open with these keys, by the lock that every writer takes."""
    if os.name != "posix":
        yield
        return
    import fcntl

    descriptor = os.open(path, os.O_RDWR)
    try:
        fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _RESERVED_BYTE)
    except OSError:
        os.close(descriptor)
        raise Busy() from None
    try:
        yield
    finally:
        os.close(descriptor)


def _keep_beside(home: Home, clock: Clock) -> Path:
    """Put what is in the vault now into a vault folder of its own beside it, without copying what can be linked.

    Raises:
        OSError: the disk did not take it.
    """
    name = "before-restore-" + utc_text(clock.now())[:19].replace(":", "")
    folder = next(
        path
        for number in range(1, 1000)
        if not (path := home.root / (name if number == 1 else f"{name}-{number}")).exists()
    )
    make_private_folder(folder)
    for path in sorted(home.vault.iterdir()):
        if not path.is_file() or ".new-" in path.name:
            continue
        if path.name.startswith("journal-"):
            _link_or_copy(path, folder / path.name)
        else:
            write_private_file(folder / path.name, path.read_bytes())
    sync_folder(folder)
    sync_folder(home.root)
    return folder


def _link_or_copy(path: Path, there: Path) -> None:
    try:
        os.link(path, there)
    except OSError:
        shutil.copyfile(path, there)


def header_now(unlocked: Unlocked) -> Header:
    """The header as it rules on the disk: the passphrase may have been changed since this journal was opened."""
    with suppress(CairnError):
        header = read_header(unlocked.home).header
        same = (header.vault_id, header.generation) == (unlocked.header.vault_id, unlocked.header.generation)
        if same and unlocked.keys.header_mac(header.covered()) == header.mac:
            return header
    return unlocked.header


def _writes_of_snapshots(home: Home) -> list[int]:
    writes = []
    for path in home.snapshots.glob("*"):
        with suppress(CairnError):
            writes.append(read_preamble(path).writes)
    return writes


@contextmanager
def _temporary_folder(home: Home) -> Iterator[Path]:
    """A folder beside the vault that is gone afterwards; what a process that has ended left there goes too."""
    make_private_folder(home.root)
    clear_half_made(home.root, "checking.new-*")
    folder = home.root / f"checking.new-{os.getpid()}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _gone_afterwards(path: Path) -> Iterator[None]:
    try:
        yield
    finally:
        for left in (path, path.with_name(f"{path.name}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


@contextmanager
def _gone_unless_named(home: Home, header: Header) -> Iterator[None]:
    """A database that no header names must not be left lying in the vault."""
    try:
        yield
    except BaseException:
        if not names_database(home, header):
            with suppress(OSError):
                (home.vault / header.database_name).unlink(missing_ok=True)
        raise


@contextmanager
def _said_plainly() -> Iterator[None]:
    """Whatever the system says of a disk is `NoRoom`."""
    try:
        yield
    except CairnError:
        raise
    except OSError as problem:
        raise NoRoom("This could not be written to the disk. The journal that was there is as it was.") from problem

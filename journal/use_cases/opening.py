"""Making a journal and opening one: the vault's secret and the store's file put together.

Opening follows the security brief, b.4, in its order; `harden_process` belongs to the program's first lines.
"""

import hmac
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from journal.clock import Clock
from journal.domain.moments import utc_text
from journal.errors import Busy, Damaged, NoRoom, NotOpened
from journal.paths import Home, make_private_folder, sync_folder, write_private_file
from journal.store.connection import Connection, create_database, open_database
from journal.store.meta import Meta, Settings
from journal.store.migrations import Step, migrate, steps_in
from journal.use_cases.open_journal import OpenJournal
from journal.vault.header import Header
from journal.vault.header_files import FoundHeader, mend_copies, read_header, replace_header, write_new_vault
from journal.vault.key_slots import (
    FLOOR,
    RECOVERY,
    Cost,
    open_with_passphrase,
    open_with_recovery,
    seal_with_passphrase,
    seal_with_recovery,
    suitable_cost,
)
from journal.vault.passphrase import passphrase_bytes
from journal.vault.recovery_words import RecoveryWords, new_recovery_words, read_recovery_words
from journal.vault.secrets import RootKey, wipe

PASSING_COST = FLOOR
"""For journals that are thrown away again: the lowest cost there is. A person's own journal measures its own."""

WORDS_CONFIRMED = "recovery-words-confirmed"
"""The setting that says whether somebody typed two of the words back."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new journal: the vault id (32 hex digits) and the words to write on paper."""

    vault_id: str
    words: RecoveryWords


def create_journal(home: Home, passphrase: str, clock: Clock, cost: Cost | None = None) -> Made:
    """Make an empty, locked journal in one step: whole, or not at all.

    Args:
        home: where; no journal may be there.
        passphrase: 1 to 4096 characters.
        clock: for when it was made.
        cost: what a guess shall cost; `None` measures what suits this computer.

    Raises:
        AlreadyThere: a journal is there. BadInput: no passphrase. NoRoom: the disk did not take it.
    """
    secret = passphrase_bytes(passphrase)
    vault_id = os.urandom(16)
    root, words = RootKey.generate(), new_recovery_words()

    def fill(folder: Path) -> bytes:
        header = Header(
            vault_id,
            1,
            (
                seal_with_passphrase(root, secret, vault_id, cost or suitable_cost()),
                seal_with_recovery(root, words.secret, vault_id),
            ),
        )
        header = header.with_mac(root.header_mac(header.covered()))
        _fill_database(folder / header.database_name, root.database_key(), header, clock)
        return header.to_bytes()

    try:
        write_new_vault(home, fill)
    finally:
        wipe(secret)
        root.wipe()
    return Made(vault_id.hex(), words)


def open_journal(home: Home, passphrase: str, clock: Clock) -> OpenJournal:
    """Open the journal with its passphrase.

    Raises:
        NoJournal: nothing here. NotOpened: another passphrase. Damaged: not what cairn wrote.
        NewerFormat: made by a newer cairn. Busy, NoRoom: not now.
    """
    found = read_header(home)
    return _open(home, found, _opened(found, lambda header: _root_of(header, passphrase)), clock)


def open_journal_with_words(home: Home, text: str, clock: Clock) -> OpenJournal:
    """Open the journal with its recovery words, as typed.

    Raises:
        As `open_journal`; WrongWords: a slip in the words, or words of another journal.
    """
    found = read_header(home)
    secret = read_recovery_words(text).secret
    return _open(home, found, _opened(found, lambda header: open_with_recovery(header, secret)), clock)


@dataclass(frozen=True, slots=True)
class NewWords:
    """Recovery words that do not count yet: the ones before work until `take_effect`."""

    words: RecoveryWords
    _home: Home
    _header: Header
    _root: RootKey

    def take_effect(self) -> None:
        """Put these words in place of the ones before. The database is not touched.

        Raises:
            NoRoom: the disk did not take it; the ones before still work.
        """
        header = self._header
        kept = tuple(slot for slot in header.slots if slot.kind != RECOVERY)
        sealed = seal_with_recovery(self._root, self.words.secret, header.vault_id)
        fresh = Header(header.vault_id, header.generation, (*kept, sealed))
        replace_header(self._home, fresh.with_mac(self._root.header_mac(fresh.covered())))
        self._root.wipe()


def draw_recovery_words(home: Home, passphrase: str) -> NewWords:
    """Draw new recovery words, to be written on paper before they count.

    Raises:
        As `open_journal`.
    """
    header, root = _opened(read_header(home), lambda header: _root_of(header, passphrase))
    return NewWords(new_recovery_words(), home, header, root)


def replace_recovery_words(home: Home, passphrase: str) -> RecoveryWords:
    """Make new recovery words that count at once.

    Raises:
        As `open_journal`.
    """
    new = draw_recovery_words(home, passphrase)
    new.take_effect()
    return new.words


def _root_of(header: Header, passphrase: str) -> RootKey:
    secret = passphrase_bytes(passphrase)
    try:
        return open_with_passphrase(header, secret)
    finally:
        wipe(secret)


def _fill_database(path: Path, key: bytearray, header: Header, clock: Clock) -> None:
    now = utc_text(clock.now())
    connection = create_database(path, key)
    try:
        migrate(connection, steps_in(), now)
        Meta(connection).begin(header.vault_id.hex(), header.generation, now)
        Settings(connection).put(WORDS_CONFIRMED, "no")
    finally:
        connection.close()


def _opened(found: FoundHeader, unwrap: Callable[[Header], RootKey]) -> tuple[Header, RootKey]:
    """The first copy where it is ours, else the second.

    The first counts: where a key operation was cut off between the two, the second is older, and words that were
    replaced must not come back with it. The second is tried alone where the first is of another journal, or is not
    what cairn wrote.

    Raises:
        NotOpened, Damaged: what the first copy said, when neither opens.
    """
    first, *others = found.headers
    try:
        return _with_mac(first, unwrap(first))
    except NotOpened:
        others = [other for other in others if other.vault_id != first.vault_id]
        if not others:
            raise
        refused: NotOpened | Damaged = NotOpened()
    except Damaged as problem:
        refused = problem
    for other in others:
        with suppress(NotOpened, Damaged):
            return _with_mac(other, unwrap(other))
    raise refused


def _with_mac(header: Header, root: RootKey) -> tuple[Header, RootKey]:
    if not hmac.compare_digest(root.header_mac(header.covered()), header.mac):
        root.wipe()
        raise Damaged("The journal's key file was changed by something other than cairn. Nothing was changed.")
    return header, root


def _open(home: Home, found: FoundHeader, opened: tuple[Header, RootKey], clock: Clock) -> OpenJournal:
    header, root = opened
    try:
        connection = open_database(home.vault / header.database_name, root.database_key())
    finally:
        root.wipe()
    try:
        if Meta(connection).names() != (header.vault_id.hex(), header.generation):
            raise Damaged("The journal file and its key file belong to two different journals.")
        mended: bool | None = False
        if found.one_is_damaged or len(found.headers) > 1:
            # Only now is it known which copy is ours.
            whole = mend_copies(home, header)
            mended = (True if whole else None) if found.one_is_damaged else False
        bring_up_to_date(home, header, connection, steps_in(), utc_text(clock.now()))
        journal = OpenJournal(connection, clock, mended)
        _tidy(journal)
    except BaseException:
        connection.close()
        raise
    return journal


def _tidy(journal: OpenJournal) -> None:
    try:
        journal.let_go_of_old()
    except (Busy, NoRoom):
        # Reading must not wait for tidying: what is old goes at the next opening.
        return


def bring_up_to_date(home: Home, header: Header, connection: Connection, steps: list[Step], now: str) -> int:
    """Apply the steps of the schema that are missing, after a copy of the vault as it is."""
    held: list[int] = []
    try:
        return migrate(connection, steps, now, lambda applied: _copy_vault(home, header, applied, held))
    finally:
        for descriptor in held:
            os.close(descriptor)


def _copy_vault(home: Home, header: Header, applied: int, held: list[int]) -> None:
    """A copy that is a vault folder in itself: to go back, put it where `vault` is.

    Args:
        home: whose vault.
        header: which database it names.
        applied: the newest step that the database has.
        held: gets the descriptor the database was read by. It stays open until the upgrade is over: closing any
            descriptor of a file drops every POSIX lock this process has on it, the engine's own among them.
    """
    folder = home.snapshots / f"before-upgrade-{applied + 1:04}"
    fresh = folder.with_name(f"{folder.name}.new-{os.getpid()}")
    try:
        make_private_folder(home.snapshots)
        shutil.rmtree(fresh, ignore_errors=True)
        fresh.mkdir(mode=0o700)
        for name in (home.header.name, home.header_copy.name):
            write_private_file(fresh / name, (home.vault / name).read_bytes())
        held.append(os.open(home.vault / header.database_name, os.O_RDONLY))
        with os.fdopen(held[-1], "rb", closefd=False) as database:
            write_private_file(fresh / header.database_name, database.read())
        shutil.rmtree(folder, ignore_errors=True)
        os.rename(fresh, folder)
        sync_folder(home.snapshots)
    except OSError as problem:
        raise NoRoom(
            "There is no room for a copy of the journal, so it was not brought up to date. Nothing was changed.",
            hint="Make some room, then open it again.",
        ) from problem
    finally:
        shutil.rmtree(fresh, ignore_errors=True)

"""Making a journal and opening one: the vault's secret and the store's file put together.

Opening follows the security brief, b.4, in its order; `harden_process` belongs to the program's first lines.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from journal.clock import Clock
from journal.domain.moments import utc_text
from journal.errors import Busy, CairnError, NoRoom
from journal.paths import Home
from journal.store.connection import Connection, create_database
from journal.store.meta import FACILITATOR, HOME_OF, Meta, Settings
from journal.store.migrations import Step, migrate, steps_in
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.unlocking import Unlocked, open_named, unlock_with_passphrase, unlock_with_words
from journal.vault.header import Header
from journal.vault.header_files import key_operation, mend_copies, names_database, write_new_vault

if TYPE_CHECKING:
    from journal.vault.key_slots import Cost
    from journal.vault.recovery_words import RecoveryWords

WORDS_CONFIRMED = "recovery-words-confirmed"
"""The setting that says whether somebody typed two of the words back."""


@dataclass(frozen=True, slots=True)
class Made:
    """A new journal: the vault id (32 hex digits) and the words to write on paper."""

    vault_id: str
    words: "RecoveryWords"


def create_journal(
    home: Home, passphrase: str, clock: Clock, cost: "Cost | None" = None, *, is_facilitators: bool = False
) -> Made:
    """Make an empty, locked journal in one step: whole, or not at all.

    Args:
        home: where; no journal may be there.
        passphrase: 1 to 4096 characters.
        clock: for when it was made.
        cost: what a guess shall cost; `None` measures what suits this computer.
        is_facilitators: whether it is where a facilitator holds groups, in place of a person's own journal.

    Raises:
        AlreadyThere: a journal is there. BadInput: no passphrase. NoRoom: the disk did not take it.
    """
    from journal.vault.key_slots import seal_with_passphrase, seal_with_recovery, suitable_cost
    from journal.vault.passphrase import passphrase_bytes
    from journal.vault.recovery_words import new_recovery_words
    from journal.vault.secrets import RootKey, wipe

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
        settings = {WORDS_CONFIRMED: "no"} | ({HOME_OF: FACILITATOR} if is_facilitators else {})
        _fill_database(folder / header.database_name, root.database_key(), header, clock, settings)
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
        NewerFormat: made by a newer cairn. OpenToOthers: others could change it. Busy, NoRoom: not now.
    """
    return open_unlocked(unlock_with_passphrase(home, passphrase), clock)


def open_journal_with_words(home: Home, text: str, clock: Clock) -> OpenJournal:
    """Open the journal with its recovery words, as typed.

    Raises:
        As `open_journal`; WrongWords: a slip in the words, or words of another journal.
    """
    return open_unlocked(unlock_with_words(home, text), clock)


def open_unlocked(unlocked: Unlocked, clock: Clock) -> OpenJournal:
    """Open the journal whose header has opened.

    Raises:
        As `open_journal`.
    """
    home, header = unlocked.home, unlocked.header
    connection = open_named(unlocked)
    try:
        mended: bool | None = False
        if unlocked.found.one_is_damaged or len(unlocked.found.headers) > 1:
            # Only now is it known which copy is ours.
            whole = mend_copies(home, unlocked.found, header)
            mended = (True if whole else None) if unlocked.found.one_is_damaged else False
        bring_up_to_date(unlocked, connection, steps_in(), clock)
        journal = OpenJournal(connection, clock, mended, unlocked)
        _tidy(journal)
        clear_old_generations(home, header)
    except BaseException:
        connection.close()
        raise
    return journal


def _fill_database(path: Path, key: bytearray, header: Header, clock: Clock, settings: Mapping[str, str]) -> None:
    now = utc_text(clock.now())
    connection = create_database(path, key)
    try:
        migrate(connection, steps_in(), now)
        Meta(connection).begin(header.vault_id.hex(), header.generation, now)
        for name, value in settings.items():
            Settings(connection).put(name, value)
    finally:
        connection.close()


def _tidy(journal: OpenJournal) -> None:
    try:
        journal.let_go_of_old()
    except (Busy, NoRoom):
        # Reading must not wait for tidying: what is old goes at the next opening.
        return


def clear_old_generations(home: Home, header: Header) -> None:
    """Delete databases that no header names any more, now that the one that is named has opened.

    Where a key operation is under way nothing is touched: the file that it makes is not named yet.
    """
    others = [path for path in home.vault.glob("journal-*.db*") if not path.name.startswith(header.database_name)]
    if not others:
        return
    with suppress(OSError, CairnError), key_operation(home, wait=False):
        if names_database(home, header) and home.header.is_file():
            for path in others:
                path.unlink(missing_ok=True)


def bring_up_to_date(unlocked: Unlocked, connection: Connection, steps: list[Step], clock: Clock) -> int:
    """Apply the steps of the schema that are missing, after a safety copy of the journal as it is.

    Raises:
        NewerFormat: the journal is ahead of this program.
        NoRoom: there is no room for the copy, so that nothing was changed.
    """

    def copy_first(applied: int) -> None:
        from journal.use_cases.snapshots import copy_before_upgrade

        try:
            copy_before_upgrade(unlocked, applied, clock)
        except (NoRoom, OSError) as problem:
            raise NoRoom(
                "There is no room for a copy of the journal, so it was not brought up to date. Nothing was changed.",
                hint="Make some room, then open it again.",
            ) from problem

    return migrate(connection, steps, utc_text(clock.now()), copy_first)

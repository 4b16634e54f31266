"""Ways in: another passphrase, other recovery words, another root key. The header's one rename decides.

Source: security brief, b.5. The engine's own change of key is never used: one that fails loses the file (D3).
"""

import hmac
import os
import re
from dataclasses import dataclass

from journal.errors import CairnError, Damaged, KeyChanged
from journal.paths import Home, sync_folder
from journal.progress import Progress
from journal.store.checking import check_whole, row_counts
from journal.store.connection import Connection
from journal.store.copying import copy_database
from journal.store.meta import Meta
from journal.store.transaction import others_wait, transaction
from journal.use_cases.unlocking import Unlocked, open_named, unlock_with_passphrase, unlock_with_words
from journal.vault.header import Header, Slot
from journal.vault.header_files import FoundHeader, changing_header, names_database, read_header
from journal.vault.key_slots import (
    FLOOR,
    PASSPHRASE,
    Cost,
    seal_with_passphrase,
    seal_with_recovery,
)
from journal.vault.passphrase import passphrase_bytes
from journal.vault.recovery_words import RecoveryWords, new_recovery_words
from journal.vault.secrets import Keys, RootKey, wipe

PASSING_COST = FLOOR
"""For journals that are thrown away again: the lowest cost there is. A person's own journal measures its own."""

_COST = re.compile(r"pass argon2id m=(\d+) t=(\d+) p=(\d) ")


def change_passphrase(home: Home, old: str, new: str) -> Unlocked:
    """Put a new passphrase in place of the old one. The database is not touched.

    Safety copies follow with `rewrap_snapshots`.

    Args:
        home: whose journal.
        old: the passphrase that opens it now.
        new: 1 to 4096 characters.

    Returns:
        The journal as the new passphrase opens it.

    Raises:
        As `unlock_with_passphrase`; BadInput: the new one cannot be a passphrase.
        NoRoom: the disk did not take it; the old one still opens it.
    """
    return put_passphrase(unlock_with_passphrase(home, old), new)


def put_passphrase(unlocked: Unlocked, new: str) -> Unlocked:
    """The same for a journal that has opened, be it with its recovery words.

    Raises:
        As `change_passphrase`.
    """
    secret = passphrase_bytes(new)
    try:
        header = unlocked.header
        # Before anybody is kept waiting: this takes the time of an unlock.
        slot = seal_with_passphrase(_root(unlocked.keys), secret, header.vault_id, cost_of(header))
    finally:
        wipe(secret)
    return _replace_slot(unlocked, slot)


@dataclass(frozen=True, slots=True)
class NewWords:
    """Recovery words that do not count yet: the ones before work until `take_effect`."""

    words: RecoveryWords
    _unlocked: Unlocked

    def take_effect(self) -> Unlocked:
        """Put these words in place of the ones before. The database is not touched.

        Returns:
            The journal with its new header.

        Raises:
            NoRoom: the disk did not take it; the ones before still work.
            KeyChanged: another cairn gave the journal a new key since.
        """
        root = _root(self._unlocked.keys)
        sealed = seal_with_recovery(root, self.words.secret, self._unlocked.header.vault_id)
        return _replace_slot(self._unlocked, sealed)


def new_words_for(unlocked: Unlocked) -> NewWords:
    """Draw new recovery words for a journal that has opened, to be written on paper before they count."""
    return NewWords(new_recovery_words(), unlocked)


def draw_recovery_words(home: Home, passphrase: str) -> NewWords:
    """Draw new recovery words, to be written on paper before they count.

    Raises:
        As `unlock_with_passphrase`.
    """
    return new_words_for(unlock_with_passphrase(home, passphrase))


def replace_recovery_words(home: Home, passphrase: str) -> RecoveryWords:
    """Make new recovery words that count at once.

    Raises:
        As `unlock_with_passphrase`, and as `NewWords.take_effect`.
    """
    new = draw_recovery_words(home, passphrase)
    new.take_effect()
    return new.words


def check_recovery_words(home: Home, text: str) -> None:
    """See whether these words open the journal. Nothing is changed.

    Raises:
        WrongWords: they do not, or hold a slip.
    """
    unlock_with_words(home, text).keys.wipe()


@dataclass(frozen=True, slots=True)
class Rotation:
    """A new root key and its recovery words, which do not count yet."""

    words: RecoveryWords
    _unlocked: Unlocked
    _root: RootKey
    _slots: tuple[Slot, ...]

    def take_effect(self, progress: Progress | None = None) -> Unlocked:
        """Copy the journal under the new key and let the header name it. Other processes wait, and lose nothing.

        The file under the old key stays until the journal has been opened once with the new one.

        Args:
            progress: pages done and pages in all.

        Returns:
            The journal as the same passphrase opens it from now on.

        Raises:
            Busy: another cairn writes for longer than 10 seconds. NoRoom: the disk did not take it.
            Damaged: the journal is not whole, so that its copy would not be. KeyChanged: somebody was quicker.
            In all of them the old key stands, and nothing is left behind.
        """
        before = self._unlocked.header
        after = Header(before.vault_id, before.generation + 1, self._slots)
        after = after.with_mac(self._root.header_mac(after.covered()))
        home = self._unlocked.home
        with changing_header(home) as put:
            see_same_key(self._unlocked)
            for left in home.vault.glob(f"{after.database_name}*"):
                left.unlink()
            held = open_named(self._unlocked)
            try:
                # From before the copy until after the rename nobody else can write.
                with others_wait(held):
                    self._copy(after, held, progress)
                    put(after)
            except BaseException:
                # Ctrl+C may come after the rename: what the header names stays, whatever was raised.
                if not names_database(home, after):
                    for left in home.vault.glob(f"{after.database_name}*"):
                        left.unlink(missing_ok=True)
                raise
            finally:
                held.close()
        self._unlocked.keys.wipe()
        return Unlocked(home, after, self._root, FoundHeader((after,), False), self._unlocked.way)

    def _copy(self, after: Header, held: Connection, progress: Progress | None) -> None:
        path = self._unlocked.home.vault / after.database_name
        source = open_named(self._unlocked)
        try:
            copy = copy_database(source, path, self._root.database_key(), progress)
            try:
                with transaction(copy):
                    Meta(copy).set_generation(after.generation)
                check_whole(copy)
                if row_counts(copy) != row_counts(held):
                    raise Damaged("The copy of the journal did not hold everything, so the old one stays.")
            finally:
                copy.close()
        finally:
            source.close()
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        sync_folder(path.parent)


def draw_rotation(home: Home, passphrase: str) -> Rotation:
    """Draw a new root key and new recovery words, to be written on paper before they count.

    Raises:
        As `unlock_with_passphrase`.
    """
    unlocked = unlock_with_passphrase(home, passphrase)
    header, root, words = unlocked.header, RootKey.generate(), new_recovery_words()
    secret = passphrase_bytes(passphrase)
    try:
        slots = (
            seal_with_passphrase(root, secret, header.vault_id, cost_of(header)),
            seal_with_recovery(root, words.secret, header.vault_id),
        )
    finally:
        wipe(secret)
    return Rotation(words, unlocked, root, slots)


def cost_of(header: Header) -> Cost:
    """What a guess of the passphrase costs now; a new one costs the same."""
    slot = header.slot(PASSPHRASE)
    found = _COST.match(slot.line) if slot else None
    cost = Cost(int(found[1]), int(found[2]), int(found[3])) if found else FLOOR
    return cost if cost.is_allowed() else FLOOR


def see_same_key(unlocked: Unlocked) -> Header:
    """The header that rules on the disk, once it is seen that it is still of these keys.

    The second copy is asked only where the first is not whole: after a key operation that was cut off it is older.

    Raises:
        KeyChanged: it is of others.
    """
    header, opened = read_header(unlocked.home).header, unlocked.header
    same = (header.vault_id, header.generation) == (opened.vault_id, opened.generation)
    if same and hmac.compare_digest(unlocked.keys.header_mac(header.covered()), header.mac):
        return header
    raise KeyChanged()


def _replace_slot(unlocked: Unlocked, slot: Slot) -> Unlocked:
    """Put one slot in place of the one of its kind; the others stay as they are on the disk by now."""
    with changing_header(unlocked.home) as put:
        now = see_same_key(unlocked)
        slots = [slot if one.kind == slot.kind else one for one in now.slots]
        if slot not in slots:
            slots.append(slot)
        fresh = Header(now.vault_id, now.generation, tuple(slots))
        fresh = fresh.with_mac(unlocked.keys.header_mac(fresh.covered()))
        put(fresh)
    return Unlocked(unlocked.home, fresh, unlocked.keys, FoundHeader((fresh,), False), unlocked.way)


def _root(keys: Keys) -> RootKey:
    """The root itself, which a key slot seals. One that is held elsewhere never comes here.

    Raises:
        CairnError: there is none in this process.
    """
    if not isinstance(keys, RootKey):
        raise CairnError
    return keys

"""From a passphrase, recovery words or a key held elsewhere to what opens a journal, and to the file it names."""

import hmac
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from journal.errors import CairnError, Damaged, NotOpened
from journal.paths import Home
from journal.store.connection import Connection, open_database
from journal.store.meta import Meta
from journal.vault.header import Header
from journal.vault.header_files import FoundHeader, HeaderWatch, read_header

if TYPE_CHECKING:
    from journal.vault.secrets import Keys

Way = Literal["passphrase", "recovery", "held"]
"""How it was opened: with the passphrase, with the recovery words, or by the key holder of this user."""

Opens = Callable[[Header], "Keys"]
"""What makes the keys that a header is sealed for.

Raises:
    NotOpened: it does not open this header. Damaged: the header is not what cairn wrote.
"""


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A header that has opened, and the keys behind it."""

    home: Home
    header: Header
    keys: "Keys"
    found: FoundHeader
    way: Way


def unlock_with_passphrase(home: Home, passphrase: str) -> Unlocked:
    """Unwrap the root key with the passphrase.

    Raises:
        NoJournal: nothing here. NotOpened: another passphrase. Damaged: not what cairn wrote.
        NewerFormat: made by a newer cairn. OpenToOthers: others could change what is there. NoRoom: unreadable.
    """
    return unlock(home, with_passphrase(passphrase), "passphrase")


def unlock_with_words(home: Home, text: str) -> Unlocked:
    """Unwrap the root key with the recovery words, as typed.

    Raises:
        As `unlock_with_passphrase`; WrongWords: a slip in the words, or words of another journal.
    """
    found = read_header(home)
    opens = with_words(text)
    header, keys = opened(found, opens, home)
    return Unlocked(home, header, keys, found, "recovery")


def unlock(home: Home, opens: Opens, way: Way) -> Unlocked:
    """Read the header and open it with whatever makes keys."""
    found = read_header(home)
    header, keys = opened(found, opens, home)
    return Unlocked(home, header, keys, found, way)


def with_passphrase(passphrase: str) -> Opens:
    """Keys by way of a passphrase.

    Raises:
        BadInput: it can be nobody's passphrase.
    """
    from journal.vault.key_slots import open_with_passphrase
    from journal.vault.passphrase import passphrase_bytes
    from journal.vault.secrets import wipe

    def opens(header: Header) -> "Keys":
        secret = passphrase_bytes(passphrase)
        try:
            return open_with_passphrase(header, secret)
        finally:
            wipe(secret)

    return opens


def with_words(text: str) -> Opens:
    """Keys by way of recovery words, as typed.

    Raises:
        WrongWords: a slip in them.
    """
    from journal.vault.key_slots import open_with_recovery
    from journal.vault.recovery_words import read_recovery_words

    secret = read_recovery_words(text).secret
    return lambda header: open_with_recovery(header, secret)


def with_keys(keys: "Keys") -> Opens:
    """The keys that are there already, where a header is sealed for them."""

    def opens(header: Header) -> "Keys":
        if not hmac.compare_digest(keys.header_mac(header.covered()), header.mac):
            raise NotOpened()
        return keys

    return opens


def opened(found: FoundHeader, opens: Opens, home: Home) -> "tuple[Header, Keys]":
    """The first copy where it is ours, else the second.

    The first counts: where a key operation was cut off between the two, the second is older, and words that were
    replaced must not come back with it. The second is tried alone where the first is of another journal, or is not
    what cairn wrote.

    Raises:
        NotOpened, Damaged: what the first copy said, when neither opens.
    """
    first, *others = found.headers
    try:
        header, keys = mac_checked(first, opens(first))
        # One passphrase may open the key files of two journals: then the one counts whose database is here.
        if any(other.vault_id != first.vault_id for other in others) and not _is_here(home, header, keys):
            raise Damaged("The journal file and its key file belong to two different journals.")
        return header, keys
    except NotOpened:
        others = [other for other in others if other.vault_id != first.vault_id]
        if not others:
            raise
        refused: NotOpened | Damaged = NotOpened()
    except Damaged as problem:
        refused = problem
    for other in others:
        with suppress(NotOpened, Damaged):
            return mac_checked(other, opens(other))
    raise refused


def _is_here(home: Home, header: Header, keys: "Keys") -> bool:
    """Whether the database that a header names is here, and under these keys."""
    with suppress(CairnError):
        open_database(home.vault / header.database_name, keys.database_key()).close()
        return True
    return False


def mac_checked(header: Header, keys: "Keys") -> "tuple[Header, Keys]":
    """The header and its keys, once its MAC holds.

    Raises:
        Damaged: it does not.
    """
    if not hmac.compare_digest(keys.header_mac(header.covered()), header.mac):
        keys.wipe()
        raise Damaged("The journal's key file was changed by something other than cairn. Nothing was changed.")
    return header, keys


def open_named(unlocked: Unlocked) -> Connection:
    """The database that a header names, once it is seen that the two belong together.

    Raises:
        Damaged: missing, cut, or of another journal.
    """
    header, watch = unlocked.header, HeaderWatch(unlocked.home, unlocked.header)
    try:
        connection = open_database(unlocked.home.vault / header.database_name, unlocked.keys.database_key())
    except Damaged:
        # Another cairn may have given the journal a new key since the header was read; that is no damage.
        watch.look()
        raise
    try:
        if Meta(connection).names() != (header.vault_id.hex(), header.generation):
            raise Damaged("The journal file and its key file belong to two different journals.")
    except BaseException:
        connection.close()
        raise
    connection.before_writing = watch.look
    return connection

"""Staying unlocked for the shell: for a while, and only when asked for. The key stays with a process of its own."""

from journal.errors import BadInput, CairnError, Damaged, NotOpened
from journal.paths import Home
from journal.use_cases.unlocking import Unlocked, mac_checked
from journal.vault import holding_keys
from journal.vault.header_files import read_header


def check_can_stay_unlocked(seconds: int) -> None:
    """See, before a passphrase is asked for, that this can be done at all.

    Args:
        seconds: 60 to 43,200.

    Raises:
        BadInput: another length of time, or a system where it cannot be done.
    """
    if not holding_keys.SHORTEST_S <= seconds <= holding_keys.LONGEST_S:
        raise BadInput("cairn stays unlocked for 1 minute to 12 hours.")
    holding_keys.check_can_hold()


def stay_unlocked(unlocked: Unlocked, seconds: int) -> bool:
    """Leave the key with a holder, in place of one that holds it already, and wipe it here.

    Args:
        unlocked: opened with the passphrase.
        seconds: 60 to 43,200; afterwards it is gone. It goes before that with the shell, in sleep, and at `let_go`.

    Returns:
        Whether the end of the shell is noticed; where there is no shell around us, the time alone ends it.

    Raises:
        BadInput: it cannot be done here. NoRoom: the holder did not start.
    """
    from journal.vault.secrets import RootKey

    if not isinstance(unlocked.keys, RootKey):
        # A key that is held already never comes out of its holder.
        raise CairnError
    check_can_stay_unlocked(seconds)
    header = unlocked.header
    try:
        return holding_keys.hold(unlocked.home, unlocked.keys, header.vault_id, header.generation, seconds)
    finally:
        unlocked.keys.wipe()


def held_unlocked(home: Home) -> Unlocked | None:
    """The journal, opened with the key that is held for it; `None` where none is, or it fits no more.

    Raises:
        As `unlock_with_passphrase`, but for NotOpened.
    """
    found = read_header(home)
    header = found.header
    keys = holding_keys.held_keys(home, header.vault_id, header.generation)
    if keys is None:
        return None
    try:
        mac_checked(header, keys)
    except (NotOpened, Damaged):
        # The passphrase is asked for then, and what it finds is said.
        return None
    return Unlocked(home, header, keys, found, "held")


def let_go(home: Home) -> bool:
    """End what holds a key of this home, and wait until it is gone. Whether there was anything."""
    return holding_keys.let_go(home)

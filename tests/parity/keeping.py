"""What deeds of keys and copies have in common: the passphrase once more, the word that erases, and the way there."""

from datetime import timedelta
from pathlib import Path

from journal.use_cases.safe_copies import create_backup
from journal.use_cases.snapshots import snapshot_if_due
from tests.conftest import PASSPHRASE, FixedClock
from tests.parity.deed import Place
from tests.parity.steps import Does, Hidden, KeyStep, LineStep, Own, Sees
from tui.wording.keys_screen import ROWS

NEW = "another four quiet words"
SECRET = Own(PASSPHRASE, "passphrase")
TYPED = Hidden(PASSPHRASE, "passphrase")
HIDDEN_NEW = Hidden(NEW, "a new passphrase")
NEW_TWICE: tuple[KeyStep, ...] = (
    Own(NEW, "a new passphrase"),
    "enter",
    Sees("The same once more:", at="second"),
    Own(NEW, "a new passphrase"),
    "enter",
)
ERASES = Own("erase", "the word “erase”")
ASKED_AGAIN: tuple[KeyStep, ...] = (Sees("Passphrase:", at="secret"), SECRET, "enter")
TO_ERASE: tuple[KeyStep, ...] = (
    Sees("Would you like to take a copy with you first?"),
    "down",
    "enter",
    Sees("Type erase, then Enter.", at="word"),
    ERASES,
    "enter",
    *ASKED_AGAIN,
)
"""On the screen, once it was told what goes."""
TYPED_TO_ERASE: tuple[LineStep, ...] = ("no", "erase", TYPED)


def row(name: str) -> tuple[KeyStep, ...]:
    """The way to one row of Keys and copies, by its name in the code."""
    downs: tuple[KeyStep, ...] = ("down",) * list(ROWS).index(name)
    return (Does("keys-and-copies"), Sees("What opens your journal"), *downs, "enter")


def at_path(name: str, called: str) -> tuple[KeyStep, ...]:
    """A path typed in place of the one that stands there."""
    return ("ctrl+u", Own(f"{{{name}}}", called), "enter")


def elsewhere(at: Place, name: str) -> Path:
    """A path that is not the journal's: in the person's own folder, where nothing is."""
    return at.home.root.parent / name


def typed(path: Path) -> str:
    """A path in the person's own folder, as it is typed."""
    return f"~/{path.name}"


def backed_up(at: Place) -> str:
    """A backup of the journal as it is; where it is, as it is typed."""
    assert at.journal.unlocked is not None
    return typed(create_backup(at.journal.unlocked, elsewhere(at, "kept.backup"), at.clock).path)


def copied_the_day_before(at: Place) -> None:
    """A safety copy is there, of another day than today."""
    assert at.journal.unlocked is not None
    snapshot_if_due(at.journal.unlocked, FixedClock(at.clock.now() - timedelta(days=1)))

"""Deeds on what opens the journal: another passphrase, other words, another key, and staying unlocked."""

from collections.abc import Mapping

from journal.use_cases.open_journal import WORDS_CHECKED
from journal.use_cases.opening import WORDS_CONFIRMED
from journal.use_cases.ways_in import replace_recovery_words
from tests.conftest import PASSPHRASE
from tests.parity.deed import Deed, Place
from tests.parity.keeping import HIDDEN_NEW, NEW, NEW_TWICE, SECRET, TYPED, row
from tests.parity.steps import Call, Calls, Does, FromPaper, Gap, Hidden, Keys, KeyStep, Lines, Own, Paper, Sees, call

WORDS = Own("{recovery}", "recovery words")
TYPED_BACK: tuple[KeyStep, ...] = (
    SECRET,
    "enter",
    Sees("I have written them down"),
    Paper(),
    "enter",
    Sees("Two of them", at="first-word"),
    FromPaper(1),
    "enter",
    FromPaper(2),
    "enter",
)
IN_A_SHELL = "the screen and plain lines stay open until they lock"


def _recovery_words(at: Place) -> Mapping[str, str]:
    return {"recovery": " ".join(replace_recovery_words(at.home, PASSPHRASE).words)}


def _generation(at: Place) -> int | None:
    return at.journal.unlocked.header.generation if at.journal.unlocked is not None else None


KEYS = (
    Deed(
        "Change your passphrase",
        Keys(
            *row("change-passphrase"),
            Sees("Your passphrase as it is now", at="secret"),
            SECRET,
            "enter",
            Sees("A new passphrase:", at="first"),
            *NEW_TWICE,
        ),
        Lines("passphrase", TYPED, HIDDEN_NEW, HIDDEN_NEW),
        Calls(Call("vault passphrase", secrets=(TYPED, HIDDEN_NEW))),
        shows=("Your new passphrase opens the journal from now on.",),
        opens_with=NEW,
    ),
    Deed(
        "Make new recovery words",
        Keys(Does("recovery-words"), Sees("Your passphrase, to make new recovery words.", at="secret"), *TYPED_BACK),
        Lines("recovery words", TYPED, "I have written them down", FromPaper(1), FromPaper(2)),
        call("vault recovery --recovery-out -"),
        leaves=lambda at: at.journal.setting(WORDS_CONFIRMED),
        becomes="yes",
    ),
    Deed(
        "Check the recovery words you have",
        Keys(*row("check-words"), Sees("Your fifteen recovery words."), WORDS, "enter"),
        Lines("check words", Hidden("{recovery}", "recovery words")),
        call("vault recovery --check -", WORDS),
        _recovery_words,
        leaves=lambda at: at.journal.setting(WORDS_CHECKED) is not None,
        becomes=True,
    ),
    Deed(
        "Give the journal a new key, for when somebody may have had the old one",
        Keys(*row("new-key"), Sees("Your passphrase, to give the journal a new key.", at="secret"), *TYPED_BACK),
        Lines("change the key", TYPED, "I have written them down", FromPaper(1), FromPaper(2)),
        call("vault rotate --recovery-out -"),
        leaves=_generation,
        becomes=2,
    ),
    Deed(
        "Stay unlocked in a shell for a while, and lock it before that",
        Gap(IN_A_SHELL),
        Gap(IN_A_SHELL),
        Calls(Call("unlock --for 15m"), Call("lock")),
        shows=("Unlocked until", "The next command asks for your passphrase."),
    ),
)

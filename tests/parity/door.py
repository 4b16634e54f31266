"""Deeds at the door: a journal is made, opened and closed."""

from collections.abc import Mapping

from journal.use_cases.opening import WORDS_CONFIRMED
from journal.use_cases.ways_in import replace_recovery_words
from tests.conftest import PASSPHRASE
from tests.parity.deed import Deed, Place
from tests.parity.reading import known, page
from tests.parity.steps import Does, FromPaper, Gap, Hidden, Keys, Lines, Own, Paper, Sees, call

SECRET = Own(PASSPHRASE, "passphrase")
TYPED = Hidden(PASSPHRASE, "passphrase")
WRITTEN = "a quiet morning"


def _kept_page(at: Place) -> Mapping[str, str]:
    ids = page(at, WRITTEN)
    at.journal.keep(ids["page"])
    return ids


def _with_recovery_words(at: Place) -> Mapping[str, str]:
    return {**_kept_page(at), "recovery": " ".join(replace_recovery_words(at.home, PASSPHRASE).words)}


DOOR = (
    Deed(
        "Make a journal, and say where you live for support lines",
        Keys(
            "1",
            Sees("This is a private place.", at="first"),
            SECRET,
            "enter",
            Sees("The same once more:", at="second"),
            SECRET,
            "enter",
            Sees("I have written them down"),
            "down",
            "enter",
            Sees("Which country", at="country"),
            Own("ie", "your country"),
            "enter",
        ),
        Lines("start", TYPED, TYPED, "later", Own("ie", "your country")),
        call("init --country IE --recovery-out -"),
        leaves=lambda at: known(at).country,
        becomes="IE",
        begins="nowhere",
    ),
    Deed(
        "Open it with your passphrase",
        Keys(Sees("Passphrase:", at="secret"), SECRET, "enter"),
        Lines(TYPED),
        call("show"),
        _kept_page,
        shows=(WRITTEN,),
        begins="door",
    ),
    Deed(
        "Open it with your recovery words",
        Keys(Does("words"), Sees("Recovery words:", at="secret"), Own("{recovery}", "recovery words"), "enter"),
        Lines(Hidden("words"), Hidden("{recovery}", "recovery words")),
        Gap("commands take the passphrase alone"),
        _with_recovery_words,
        shows=(WRITTEN,),
        begins="door",
    ),
    Deed(
        "Make new recovery words",
        Keys(
            Does("recovery-words"),
            Sees("Your passphrase, to make new recovery words.", at="secret"),
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
        ),
        Lines("recovery words", "I have written them down", FromPaper(1), FromPaper(2)),
        Gap("the words are read from a screen once, never printed for a script to keep"),
        leaves=lambda at: at.journal.setting(WORDS_CONFIRMED),
        becomes="yes",
    ),
    Deed(
        "Lock it and ask for the passphrase again",
        Keys(Does("lock")),
        Lines("lock"),
        Gap("every command closes the journal when it is done"),
        ends="lock",
    ),
)

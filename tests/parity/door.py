"""Deeds at the door: a journal is made, opened and closed."""

from collections.abc import Mapping

from journal.use_cases.ways_in import replace_recovery_words
from tests.conftest import PASSPHRASE
from tests.parity.deed import Deed, Place
from tests.parity.keeping import HIDDEN_NEW, NEW, NEW_TWICE, SECRET, TYPED, backed_up
from tests.parity.reading import known, page, written
from tests.parity.steps import Does, Gap, Hidden, Keys, Lines, Own, Sees, call

WRITTEN = "a quiet morning"


def _kept_page(at: Place) -> Mapping[str, str]:
    ids = page(at, WRITTEN)
    at.journal.keep(ids["page"])
    return ids


def _with_recovery_words(at: Place) -> Mapping[str, str]:
    return {**_kept_page(at), "recovery": " ".join(replace_recovery_words(at.home, PASSPHRASE).words)}


def _backup(at: Place) -> Mapping[str, str]:
    page(at, WRITTEN)
    return {"backup": backed_up(at)}


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
        Keys(
            Does("words"),
            Sees("Recovery words:", at="secret"),
            Own("{recovery}", "recovery words"),
            "enter",
            Sees("Your recovery words opened it.", at="first"),
            "escape",
        ),
        Lines(Hidden("words"), Hidden("{recovery}", "recovery words"), Hidden("")),
        Gap("commands open the journal with the passphrase alone"),
        _with_recovery_words,
        shows=(WRITTEN,),
        begins="door",
    ),
    Deed(
        "Open it with your recovery words, and choose a new passphrase",
        Keys(
            Does("words"),
            Sees("Recovery words:", at="secret"),
            Own("{recovery}", "recovery words"),
            "enter",
            Sees("Your recovery words opened it.", at="first"),
            *NEW_TWICE,
        ),
        Lines(Hidden("words"), Hidden("{recovery}", "recovery words"), HIDDEN_NEW, HIDDEN_NEW),
        Gap("commands open the journal with the passphrase alone"),
        _with_recovery_words,
        shows=(WRITTEN,),
        begins="door",
        opens_with=NEW,
    ),
    Deed(
        "Bring your journal from another computer, as a backup",
        Keys(
            "2",
            Sees("Where is the backup?", at="path"),
            Own("{backup}", "where it is"),
            "enter",
            Sees("The passphrase of this backup:", at="secret"),
            SECRET,
            "enter",
            Sees("Which country", at="country"),
            "enter",
        ),
        Lines("2", Own("{backup}", "where it is"), TYPED, "skip"),
        call("backup restore {backup}"),
        _backup,
        leaves=written,
        becomes=[WRITTEN],
        begins="nowhere",
    ),
    Deed(
        "Say how soon it locks by itself",
        Keys(Does("lock-after"), Sees("Lock by itself after how long?"), Sees("10 minutes"), "down", "enter"),
        Lines("lock after", "10"),
        call("settings lock-after 10"),
        leaves=lambda at: at.journal.lock_after_minutes(),
        becomes=10,
    ),
    Deed(
        "Lock it and ask for the passphrase again",
        Keys(Does("lock")),
        Lines("lock"),
        Gap("every command closes the journal when it is done"),
        ends="lock",
    ),
)

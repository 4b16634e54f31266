"""Sentences about locking by itself, and about the passphrase that is asked for again."""

from tui.language import _, _n
from tui.wording import saved
from tui.wording.opening import PASSPHRASE

__all__ = ["PASSPHRASE"]

SOON = _("Locking in half a minute. Any key keeps it open.")
SOON_AT_A_SECRET = _("Locking in half a minute. Enter keeps it open.")
GOES_ON_HERE = _("Your line goes on here.")
BY_ITSELF = _("Nothing was typed for a while, so it locked by itself. All you typed is kept.")

HOW_MANY_MINUTES = _("After how many minutes? Enter leaves it.")
HOW_SOON = _("Lock by itself after how long?")
WITHOUT_A_KEY = _(
    "The time counts from the last key. Half a minute before, cairn says so. It locks after a sleep of the computer too."
)
NOT_MINUTES = _("lock-after takes a whole number of minutes, from 1 to 30.")
NO_SUCH_SETTING = _("There is no setting of that name.")

OPENED = {
    "passphrase": _("Opened with your passphrase."),
    "recovery": _("Opened with your recovery words."),
    "held": _("Opened without asking: you chose to stay unlocked."),
}

CHECKING = _("One moment…")
BACK_TO_WORDS = _("Your passphrase, to go back to your words.")
KEY_CHANGED = _(
    "Another cairn gave this journal a new key, or put a backup in its place. What you were writing is all here. "
    "The passphrase that it has now goes on with it."
)
GOES_ON = _("It goes on with this journal. What you were writing is as you left it.")
ENTER_WITHOUT = _("Enter alone goes on without it. Nothing new is kept then.")
ENTER_TRIES = _("Enter tries to keep them now. “quit” leaves without them.")


def minutes(count: int) -> str:
    return _n("1 minute", "{count} minutes", count).format(count=count)


def locks_after(count: int) -> str:
    return _("From now on it locks after {minutes} without a key.").format(minutes=minutes(count))


def cannot_lock(why: str) -> str:
    """Over everything, when it locks by itself and the last words could not be kept."""
    return _(
        "{last_words} {why}\n\nThey are still here. It locks as soon as they can be kept. Esc and "
        "your passphrase go back to them."
    ).format(last_words=saved.LAST_WORDS, why=why)


def cannot_keep(why: str) -> str:
    """The same in plain lines."""
    return _("{last_words} {why} They are still here, and it locks as soon as they can be kept. {enter_tries}").format(
        last_words=saved.LAST_WORDS, why=why, enter_tries=ENTER_TRIES
    )


def setting(name: str, value: str) -> str:
    """A setting by the name that is typed, with what is chosen."""
    return f"{name}: {value}"


def unknown_setting(known: list[str]) -> str:
    return _("{refusal} There is: {names}.").format(refusal=NO_SUCH_SETTING, names=", ".join(known))

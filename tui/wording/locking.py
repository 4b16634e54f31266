"""Sentences about locking by itself, and about the passphrase that is asked for again."""

from tui.wording import saved
from tui.wording.opening import PASSPHRASE

__all__ = ["PASSPHRASE"]

SOON = "Locking in half a minute. Any key keeps it open."
SOON_AT_A_SECRET = "Locking in half a minute. Enter keeps it open."
GOES_ON_HERE = "Your line goes on here."
BY_ITSELF = "Nothing was typed for a while, so it locked by itself. All you typed is kept."

HOW_MANY_MINUTES = "After how many minutes? Enter leaves it."
HOW_SOON = "Lock by itself after how long?"
WITHOUT_A_KEY = "The time counts from the last key. Half a minute before, cairn says so. It locks after a sleep of the computer too."
NOT_MINUTES = "lock-after takes a whole number of minutes, from 1 to 30."
NO_SUCH_SETTING = "There is no setting of that name."

OPENED = {
    "passphrase": "Opened with your passphrase.",
    "recovery": "Opened with your recovery words.",
    "held": "Opened without asking: you chose to stay unlocked.",
}

CHECKING = "One moment…"
BACK_TO_WORDS = "Your passphrase, to go back to your words."
KEY_CHANGED = (
    "Another cairn gave this journal a new key, or put a backup in its place. What you were writing is all here. "
    "The passphrase that it has now goes on with it."
)
GOES_ON = "It goes on with this journal. What you were writing is as you left it."
ENTER_WITHOUT = "Enter alone goes on without it. Nothing new is kept then."
ENTER_TRIES = "Enter tries to keep them now. “quit” leaves without them."


def minutes(count: int) -> str:
    return "1 minute" if count == 1 else f"{count} minutes"


def locks_after(count: int) -> str:
    return f"From now on it locks after {minutes(count)} without a key."


def cannot_lock(why: str) -> str:
    """Over everything, when it locks by itself and the last words could not be kept."""
    return (
        f"{saved.LAST_WORDS} {why}\n\n"
        "They are still here. It locks as soon as they can be kept. Esc and your passphrase go back to them."
    )


def cannot_keep(why: str) -> str:
    """The same in plain lines."""
    return f"{saved.LAST_WORDS} {why} They are still here, and it locks as soon as they can be kept. {ENTER_TRIES}"


def setting(name: str, value: str) -> str:
    """A setting by the name that is typed, with what is chosen."""
    return f"{name}: {value}"


def unknown_setting(known: list[str]) -> str:
    return f"{NO_SUCH_SETTING} There is: {', '.join(known)}."

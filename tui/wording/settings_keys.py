"""Sentences about keys: what each screen is called, what a key may not be, and the screen that changes them."""

from collections.abc import Sequence

PLACES = {
    "": "Everywhere",
    "today": "Today",
    "journal": "Journal",
    "journal-month": "A month",
    "journal-day": "A day",
    "page": "A page",
    "page-about": "What a page is about",
    "versions": "Earlier versions",
    "version": "An earlier version",
    "write": "Writing a page",
    "form": "A form",
    "goals": "Goals",
    "goal": "A goal",
    "in-person": "Show in person",
    "search": "Search",
    "look-back": "Look back",
    "hard-day": "A hard day",
    "first-run": "The first steps",
    "country": "Country",
    "support-now": "Support now",
    "support-lines": "My support lines",
    "recovery-words": "Recovery words",
    "unlock": "The door",
    "toolbox": "Toolbox",
    "toolbox-thing": "Something in the toolbox",
    "plan": "A plan",
    "peers": "Peers",
    "session": "A session",
    "session-after": "After a session",
    "partner": "A partner",
    "keys-and-copies": "Keys and copies",
    "settings": "Settings",
    "keys": "Keys",
}
"""What the screen of some deeds is called."""

TITLE = "Keys"
HOW = "Enter changes the keys of the deed that is chosen. Esc goes back."
NONE = "by name alone"
PRESS = "Press a key. It does this from now on, beside the keys that are there."
PRESS_AGAIN = "A key that is there already is taken away."
PRESS_KEYS = (("Esc", "leave it"),)
WAITING = "Waiting for a key…"
ALL_AS_THEY_CAME = "Every key is as it came."

NO_SUCH_KEY = "That is no key that cairn knows. A letter, F1 to F12, or Ctrl and a letter will do."
NO_SUCH_DEED = "There is no deed of that name. cairn settings keys lists them with the keys they have."
TOO_MANY = "A deed has four keys at most, each of them once."
SUPPORT_STAYS = "F2, Ctrl+G and ! stay with Support now."
STAYS_EVERYWHERE = "Esc, Enter, Tab and Ctrl+C do the same everywhere, so they stay as they are."
MOVES = "That key moves through lists, or answers a question."
NOT_PASSED = "Terminals keep that key, or mean another one by it."
OF_THE_TEXT = "While you write, that key belongs to the text."
NOT_READ = "The keys that were kept cannot be read."
LISTED_BY = "cairn settings keys, in a shell, lists every deed by that name."
HOW_TYPED = "Keys are typed like write=ctrl+n,w. “reset” gives all of them back, write=reset those of one deed."


def place_name(where: str) -> str:
    """What a screen is called; one that has no name here is called what the code calls it."""
    return PLACES.get(where) or where.replace("-", " ").capitalize()


def either(keys: Sequence[str]) -> str:
    return " or ".join(keys)


def taken(key: str, by: str, place: str) -> str:
    """A key that another deed has."""
    there = f" ({place})" if place and place != PLACES[""] else ""
    return f"{key} is for “{by}”{there} already. Give that another key first, or choose another one here."


def has_now(called: str, keys: str) -> str:
    """After the keys of a deed were changed."""
    return f"“{called}” has {keys} now." if keys else f"“{called}” is found by name alone now."


def listed(name: str, keys: str, called: str, place: str) -> str:
    """One deed, by the name a shell takes, with its keys and its screen."""
    return f"{name}: {keys or NONE}. {called} ({place})"


def heading(called: str, keys: str) -> str:
    """Above the question for a key."""
    return f"{called}: {keys or NONE}"


def in_words(changed: int) -> str:
    """How the keys stand, for the list of settings."""
    return "some are your own" if changed else "as they came"

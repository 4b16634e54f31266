"""Sentences about keys: what each screen is called, what a key may not be, and the screen that changes them."""

from collections.abc import Sequence

from tui.language import _

PLACES = {
    "": _("Everywhere"),
    "today": _("Today"),
    "journal": _("Journal"),
    "journal-month": _("A month"),
    "journal-day": _("A day"),
    "page": _("A page"),
    "page-about": _("What a page is about"),
    "versions": _("Earlier versions"),
    "version": _("An earlier version"),
    "write": _("Writing a page"),
    "form": _("A form"),
    "goals": _("Goals"),
    "goal": _("A goal"),
    "in-person": _("Show in person"),
    "search": _("Search"),
    "look-back": _("Look back"),
    "hard-day": _("A hard day"),
    "first-run": _("The first steps"),
    "country": _("Country"),
    "support-now": _("Support now"),
    "support-lines": _("My support lines"),
    "recovery-words": _("Recovery words"),
    "unlock": _("The door"),
    "toolbox": _("Toolbox"),
    "toolbox-thing": _("Something in the toolbox"),
    "plan": _("A plan"),
    "peers": _("Peers"),
    "summaries": _("Summaries"),
    "summary": _("A summary"),
    "group": _("Group"),
    "new-group": _("A new group"),
    "about-me": _("About me"),
    "session": _("A session"),
    "session-after": _("After a session"),
    "partner": _("A partner"),
    "keys-and-copies": _("Keys and copies"),
    "settings": _("Settings"),
    "keys": _("Keys"),
}
"""What the screen of some deeds is called."""

TITLE = _("Keys")
HOW = _("Enter changes the keys of the deed that is chosen. Esc goes back.")
NONE = _("by name alone")
PRESS = _("Press a key. It does this from now on, beside the keys that are there.")
PRESS_AGAIN = _("A key that is there already is taken away.")
PRESS_KEYS = ((_("Esc"), _("leave it")),)
WAITING = _("Waiting for a key…")
ALL_AS_THEY_CAME = _("Every key is as it came.")

NO_SUCH_KEY = _("That is no key that cairn knows. A letter, F1 to F12, or Ctrl and a letter will do.")
NO_SUCH_DEED = _("There is no deed of that name. cairn settings keys lists them with the keys they have.")
TOO_MANY = _("A deed has four keys at most, each of them once.")
SUPPORT_STAYS = _("F2, Ctrl+G and ! stay with Support now.")
BY_NAME_STAYS = _("Everything by name needs one key: what has no key is found there.")
STAYS_EVERYWHERE = _("Esc, Enter, Tab and Ctrl+C do the same everywhere, so they stay as they are.")
MOVES = _("That key moves through lists, or answers a question.")
NOT_PASSED = _("Terminals keep that key, or mean another one by it.")
OF_THE_TEXT = _("While you write, that key belongs to the text.")
NOT_READ = _("The keys that were kept cannot be read.")
LISTED_BY = _("cairn settings keys, in a shell, lists every deed by that name.")
HOW_TYPED = _("Keys are typed like write=ctrl+n,w. “reset” gives all of them back, write=reset those of one deed.")


def place_name(where: str) -> str:
    """What a screen is called; one that has no name here is called what the code calls it."""
    return PLACES.get(where) or where.replace("-", " ").capitalize()


def either(keys: Sequence[str]) -> str:
    return _(" or ").join(keys)


def by_name(key: str, called: str) -> str:
    """What a sentence says in place of a key, of a deed that has none: how it is found."""
    return _("{key} and “{called}”").format(key=key, called=called)


def taken(key: str, by: str, place: str) -> str:
    """A key that another deed has."""
    there = f" ({place})" if place and place != PLACES[""] else ""
    return _("{key} is for “{by}”{there} already. Give that another key first, or choose another one here.").format(
        key=key, by=by, there=there
    )


def has_now(called: str, keys: str) -> str:
    """After the keys of a deed were changed."""
    return (
        _("“{called}” has {keys} now.").format(called=called, keys=keys)
        if keys
        else _("“{called}” is found by name alone now.").format(called=called)
    )


def listed(name: str, keys: str, called: str, place: str) -> str:
    """One deed, by the name a shell takes, with its keys and its screen."""
    return f"{name}: {keys or NONE}. {called} ({place})"


def heading(called: str, keys: str) -> str:
    """Above the question for a key."""
    return f"{called}: {keys or NONE}"


def in_words(changed: int) -> str:
    """How the keys stand, for the list of settings."""
    return _("some are your own") if changed else _("as they came")

"""The help sheet, and what the palette finds."""

from collections.abc import Iterable

TITLE = "Help"
HERE = "On this screen"
EVERYWHERE = "Everywhere"

GROUPS = {
    "Support and help": ("support", "help", "palette"),
    "Going somewhere": (
        "today", "journal", "goals", "peers", "look-back", "toolbox", "search", "settings", "keys-and-copies", "home",
    ),
    "Writing": ("write", "check-in", "undo"),
    "Leaving": ("lock", "quit"),
}  # fmt: skip
"""What works everywhere, under a heading each, by the id of a deed."""
AND = "And"

ON_SCREEN = {
    "today": (
        "  Tab                  the next question, Shift+Tab the one before",
        "  0 to 10              an answer, when a question is chosen",
        "  ← →                  one lower, one higher",
        "  Backspace            leave it blank",
    ),
    "journal": ("  ↑ ↓ PgUp PgDn        through the list",),
    "journal-month": (
        "  ← →                  a day before, a day after",
        "  ↑ ↓                  a week before, a week after",
        "  PgUp PgDn            the month before, the month after",
        "  Home End             the first day, the last day",
    ),
    "journal-day": ("  ↑ ↓ PgUp PgDn        through the list",),
    "goals": ("  ↑ ↓ PgUp PgDn        through the list",),
    "peers": ("  ↑ ↓ PgUp PgDn        through the list",),
    "look-back": (
        "  ← → Home End         one day of a picture in words, the first, the last",
        "  ↑ ↓ PgUp PgDn        through a table or a long page; in a year a day on or back",
        "  ·                    a day without a note: nothing is drawn over it",
    ),
    "toolbox": ("  ↑ ↓ PgUp PgDn        through the list",),
    "settings": ("  ↑ ↓                  from one to the next", "  Enter                changes it"),
    "keys": ("  ↑ ↓                  from one to the next", "  Enter                another key for it"),
    "keys-and-copies": ("  ↑ ↓                  from one to the next", "  Enter                begins it"),
    "form": ("  Tab                  the next part, Shift+Tab the one before",),
}

GOOD_TO_KNOW = (
    "Everything can be skipped. Everything you type is kept while you type it.",
    "Every key can be another one: Settings, then Keys.",
    "Quick exit hides and locks. It does not erase, and your shell history may show that you opened cairn.",
)


def by_name_alone(called: Iterable[str], key: str) -> str:
    """Deeds that have no key."""
    return f"By name, with {key}: {', '.join(called)}."


# The palette

ALSO = {
    "take-along": "export archive json markdown",
    "bring-in": "import",
    "make-backup": "back up copy",
    "put-back": "restore a backup",
    "check-backup": "verify a backup",
    "elsewhere": "safety copies stick disk",
    "change-passphrase": "password",
    "new-key": "rotate",
    "erase": "delete for good",
    "settings": "preferences options",
    "look": "theme colours dark light",
    "quiet": "screen reader cursor",
    "plain": "screen reader lines",
    "keys": "shortcuts bindings",
    "lock-after": "auto lock time",
    "support": "help crisis line",
    "undo": "restore",
    "write": "new entry journal",
    "check-in": "mood",
    "check-in-day": "past day yesterday",
    "pick-feelings": "emotions",
    "pick-helped": "tools",
}
"""Other words by which something is looked for, by its id; they are never shown."""

NOT_HERE = "This works on another screen."


def open_first(section: str) -> str:
    """After a deed was chosen that is about one thing, where none is open."""
    return f"Open one in {section} first. Then this works there."


def found(called: str, place: str) -> str:
    """A deed of another screen, as the palette lists it."""
    return f"{called} · {place}"

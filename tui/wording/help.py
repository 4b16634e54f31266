"""The help sheet, and what the palette finds."""

from collections.abc import Iterable

from tui.language import _

TITLE = _("Help")
HERE = _("On this screen")
EVERYWHERE = _("Everywhere")

GROUPS = {
    _("Support and help"): ("support", "help", "palette"),
    _("Going somewhere"): (
        "today", "journal", "goals", "peers", "look-back", "toolbox", "summaries", "group", "about-me", "search",
        "settings", "keys-and-copies", "home", "back-to-summaries",
    ),
    _("Writing"): ("write", "check-in", "undo"),
    _("Leaving"): ("lock", "quit"),
}  # fmt: skip
"""What works everywhere, under a heading each, by the id of a deed."""
AND = _("And")

ON_SCREEN = {
    "today": (
        _("  Tab                  the next question, Shift+Tab the one before"),
        _("  0 to 10              an answer, when a question is chosen"),
        _("  ← →                  one lower, one higher"),
        _("  Backspace            leave it blank"),
    ),
    "journal": (_("  ↑ ↓ PgUp PgDn        through the list"),),
    "journal-month": (
        _("  ← →                  a day before, a day after"),
        _("  ↑ ↓                  a week before, a week after"),
        _("  PgUp PgDn            the month before, the month after"),
        _("  Home End             the first day, the last day"),
    ),
    "journal-day": (_("  ↑ ↓ PgUp PgDn        through the list"),),
    "goals": (_("  ↑ ↓ PgUp PgDn        through the list"),),
    "peers": (_("  ↑ ↓ PgUp PgDn        through the list"),),
    "look-back": (
        _("  ← → Home End         one day of a picture in words, the first, the last"),
        _("  ↑ ↓ PgUp PgDn        through a table or a long page; in a year a day on or back"),
        _("  ·                    a day without a note: nothing is drawn over it"),
    ),
    "toolbox": (_("  ↑ ↓ PgUp PgDn        through the list"),),
    "summaries": (_("  ↑ ↓ PgUp PgDn        through the list"),),
    "group": (_("  ↑ ↓ PgUp PgDn        through the list"),),
    "settings": (_("  ↑ ↓                  from one to the next"), _("  Enter                changes it")),
    "keys": (_("  ↑ ↓                  from one to the next"), _("  Enter                another key for it")),
    "keys-and-copies": (_("  ↑ ↓                  from one to the next"), _("  Enter                begins it")),
    "form": (_("  Tab                  the next part, Shift+Tab the one before"),),
}

GOOD_TO_KNOW = (
    _("Everything can be skipped. Everything you type is kept while you type it."),
    _("Every key can be another one: Settings, then Keys."),
    _("Quick exit hides and locks. It does not erase, and your shell history may show that you opened cairn."),
)


def by_name_alone(called: Iterable[str], key: str) -> str:
    """Deeds that have no key."""
    return _("By name, with {key}: {names}.").format(key=key, names=", ".join(called))


# The palette

ALSO = {
    "take-along": _("export archive json markdown"),
    "bring-in": "import",
    "make-backup": _("back up copy"),
    "put-back": _("restore a backup"),
    "check-backup": _("verify a backup"),
    "elsewhere": _("safety copies stick disk"),
    "change-passphrase": "password",
    "new-key": "rotate",
    "erase": _("delete for good"),
    "settings": _("preferences options"),
    "look": _("theme colours dark light"),
    "quiet": _("screen reader cursor"),
    "plain": _("screen reader lines"),
    "keys": _("shortcuts bindings"),
    "lock-after": _("auto lock time"),
    "support": _("help crisis line"),
    "undo": "restore",
    "write": _("new entry journal"),
    "check-in": "mood",
    "check-in-day": _("past day yesterday"),
    "pick-feelings": "emotions",
    "pick-helped": "tools",
}
"""Other words by which something is looked for, by its id; they are never shown."""

PALETTE_KEYS = ((_("Enter"), _("do it")), (_("Esc"), _("back")), ("↑↓", _("look")))
NOT_HERE = _("This works on another screen.")


def open_first(section: str) -> str:
    """After a deed was chosen that is about one thing, where none is open."""
    return _("Open one in {section} first. Then this works there.").format(section=section)


def found(called: str, place: str) -> str:
    """A deed of another screen, as the palette lists it."""
    return f"{called} · {place}"

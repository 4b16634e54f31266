"""What is said once something was saved, marked or taken back, the same on the screen and in a shell."""

from typing import TYPE_CHECKING

from tui.language import _, _n

if TYPE_CHECKING:
    from journal.domain.timeline import Deed


SAVED = _("Saved. Thank you for taking a moment.")
SAVED_PAGE = _("Saved in your journal.")
NOTHING_ELSE = _("Nothing else is needed.")
NOTHING_ANSWERED = _("Nothing was answered, so nothing was saved. That is fine.")
EMPTY_PAGE = _("There is nothing on the page, so nothing was saved.")
NOTHING_CHANGED = _("Nothing was changed. That is fine.")
EMPTY_CHANGE = _("There were no new words, so nothing was changed.")
CHANGED = _("Changed. The earlier words are kept.")
KEPT = _("Kept for a hard day.")
NOT_KEPT = _("Not kept for a hard day any more.")
BRINGING = _("Marked to bring to a session.")
NOT_BRINGING = _("Not marked to bring any more.")
NOTHING_FOUND = _("No words like that yet.")
LAST_WORDS = _("Your last words could not be kept.")


_LONGEST_NAME = 60

_ONE = {
    "check-in": _("a check-in"),
    "entry": _("a page"),
    "goal": _("a goal"),
    "session": _("a session"),
    "tool": _("something that helps you"),
    "strength": _("something you bring"),
    "person": _("one of your people"),
    "week": _("a part of your week"),
    "story": _("your story"),
    "plan": _("a part of a plan"),
    "partner": _("a partner"),
    "summary": _("a page for a facilitator"),
    "peer_group": _("a group of yours"),
    "role_card": _("what you say of yourself"),
    "group_note": _("a note to a group"),
    "draft": _("a draft"),
}


def undone(deed: "Deed") -> str:
    """After a delete or an import was taken back: which."""
    if deed.kind == "delete":
        return _("Back again: {which}.").format(which=which(deed))
    return _("The import was taken back: {things}. Choices that came with it stay as they are.").format(
        things=things(deed.items)
    )


def which(deed: "Deed") -> str:
    """What a deed touched: one thing by its kind and the start of its words, several by how many they are."""
    if deed.items != 1 or not deed.kinds:
        return things(deed.items)
    called = " ".join((deed.called or "").split())
    if not called:
        return _ONE[deed.kinds[0]]
    shown = called if len(called) <= _LONGEST_NAME else called[:_LONGEST_NAME].rstrip() + "…"
    return f"{_ONE[deed.kinds[0]]}, “{shown}”"


def things(count: int) -> str:
    return _n("1 thing", "{count} things", count).format(count=count)

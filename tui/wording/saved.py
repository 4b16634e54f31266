"""What is said once something was saved, marked or taken back, the same on the screen and in a shell."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.domain.timeline import Deed


SAVED = "Saved. Thank you for taking a moment."
SAVED_PAGE = "Saved in your journal."
NOTHING_ELSE = "Nothing else is needed."
NOTHING_ANSWERED = "Nothing was answered, so nothing was saved. That is fine."
EMPTY_PAGE = "There is nothing on the page, so nothing was saved."
NOTHING_CHANGED = "Nothing was changed. That is fine."
EMPTY_CHANGE = "There were no new words, so nothing was changed."
CHANGED = "Changed. The earlier words are kept."
KEPT = "Kept for a hard day."
NOT_KEPT = "Not kept for a hard day any more."
BRINGING = "Marked to bring to a session."
NOT_BRINGING = "Not marked to bring any more."
NOTHING_FOUND = "No words like that yet."
LAST_WORDS = "Your last words could not be kept."


_LONGEST_NAME = 60

_ONE = {
    "check-in": "a check-in",
    "entry": "a page",
    "goal": "a goal",
    "session": "a session",
    "tool": "something that helps you",
    "strength": "something you bring",
    "person": "one of your people",
    "week": "a part of your week",
    "story": "your story",
    "plan": "a part of a plan",
    "partner": "a partner",
    "draft": "a draft",
}


def undone(deed: "Deed") -> str:
    """After a delete or an import was taken back: which."""
    if deed.kind == "delete":
        return f"Back again: {which(deed)}."
    return f"The import was taken back: {things(deed.items)}."


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
    return "1 thing" if count == 1 else f"{count} things"

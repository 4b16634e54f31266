"""Sentences of every form and every question, whatever is filled in there."""

from tui.wording import typed

LEAVE_BLANK = typed.LEAVE_BLANK
DRAFT_BACK = typed.DRAFT_BACK
KEPT_FOR_LATER = "Kept as it is. It will be here when you open this again."
NOTHING_YET = "Nothing is filled in yet, so there was nothing to save."
MORE = "F5 opens a few more parts. All of them can stay blank."
SAVING = "Saving…"
NOT_A_DAY = "A day is written like 2026-03-01. Nothing is lost; change it and save again."
NEEDS_WORDS = "This one part takes a few words. Nothing is lost; add them and save again."
OWN_WORDS_STAND = "Your own words are in the line. Empty it to begin with one of these."
GONE = f"{typed.GONE} What you typed is still here."


def not_saved(why: str, hint: str) -> str:
    """The journal could not take it."""
    return f"{why} {hint}".strip() + " Nothing you typed is lost."

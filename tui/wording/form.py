"""Sentences of every form and every question, whatever is filled in there."""

from tui.language import _
from tui.wording import typed

LEAVE_BLANK = typed.LEAVE_BLANK
DRAFT_BACK = typed.DRAFT_BACK
KEPT_FOR_LATER = _("Kept as it is. It will be here when you open this again.")
NOTHING_YET = _("Nothing is filled in yet, so there was nothing to save.")
MORE = _("{more_parts} opens a few more parts. All of them can stay blank.")
SAVING = _("Saving…")
NOT_A_DAY = _("A day is written like 2026-03-01. Nothing is lost; change it and save again.")
NEEDS_WORDS = _("This one part takes a few words. Nothing is lost; add them and save again.")
OWN_WORDS_STAND = _("Your own words are in the line. Empty it to begin with one of these.")
GONE = _("{gone} What you typed is still here.").format(gone=typed.GONE)


def not_saved(why: str, hint: str) -> str:
    """The journal could not take it."""
    return f"{why} {hint}".strip() + _(" Nothing you typed is lost.")

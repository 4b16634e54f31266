"""Names of the sections."""

from journal.domain.draft_kinds import belongs_to
from tui.language import _

NAMES = {
    "today": _("Today"), "journal": _("Journal"), "goals": _("Goals"), "peers": _("Peers"), "look-back": _("Look back"),
    "toolbox": _("Toolbox"),
}  # fmt: skip

FACILITATORS = {"summaries": _("Summaries"), "group": _("Group"), "about-me": _("About me")}
"""Those of a facilitator's home."""

_OF_THINGS = {"goal": "goals", "session": "peers", "partner": "peers", "week": "peers", "summary": "peers"}


def section_of_draft(kind: str) -> str:
    """The name of the section where a draft of this kind was begun: that of the thing it belongs to."""
    return NAMES[_OF_THINGS.get(belongs_to(kind), "toolbox")]

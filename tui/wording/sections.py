"""Names of the sections."""

from journal.domain.draft_kinds import belongs_to

NAMES = {
    "today": "Today", "journal": "Journal", "goals": "Goals", "peers": "Peers", "look-back": "Look back",
    "toolbox": "Toolbox",
}  # fmt: skip

_OF_THINGS = {"goal": "goals", "session": "peers", "partner": "peers", "week": "peers"}


def section_of_draft(kind: str) -> str:
    """The name of the section where a draft of this kind was begun: that of the thing it belongs to."""
    return NAMES[_OF_THINGS.get(belongs_to(kind), "toolbox")]

"""Names of the sections."""

NAMES = {"today": "Today", "journal": "Journal", "goals": "Goals", "peers": "Peers", "toolbox": "Toolbox"}

_OF_DRAFTS = {"goal": "goals", "step": "goals", "session": "peers", "partner": "peers", "agreement": "peers",
              "ending": "peers", "week": "peers"}  # fmt: skip


def section_of_draft(kind: str) -> str:
    """The name of the section where a draft of this kind was begun: that of its first word."""
    return NAMES[_OF_DRAFTS.get(kind.partition("-")[0], "toolbox")]

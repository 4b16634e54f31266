"""Names of the sections."""

NAMES = {"today": "Today", "journal": "Journal"}

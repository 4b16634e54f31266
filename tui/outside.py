"""What is known before the journal is open, as the first frame needs it: the look, the quiet screen, the country."""

from dataclasses import replace
from typing import Final

from journal.paths import Home
from journal.use_cases.preferences import Preferences, read_preferences, unreadable_preferences

OUTSIDE: Final = ("look", "quiet", "plain", "country", "region")
"""By the name that is typed. Nothing personal."""
LOOKS: Final = ("dusk", "dawn", "contrast", "terminal")
"""In the order in which they are offered."""


def read_outside(home: Home) -> tuple[Preferences, tuple[str, ...]]:
    """What was chosen, and the names of what cannot be read, where the gentle default rules."""
    outside, unreadable = read_preferences(home), unreadable_preferences(home)
    if outside.look is not None and outside.look not in LOOKS:
        return replace(outside, look=None), (*unreadable, "look")
    return outside, unreadable

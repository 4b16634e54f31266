"""Who a page is by, and what may be on it."""

from enum import Enum


class Writer(Enum):
    """Which parts of a page each may write, beside that it is confirmed or the end."""

    PARTNER = ("name", "until", "goals", "notes", "line", "agreement")
    FACILITATOR = ("name", "notes", "agreement", "role_card", "closing")
    """To one member of a group."""
    MEMBER = ("name", "until", "summary")
    """To the facilitator: what was chosen for them, and nothing else."""

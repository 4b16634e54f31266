"""The sections that are built, and the bar that leads to them."""

from tui.widgets.nav import Nav
from tui.wording.sections import NAMES

KEYS = {"today": "1", "journal": "2"}
"""Goals, Peers, Look back and Toolbox take 3 to 6 when they are built."""


def section_nav(current: str) -> Nav:
    """The bar, with one section as the current one."""
    return Nav([(key, NAMES[name]) for name, key in KEYS.items()], current=KEYS[current])

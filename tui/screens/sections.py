"""The sections, and the bar that leads to them."""

from tui.widgets.nav import Nav
from tui.wording.sections import NAMES

KEYS = {"today": "1", "journal": "2", "goals": "3", "peers": "4", "look-back": "5", "toolbox": "6"}


def section_nav(current: str) -> Nav:
    """The bar, with one section as the current one."""
    return Nav([(key, NAMES[name]) for name, key in KEYS.items()], current=KEYS[current])


def section_of(key: str) -> str:
    """The section that a digit stands for.

    Raises:
        KeyError: no section has it.
    """
    return {digit: name for name, digit in KEYS.items()}[key]

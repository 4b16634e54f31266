"""The sections, and the bar that leads to them."""

from tui.actions import FACILITATOR, Whose
from tui.widgets.nav import Nav
from tui.wording.sections import FACILITATORS, NAMES

KEYS = {"today": "1", "journal": "2", "goals": "3", "peers": "4", "look-back": "5", "toolbox": "6"}
FACILITATORS_KEYS = {"summaries": "1", "group": "2", "about-me": "3"}


def sections_of(whose: Whose) -> dict[str, str]:
    """The sections of a home and their digits, in order; the first is where everything leads back to."""
    return FACILITATORS_KEYS if whose == FACILITATOR else KEYS


def section_nav(current: str) -> Nav:
    """The bar of the home that this section is in, with it as the current one."""
    keys = FACILITATORS_KEYS if current in FACILITATORS_KEYS else KEYS
    names = {**NAMES, **FACILITATORS}
    return Nav([(key, names[name]) for name, key in keys.items()], current=keys[current])


def section_of(key: str, whose: Whose) -> str:
    """The section that a digit stands for.

    Raises:
        KeyError: no section has it.
    """
    return {digit: name for name, digit in sections_of(whose).items()}[key]

"""The language that sentences are said in: British English as it stands in the source, or a translation of it.

Catalogues lie under `locale/`, by language, as gettext has them. Which one is chosen at the start, by the variables
that every program listens to. A sentence that the catalogue does not have stays English.
"""

import os
from collections.abc import Callable

DOMAIN = "cairn"
LOCALE = os.path.join(os.path.dirname(__file__), "locale")
OTHER_LOCALE = "CAIRN_LOCALE"
"""Another folder of catalogues, for whoever is writing one."""

_ASKED_BY = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_ENGLISH = ("", "C", "POSIX", "en")


def _catalogue() -> Callable[[str], str] | None:
    """What translates; nothing is loaded for whoever reads English."""
    asked = next((value for name in _ASKED_BY if (value := os.environ.get(name))), "")
    if asked.split(":")[0].split(".")[0].split("_")[0] in _ENGLISH:
        return None
    import gettext

    return gettext.translation(DOMAIN, os.environ.get(OTHER_LOCALE) or LOCALE, fallback=True).gettext


_translate = _catalogue()


def _(sentence: str) -> str:
    """The sentence in the person's language."""
    # What stands under the empty text is what a catalogue says of itself.
    return sentence if _translate is None or not sentence else _translate(sentence)

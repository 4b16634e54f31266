"""The language that sentences are said in: British English as it stands in the source, or a translation of it.

Catalogues lie under `locale/`, by language, as gettext has them. Which one is chosen at the start, by the variables
that every program listens to. A sentence that the catalogue does not have, or has wrong, stays English.
"""

import os
import re
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from journal.errors import CairnError

DOMAIN = "cairn"
LOCALE = os.path.join(os.path.dirname(__file__), "locale")
OTHER_LOCALE = "CAIRN_LOCALE"
"""Another folder of catalogues, for whoever is writing one."""

_ASKED_BY = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_ENGLISH = ("", "C", "POSIX", "en")
_PLACES = re.compile(r"\{\w*\}|[{}]")
"""What is filled in, and a brace by itself, which would be taken for the beginning of that."""


def _catalogue() -> Callable[[str], str] | None:
    """What translates; nothing is loaded for whoever reads English."""
    asked = next((value for name in _ASKED_BY if (value := os.environ.get(name))), "")
    if asked.split(":")[0].split(".")[0].split("_")[0] in _ENGLISH:
        return None
    import gettext
    import struct

    try:
        found = gettext.translation(DOMAIN, os.environ.get(OTHER_LOCALE) or LOCALE, fallback=True)
    except (OSError, ValueError, LookupError, struct.error):
        # A damaged catalogue must not keep anybody from their journal, nor from the support lines.
        return None
    return partial(_with_the_same_places, found.gettext)


def _with_the_same_places(translate: Callable[[str], str], sentence: str) -> str:
    """The translation; English where it does not leave open exactly what the sentence leaves open to be filled in."""
    said = translate(sentence)
    return said if set(_PLACES.findall(said)) == set(_PLACES.findall(sentence)) else sentence


_translate = _catalogue()


def _(sentence: str) -> str:
    """The sentence in the person's language."""
    # What stands under the empty text is what a catalogue says of itself.
    return sentence if _translate is None or not sentence else _translate(sentence)


def sentence_of(problem: Exception) -> str:
    """What a refusal says, in the person's language."""
    return _(str(problem))


def hint_of(problem: "CairnError") -> str:
    """What can be done about it, in the person's language."""
    return _(problem.hint)

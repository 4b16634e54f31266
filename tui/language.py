"""The language that sentences are said in: British English as it stands in the source, or a translation of it.

Catalogues lie under `locale/`, by language, as gettext has them. Which one is chosen at the start, by the variables
that every program listens to. A sentence that the catalogue does not have, or has wrong, stays English.
"""

import os
import re
from typing import TYPE_CHECKING

from journal.errors import CairnError, Sentence, fill

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "cairn"
LOCALE = os.path.join(os.path.dirname(__file__), "locale")
OTHER_LOCALE = "CAIRN_LOCALE"
"""Another folder of catalogues, for whoever is writing one."""

_ASKED_BY = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
_ENGLISH = ("", "C", "POSIX", "en")
_PLACES = re.compile(r"\{\w*\}|[{}]")
"""What is filled in, and a brace by itself, which would be taken for the beginning of that."""
_COUNT = "{count}"


def _catalogue() -> "NullTranslations | None":
    """What translates; nothing is loaded for whoever reads English."""
    asked = next((value for name in _ASKED_BY if (value := os.environ.get(name))), "")
    if asked.split(":")[0].split(".")[0].split("_")[0] in _ENGLISH:
        return None
    import gettext
    import struct

    try:
        found = gettext.translation(DOMAIN, os.environ.get(OTHER_LOCALE) or LOCALE, fallback=True)
        # Its rule for one and many is a sum, which may divide by nothing; gettext does it for 1 everywhere.
        found.ngettext("one", "many", 1)
    except (OSError, ValueError, LookupError, ArithmeticError, struct.error):
        # A damaged catalogue must not keep anybody from their journal, nor from the support lines.
        return None
    return found


_translations = _catalogue()


def _(sentence: str) -> str:
    """The sentence in the person's language; English where that leaves open anything else to be filled in."""
    # What stands under the empty text is what a catalogue says of itself.
    if _translations is None or not sentence:
        return sentence
    said = _translations.gettext(sentence)
    return said if _places(said) == _places(sentence) else sentence


def _n(one: str, many: str, count: int) -> str:
    """The sentence for so many, in the form that the person's language has for that number.

    Args:
        one: English for 1; it may leave `{count}` out.
        many: English for every other number.
        count: how many there are.

    Returns:
        One of the catalogue's forms, with `{count}` or without it; English where one leaves open anything else.
    """
    english = one if count == 1 else many
    if _translations is None:
        return english
    try:
        said = _translations.ngettext(one, many, count)
    except ArithmeticError:
        return english
    return said if _places(many) - {_COUNT} <= _places(said) <= _places(many) else english


def _places(sentence: str) -> set[str]:
    return set(_PLACES.findall(sentence))


def in_words(text: str) -> str:
    """What the journal says, in the person's language, with what was filled in there."""
    if not isinstance(text, Sentence):
        return _(text)
    # A sentence may stand inside another; anything else that is filled in stays as it is.
    places = {name: in_words(value) if isinstance(value, Sentence) else value for name, value in text.places.items()}
    return fill(_(text.template), places)


def sentence_of(problem: Exception) -> str:
    """What a refusal says, in the person's language."""
    return in_words(problem.said if isinstance(problem, CairnError) else str(problem))


def hint_of(problem: CairnError) -> str:
    """What can be done about it, in the person's language."""
    return in_words(problem.hint)

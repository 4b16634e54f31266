"""What ships as data, in the person's language: questions, words for feelings, and what is said of support lines.

What is stored stays as it is: a question by its id, a feeling by its id. Names, numbers and addresses of support lines
are nobody's to translate.
"""

import re
from dataclasses import replace
from functools import cache

from journal import data
from journal.domain.feelings import Feeling
from journal.domain.prompts import Prompt, prompt_named
from journal.domain.support import CrisisResource
from tui.language import _

ANYONE = "anyone"
"""What the data says of a line that is not for some people alone."""
_FREE = "Free."
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"\b[a-z]{2,}\b(?!\.)")


def question_of(prompt: Prompt) -> str:
    """What a prompt asks."""
    return _(prompt.text)


def question_named(prompt_id: str) -> str:
    """What the prompt of this id asks.

    Raises:
        NotFound: there is none.
    """
    return question_of(prompt_named(data.prompts(), prompt_id))


@cache
def feelings() -> tuple[Feeling, ...]:
    """The words for feelings as they are shown and typed."""
    return tuple(replace(one, label=_(one.label), group_label=_(one.group_label)) for one in data.feelings())


def name_of(line: CrisisResource) -> str:
    """Its own name; an emergency number has none, and is called what it is."""
    return _(line.name) if line.kind == "emergency" else line.name


def is_free(line: CrisisResource) -> bool:
    """Some notes begin with it, where the field for it is blank."""
    return not line.cost and line.note.startswith(_FREE)


def note_of(line: CrisisResource) -> str:
    """Its note in English, without what is said before it."""
    return line.note.removeprefix(_FREE).strip() if is_free(line) else line.note


def says_how(line: CrisisResource) -> bool:
    """Whether there are words around what is dialled, such as `999 (ambulance)`; none that are to be sent as they are."""
    return not line.keyword and _DIGITS.search(line.display) is not None and _WORDS.search(line.display) is not None


def with_its_digits(text: str) -> str:
    """The translation; English where it does not have every digit in its place, since a slip there leads astray."""
    said = _(text)
    return said if _DIGITS.findall(said) == _DIGITS.findall(text) else text

"""The feelings words: 65 of them in five groups, never called positive or negative."""

from collections.abc import Sequence
from dataclasses import dataclass

from journal.errors import BadInput, Sentence


@dataclass(frozen=True, slots=True)
class Feeling:
    """One word."""

    id: str
    label: str
    group: str
    group_label: str


def feeling_id(feelings: Sequence[Feeling], typed: str) -> str:
    """The id of a word from the list, typed as it is shown or as its id, in any case.

    Raises:
        BadInput: not on the list.
    """
    wanted = typed.strip().casefold()
    for feeling in feelings:
        if wanted in (feeling.id, feeling.label.casefold()):
            return feeling.id
    words = ", ".join(feeling.label for feeling in feelings)
    hint = Sentence("The list: {words}. Your own words fit on the screen.", words=words)
    raise BadInput("feeling takes a word from the list.", hint=hint)


def words_typed(typed: str) -> list[str]:
    """What was typed between commas, each once."""
    return list(dict.fromkeys(part.strip() for part in typed.split(",") if part.strip()))


def feelings_typed(feelings: Sequence[Feeling], typed: Sequence[str]) -> tuple[str, ...]:
    """Words of the list as their ids, in any case; a person's own words as they are."""
    known = {name.casefold(): feeling.id for feeling in feelings for name in (feeling.label, feeling.id)}
    return tuple(dict.fromkeys(known.get(word.casefold(), word) for word in typed))

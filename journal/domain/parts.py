"""The parts a person fills in of a goal, a session, a tool and the like: what each takes, said once.

The screen, the plain lines and a script's JSON all read this, so that they ask the same and refuse the same.
"""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from journal.domain.moments import EARLIEST
from journal.errors import BadInput, NotAllowed

Takes = Literal["line", "text", "lines", "one_of", "some_of", "day"]
Value = str | tuple[str, ...] | None
"""Words, several of them, or nothing: left blank is a valid answer."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a thing. All but what is `needed` may be left blank."""

    name: str
    """The field's name in the domain brief, section 3."""
    takes: Takes
    """`line` and `text`: words; `lines`: words, one a line; `one_of`, `some_of`: of `allowed`; `day`: ISO 8601."""
    allowed: tuple[str, ...] = ()
    needed: bool = False

    @property
    def is_many(self) -> bool:
        """Whether its value is a tuple."""
        return self.takes in ("lines", "some_of")


def read_part(part: Part, given: object) -> Value:
    """Accept what fits the part; blank words are nothing.

    Raises:
        NotAllowed: a word that is not one of those allowed.
        BadInput: another shape, no such day, or nothing where something is needed.
    """
    read = _many(part, given) if part.is_many else _one(part, given)
    if part.needed and not read:
        raise BadInput("{part} takes a few words; it was left blank.", part=part.name)
    return read


def read_parts(parts: Sequence[Part], given: Mapping[str, object]) -> dict[str, Value]:
    """Accept some parts by name; a part that is not named is left alone.

    Raises:
        BadInput: a name that is none of the parts (the sentence names it), or what `read_part` refuses.
    """
    known = {part.name: part for part in parts}
    for name in given:
        if name not in known:
            raise BadInput(
                "There is no field “{name}” here. The fields are: {fields}.",
                name=_short(name),
                fields=", ".join(known),
            )
    return {name: read_part(known[name], value) for name, value in given.items()}


def is_blank(text: str) -> bool:
    """Whether nothing of it can be seen: spaces, line ends, and characters without a shape of their own."""
    return all(unicodedata.category(character)[0] in "ZC" for character in text)


def values_of(thing: object, parts: Sequence[Part]) -> dict[str, Value]:
    """What a thing has in these parts."""
    return {part.name: getattr(thing, part.name) for part in parts}


def _one(part: Part, given: object) -> str | None:
    if given is None:
        return None
    if not isinstance(given, str):
        raise BadInput("{part} takes words.", part=part.name)
    if is_blank(given):
        return None
    if part.takes == "text":
        return given
    word = " ".join(given.split()) if part.takes == "line" else given.strip()
    if part.takes == "one_of" and word not in part.allowed:
        raise NotAllowed(part.name, part.allowed)
    if part.takes == "day":
        return _day(part, word)
    return word


def _many(part: Part, given: object) -> tuple[str, ...]:
    listed = given.splitlines() if isinstance(given, str) else given
    if listed is None:
        return ()
    if not isinstance(listed, list | tuple) or not all(isinstance(word, str) for word in listed):
        raise BadInput("{part} takes a list of words.", part=part.name)
    words = tuple(dict.fromkeys(" ".join(word.split()) for word in listed if not is_blank(word)))
    if part.takes == "some_of" and any(word not in part.allowed for word in words):
        raise NotAllowed(part.name, part.allowed)
    return words


def _day(part: Part, word: str) -> str:
    try:
        day = date.fromisoformat(word)
    except ValueError:
        # Without its cause, which quotes what was typed.
        raise BadInput(_NO_DAY, part=part.name) from None
    if day < EARLIEST:
        raise BadInput(_NO_DAY, part=part.name)
    return day.isoformat()


_NO_DAY = "{part} takes a day like 2026-03-01."


def _short(name: str) -> str:
    """A name from a script, short enough for one sentence and with nothing in it that acts on a terminal."""
    return "".join(character for character in name if character.isprintable())[:40]

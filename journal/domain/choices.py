"""What a person has chosen about their journal: each choice by its name, and what it may be.

Everything has a gentle default. Stored values are text; one that cannot be read counts as not chosen, and is named, so
that it can be said.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from journal.domain.entry import THEME_TAGS
from journal.domain.scales import DEFAULT_SCALE, DIMENSIONS, SCALES, scale_in_use
from journal.errors import BadInput, NotAllowed

WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DEFAULT_DIMENSIONS: Final = ("mood", "hope")
"""Source: domain brief, section 4, quick mode."""
ON, OFF = "on", "off"
LONGEST_NAME: Final = 64
"""Characters of a name."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen, with the defaults where nothing was."""

    name: str = ""
    """How Today says hello; empty for no name."""
    dimensions: tuple[str, ...] = DEFAULT_DIMENSIONS
    """What a check-in asks for, in the order of `DIMENSIONS`; none is fine."""
    scale: str = DEFAULT_SCALE
    """How it is answered: an id of `SCALES`."""
    first_day: int = 0
    """Of a week: 0 for Monday to 6 for Sunday."""
    easy: bool = False
    """One idea a line, three words to answer with, light questions alone."""
    hidden_prompts: tuple[str, ...] = ()
    """Ids of questions that are not to be asked again."""
    hidden_themes: tuple[str, ...] = ()
    """Themes of questions that are not to be asked."""
    unreadable: tuple[str, ...] = ()
    """Names of choices that are stored and cannot be read."""

    @property
    def scale_id(self) -> str:
        """The scale a check-in is answered on now: easy mode brings its own, words alone stay words alone."""
        return scale_in_use(self.scale, self.easy)


@dataclass(frozen=True, slots=True)
class _Choice:
    """How one choice is read from text, and written."""

    field: str
    read: Callable[[str], object]
    written: Callable[[object], str]


def choices_in(stored: Mapping[str, str]) -> Choices:
    """What these stored values say. A value that cannot be read is left out and named."""
    found: dict[str, Any] = {}
    unreadable = []
    for name, choice in _CHOICES.items():
        if name in stored:
            try:
                found[choice.field] = choice.read(stored[name])
            except BadInput:
                unreadable.append(name)
    return Choices(**found, unreadable=tuple(unreadable))


def as_stored(name: str, typed: str) -> str:
    """What is stored for a choice as it was typed.

    Raises:
        NotAllowed, BadInput: not one of what it may be, or no such choice.
    """
    choice = _named(name)
    return choice.written(choice.read(typed))


def written(name: str, choices: Choices) -> str:
    """The value of a choice as text, as a shell shows and takes it."""
    choice = _named(name)
    return choice.written(getattr(choices, choice.field))


def _named(name: str) -> _Choice:
    if name not in _CHOICES:
        raise NotAllowed("setting", CHOICES)
    return _CHOICES[name]


def _several(allowed: tuple[str, ...] | None, field: str) -> Callable[[str], tuple[str, ...]]:
    def read(typed: str) -> tuple[str, ...]:
        given = [part.strip().lower().replace("-", "_") for part in typed.split(",") if part.strip()]
        if allowed is None:
            return tuple(dict.fromkeys(given))
        if any(part not in allowed for part in given):
            raise NotAllowed(field, allowed)
        return tuple(part for part in allowed if part in given)

    return read


def _one_of(allowed: tuple[str, ...], field: str) -> Callable[[str], str]:
    def read(typed: str) -> str:
        if typed.strip().lower() not in allowed:
            raise NotAllowed(field, allowed)
        return typed.strip().lower()

    return read


def _weekday(typed: str) -> int:
    return WEEKDAYS.index(_one_of(WEEKDAYS, "first-day")(typed))


def _on_or_off(typed: str) -> bool:
    return _one_of((ON, OFF), "easy")(typed) == ON


def _name(typed: str) -> str:
    name = " ".join(typed.split())
    if len(name) > LONGEST_NAME:
        raise BadInput("name takes up to {longest} characters.", longest=LONGEST_NAME)
    return name


def _text(value: object) -> str:
    return str(value)


def _joined(value: object) -> str:
    return ",".join(str(part) for part in value) if isinstance(value, tuple) else ""


_CHOICES: Final[dict[str, _Choice]] = {
    "name": _Choice("name", _name, _text),
    "dimensions": _Choice("dimensions", _several(DIMENSIONS, "dimensions"), _joined),
    "scale": _Choice("scale", _one_of(tuple(SCALES), "scale"), _text),
    "first-day": _Choice("first_day", _weekday, lambda value: WEEKDAYS[int(str(value))]),
    "easy": _Choice("easy", _on_or_off, lambda value: ON if value else OFF),
    "hidden-prompts": _Choice("hidden_prompts", _several(None, "hidden-prompts"), _joined),
    "hidden-themes": _Choice("hidden_themes", _several(THEME_TAGS, "hidden-themes"), _joined),
}
CHOICES: Final = tuple(_CHOICES)
"""The names of all that is chosen inside the journal; what is known before it is open is in `preferences`."""

"""The keys a person has chosen: which deed has which, what may not be taken, and how it is kept.

The list of deeds and the keys they come with is in `actions`; nothing here draws or binds.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from journal.errors import BadInput
from tui.actions import DEEDS, EVERYWHERE, PUNCTUATION, Deed, prints, shown_key
from tui.wording import settings_keys as words

KEYS: Final = "keys"
"""The setting, inside the journal."""
MOST_KEYS: Final = 4
"""Of one deed. More would not fit on the line that says them."""
LONGEST_ROW: Final = 20_000
"""Characters of the stored row."""

SUPPORT: Final = "support"
BY_NAME: Final = "palette"
"""Where every deed without a key is found."""
OVER: Final = frozenset(("support-now",))
"""What comes up over a screen, and lets no key through that prints."""
_EVERYWHERE_THE_SAME = frozenset(("escape", "enter", "tab", "shift+tab", "ctrl+c"))
_MOVING = frozenset(
    ("up", "down", "left", "right", "pageup", "pagedown", "home", "end", "space", "backspace", *"hjkl", *"0123456789")
)
"""Lists and scales take them first."""
_NOT_PASSED = frozenset(("f6", "f7", *(f"ctrl+{letter}" for letter in "imjh")))
"""Source: screens brief, Not used."""
_OF_THE_TEXT = frozenset(f"ctrl+{letter}" for letter in "abzwukedxcvy")
"""Source: the same: inside text, and prefixes of tmux and screen."""
_KNOWN = re.compile(r"f([1-9]|1[0-2])|ctrl\+[a-z]|(shift\+)?(delete|insert)|up|down|left|right|home|end|space")
_PLACE = re.compile(r"\{(\w+)\}")
_OF_PLACES: Final = {deed.id.replace("-", "_"): deed for deed in DEEDS}
"""Deeds by the places that sentences leave open for their keys."""
_WORDS = {"esc": "escape", "return": "enter", "del": "delete", "ins": "insert", "page up": "pageup"}


@dataclass(frozen=True, slots=True)
class KeyMap:
    """Every deed's keys, with those that a person has changed."""

    changed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """By the id of a deed: all the keys it has now, the first one first."""

    def keys_of(self, deed: Deed) -> tuple[str, ...]:
        """The keys that run it now."""
        return self.changed.get(deed.id, deed.keys)

    def shown(self, deed: Deed) -> str:
        """The same as a person reads them; empty where it has none."""
        return words.either([shown_key(key) for key in self.keys_of(deed)])

    def label(self, label: str, where: str) -> str:
        """What stands on the line of keys for a label that names the key a deed came with; empty: it has none now.

        Args:
            label: as the screen says it, `Ctrl+N` or `N`.
            where: the screen.
        """
        for deed in (deed for deed in DEEDS if deed.id in self.changed and deed.where in (where, EVERYWHERE)):
            if label.casefold() in (shown_key(key).casefold() for key in deed.keys):
                now = [_as_label(key) for key in self.keys_of(deed)]
                if label.casefold() in (key.casefold() for key in now):
                    return label
                return now[0] if now else ""
        return label

    def keyed(self, sentence: str) -> str:
        """A sentence with the key of now in each place that bears the id of a deed; other places stay open.

        Args:
            sentence: such as `{check_in} starts a check-in.`; nothing of a person's is in it yet.
        """

        def filled(place: re.Match[str]) -> str:
            deed = _OF_PLACES.get(place[1])
            return place[0] if deed is None else self._named(deed)

        return _PLACE.sub(filled, sentence)

    def _named(self, deed: Deed) -> str:
        """Its first key; where it has none, how it is found."""
        keys = self.keys_of(deed)
        return _as_label(keys[0]) if keys else words.by_name(self._named(_OF_PLACES[BY_NAME]), deed.words)

    def with_keys(self, deed: Deed, keys: tuple[str, ...]) -> "KeyMap":
        """These keys for one deed.

        Raises:
            BadInput: one of them cannot be taken, or another deed has it. The sentence says which.
        """
        rest = {deed_id: chosen for deed_id, chosen in self.changed.items() if deed_id != deed.id}
        wanted = KeyMap(rest if keys == deed.keys else {**rest, deed.id: keys})
        # First, so that what is refused is said of this one.
        _check_deed(wanted, deed)
        return _checked(wanted)

    def for_textual(self) -> dict[str, str]:
        """What Textual is told: keys by the place of a binding, for the deeds that were changed."""
        found: dict[str, str] = {}
        for deed in DEEDS:
            if deed.id in self.changed:
                for place, keys, _ in places_of(deed, self.keys_of(deed)):
                    found[place] = ",".join(keys) or no_key(place)
        return found

    def as_row(self) -> str:
        """As it is kept."""
        return json.dumps({deed_id: list(keys) for deed_id, keys in self.changed.items()})


def key_map_in(row: str | None) -> KeyMap:
    """The keys in a stored row; without one, those that every deed comes with.

    Raises:
        BadInput: the row is not what cairn writes, or holds keys that cannot be.
    """
    if row is None:
        return KeyMap()
    try:
        loaded = json.loads(row) if len(row) <= LONGEST_ROW else None
    except (ValueError, RecursionError) as problem:
        raise BadInput(words.NOT_READ) from problem
    if not isinstance(loaded, dict):
        raise BadInput(words.NOT_READ)
    known = {deed.id for deed in DEEDS}
    changed: dict[str, tuple[str, ...]] = {}
    for deed_id, keys in loaded.items():
        if deed_id not in known or not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            raise BadInput(words.NOT_READ)
        if any(as_key(key) != key for key in keys):
            raise BadInput(words.NOT_READ)
        changed[deed_id] = tuple(keys)
    return _checked(KeyMap(changed))


def as_key(typed: str) -> str:
    """A key by the name Textual has for it, from how a person types it: `Ctrl+N`, `F9`, `n`, `?`.

    Raises:
        BadInput: no such key.
    """
    stripped = typed.strip()
    for name, mark in PUNCTUATION.items():
        if stripped == mark:
            return name
    key = re.sub(r"\s*[+-]\s*", "+", stripped.casefold().removeprefix("key ")).replace("control+", "ctrl+")
    key = _WORDS.get(key, key)
    if key in PUNCTUATION or _KNOWN.fullmatch(key) or key in _MOVING or key in _EVERYWHERE_THE_SAME:
        return key
    if len(key) == 1 and key.isalpha():
        return key
    raise BadInput(words.NO_SUCH_KEY)


def deed_named(typed: str) -> Deed:
    """The deed of this id.

    Raises:
        BadInput: there is none.
    """
    wanted = typed.strip().casefold()
    for deed in DEEDS:
        if deed.id == wanted:
            return deed
    raise BadInput(words.NO_SUCH_DEED)


def places_of(deed: Deed, keys: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    """The two places of a deed's bindings, which keys are in each, and whether they come before a text.

    A key that prints, and Escape, are never taken from a text.
    """
    first = tuple(key for key in keys if deed.works_in_text and not prints(key) and key != "escape")
    yield f"{deed.id}.first", first, True
    yield f"{deed.id}.then", tuple(key for key in keys if key not in first), False


def _as_label(key: str) -> str:
    """A key as the line of keys and sentences have it: a letter as the keyboard does."""
    shown = shown_key(key)
    return shown.upper() if len(shown) == 1 else shown


def no_key(place: str) -> str:
    """A key that no keyboard has, for a place that must have one."""
    return f"none-{place}"


def _checked(keys: KeyMap) -> KeyMap:
    """The same, once it is sure that every changed deed may have its keys.

    Raises:
        BadInput: it may not.
    """
    for deed in DEEDS:
        if deed.id in keys.changed:
            _check_deed(keys, deed)
    return keys


def _check_deed(keys: KeyMap, deed: Deed) -> None:
    chosen = keys.keys_of(deed)
    if len(chosen) > MOST_KEYS or len(set(chosen)) != len(chosen):
        raise BadInput(words.TOO_MANY)
    if deed.id == SUPPORT and not set(deed.keys) <= set(chosen):
        raise BadInput(words.SUPPORT_STAYS)
    if deed.id == BY_NAME and not chosen:
        raise BadInput(words.BY_NAME_STAYS)
    if set(chosen) & _EVERYWHERE_THE_SAME != set(deed.keys) & _EVERYWHERE_THE_SAME:
        raise BadInput(words.STAYS_EVERYWHERE)
    for key in chosen:
        if key not in deed.keys:
            _check_free(deed, key)
        other = _that_has(keys, deed, key)
        if other is not None:
            raise BadInput(words.taken(shown_key(key), other.words, words.PLACES.get(other.where, "")))


def _check_free(deed: Deed, key: str) -> None:
    """Whether nothing but deeds could want it."""
    if key in next(one for one in DEEDS if one.id == SUPPORT).keys:
        raise BadInput(words.SUPPORT_STAYS)
    if key in _MOVING:
        raise BadInput(words.MOVES)
    if key in _NOT_PASSED:
        raise BadInput(words.NOT_PASSED)
    if deed.works_in_text and key in _OF_THE_TEXT:
        raise BadInput(words.OF_THE_TEXT)


def _that_has(keys: KeyMap, deed: Deed, key: str) -> Deed | None:
    """Another deed of the same screen, or of everywhere, that has this key."""
    if key in _EVERYWHERE_THE_SAME:
        return None
    for other in DEEDS:
        if other.id != deed.id and meet(deed, other, key) and key in keys.keys_of(other):
            return other
    return None


def meet(one: Deed, other: Deed, key: str) -> bool:
    """Whether a key would run both of them somewhere."""
    if not one.is_in(other.home):
        return False
    places = {one.where, other.where}
    if len(places) == 1:
        return True
    return EVERYWHERE in places and not (places & OVER and prints(key))

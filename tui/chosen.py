"""Everything a person has chosen, inside the journal and before its door: read at once, and changed one by one.

The screen of settings, its plain lines and its command stand on this. Nothing here draws or asks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from journal.domain.choices import CHOICES, OFF, ON, Choices, written
from journal.errors import BadInput, NotAllowed
from journal.use_cases.preferences import Preferences, read_preferences, write_preferences
from tui.key_map import KEYS, KeyMap, as_key, deed_named, key_map_in
from tui.outside import LOOKS, OUTSIDE, read_outside
from tui.presence import LONGEST_MINUTES, SHORTEST_MINUTES
from tui.wording import locking
from tui.wording import settings as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from journal.paths import Home
    from journal.use_cases.open_journal import OpenJournal

LOCK_AFTER: Final = "lock-after"
NAMES: Final = ("name", "dimensions", "scale", "easy", "hidden-prompts", "hidden-themes", "look", "quiet", "plain",
                KEYS, LOCK_AFTER, "country", "region", "first-day")  # fmt: skip
"""Every choice by the name that is typed, in the order of the screen."""
RESET: Final = "reset"
_MOST_DIGITS: Final = 3


@dataclass(frozen=True, slots=True)
class Chosen:
    """What holds now, with the default where nothing was chosen, or where what was cannot be read."""

    choices: Choices
    minutes: int
    """After how many it locks."""
    keys: KeyMap
    outside: Preferences
    unreadable: tuple[str, ...] = ()
    """Names of what is stored and cannot be read."""

    @classmethod
    def before_unlock(cls, outside: Preferences, unreadable: tuple[str, ...]) -> Chosen:
        """What is known while the journal is closed, and the defaults for the rest."""
        return cls(Choices(), LONGEST_MINUTES, KeyMap(), outside, unreadable)

    def value(self, name: str) -> object:
        """One choice as a script takes it: text, a number for minutes, a mapping for keys; `None` for none."""
        if name == LOCK_AFTER:
            return self.minutes
        if name == KEYS:
            return {deed_id: list(keys) for deed_id, keys in self.keys.changed.items()}
        if name in ("quiet", "plain"):
            return ON if getattr(self.outside, name) else OFF
        if name in OUTSIDE:
            return getattr(self.outside, name)
        return written(name, self.choices)

    def in_words(self, name: str) -> str:
        """The same as a person reads it."""
        if name == LOCK_AFTER:
            return words.locks(self.minutes)
        if name == KEYS:
            return words.keys_in_words(len(self.keys.changed))
        if name == "country":
            return words.where(self.outside.country, self.outside.region)
        if name == "region":
            return words.where(self.outside.region, None)
        if name == "scale":
            return words.scale(self.choices.scale, easy=self.choices.easy)
        return words.in_words(name, str(self.value(name) or ""))


def read_chosen(journal: OpenJournal, home: Home) -> Chosen:
    """Read everything. What cannot be read is named, and the default is in its place."""
    from journal.use_cases.open_journal import LOCK_AFTER as MINUTES

    outside, unreadable = read_outside(home)
    choices = journal.choices()
    unreadable = (*choices.unreadable, *unreadable)
    try:
        keys = key_map_in(journal.setting(KEYS))
    except BadInput:
        keys, unreadable = KeyMap(), (*unreadable, KEYS)
    if (stored := journal.setting(MINUTES)) is not None and not _is_number(stored):
        unreadable = (*unreadable, LOCK_AFTER)
    return Chosen(choices, journal.lock_after_minutes(), keys, outside, unreadable)


def check_name(name: str) -> None:
    """See that there is a choice of this name.

    Raises:
        BadInput: there is none; those that are there are said.
    """
    if name not in NAMES:
        raise BadInput(locking.unknown_setting(list(NAMES)))


def ready_inside(name: str, typed: str) -> Callable[[OpenJournal], object]:
    """What makes one choice inside the journal, once that is open; what cannot be is refused before.

    Raises:
        BadInput: not one of what it may be.
    """
    if name == LOCK_AFTER:
        if not _is_minutes(typed):
            raise BadInput(locking.NOT_MINUTES)
        return lambda journal: put_minutes(journal, int(typed))
    if name == KEYS:
        change = _keys_typed(typed)
        return lambda journal: put_keys(journal, change(_keys_now(journal)))
    from journal.use_cases.choosing import ready_to_keep

    if name not in CHOICES:
        raise NotAllowed("setting", NAMES)
    ready_to_keep(name, typed)
    return lambda journal: journal.make_choice(name, typed)


def put_minutes(journal: OpenJournal, minutes: int) -> None:
    """Keep after how many minutes it locks."""
    from journal.use_cases.open_journal import LOCK_AFTER as MINUTES

    journal.choose(MINUTES, str(minutes))


def put_keys(journal: OpenJournal, keys: KeyMap) -> KeyMap:
    """Keep the keys."""
    journal.choose(KEYS, keys.as_row())
    return keys


def put_outside(home: Home, name: str, typed: str) -> Preferences:
    """Make one choice outside the journal, and give all of them.

    Raises:
        BadInput: not one of what it may be. NoRoom: the disk did not take it.
    """
    known, value = read_preferences(home), typed.strip()
    if name == "look":
        changed = replace(known, look=_one_of("look", value, LOOKS))
    elif name in ("quiet", "plain"):
        is_on = _one_of(name, value, (ON, OFF)) == ON
        changed = replace(known, quiet=is_on) if name == "quiet" else replace(known, plain=is_on)
    else:
        changed = _elsewhere(home, known, name, value)
    write_preferences(home, changed)
    return changed


def _elsewhere(home: Home, known: Preferences, name: str, value: str) -> Preferences:
    """Another country, which lets go of the region, or another region of it. Empty for none."""
    from journal.domain.support import country_code, support_page
    from journal.use_cases.support_lines import lines_at

    country = country_code(value) if name == "country" else known.country
    region = (value or None) if name == "region" else None
    page = support_page(lines_at(home).lines, country, region)
    return replace(known, country=country, region=page.region)


def _one_of(name: str, typed: str, allowed: tuple[str, ...]) -> str:
    if typed.casefold() not in allowed:
        raise NotAllowed(name, allowed)
    return typed.casefold()


def _is_number(typed: str) -> bool:
    return typed.isascii() and typed.isdecimal() and len(typed) <= _MOST_DIGITS


def _is_minutes(typed: str) -> bool:
    return _is_number(typed) and SHORTEST_MINUTES <= int(typed) <= LONGEST_MINUTES


def _keys_typed(typed: str) -> Callable[[KeyMap], KeyMap]:
    """What `write=ctrl+n,w` does to the keys; `reset` and `write=reset` take back.

    Raises:
        BadInput: it says nothing of the kind.
    """
    if typed.strip().casefold() == RESET:
        return lambda _: KeyMap()
    name, equals, named = typed.partition("=")
    if not equals:
        raise BadInput(words.HOW_KEYS_ARE_TYPED)
    deed = deed_named(name)
    if named.strip().casefold() == RESET:
        return lambda keys: keys.with_keys(deed, deed.keys)
    keys = tuple(dict.fromkeys(as_key(one) for one in named.split(",") if one.strip()))
    KeyMap().with_keys(deed, keys)
    return lambda now: now.with_keys(deed, keys)


def _keys_now(journal: OpenJournal) -> KeyMap:
    try:
        return key_map_in(journal.setting(KEYS))
    except BadInput:
        return KeyMap()

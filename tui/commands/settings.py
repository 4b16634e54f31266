"""`cairn settings`: small choices by name. There are few: most things have a gentle default and need none."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.errors import BadInput
from tui.commands.terminal import Terminal
from tui.presence import LONGEST_MINUTES, SHORTEST_MINUTES
from tui.wording import locking as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

MOST_DIGITS = 3


@dataclass(frozen=True, slots=True)
class Setting:
    """One choice: how it is read from a call, and where the journal has it."""

    read: Callable[[str], int]
    """What was typed as a value.

    Raises:
        BadInput: it is none.
    """
    now: "Callable[[OpenJournal], int]"
    choose: "Callable[[OpenJournal, int], None]"
    in_words: Callable[[int], str]
    said: Callable[[int], str]
    """The sentence once it was chosen."""


def _minutes(typed: str) -> int:
    number = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) <= MOST_DIGITS else 0
    if not SHORTEST_MINUTES <= number <= LONGEST_MINUTES:
        raise BadInput(words.NOT_MINUTES)
    return number


def _lock_after(journal: "OpenJournal", minutes: int) -> None:
    from journal.use_cases.open_journal import LOCK_AFTER

    journal.choose(LOCK_AFTER, str(minutes))


SETTINGS = {
    "lock-after": Setting(
        _minutes, lambda journal: journal.lock_after_minutes(), _lock_after, words.minutes, words.locks_after
    ),
}
"""By the name that is typed."""


def run(options: Namespace) -> int:
    """Say all of them or one, or choose. What cannot be is refused before anything is asked for."""
    terminal = Terminal(options)
    names = [options.key] if options.key is not None else list(SETTINGS)
    if names[0] not in SETTINGS:
        raise BadInput(words.unknown_setting(list(SETTINGS)))
    chosen = None if options.value is None else SETTINGS[names[0]].read(options.value)
    with terminal.journal() as journal:
        if chosen is not None:
            SETTINGS[names[0]].choose(journal, chosen)
        values = {name: SETTINGS[name].now(journal) for name in names}
    documents = [{"key": name, "value": value} for name, value in values.items()]
    lines = [words.setting(name, SETTINGS[name].in_words(value)) for name, value in values.items()]
    if options.key is None:
        return terminal.answer({"settings": documents}, lines)
    if chosen is not None:
        lines = [SETTINGS[names[0]].said(chosen)]
    return terminal.answer(documents[0], lines, changed=chosen is not None)

"""Plain lines in place of the screen: when they are wanted, and what they are given of this process."""

import os
import shutil
import sys
from typing import TYPE_CHECKING

from journal.use_cases.preferences import read_preferences
from tui.commands.terminal import Terminal, ask_on_terminal
from tui.wording import opening

if TYPE_CHECKING:
    from tui.plain.start import Left


def wants_plain_lines(terminal: Terminal) -> bool:
    """Whether plain lines were asked for, or are what suits this terminal. Source: screens brief, Accessibility."""
    if getattr(terminal.options, "plain", False) or _is_on("CAIRN_PLAIN"):
        return True
    shows = _shows()
    if not shows and not terminal.can_ask():
        return False
    suits = os.environ.get("TERM") == "dumb" or _is_on("ACCESSIBLE")
    return suits or not shows or read_preferences(terminal.home).plain


def converse(terminal: Terminal) -> "Left":
    """Hold the conversation once, and say how the person left."""
    from tui.plain.start import converse as hold_conversation

    return hold_conversation(terminal.home, terminal.clock, _Secrets(terminal), output_is_terminal=_shows())


def push_out_of_sight() -> None:
    """Empty lines, for a window that knows no way to be cleared."""
    from tui.wording import plain

    print("\n" * shutil.get_terminal_size().lines + plain.CANNOT_CLEAR)


class _Secrets:
    """Where the plain lines have a passphrase from; after a lock a person must be there."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def has_source(self) -> bool:
        return self._terminal.has_passphrase_source() and not self._terminal.options.locked

    def from_source(self) -> str:
        return self._terminal.passphrase(opening.PASSPHRASE)

    def ask(self, question: str, *, hidden: bool) -> str:
        sys.stdout.flush()
        return ask_on_terminal(question, hidden=hidden)


def _is_on(name: str) -> bool:
    """A variable that is there, and neither empty nor 0."""
    return os.environ.get(name, "") not in ("", "0")


def _shows() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()

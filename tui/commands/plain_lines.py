"""Plain lines in place of the screen: when they are wanted, and what they are given of this process."""

import os
import shutil
import sys
from typing import TYPE_CHECKING, TextIO

from journal.use_cases.preferences import read_preferences
from tui.commands.terminal import Terminal, ask_on_terminal
from tui.wording import opening

if TYPE_CHECKING:
    from tui.plain.start import Left
    from tui.plain.visit import Secrets


CLEAR = "\x1b]0;\x07\x1b[2J\x1b[3J\x1b[H"
"""Title reset, screen and scrollback cleared, cursor home: for the terminals that know them."""


def wants_plain_lines(terminal: Terminal) -> bool:
    """Whether plain lines were asked for, or are what suits this terminal. Source: screens brief, Accessibility."""
    if getattr(terminal.options, "plain", False) or _is_on("CAIRN_PLAIN"):
        return True
    shows = _shows()
    if not shows and not terminal.can_ask():
        return False
    return not shows or reads_lines(terminal)


def reads_lines(terminal: Terminal) -> bool:
    """Whether lines that stay where they are suit this person, or are all that this terminal can do."""
    if _is_on("CAIRN_PLAIN") or os.environ.get("TERM") == "dumb" or _is_on("ACCESSIBLE"):
        return True
    return read_preferences(terminal.home).plain


def converse(terminal: Terminal) -> "Left":
    """Hold the conversation once, and say how the person left."""
    from tui.plain.start import converse as hold_conversation

    secrets = secrets_of(terminal)
    return hold_conversation(terminal.home, terminal.clock, secrets, output_is_terminal=_shows(), hide=clear_window)


def secrets_of(terminal: Terminal) -> "Secrets":
    """Where the plain lines have a passphrase from, in this process."""
    return _Secrets(terminal)


def clear_window(out: TextIO | None = None) -> None:
    """Put what stands in the window out of sight, in the way that it knows; `out`: other than standard output.

    The one place where plain lines end in an escape character: after it was asked for in words, or where nobody is
    there any more who could be asked.
    """
    if os.environ.get("TERM") == "dumb":
        from tui.wording import plain

        print("\n" * shutil.get_terminal_size().lines + plain.CANNOT_CLEAR, file=out, flush=True)
    else:
        print(CLEAR, end="", file=out, flush=True)


class _Secrets:
    """Where the plain lines have a passphrase from; after a lock a person must be there."""

    def __init__(self, terminal: Terminal) -> None:
        self._terminal = terminal

    def has_source(self) -> bool:
        return self._terminal.has_passphrase_source() and not self._terminal.options.locked

    def from_source(self) -> str:
        return self._terminal.passphrase(opening.PASSPHRASE)

    def ask(self, question: str) -> str:
        sys.stdout.flush()
        return ask_on_terminal(question, hidden=True)


def _is_on(name: str) -> bool:
    """A variable that is there, and neither empty nor 0."""
    return os.environ.get(name, "") not in ("", "0")


def _shows() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()

"""The second page that most terminals have: what is said and typed there is gone when it closes.

Nothing here knows what is said. Where there is no second page, whoever asks has to say so in words.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

CLEARED = "\x1b[H\x1b[2J"
"""For the terminals that know the codes of a second page and have none: what is in sight goes all the same."""


@contextmanager
def other_page() -> Iterator[None]:
    """Talk on the second page while it lasts, whatever ends it.

    A stop by Ctrl+Z would leave it in sight, so until it closes there is none; Ctrl+C works.
    """
    codes = page_codes()
    if codes is None:
        yield
        return
    opens, closes = codes
    with _never_stopped():
        _write(opens + CLEARED)
        try:
            yield
        finally:
            _write(CLEARED + closes)


def page_codes() -> tuple[str, str] | None:
    """What opens the second page and what closes it, as the terminal is described; `None` for no such page."""
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM", "dumb") == "dumb":
        return None
    opens, closes = _described(sys.stderr.fileno())
    # Codes with a wait in them are of terminals that nobody has any more.
    if not opens or not closes or b"$<" in opens + closes:
        return None
    return opens.decode("ascii", errors="replace"), closes.decode("ascii", errors="replace")


def _described(terminal: int) -> tuple[bytes, bytes]:
    """The codes that open and close the page; empty where nothing describes this terminal."""
    try:
        import curses
    except ImportError:
        return b"", b""
    try:
        curses.setupterm(fd=terminal)
        return curses.tigetstr("smcup") or b"", curses.tigetstr("rmcup") or b""
    except curses.error:
        return b"", b""


def _write(codes: str) -> None:
    sys.stderr.write(codes)
    sys.stderr.flush()


@contextmanager
def _never_stopped() -> Iterator[None]:
    import signal

    if sys.platform == "win32":
        yield
        return
    before = signal.signal(signal.SIGTSTP, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGTSTP, before)

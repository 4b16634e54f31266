"""Typing that a terminal does not show, for what nobody beside it should read."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unseen(descriptor: int) -> Iterator[None]:
    """While it lasts, what is typed at this terminal does not show there; Enter still ends the row.

    Where the system has no such terminals, it shows.
    """
    if sys.platform == "win32":
        yield
        return
    import termios

    shown = termios.tcgetattr(descriptor)
    hidden = [*shown[:3], (shown[3] & ~termios.ECHO) | termios.ECHONL, *shown[4:]]
    # Lines that were typed ahead stay: whoever pastes several answers at once means all of them.
    termios.tcsetattr(descriptor, termios.TCSADRAIN, hidden)
    try:
        yield
    finally:
        termios.tcsetattr(descriptor, termios.TCSADRAIN, shown)

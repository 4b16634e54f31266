"""Work that takes a while: it says how far it is now and then, and Ctrl+C stops it with nothing half done.

Signals are noted and looked at between two steps of the work, so that none comes into the middle of one.
"""

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import TypeVar

from journal.progress import Progress
from tui.plain.conversation import Back, Conversation
from tui.wording import plain_keys as said

T = TypeVar("T")

FIRST_AFTER_S = 3.0
THEN_EVERY_S = 10.0
"""A line is read aloud; more of them would be in the way."""


class _Stopped(Exception):
    """The person pressed Ctrl+C."""


def at_length(talk: Conversation, work: Callable[[Progress], T], now_s: Callable[[], float] = time.monotonic) -> T:
    """Do work that may take a while.

    Args:
        talk: whom to tell.
        work: what it raises comes through; where its progress raises, it stops and leaves nothing half done.
        now_s: a clock that never goes back, in seconds.

    Raises:
        Back: Ctrl+C was pressed, and told. SystemExit: the process was told to end.
    """
    tell_at_s = now_s() + FIRST_AFTER_S

    with _noting_signals() as noted:

        def progress(done: int, whole: int) -> None:
            nonlocal tell_at_s
            noted.stop_if_told()
            if now_s() >= tell_at_s:
                talk.say(said.goes_on(100 * done // max(whole, 1)))
                tell_at_s = now_s() + THEN_EVERY_S

        try:
            return work(progress)
        except _Stopped:
            talk.say(said.STOPPED)
            raise Back from None


class _Noted:
    """The signal that came last, if any did."""

    number = 0

    def note(self, number: int, _frame: FrameType | None) -> None:
        self.number = number

    def stop_if_told(self) -> None:
        if self.number == signal.SIGINT:
            raise _Stopped
        self.end_if_told()

    def end_if_told(self) -> None:
        if self.number not in (0, signal.SIGINT):
            raise SystemExit(128 + self.number)


@contextmanager
def _noting_signals() -> Iterator[_Noted]:
    """While it lasts, what would end the process is noted; afterwards it does, unless it was Ctrl+C."""
    noted = _Noted()
    numbers = [signal.SIGINT] if sys.platform == "win32" else [signal.SIGINT, signal.SIGTERM, signal.SIGHUP]
    before = {number: signal.signal(number, noted.note) for number in numbers}
    try:
        yield noted
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    noted.end_if_told()

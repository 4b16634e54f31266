"""Whether somebody still sits at the lines, while a journal is open, and what happens where nobody does.

Watched is a terminal alone: through a pipe nobody is there in the first place.
"""

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

from tui.plain.conversation import Away, SoonAway
from tui.presence import DEFAULT_MINUTES, GONE, LOOK_EVERY_S, Presence, Seen, TwoClocks


class Watch:
    """Off until the journal is open."""

    def __init__(self, clocks: TwoClocks | None = None) -> None:
        self._presence = Presence(clocks or TwoClocks())
        self.is_on = False
        self.is_away = False
        """Whether it is locking now: nobody is there to be asked anything."""
        self.leaves_words = False
        """Whether words that could not be kept are left behind, because somebody said so."""
        self._was_told = False

    def begin(self, minutes: int = DEFAULT_MINUTES) -> None:
        """Somebody is there, and from now on there is something to lock, after so many minutes."""
        self.is_on = True
        self.set_minutes(minutes)
        self.somebody_is_there()

    def set_minutes(self, minutes: int) -> None:
        self._presence.minutes = minutes

    def somebody_is_there(self) -> None:
        """For certain, and from now on."""
        self._presence.begin()
        self._was_told = False

    def sign(self) -> bool:
        """Something was typed; false where that comes too late."""
        if self.is_on and self._presence.sign() in GONE:
            return False
        self._was_told = False
        return True

    def look(self, has_typed: Callable[[], bool]) -> None:
        """Look at the clocks once.

        Args:
            has_typed: whether something has come since it was told that it will lock; asked at the end alone.

        Raises:
            SoonAway: half a minute before, once. Away: it is time to lock.
        """
        seen: Seen = self._presence.look() if self.is_on else "there"
        if seen == "soon" and not self._was_told:
            self._was_told = True
            raise SoonAway
        if seen == "gone" and self._was_told and has_typed():
            self.somebody_is_there()
        elif seen in GONE:
            self.leave()

    def leave(self) -> None:
        """Nobody is there.

        Raises:
            Away: always.
        """
        self.is_away = True
        raise Away

    @contextmanager
    def over(self, tell: Callable[[], object]) -> Iterator[None]:
        """Look at the clocks while something else waits for what is typed, a hidden passphrase above all.

        Args:
            tell: says that it will lock.

        Raises:
            Away: from within what waits.
        """
        if not self.is_on or sys.platform == "win32":
            yield
            return
        waits = True

        def look(_number: int, _frame: FrameType | None) -> None:
            if waits:
                try:
                    self.look(lambda: False)
                except SoonAway:
                    tell()

        before = signal.signal(signal.SIGALRM, look)
        signal.setitimer(signal.ITIMER_REAL, LOOK_EVERY_S, LOOK_EVERY_S)
        try:
            yield
        finally:
            waits = False
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

"""When the key holder must end: at its time, after a sleep, with its shell, or when its place is not its own."""

import os
import select
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final

LOOK_EVERY_S: Final = 1.0
"""How long an end that nobody tells of may go unseen while nothing is asked."""
SLEPT_S: Final = 60.0
"""What the clock on the wall gains, in sleep, on the one that stands still then. Source: security brief, b.7."""


class Shell:
    """The process whose end is the log-out: the leader of the session in which a holder was asked for."""

    def __init__(self, leader: int | None) -> None:
        """`leader`: its process number; `None` where there is no shell to belong to."""
        self._leader = leader
        self.descriptor: int | None = None
        """Can be read once the process has ended, where the kernel has such descriptors."""
        if leader is not None:
            with suppress(OSError, AttributeError):
                self.descriptor = os.pidfd_open(leader)

    def is_there(self) -> bool:
        if self.descriptor is not None:
            return not select.select([self.descriptor], [], [], 0)[0]
        return self._leader is None or _is_running(self._leader)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


class Watch:
    """Whether it is over. Looked at before every answer, so that nothing is given away after a sleep."""

    def __init__(
        self,
        seconds: float,
        is_there: Callable[[], bool],
        clock: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        """Begin.

        Args:
            seconds: how long it may last.
            is_there: whether what it depends on still is.
            clock: seconds of a clock that stands still in sleep.
            wall: seconds of one that does not.
        """
        self._is_there = is_there
        self._clock = clock
        self._wall = wall
        self._until = clock() + seconds
        self._apart = wall() - clock()

    def is_over(self) -> bool:
        """Whether its time has come, the computer has slept, or what it depends on has gone."""
        now = self._clock()
        apart = self._wall() - now
        # Against the least there was: a clock that is set back must not hide the sleep that follows.
        self._apart = min(self._apart, apart)
        return now >= self._until or apart - self._apart > SLEPT_S or not self._is_there()

    def next_look_s(self) -> float:
        """Seconds until it must be looked at again, 0 to `LOOK_EVERY_S`."""
        return max(0.0, min(LOOK_EVERY_S, self._until - self._clock()))

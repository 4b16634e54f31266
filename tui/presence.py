"""Whether somebody is still there: how long nothing came from them, and whether the computer slept meanwhile.

Pure arithmetic on two clocks, for the screen and for plain lines. It waits for nothing and locks nothing.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

SHORTEST_MINUTES = 1
DEFAULT_MINUTES = 5
LONGEST_MINUTES = 30
"""How long nobody may be there. Source: security brief, b.7."""
TOLD_BEFORE_S = 30.0
"""So long before it locks, a person is told. Source: domain brief, section 10: a lock warns first."""
SLEPT_S = 60.0
"""The clock on the wall gained more than this between two looks: the computer slept. Source: security brief, b.7."""
LOOK_EVERY_S = 2.0

Seen = Literal["there", "soon", "gone", "slept"]
"""`soon`: it is time to say that it will lock. `gone` and `slept`: it is time to lock."""
GONE: tuple[Seen, ...] = ("gone", "slept")


@dataclass(frozen=True, slots=True)
class TwoClocks:
    """One clock that nobody sets and that stands still while the computer sleeps, and one that goes on; in seconds."""

    steady_s: Callable[[], float] = time.monotonic
    wall_s: Callable[[], float] = time.time


class Presence:
    """What is known of the person in front of an open journal."""

    def __init__(self, clocks: TwoClocks, minutes: int = DEFAULT_MINUTES) -> None:
        """Somebody is there now.

        Args:
            clocks: what time it is.
            minutes: after how long without a sign of them it locks, 1 to 30.
        """
        self._clocks = clocks
        self.minutes = minutes
        self.begin()

    def begin(self) -> None:
        """Somebody is there for certain, whatever was before."""
        self._last_s = self._clocks.steady_s()
        self._ahead_s = self._clocks.wall_s() - self._last_s

    def look(self) -> Seen:
        """What is so now. A sleep is seen by the first look after it alone.

        A clock that was set back changes nothing.
        """
        now_s = self._clocks.steady_s()
        ahead_s = self._clocks.wall_s() - now_s
        gained_s, self._ahead_s = ahead_s - self._ahead_s, ahead_s
        left_s = self._last_s + self.minutes * 60.0 - now_s
        if gained_s > SLEPT_S:
            return "slept"
        if left_s <= 0:
            return "gone"
        return "soon" if left_s <= TOLD_BEFORE_S else "there"

    def sign(self) -> Seen:
        """They did something. Where that comes too late it is no sign of them: somebody else may sit there now."""
        seen = self.look()
        if seen not in GONE:
            self._last_s = self._clocks.steady_s()
        return seen

    def quiet_s(self) -> float:
        """How long nothing has come from them, in seconds."""
        return self._clocks.steady_s() - self._last_s

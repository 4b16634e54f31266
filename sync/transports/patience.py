"""How long a relay is left alone: after it did not answer, where it asks for that, and between two slots.

Pure arithmetic; the clock and the chance are handed in.
"""

import time
from collections import defaultdict
from collections.abc import Callable
from secrets import SystemRandom

from sync.errors import NotReached

FIRST_S, MOST_S = 2.0, 1_800.0
"""The shortest time and the longest. Each is drawn, so that many cairns do not come back together."""
APART_S = 0.25
"""At most, between two slots: two that are always asked for back to back belong to two who know each other."""

Draw = Callable[[float, float], float]
_BY_CHANCE: Draw = SystemRandom().uniform


class Patience:
    """With one relay."""

    def __init__(self, now_s: Callable[[], float] = time.monotonic, draw: Draw = _BY_CHANCE) -> None:
        self._now_s = now_s
        self._draw = draw
        self._times = 0
        self._until_s = 0.0
        self._until_asked_s = 0.0
        self._why = NotReached
        self._last = b""

    def check(self) -> None:
        """See that it may be asked now.

        Raises:
            NotReached: not yet; for the reason of the last time.
        """
        if self._now_s() < max(self._until_s, self._until_asked_s):
            raise self._why

    def note_answer(self) -> None:
        """It answered as a relay does."""
        self._times, self._until_s = 0, 0.0

    def note_trouble(self, why: type[NotReached], asks_for_s: float | None = None) -> None:
        """It did not.

        Args:
            why: what is said until then.
            asks_for_s: how long it wants not to be asked, as it says; cut to half an hour.
        """
        # Of the times no more than matter: the number would grow until it can be no float.
        least_s = min(MOST_S / 2, FIRST_S * 2.0 ** min(self._times, 20))
        self._times += 1
        self._why = why
        self._until_s = self._now_s() + self._draw(least_s, 2 * least_s)
        if asks_for_s is not None:
            self._until_asked_s = self._now_s() + min(asks_for_s, MOST_S)

    def forget(self) -> None:
        """The person wants it now. What the relay has asked for is kept."""
        self._times, self._until_s = 0, 0.0

    def apart_s(self, slot: bytes) -> float:
        """How long to wait before this slot is asked for: not at all where it is the one of the last time."""
        before, self._last = self._last, slot
        return 0.0 if before in (b"", slot) else self._draw(0.0, APART_S)


PATIENCE: defaultdict[str, Patience] = defaultdict(Patience)
"""By relay. Of the process: each meeting makes its way to a place anew."""


def forget_all() -> None:
    """The person wants everybody met now."""
    for patience in PATIENCE.values():
        patience.forget()

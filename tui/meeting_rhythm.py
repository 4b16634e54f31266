"""How often each partner is met: at the usual interval, and less and less often where the place is not reached.

Pure arithmetic. Nothing here reads a clock.
"""

from collections.abc import Sequence

MOST_S = 900.0
"""However long a place has not been reached, it is tried so often, in seconds."""
EARLY_S = 1.0
"""A timer may come a little early."""


class Rhythm:
    """When whom. Takes the usual interval, in seconds."""

    def __init__(self, every_s: float) -> None:
        self._every_s = every_s
        self._waits: dict[str, tuple[float, float]] = {}
        """By partner: how long is waited now, and until when; for those whose place was not reached."""

    def due(self, partners: Sequence[str], now_s: float) -> list[str]:
        """Whom to meet now.

        Args:
            partners: all who can be met.
            now_s: on any clock that nobody sets back.
        """
        return [one for one in partners if one not in self._waits or self._waits[one][1] <= now_s + EARLY_S]

    def note(self, partner: str, *, reached: bool, now_s: float) -> None:
        """Whether the place was reached: where it was not, twice as long is waited as the last time."""
        if reached:
            self._waits.pop(partner, None)
            return
        waited, _until = self._waits.get(partner, (self._every_s / 2, 0.0))
        waits = min(2 * waited, MOST_S)
        self._waits[partner] = (waits, now_s + waits)

    def forget(self) -> None:
        """Somebody wants it now: everybody is due."""
        self._waits = {}

"""When slots that nobody uses may go: by a clock that has been steady for days, and never at once.

That a slot was used is written down as the clock shows it. Where the clock jumps ahead, all slots look old until they
are used again; so nothing goes for as long as it takes those who use theirs to come by. What a wrong clock wrote down
is put right by the next read or write, as each store does it.
"""

import logging
import time
from collections.abc import Callable

from sync.relay.slots import Store

DAY_S = 86_400.0
STEADY_FOR_S = 3 * DAY_S
"""Long enough for whoever looks now and then, short enough for a computer that starts again every week."""
JUMP_S = 3_600.0
"""A clock that is put right by less than this has not jumped."""
LOOKED_AT_EVERY_S = 60.0
"""The clock: it may jump there and back."""
FORGET_EVERY_S = 6 * 3_600.0

log = logging.getLogger("cairn.relay")


class Forgetting:
    """Takes slots away that were not used for so many days.

    Args:
        days: how long a slot stays that nobody writes or reads.
        clock: seconds as the computer shows them.
        passed: seconds that only ever go forward.
    """

    def __init__(
        self, store: Store, days: float, clock: Callable[[], float] = time.time,
        passed: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        self._store = store
        self._days = days
        self._clock = clock
        self._passed = passed
        # Where a slot stays for less, nothing is taken for older than it can be.
        self._steady_for_s = min(STEADY_FOR_S, days * DAY_S)
        self._due_s = self._apart_s = 0.0
        self._begin()

    async def look(self) -> int:
        """Let go what may go now; how many slots.

        Raises:
            NotNow, NoRoom: not at present.
        """
        ahead_s = self._clock() - self._passed() - self._apart_s
        if abs(ahead_s) > JUMP_S:
            log.warning("the clock of this computer has jumped: no slot goes for %.1f days", self._steady_for_s / DAY_S)
            self._begin()
        if self._passed() < self._due_s:
            return 0
        gone = await self._store.forget(self._days)
        self._due_s = self._passed() + FORGET_EVERY_S
        return gone

    def _begin(self) -> None:
        self._apart_s = self._clock() - self._passed()
        self._due_s = self._passed() + self._steady_for_s

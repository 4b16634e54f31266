"""When slots that nobody uses may go: by a clock that has been steady for days, and never at once.

That a slot was used is written down as the clock shows it. Where the clock jumps ahead, all slots look old until they
are used again; so nothing goes for as long as it takes those who use theirs to come by. What a wrong clock wrote down
is put right by the next read or write, as each store does it.

Since when the clock is steady stands in the store, in a slot of the relay's own that no capability opens: a relay that
starts again every night must not begin to count every night.
"""

import hashlib
import logging
import re
import sys
import time
from collections.abc import Callable
from contextlib import suppress

from sync.protocol.sizes import SLOT_ID, WIRE
from sync.relay.slots import Making, NoRoom, Store

DAY_S = 86_400.0
STEADY_FOR_S = 3 * DAY_S
"""Long enough for whoever looks now and then, short enough for a computer that starts again every week."""
JUMP_S = 3_600.0
"""A clock that is put right by less than this has not jumped."""
LOOKED_AT_EVERY_S = 60.0
"""The clock: it may jump there and back."""
FORGET_EVERY_S = 6 * 3_600.0
NOTED_EVERY_S = 3_600.0

NOTE = hashlib.sha256(b"cairn relay: since when its clock is steady").digest()[:SLOT_ID]
_OPENED_BY_NOTHING = b"\x01" * 32
"""Stands for the digest of a capability, and is that of none that anybody knows."""
_NOTED = re.compile(rb"([0-9]{1,15}) ([0-9]{1,15})\n\0*")

log = logging.getLogger("cairn.relay")


class Forgetting:
    """Takes slots away that were not used for so many days.

    Args:
        days: how long a slot stays that nobody writes or reads.
        clock: seconds as the computer shows them.
        passed: seconds that only ever go forward, while the computer sleeps as well.
    """

    def __init__(
        self, store: Store, days: float, clock: Callable[[], float] = time.time,
        passed: Callable[[], float] | None = None,
    ) -> None:  # fmt: skip
        self._store = store
        self._days = days
        self._clock = clock
        self._passed = passed or since_the_start_of_the_computer
        # Where a slot stays for less, nothing is taken for older than it can be.
        self._steady_for_s = min(STEADY_FOR_S, days * DAY_S)
        self._away_s = self._steady_for_s / 3
        """A relay that stood still or slept for longer may have been missed by those who use it."""
        self._since_s: float | None = None
        self._seen_s = self._seen_passed_s = 0.0
        self._due_s = self._note_due_s = self._passed()

    async def look(self) -> int:
        """Let go what may go now; how many slots.

        Raises:
            NotNow, NoRoom: not at present.
        """
        now_s, passed_s = self._clock(), self._passed()
        since_s = await self._steady_since(now_s, passed_s)
        if since_s != self._since_s:
            self._note_due_s = passed_s
        self._since_s, self._seen_s, self._seen_passed_s = since_s, now_s, passed_s
        if passed_s >= self._note_due_s:
            # Where there is no room, to let slots go is what makes some.
            with suppress(NoRoom):
                await self._note(since_s, now_s)
            self._note_due_s = passed_s + NOTED_EVERY_S
        if now_s - since_s < self._steady_for_s or passed_s < self._due_s:
            return 0
        gone = await self._store.forget(self._days)
        self._due_s = passed_s + FORGET_EVERY_S
        return gone

    async def _steady_since(self, now_s: float, passed_s: float) -> float:
        if self._since_s is None:
            since_s, seen_s = await self._noted() or (now_s, now_s)
        else:
            since_s, seen_s = self._since_s, self._seen_s
            if abs(now_s - seen_s - (passed_s - self._seen_passed_s)) > JUMP_S:
                days = self._steady_for_s / DAY_S
                log.warning("the clock of this computer has jumped: no slot goes for %.1f days", days)
                return now_s
        return since_s if -JUMP_S <= now_s - seen_s <= self._away_s else now_s

    async def _noted(self) -> tuple[float, float] | None:
        """Since when it was steady, and when that was last so; none where nobody wrote it down."""
        page = await self._store.get(NOTE, _OPENED_BY_NOTHING)
        found = _NOTED.fullmatch(page.body) if page else None
        return (float(found[1]), float(found[2])) if found else None

    async def _note(self, since_s: float, now_s: float) -> None:
        body = b"%d %d\n" % (max(0, since_s), max(0, now_s))
        making = Making(_OPENED_BY_NOTHING, only=False)
        await self._store.put(NOTE, _OPENED_BY_NOTHING, body.ljust(WIRE, b"\0"), making)


def since_the_start_of_the_computer() -> float:
    """In seconds, those among them in which it slept, where the system tells those."""
    return time.clock_gettime(time.CLOCK_BOOTTIME if sys.platform == "linux" else time.CLOCK_MONOTONIC)

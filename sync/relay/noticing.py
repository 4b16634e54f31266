"""Whoever runs a relay is told when its store is ill, and when it is well again: a line at each change, of no call."""

import logging
import time
from collections.abc import Callable

from sync.relay.slots import Damaged, NoRoom, NotNow

QUIET_S = 60.0
"""It is well once so long nobody was turned away for it: strangers cannot make it ill and well by turns."""

_NO_ANSWER = "the store does not answer: whoever needs it hears 503 until it does"
_NO_ROOM = "the store has no room: nothing is written until there is some"
_DAMAGED = (
    "the store is damaged: stop the relay, delete the file of the store with those beside it, and start the relay;"
    " both sides write their pages again"
)
_WELL = "the store is well again"
_ASKS = frozenset({"put", "get", "delete", "health"})
_KNOWN = frozenset({200, 201, 204, 304, 404, 409, 412})
"""What is answered once the store was asked."""
_WRITTEN = frozenset({200, 201})

log = logging.getLogger("cairn.relay")


class Noticing:
    """What was told of the store of one relay process.

    Args:
        now: seconds that only ever go forward.
    """

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._since: dict[str, float] = {}
        """What is wrong, and when somebody was last turned away for it."""

    def trouble(self, problem: NotNow | NoRoom) -> None:
        """Somebody was turned away."""
        match problem:
            case NoRoom():
                told = _NO_ROOM
            case Damaged():
                told = _DAMAGED
            case _:
                told = _NO_ANSWER
        if told not in self._since:
            log.warning(told)
        self._since[told] = self._now()

    def answered(self, call: str, status: int) -> None:
        """Somebody was not."""
        if not self._since or call not in _ASKS or status not in _KNOWN:
            return
        wrote = call == "put" and status in _WRITTEN
        over = self._now() - QUIET_S
        self._since = {
            told: at
            for told, at in self._since.items()
            # That there is room shows where something is written, and no file mends itself.
            if at > over or told == _DAMAGED or (told == _NO_ROOM and not wrote)
        }
        if not self._since:
            log.warning(_WELL)

"""How often: writes to a slot, slots made. Counted by the `limits` package, in the memory of this process alone.

Time is what has passed, not what a clock shows: a clock that jumps closes no slot.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil

from limits import RateLimitItem
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter

LOOKED_THROUGH_EVERY_S = 60.0


class TooOften(Exception):
    """Not before so many seconds have passed."""

    def __init__(self, seconds: int) -> None:
        super().__init__()
        self.seconds = seconds


@dataclass(slots=True)
class _Window:
    count: int
    ends: float


class PassingTime(Storage):
    """Counts by key, each until its window ends; what has ended is thrown away once a minute.

    Args:
        now: seconds that only ever go forward.
    """

    STORAGE_SCHEME = None
    base_exceptions = ()

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._now = now
        self._windows: dict[str, _Window] = {}
        self._looked_through = now()

    def __len__(self) -> int:
        return len(self._windows)

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        self._look_through()
        window = self._open(key)
        if window is None:
            window = self._windows[key] = _Window(0, self._now() + expiry)
        window.count += amount
        return window.count

    def get(self, key: str) -> int:
        window = self._open(key)
        return window.count if window else 0

    def get_expiry(self, key: str) -> float:
        window = self._open(key)
        return window.ends if window else self._now()

    def check(self) -> bool:
        return True

    def reset(self) -> int:
        gone = len(self._windows)
        self._windows.clear()
        return gone

    def clear(self, key: str) -> None:
        self._windows.pop(key, None)

    def _open(self, key: str) -> _Window | None:
        window = self._windows.get(key)
        return window if window is not None and window.ends > self._now() else None

    def _look_through(self) -> None:
        now = self._now()
        if now - self._looked_through >= LOOKED_THROUGH_EVERY_S:
            self._looked_through = now
            self._windows = {key: window for key, window in self._windows.items() if window.ends > now}


class Limit:
    """So many in so long for each. Counts what was done, never what was refused: strangers fill no memory.

    Args:
        item: how many in how long.
        now: seconds that only ever go forward.
    """

    def __init__(self, item: RateLimitItem, now: Callable[[], float] = time.monotonic) -> None:
        self._item = item
        self._now = now
        self._storage = PassingTime(now)
        self._limiter = FixedWindowRateLimiter(self._storage)
        self._under_way: Counter[str] = Counter()

    def __len__(self) -> int:
        return len(self._storage)

    @contextmanager
    def one_more(self, who: str) -> Iterator[Callable[[], None]]:
        """Do one more within the block, and call what it gives once it is done.

        Raises:
            TooOften: there were as many already, those that are under way among them.
        """
        self._under_way[who] += 1
        try:
            if not self._limiter.test(self._item, who, cost=self._under_way[who]):
                ends = self._limiter.get_window_stats(self._item, who).reset_time
                raise TooOften(max(1, ceil(ends - self._now())))
            yield lambda: self._count(who)
        finally:
            self._under_way[who] -= 1
            if not self._under_way[who]:
                del self._under_way[who]

    def _count(self, who: str) -> None:
        self._limiter.hit(self._item, who)

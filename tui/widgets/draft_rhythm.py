"""When a draft is kept: shortly after the last key, and now and then while somebody goes on typing."""

import time
from collections.abc import Callable

REST_S = 0.8
"""Pause after the last key. Source: screens.md, "The sections"."""

LONGEST_S = 5.0
"""Longest that words stay unkept while typing goes on. Source: the same."""


class DraftRhythm:
    """Says how long to wait until the next keeping. Holds no words and no timer."""

    def __init__(
        self,
        rest_s: float = REST_S,
        longest_s: float = LONGEST_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._rest_s = rest_s
        self._longest_s = longest_s
        self._clock = clock
        self._first: float | None = None
        self._last = 0.0

    def touched(self) -> None:
        """Something was typed."""
        self._last = self._clock()
        if self._first is None:
            self._first = self._last

    def kept(self) -> None:
        """Everything typed so far has been handed on."""
        self._first = None

    def wait_s(self) -> float | None:
        """Seconds until the words are due, 0 when they are; `None` when there is nothing to keep."""
        if self._first is None:
            return None
        due = min(self._last + self._rest_s, self._first + self._longest_s)
        return max(0.0, due - self._clock())

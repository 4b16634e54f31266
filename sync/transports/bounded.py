"""A look at a place that may never answer, such as a folder of a computer that went away: not waited for for ever.

No call to the file system can be broken off. So each look has a thread of its own, which holds up neither a key nor
the end of the process; and while one is still out that nobody waits for any more, its place is not looked at again,
so that stuck threads do not pile up.
"""

import asyncio
import threading
from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from sync.errors import NotReached

T = TypeVar("T")
LOOK_WITHIN_S = 20.0
"""Longer than a disk takes to wake, and no longer than somebody at a shell waits without a word."""
_LEFT_OUT: defaultdict[Path, set[Future[Any]]] = defaultdict(set)
"""By place: looks that nobody waits for any more. Of the process: each meeting makes its way to a place anew."""


async def within_time(place: Path, look: Callable[[], T]) -> T:
    """What a look gives, or raises.

    Args:
        place: what is looked at.
        look: called in a thread of its own.

    Raises:
        NotReached: no answer came within `LOOK_WITHIN_S`, or an earlier look is out there still.
    """
    if _LEFT_OUT[place]:
        raise NotReached
    answer: Future[T] = Future()
    # So that leaving it does not take it for one that has not begun.
    answer.set_running_or_notify_cancel()
    threading.Thread(target=_look, args=(look, answer), name="look", daemon=True).start()
    try:
        async with asyncio.timeout(LOOK_WITHIN_S):
            return await asyncio.wrap_future(answer)
    except TimeoutError:
        # One that was broken off, since somebody left, may well answer in a moment.
        _LEFT_OUT[place].add(answer)
        answer.add_done_callback(_LEFT_OUT[place].discard)
        raise NotReached from None


def _look(look: Callable[[], T], answer: Future[T]) -> None:
    with _HandedOn(answer):
        answer.set_result(look())


class _HandedOn:
    """Whatever goes wrong in a thread is raised where it is waited for, and ends here."""

    def __init__(self, answer: Future[Any]) -> None:
        self._answer = answer

    def __enter__(self) -> None:
        """Nothing to begin."""

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if problem is not None:
            self._answer.set_exception(problem)
        return True

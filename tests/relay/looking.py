"""Waiting for what tells nobody that it has come: a count, a file, another process."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")
LOOKS_EVERY_S = 0.01


async def until(look: Callable[[], Awaitable[T]], within_s: float) -> T:
    """What a look gives, once it gives something that counts as true.

    Raises:
        TimeoutError: it gave nothing of the kind within so many seconds.
    """
    async with asyncio.timeout(within_s):
        while True:
            if found := await look():
                return found
            await asyncio.sleep(LOOKS_EVERY_S)  # between two looks


async def until_so(is_so: Callable[[], object], within_s: float) -> None:
    """The same, where looking takes no time."""

    async def look() -> bool:
        return bool(is_so())

    await until(look, within_s)

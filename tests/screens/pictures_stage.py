"""What text pictures of screens need: every size, nothing left to chance, and a screen that has come to rest."""

import random
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import pytest

from journal.clock import Clock
from journal.paths import Home
from tests.screens.stage import Actor, opened, rest, until_shown

in_every_size = pytest.mark.parametrize("size", [(80, 24), (140, 45), (60, 20)], ids=["80x24", "140x45", "60x20"])


@asynccontextmanager
async def opened_without_chance(home: Home, clock: Clock, size: tuple[int, int]) -> AsyncIterator[Actor]:
    """The app with its journal open; a question drawn by chance would be another each time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(random.Random, "choice", _the_first)
        async with opened(home, clock, size) as pilot:
            yield pilot


def _the_first(_: random.Random, options: Sequence[Any]) -> Any:
    return options[0]


async def picture_after(pilot: Actor, keys: Sequence[str], words: str) -> str:
    """The picture after these keys, each pressed when the one before has come to rest; `words` must be on it."""
    await rest(pilot)
    for key in keys:
        await pilot.press(key)
        await rest(pilot)
    await until_shown(pilot, words)
    return await rest(pilot)

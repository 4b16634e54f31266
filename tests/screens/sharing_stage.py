"""Two people who have met, one of them before the screen: what the other sees is what their own journal holds."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from sync.carrying import meet
from sync.exchange import Exchange
from sync.records.pairs import Pairs
from tests.conftest import FixedClock
from tests.pages.conftest import around, met
from tests.pages.real_people import FOLDER, Side, Two
from tests.pages.real_people import opened as both_opened
from tests.screens.stage import Actor, opened, until, until_shown
from tui.screens.goal import GoalScreen
from tui.screens.goals import Goals
from tui.screens.sharing import ShareGoal

__all__ = ["around", "met", "two"]

T = TypeVar("T")

TITLE = "Get out most days [x]"
STEP = "ask Priya along"


@pytest.fixture
def two(around: Path) -> Iterator[Two]:
    """Both, open, meeting in this test's own folder: the app meets there too."""
    both = both_opened(around)
    for side in both.sides:
        Pairs(side.journal.connection).put(replace(side.pair, via=f"folder:{around / FOLDER}"))
    yield both
    both.close()


async def visit(*sides: Side) -> None:
    """Each looks in, in this order."""
    for side in sides:
        report = await meet(_here, Exchange(side.journal))
        assert report.problems == []


async def visit_in_turn(two: Two) -> None:
    """Both look in, as often as anything needs."""
    for _ in range(3):
        await visit(*two.sides)


async def _here(deed: Callable[[], T]) -> T:
    return deed()


@asynccontextmanager
async def before_the_screen(two: Two, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Actor]:
    """Ana's journal, with the app over it; the same journal stays open for the test to look into."""
    async with opened(two.ana.home, FixedClock(), size) as pilot:
        yield pilot


async def to_goal(pilot: Actor, words: str = TITLE) -> None:
    """The page of the first goal."""
    await pilot.press("3")
    await until(pilot, lambda: isinstance(pilot.app.screen, Goals))
    await until_shown(pilot, words)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
    await until_shown(pilot, words)


async def press_share(pilot: Actor) -> None:
    """The first of the keys, until the choices stand there."""
    await pilot.press("s")
    await until(pilot, lambda: isinstance(pilot.app.screen, ShareGoal))
    await until_shown(pilot, "the title and the next step")


def told(pilot: Actor) -> list[str]:
    """What was said in passing; a stage shows no toasts."""
    return [note.message for note in pilot.app._notifications]

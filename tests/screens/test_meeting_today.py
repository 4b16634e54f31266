"""Where sharing stands, on Today: in one line, and no more than that."""

import pytest

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from sync.consent.sharing import Sharing, Yes
from sync.records.pairs import Pairs
from tests.conftest import FixedClock
from tests.screens.meeting_stage import Other, brisk, folder, other, paired
from tests.screens.stage import desk_of, opened, picture, rest, until_shown
from tui.wording.meeting import shared_today

__all__ = ["brisk", "folder", "other"]

pytestmark = pytest.mark.usefixtures("brisk")


def share(journal: OpenJournal) -> str:
    (pair,) = Pairs(journal.connection).all()
    goal = journal.add_goal("Get out most days")
    sharing = Sharing(journal)
    yes = Yes("I choose to share this.", 1, "en", "y")
    return sharing.say_yes(sharing.offer(pair.partner, goal.id, ["title"]), yes).id


async def test_nothing_is_shared_to_begin_with(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await rest(pilot)
        assert "Shared: nothing" in picture(pilot.app.screen)


async def test_a_goal_that_is_shared_is_said_with_whom_and_one_that_is_paused_is_not(
    home: Home, clock: FixedClock, other: Other
) -> None:
    async with opened(home, clock) as pilot:
        await paired(pilot, other)
        shared = await desk_of(pilot).ask(share)
        await pilot.press("1")
        await until_shown(pilot, "Shared: 1 goal with Sam")
        await desk_of(pilot).ask(lambda journal: Sharing(journal).pause(shared))
        await pilot.press("4", "1")
        await until_shown(pilot, "Shared: nothing")


@pytest.mark.parametrize(
    ("goals", "names", "said"),
    [
        (1, ["Sam"], "Shared: 1 goal with Sam"),
        (2, ["Sam", "Noor"], "Shared: 2 goals with Sam and Noor"),
        (2, ["Sam", "Noor", "Ana"], "Shared: 2 goals with Sam, Noor and Ana"),
        (1, ["Sam", "Noor", "Ana", "Des"], "Shared: 1 goal with 4 people"),
    ],
)
def test_how_several_are_said(goals: int, names: list[str], said: str) -> None:
    assert shared_today(goals, names) == said

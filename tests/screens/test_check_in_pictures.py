"""Text pictures of Today in every style of answer, and of its lists. What they do is tested beside this."""

from dataclasses import replace

import pytest
from syrupy.assertion import SnapshotAssertion

from journal.domain.check_in import ToolUse
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import WORDS_CONFIRMED
from tests.conftest import FixedClock
from tests.screens.check_in_stage import FIVE, on_today
from tests.screens.pictures_stage import picture_after
from tests.screens.toolbox_stage import in_the_journal

SIZES = [(80, 24), (140, 45), (60, 20), (40, 12)]
STATES: dict[str, tuple[dict[str, str], tuple[str, ...], str]] = {
    "five questions": ({"dimensions": FIVE}, ("tab", "7"), "nearer in between than very good"),
    "five words": ({"scale": "words5_v1"}, ("tab", "4"), "good"),
    "three words": ({"scale": "easy3_v1"}, ("tab",), "3 good"),
    "easy": ({"easy": "on"}, (), "Hello"),
    "words alone": ({"scale": "words_only", "name": "Alex"}, (), "Hello, Alex."),
    "another day": ({}, ("ctrl+o",), "yesterday, or 2026-03-01"),
    "groups": ({}, ("f",), "lighter and calm"),
    "a group": ({}, ("f", "2", "enter", "2", "enter"), "Chosen: calm"),
    "what helped": ({}, ("w", "enter"), "not this time"),
    "saved": ({}, ("tab", "1", "tab", "4", "ctrl+s"), "Saved. Thank you"),
}
"""What was chosen, what is pressed, and words by which it is known to have come."""


def lived_in(journal: OpenJournal) -> None:
    """A goal with a step, and something of everything that Today shows."""
    goal = journal.add_goal("Get out most days")
    journal.add_step(goal.id, "ask Priya along on Tuesday")
    journal.add_thing("strength", {"text": "I listen well"})
    walk = journal.add_thing("tool", {"name": "a long walk"}).id
    journal.record_check_in(replace(journal.blank_check_in("yesterday"), mood=4, tools_used=(ToolUse(walk, "a_lot"),)))
    journal.choose(WORDS_CONFIRMED, "yes")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("state", STATES)
async def test_today_looks_as_it_did(
    state: str, size: tuple[int, int], home: Home, clock: FixedClock, snapshot: SnapshotAssertion
) -> None:
    choices, keys, words = STATES[state]
    in_the_journal(home, clock, lived_in)
    async with on_today(home, clock, size, **choices) as pilot:
        assert await picture_after(pilot, keys, words) == snapshot

"""Cut off anywhere, nothing is lost and nothing comes twice.

Between keeping and sending, between taking in and committing, in the middle of a rename: real kills, real journals, a
real folder. Source: security brief, E4.
"""

from pathlib import Path

import pytest

from tests.faults.injected import killed_at_each_step
from tests.pages.killed import SCENES
from tests.pages.real_people import Two
from tests.transports.memory import Memory, Misdeed, never

STEPS_LEAST = 25
SAMPLE = 7
"""Of as many steps, one; `make soak` takes every one."""


@pytest.mark.parametrize("scene", SCENES)
def test_a_visit_killed_on_its_way_loses_nothing_and_doubles_nothing(met: Path, tmp_path: Path, scene: str) -> None:
    last = killed_at_each_step("tests.pages.killed", str(met), str(tmp_path), scene, first=3, every=SAMPLE)
    assert last >= STEPS_LEAST


@pytest.mark.soak
@pytest.mark.parametrize("scene", SCENES)
def test_a_visit_killed_at_any_step_loses_nothing_and_doubles_nothing(met: Path, tmp_path: Path, scene: str) -> None:
    last = killed_at_each_step("tests.pages.killed", str(met), str(tmp_path), scene, first=1, every=1)
    assert last >= STEPS_LEAST


@pytest.mark.parametrize("misdeed", [Misdeed.GONE, Misdeed.LOSE, Misdeed.LIE, Misdeed.DELAY])
def test_a_page_that_did_not_arrive_is_written_again_until_it_does(two: Two, misdeed: Misdeed) -> None:
    memory = Memory()
    two.ana.place = two.sam.place = memory
    two.visit_in_turn()
    number = two.ana.standing.number
    two.ana.share("Get out most days")
    two.ana.encourage("hello")
    memory.does = lambda asked: asked is misdeed
    for _ in range(3):
        two.ana.visit()
        two.sam.visit()
    assert two.sam.titles == []
    memory.does = never
    two.visit_in_turn()
    assert two.sam.titles == ["Get out most days"]
    assert two.sam.letters == ["hello"]
    assert two.ana.standing.number > number

"""A meeting whose cairn is killed on its way goes on to its end: one partner each, and old words do nothing."""

from pathlib import Path

import pytest

from journal.paths import Home
from tests.faults.injected import killed_at_each_step
from tests.pairing.killed import SCENES

STEPS_LEAST = 15
SAMPLE = 23
"""Of as many steps, one; `make soak` takes every one."""


@pytest.mark.parametrize("scene", ["0 invite", "1 join", "6 sam_says_so", "new words"])
def test_a_meeting_that_is_killed_on_its_way_goes_on(template_home: Home, tmp_path: Path, scene: str) -> None:
    last = killed_at_each_step(
        "tests.pairing.killed", str(template_home.root), str(tmp_path), scene, first=5, every=SAMPLE
    )
    assert last >= STEPS_LEAST


@pytest.mark.soak
@pytest.mark.parametrize("scene", SCENES)
def test_a_meeting_that_is_killed_at_any_step_goes_on(template_home: Home, tmp_path: Path, scene: str) -> None:
    journal, place = str(template_home.root), str(tmp_path)
    last = killed_at_each_step("tests.pairing.killed", journal, place, scene, first=1, every=1)
    assert last >= STEPS_LEAST

"""A meeting whose cairn is killed on its way goes on to its end: one partner each, and old words do nothing."""

import json
import subprocess
from pathlib import Path

import pytest

from journal.paths import Home
from tests.faults.injected import ROOT, python, quiet_environment
from tests.pairing.killed import SCENES

STEPS_LEAST = 15
SAMPLE = 23
"""Of as many steps, one; `make soak` takes every one."""


@pytest.mark.parametrize("scene", ["0 invite", "1 join", "6 sam_says_so", "new words"])
def test_a_meeting_that_is_killed_on_its_way_goes_on(template_home: Home, tmp_path: Path, scene: str) -> None:
    check_kills(template_home, tmp_path, scene, first=5, every=SAMPLE)


@pytest.mark.soak
@pytest.mark.parametrize("scene", SCENES)
def test_a_meeting_that_is_killed_at_any_step_goes_on(template_home: Home, tmp_path: Path, scene: str) -> None:
    check_kills(template_home, tmp_path, scene, first=1, every=1)


def check_kills(template: Home, tmp_path: Path, scene: str, first: int, every: int) -> None:
    done = subprocess.run(
        python("tests.pairing.killed", str(template.root), str(tmp_path), scene, str(first), str(every)),
        env=quiet_environment(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert told["wrong"] == {}
    assert told["killed_at"][-1] >= STEPS_LEAST

"""The model of slot, page, epochs and ending, searched whole by spin; and each rule taken away, which spin must notice.

It is `docs/model/pages.pml`. `.ci/run` brings spin and a C compiler.
"""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.faults.injected import ROOT

MODEL = ROOT / "docs" / "model" / "pages.pml"
SEARCH_S = 300
MEMORY_MB = 1024
DEPTH = 100_000
EVERY_STATE, ARRIVES, ENDS = "every state", "arrives", "ends"
LARGE = {"NUMBERS": 2, "EPOCHS": 3}
SMALL = {"NUMBERS": 2, "EPOCHS": 2}
FEW = {"NUMBERS": 1, "EPOCHS": 2}
LONG = {"NUMBERS": 1, "EPOCHS": 3}


@dataclass(frozen=True)
class Found:
    """What a search came to."""

    errors: int
    states: int
    said: str


def search(work: Path, claim: str, *taken_away: str, **sizes: int) -> Found:
    """Make the searcher and let it search, within its seconds and its memory."""
    shutil.copy(MODEL, work)
    defines = [f"-D{name}" for name in taken_away] + [f"-D{name}={size}" for name, size in sizes.items()]
    made = subprocess.run(["spin", *defines, "-a", MODEL.name], cwd=work, capture_output=True, text=True, check=False)
    assert made.returncode == 0, made.stdout
    options = ["-O1", "-w", "-DCOLLAPSE", f"-DMEMLIM={MEMORY_MB}"] + ["-DNOCLAIM"] * (claim == EVERY_STATE)
    subprocess.run(["gcc", *options, "-o", "pan", "pan.c"], cwd=work, check=True)
    fair = [] if claim == EVERY_STATE else ["-a", "-f", "-N", claim]
    done = subprocess.run(
        ["./pan", f"-m{DEPTH}", "-w20", *fair], cwd=work, capture_output=True, text=True, timeout=SEARCH_S, check=False
    )
    errors = re.search(r"errors: (\d+)", done.stdout)
    states = re.search(r"(\d+(?:\.\d+e\+\d+)?) states, stored", done.stdout)
    assert errors, done.stdout
    assert states, done.stdout
    return Found(int(errors[1]), int(float(states[1])), done.stdout)


@pytest.mark.parametrize(
    ("claim", "sizes", "states_least"),
    [(EVERY_STATE, SMALL, 80_000), (ARRIVES, FEW, 20_000), (ENDS, FEW, 20_000)],
    ids=[EVERY_STATE, ARRIVES, ENDS],
)
def test_the_model_holds(tmp_path: Path, claim: str, sizes: dict[str, int], states_least: int) -> None:
    assert_holds(search(tmp_path, claim, **sizes), states_least)


@pytest.mark.soak
@pytest.mark.parametrize(
    ("claim", "sizes", "states_least"),
    [(EVERY_STATE, LARGE, 500_000), (ARRIVES, SMALL, 150_000), (ENDS, SMALL, 150_000)],
    ids=[EVERY_STATE, ARRIVES, ENDS],
)
def test_the_larger_model_holds(tmp_path: Path, claim: str, sizes: dict[str, int], states_least: int) -> None:
    assert_holds(search(tmp_path, claim, **sizes), states_least)


def assert_holds(found: Found, states_least: int) -> None:
    assert found.errors == 0, found.said
    assert "Search not completed" not in found.said
    assert "max search depth too small" not in found.said
    assert found.states > states_least


WEAKENED = {
    "ROTATE_WITHOUT_ANSWER": (EVERY_STATE, LONG, "assertion violated"),
    "FORGET_AT_ONCE": (EVERY_STATE, FEW, "assertion violated"),
    "ACCEPT_OLD": (EVERY_STATE, SMALL, "assertion violated"),
    "TRUST_THE_PLACE": (ARRIVES, FEW, "acceptance cycle"),
    "ANSWER_NOTHING": (ARRIVES, SMALL, "acceptance cycle"),
    "KEYS_WITH_WORDS_ALONE": (ARRIVES, FEW, "acceptance cycle"),
}


@pytest.mark.parametrize("taken_away", WEAKENED)
def test_the_model_without_a_rule_fails(tmp_path: Path, taken_away: str) -> None:
    claim, sizes, said = WEAKENED[taken_away]
    found = search(tmp_path, claim, taken_away, **sizes)
    assert found.errors == 1
    assert said in found.said


def test_every_rule_that_can_be_taken_away_is() -> None:
    switches = set(re.findall(r"^#ifn?def ([A-Z_]+)$", MODEL.read_text(), re.MULTILINE))
    assert switches - {"NUMBERS", "EPOCHS", "FAULTS", "PATIENCE"} == set(WEAKENED)

"""The relay against its own description: whatever is sent, nothing falls over, and it answers as it says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.relay.served import ROOT, place_of, process, told_to_leave

HERE = Path(__file__).parent
_WAIT, _WRITES = "1", "100000"


def tried(store: str, seconds: int, examples: int) -> tuple[int, str]:
    """What schemathesis says after so long, with the checks of schemathesis.toml: its exit code, and its report."""
    with process(store, CAIRN_RELAY_WAIT_S=_WAIT, CAIRN_RELAY_WRITES_A_MINUTE=_WRITES) as begun:
        call = [
            sys.executable, "-m", "schemathesis.cli", f"--config-file={HERE / 'schemathesis.toml'}", "run",
            f"{place_of(begun)}/openapi.json", "--phases=coverage,fuzzing,stateful",
            f"--max-time={seconds}", f"--max-examples={examples}", "--seed=1", "--output-truncate=true", "--no-color",
        ]  # fmt: skip
        environment = {
            "PATH": os.environ["PATH"], "HOME": os.environ.get("HOME", "/"), "PYTHONPATH": str(ROOT),
            "SCHEMATHESIS_HOOKS": "tests.relay.openapi_hooks",
        }  # fmt: skip
        done = subprocess.run(
            call, cwd=ROOT, env=environment, capture_output=True, text=True, errors="replace", check=False,
            timeout=seconds + 120,
        )  # fmt: skip
        code, told = told_to_leave(begun)
    assert code == 0
    assert "fault" not in told
    return done.returncode, done.stdout + done.stderr


def test_what_it_says_of_itself_is_so(tmp_path: Path) -> None:
    code, said = tried(f"sqlite:{tmp_path / 'slots.db'}", 10, 10)
    assert code == 0, said[-5_000:]
    assert "Tested: 6" in said
    # However little time there is, some of it is for calls that follow from each other.
    assert "Stateful (in" in said


@pytest.mark.soak
def test_what_it_says_of_itself_is_so_for_20_minutes(tmp_path: Path) -> None:
    # In rounds: with more examples than that, single calls take nearly all of the time.
    code, said = tried(f"sqlite:{tmp_path / 'slots.db'}", 1_200, 200)
    assert code == 0, said[-5_000:]
    print(said[said.index("= SUMMARY =") :])

"""What a call answered: its document, or the one sentence it was refused with."""

import json
from subprocess import CompletedProcess
from typing import Any


def answer(done: "CompletedProcess[str]") -> Any:
    """The document of a call that was made with `--json` and worked."""
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def refused(done: "CompletedProcess[str]", code: int) -> dict[str, str]:
    """The error document of a call that was made with `--json`."""
    assert done.returncode == code, done.stdout + done.stderr
    assert done.stdout == ""
    told: dict[str, str] = json.loads(done.stderr)["error"]
    assert set(told) == {"code", "message", "hint"}
    return told

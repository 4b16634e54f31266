"""cairn with less patience for a place: `python -m tests.faults.hurried SECONDS ARGUMENT…`."""

import subprocess
import sys

from journal.paths import Home
from sync.transports import bounded
from tests.conftest import cairn_environment
from tests.faults.injected import ROOT, python
from tui.cli import main

LONG_S = 60.0
"""A command that takes longer never ends."""


def in_a_hurry(
    home: Home, *arguments: str, words: str = "", seconds: float = 0.2
) -> "subprocess.CompletedProcess[str]":
    """Run cairn in a process of its own, to its end."""
    return subprocess.run(
        python("tests.faults.hurried", "0.2", *arguments),
        input=words,
        env={**cairn_environment(home), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=LONG_S,
        check=False,
    )


if __name__ == "__main__":
    bounded.LOOK_WITHIN_S = float(sys.argv[1])
    sys.exit(main(sys.argv[2:]))

"""Run cairn as an ordinary user: `python -m tests.faults.as_nobody UID ARGUMENT…`.

Everything is imported first, by whoever may read the source; then, if that is root, the process becomes the
ordinary user and never comes back.
"""

import subprocess
import sys

from journal.paths import Home
from tests.conftest import cairn_environment
from tests.faults.injected import ROOT
from tests.faults.nursery import become, import_everything
from tui.cli import main

NOBODY = 65534


def command(*arguments: str) -> list[str]:
    """The command line of cairn as nobody."""
    return [sys.executable, "-P", "-m", "tests.faults.as_nobody", str(NOBODY), *arguments]


def environment(home: Home, **more: str) -> dict[str, str]:
    """Its variables."""
    return {**cairn_environment(home, **more), "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"}


def as_an_ordinary_user(home: Home, *arguments: str, words: str = "") -> "subprocess.CompletedProcess[str]":
    """Run cairn as nobody, where the tests are run by root, whom no mode stops."""
    return subprocess.run(
        command(*arguments),
        input=words,
        env=environment(home),
        cwd="/",
        capture_output=True,
        text=True,
        check=False,
    )


if __name__ == "__main__":
    import_everything()
    become(int(sys.argv[1]))
    sys.exit(main(sys.argv[2:]))

"""A folder that never answers, under a real screen: whoever leaves or locks waits for nothing of it."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.paths import Home
from tests.commands.two_homes import two_people
from tests.conftest import PASSPHRASE, Cairn
from tests.faults.disks import silent_disk
from tests.terminal.conftest import OpenTerminal
from tests.terminal.tmux import PATIENCE_S, Terminal

AT_ONCE_S = 5.0
"""Much less than a look at a place is given."""
_LOOK_AGAIN_S = 0.05


def leave(terminal: Terminal) -> None:
    terminal.keys("C-q")
    assert terminal.wait_for_code() == 0


def lock(terminal: Terminal) -> None:
    terminal.keys("C-l")
    terminal.wait_for("Passphrase")


@pytest.mark.soak
@pytest.mark.parametrize("go", [leave, lock])
def test_whoever_goes_while_a_folder_does_not_answer_has_gone_at_once(
    terminal: OpenTerminal, cairn: Cairn, template_home: Home, tmp_path: Path, go: Callable[[Terminal], None]
) -> None:
    two = two_people(cairn, template_home, tmp_path)
    two.invited()
    with silent_disk(two.between):
        opened = terminal(at=two.ana.home, CAIRN_PASSPHRASE_COMMAND=f"echo '{PASSPHRASE}'")
        opened.wait_for("Hello.")
        wait_until_it_looks(opened)
        began = time.monotonic()
        go(opened)
        assert time.monotonic() - began < AT_ONCE_S


def wait_until_it_looks(terminal: Terminal) -> None:
    """Until a thread of it waits for that file system."""
    ends = time.monotonic() + PATIENCE_S
    (process,) = terminal.program_ids()
    while not any("fuse" in path.read_text() for path in Path(f"/proc/{process}/task").glob("*/wchan")):
        assert time.monotonic() < ends, "it never looked"
        time.sleep(_LOOK_AGAIN_S)

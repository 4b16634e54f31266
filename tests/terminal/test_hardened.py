"""No core file, and no other process may look in: from the first line on, and again in the process after a lock."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from journal.paths import Home
from tests.faults.as_nobody import NOBODY, command, environment
from tests.faults.injected import ROOT, STRACE, watching
from tests.terminal.conftest import OpenTerminal
from tests.terminal.test_journeys import unlock
from tests.terminal.tmux import CAIRN

_CORE = re.compile(r"^Max core file size +(\d+) +(\d+) ", re.MULTILINE)
NOT_DUMPABLE = "prctl(PR_SET_DUMPABLE, SUID_DUMP_DISABLE"
OPEN = (
    "import sys; from tests.faults.nursery import become; become(int(sys.argv[1])); "
    "print('ready', file=sys.stderr, flush=True); input()"
)


def core_limits_of(process: int) -> tuple[int, int]:
    """The soft and the hard limit of a core file's size, in bytes."""
    found = _CORE.search(Path(f"/proc/{process}/limits").read_text())
    assert found
    return int(found[1]), int(found[2])


@contextmanager
def waiting(arguments: list[str], variables: dict[str, str]) -> Iterator[int]:
    """A process that has said it is ready, and waits."""
    with subprocess.Popen(
        arguments, env=variables, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"ready\n"
        yield process.pid
        process.kill()


def owner_of(process: int) -> int:
    """Whom the system lets look into a process: root, where the process forbids it."""
    return Path(f"/proc/{process}/mem").stat().st_uid


def test_a_command_forbids_core_files_and_to_look_into_it_before_it_asks_for_the_passphrase(reachable: Home) -> None:
    waits = reachable.root.parent / "waits"
    os.mkfifo(waits)
    for path in (waits, reachable.root, *reachable.root.rglob("*")):
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
    variables = environment(reachable, CAIRN_PASSPHRASE_COMMAND=f"echo ready >&2; read line < '{waits}'")
    with waiting(command("show"), variables) as process:
        assert core_limits_of(process) == (0, 0)
        assert owner_of(process) == 0
        # The shell that waits is not ours to end; it goes on when somebody comes.
        waits.write_bytes(b"\n")


def test_a_process_of_the_same_user_that_does_not_forbid_it_could_be_looked_into(reachable: Home) -> None:
    """That the test above can fail."""
    arguments = [sys.executable, "-P", "-c", OPEN, str(NOBODY)]
    with waiting(arguments, environment(reachable)) as process:
        assert owner_of(process) == (NOBODY if os.geteuid() == 0 else os.geteuid())


def test_the_process_after_a_lock_forbids_both_again(terminal: OpenTerminal, tmp_path: Path) -> None:
    """The system lets the first go when another program takes the process over."""
    log = tmp_path / "calls"
    cairn = terminal([STRACE, "-f", "-o", str(log), *watching("execve", "prctl"), *CAIRN])
    unlock(cairn)
    cairn.keys("C-l")
    cairn.wait_for("Locked.")

    calls = [line for line in log.read_text().splitlines() if "execve(" in line or NOT_DUMPABLE in line]
    process = calls[0].split()[0]
    own = [line for line in calls if line.split()[0] == process]
    assert len(own) == 4
    assert "--locked" in own[2]
    assert [NOT_DUMPABLE in line and line.endswith("= 0") for line in (own[1], own[3])] == [True, True]
    assert core_limits_of(int(process)) == (0, 0)

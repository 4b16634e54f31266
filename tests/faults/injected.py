"""One fault at one chosen call of a process: killed there, or told that the disk is full or broken.

Python cannot see what the engine itself writes, so strace does it: `-e inject` at the n-th call of a name. strace
counts calls by name and by thread, and everything here that touches a file is done by the main thread.
"""

import json
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
STRACE = shutil.which("strace") or "strace"
CHANGING = (
    "openat",
    "mkdir",
    "rename",
    "link",
    "unlink",
    "unlinkat",
    "rmdir",
    "ftruncate",
    "fchmod",
    "chmod",
    "write",
    "pwrite64",
    "sendfile",
    "copy_file_range",
    "fsync",
    "fdatasync",
)
"""The calls that can change what is on a disk, as this program makes them."""

KILL = "signal=SIGKILL"
DISK_FULL = "error=ENOSPC"
DISK_BROKEN = "error=EIO"

_QUICKLY = "--seccomp-bpf"
_CALL = re.compile(r"^(\d+) +(\w+)\((.*)$")


@dataclass(frozen=True)
class Call:
    """One call of a process that touches the folder in question."""

    name: str
    nth: int
    """Counted from 1 among the main thread's calls of this name."""
    line: str
    """As strace wrote it."""


@dataclass(frozen=True)
class Fault:
    """What happens at which call. `when` is strace's: `3` the third, `3+` the third and every later one."""

    name: str
    when: str
    effect: str

    def __str__(self) -> str:
        return f"{self.effect.partition('=')[2]} at {self.name} {self.when}"


def python(module: str, *arguments: str) -> list[str]:
    """A command line of this Python."""
    return [sys.executable, "-P", "-m", module, *arguments]


def quiet_environment(**more: str) -> dict[str, str]:
    """What a process needs, so that it makes the same calls each time and writes no bytecode."""
    return {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "LANG": "C.UTF-8",
        "TZ": "Europe/London",
        **more,
    }


def calls_in(log: Path, folder: Path) -> list[Call]:
    """The calls of a watched process that touch a folder, in their order."""
    counted: Counter[str] = Counter()
    calls, main_thread = [], ""
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        found = _CALL.match(line)
        if not found:
            continue
        main_thread = main_thread or found[1]
        if found[1] == main_thread and found[2] in CHANGING:
            counted[found[2]] += 1
            if str(folder) in found[3] and not _only_reads(found[2], found[3]):
                calls.append(Call(found[2], counted[found[2]], line))
    return calls


def watching_calls() -> list[str]:
    """Options of strace to see every call that can change what is on a disk."""
    return watching(*CHANGING)


def injecting(fault: Fault) -> list[str]:
    """Options of strace that let a fault happen."""
    return ["-e", f"trace={fault.name}", "-e", f"inject={fault.name}:{fault.effect}:when={fault.when}"]


def with_fault(command: Sequence[str], fault: Fault, log: Path) -> list[str]:
    """The command line that runs a command and lets the fault happen to it."""
    # With its quick way of stopping, strace never delivers the signal it was told to.
    quickly = [] if fault.effect == KILL else [_QUICKLY]
    return [STRACE, "-f", *quickly, "-o", str(log), *injecting(fault), *command]


def watching(*names: str) -> list[str]:
    """Options of strace to see these calls with the names of their files.

    cairn forbids other processes to look into it, and then only root may. For anybody else strace says "done" to
    that one call and leaves it out.
    """
    if os.geteuid() == 0:
        return ["-e", f"trace={','.join(names)}"]
    return ["-e", f"trace={','.join(('prctl', *names))}", "-e", "inject=prctl:retval=0"]


def struck(log: Path) -> bool:
    """Whether the fault happened: the process may have come to its end before."""
    told = log.read_text(encoding="utf-8", errors="replace")
    return "(INJECTED)" in told or "+++ killed by SIGKILL +++" in told


def _only_reads(name: str, rest: str) -> bool:
    """An opening that can neither make nor change a file."""
    return name == "openat" and not any(flag in rest for flag in ("O_CREAT", "O_WRONLY", "O_RDWR", "O_TRUNC"))


def killed_at_each_step(module: str, *arguments: str, first: int, every: int) -> int:
    """Run a module that kills itself at one step after the other, and looks at what is left; gives the last step.

    Args:
        module: prints `{"killed_at": [STEP, ...], "wrong": {STEP: WHAT, ...}}`.
        arguments: what it takes.
        first: the first step.
        every: of as many steps, one.
    """
    done = subprocess.run(
        python(module, *arguments, str(first), str(every)),
        env=quiet_environment(),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    told = json.loads(done.stdout)
    assert told["wrong"] == {}
    return int(told["killed_at"][-1])

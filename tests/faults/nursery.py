"""A process that has everything loaded and forks a child for each deed: `python -m tests.faults.nursery DESCRIPTOR`.

A child is born in milliseconds, so that it can be stopped at every one of its calls, thousands of times. It is held
before its first step until somebody lets it go on, and what it does from there is the same each time. No key
derivation costs anything here: what is tried is what comes to the disk. The program as it is installed is killed
too, in `test_kills`.

On the descriptor, a socket that keeps messages apart, come JSON documents: `deed` (a name of `deeds.DEEDS`, or
`cairn`), `arguments`, `environment`, `mask` and `user` (0: whoever runs the tests), with the child's standard input,
output and errors beside it, which is answered by the number of the child; or `await` with that number, which is
answered by its exit code.
"""

import ctypes
import importlib
import json
import os
import pkgutil
import signal
import socket
import sys
import traceback
from typing import Any, NoReturn

import journal
import tui.commands
from journal.vault import key_slots
from tests.faults.deeds import DEEDS, perform
from tests.vault.quick_argon2 import QuickArgon2id
from tui.cli import main as cairn

LONGEST_MESSAGE = 1 << 16
_PR_SET_PTRACER, _PR_SET_DUMPABLE = 0x59616D61, 4
"""From Linux's <sys/prctl.h>."""
_ANYBODY = ctypes.c_ulong(-1)


def import_everything() -> None:
    """What any deed would import when it comes to it."""
    for package in (journal, tui.commands):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.endswith((".screen", ".demo")):
                importlib.import_module(module.name)
    for name in ("mnemonic", "tzlocal", "platformdirs", "resource", "subprocess", "concurrent.futures.thread"):
        importlib.import_module(name)


def become(user: int) -> None:
    """Give up root for good, and be as open to others as a process of that user's own would be."""
    if user and os.geteuid() == 0:
        os.setgroups([])
        os.setgid(user)
        os.setuid(user)
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 1, 0, 0, 0)


def serve(requests: socket.socket) -> None:
    """Answer until whoever asks has gone."""
    while True:
        message, descriptors, _, _ = socket.recv_fds(requests, LONGEST_MESSAGE, 3)
        if not message:
            return
        request = json.loads(message)
        if "await" in request:
            answer = {"code": os.waitstatus_to_exitcode(os.waitpid(request["await"], 0)[1])}
        else:
            answer = {"child": _born(request, descriptors, requests)}
            for descriptor in descriptors:
                os.close(descriptor)
        requests.send(json.dumps(answer).encode())


def _born(request: dict[str, Any], descriptors: list[int], requests: socket.socket) -> int:
    child = os.fork()
    if child == 0:
        requests.close()
        _live(request, descriptors)
    # Its first sign of life is that it holds still.
    os.waitpid(child, os.WUNTRACED)
    return child


def _live(request: dict[str, Any], descriptors: list[int]) -> NoReturn:
    """Be the child, to its end."""
    code = 1
    try:
        for standard, descriptor in enumerate(descriptors):
            os.dup2(descriptor, standard)
            os.close(descriptor)
        # Those of the nursery remember whether they were files.
        sys.stdin, sys.stdout = (
            os.fdopen(number, mode, encoding="utf-8", closefd=False) for number, mode in ((0, "r"), (1, "w"))
        )
        sys.stderr = os.fdopen(2, "w", buffering=1, encoding="utf-8", closefd=False)
        os.environ.clear()
        os.environ.update(request["environment"])
        os.umask(request["mask"])
        become(request["user"])
        # Where otherwise only an ancestor may look into a process, strace may look into this one.
        ctypes.CDLL(None).prctl(_PR_SET_PTRACER, _ANYBODY, 0, 0, 0)
        os.kill(os.getpid(), signal.SIGSTOP)
        arguments = request["arguments"]
        code = cairn(arguments) if request["deed"] == "cairn" else perform(DEEDS[request["deed"]], *arguments)
        sys.stdout.flush()
    except SystemExit as leaving:
        code = int(leaving.code or 0)
    except BaseException:  # noqa: BLE001  # what nobody expected must not go on as a second nursery
        traceback.print_exc()
    finally:
        os._exit(code)


def main() -> None:
    # A double that costs nothing, for tests; the program itself has no such switch.
    vars(key_slots)["Argon2id"] = QuickArgon2id
    import_everything()
    serve(socket.socket(fileno=int(sys.argv[1])))


if __name__ == "__main__":
    main()

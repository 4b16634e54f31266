"""The nursery as the tests see it: a child for each deed, undisturbed, watched, or with a fault at one of its calls."""

import json
import os
import signal
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from tests.faults.injected import (
    ROOT,
    STRACE,
    Call,
    Fault,
    calls_in,
    injecting,
    python,
    quiet_environment,
    watching_calls,
)
from tests.faults.nursery import LONGEST_MESSAGE

OPEN_MASK = 0o022
"""What most people's shells set."""


@dataclass(frozen=True)
class Done:
    """How a deed ended: its exit code (below zero: the signal that killed it) and what it printed."""

    code: int
    said: bytes
    told: bytes


class Child:
    """One deed, held before its first step until `go`."""

    def __init__(self, nursery: "Nursery", number: int) -> None:
        self.number = number
        self._nursery = nursery
        self._strace: subprocess.Popen[bytes] | None = None

    def watch(self, options: Sequence[str], log: Path) -> None:
        """Let strace attach; from here on it sees every call."""
        command = [STRACE, "-f", *options, "-o", str(log), "-p", str(self.number)]
        self._strace = subprocess.Popen(command, stderr=subprocess.PIPE)
        assert self._strace.stderr is not None
        said = self._strace.stderr.readline()
        assert b"attached" in said, said

    def go(self) -> None:
        os.kill(self.number, signal.SIGCONT)

    def kill(self) -> None:
        os.kill(self.number, signal.SIGKILL)

    def ended(self) -> int:
        """Wait for its end, and for strace to have written everything down."""
        code = self._nursery.ended(self.number)
        if self._strace is not None:
            self._strace.communicate()
        return code


class Nursery:
    """One process for a whole run of the tests."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        command = python("tests.faults.nursery", str(theirs.fileno()))
        environment = quiet_environment()
        # It writes its bytecode once, for the next nursery.
        del environment["PYTHONDONTWRITEBYTECODE"]
        self._process = subprocess.Popen(command, env=environment, cwd=ROOT, pass_fds=[theirs.fileno()])
        theirs.close()

    def close(self) -> None:
        self._socket.close()
        self._process.wait()

    def ended(self, child: int) -> int:
        self._socket.send(json.dumps({"await": child}).encode())
        return int(json.loads(self._socket.recv(LONGEST_MESSAGE))["code"])

    def bear(
        self,
        deed: Sequence[str],
        streams: Sequence[IO[bytes]],
        environment: Mapping[str, str] | None = None,
        mask: int = OPEN_MASK,
        user: int = 0,
    ) -> Child:
        """A child that will do a deed: its name and arguments.

        Args:
            deed: a name of `deeds.DEEDS`, or `cairn`, and its arguments.
            streams: standard input, output and errors.
            environment: its variables.
            mask: its umask at the beginning.
            user: who it is; 0 for whoever runs the tests.
        """
        name, *arguments = deed
        request = {
            "deed": name,
            "arguments": arguments,
            "environment": dict(environment or quiet_environment()),
            "mask": mask,
            "user": user,
        }
        descriptors = [stream.fileno() for stream in streams]
        socket.send_fds(self._socket, [json.dumps(request).encode()], descriptors)
        return Child(self, int(json.loads(self._socket.recv(LONGEST_MESSAGE))["child"]))

    def run(
        self,
        deed: Sequence[str],
        *,
        words: str = "",
        fault: Fault | None = None,
        watching: Sequence[str] = (),
        log: Path | None = None,
        environment: Mapping[str, str] | None = None,
        mask: int = OPEN_MASK,
        user: int = 0,
    ) -> Done:
        """Do a deed from its beginning to its end, or to the fault; of that, and of what is watched, `log` tells."""
        with _held(words) as (streams, outcome):
            child = self.bear(deed, streams, environment, mask, user)
            options = watching if fault is None else injecting(fault)
            if options and log is not None:
                child.watch(options, log)
            child.go()
            said, told = outcome()
            return Done(child.ended(), said, told)

    def calls(
        self,
        deed: Sequence[str],
        folder: Path,
        log: Path,
        *,
        words: str = "",
        environment: Mapping[str, str] | None = None,
    ) -> list[Call]:
        """Let a deed run undisturbed, and list its calls that touch a folder, in their order."""
        done = self.run(deed, words=words, watching=["-y", *watching_calls()], log=log, environment=environment)
        assert done.code == 0, done.told
        return calls_in(log, folder)


@contextmanager
def _held(words: str) -> Iterator[tuple[list[IO[bytes]], Callable[[], tuple[bytes, bytes]]]]:
    """Streams for a child, and what gives its output and errors when it has let go of them.

    They are pipes, which are no files: what a child prints is not what it writes.
    """
    with ExitStack() as stack:
        into = stack.enter_context(tempfile.TemporaryFile())
        into.write(words.encode())
        into.seek(0)
        pipes = [os.pipe() for _ in range(2)]
        readers = [stack.enter_context(os.fdopen(reading, "rb")) for reading, _ in pipes]
        writers = [stack.enter_context(os.fdopen(writing, "wb")) for _, writing in pipes]

        def outcome() -> tuple[bytes, bytes]:
            for writer in writers:
                writer.close()
            return readers[0].read(), readers[1].read()

        yield [into, *writers], outcome

"""cairn as its own process: run to its end, or watched in a pseudo-terminal until a word appears."""

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import sysconfig
import termios
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from benchmarks.journals import PASSPHRASE, BenchJournal

ROOT = Path(__file__).parents[1]
CAIRN = Path(sysconfig.get_path("scripts")) / "cairn"
CHECK_IN = (str(CAIRN), "check-in", "--mood", "6", "--hope", "7")
LINES, COLUMNS = 24, 80
PATIENCE_S = 60.0


class NotMeasured(Exception):
    """A process did not do what it was started for, so there is nothing to measure."""


def environment_of(journal: BenchJournal) -> dict[str, str]:
    """What a process needs, and nothing of whoever runs the benchmark."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(journal.home.root),
        "TZ": "Europe/London",
        "LANG": "C.UTF-8",
        "TERM": "xterm-256color",
        "CAIRN_HOME": str(journal.home.root),
    }


def time_check_in(journal: BenchJournal) -> float:
    """Seconds from starting `cairn check-in --mood 6 --hope 7` to its end.

    The passphrase waits on a descriptor: what a password manager's own command takes is not cairn's.
    """
    with _passphrase() as reading:
        return _time([*CHECK_IN, "--passphrase-fd", str(reading)], journal, (reading,))


def time_check_in_unlocked(journal: BenchJournal) -> float:
    """The same in a shell that stays unlocked: there is no passphrase to be had, so it cannot be asked for."""
    return _time(CHECK_IN, journal)


def time_empty_python(journal: BenchJournal) -> float:
    """Seconds that the same Python takes to start, to do nothing, and to end."""
    return _time([sys.executable, "-P", "-c", "pass"], journal)


@contextmanager
def staying_unlocked(journal: BenchJournal) -> Iterator[None]:
    """Let a shell stay unlocked for this journal, as a person would, and lock it afterwards."""
    with _passphrase() as reading:
        _time([str(CAIRN), "unlock", "--for", "12h", "--passphrase-fd", str(reading)], journal, (reading,))
    try:
        yield
    finally:
        _time([str(CAIRN), "lock"], journal)


@contextmanager
def _passphrase() -> Iterator[int]:
    """A descriptor on which the passphrase waits."""
    reading, writing = os.pipe()
    try:
        os.write(writing, PASSPHRASE.encode() + b"\n")
        os.close(writing)
        yield reading
    finally:
        os.close(reading)


def _time(command: Sequence[str], journal: BenchJournal, descriptors: tuple[int, ...] = ()) -> float:
    """Seconds from starting a command to its end.

    Raises:
        NotMeasured: it did not do what it was started for.
    """
    started = time.perf_counter()
    done = subprocess.run(
        command,
        env=environment_of(journal),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=descriptors,
        timeout=PATIENCE_S,
        check=False,
    )
    took = time.perf_counter() - started
    if done.returncode != 0:
        raise NotMeasured(f"{Path(command[0]).name} {command[1]} ended with {done.returncode}.")
    return took


def answer_of(module: str, given: bytes, journal: BenchJournal, *more: str) -> float:
    """Run a module of this package on a journal in a fresh process and return the one number it prints."""
    done = subprocess.run(
        [sys.executable, "-m", module, str(journal.database), *more],
        cwd=ROOT,
        env=environment_of(journal),
        input=given,
        capture_output=True,
        timeout=PATIENCE_S,
        check=False,
    )
    if done.returncode != 0:
        raise NotMeasured(f"{module} ended with {done.returncode}.")
    return float(done.stdout)


def time_to_word(command: Sequence[str], environment: dict[str, str], word: str) -> float:
    """Seconds from starting a command in a terminal of 80 by 24 that answers nothing to a word on its screen."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    started = time.perf_counter()
    try:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=environment,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)
        try:
            read_until(ours, word.encode(), started + PATIENCE_S)
            return time.perf_counter() - started
        finally:
            process.kill()
            process.wait()
    finally:
        os.close(ours)


def read_until(descriptor: int, word: bytes, deadline: float) -> None:
    """Read what a terminal shows until a word is in it.

    Raises:
        NotMeasured: it did not come before the deadline, an instant of `time.perf_counter`.
    """
    shown = b""
    while word not in shown:
        ready, _, _ = select.select([descriptor], [], [], max(0.0, deadline - time.perf_counter()))
        if not ready:
            raise NotMeasured("The word that was waited for did not appear.")
        try:
            shown += os.read(descriptor, 65536)
        except OSError as problem:
            # On Linux a terminal whose last process has gone says so as an error.
            raise NotMeasured("The process ended before the word appeared.") from problem

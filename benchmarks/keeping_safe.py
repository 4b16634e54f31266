"""A new passphrase on a large journal, and a safety copy that is made while somebody types."""

import os
import pty
import select
import shutil
import struct
import subprocess
import termios
import time
from collections.abc import Callable
from fcntl import ioctl

from benchmarks.journals import PASSPHRASE, BenchJournal
from benchmarks.processes import (
    CAIRN,
    COLUMNS,
    LINES,
    PATIENCE_S,
    ROOT,
    NotMeasured,
    answer_of,
    environment_of,
    read_until,
)
from benchmarks.report import Finding
from benchmarks.samples import Samples, difference, in_ms, milliseconds, take_turns, timed
from journal.use_cases.ways_in import change_passphrase

CHANGE_BEYOND_KEYS_S = 1.0
HELD_UP_S = 0.050
_KEYS_AFTERWARDS = 100


def measure_passphrase(large: BenchJournal, rounds: int, tell: Callable[[int], None]) -> list[Finding]:
    """Change the passphrase to itself, against the two derivations that it takes: the old one's and the new one's."""
    samples = take_turns(
        {
            "change": lambda: timed(lambda: change_passphrase(large.home, PASSPHRASE, PASSPHRASE)),
            "key": lambda: answer_of("benchmarks.derive_key", PASSPHRASE.encode(), large),
        },
        rounds,
        tell,
    )
    both = Samples(tuple(2 * value for value in samples["key"].values))
    beyond = difference(samples["change"], both)
    size_mb = large.database.stat().st_size / 1e6
    return [
        Finding(
            f"a new passphrase, {large.size:,} items, {size_mb:.0f} MB",
            milliseconds(samples["change"]),
            f"two key derivations: {milliseconds(both)}",
            f"{'+' if beyond >= 0 else '-'} {in_ms(abs(beyond))} ms",
            f"+ {in_ms(CHANGE_BEYOND_KEYS_S)} ms",
            beyond <= CHANGE_BEYOND_KEYS_S,
        )
    ]


def measure_typing(large: BenchJournal) -> list[Finding]:
    """Open the journal in a terminal and type a page, all through its first safety copy and for a while after it."""
    shutil.rmtree(large.home.snapshots, ignore_errors=True)
    ours, theirs = pty.openpty()
    ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    process = subprocess.Popen(
        [str(CAIRN)],
        cwd=ROOT,
        env=environment_of(large),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
        start_new_session=True,
    )
    os.close(theirs)
    try:
        read_until(ours, b"Passphrase", time.perf_counter() + PATIENCE_S)
        os.write(ours, PASSPHRASE.encode() + b"\r")
        read_until(ours, b"mood today", time.perf_counter() + PATIENCE_S)
        os.write(ours, b"\x0e")
        during, after = _type(ours, large)
    finally:
        process.kill()
        process.wait()
        os.close(ours)
        shutil.rmtree(large.home.snapshots, ignore_errors=True)
    worst, calm = max(during.values), after.middle()
    return [
        Finding(
            f"the slowest key press during a safety copy of {large.size:,} items, of {len(during.values)}",
            f"{in_ms(worst)} ms",
            f"a key press afterwards: {milliseconds(after)}",
            f"+ {in_ms(worst - calm)} ms",
            f"+ {in_ms(HELD_UP_S)} ms",
            worst - calm <= HELD_UP_S,
        )
    ]


def _type(terminal: int, journal: BenchJournal) -> tuple[Samples, Samples]:
    """Key presses, each timed from its byte in to the first bytes out: while the copy is made, and after it."""
    during: list[float] = []
    after: list[float] = []
    _let_settle(terminal)
    deadline = time.perf_counter() + PATIENCE_S
    while len(after) < _KEYS_AFTERWARDS:
        if time.perf_counter() > deadline:
            raise NotMeasured("No safety copy was made while somebody typed.")
        before = _is_being_made(journal)
        took = _press(terminal)
        if before or _is_being_made(journal):
            during.append(took)
        elif during:
            after.append(took)
        time.sleep(0.015)
    return Samples(tuple(during)), Samples(tuple(after))


def _is_being_made(journal: BenchJournal) -> bool:
    try:
        return any(".new-" in name for name in os.listdir(journal.home.snapshots))
    except FileNotFoundError:
        return False


def _press(terminal: int) -> float:
    started = time.perf_counter()
    os.write(terminal, b"x")
    ready, _, _ = select.select([terminal], [], [], PATIENCE_S)
    took = time.perf_counter() - started
    if not ready:
        raise NotMeasured("A key press was answered by nothing.")
    os.read(terminal, 65536)
    _drain(terminal)
    return took


def _drain(terminal: int) -> None:
    """What belongs to the key before must not answer the next."""
    while select.select([terminal], [], [], 0.01)[0]:
        os.read(terminal, 65536)


def _let_settle(terminal: int) -> None:
    while select.select([terminal], [], [], 0.5)[0]:
        os.read(terminal, 65536)

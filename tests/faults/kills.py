"""Check-ins killed at a chosen moment, and what is on the disk afterwards.

A kill is *inside the commit* when the engine's rollback journal is left behind with something in it: the engine
makes that file as the first step of a commit and unlinks it as the last, which is the moment that counts.
"""

import fcntl
import json
import os
import signal
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from journal.paths import Home
from journal.store.connection import open_database
from journal.use_cases.open_journal import OpenJournal
from journal.vault.header import parse_header
from journal.vault.key_slots import open_with_passphrase
from journal.vault.passphrase import passphrase_bytes
from journal.vault.secrets import Keys
from tests.conftest import PASSPHRASE, FixedClock
from tests.faults.children import Child, Done, Nursery
from tests.faults.injected import KILL, ROOT, Fault, injecting, python, quiet_environment, with_fault
from tests.faults.reliability import ACKNOWLEDGED, INSIDE, KILLED
from tests.faults.stopping import is_inside_a_commit

PIPE_BYTES = 4096
"""The least that Linux allows."""
_BEGINNING = date(1950, 1, 1)
_DAYS_APART, _DAYS = 47, 20_000
"""Each writer begins on a day of its own, so that no day comes to hold very many."""
_CHECK_IN = ("--passphrase-fd", "0", "check-in", "--mood", "6", "--hope", "7", "--json")


@dataclass
class Tally:
    """What was seen over many kills."""

    kills: int = 0
    inside_the_commit: int = 0
    acknowledged: set[str] = field(default_factory=set)
    kept: int = 0
    """Check-ins in the journal at the end."""
    unasked: int = 0
    """Of those, how many were kept although the process did not live to say so."""

    def line(self) -> str:
        return (
            f"{self.kills} kills, {self.inside_the_commit} of them inside the commit; "
            f"{len(self.acknowledged)} check-ins acknowledged, every one there; "
            f"{self.unasked} more kept that were not yet acknowledged"
        )

    def counts(self) -> dict[str, int]:
        """As the table of docs/reliability.md wants them."""
        return {KILLED: self.kills, INSIDE: self.inside_the_commit, ACKNOWLEDGED: len(self.acknowledged)}


class Writer:
    """A process that opened once and checks in on and on, each time a day further."""

    def __init__(self, nursery: Nursery, home: Home, number: int, fault: Fault | None, log: Path) -> None:
        first_day = _BEGINNING + timedelta(days=number * _DAYS_APART % _DAYS)
        reading, writing = os.pipe()
        fcntl.fcntl(writing, fcntl.F_SETPIPE_SZ, PIPE_BYTES)
        with open(writing, "wb") as out, tempfile.TemporaryFile() as nothing:
            deed = ["check-ins", str(home.root), first_day.isoformat()]
            self.child: Child = nursery.bear(deed, (nothing, out, nothing))
        self._told = os.fdopen(reading, "rb")
        if fault is not None:
            self.child.watch(injecting(fault), log)
        self.child.go()

    def lines(self, count: int) -> list[bytes]:
        """The next lines it prints, as they come."""
        return [self._told.readline() for _ in range(count)]

    def killed(self) -> list[bytes]:
        """Kill it, unless a fault does, and give what it printed until then."""
        self.child.kill()
        return self.ended()

    def ended(self) -> list[bytes]:
        """Wait until it was killed, and give what it printed until then."""
        rest = self._told.read().split(b"\n")
        self._told.close()
        assert self.child.ended() == -signal.SIGKILL
        # Whole lines alone are promises: the last may have been cut.
        return [line + b"\n" for line in rest[:-1]]


class Bench:
    """One journal that is killed at again and again. Its key is unwrapped once, so that looking is quick."""

    def __init__(self, home: Home, log: Path) -> None:
        self.home = home
        self.tally = Tally()
        self._log = log
        header = parse_header(home.header.read_bytes())
        self.database = home.vault / header.database_name
        self.rollback_journal = self.database.with_name(f"{self.database.name}-journal")
        self._keys: Keys = open_with_passphrase(header, passphrase_bytes(PASSPHRASE))
        self._writers = 0

    def kill_command(self, nursery: Nursery, fault: Fault) -> None:
        """`cairn check-in`, killed at one call. What it printed before counts, if it came to that."""
        deed = ["cairn", "--home", str(self.home.root), *_CHECK_IN]
        self._note(nursery.run(deed, words=f"{PASSPHRASE}\n", fault=fault, log=self._log))

    def kill_program(self, fault: Fault) -> None:
        """The same as a program of its own, from its start, with the whole derivation."""
        done = subprocess.run(
            with_fault(python("tui", *_CHECK_IN), fault, self._log),
            input=f"{PASSPHRASE}\n".encode(),
            env=quiet_environment(CAIRN_HOME=str(self.home.root)),
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        self._note(Done(done.returncode, done.stdout, done.stderr))

    def _note(self, done: Done) -> None:
        assert done.code in (0, -signal.SIGKILL), done.told
        if done.said.endswith(b"\n"):
            self.tally.acknowledged.add(json.loads(done.said)["id"])
        self.look(killed=done.code != 0)

    def writer(self, nursery: Nursery, fault: Fault | None = None) -> Writer:
        self._writers += 1
        return Writer(nursery, self.home, self._writers, fault, self._log)

    def kill_writer(self, nursery: Nursery, fault: Fault, *, look: bool = True) -> None:
        """A writer, killed at one of its calls."""
        self.acknowledge(self.writer(nursery, fault).ended())
        if look:
            self.look(killed=True)

    def kill_writer_after(self, nursery: Nursery, lines: int) -> None:
        """A writer, killed from outside without strace, once it has acknowledged so many; wherever it then is."""
        writer = self.writer(nursery)
        self.acknowledge([*writer.lines(lines + 1), *writer.killed()])
        self.look(killed=True)

    def acknowledge(self, told: Iterable[bytes]) -> None:
        self.tally.acknowledged.update(line.decode().strip() for line in told if line != b"open\n")

    def look(self, *, killed: bool, alone: bool = True) -> None:
        """Count the kill, open what it left, check every page, and find every check-in that was acknowledged.

        Where another process writes too (not `alone`), the rollback journal may be of a commit that goes on.
        """
        self.tally.kills += killed
        self.tally.inside_the_commit += alone and is_inside_a_commit(self.home.vault)
        kept = self.kept()
        lost = self.tally.acknowledged - kept
        assert not lost, f"{len(lost)} acknowledged check-ins are gone"
        self.tally.kept = len(kept)
        self.tally.unasked = len(kept - self.tally.acknowledged)

    def kept(self) -> set[str]:
        """The ids of every check-in there is, after every page was found whole."""
        journal = OpenJournal(open_database(self.database, self._keys.database_key()), FixedClock())
        try:
            journal.verify()
            return {str(found) for (found,) in journal._connection.rows("SELECT id FROM item")}
        finally:
            journal.close()


def kills_at(name: str, numbers: Iterable[int]) -> list[Fault]:
    """One kill at each of these calls of this name, counted from 1."""
    return [Fault(name, str(number), KILL) for number in numbers]

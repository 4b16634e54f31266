"""Check-ins killed at a chosen moment, and what is on the disk afterwards.

A kill is *inside the commit* when the engine's rollback journal is left behind with something in it: the engine
makes that file as the first step of a commit and unlinks it as the last, which is the moment that counts.
"""

import json
import os
import signal
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from journal.paths import Home
from journal.store.connection import open_database
from journal.use_cases.open_journal import OpenJournal
from journal.vault.header import parse_header
from journal.vault.key_slots import open_with_passphrase
from journal.vault.passphrase import passphrase_bytes
from journal.vault.secrets import RootKey
from tests.conftest import PASSPHRASE, FixedClock
from tests.faults.injected import KILL, ROOT, Fault, python, quiet_environment, with_fault


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


class Bench:
    """One journal that is killed at again and again. Its key is unwrapped once, so that looking is quick."""

    def __init__(self, home: Home, log: Path) -> None:
        self.home = home
        self.tally = Tally()
        self._log = log
        header = parse_header(home.header.read_bytes())
        self.database = home.vault / header.database_name
        self.rollback_journal = self.database.with_name(f"{self.database.name}-journal")
        self._root: RootKey = open_with_passphrase(header, passphrase_bytes(PASSPHRASE))

    def kill_command(self, fault: Fault) -> None:
        """The real `cairn check-in`, killed at one call. What it printed before counts, if it came to that."""
        command = python("tui", "--passphrase-fd", "0", "check-in", "--mood", "6", "--hope", "7", "--json")
        done = subprocess.run(
            with_fault(command, fault, self._log),
            input=f"{PASSPHRASE}\n".encode(),
            env=quiet_environment(CAIRN_HOME=str(self.home.root)),
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        assert done.returncode in (0, -signal.SIGKILL), done.stderr
        if done.stdout.endswith(b"\n"):
            self.tally.acknowledged.add(json.loads(done.stdout)["id"])
        self._look(killed=done.returncode != 0)

    def kill_writer(self, fault: Fault, *, look: bool = True) -> None:
        """A process that opened once and checks in on and on, killed at one of its calls."""
        done = subprocess.run(
            with_fault(self._writer(), fault, self._log), env=quiet_environment(), capture_output=True, check=False
        )
        assert done.returncode == -signal.SIGKILL, done.stderr
        self._acknowledge(done.stdout)
        if look:
            self._look(killed=True)

    def kill_writer_after(self, lines: int) -> None:
        """The same, killed from outside without strace, once it has acknowledged so many; wherever it then is."""
        writer = subprocess.Popen(self._writer(), env=quiet_environment(), stdout=subprocess.PIPE)
        assert writer.stdout is not None
        told = b"".join(writer.stdout.readline() for _ in range(lines + 1))
        os.kill(writer.pid, signal.SIGKILL)
        told += writer.stdout.read()
        writer.stdout.close()
        assert writer.wait() == -signal.SIGKILL
        self._acknowledge(told)
        self._look(killed=True)

    def _writer(self) -> list[str]:
        return python("tests.faults.deeds", "check-ins", str(self.home.root))

    def _acknowledge(self, told: bytes) -> None:
        """Whole lines alone are promises: the last may have been cut."""
        whole = [line.decode() for line in told.split(b"\n")[:-1]]
        self.tally.acknowledged.update(line for line in whole if line != "open")

    def _look(self, *, killed: bool) -> None:
        """Count the kill, open what it left, check every page, and find every check-in that was acknowledged."""
        self.tally.kills += killed
        if self.rollback_journal.exists() and self.rollback_journal.stat().st_size:
            self.tally.inside_the_commit += 1
        kept = self.kept()
        lost = self.tally.acknowledged - kept
        assert not lost, f"{len(lost)} acknowledged check-ins are gone"
        self.tally.kept = len(kept)
        self.tally.unasked = len(kept - self.tally.acknowledged)

    def kept(self) -> set[str]:
        """The ids of every check-in there is, after every page was found whole."""
        journal = OpenJournal(open_database(self.database, self._root.database_key()), FixedClock())
        try:
            journal.verify()
            return {str(found) for (found,) in journal._connection.rows("SELECT id FROM item")}
        finally:
            journal.close()


def kills_at(name: str, numbers: Iterable[int]) -> list[Fault]:
    """One kill at each of these calls of this name, counted from 1."""
    return [Fault(name, str(number), KILL) for number in numbers]

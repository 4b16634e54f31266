"""A second process writes while this one copies, changes the key or puts a backup back: all it was told is kept.

Threads would not do: inside one process the engine itself keeps its connections apart, and no lock of the system is
tried.
"""

import os
import subprocess
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

import pytest

from journal.errors import Busy, KeyChanged
from journal.paths import Home
from journal.store.transaction import others_wait
from journal.use_cases.opening import open_journal
from journal.use_cases.safe_copies import create_backup, restore_backup
from journal.use_cases.unlocking import open_named, unlock_with_passphrase, with_passphrase
from journal.use_cases.ways_in import draw_rotation
from tests.conftest import PASSPHRASE, FixedClock
from tests.faults.injected import ROOT, python, quiet_environment

T = TypeVar("T")


class Writer:
    """A process that checks in on and on; its lines are the ids that it was told to be kept."""

    def __init__(self, home: Home) -> None:
        self._process = subprocess.Popen(
            python("tests.faults.deeds", "check-ins", str(home.root), "2020-01-01"),
            env=quiet_environment(),
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._told: list[str] = []
        self._began = threading.Event()
        self._reader = threading.Thread(target=self._listen)
        self._reader.start()
        assert self._began.wait(30), "the writer did not begin"

    def _listen(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            if line.endswith(b"\n") and line.strip() != b"open":
                self._told.append(line.decode().strip())
                self._began.set()

    def end(self) -> None:
        self._process.terminate()
        self._process.wait(30)
        self._reader.join(30)
        if self._process.stdout is not None:
            self._process.stdout.close()

    def stop(self) -> set[str]:
        """End it, and give every id that it was told to be kept: some at least."""
        self.end()
        assert self._told
        return set(self._told)


@pytest.fixture
def writer(home: Home) -> Iterator[Writer]:
    one = Writer(home)
    yield one
    one.end()


def patiently(deed: Callable[[], T]) -> T:
    """Once more where the writer, which never takes a breath, kept us waiting: a refusal is no loss."""
    for _ in range(5):
        try:
            return deed()
        except Busy:
            continue
    return deed()


def kept(home: Home) -> set[str]:
    journal = open_journal(home, PASSPHRASE, FixedClock())
    journal.verify()
    ids = {str(item) for (item,) in journal._connection.rows("SELECT id FROM item")}
    journal.close()
    return ids


def locks_on(path: Path) -> int:
    """How many locks this process holds on a file, by the system's own list."""
    number, mine = path.stat().st_ino, str(os.getpid())
    rows = [line.split() for line in Path("/proc/locks").read_text(encoding="ascii").splitlines()]
    return sum(row[-4] == mine and row[-3].endswith(f":{number}") for row in rows)


def test_a_second_connection_leaves_the_locks_of_the_first(home: Home) -> None:
    unlocked = unlock_with_passphrase(home, PASSPHRASE)
    database = home.vault / unlocked.header.database_name
    first = open_named(unlocked)
    assert locks_on(database) == 0
    with others_wait(first):
        held = locks_on(database)
        open_named(unlocked).close()
        assert locks_on(database) == held >= 1
    first.close()


def test_backups_beside_a_writer_cost_it_nothing(home: Home, writer: Writer, tmp_path: Path) -> None:
    unlocked = unlock_with_passphrase(home, PASSPHRASE)
    for name in ("one", "two", "three"):
        patiently(partial(create_backup, unlocked, tmp_path / name, FixedClock()))
    assert writer.stop() <= kept(home)


def test_a_new_key_beside_a_writer_costs_it_nothing(home: Home, writer: Writer) -> None:
    patiently(lambda: draw_rotation(home, PASSPHRASE).take_effect())
    assert writer.stop() <= kept(home)


def test_a_restore_beside_a_writer_keeps_all_it_was_told(home: Home, writer: Writer, tmp_path: Path) -> None:
    copy = create_backup(unlock_with_passphrase(home, PASSPHRASE), tmp_path / "copy", FixedClock()).path
    restored = patiently(lambda: restore_backup(home, copy, with_passphrase(PASSPHRASE), FixedClock(), over=True))
    told = writer.stop()
    assert restored.kept is not None
    before = Home(tmp_path / "before")
    before.root.mkdir(mode=0o700)
    restored.kept.rename(before.vault)
    assert told <= kept(before)


def test_what_is_open_here_is_told_of_a_restore_before_it_writes(home: Home, tmp_path: Path) -> None:
    journal = open_journal(home, PASSPHRASE, FixedClock())
    assert journal.unlocked is not None
    copy = create_backup(journal.unlocked, tmp_path / "copy", FixedClock()).path
    restore_backup(home, copy, with_passphrase(PASSPHRASE), FixedClock(), over=True)
    with pytest.raises(KeyChanged):
        journal.write_page(replace(journal.blank_page(), body="not into the one that made way"))
    journal.close()

"""Sixty times `kill -9` while checking in, most of them inside the commit: every acknowledged check-in is there.

Acknowledged means: the process printed the id, which it does when the commit is done. After every kill the journal
is opened, every page of it is checked, and every id that was ever acknowledged is looked for; at the end the real
`cairn vault verify` says the same. How many kills landed inside the commit is counted by the rollback journal they
left behind, printed (`pytest -rP`) and asserted.

36 of the sixty kill the real `cairn check-in`; the other 24 a process that opens once and checks in on and on, so
that they also land between and within later commits. This is no power cut: what the system has taken, it keeps.
"""

import json
import random
import subprocess
from pathlib import Path

import pytest

from journal.errors import Damaged
from journal.paths import Home
from tests.conftest import PASSPHRASE, Cairn, cairn_environment
from tests.faults.injected import KILL, ROOT, Fault, python
from tests.faults.kills import Bench, kills_at

AT_ONCE = 20


@pytest.fixture
def bench(home: Home, tmp_path: Path) -> Bench:
    return Bench(home, tmp_path / "strace")


def verify_says_so(cairn: Cairn, bench: Bench) -> None:
    """The command itself, once at the end."""
    done = cairn("vault", "verify", "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["rows"]["check_in"] == bench.tally.kept


def command_kills() -> list[Fault]:
    """Where the real command is killed: at its writes, its fsyncs and its unlink, and before it came to them.

    A check-in makes some 30 writes: to the rollback journal, then to the database. Then it unlinks the journal.
    """
    return [
        *kills_at("pwrite64", range(1, 25)),
        *kills_at("fsync", range(1, 6)),
        *kills_at("unlink", [1]),
        *kills_at("openat", range(60, 300, 40)),
    ]


def test_sixty_kills_lose_no_acknowledged_check_in(bench: Bench, cairn: Cairn) -> None:
    for fault in command_kills():
        bench.kill_command(fault)
    commands = bench.tally.kills
    for fault in kills_at("pwrite64", range(40, 400, 30)):
        bench.kill_writer(fault)
    for fault in kills_at("fsync", (6, 9, 14, 23, 34, 47)):
        bench.kill_writer(fault)
    for lines in (1, 3, 7, 13, 29, 41):
        bench.kill_writer_after(lines)

    print(bench.tally.line())
    assert commands >= 30
    assert bench.tally.kills >= 60
    assert bench.tally.inside_the_commit >= 30
    assert len(bench.tally.acknowledged) >= 100
    verify_says_so(cairn, bench)


@pytest.mark.soak
def test_three_hundred_kills_lose_no_acknowledged_check_in(bench: Bench, cairn: Cairn) -> None:
    chance = random.Random(20260314)
    for _ in range(120):
        name, most = chance.choice([("pwrite64", 32), ("pwrite64", 32), ("fsync", 4)])
        bench.kill_command(*kills_at(name, [chance.randint(1, most)]))
    for _ in range(120):
        name, most = chance.choice([("pwrite64", 2000), ("pwrite64", 2000), ("fsync", 300)])
        bench.kill_writer(*kills_at(name, [chance.randint(1, most)]))
    for _ in range(60):
        bench.kill_writer_after(chance.randint(0, 200))

    print(bench.tally.line())
    assert bench.tally.inside_the_commit >= bench.tally.kills // 2
    verify_says_so(cairn, bench)


def test_a_kill_outside_any_commit_is_not_counted_as_inside_one(bench: Bench) -> None:
    """That the count can be 0."""
    bench.kill_command(Fault("openat", "150", KILL))
    assert (bench.tally.kills, bench.tally.inside_the_commit) == (1, 0)


@pytest.mark.parametrize("number", [19, 44, 104])
def test_a_rollback_journal_that_was_harmed_hides_no_acknowledged_check_in(bench: Bench, number: int) -> None:
    """Read and whole, or loudly damaged: security brief, b.8.

    A commit has five fsyncs. At the fourth the database is written, and only the rollback journal can take it back.
    """
    bench.kill_writer(*kills_at("fsync", [number]), look=False)
    database, rollback = bench.database.read_bytes(), bench.rollback_journal.read_bytes()
    assert bench.tally.acknowledged

    def outcome_with(harmed: bytes | None) -> str:
        bench.database.write_bytes(database)
        bench.rollback_journal.unlink(missing_ok=True)
        if harmed is not None:
            bench.rollback_journal.write_bytes(harmed)
        try:
            kept = bench.kept()
        except Damaged:
            return "damaged"
        return "whole" if bench.tally.acknowledged <= kept else "a check-in is gone"

    places = range(0, len(rollback), len(rollback) // 12)
    flips = [rollback[:at] + bytes([rollback[at] ^ 1]) + rollback[at + 1 :] for at in places]
    assert outcome_with(rollback) == "whole"
    assert {outcome_with(harmed) for harmed in (*flips, rollback[: len(rollback) // 2], b"", None)} <= {
        "whole",
        "damaged",
    }


def test_twenty_processes_that_check_in_at_once_are_all_kept(home: Home, cairn: Cairn) -> None:
    """Each has started and waits for its passphrase before any is given one."""
    environment = cairn_environment(home)
    del environment["CAIRN_PASSPHRASE_COMMAND"]
    command = python("tui", "--passphrase-fd", "0", "check-in", "--mood", "6", "--json")
    writers = [
        subprocess.Popen(
            command,
            env=environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(AT_ONCE)
    ]
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write(f"{PASSPHRASE}\n".encode())
        writer.stdin.flush()
    told = [writer.communicate(timeout=120) for writer in writers]

    assert [writer.returncode for writer in writers] == [0] * AT_ONCE
    assert {complaint for _, complaint in told} == {b""}
    ids = {json.loads(said)["id"] for said, _ in told}
    shown = json.loads(cairn("show", "--json", "--limit", "100").stdout)["items"]
    assert len(ids) == AT_ONCE
    assert {item["id"] for item in shown} == ids
    assert cairn("vault", "verify").returncode == 0

"""Sixty times `kill -9` while checking in, most of them inside the commit: every acknowledged check-in is there.

Acknowledged means: the process printed the id, which it does when the commit is done. After every kill the journal
is opened, every page of it is checked, and every id that was ever acknowledged is looked for; at the end the real
`cairn vault verify` says the same. How many kills landed inside the commit is counted by the rollback journal they
left behind, printed (`pytest -rP`) and asserted.

Most of the killed are children of the nursery: `cairn check-in` itself, and a process that opens once and checks in
on and on, so that they also land between and within later commits. A few are the program as it is installed. This
is no power cut: what the system has taken, it keeps. Source: security brief, V6.
"""

import json
import random
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pytest

from journal.errors import Damaged
from journal.paths import Home
from tests.conftest import PASSPHRASE, Cairn
from tests.faults.children import Nursery
from tests.faults.injected import KILL, Fault
from tests.faults.kills import Bench, Writer, kills_at
from tests.faults.reliability import Note

AT_ONCE = 20
LOOK_EVERY = 10
"""What was acknowledged once is looked for each time, so that a loss is found, if not at once."""
COMMAND, WRITER, TWO = "`cairn check-in`", "checking in, one process", "checking in, two processes at once"


@pytest.fixture
def bench(nursery: Nursery, quick_home: Home, tmp_path: Path) -> Bench:
    """A journal for children to be killed at."""
    return Bench(quick_home, tmp_path / "strace")


def verify_says_so(cairn: Cairn, bench: Bench) -> None:
    """The command itself, once at the end."""
    done = cairn("vault", "verify", "--json", at=bench.home)
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["rows"]["check_in"] == bench.tally.kept


def command_kills() -> list[Fault]:
    """Where the command is killed: at its writes, its fsyncs and its unlink, and before it came to them.

    A check-in makes some 30 writes: to the rollback journal, then to the database. Then it unlinks the journal.
    """
    return [
        *kills_at("pwrite64", range(1, 25)),
        *kills_at("fsync", range(1, 6)),
        *kills_at("unlink", [1]),
        *kills_at("openat", range(2, 20, 3)),
    ]


def test_sixty_kills_lose_no_acknowledged_check_in(nursery: Nursery, bench: Bench, cairn: Cairn) -> None:
    for fault in command_kills():
        bench.kill_command(nursery, fault)
    commands = bench.tally.kills
    for fault in kills_at("pwrite64", range(40, 400, 30)):
        bench.kill_writer(nursery, fault)
    for fault in kills_at("fsync", (6, 9, 14, 23, 34, 47)):
        bench.kill_writer(nursery, fault)
    for lines in (1, 3, 7, 13, 29, 41):
        bench.kill_writer_after(nursery, lines)

    print(bench.tally.line())
    assert commands >= 30
    assert bench.tally.kills >= 60
    assert bench.tally.inside_the_commit >= 30
    assert len(bench.tally.acknowledged) >= 100
    verify_says_so(cairn, bench)


def test_the_program_as_it_is_installed_loses_none_either(home: Home, tmp_path: Path) -> None:
    bench = Bench(home, tmp_path / "strace")
    for fault in (*kills_at("pwrite64", (2, 14, 27)), *kills_at("fsync", [4]), *kills_at("unlink", [1])):
        bench.kill_program(fault)
    assert bench.tally.kills == 5
    assert bench.tally.inside_the_commit >= 3


@pytest.mark.soak
def test_a_thousand_kills_lose_no_acknowledged_check_in(
    nursery: Nursery, bench: Bench, cairn: Cairn, note: Note
) -> None:
    chance = random.Random(20260314)
    for _ in range(400):
        name, most = chance.choice([("pwrite64", 32), ("pwrite64", 32), ("fsync", 4)])
        bench.kill_command(nursery, *kills_at(name, [chance.randint(1, most)]))
    commands = bench.tally.counts()
    for _ in range(400):
        name, most = chance.choice([("pwrite64", 600), ("pwrite64", 600), ("fsync", 90)])
        bench.kill_writer(nursery, *kills_at(name, [chance.randint(1, most)]))
    for _ in range(200):
        bench.kill_writer_after(nursery, chance.randint(0, 20))

    print(bench.tally.line())
    note(COMMAND, commands)
    note(WRITER, {name: count - commands.get(name, 0) for name, count in bench.tally.counts().items()})
    assert bench.tally.inside_the_commit >= bench.tally.kills // 2
    verify_says_so(cairn, bench)


def test_a_kill_outside_any_commit_is_not_counted_as_inside_one(nursery: Nursery, bench: Bench) -> None:
    """That the count can be 0."""
    bench.kill_command(nursery, Fault("openat", "3", KILL))
    assert (bench.tally.kills, bench.tally.inside_the_commit) == (1, 0)


@pytest.mark.parametrize("number", [19, 44, 104])
def test_a_rollback_journal_that_was_harmed_hides_no_acknowledged_check_in(
    nursery: Nursery, bench: Bench, number: int
) -> None:
    """Read and whole, or loudly damaged: security brief, b.8.

    A commit has five fsyncs. At the fourth the database is written, and only the rollback journal can take it back.
    """
    bench.kill_writer(nursery, *kills_at("fsync", [number]), look=False)
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


# Two and twenty at once


def kill_one_of_two(nursery: Nursery, bench: Bench, kills: int) -> None:
    """Two check in all the time; now the one is killed, now the other, and a new one takes its place.

    One dies at a write that was chosen. It writes in commits alone, so that this is inside one, and the other has to
    take back what was half written. The other is killed from outside, wherever it then is.
    """
    chance = random.Random(20261122)

    def doomed() -> Writer:
        return bench.writer(nursery, *kills_at("pwrite64", [chance.randint(1, 300)]))

    dying, living = doomed(), bench.writer(nursery)
    for number in range(kills):
        if number % 2:
            bench.acknowledge([*living.lines(chance.randint(1, 6)), *living.killed()])
            living = bench.writer(nursery)
        else:
            bench.acknowledge(dying.ended())
            bench.tally.inside_the_commit += 1
            dying = doomed()
        bench.tally.kills += 1
        if number % LOOK_EVERY == 0:
            bench.look(killed=False, alone=False)
    bench.acknowledge([*dying.ended(), *living.killed()])
    bench.look(killed=False)


@pytest.mark.parametrize("kills", [100, pytest.param(1000, marks=pytest.mark.soak)])
def test_of_two_processes_one_is_killed_again_and_again_and_no_acknowledged_check_in_is_lost(
    nursery: Nursery, bench: Bench, cairn: Cairn, note: Note, kills: int
) -> None:
    kill_one_of_two(nursery, bench, kills)
    print(bench.tally.line())
    note(TWO, bench.tally.counts())
    assert bench.tally.kills == kills
    assert len(bench.tally.acknowledged) >= 3 * kills
    verify_says_so(cairn, bench)


def test_twenty_processes_that_check_in_at_once_are_all_kept(nursery: Nursery, quick_home: Home, cairn: Cairn) -> None:
    """Each has started and waits before any goes on."""
    deed = ["cairn", "--home", str(quick_home.root), "--passphrase-fd", "0", "check-in", "--mood", "6", "--json"]
    with ExitStack() as stack:
        said, told = ([stack.enter_context(tempfile.TemporaryFile()) for _ in range(AT_ONCE)] for _ in range(2))
        writers = []
        for out, err in zip(said, told, strict=True):
            with tempfile.TemporaryFile() as into:
                into.write(f"{PASSPHRASE}\n".encode())
                into.seek(0)
                writers.append(nursery.bear(deed, (into, out, err)))
        for writer in writers:
            writer.go()

        assert [writer.ended() for writer in writers] == [0] * AT_ONCE
        for stream in (*said, *told):
            stream.seek(0)
        assert {stream.read() for stream in told} == {b""}
        ids = {json.loads(stream.read())["id"] for stream in said}
    shown = json.loads(cairn("show", "--json", "--limit", "100", at=quick_home).stdout)["items"]
    assert len(ids) == AT_ONCE
    assert {item["id"] for item in shown} == ids
    assert cairn("vault", "verify", at=quick_home).returncode == 0

"""What is SQLite's alone among the stores of a relay: one file, what it keeps, and when it cannot be opened."""

import asyncio
import os
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from sync.relay import sqlite_thread
from sync.relay.refusals import BusyOrFull, CallIsOff, DamagedStore, NewerStore
from sync.relay.slots import Making, NoRoom, Page, Put
from sync.relay.sqlite_slots import SqliteSlots
from tests.faults.disks import fill_up, small_disk
from tests.relay.looking import until_so
from tests.relay.served import chosen, error_of, page, serving
from tests.relay.stores import NOON, Clock

SLOT, READ, WRITE = b"s" * 16, b"r" * 32, b"w" * 32
MAKING = Making(READ, only=False)


class Traced(SqliteSlots):
    """Notes every statement that runs."""

    def __init__(self, path: Path) -> None:
        self.statements: list[str] = []
        super().__init__(path, Clock())

    def _connect(self) -> sqlite3.Connection:
        connection = super()._connect()
        connection.set_trace_callback(lambda statement: self.statements.append(statement.split("(")[0].split("=")[0]))
        return connection


def rights_in(folder: Path) -> dict[str, str]:
    """What is there, and who may do what with it."""
    return {path.name: oct(path.stat().st_mode & 0o777) for path in folder.iterdir()}


@asynccontextmanager
async def opened(path: Path) -> AsyncIterator[SqliteSlots]:
    """A store in this file for as long as the block lasts, so that its disk can be let go."""
    store = SqliteSlots(path, Clock())
    await store.open()
    try:
        yield store
    finally:
        await store.close()


async def test_for_an_unknown_slot_and_a_wrong_capability_the_same_statements_run(tmp_path: Path) -> None:
    store = Traced(tmp_path / "slots.db")
    await store.open()
    await store.put(SLOT, WRITE, page(1), MAKING)

    async def run_for(slot: bytes, capability: bytes) -> list[str]:
        store.statements.clear()
        assert await store.put(slot, capability, page(2), None) == (Put.UNKNOWN, 0)
        assert await store.get(slot, capability) is None
        assert not await store.delete(slot, capability)
        return [*store.statements]

    unknown, wrong = await run_for(b"t" * 16, b"x" * 32), await run_for(SLOT, b"x" * 32)
    await store.close()
    assert unknown == wrong
    assert len(unknown) == len(["BEGIN", "UPDATE", "COMMIT", "SELECT", "BEGIN", "DELETE", "COMMIT"])


async def test_what_stood_there_stands_there_again_after_a_restart(tmp_path: Path) -> None:
    for version in (1, 2, 3):
        store = SqliteSlots(tmp_path / "slots.db")
        await store.open()
        if version > 1:
            assert await store.get(SLOT, READ) == Page(page(version - 1), version - 1)
        await store.put(SLOT, WRITE, page(version), MAKING)
        await store.close()
    assert set(rights_in(tmp_path)) == {"slots.db", "slots.db-reserve"}


async def test_its_file_and_its_log_are_for_this_user_alone(tmp_path: Path) -> None:
    before = os.umask(0)
    try:
        store = SqliteSlots(tmp_path / "slots.db")
        await store.open()
        await store.put(SLOT, WRITE, page(1), MAKING)
    finally:
        os.umask(before)
    rights = rights_in(tmp_path)
    await store.close()
    assert rights == dict.fromkeys(("slots.db", "slots.db-wal", "slots.db-shm", "slots.db-reserve"), "0o600")


async def test_pages_that_were_replaced_or_taken_away_are_nowhere_after_a_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_thread, "REST_S", 0.05)
    store = SqliteSlots(tmp_path / "slots.db", Clock())
    await store.open()
    for slot in (SLOT, b"t" * 16):
        await store.put(slot, WRITE, b"first words " * 1_365 + b"1234", MAKING)
    await store.put(SLOT, WRITE, page(2), None)
    await store.delete(b"t" * 16, READ)
    log = tmp_path / "slots.db-wal"
    await until_so(lambda: not log.stat().st_size, 10)
    assert b"first words" not in (tmp_path / "slots.db").read_bytes()
    await store.close()


async def test_a_write_is_answered_only_once_it_is_in_the_file(tmp_path: Path) -> None:
    store = SqliteSlots(tmp_path / "slots.db", Clock())
    await store.open()
    await asyncio.gather(*(store.put(bytes([n]) * 16, WRITE, page(n), MAKING) for n in range(1, 101)))
    # As somebody else sees it, while this one is open.
    with sqlite3.connect(tmp_path / "slots.db") as other:
        assert other.execute("SELECT count(*) FROM slot").fetchone() == (100,)
    other.close()
    await store.close()


async def test_the_safe_settings_are_those_of_every_connection(tmp_path: Path) -> None:
    store = Traced(tmp_path / "slots.db")
    await store.open()
    connection = store._connect()
    asked = ("synchronous", "secure_delete", "journal_mode", "trusted_schema")
    told = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in asked}
    connection.close()
    await store.close()
    assert told == {"synchronous": 2, "secure_delete": 1, "journal_mode": "wal", "trusted_schema": 0}


async def test_what_no_relay_wrote_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE letters (words TEXT)")
    other.close()
    for content in (path.read_bytes(), b"Dear diary, " * 100):
        path.write_bytes(content)
        with pytest.raises(DamagedStore):
            await SqliteSlots(path).open()
        assert path.read_bytes() == content
        assert set(rights_in(tmp_path)) == {"other.db"}


async def test_a_store_of_a_newer_relay_is_left_as_it_is(tmp_path: Path) -> None:
    store = SqliteSlots(tmp_path / "slots.db")
    await store.open()
    await store.close()
    with sqlite3.connect(tmp_path / "slots.db") as other:
        other.execute("PRAGMA user_version = 9999")
    other.close()
    with pytest.raises(NewerStore):
        await SqliteSlots(tmp_path / "slots.db").open()


async def test_a_place_where_no_file_can_be_is_said(tmp_path: Path) -> None:
    for path in (tmp_path / "nowhere" / "slots.db", tmp_path, Path(":memory:")):
        with pytest.raises(CallIsOff):
            await SqliteSlots(path).open()
    assert os.listdir(tmp_path) == []
    assert ":memory:" not in os.listdir()


async def test_a_file_that_somebody_else_holds_is_busy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.relay.sqlite_slots.PATIENCE_S", 0.1)
    other = sqlite3.connect(tmp_path / "slots.db", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(BusyOrFull):
        await SqliteSlots(tmp_path / "slots.db").open()
    other.close()


async def test_a_full_disk_is_507_and_what_stands_there_stays(tmp_path: Path) -> None:
    with small_disk(tmp_path, 1_500_000) as disk:
        settings = chosen(writes_a_minute=1_000)
        async with opened(disk / "slots.db") as store, serving(store, settings) as relay:
            slots = [await relay.make(page(n)) for n in range(1, 11)]
            filling = fill_up(disk)
            statuses = set()
            for n in range(11, 211):
                answer = await relay.put(slots[n % 10].path, headers=slots[n % 10].making, content=page(n))
                statuses.add(answer.status_code)
                if answer.status_code == 507:
                    assert error_of(answer) == "no-room"
                    break
            assert 507 in statuses <= {200, 507}
            held = [await relay.held(slot) for slot in slots]
            assert {answer.status_code for answer in held} == {200}
            assert (await relay.get("/healthz")).status_code == 200
            filling.unlink()
            assert (await relay.put(slots[0].path, headers=slots[0].writing, content=page(99))).status_code == 200
            assert (await relay.held(slots[0])).content == page(99)


async def test_no_room_for_a_new_slot_says_so_and_keeps_the_others_of_the_same_moment(tmp_path: Path) -> None:
    with small_disk(tmp_path, 600_000) as disk:
        async with opened(disk / "slots.db") as store:
            puts = [store.put(bytes([n]) * 16, WRITE, page(n), MAKING) for n in range(1, 101)]
            answers = await asyncio.gather(*puts, return_exceptions=True)
            made = {n for n, answer in enumerate(answers, 1) if answer == (Put.MADE, 1)}
            assert made
            assert {type(answer) for answer in answers} == {tuple, NoRoom}
            for n in range(1, 101):
                there = await store.get(bytes([n]) * 16, READ)
                assert there == (Page(page(n), 1) if n in made else None)


async def test_versions_and_times_are_whole_numbers_in_the_file(tmp_path: Path) -> None:
    store = SqliteSlots(tmp_path / "slots.db", Clock())
    await store.open()
    await store.put(SLOT, WRITE, page(1), MAKING)
    await store.close()
    with sqlite3.connect(tmp_path / "slots.db") as other:
        found = other.execute("SELECT id, version, written_at, used_at FROM slot").fetchall()
    other.close()
    assert found == [(SLOT, 1, NOON, NOON)]

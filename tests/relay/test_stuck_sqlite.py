"""A file of slots that somebody holds, a disk that is full, a thread that ends: what is heard, and what goes on."""

import asyncio
import os
import sqlite3
import subprocess
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, suppress
from pathlib import Path
from threading import Event
from typing import Any

import httpx
import pytest

from sync.relay import sqlite_slots
from sync.relay.refusals import BusyOrFull, CallIsOff
from sync.relay.slots import Making, NoRoom, NotNow, Page, Put
from sync.relay.sqlite_slots import DAY_S, SqliteSlots
from sync.relay.sqlite_thread import LINE_MOST, TOGETHER_MOST
from tests.faults.disks import NEEDS_ROOT, fill_up, small_disk
from tests.relay.looking import until_so
from tests.relay.served import PATIENCE_S, Slot, page, place_of, process, told_to_leave
from tests.relay.stores import Clock

SLOT, OTHER_SLOT, READ, WRITE = b"s" * 16, b"t" * 16, b"r" * 32, b"w" * 32
MAKING = Making(READ, only=False)
SOON_S = 10.0
PAGE = 4_096
LEAVES_S = 6.0
"""Five, as promised, and what this computer needs to begin and to end a process."""


@asynccontextmanager
async def opened(path: Path, clock: Clock | None = None) -> AsyncIterator[SqliteSlots]:
    store = SqliteSlots(path, clock or Clock())
    await store.open()
    try:
        yield store
    finally:
        with suppress(TimeoutError):
            await asyncio.wait_for(store.close(), SOON_S)


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Somebody else writes into it for as long as the block lasts."""
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.close()


@pytest.fixture
def little_patience(monkeypatch: pytest.MonkeyPatch) -> float:
    """Of whoever asks, and of SQLite where a file is held."""
    monkeypatch.setattr(sqlite_slots, "PATIENCE_S", 0.2)
    return 0.2


async def test_a_relay_leaves_when_told_while_somebody_holds_its_file(tmp_path: Path) -> None:
    slots = [Slot() for _ in range(20)]
    with process(f"sqlite:{tmp_path / 'slots.db'}") as begun:
        place = await asyncio.to_thread(place_of, begun)
        async with httpx.AsyncClient(base_url=place, trust_env=False, timeout=PATIENCE_S) as client:
            await client.put(slots[0].path, headers=slots[0].making, content=page(1))
            with held(tmp_path / "slots.db"):
                writes = [
                    asyncio.create_task(client.put(slot.path, headers=slot.making, content=page(2))) for slot in slots
                ]
                await until_so((tmp_path / "slots.db-wal").exists, SOON_S)
                code, _ = await asyncio.to_thread(told_to_leave, begun, LEAVES_S)
            await asyncio.gather(*writes, return_exceptions=True)
    assert code == 0


async def test_whoever_wrote_while_the_file_was_held_hears_so_and_the_next_one_is_served(
    tmp_path: Path, little_patience: float
) -> None:
    async with opened(tmp_path / "slots.db") as store:
        await store.put(SLOT, WRITE, page(1), MAKING)
        with held(tmp_path / "slots.db"):
            begun = time.monotonic()
            writes = [store.put(SLOT, WRITE, page(2), None) for _ in range(12 * TOGETHER_MOST)]
            answers = await asyncio.gather(*writes, return_exceptions=True)
            assert {type(answer) for answer in answers} == {NotNow}
            # What was under way when it was given up may take as long once more, however many there were.
            await until_so(lambda: not store._writer._line.qsize(), 3 * little_patience)
        assert await store.put(SLOT, WRITE, page(3), None) == (Put.REPLACED, 2)
        assert time.monotonic() - begun < 6 * little_patience


async def test_what_nobody_waits_for_any_more_is_not_done(tmp_path: Path, little_patience: float) -> None:
    async with opened(tmp_path / "slots.db") as store:
        await store.put(SLOT, WRITE, page(1), MAKING)
        # As a disk does that does not answer.
        disk = Event()
        blocked = store._writer.ask(lambda _: disk.wait(2 * little_patience))
        with pytest.raises(NotNow):
            await store.put(SLOT, WRITE, page(2), None)
        await blocked
        assert await store.put(SLOT, WRITE, page(3), None) == (Put.REPLACED, 2)
        store._writer.ask(lambda _: disk.wait(2 * little_patience)).cancel()
        assert await store.put(SLOT, WRITE, page(4), None) == (Put.REPLACED, 3)


async def test_whoever_comes_behind_a_thousand_hears_at_once_that_it_cannot_be_now(tmp_path: Path) -> None:
    async with opened(tmp_path / "slots.db") as store:
        with held(tmp_path / "slots.db"):
            line = [asyncio.create_task(store.put(SLOT, WRITE, page(1), MAKING)) for _ in range(LINE_MOST + 100)]
            begun = time.monotonic()
            async with asyncio.timeout(SOON_S):
                await asyncio.wait(line, return_when=asyncio.FIRST_COMPLETED)
            with pytest.raises(NotNow):
                await store.put(SLOT, WRITE, page(1), MAKING)
            assert time.monotonic() - begun < sqlite_slots.PATIENCE_S / 2
            for one in line:
                one.cancel()
        answers = await asyncio.gather(*line, return_exceptions=True)
        assert {type(answer) for answer in answers} <= {NotNow, asyncio.CancelledError}


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("thread", ["_writer", "_reader"])
async def test_a_thread_that_ends_is_the_end_of_the_store_and_nobody_waits_for_it(tmp_path: Path, thread: str) -> None:
    def runs_out(_: sqlite3.Connection) -> None:
        raise MemoryError

    async with opened(tmp_path / "slots.db") as store:
        one = getattr(store, thread)
        asked = [one.ask(runs_out), one.ask(lambda _: None)]
        async with asyncio.timeout(1.0):
            await store.until_broken()
            answers = await asyncio.gather(*asked, return_exceptions=True)
            assert {type(answer) for answer in answers} == {NotNow}
            with pytest.raises(NotNow):
                await (store.delete(SLOT, WRITE) if thread == "_writer" else store.get(SLOT, READ))
        await asyncio.to_thread(one._thread.join)


async def test_a_store_that_is_closed_is_not_broken(tmp_path: Path) -> None:
    async with opened(tmp_path / "slots.db") as store:
        broken = asyncio.create_task(store.until_broken())
    await asyncio.wait({broken}, timeout=0)
    assert not broken.done()
    broken.cancel()


async def test_on_a_full_disk_those_go_on_who_have_a_slot_and_new_ones_find_no_room(tmp_path: Path) -> None:
    with small_disk(tmp_path, 16 << 20) as disk:
        clock = Clock()
        async with opened(disk / "slots.db", clock) as store:
            slots = [bytes([n]) * 16 for n in range(1, 41)]
            for n, slot in enumerate(slots):
                await store.put(slot, WRITE, page(n), MAKING)
            filling = fill_up(disk)
            new = (store.put(bytes([n]) * 16, WRITE, page(n), Making(READ, only=n % 2 > 0)) for n in range(41, 250))
            answers = await asyncio.gather(*new, return_exceptions=True)
            assert NoRoom in {type(answer) for answer in answers}
            made = answers.count((Put.MADE, 1))
            # More than the log had room for.
            for version in range(2, 102):
                making = MAKING if version % 2 else None
                assert await store.put(slots[0], WRITE, page(version), making) == (Put.REPLACED, version)
            assert await store.get(slots[0], READ) == Page(page(101), 101)
            new = (store.put(n.to_bytes(16), WRITE, page(n), MAKING) for n in range(1, 210))
            answers = await asyncio.gather(*new, return_exceptions=True)
            assert NoRoom in {type(answer) for answer in answers}
            made += answers.count((Put.MADE, 1))
            clock.shows += DAY_S + 1
            assert await store.put(slots[0], WRITE, page(1), None) == (Put.REPLACED, 102)
            assert await store.delete(slots[1], READ)
            assert await store.forget(1) == 38 + made
            filling.unlink()
            assert await store.put(OTHER_SLOT, WRITE, page(1), MAKING) == (Put.MADE, 1)


@pytest.mark.parametrize("pages", range(5))
async def test_a_full_disk_at_the_first_start_is_no_room(tmp_path: Path, pages: int) -> None:
    with small_disk(tmp_path, 256 << 10) as disk:
        filling = fill_up(disk)
        os.truncate(filling, os.stat(filling).st_size - pages * PAGE)
        with pytest.raises(BusyOrFull, match="There is no room for the store"):
            await _once(disk / "slots.db")


async def _once(path: Path) -> None:
    async with opened(path):
        pass


async def test_a_file_that_can_only_be_read_is_said(tmp_path: Path) -> None:
    path = tmp_path / "slots.db"
    async with opened(path):
        pass
    with only_to_be_read(path), pytest.raises(CallIsOff, match=r"^The file of the store can only be read\.$"):
        await SqliteSlots(path).open()


@contextmanager
def only_to_be_read(path: Path) -> Iterator[None]:
    """As for a user who may not write it; here that is said of the file itself, since root may do everything."""
    place = str(path)
    assert subprocess.run(["mount", "--bind", place, place], check=False).returncode == 0, NEEDS_ROOT
    try:
        subprocess.run(["mount", "-o", "remount,bind,ro", place], check=True)
        yield
    finally:
        subprocess.run(["umount", place], check=True)


async def test_a_second_relay_over_the_same_file_is_refused_until_the_first_one_has_left(tmp_path: Path) -> None:
    path = tmp_path / "slots.db"
    async with opened(path) as store:
        await store.put(SLOT, WRITE, page(1), MAKING)
        with pytest.raises(BusyOrFull, match="Another relay"):
            await SqliteSlots(path).open()
        assert await store.put(SLOT, WRITE, page(2), None) == (Put.REPLACED, 2)
    async with opened(path) as store:
        assert await store.get(SLOT, READ) == Page(page(2), 2)


async def test_a_file_that_is_only_in_memory_is_no_store() -> None:
    with pytest.raises(CallIsOff, match="has to be a file"):
        await SqliteSlots(Path(":memory:")).open()


async def test_whoever_writes_while_many_are_forgotten_waits_for_a_part_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock, together = Clock(), []
    async with opened(tmp_path / "slots.db", clock) as store:
        for start in range(1, 501, 100):
            await asyncio.gather(
                *(store.put(n.to_bytes(16), WRITE, page(n), MAKING) for n in range(start, start + 100))
            )
        clock.shows += DAY_S + 1
        line, ask = store._writer._line, store._writer.ask

        def asked(*said: Any) -> Any:
            together.append(line.qsize())
            return ask(*said)

        monkeypatch.setattr(store._writer, "ask", asked)
        assert await store.forget(1) == 500
    assert max(together) < TOGETHER_MOST

"""What is PostgreSQL's alone among the stores: several relays at once, a standby to wait for, a server that goes away.

What every store does is in `test_conformance`.
"""

import asyncio
import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from math import ceil
from pathlib import Path

import psycopg
import pytest

from sync.relay.postgres_bell import CHANNEL, MOST_IN_ONE, Bell
from sync.relay.postgres_slots import BATCH, DAY_S, PostgresSlots
from sync.relay.refusals import CallIsOff, NewerStore, StoreNotReached
from sync.relay.slots import Making, NoRoom, NotNow, Put
from tests.faults.disks import fill_up, small_disk
from tests.relay.looking import until, until_so
from tests.relay.postgres_server import Server, new_server

ROOT = Path(__file__).parents[2]
SLOT, READ, WRITE = b"s" * 16, b"r" * 32, b"w" * 32
MAKING = Making(READ, only=False)
BODY, OTHER = b"1" * 16_384, b"2" * 16_384
NOON = 1_780_000_000
SOON_S = 10.0
_WAITING_FOR_STANDBY = "SELECT pid FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
_FILL = "INSERT INTO slot SELECT substr(sha256(n::text::bytea), 1, 16), '', '', '', 1, at, at"
_ALL_BUT_ME = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = "


@asynccontextmanager
async def opened(
    address: str, now: Callable[[], int] = lambda: NOON, deadline_s: float = 5.0
) -> AsyncIterator[PostgresSlots]:
    store = PostgresSlots(address, now, deadline_s=deadline_s)
    await store.open()
    try:
        yield store
    finally:
        await store.close()


async def before_long(deed: Callable[[], Awaitable[object]]) -> None:
    """Until the store answers again."""
    async with asyncio.timeout(SOON_S):
        while True:
            try:
                await deed()
            except NotNow:
                # As a client would, which asks again after a while.
                await asyncio.sleep(0.05)
            else:
                return


def rows(address: str, statement: str) -> list[tuple[object, ...]]:
    with psycopg.connect(address, autocommit=True) as connection:
        cursor = connection.execute(statement.encode())
        return cursor.fetchall() if cursor.description else []


async def test_relays_that_start_at_once_take_each_step_once(postgres_address: str) -> None:
    stores = [PostgresSlots(postgres_address) for _ in range(6)]
    try:
        await asyncio.gather(*(store.open() for store in stores))
        assert rows(postgres_address, "SELECT number, name FROM relay_migration") == [(1, "slots")]
    finally:
        await asyncio.gather(*(store.close() for store in stores))


async def test_a_store_of_a_newer_relay_is_left_as_it_is(postgres_address: str) -> None:
    async with opened(postgres_address):
        pass
    rows(postgres_address, "INSERT INTO relay_migration VALUES (9999, 'of tomorrow', 0)")
    with pytest.raises(NewerStore):
        await PostgresSlots(postgres_address).open()


def test_an_address_that_is_none_is_not_repeated() -> None:
    with pytest.raises(CallIsOff) as refused:
        PostgresSlots("postgresql://someone:secret@host/relay?no-such-word=1")
    assert "secret" not in str(refused.value)
    assert refused.value.__suppress_context__


async def test_a_server_that_is_not_there_is_not_reached(tmp_path: Path) -> None:
    with pytest.raises(StoreNotReached):
        await PostgresSlots(f"host={tmp_path} dbname=relay").open()


async def test_a_database_that_lets_nothing_be_made_says_so(postgres: Server, postgres_address: str) -> None:
    rows(postgres_address, "DROP ROLE IF EXISTS guest")
    rows(postgres_address, "CREATE ROLE guest LOGIN")
    with pytest.raises(CallIsOff, match="make a table"):
        await PostgresSlots(postgres_address.replace("user=cairn", "user=guest")).open()


async def test_one_relay_hears_what_another_wrote(postgres_address: str) -> None:
    async with opened(postgres_address) as here, opened(postgres_address) as there:
        await here.put(SLOT, WRITE, BODY, MAKING)
        async with asyncio.timeout(SOON_S):
            assert await there.changed() == {SLOT}
        assert await there.get(SLOT, READ) is not None


async def test_a_relay_hears_its_own_writes_once(postgres_address: str) -> None:
    other = b"o" * 16
    async with opened(postgres_address) as here, opened(postgres_address) as there:
        await here.put(SLOT, WRITE, BODY, MAKING)
        assert await here.changed() == {SLOT}
        async with asyncio.timeout(SOON_S):
            await there.changed()
            # What another says after it has heard ours comes after our own, if that were to come.
            await there.put(other, WRITE, BODY, MAKING)
            assert await here.changed() == {other}


async def test_many_slots_share_a_notification(postgres_address: str) -> None:
    many = [number.to_bytes(16) for number in range(1_000)]
    heard: set[bytes] = set()

    async def connect() -> psycopg.AsyncConnection[tuple[object, ...]]:
        return await psycopg.AsyncConnection.connect(postgres_address, autocommit=True)

    here, there = Bell(connect, heard.update), Bell(connect, heard.update)
    async with await connect() as watching:
        await watching.execute(f"LISTEN {CHANNEL}")
        await here.open()
        await there.open()
        here.ring(many)
        payloads = [
            note.payload async for note in watching.notifies(timeout=SOON_S, stop_after=ceil(1_000 / MOST_IN_ONE))
        ]
        await until_so(lambda: len(heard) == len(many), SOON_S)
        await here.close()
        await there.close()
    assert len(payloads) == 3
    assert heard == set(many)


async def test_what_is_no_list_of_slots_is_heard_as_nothing(postgres_address: str) -> None:
    async with opened(postgres_address) as store, opened(postgres_address) as other:
        for text in ("", "short", "12345678?", "12345678AAAA", "12345678é"):
            rows(postgres_address, f"SELECT pg_notify('{CHANNEL}', '{text}')")
        await other.put(SLOT, WRITE, BODY, MAKING)
        async with asyncio.timeout(SOON_S):
            assert await store.changed() == {SLOT}


async def test_whoever_does_not_know_the_capability_costs_one_statement_as_one_who_knows_no_slot(
    postgres: Server, postgres_address: str
) -> None:
    async with opened(postgres_address) as store:
        await store.put(SLOT, WRITE, BODY, MAKING)
    database = postgres_address.rpartition("=")[2]
    for setting in ("log_statement = 'all'", "log_min_messages = 'log'"):
        rows(postgres_address, f"ALTER DATABASE {database} SET {setting}")
    async with opened(postgres_address) as store:
        told = [await _told(postgres, store, slot) for slot in (SLOT, b"unknown".ljust(16))]
    assert told[0] == told[1]
    assert [statement.split()[0] for statement in told[0]] == ["SELECT", "UPDATE", "DELETE"]


async def _told(postgres: Server, store: PostgresSlots, slot: bytes) -> list[str]:
    """The statements that reach the server when a slot is asked for with a capability that is not its own."""
    start = postgres.log.stat().st_size
    wrong = b"x" * 32
    assert await store.get(slot, wrong) is None
    assert await store.put(slot, wrong, BODY, None) == (Put.UNKNOWN, 0)
    assert not await store.delete(slot, wrong)
    lines = postgres.log.read_bytes()[start:].decode().splitlines()
    return [line.partition(">: ")[2] or line.partition("statement: ")[2] for line in lines if "LOG:  execute" in line]


async def test_old_slots_go_in_batches_and_several_relays_may_do_it_at_once(postgres_address: str) -> None:
    old = 2 * BATCH + 10
    async with opened(postgres_address) as one, opened(postgres_address) as other:
        rows(
            postgres_address,
            f"{_FILL} FROM generate_series(1, {old}) n, LATERAL (VALUES ({NOON} - 121 * {DAY_S})) t (at)",
        )
        rows(
            postgres_address,
            f"{_FILL} FROM generate_series(-5, -1) n, LATERAL (VALUES ({NOON} - 119 * {DAY_S})) t (at)",
        )
        assert sum(await asyncio.gather(one.forget(120), other.forget(120))) == old
        assert rows(postgres_address, "SELECT count(*) FROM slot") == [(5,)]


async def test_forgetting_waits_for_nobody_who_writes(postgres_address: str) -> None:
    async with opened(postgres_address) as store, await psycopg.AsyncConnection.connect(postgres_address) as writing:
        rows(postgres_address, f"{_FILL} FROM generate_series(1, 3) n, LATERAL (VALUES (0)) t (at)")
        await writing.execute("UPDATE slot SET version = 2 WHERE id = (SELECT id FROM slot LIMIT 1)")
        assert await store.forget(120) == 2


@pytest.mark.parametrize("way", ["read", "written"])
async def test_a_clock_that_had_gone_ahead_keeps_nothing_for_ever(postgres_address: str, way: str) -> None:
    now = NOON + 80 * 365 * DAY_S
    async with opened(postgres_address, lambda: now) as store:
        await store.put(SLOT, WRITE, BODY, MAKING)
        rows(postgres_address, f"UPDATE slot SET written_at = {NOON}")
        now = NOON
        await (store.get(SLOT, READ) if way == "read" else store.put(SLOT, WRITE, OTHER, None))
        now = NOON + 121 * DAY_S
        assert await store.forget(120) == 1


async def test_a_write_on_the_same_day_touches_no_index(postgres_address: str) -> None:
    async with opened(postgres_address) as store:
        for _ in range(20):
            await store.put(SLOT, WRITE, BODY, MAKING)
        rows(postgres_address, "SELECT pg_stat_force_next_flush()")
    statement = "SELECT n_tup_upd, n_tup_hot_upd FROM pg_stat_user_tables WHERE relname = 'slot'"
    assert rows(postgres_address, statement) == [(19, 19)]


async def test_lost_connections_are_told_and_found_again(postgres: Server, postgres_address: str) -> None:
    database = postgres_address.rpartition("=")[2]
    async with opened(postgres_address) as here, opened(postgres_address) as there:
        await here.put(SLOT, WRITE, BODY, MAKING)
        postgres.run("postgres", f"{_ALL_BUT_ME} '{database}'")
        with pytest.raises(NotNow):
            await here.put(SLOT, WRITE, BODY, MAKING)
        await before_long(lambda: there.get(SLOT, READ))

        async def heard_again() -> None:
            await here.put(SLOT, WRITE, BODY, MAKING)
            async with asyncio.timeout(0.3):
                await there.changed()

        async with asyncio.timeout(SOON_S):
            while True:
                try:
                    await before_long(heard_again)
                except TimeoutError:
                    continue
                break


@pytest.fixture
def lonely(tmp_path: Path) -> Iterator[Server]:
    """A server that waits for a standby which never comes, with a slot in its database `postgres`."""
    with new_server() as server:
        server.make()
        server.start()
        asyncio.run(_with_a_slot(server))
        server.stop()
        server.start(synchronous_standby_names="nobody")
        yield server


async def _with_a_slot(server: Server) -> None:
    async with opened(server.address("postgres")) as store:
        await store.put(SLOT, WRITE, BODY, MAKING)


async def _waits_for_standby(server: Server) -> int:
    """The server process of a write that waits."""

    async def found() -> list[tuple[object, ...]]:
        return list(server.run("postgres", _WAITING_FOR_STANDBY))

    # It begins to wait some time after it was asked.
    return int(str((await until(found, SOON_S))[0][0]))


async def test_no_write_waits_for_ever_for_a_standby_and_none_stands_without_it(lonely: Server) -> None:
    async with opened(lonely.address("postgres"), deadline_s=0.5) as store:
        for deed in (
            store.put(SLOT, WRITE, OTHER, None),
            store.put(SLOT, WRITE, OTHER, MAKING),
            store.delete(SLOT, WRITE),
        ):
            begun = time.monotonic()
            with pytest.raises(NotNow):
                await deed
            assert time.monotonic() - begun < 3.0


@pytest.mark.parametrize("way", ["pg_cancel_backend", "pg_terminate_backend"])
async def test_a_wait_for_the_standby_that_is_cut_short_is_no_success(lonely: Server, way: str) -> None:
    async with opened(lonely.address("postgres"), deadline_s=60.0) as store:
        writing = asyncio.create_task(store.put(SLOT, WRITE, OTHER, None))
        lonely.run("postgres", f"SELECT {way}({await _waits_for_standby(lonely)})")
        with pytest.raises(NotNow):
            await writing


async def test_a_role_that_was_told_to_hear_nothing_and_to_wait_for_nothing_is_not_believed(lonely: Server) -> None:
    quick = "SET synchronous_commit TO off; "
    for setting in ("client_min_messages TO error", "synchronous_commit TO off"):
        lonely.run("postgres", f"{quick} ALTER ROLE cairn SET {setting}")
    async with opened(lonely.address("postgres"), deadline_s=60.0) as store:
        writing = asyncio.create_task(store.put(SLOT, WRITE, OTHER, None))
        lonely.run("postgres", f"SELECT pg_cancel_backend({await _waits_for_standby(lonely)})")
        with pytest.raises(NotNow):
            await writing


async def test_a_read_waits_for_no_standby(lonely: Server) -> None:
    tomorrow = NOON + DAY_S
    async with opened(lonely.address("postgres"), lambda: tomorrow, deadline_s=60.0) as store:
        async with asyncio.timeout(SOON_S):
            page = await store.get(SLOT, READ)
    assert page is not None
    assert page.body == BODY
    assert rows(lonely.address("postgres"), "SELECT used_at FROM slot") == [(tomorrow,)]


async def test_a_relay_that_starts_while_nothing_can_be_written_serves_what_is_there(lonely: Server) -> None:
    async with opened(lonely.address("postgres")) as store:
        assert await store.get(SLOT, READ) is not None


async def test_a_full_disk_of_the_server_is_no_room_and_reading_goes_on(tmp_path: Path) -> None:
    with new_server() as server:
        server.make()
        server.start()
        disk = server.folder / "small"
        disk.mkdir()
        with small_disk(disk, 24 << 20, "mode=0777"):
            server.run("postgres", f"CREATE TABLESPACE small LOCATION '{_owned(disk)}'")
            with server.database("TABLESPACE small") as name:
                await _is_full(server, name, disk)
            server.run("postgres", "DROP TABLESPACE small")


def _owned(disk: Path) -> Path:
    place = disk / "space"
    place.mkdir()
    place.chmod(0o777)
    Server.give(place)
    return place


async def _is_full(server: Server, name: str, disk: Path) -> None:
    async with opened(server.address(name)) as store:
        await store.put(SLOT, WRITE, BODY, MAKING)
        filling = fill_up(disk)
        with pytest.raises(NoRoom):
            await asyncio.gather(*(store.put(number.to_bytes(16), WRITE, BODY, MAKING) for number in range(200)))
        page = await store.get(SLOT, READ)
        assert page is not None
        assert page.body == BODY
        filling.unlink()
        assert (await store.put(SLOT, WRITE, OTHER, MAKING))[0] is Put.REPLACED


_STARTS_ONE = """
import os, signal
from tests.relay.postgres_server import new_server
with new_server() as server:
    server.make()
    server.start()
    print((server.data / "postmaster.pid").read_text().split()[0], server.folder, flush=True)
    signal.pause()
"""


def test_a_server_goes_with_a_test_run_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", _STARTS_ONE], cwd=ROOT, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        number, folder = run.stdout.readline().split()
        server = os.pidfd_open(int(number))
        try:
            run.kill()
            assert select.select([server], [], [], SOON_S)[0]
        finally:
            os.close(server)
            shutil.rmtree(folder, ignore_errors=True)

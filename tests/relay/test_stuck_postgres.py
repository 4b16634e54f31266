"""A PostgreSQL that stands still in the middle of a call: whoever asked hears so in time, and nothing comes late."""

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Awaitable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager, suppress

import psycopg
import pytest

from sync.relay import postgres_bell
from sync.relay.postgres_bell import Bell
from sync.relay.postgres_slots import CONNECTIONS, PostgresSlots
from sync.relay.refusals import CallIsOff
from sync.relay.running import CLOSES_WITHIN_S
from sync.relay.slots import Making, NotNow, Put
from tests.relay.looking import until_so
from tests.relay.postgres_server import Server, new_server

SLOT, OTHER_SLOT, READ, WRITE = b"s" * 16, b"t" * 16, b"r" * 32, b"w" * 32
MAKING = Making(READ, only=False)
ONE, TWO, THREE = (digit * 16_384 for digit in (b"1", b"2", b"3"))
DEADLINE_S = 0.5
ENOUGH_S = 0.3
"""For a busy computer to answer a call that has come to its end."""
SOON_S = 10.0
_THERE = "SELECT FROM pg_stat_activity WHERE pid = ANY(%s)"
_WARNS = """
CREATE FUNCTION warn() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE WARNING 'soon'; RETURN NEW; END $$;
CREATE TRIGGER warn BEFORE INSERT OR UPDATE ON slot FOR EACH ROW EXECUTE FUNCTION warn()
"""


@asynccontextmanager
async def opened(
    address: str, deadline_s: float = DEADLINE_S, connections: int = CONNECTIONS
) -> AsyncIterator[PostgresSlots]:
    store = PostgresSlots(address, deadline_s=deadline_s, connections=connections)
    await store.open()
    try:
        yield store
    finally:
        await store.close()


@contextmanager
def stopped(numbers: list[int]) -> Iterator[None]:
    """These processes stand still for as long as the block lasts."""
    try:
        for number in numbers:
            os.kill(number, signal.SIGSTOP)
        yield
    finally:
        for number in numbers:
            os.kill(number, signal.SIGCONT)


def backends(store: PostgresSlots) -> list[int]:
    """The server's processes behind the connections for slots."""
    return [connection.info.backend_pid for connection in store._ahead_s if not connection.closed]


async def gone(address: str, stuck: list[int]) -> None:
    """These have done what they were asked, and found their connection closed."""
    assert stuck

    def are_gone() -> bool:
        with psycopg.connect(address, autocommit=True) as connection:
            return not connection.execute(_THERE, (stuck,)).fetchall()

    await until_so(are_gone, SOON_S)


async def refused_in_time(deed: Awaitable[object]) -> None:
    begun = time.monotonic()
    async with asyncio.timeout(SOON_S):
        with pytest.raises(NotNow):
            await deed
    assert time.monotonic() - begun < DEADLINE_S + ENOUGH_S


async def before_long(store: PostgresSlots, making: Making | None, body: bytes) -> tuple[Put, int]:
    """A write that is answered, as a client gets it that asks again."""
    async with asyncio.timeout(SOON_S):
        while True:
            try:
                return await store.put(SLOT, WRITE, body, making)
            except NotNow:
                await asyncio.sleep(0.05)  # as a client would wait


@pytest.mark.parametrize("making", [None, MAKING])
async def test_a_write_that_was_stuck_does_not_come_over_a_newer_one(
    postgres_address: str, making: Making | None
) -> None:
    async with opened(postgres_address) as store:
        await store.put(SLOT, WRITE, ONE, MAKING)
        stuck = backends(store)
        with stopped(stuck):
            await refused_in_time(store.put(SLOT, WRITE, TWO, making))
            assert await before_long(store, making, THREE) == (Put.REPLACED, 2)
        await gone(postgres_address, stuck)
        page = await store.get(SLOT, READ)
        assert page is not None
        assert (page.body, page.version) == (THREE, 2)


async def test_taking_away_that_was_stuck_does_not_take_what_was_written_since(postgres_address: str) -> None:
    async with opened(postgres_address) as store:
        await store.put(SLOT, WRITE, ONE, MAKING)
        stuck = backends(store)
        with stopped(stuck):
            await refused_in_time(store.delete(SLOT, WRITE))
            await before_long(store, None, TWO)
        await gone(postgres_address, stuck)
        page = await store.get(SLOT, READ)
        assert page is not None
        assert page.body == TWO


@pytest.mark.parametrize("only", [False, True])
async def test_a_slot_that_was_taken_away_is_not_made_again_by_a_write_that_was_stuck(
    postgres_address: str, only: bool
) -> None:
    async with opened(postgres_address) as store:
        await store.get(SLOT, READ)
        stuck = backends(store)
        with stopped(stuck):
            await refused_in_time(store.put(SLOT, WRITE, ONE, Making(READ, only=only)))
            await before_long(store, MAKING, TWO)
            assert await store.delete(SLOT, WRITE)
        await gone(postgres_address, stuck)
        assert await store.get(SLOT, READ) is None


@pytest.mark.parametrize("jump_s", [-3_600.0, 3_600.0])
async def test_a_server_whose_clock_has_jumped_takes_writes_from_the_next_connection_on(
    postgres_address: str, jump_s: float
) -> None:
    async with opened(postgres_address, connections=1) as store:
        await store.put(SLOT, WRITE, ONE, MAKING)
        for connection in store._ahead_s:
            store._ahead_s[connection] += jump_s
        with pytest.raises(NotNow):
            await store.put(SLOT, WRITE, TWO, None)
        assert await before_long(store, None, THREE) == (Put.REPLACED, 2)


async def test_a_server_that_stands_still_is_told_in_time_and_answers_again_when_it_goes_on() -> None:
    with new_server() as server:
        server.make()
        server.start()
        address = server.address("postgres")
        async with opened(address) as store:
            await store.put(SLOT, WRITE, ONE, MAKING)
            with stopped([*all_of(server)]):
                deeds = (store.get(SLOT, READ) if n % 2 else store.put(SLOT, WRITE, TWO, None) for n in range(30))
                await asyncio.gather(*(refused_in_time(deed) for deed in deeds))
                await refused_in_time(store.get(SLOT, READ))
            assert (await before_long(store, None, THREE))[0] is Put.REPLACED


async def test_a_connection_that_is_stuck_before_its_first_call_is_given_up_in_time(postgres_address: str) -> None:
    async with opened(postgres_address) as store, await store._connect() as connection:
        with stopped([connection.info.backend_pid]):
            await refused_in_time(store._configure(connection))
            await until_so(lambda: connection.closed, 4 * postgres_bell.GRACE_S)


def test_a_server_that_stands_still_does_not_keep_a_relay_from_leaving() -> None:
    with new_server() as server, ExitStack() as still:
        server.make()
        server.start()
        begun = asyncio.run(_leaves(server, still))
        assert time.monotonic() - begun < CLOSES_WITHIN_S + ENOUGH_S


async def _leaves(server: Server, still: ExitStack) -> float:
    """As the process of a relay does, with a write under way; when it began to leave."""
    store = PostgresSlots(server.address("postgres"))
    await store.open()
    await store.put(SLOT, WRITE, ONE, MAKING)
    still.enter_context(stopped([*all_of(server)]))
    writing = asyncio.create_task(store.put(SLOT, WRITE, TWO, None))
    await until_so(lambda: store._under_way, SOON_S)
    begun = time.monotonic()
    with suppress(TimeoutError):
        await asyncio.wait_for(store.close(), CLOSES_WITHIN_S)
    with pytest.raises(NotNow):
        await writing
    return begun


def all_of(server: Server) -> Iterator[int]:
    """The server itself, then what it has begun."""
    yield int((server.data / "postmaster.pid").read_text().split()[0])
    others = server.run("postgres", "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid()")
    yield from (number for (number,) in others if isinstance(number, int))


async def test_a_row_that_somebody_holds_keeps_nobody_waiting_who_writes_another(postgres_address: str) -> None:
    async with opened(postgres_address, deadline_s=5.0) as store:
        for slot in (SLOT, OTHER_SLOT):
            await store.put(slot, WRITE, ONE, MAKING)
        with psycopg.connect(postgres_address) as holding:
            holding.execute("SELECT FROM slot WHERE id = %s FOR UPDATE", (SLOT,))
            waiting = [
                asyncio.create_task(store.put(SLOT, WRITE, TWO, None)) for _ in range(4 * CONNECTIONS)
            ]  # fmt: skip
            await until_so(lambda: len(store._under_way) == len(waiting), SOON_S)
            async with asyncio.timeout(1.0):
                assert await store.put(OTHER_SLOT, WRITE, TWO, None) == (Put.REPLACED, 2)
        versions = [version for _, version in await asyncio.gather(*waiting)]
    assert sorted(versions) == list(range(2, 2 + len(waiting)))


async def test_a_warning_of_something_else_refuses_no_write(postgres_address: str) -> None:
    async with opened(postgres_address) as store:
        with psycopg.connect(postgres_address, autocommit=True) as operator:
            operator.execute(_WARNS)
        assert await store.put(SLOT, WRITE, ONE, MAKING) == (Put.MADE, 1)
        assert await store.put(SLOT, WRITE, TWO, None) == (Put.REPLACED, 2)


async def test_what_keeps_relays_from_telling_each_other_is_said_once_and_they_go_on(
    postgres_address: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(postgres_bell, "AGAIN_S", 0.01)
    tries = 0

    async def connect() -> psycopg.AsyncConnection[tuple[object, ...]]:
        nonlocal tries
        tries += 1
        if tries <= 6:
            raise psycopg.errors.InsufficientPrivilege
        return await psycopg.AsyncConnection.connect(postgres_address, autocommit=True)

    bell = Bell(connect, lambda _: None)
    async with asyncio.timeout(SOON_S):
        await bell.open()
    await bell.close()
    said = "relays cannot tell each other what changed: InsufficientPrivilege"
    assert caplog.messages == [said, said]  # one who tells, one who hears


async def test_a_fault_where_relays_hear_each_other_is_the_end_of_the_store(
    postgres_address: str, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened(postgres_address) as store, opened(postgres_address) as other:

        def fault(_: object) -> None:
            raise ZeroDivisionError

        store._bell._heard = fault
        await other.put(SLOT, WRITE, ONE, MAKING)
        async with asyncio.timeout(SOON_S):
            await store.until_broken()
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ("dbname=nowhere", "The PostgreSQL server of the store has no database of that name."),
        ("user=nobody_at_all", "The PostgreSQL server of the store does not let this user in."),
        ("port=99999", "The address of the store is not one of a PostgreSQL database."),
    ],
)
async def test_what_is_wrong_with_the_address_is_said_and_none_of_it_repeated(
    postgres_address: str, wrong: str, sentence: str
) -> None:
    with pytest.raises(CallIsOff) as refused:
        await PostgresSlots(f"{postgres_address} {wrong}").open()
    assert str(refused.value) == sentence

"""PostgreSQL goes away in the middle of load: what was answered as written is there, and not older.

Here two stores are asked themselves; in `test_through_postgres.py` relays are, over HTTP, where a standby takes over.
"""

import asyncio
import signal
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager

import pytest

from sync.relay.postgres_slots import PostgresSlots
from sync.relay.slots import Making, NotNow, Put
from tests.relay.load import Load, load
from tests.relay.postgres_server import Server, new_server

READ, WRITE = b"r" * 32, b"w" * 32
MAKING = Making(READ, only=False)
WRITERS = 6
DATABASE = "postgres"


@asynccontextmanager
async def writing(address: str) -> AsyncIterator[Load]:
    """Two relays over one PostgreSQL, and writers who turn to one or the other. None is left at work at the end."""
    stores = [PostgresSlots(address, deadline_s=1.0) for _ in range(2)]

    async def write(slot: bytes, body: bytes) -> int:
        try:
            outcome, version = await stores[body[7] % 2].put(slot, WRITE, body, MAKING)
        except NotNow:
            return 0
        assert outcome in (Put.MADE, Put.REPLACED)
        return version

    for store in stores:
        await store.open()
    try:
        async with load(write, WRITERS) as told:
            yield told
    finally:
        for store in stores:
            await store.close()


async def lost(told: Load, address: str) -> list[str]:
    """Read by a relay that was not there before."""
    store = PostgresSlots(address)
    await store.open()

    async def read(slot: bytes) -> bytes | None:
        page = await store.get(slot, READ)
        return page.body if page else None

    try:
        return await told.lost(read)
    finally:
        await store.close()


@pytest.fixture
def alone() -> Iterator[Server]:
    with new_server() as server:
        server.make()
        server.start()
        yield server


@pytest.fixture
def two() -> Iterator[tuple[Server, Server]]:
    """One that takes writes and waits for the other, which has nothing to wait for."""
    with ExitStack() as both:
        first, second = (both.enter_context(new_server()) for _ in range(2))
        first.make()
        first.start()
        second.copy_of(first)
        second.start(hot_standby="on")
        # Without another start, which the standby would notice seconds later.
        first.run(DATABASE, "ALTER SYSTEM SET synchronous_standby_names TO 'standby'")
        first.run(DATABASE, "SELECT pg_reload_conf()")
        yield first, second


@pytest.mark.parametrize("way", [signal.SIGINT, signal.SIGQUIT], ids=["as an operator does", "as in a crash"])
async def test_nothing_answered_is_lost_when_the_server_is_restarted(alone: Server, way: signal.Signals) -> None:
    address = alone.address(DATABASE)
    async with writing(address) as told:
        await told.goes_on(5)
        await asyncio.to_thread(alone.stop, way)
        alone.start()
        await told.goes_on(5)
    assert await lost(told, address) == []


async def test_nothing_is_answered_by_a_server_whose_standby_has_taken_over_already(two: tuple[Server, Server]) -> None:
    first, second = two
    address = f"host={first.folder},{second.folder} user=cairn dbname={DATABASE}"
    async with writing(address) as told:
        await told.goes_on(5)
        await asyncio.to_thread(second.promote)
        await told.is_refused(2 * WRITERS)
        # It still answers who is connected; that it takes no writes any more is how it is kept out.
        first.run(DATABASE, "ALTER SYSTEM SET default_transaction_read_only TO on")
        first.run(DATABASE, "SELECT pg_reload_conf()")
        await told.goes_on(5)
        refused = told.not_answered
        await told.goes_on(5)
        # Every connection is one to the other server by now.
        assert told.not_answered == refused
    assert await lost(told, second.address(DATABASE)) == []

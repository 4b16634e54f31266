"""PostgreSQL goes away under load, as writers hear of it: relays in processes of their own, calls over HTTP.

What was answered 200 or 201 is there afterwards and not older; what could not be known was answered 503.
"""

import asyncio
import os
import signal
import subprocess
from collections import Counter
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager
from itertools import pairwise

import pytest

from tests.relay.load import Load, load
from tests.relay.looking import until
from tests.relay.postgres_server import Server, as_url, new_server
from tests.relay.served import PATIENCE_S, Line, Slot, line_to, place_of, process

READ, WRITE = os.urandom(32), os.urandom(32)
WRITERS = 6
DATABASE = "postgres"
ITSELF = ("-P", "-m", "sync.relay")
NOT_KNOWN = 503
_WAITS = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'"


class Callers:
    """A connection for each slot, to one relay or another; and what each call was answered with."""

    def __init__(self, relays: "list[subprocess.Popen[bytes]]") -> None:
        self._places = [_place_in(begun) for begun in relays]
        self._lines: dict[bytes, tuple[AsyncExitStack, Line]] = {}
        self.statuses: Counter[int] = Counter()

    async def write(self, slot: bytes, body: bytes) -> int:
        """The version that was answered; 0 where it is not known whether it stands."""
        status, version = await (await self._line(slot)).put(Slot(slot, READ, WRITE), body)
        self.statuses[status] += 1
        assert status in (200, 201, NOT_KNOWN)
        return version if status != NOT_KNOWN else 0

    async def read(self, slot: bytes) -> bytes | None:
        status, body = await (await self._line(slot)).get(Slot(slot, READ, WRITE))
        return body if status == 200 else None

    async def close(self) -> None:
        for stack, _ in self._lines.values():
            await stack.aclose()

    async def _line(self, slot: bytes) -> Line:
        # A relay whose store is gone answers all the same: its connections last.
        if slot not in self._lines:
            stack = AsyncExitStack()
            place = self._places[len(self._lines) % len(self._places)]
            self._lines[slot] = stack, await stack.enter_async_context(line_to(place))
        return self._lines[slot][1]


def _place_in(begun: "subprocess.Popen[bytes]") -> tuple[str, int]:
    host, _, port = place_of(begun).removeprefix("http://").rpartition(":")
    return host, int(port)


@asynccontextmanager
async def relays(address: str, number: int) -> AsyncIterator[Callers]:
    """So many over one PostgreSQL. They live through what happens to it, without a fault, and leave when told."""
    said = {"CAIRN_RELAY_LISTEN": "127.0.0.1:0", "CAIRN_RELAY_STORE": as_url(address),
            "CAIRN_RELAY_WRITES_A_MINUTE": "100000"}  # fmt: skip
    with ExitStack() as all_of_them:
        begun = [all_of_them.enter_context(process("", program=ITSELF, **said)) for _ in range(number)]
        # Read all the time: a relay that nobody listens to waits in the middle of a word at some point.
        words = [asyncio.create_task(asyncio.to_thread(_all_that_it_says, one)) for one in begun]
        callers = await asyncio.to_thread(Callers, begun)
        try:
            yield callers
        finally:
            await callers.close()
        for one in begun:
            one.terminate()
        assert not [told for told in await asyncio.gather(*words) if b"a fault" in told]
        assert {await asyncio.to_thread(one.wait, PATIENCE_S) for one in begun} == {0}


def _all_that_it_says(begun: "subprocess.Popen[bytes]") -> bytes:
    assert begun.stderr is not None
    return begun.stderr.read()


async def lost(told: Load, address: str) -> list[str]:
    """As a relay reads it that was not there before."""
    async with relays(address, 1) as callers:
        return await told.lost(callers.read)


def at(*servers: Server) -> str:
    """The address of them all: a relay finds the one that takes writes."""
    return f"host={','.join(str(server.folder) for server in servers)} user=cairn dbname={DATABASE}"


def follow(first: Server, second: Server) -> None:
    """Have the second stand by, and the first wait for it."""
    # In this order: what the first is told, its copy would be told too, and has nobody to wait for.
    second.copy_of(first)
    second.start(hot_standby="on")
    wait_for(first, "standby")


def wait_for(server: Server, standby: str) -> None:
    server.run(DATABASE, f"ALTER SYSTEM SET synchronous_standby_names TO '{standby}'")
    server.run(DATABASE, "SELECT pg_reload_conf()")


@contextmanager
def servers(number: int) -> Iterator[list[Server]]:
    """The first is at work; the others are empty folders so far."""
    with ExitStack() as all_of_them:
        made = [all_of_them.enter_context(new_server()) for _ in range(number)]
        made[0].make()
        made[0].start()
        yield made


async def cut_short(told: Load, first: Server, second: Server) -> None:
    """The standby is gone, all writers wait for it, and somebody ends their waiting: none of them hears 200."""
    await asyncio.to_thread(second.stop)

    async def all_wait() -> bool:
        return first.run(DATABASE, f"SELECT count(*) {_WAITS}") == [(WRITERS,)]

    await until(all_wait, PATIENCE_S)
    answered = told.answered
    first.run(DATABASE, f"SELECT pg_cancel_backend(pid) {_WAITS}")
    await told.is_refused(WRITERS)
    assert told.answered == answered


async def taken_over(told: Load, first: Server, second: Server) -> None:
    """The first crashes, and the standby takes over in the middle of load."""
    await asyncio.to_thread(first.stop, signal.SIGQUIT)
    await asyncio.to_thread(second.promote)
    await told.goes_on(5)


async def test_what_was_answered_over_http_stands_when_the_standby_takes_over() -> None:
    with servers(2) as (first, second):
        follow(first, second)
        async with relays(at(first, second), 2) as callers:
            async with load(callers.write, WRITERS) as told:
                await told.goes_on(5)
                await cut_short(told, first, second)
                # What stands on the first alone by now was answered to nobody.
                await asyncio.to_thread(first.stop, signal.SIGQUIT)
                await asyncio.to_thread(second.start)
                await asyncio.to_thread(second.promote)
                await told.goes_on(5)
            assert await told.lost(callers.read) == []
        assert set(callers.statuses) == {200, 201, NOT_KNOWN}


async def started_again(told: Load, server: Server, way: signal.Signals) -> None:
    """The server stops as it is told, and comes back, in the middle of load."""
    await asyncio.to_thread(server.stop, way)
    await told.is_refused(1)
    await asyncio.to_thread(server.start)
    await told.goes_on(20)


@pytest.mark.soak
@pytest.mark.parametrize("number", [1, 2], ids=["one relay", "two relays"])
async def test_what_was_answered_over_http_stands_through_five_failovers_and_ten_restarts(number: int) -> None:
    with servers(6) as line:
        async with relays(at(*line), number) as callers:
            async with load(callers.write, WRITERS) as told:
                for first, second in pairwise(line):
                    await told.goes_on(20)
                    await asyncio.to_thread(follow, first, second)
                    await told.goes_on(20)
                    for way in (signal.SIGINT, signal.SIGQUIT):
                        await started_again(told, first, way)
                    await cut_short(told, first, second)
                    await asyncio.to_thread(second.start)
                    await told.goes_on(20)
                    await taken_over(told, first, second)
            assert await told.lost(callers.read) == []
        assert await lost(told, at(line[-1])) == []
        print(f"{number} relays, 5 failovers, 10 restarts: {dict(callers.statuses)}")
        assert set(callers.statuses) == {200, 201, NOT_KNOWN}

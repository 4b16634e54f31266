"""Whoever sends too much, too slowly or nothing at all takes little, and others are served meanwhile."""

import asyncio
import gc
import os
import resource
import subprocess
import tracemalloc
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from pathlib import Path

import pytest

from sync.relay import asking, running
from sync.relay.limiting import Limit, PassingTime
from sync.relay.sqlite_slots import SqliteSlots
from tests.relay.looking import until, until_so
from tests.relay.served import PATIENCE_S, Relay, Slot, chosen, line_to, page, place_of, process, serving

SOON_S = 0.2


@pytest.fixture
async def relay(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Relay]:
    """One that looks at its connections often."""
    monkeypatch.setattr(running, "LOOKED_AT_EVERY_S", SOON_S)
    store = SqliteSlots(tmp_path / "slots.db")
    await store.open()
    async with serving(store, chosen(connections=300)) as relay:
        yield relay
    await store.close()


@asynccontextmanager
async def connected(relay: Relay, sends: bytes) -> AsyncIterator[asyncio.StreamReader]:
    """A connection that sends this and no more."""
    reader, writer = await asyncio.open_connection(*relay.place)
    try:
        writer.write(sends)
        yield reader
    finally:
        writer.transport.abort()


BEGINNING = b"PUT /v1/slots/" + b"0" * 32 + b" HTTP/1.1\r\nHost: relay\r\n"


@pytest.mark.parametrize("sends", [b"", b"PUT /v1", BEGINNING, BEGINNING + b"Cookie: " + b"x" * 10_000])
async def test_a_connection_without_a_whole_call_is_closed(relay: Relay, sends: bytes) -> None:
    async with connected(relay, sends) as reader, asyncio.timeout(PATIENCE_S):
        assert await reader.read() == b""


async def test_a_body_that_does_not_come_is_given_up(relay: Relay, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "BODY_WITHIN_S", SOON_S)
    sends = BEGINNING + b"Content-Length: 16384\r\n\r\nthe first words"
    async with connected(relay, sends) as reader, asyncio.timeout(PATIENCE_S):
        assert (await reader.read()).startswith(b"HTTP/1.1 400 ")


async def test_a_head_that_is_too_long_is_refused(relay: Relay) -> None:
    async with connected(relay, BEGINNING + b"Cookie: " + b"x" * 20_000) as reader, asyncio.timeout(PATIENCE_S):
        assert await reader.read(12) == b"HTTP/1.1 400"


async def send_without_end(writer: asyncio.StreamWriter, part: bytes) -> None:
    while True:
        writer.write(part)
        await writer.drain()
        await asyncio.sleep(0.001)  # as on a line that is not endless


@pytest.mark.parametrize(
    ("length", "answer"),
    [(b"Content-Length: 1000000000", b"HTTP/1.1 400"), (b"Transfer-Encoding: chunked", b"HTTP/1.1 411")],
)
async def test_a_body_without_an_end_is_answered_and_then_cut_off(relay: Relay, length: bytes, answer: bytes) -> None:
    reader, writer = await asyncio.open_connection(*relay.place)
    writer.write(BEGINNING + length + b"\r\n\r\n")
    part = b"2000\r\n" + bytes(0x2000) + b"\r\n"
    writer.write(part * 3)
    async with asyncio.timeout(PATIENCE_S):
        assert await reader.read(12) == answer
        with pytest.raises(ConnectionError):
            await send_without_end(writer, part)
    writer.transport.abort()


async def test_whoever_reads_nothing_is_let_go(relay: Relay) -> None:
    slot = await relay.make()
    call = f"GET {slot.path} HTTP/1.1\r\nHost: relay\r\nAuthorization: {slot.reading['Authorization']}\r\n\r\n".encode()
    _, writer = await asyncio.open_connection(*relay.place, limit=1_024)
    assert isinstance(writer.transport, asyncio.Transport)
    writer.transport.pause_reading()
    writer.write(call * 2_000)
    await until_so(lambda: len(relay.server.server_state.connections) <= 1, PATIENCE_S)
    writer.transport.abort()
    assert (await relay.held(slot)).status_code == 200


async def test_others_are_served_while_many_hold_connections_open(relay: Relay) -> None:
    slot = await relay.make()
    async with AsyncExitStack() as many:
        for _ in range(250):
            await many.enter_async_context(connected(relay, BEGINNING))
        async with asyncio.timeout(5):
            assert (await relay.held(slot)).status_code == 200


async def test_beyond_the_limit_it_is_503_and_far_beyond_nothing(relay: Relay) -> None:
    async with AsyncExitStack() as many:
        for _ in range(300):
            await many.enter_async_context(connected(relay, b""))
        call = b"GET /healthz HTTP/1.1\r\nHost: relay\r\nConnection: close\r\n\r\n"
        async with connected(relay, call) as reader, asyncio.timeout(PATIENCE_S):
            assert (await reader.read()).startswith(b"HTTP/1.1 503 ")
        for _ in range(350):
            await many.enter_async_context(connected(relay, b""))
        assert len(relay.server.server_state.connections) <= 601

    async def is_served() -> bool:
        return (await relay.get("/healthz")).status_code == 200

    assert await until(is_served, PATIENCE_S)


async def test_ten_megabytes_are_refused_by_their_length_before_any_of_them_came(relay: Relay) -> None:
    async with connected(relay, BEGINNING + b"Content-Length: 10000000\r\n\r\n") as reader, asyncio.timeout(5):
        assert await reader.read(12) == b"HTTP/1.1 400"


async def test_ten_megabytes_of_no_length_take_no_room(relay: Relay) -> None:
    part = b"2000\r\n" + bytes(0x2000) + b"\r\n"
    tracemalloc.start()
    try:
        _, writer = await asyncio.open_connection(*relay.place)
        writer.write(BEGINNING + b"Transfer-Encoding: chunked\r\n\r\n")
        with suppress(ConnectionError):
            for _ in range(10_000_000 // 0x2000):
                writer.write(part)
                await writer.drain()
        writer.transport.abort()
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most < 2_000_000


def memory_kb(begun: "subprocess.Popen[bytes]") -> int:
    status = Path(f"/proc/{begun.pid}/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


async def strangers(place: str, calls: int) -> None:
    """So many wrong capabilities, each another one, each at another slot."""
    host, _, port = place.removeprefix("http://").rpartition(":")
    numbers = iter(range(calls))

    async def ask() -> None:
        async with line_to((host, int(port))) as line:
            for number in numbers:
                slot = Slot()
                if number % 2:
                    status, _ = await line.get(slot)
                else:
                    status, _, _ = await line.call("PUT", slot.path, slot.writing, page(number))
                assert status == 404

    async with asyncio.TaskGroup() as together:
        for _ in range(20):
            together.create_task(ask())


async def grown_kb(folder: Path, calls: int) -> int:
    with process(f"sqlite:{folder / 'slots.db'}") as begun:
        place = await asyncio.to_thread(place_of, begun)
        await strangers(place, 1_000)
        before = memory_kb(begun)
        await strangers(place, calls)
        return memory_kb(begun) - before


KEEPS = [tracemalloc.Filter(True, pattern) for pattern in ("*/sync/relay/*", "*/limits/*", "*/prometheus_client/*")]
"""Where a relay keeps things."""


async def things_kept(place: str) -> int:
    """How many were made there since tracing began and are there still."""
    # The store has its last calls in hand until the next ones come: let those be few.
    await strangers(place, 2)
    gc.collect()
    kept = tracemalloc.take_snapshot().filter_traces(KEEPS)
    return sum(one.count for one in kept.statistics("filename"))


async def test_of_wrong_capabilities_nothing_is_kept(tmp_path: Path) -> None:
    store = SqliteSlots(tmp_path / "slots.db")
    await store.open()
    async with serving(store, chosen()) as relay:
        place = str(relay.base_url).rstrip("/")
        tracemalloc.start()
        try:
            await strangers(place, 100)
            before = await things_kept(place)
            await strangers(place, 400)
            grown = await things_kept(place) - before
        finally:
            tracemalloc.stop()
    await store.close()
    # Some tens come and go.
    assert grown < 200


@pytest.mark.soak
async def test_100000_wrong_capabilities_fill_no_memory(tmp_path: Path) -> None:
    grown = await grown_kb(tmp_path, 100_000)
    print(f"after 100,000 wrong capabilities: {grown} KB more")
    assert grown < 2_000


@pytest.mark.soak
async def test_10000_slots_and_1000_waiting_reads_take_less_than_300_mb(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8_192), hard))
    store = f"sqlite:{tmp_path / 'slots.db'}"
    with process(store) as begun:
        place = await asyncio.to_thread(place_of, begun)
        host, _, port = place.removeprefix("http://").rpartition(":")
        slots = [Slot() for _ in range(10_000)]
        todo = iter(slots)

        async def make() -> None:
            async with line_to((host, int(port))) as line:
                for slot in todo:
                    assert await line.put(slot, os.urandom(16) * 1_024) == (201, 1)

        async with asyncio.TaskGroup() as together:
            for _ in range(20):
                together.create_task(make())
        async with AsyncExitStack() as lines:
            waits = []
            for slot in slots[:1_000]:
                line = await lines.enter_async_context(line_to((host, int(port))))
                _, said, _ = await line.call("GET", slot.path, slot.reading)
                headers = {**slot.reading, "If-None-Match": said["etag"], "Prefer": "wait=25"}
                waits.append(asyncio.create_task(line.call("GET", slot.path, headers)))
            await asyncio.sleep(8)  # so that all wait, and each has looked again
            taken = memory_kb(begun)
            for wait in waits:
                wait.cancel()
    resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    print(f"10,000 slots and 1,000 waiting reads: {taken / 1_024:.0f} MB")
    assert taken < 300 * 1_024


def test_what_was_counted_goes_when_its_time_is_over() -> None:
    now = [0.0]
    counts = PassingTime(lambda: now[0])
    for number in range(1_000):
        counts.incr(str(number), 60)
    now[0] = 59
    assert counts.get("1") == 1
    now[0] = 60
    assert (counts.get("1"), len(counts)) == (0, 1_000)
    counts.incr("one more", 60)
    assert len(counts) == 1


def test_what_is_refused_or_fails_is_not_counted() -> None:
    from limits import RateLimitItemPerMinute

    limit = Limit(RateLimitItemPerMinute(2))
    for _ in range(10):
        with limit.one_more("stranger"):
            pass
    assert len(limit) == 0

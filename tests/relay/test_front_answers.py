"""What a relay answers to those who send in chunks, look after it, want its counters, or find a fault in it."""

import asyncio
import logging
from collections.abc import AsyncIterator
from typing import Any, cast

import h11
import httpx
import psycopg
import pytest

from sync.relay.running import READ_AT_ONCE, Bounded
from sync.relay.slots import NotNow, Page
from tests.relay.looking import until_so
from tests.relay.memory_store import MemorySlots
from tests.relay.served import PATIENCE_S, Relay, Slot, chosen, error_of, page, serving
from tests.relay.stores import Clock

CHUNKED = b" HTTP/1.1\r\nHost: relay\r\nTransfer-Encoding: chunked\r\n\r\n"
TINY = b"1\r\na\r\n"


@pytest.fixture
async def relay() -> AsyncIterator[Relay]:
    async with serving(MemorySlots(Clock()), chosen()) as relay:
        yield relay


async def answered(relay: Relay, sends: bytes) -> bytes:
    """All that comes back until the other side closes."""
    reader, writer = await asyncio.open_connection(*relay.place)
    try:
        writer.write(sends)
        async with asyncio.timeout(PATIENCE_S):
            return await reader.read()
    finally:
        writer.transport.abort()


@pytest.mark.parametrize(
    "call", [b"PUT " + Slot().path.encode(), b"GET /v1/info", b"GET /nowhere"], ids=["write", "info", "nowhere"]
)
async def test_a_body_in_chunks_is_411_and_the_end_whatever_is_called(relay: Relay, call: bytes) -> None:
    said = await answered(relay, call + CHUNKED + TINY)
    head, _, body = said.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 411 Length Required\r\n")
    assert b"connection: close" in head
    assert error_of(httpx.Response(411, content=body)) == "length"


async def test_a_page_whose_length_nobody_says_is_411_and_stands_nowhere(relay: Relay) -> None:
    slot = await relay.make(page(1))
    said = "".join(f"{name}: {value}\r\n" for name, value in slot.writing.items())
    sends = f"PUT {slot.path} HTTP/1.1\r\nHost: relay\r\nConnection: close\r\n{said}\r\n".encode()
    assert (await answered(relay, sends)).startswith(b"HTTP/1.1 411 ")
    assert (await relay.held(slot)).content == page(1)


async def test_of_chunks_that_came_along_none_is_taken_apart(relay: Relay, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[object] = []
    next_event = h11.Connection.next_event

    def noted(self: h11.Connection) -> object:
        taken.append(event := next_event(self))
        return event

    monkeypatch.setattr(h11.Connection, "next_event", noted)
    await answered(relay, b"GET /v1/info" + CHUNKED + TINY * 1_000)
    assert len(taken) == 1


async def test_an_answer_that_has_begun_is_broken_off_and_not_followed_by_another(relay: Relay) -> None:
    reader, writer = await asyncio.open_connection(*relay.place)
    writer.write(b"PUT /v1/slots/a HTTP/1.1\r\nHost: relay\r\nContent-Length: 16384\r\n\r\n")
    connections = relay.server.server_state.connections
    await until_so(lambda: [one for one in connections if isinstance(one, Bounded) and one.cycle], PATIENCE_S)
    (connection,) = connections
    assert isinstance(connection, Bounded)
    connection.conn.send(h11.Response(status_code=200, headers=[]))
    connection.send_400_response("what came is no HTTP")
    async with asyncio.timeout(PATIENCE_S):
        assert await closed(reader)
    writer.transport.abort()


async def closed(reader: asyncio.StreamReader) -> bool:
    """Whether nothing came before the end, however it came about."""
    try:
        return await reader.read() == b""
    except ConnectionError:
        return True


async def test_no_more_is_read_from_one_connection_before_others_have_their_turn(relay: Relay) -> None:
    reader, writer = await asyncio.open_connection(*relay.place)
    writer.write(b"GET /v1/info HTTP/1.1\r\nHost: relay\r\n\r\n")
    await reader.readuntil(b"\r\n\r\n")
    (connection,) = relay.server.server_state.connections
    assert cast(Any, connection).transport.max_size == READ_AT_ONCE == 16_384
    writer.transport.abort()


async def test_whoever_looks_after_it_may_ask_for_the_head_alone(relay: Relay) -> None:
    answer = await relay.head("/healthz")
    assert (answer.status_code, answer.content) == (200, b"")
    assert (await relay.post("/healthz")).headers["allow"] == "GET, HEAD"
    assert (await relay.head("/metrics")).status_code == 405


async def test_a_store_that_does_not_answer_shows_in_the_head_too() -> None:
    async with serving(_Away(Clock()), chosen()) as relay:
        assert (await relay.head("/healthz")).status_code == 503


@pytest.mark.parametrize("through", [{}, {"X-Forwarded-For": "198.51.100.7"}, {"X-Forwarded-For": "127.0.0.1"}])
@pytest.mark.parametrize("proxies", [(), ("127.0.0.1",)])
async def test_counters_are_for_this_computer_and_for_nobody_who_came_by_a_proxy(
    through: dict[str, str], proxies: tuple[str, ...]
) -> None:
    async with serving(MemorySlots(Clock()), chosen(proxies=proxies)) as relay:
        answer = await relay.get("/metrics", headers=through)
    assert answer.status_code == (404 if through else 200)
    assert ("cairn_relay" in answer.text) is not bool(through)


@pytest.mark.parametrize(("shown_to", "status"), [("192.0.2.0/24", 404), ("", 404), ("0.0.0.0/0", 200)])
async def test_whoever_runs_it_says_who_sees_the_counters(shown_to: str, status: int) -> None:
    async with serving(MemorySlots(Clock()), chosen(metrics_for=shown_to)) as relay:
        assert (await relay.get("/metrics")).status_code == status


class _Away(MemorySlots):
    async def get(self, slot: bytes, read_sha256: bytes) -> Page | None:
        raise NotNow


class _FaultyElsewhere(MemorySlots):
    async def get(self, slot: bytes, read_sha256: bytes) -> Page | None:
        psycopg.conninfo.conninfo_to_dict("no=such=thing")
        return None


async def test_the_place_of_a_fault_is_the_last_one_in_the_relay(caplog: pytest.LogCaptureFixture) -> None:
    async with serving(_FaultyElsewhere(Clock()), chosen()) as relay:
        assert (await relay.get("/healthz")).status_code == 500
    (told,) = [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR]
    assert told.startswith("a fault: ProgrammingError at ")
    assert "/sync/relay/app.py:" in told

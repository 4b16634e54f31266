"""What the log of a relay says: that the store is ill and that it is well again. Strangers put nothing into it."""

import asyncio
import logging
import socket
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from sync.relay import running
from sync.relay.forgetting import NOTE
from sync.relay.noticing import QUIET_S
from sync.relay.running import LEAVES_WITHIN_S
from sync.relay.slots import Damaged, Making, NoRoom, NotNow, Page, Put
from sync.relay.sqlite_slots import SqliteSlots
from tests.relay.memory_store import MemorySlots
from tests.relay.served import PATIENCE_S, Passing, Relay, Slot, chosen, page, place_of, process, serving, told_to_leave
from tests.relay.stores import Clock

NO_ANSWER = "the store does not answer: whoever needs it hears 503 until it does"
NO_ROOM = "the store has no room: nothing is written until there is some"
DAMAGED = "the store is damaged: stop the relay, delete the file"
WELL = "the store is well again"


class Ill(MemorySlots):
    """A store that is whatever a test says."""

    reading: Exception | None = None
    writing: Exception | None = None

    async def get(self, slot: bytes, read_sha256: bytes) -> Page | None:
        if self.reading:
            raise self.reading
        return await super().get(slot, read_sha256)

    async def put(self, slot: bytes, write_sha256: bytes, body: bytes, making: Making | None) -> tuple[Put, int]:
        # As a full disk does: where nothing is there to be replaced, nothing is written.
        if self.writing and slot in self._rows:
            raise self.writing
        return await super().put(slot, write_sha256, body, making)


@pytest.fixture
def store() -> Ill:
    return Ill(Clock())


@pytest.fixture
def passing() -> Passing:
    return Passing()


@pytest.fixture
async def relay(store: Ill, passing: Passing) -> AsyncIterator[Relay]:
    async with serving(store, chosen(), passing) as relay:
        yield relay


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was told at the level that the process shows."""
    return [record.getMessage() for record in caplog.records if record.levelno >= logging.WARNING]


async def test_a_store_that_does_not_answer_is_told_once_and_so_is_that_it_does_again(
    relay: Relay, store: Ill, passing: Passing, caplog: pytest.LogCaptureFixture
) -> None:
    slot = await relay.make()
    store.reading = NotNow()
    for _ in range(3):
        assert (await relay.held(slot)).status_code == 503
    assert lines(caplog) == [NO_ANSWER]
    store.reading = None
    assert (await relay.held(slot)).status_code == 200
    assert lines(caplog) == [NO_ANSWER]
    passing.seconds = QUIET_S
    # What nobody asked the store for says nothing of it.
    assert (await relay.get("/v1/info")).status_code == 200
    assert (await relay.put(slot.path, headers=slot.writing, content=b"short")).status_code == 400
    assert lines(caplog) == [NO_ANSWER]
    assert (await relay.held(slot)).status_code == 200
    assert lines(caplog) == [NO_ANSWER, WELL]
    store.reading = NotNow()
    await relay.held(slot)
    assert lines(caplog) == [NO_ANSWER, WELL, NO_ANSWER]


async def test_a_full_store_is_told_until_something_was_written(
    relay: Relay, store: Ill, passing: Passing, caplog: pytest.LogCaptureFixture
) -> None:
    slot = await relay.make()
    store.writing = NoRoom()
    assert (await relay.put(slot.path, headers=slot.writing, content=page(2))).status_code == 507
    passing.seconds = 10 * QUIET_S
    assert (await relay.held(slot)).status_code == 200
    stranger = Slot()
    assert (await relay.put(stranger.path, headers=stranger.writing, content=page(2))).status_code == 404
    assert lines(caplog) == [NO_ROOM]
    store.writing = None
    assert (await relay.put(slot.path, headers=slot.writing, content=page(2))).status_code == 200
    assert lines(caplog) == [NO_ROOM, WELL]


async def test_a_damaged_store_is_told_with_what_to_do_and_never_called_well(
    relay: Relay, store: Ill, passing: Passing, caplog: pytest.LogCaptureFixture
) -> None:
    slot = await relay.make()
    store.reading = Damaged()
    assert (await relay.held(slot)).status_code == 503
    store.reading = None
    passing.seconds = 10 * QUIET_S
    assert (await relay.held(slot)).status_code == 200
    (told,) = lines(caplog)
    assert told.startswith(DAMAGED)


async def test_a_file_that_was_harmed_is_told_and_no_slot_with_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "slots.db"
    async with served_from(file) as relay:
        slots = [await relay.make() for _ in range(20)]
    with file.open("r+b") as opened:
        opened.seek(3 * 4_096)
        opened.write(b"\xa5" * (file.stat().st_size - 3 * 4_096))
    async with served_from(file) as relay:
        assert 503 in [(await relay.held(slot)).status_code for slot in slots]
    (told,) = lines(caplog)
    assert told.startswith(DAMAGED)
    assert not [slot for slot in slots if slot.slot.hex() in caplog.text]


@asynccontextmanager
async def served_from(file: Path) -> AsyncIterator[Relay]:
    store = SqliteSlots(file)
    await store.open()
    async with serving(store, chosen()) as relay:
        yield relay
    await store.close()


async def test_whatever_strangers_send_the_log_stays_empty(tmp_path: Path) -> None:
    begins = [
        b"my own words, and no HTTP\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: relay\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: relay\r\nConnection: Upgrade\r\nUpgrade: h2c\r\n\r\n",
        b"PUT /v1/slots/a HTTP/1.1\r\nHost: relay\r\nTransfer-Encoding: chunked\r\n\r\nno chunk at all\r\n",
        b"PUT /v1/slots/a HTTP/1.1\r\nHost: relay\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n",
        b"GET /v1/info HTTP/1.1\r\nHost: relay\r\nConnection: close\r\n\r\nand more that nobody asked for",
        b"GET /nowhere HTTP/1.1\r\nHost: relay\r\nContent-Length: 30\r\n\r\nless",
        b"HEAD /openapi.json HTTP/1.0\r\n\r\n\r\n\r\n",
    ]
    with process(f"sqlite:{tmp_path / 'slots.db'}", CAIRN_RELAY_CONNECTIONS="8") as begun:
        place = httpx.URL(await asyncio.to_thread(place_of, begun))
        address = (place.host, place.port or 0)
        for sends in begins:
            with socket.create_connection(address, timeout=PATIENCE_S) as connection:
                connection.sendall(sends)
                assert connection.recv(12).startswith(b"HTTP/1.1 ")
        many = [socket.create_connection(address, timeout=PATIENCE_S) for _ in range(12)]
        many[-1].sendall(b"GET /v1/info HTTP/1.1\r\nHost: relay\r\n\r\n")
        assert many[-1].recv(12) == b"HTTP/1.1 503"
        code, told = await asyncio.to_thread(told_to_leave, begun)
        for connection in many:
            connection.close()
    assert (code, told) == (0, "")


async def test_a_page_that_is_still_on_its_way_when_the_relay_leaves_is_503_and_nothing_is_told(tmp_path: Path) -> None:
    slot = Slot()
    with process(f"sqlite:{tmp_path / 'slots.db'}") as begun:
        place = httpx.URL(await asyncio.to_thread(place_of, begun))
        said = "".join(f"{name}: {value}\r\n" for name, value in slot.making.items())
        head = f"PUT {slot.path} HTTP/1.1\r\nHost: relay\r\nContent-Length: 16384\r\n{said}\r\n".encode()
        with socket.create_connection((place.host, place.port or 0), timeout=PATIENCE_S) as connection:
            connection.sendall(head + b"some of it")
            # Another call is answered: so that the first one has begun by then.
            async with httpx.AsyncClient(trust_env=False, timeout=PATIENCE_S) as client:
                assert (await client.get(f"{place}/healthz")).status_code == 200
            began = time.monotonic()
            code, told = await asyncio.to_thread(told_to_leave, begun)
            took_s = time.monotonic() - began
            answer = connection.recv(65_536).lower()
    assert (code, told) == (0, "")
    assert answer.startswith(b"http/1.1 503 ")
    assert b"retry-after: 5" in answer
    assert took_s < LEAVES_WITHIN_S


async def test_what_the_store_has_not_done_when_the_relay_leaves_is_503(monkeypatch: pytest.MonkeyPatch) -> None:
    class Slow(MemorySlots):
        asked = asyncio.Event()

        async def get(self, slot: bytes, read_sha256: bytes) -> Page | None:
            if slot != NOTE:
                self.asked.set()
                await asyncio.Event().wait()
            return None

    monkeypatch.setattr(running, "LEAVES_WITHIN_S", 0.1)
    store = Slow(Clock())
    async with serving(store, chosen()) as relay:
        reader, writer = await asyncio.open_connection(*relay.place)
        writer.write(f"GET {Slot().path} HTTP/1.1\r\nHost: relay\r\n\r\n".encode())
        await store.asked.wait()
    async with asyncio.timeout(PATIENCE_S):
        answer = (await reader.read()).lower()
    writer.transport.abort()
    assert answer.startswith(b"http/1.1 503 ")
    assert b"retry-after: 5" in answer

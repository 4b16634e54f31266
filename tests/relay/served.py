"""Relays that are served: in this process on a free port of loopback, or as a process of their own."""

import asyncio
import base64
import hashlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import uvicorn
from pydantic import SecretStr

from sync.relay import running
from sync.relay.app import make_app
from sync.relay.settings import Settings
from sync.relay.slots import Store
from tests.relay.looking import until_so

ROOT = Path(__file__).parents[2]
WIRE = 16_384
PATIENCE_S = 20.0


class Passing:
    """Seconds that only ever go forward, by hand."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@dataclass(frozen=True)
class Slot:
    """One slot and what opens it."""

    slot: bytes = field(default_factory=lambda: os.urandom(16))
    read: bytes = field(default_factory=lambda: os.urandom(32))
    write: bytes = field(default_factory=lambda: os.urandom(32))

    @property
    def path(self) -> str:
        return f"/v1/slots/{self.slot.hex()}"

    @property
    def reading(self) -> dict[str, str]:
        return opens(self.read)

    @property
    def writing(self) -> dict[str, str]:
        return opens(self.write)

    @property
    def making(self) -> dict[str, str]:
        """Everything that makes it."""
        read, write = (hashlib.sha256(one).hexdigest() for one in (self.read, self.write))
        return {**self.writing, "Cairn-Read": read, "Cairn-Write": write}


def opens(capability: bytes) -> dict[str, str]:
    return {"Authorization": f"Cairn {base64.urlsafe_b64encode(capability).decode().rstrip('=')}"}


def page(number: int) -> bytes:
    """A page like no other."""
    return number.to_bytes(16) * (WIRE // 16)


def chosen(**said: Any) -> Settings:
    """Settings of a test; the environment has no say."""
    return Settings(
        **{"store": SecretStr("sqlite:none"), "listen": "127.0.0.1:0", "makes_a_day_for_an_address": 100_000, **said}
    )


class Relay(httpx.AsyncClient):
    """Calls to a relay that is served here."""

    def __init__(self, place: str, server: uvicorn.Server) -> None:
        limits = httpx.Limits(max_connections=200, max_keepalive_connections=200)
        super().__init__(base_url=place, timeout=PATIENCE_S, trust_env=False, limits=limits)
        self.server = server
        self.place = (httpx.URL(place).host, httpx.URL(place).port or 0)

    async def make(self, body: bytes = page(1), token: str = "") -> Slot:
        """A new slot."""
        slot = Slot()
        admission = {"Cairn-Admission": token} if token else {}
        made = await self.put(slot.path, headers={**slot.making, **admission}, content=body)
        assert made.status_code == 201, made.text
        return slot

    async def held(self, slot: Slot) -> httpx.Response:
        return await self.get(slot.path, headers=slot.reading)

    def waiting(self, slot: Slot, etag: str, seconds: int = 20) -> "asyncio.Task[httpx.Response]":
        """A read that has begun to wait, or will before long."""
        headers = {**slot.reading, "If-None-Match": etag, "Prefer": f"wait={seconds}"}
        return asyncio.create_task(self.get(slot.path, headers=headers))

    async def until_waiting(self, readers: int) -> None:
        """So many reads wait."""
        waiting = self.server.config.loaded_app.state.waiting
        await until_so(lambda: len(waiting) == readers, PATIENCE_S)


class Line:
    """One connection, kept open, with no more around it than it takes to write many pages."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    async def put(self, slot: Slot, body: bytes) -> tuple[int, int]:
        """Status, and the version that stands there now."""
        status, headers, _ = await self.call("PUT", slot.path, slot.making, body)
        return status, int(headers.get("etag", '"0-').strip('"').split("-")[0])

    async def get(self, slot: Slot) -> tuple[int, bytes]:
        """Status, and what stands there."""
        status, _, body = await self.call("GET", slot.path, slot.reading)
        return status, body

    async def call(
        self, method: str, path: str, headers: Mapping[str, str], body: bytes = b""
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers in small letters, body."""
        head = f"{method} {path} HTTP/1.1\r\nHost: relay\r\nContent-Length: {len(body)}\r\n"
        head += "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        self._writer.write(head.encode() + b"\r\n" + body)
        await self._writer.drain()
        answer = (await self._reader.readuntil(b"\r\n\r\n")).decode().lower()
        said = dict(line.split(": ", 1) for line in answer.splitlines()[1:] if line)
        return int(answer.split()[1]), said, await self._reader.readexactly(int(said["content-length"]))


@asynccontextmanager
async def line_to(place: tuple[str, int]) -> AsyncIterator[Line]:
    """A connection for as long as the block lasts."""
    reader, writer = await asyncio.open_connection(*place)
    try:
        yield Line(reader, writer)
    finally:
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()


class _Server(running.Server):
    """One that is told to leave at once, where the real one looks ten times a second."""

    def __init__(self, *said: Any, **more: Any) -> None:
        super().__init__(*said, **more)
        self.is_up, self.told = asyncio.Event(), asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.is_up.set()

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self.told.wait()
        self.should_exit = True


@asynccontextmanager
async def serving(store: Store, settings: Settings, now: Any = None) -> AsyncIterator[Relay]:
    """A relay over an open store, on a port of its own."""
    app = make_app(settings, store, **({"now": now} if now else {}))
    listening = running.listening_at(settings)
    place = f"http://127.0.0.1:{listening.getsockname()[1]}"
    server = _Server(running.configured(settings, app), app, listening, as_json=False)
    served = asyncio.create_task(server.serve([listening]))
    try:
        async with Relay(place, server) as relay, asyncio.timeout(120):
            await server.is_up.wait()
            yield relay
    finally:
        server.told.set()
        await served


@contextmanager
def process(
    store: str, *more: str, program: tuple[str, ...] = ("-P", "-m", "tui", "relay"), **environment: str
) -> Iterator["subprocess.Popen[bytes]"]:
    """`cairn relay`, or a program that reads its settings in the environment; begun and not yet heard of."""
    said = ["--listen", "127.0.0.1:0", "--store", store] if store else []
    call = [sys.executable, *program, *said, *more]
    begun = subprocess.Popen(
        call, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        env={"PATH": os.environ["PATH"], "HOME": "/nonexistent", "PYTHONPATH": str(ROOT),
             "CAIRN_RELAY_MAKES_A_DAY_FOR_AN_ADDRESS": "100000",
             **environment},
    )  # fmt: skip
    try:
        yield begun
    finally:
        begun.kill()
        begun.communicate(timeout=PATIENCE_S)


def place_of(begun: "subprocess.Popen[bytes]") -> str:
    """Where it says that it listens."""
    assert begun.stdout is not None
    said = begun.stdout.readline().decode()
    assert said.startswith("Listening on http://"), begun.stderr.read() if begun.stderr else said
    return said.split()[-1]


def told_to_leave(begun: "subprocess.Popen[bytes]", within_s: float = 5.0) -> tuple[int, str]:
    """Its exit code and what it said on standard error, once it was told."""
    begun.send_signal(signal.SIGTERM)
    _, told = begun.communicate(timeout=within_s)
    return begun.returncode, told.decode()


def error_of(answer: httpx.Response) -> str:
    """The code that a refusal names."""
    said: Mapping[str, Mapping[str, str]] = json.loads(answer.content)
    return said["error"]["code"]

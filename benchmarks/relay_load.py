"""Whoever writes to a relay and waits at it, while it is measured: as little as can be between the clock and it."""

import asyncio
import base64
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from random import Random

from benchmarks.processes import NotMeasured

ROOT = Path(__file__).parents[1]
WIRE = 16_384
PATIENCE_S = 60.0
READ, WRITE = b"r" * 32, b"w" * 32
READ_SHA256, WRITE_SHA256 = sha256(READ).digest(), sha256(WRITE).digest()
Place = tuple[str, int]


def slot_of(number: int) -> bytes:
    """Spread as random ones are, and the same every time."""
    return sha256(str(number).encode()).digest()[:16]


def fresh_page() -> bytes:
    """Another one each time: SQLite leaves alone what is written over by itself."""
    return os.urandom(WIRE)


def opens(capability: bytes) -> str:
    """The header that a capability is sent in."""
    return f"Authorization: Cairn {base64.urlsafe_b64encode(capability).decode().rstrip('=')}"


@dataclass(frozen=True, slots=True)
class Written:
    """One run of load."""

    took_s: float
    each_s: tuple[float, ...]

    @property
    def a_second(self) -> float:
        return len(self.each_s) / self.took_s


@contextmanager
def serving(*program: str, **more: str) -> Iterator[tuple[Place, int]]:
    """A server in a process of its own: where it listens, and its number."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": "/nonexistent",
        "CAIRN_RELAY_LISTEN": "127.0.0.1:0",
        "CAIRN_RELAY_WRITES_A_MINUTE": "100000",
        **more,
    }
    begun = subprocess.Popen(
        [sys.executable, "-P", "-m", *program], cwd=ROOT, env=environment | {"PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        said = begun.stdout.readline() if begun.stdout else ""
        host, _, port = said.strip().rpartition("//")[2].rpartition(":")
        if not port:
            raise NotMeasured(f"{program[0]} did not begin to listen.")
        yield (host, int(port)), begun.pid
    finally:
        begun.kill()
        begun.communicate()


async def write_for(places: list[Place], seconds: float, writers: int, slots: int) -> Written:
    """Let writers write, each to slots at random, for so long.

    Raises:
        NotMeasured: something else than 200 was answered.
    """
    random = Random()
    until = time.perf_counter() + seconds
    each: list[float] = []

    async def keep_writing(writer: int) -> None:
        place = places[writer % len(places)]
        reading, writing = await asyncio.open_connection(*place)
        try:
            while time.perf_counter() < until:
                request = _request(place, slot_of(random.randrange(slots)))
                started = time.perf_counter()
                writing.write(request)
                await _answer(reading, b"200")
                each.append(time.perf_counter() - started)
        finally:
            writing.close()

    started = time.perf_counter()
    async with asyncio.timeout(seconds + PATIENCE_S):
        await asyncio.gather(*(keep_writing(writer) for writer in range(writers)))
    return Written(time.perf_counter() - started, tuple(each))


async def wait_at(place: Place, readers: int) -> list[asyncio.StreamWriter]:
    """Let so many wait, each at a slot of its own; they wait until they are closed."""
    several = []
    for number in range(readers):
        reading, writing = await asyncio.open_connection(*place)
        several.append(writing)
        path = f"/v1/slots/{slot_of(number).hex()}"
        head = [f"GET {path} HTTP/1.1", "Host: relay", opens(READ)]
        writing.write(("\r\n".join(head) + "\r\n\r\n").encode())
        etag = await _answer(reading, b"200")
        waiting = [*head, f"If-None-Match: {etag}", "Prefer: wait=25"]
        writing.write(("\r\n".join(waiting) + "\r\n\r\n").encode())
    return several


def _request(place: Place, slot: bytes) -> bytes:
    head = (
        f"PUT /v1/slots/{slot.hex()} HTTP/1.1\r\nHost: {place[0]}\r\n{opens(WRITE)}\r\nContent-Length: {WIRE}\r\n\r\n"
    )
    return head.encode() + fresh_page()


async def _answer(reading: asyncio.StreamReader, status: bytes) -> str:
    """Read one answer to its end; its ETag, if it has one."""
    head = await reading.readuntil(b"\r\n\r\n")
    first, *lines = head.split(b"\r\n")
    said = {name.strip().lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines)}
    await reading.readexactly(int(said.get(b"content-length", b"0")))
    if first.split()[1] != status:
        raise NotMeasured(f"{first.split()[1].decode()} was answered where {status.decode()} was to be.")
    return said.get(b"etag", b"").decode()

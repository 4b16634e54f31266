"""A relay is killed under load, again and again: what was answered as written is there, and not older."""

import asyncio
import os
import signal
import socket
import subprocess
from contextlib import AsyncExitStack
from pathlib import Path
from random import Random

import pytest

from tests.relay.load import load
from tests.relay.postgres_server import as_url
from tests.relay.served import Line, Slot, line_to, place_of, process

READ, WRITE = os.urandom(32), os.urandom(32)
WRITERS = 12
ITSELF = ("-P", "-m", "sync.relay")


class Lines:
    """A connection for each writer to a relay that goes away and comes back."""

    def __init__(self) -> None:
        self.place: tuple[str, int] | None = None
        self._lines: dict[bytes, tuple[AsyncExitStack, Line]] = {}

    async def write(self, slot: bytes, body: bytes) -> int:
        """The version that was answered; 0 where nothing was."""
        try:
            status, version = await (await self._line(slot)).put(Slot(slot, READ, WRITE), body)
        except (OSError, EOFError):
            await self._drop(slot)
            return 0
        assert status in (200, 201)
        return version

    async def read(self, slot: bytes) -> bytes | None:
        status, body = await (await self._line(slot)).get(Slot(slot, READ, WRITE))
        return body if status == 200 else None

    async def close(self) -> None:
        for slot in list(self._lines):
            await self._drop(slot)

    async def _line(self, slot: bytes) -> Line:
        if self.place is None:
            raise ConnectionError
        if slot not in self._lines:
            stack = AsyncExitStack()
            self._lines[slot] = stack, await stack.enter_async_context(line_to(self.place))
        return self._lines[slot][1]

    async def _drop(self, slot: bytes) -> None:
        if slot in self._lines:
            await self._lines.pop(slot)[0].aclose()


def place_in(begun: "subprocess.Popen[bytes]") -> tuple[str, int]:
    host, _, port = place_of(begun).removeprefix("http://").rpartition(":")
    return host, int(port)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port: int = listening.getsockname()[1]
        return port


@pytest.fixture(params=["sqlite", "postgres"])
def place_of_store(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """What `--store` is told."""
    if request.param == "sqlite":
        return f"sqlite:{tmp_path / 'slots.db'}"
    return as_url(request.getfixturevalue("postgres_address"))


async def killed(store: str, times: int) -> tuple[int, int, list[str]]:
    """How many writes were answered, how many were not, and what was lost of those that were."""
    random, lines = Random(7), Lines()
    said = {"CAIRN_RELAY_LISTEN": f"127.0.0.1:{free_port()}", "CAIRN_RELAY_STORE": store,
            "CAIRN_RELAY_WRITES_A_MINUTE": "100000"}  # fmt: skip
    async with load(lines.write, WRITERS) as told:
        for _ in range(times):
            with process("", program=ITSELF, **said) as begun:
                lines.place = await asyncio.to_thread(place_in, begun)
                await told.goes_on(2)
                # Some way into the next writes, wherever they are.
                await asyncio.sleep(random.random() * 0.05)
                begun.send_signal(signal.SIGKILL)
                await told.is_refused(1)
            lines.place = None
    await lines.close()
    with process("", program=ITSELF, **said) as begun:
        lines.place = await asyncio.to_thread(place_in, begun)
        lost = await told.lost(lines.read)
        await lines.close()
    return told.answered, told.not_answered, lost


async def test_nothing_that_was_answered_is_lost_where_it_is_killed(place_of_store: str) -> None:
    answered, not_answered, lost = await killed(place_of_store, 4)
    assert lost == []
    assert answered >= 8 * WRITERS
    assert not_answered >= 4


@pytest.mark.soak
async def test_nothing_that_was_answered_is_lost_where_it_is_killed_50_times(place_of_store: str) -> None:
    answered, not_answered, lost = await killed(place_of_store, 50)
    print(f"killed 50 times: {answered} writes answered, {not_answered} not, {len(lost)} lost")
    assert lost == []
    assert not_answered >= 50

"""A relay leaves when its store has ended for good, and when it is told to before it listens: with one sentence."""

import asyncio
import contextlib
import signal
import socket

import pytest

from sync.relay import running
from sync.relay.app import make_app
from sync.relay.refusals import CannotServe
from tests.relay.memory_store import MemorySlots
from tests.relay.served import PATIENCE_S, chosen, process
from tests.relay.stores import Clock


class Breaking(MemorySlots):
    """A store that ends when a test says so."""

    def __init__(self) -> None:
        super().__init__(Clock())
        self.breaks = asyncio.Event()
        self.is_closed = False

    async def until_broken(self) -> None:
        await self.breaks.wait()

    async def close(self) -> None:
        self.is_closed = True


async def test_a_relay_whose_store_has_ended_leaves_with_exit_1(capsys: pytest.CaptureFixture[str]) -> None:
    store, settings = Breaking(), chosen()
    with contextlib.closing(running.listening_at(settings)) as listening:
        app = make_app(settings, store)
        server = running.Server(running.configured(settings, app), app, listening, as_json=False)
        serving = asyncio.create_task(running._serve(server, store, listening))
        asyncio.get_running_loop().call_later(0.05, store.breaks.set)
        async with asyncio.timeout(PATIENCE_S):
            with pytest.raises(CannotServe, match=r"^What writes into the store has ended\.$") as told:
                await serving
    assert told.value.exit_code == 1
    assert store.is_closed
    assert "Listening on" in capsys.readouterr().out


async def test_whoever_stops_it_while_its_store_is_awaited_hears_one_line() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        silent.setblocking(False)
        address = f"postgresql://me:secret@127.0.0.1:{silent.getsockname()[1]}/none"
        with process(address) as begun:
            loop = asyncio.get_running_loop()
            async with asyncio.timeout(PATIENCE_S):
                called, _ = await loop.sock_accept(silent)
            with called:
                begun.send_signal(signal.SIGINT)
                said, told = await asyncio.to_thread(begun.communicate, timeout=PATIENCE_S)
    assert (begun.returncode, said, told) == (130, b"", b"cairn: stopped before it listened.\n")

"""The relay itself, as it is served, in this process and on a port of its own; and as the process that people start."""

import asyncio
import contextlib
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import uvicorn
from fastapi import FastAPI
from pydantic import SecretStr

from sync.relay.app import make_app
from sync.relay.settings import Settings
from sync.relay.sqlite_slots import SqliteSlots
from tests.faults.injected import ROOT, quiet_environment
from tests.faults.written_files import watched

STARTED_WITHIN_S = STOPPED_WITHIN_S = 20.0


class _Server(uvicorn.Server):
    """Says when it has started, and leaves the signals of this process to whoever runs the tests."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.has_started = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.has_started.set()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


@asynccontextmanager
async def relay_here(store: Path) -> AsyncIterator[str]:
    """A relay over a file of its own, whose limits no test reaches; the place, as it is typed."""
    settings = Settings(
        store=SecretStr(f"sqlite:{store}"), writes_a_minute=100_000, makes_a_day_for_an_address=1_000_000,
        waiting_reads=100,
    )  # fmt: skip
    slots = SqliteSlots(store)
    await slots.open()
    async with served(make_app(settings, slots)) as port:
        yield f"relay:http://127.0.0.1:{port}"
    await slots.close()


@asynccontextmanager
async def served(app: FastAPI) -> AsyncIterator[int]:
    """The port at which it is served."""
    config = uvicorn.Config(
        app, port=0, log_config=None, access_log=False, ws="none", timeout_graceful_shutdown=1, lifespan="on"
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve())
    await asyncio.wait_for(server.has_started.wait(), STARTED_WITHIN_S)
    try:
        yield int(server.servers[0].sockets[0].getsockname()[1])
    finally:
        server.should_exit = True
        await serving


class Process:
    """A relay in a process of its own, every write of which is seen; what it says is kept in a file."""

    def __init__(self, place: Path, **environment: str) -> None:
        place.mkdir()
        self.store, self.log, self.traces = place / "slots.db", place / "log", place / "traces"
        command = watched([sys.executable, "-P", "-m", "sync.relay", "--json"], self.traces)
        around = {
            **quiet_environment(), "PYTHONPATH": str(ROOT), "CAIRN_RELAY_LISTEN": "127.0.0.1:0",
            "CAIRN_RELAY_STORE": f"sqlite:{self.store}", **environment,
        }  # fmt: skip
        with self.log.open("wb") as log:
            self._process = subprocess.Popen(
                command, env=around, stdout=subprocess.PIPE, stderr=log, cwd=ROOT, start_new_session=True
            )  # fmt: skip
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        self.via = "relay:" + json.loads(line)["listening"]

    def stop(self) -> None:
        """As a service is stopped: what watches hears no signal, so all of its session is told; then it has ended."""
        try:
            os.killpg(self._process.pid, signal.SIGTERM)
            self._process.wait(STOPPED_WITHIN_S)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
            assert self._process.stdout is not None
            self._process.stdout.close()
            self._process.wait()

"""A relay as a process: where it listens, who may keep a connection for how long, and how it leaves."""

import asyncio
import contextlib
import errno
import json
import logging
import resource
import signal
import socket
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, cast

import h11
import uvicorn
from fastapi import FastAPI
from uvicorn.protocols.http.h11_impl import H11Protocol

from sync.relay.answers import Refusal
from sync.relay.app import make_app
from sync.relay.refusals import BusyOrFull, CallIsOff, CannotServe, StoreNotReached
from sync.relay.settings import Settings, read_settings
from sync.relay.slots import NoRoom, NotNow, Store

LOOKED_AT_EVERY_S = 10.0
"""A connection that has done nothing between two looks is closed: 10 to 20 s for the head of a request."""
KEPT_S = 30
"""An open connection without a call."""
LEAVES_WITHIN_S = 3
"""For answers under way; then the store has its time, and all of it is done in 5 s."""
CLOSES_WITHIN_S = 1.5
READ_AT_ONCE = 16_384
"""Of one connection, in octets: the head of a call is no longer, and a page is as long."""
OTHER_FILES = 64
"""Open files that are no connection."""

LENGTH = Refusal.LENGTH

log = logging.getLogger("cairn.relay")


class Measured(h11.Connection):
    """What comes in over a connection. No body in chunks: to take tiny ones apart would keep all others waiting."""

    in_chunks = False

    def next_event(self) -> h11.Event | type[h11.NEED_DATA] | type[h11.PAUSED]:
        event = super().next_event()
        if isinstance(event, h11.Request) and any(name == b"transfer-encoding" for name, _ in event.headers):
            self.in_chunks = True
            raise h11.RemoteProtocolError("chunks", LENGTH.status)
        return event


class Bounded(H11Protocol):
    """A connection that is closed where the other side neither asks nor reads."""

    _looked: "asyncio.TimerHandle | None" = None
    _seen: tuple[object, ...] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.conn = Measured(h11.SERVER, READ_AT_ONCE)
        super().connection_made(cast(asyncio.Transport, transport))
        # A name of asyncio's own transport, where it is 256 KiB.
        cast(Any, self.transport).max_size = READ_AT_ONCE
        # Whoever comes beyond the limit hears 503; where even these are many, they hear nothing.
        if self.limit_concurrency is not None and len(self.connections) > 2 * self.limit_concurrency:
            self.transport.abort()
            return
        self._looked = self.loop.call_later(LOOKED_AT_EVERY_S, self._look)

    def connection_lost(self, exc: Exception | None) -> None:
        if self._looked is not None:
            self._looked.cancel()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        if self.conn.our_state not in (h11.IDLE, h11.SEND_RESPONSE):
            # An answer is on its way.
            self.transport.abort()
        elif isinstance(self.conn, Measured) and self.conn.in_chunks:
            headers = [(b"content-type", b"application/json"), (b"connection", b"close")]
            length = (b"content-length", str(len(LENGTH.content)).encode())
            for event in (
                h11.Response(status_code=LENGTH.status, headers=[*headers, length], reason=b"Length Required"),
                h11.Data(data=LENGTH.content),
                h11.EndOfMessage(),
            ):
                self.transport.write(self.conn.send(event) or b"")
            self.transport.close()
        else:
            super().send_400_response(msg)

    def _look(self) -> None:
        unread = self.transport.get_write_buffer_size()
        begun = self.cycle is not None  # before the first call it is none, whatever its type says
        asked = begun and not self.cycle.response_complete
        # Where the rest of a refused body is still to come, it is not between two calls.
        idle = self.timeout_keep_alive_task is not None and not (begun and self.cycle.more_body)
        if unread or self.transport.is_closing():
            seen: tuple[object, ...] | None = ("unread", unread)
        elif not asked and not idle:
            seen = ("unasked", self.cycle)
        else:
            seen = None
        if seen is not None and seen == self._seen:
            self.transport.abort()
            return
        self._seen = seen
        self._looked = self.loop.call_later(LOOKED_AT_EVERY_S, self._look)


class Server(uvicorn.Server):
    """Says where it listens, and lets those go who wait when it leaves."""

    def __init__(self, config: uvicorn.Config, app: FastAPI, listening: socket.socket, *, as_json: bool) -> None:
        super().__init__(config)
        self._waiting = app.state.waiting
        self._listening = listening
        self._as_json = as_json

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        host, port = self._listening.getsockname()[:2]
        place = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
        sys.stdout.write(json.dumps({"listening": place}) + "\n" if self._as_json else f"Listening on {place}\n")
        sys.stdout.flush()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._waiting.let_go()
        await super().shutdown(sockets)

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """As uvicorn does; but to be told to leave is no failure, so the signal is not raised once more."""
        earlier = {number: signal.signal(number, self.handle_exit) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for number, handler in earlier.items():
                signal.signal(number, handler)


def main(arguments: list[str]) -> int:
    """Serve until told to leave; the exit code. `--json`: tell things as documents."""
    as_json = "--json" in arguments
    logging.basicConfig(level=logging.WARNING, format="cairn relay: %(message)s")
    try:
        serve(read_settings(), as_json=as_json)
    except CannotServe as problem:
        told = {"error": {"code": problem.code, "message": str(problem), "hint": ""}}
        sys.stderr.write(f"{json.dumps(told)}\n" if as_json else f"cairn: {problem}\n")
        return problem.exit_code
    return 0


def serve(settings: Settings, *, as_json: bool = False) -> None:
    """Serve until told to leave.

    Raises:
        CannotServe: it did not begin.
    """
    store = store_of(settings)
    with contextlib.closing(listening_at(settings)) as listening:
        app = make_app(settings, store)
        server = Server(configured(settings, app), app, listening, as_json=as_json)
        asyncio.run(_serve(server, store, listening))


def configured(settings: Settings, app: FastAPI) -> uvicorn.Config:
    """How it is served: nothing of who calls in any log, and a bound for everything that others can make it hold."""
    return uvicorn.Config(
        app, http=Bounded, ws="none", lifespan="on", log_config=None, access_log=False, server_header=False,
        proxy_headers=bool(settings.proxies), forwarded_allow_ips=list(settings.proxies),
        limit_concurrency=connections_of(settings), timeout_keep_alive=KEPT_S, backlog=1024,
        timeout_graceful_shutdown=LEAVES_WITHIN_S, h11_max_incomplete_event_size=READ_AT_ONCE,
        # A line for each call that is none, and more for some: strangers would fill the log.
        log_level=logging.CRITICAL,
    )  # fmt: skip


async def _serve(server: Server, store: Store, listening: socket.socket) -> None:
    try:
        await store.open()
    except NotNow as problem:
        raise StoreNotReached("The store does not answer.") from problem
    except NoRoom as problem:
        raise BusyOrFull("There is no room for the store.") from problem
    serving, broken = asyncio.create_task(server.serve([listening])), asyncio.create_task(store.until_broken())
    try:
        await asyncio.wait((serving, broken), return_when=asyncio.FIRST_COMPLETED)
        server.should_exit = True
        await serving
        if broken.done():
            raise CannotServe("What writes into the store has ended.")
    finally:
        broken.cancel()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(store.close(), CLOSES_WITHIN_S)


def store_of(settings: Settings) -> Store:
    """The store that was chosen, not yet open."""
    named = settings.store.get_secret_value()
    if named.startswith("sqlite:"):
        from sync.relay.sqlite_slots import SqliteSlots

        return SqliteSlots(Path(named.removeprefix("sqlite:")))
    from sync.relay.postgres_slots import PostgresSlots

    return PostgresSlots(named)


def listening_at(settings: Settings) -> socket.socket:
    """Where others can reach it.

    Raises:
        BusyOrFull: somebody listens there.
        CallIsOff: it is no place on this computer.
    """
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        listening = socket.create_server((settings.host, settings.port), family=family, backlog=1024)
    except OSError as problem:
        if problem.errno == errno.EADDRINUSE:
            raise BusyOrFull("That place is in use.") from problem
        raise CallIsOff("--listen names no place where this computer can listen.") from problem
    # Every connection has it from here: else the second half of an answer waits 40 ms until the first one has arrived.
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listening.setblocking(False)
    return listening


def connections_of(settings: Settings) -> int:
    """How many at a time: as many as were chosen, if the system lets a process have so many open files."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 2 * settings.connections + OTHER_FILES
    if soft < wanted:
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
    most = min(settings.connections, (soft - OTHER_FILES) // 2)
    if most < settings.connections:
        log.warning("the system lets this relay have %d connections at a time", most)
    return most

"""A relay on loopback that keeps its promises until it is told which of them to break: a real server, byte by byte."""

import asyncio
import base64
import gzip
import hashlib
import threading
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from enum import Enum, auto

from sync.protocol.sizes import WIRE
from sync.transports.patience import Patience
from sync.transports.relay_address import read_address
from sync.transports.relay_client import Relay

TEN_MB = 10_000_000
PIECE = 65_536
DRIP_EVERY_S = 0.02


class Lie(Enum):
    """What a relay, or whoever stands before it, can do."""

    OLD = auto()
    """Shows the first page that ever stood there."""
    OTHER = auto()
    """Shows what stands in another slot."""
    FORGET = auto()
    """Says 200 and stores nothing."""
    ONE_ETAG = auto()
    """Names every version alike, so that nothing ever seems new."""
    NEW_ETAG = auto()
    """Names it otherwise each time, and waits for nothing."""
    NO_ETAG = auto()
    ODD_ETAG = auto()
    """One that cannot be sent back as it is."""
    UNCHANGED = auto()
    """Says 304 at once, whatever was asked."""
    REDIRECT = auto()
    HUGE = auto()
    """10 MB."""
    ENDLESS_CHUNKS = auto()
    GZIP_BOMB = auto()
    """10 MB of zeros, packed."""
    HUGE_HEADERS = auto()
    CONTINUES = auto()
    """100 Continue, again and again."""
    DRIP = auto()
    """A byte now and then, for ever."""
    HANG = auto()
    """Takes the call and never answers."""
    BREAK_OFF = auto()
    """Announces a page and closes after 100 bytes."""
    SHORT = auto()
    """200 with 100 bytes."""
    NOT_HTTP = auto()
    CLOSE = auto()
    """Closes without a word."""
    LOST = auto()
    """Has lost every slot, and loses it again as soon as it was made."""
    WEB_PAGE = auto()
    """A site of another kind stands there: 200 and HTML to everything."""
    DEEP_JSON = auto()


@dataclass
class Asked:
    """A call, as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Slot:
    """What stands there, what opens it, and everything that ever stood there."""

    read: str
    write: str
    body: bytes
    version: int = 1
    stood: list[bytes] = field(default_factory=list)


class LyingRelay:
    """In this process. `lie` may change at any time."""

    def __init__(self) -> None:
        self.lie: Lie | None = None
        self.status: tuple[int, str] | None = None
        """What is answered to everything instead, with a line of a header."""
        self.status_to_making: tuple[int, str] | None = None
        """The same to whoever wants a slot made."""
        self.version = 1
        self.token = ""
        """What it takes to have one made."""
        self.asked: list[Asked] = []
        self.slots: dict[str, Slot] = {}
        self.address = ""
        self.is_waited_at = threading.Event()
        """Somebody waits, or has."""
        self._changed = asyncio.Event()
        self._stops = asyncio.Event()
        self._count = 0
        self._calls: set[asyncio.Task[None]] = set()

    def way(self, *, token: str = "", makes: bool = True, patience: Patience | None = None) -> Relay:
        """A client that does not wait between two slots, nor after trouble."""
        via = self.address.replace("://", f"://{token}@") if token else self.address
        return Relay(read_address(via), makes=makes, patience=patience or impatient())

    @asynccontextmanager
    async def listening(self) -> AsyncIterator["LyingRelay"]:
        """It listens, on a port of its own, and stops by itself."""
        server = await asyncio.start_server(self._begin, "127.0.0.1", 0)
        self.address = f"relay:http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        try:
            yield self
        finally:
            self._stops.set()
            self._tell()
            server.close()
            await server.wait_closed()
            await asyncio.gather(*self._calls)

    def _begin(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        call = asyncio.create_task(self._connected(reader, writer))
        self._calls.add(call)
        call.add_done_callback(self._calls.discard)

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # Whoever has seen enough closes at any time.
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            asked = await _read(reader)
            self.asked.append(asked)
            await _LIES.get(self.lie, _answer_truly)(self, asked, writer)
            await writer.drain()
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    async def forever(self, writer: asyncio.StreamWriter, piece: bytes, every_s: float) -> None:
        """The same again and again, until it is stopped or nobody listens."""
        while not self._stops.is_set() and not writer.is_closing():
            writer.write(piece)
            await writer.drain()
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stops.wait(), every_s)

    async def stopped(self) -> None:
        await self._stops.wait()

    async def truth(self, asked: Asked) -> tuple[int, str, bytes]:
        """Status, ETag and body, as an honest relay has them."""
        if asked.path == "/v1/info":
            return (
                200,
                "",
                b'{"version": %d, "octets": %d, "admission": %s}'
                % (self.version, WIRE, b"true" if self.token else b"false"),
            )
        name = asked.path.rpartition("/")[2]
        match asked.method:
            case "PUT":
                return self._put(name, asked)
            case "DELETE":
                if not self._opened(name, asked, "write"):
                    return 404, "", b""
                del self.slots[name]
                self._tell()
                return 204, "", b""
            case _:
                return await self._get(name, asked)

    def _put(self, name: str, asked: Asked) -> tuple[int, str, bytes]:
        making = "cairn-write" in asked.headers
        if making and self.token and asked.headers.get("cairn-admission") != self.token:
            return 403, "", b""
        slot = self.slots.get(name)
        if slot is None and not making:
            return 404, "", b""
        if slot is None:
            self.slots[name] = Slot(asked.headers["cairn-read"], asked.headers["cairn-write"], asked.body)
            self.slots[name].stood.append(asked.body)
            self._tell()
            return 201, self.etag(name), b""
        if asked.headers.get("if-none-match") == "*":
            return 412, "", b""
        if not self._opened(name, asked, "write"):
            return (409 if making else 404), "", b""
        if self.lie is not Lie.FORGET:
            slot.body, slot.version = asked.body, slot.version + 1
            slot.stood.append(asked.body)
            self._tell()
        return 200, self.etag(name), b""

    async def _get(self, name: str, asked: Asked) -> tuple[int, str, bytes]:
        seconds = float(asked.headers.get("prefer", "wait=0").partition("=")[2])
        if seconds:
            self.is_waited_at.set()
        if self.lie is Lie.NEW_ETAG:
            asked.headers.pop("if-none-match", None)
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                while (
                    not self._stops.is_set()
                    and self._opened(name, asked, "read")
                    and asked.headers.get("if-none-match") == self.etag(name)
                ):
                    await self._changed.wait()
        if not self._opened(name, asked, "read"):
            return 404, "", b""
        if asked.headers.get("if-none-match") == self.etag(name):
            return 304, self.etag(name), b""
        body = self.slots[name].body
        if self.lie is Lie.OLD:
            body = self.slots[name].stood[0]
        elif self.lie is Lie.OTHER:
            body = next((slot.body for other, slot in self.slots.items() if other != name), body)
        return 200, self.etag(name), body

    def etag(self, name: str) -> str:
        slot = self.slots[name]
        return f'"{slot.version}-{hashlib.sha256(slot.body).hexdigest()[:8]}"'

    def new_etag(self) -> str:
        self._count += 1
        return f'"{self._count}"'

    def _opened(self, name: str, asked: Asked, what: str) -> bool:
        if name not in self.slots:
            return False
        sent = asked.headers["authorization"].removeprefix("Cairn ")
        slot = self.slots[name]
        return digest_of(sent) == (slot.read if what == "read" else slot.write)

    def waits(self, seconds: float) -> bool:
        """Stand by until somebody waits, for so long at most; whether somebody does."""
        return self.is_waited_at.wait(seconds)

    def lose_everything(self) -> None:
        """As where a disk was changed; whoever waits is told."""
        self.slots.clear()
        self._tell()

    def _tell(self) -> None:
        before, self._changed = self._changed, asyncio.Event()
        before.set()


def impatient() -> Patience:
    return Patience(draw=lambda _least, _most: 0.0)


def digest_of(capability: str) -> str:
    """As it is stored, of a capability as it is sent."""
    return hashlib.sha256(base64.urlsafe_b64decode(capability + "=")).hexdigest()


async def _read(reader: asyncio.StreamReader) -> Asked:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    method, path, _ = head[0].split(" ")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in head[1:] if line)}
    body = await reader.readexactly(int(headers.get("content-length", 0)))
    return Asked(method, path, headers, body)


def said(status: int, body: bytes = b"", *lines: str, length: int | None = None) -> bytes:
    """An answer as it travels."""
    head = [f"HTTP/1.1 {status} X", f"Content-Length: {len(body) if length is None else length}", "Connection: close"]
    return "\r\n".join([*head, *lines, "", ""]).encode("latin-1") + body


async def _answer_truly(relay: LyingRelay, asked: Asked, writer: asyncio.StreamWriter) -> None:
    instead = relay.status_to_making if "cairn-write" in asked.headers else None
    if (instead := instead or relay.status) is not None:
        writer.write(said(instead[0], b"", *([instead[1]] if instead[1] else [])))
        return
    status, etag, body = await relay.truth(asked)
    named = {Lie.ONE_ETAG: '"same"', Lie.NEW_ETAG: relay.new_etag(), Lie.ODD_ETAG: '"ä' + "x" * 5_000 + '"'}
    etag = "" if relay.lie is Lie.NO_ETAG else named.get(relay.lie, etag) if relay.lie is not None else etag
    writer.write(said(status, body, *([f"ETag: {etag}"] if etag else [])))


Deed = Callable[[LyingRelay, Asked, asyncio.StreamWriter], Awaitable[None]]


def _once(content: bytes = b"") -> Deed:
    async def answer(_relay: LyingRelay, _asked: Asked, writer: asyncio.StreamWriter) -> None:
        # In pieces, so that this end holds back no more than one that was not taken.
        for begin in range(0, len(content), PIECE):
            writer.write(content[begin : begin + PIECE])
            await writer.drain()

    return answer


def _forever(begins: bytes, piece: bytes, every_s: float = 0.0) -> Deed:
    async def answer(relay: LyingRelay, _asked: Asked, writer: asyncio.StreamWriter) -> None:
        writer.write(begins)
        await relay.forever(writer, piece, every_s)

    return answer


async def _hang(relay: LyingRelay, _asked: Asked, _writer: asyncio.StreamWriter) -> None:
    await relay.stopped()


async def _lose(relay: LyingRelay, asked: Asked, writer: asyncio.StreamWriter) -> None:
    relay.slots.clear()
    await _answer_truly(relay, asked, writer)


async def _redirect(relay: LyingRelay, asked: Asked, writer: asyncio.StreamWriter) -> None:
    where = f"{relay.address.removeprefix('relay:')}/elsewhere{asked.path}"
    writer.write(said(307, b"", f"Location: {where}"))


_PACKED = gzip.compress(bytes(TEN_MB))
_LIES: dict[Lie | None, Deed] = {
    Lie.UNCHANGED: _once(said(304, b"", 'ETag: "1"')),
    Lie.REDIRECT: _redirect,
    Lie.HUGE: _once(said(200, bytes(TEN_MB), 'ETag: "1"')),
    Lie.ENDLESS_CHUNKS: _forever(
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", b"1000\r\n%b\r\n" % bytes(4096)
    ),
    Lie.GZIP_BOMB: _once(said(200, _PACKED, "Content-Encoding: gzip", 'ETag: "1"')),
    Lie.HUGE_HEADERS: _once(said(200, bytes(WIRE), *(f"X-{number}: {'x' * 4_000}" for number in range(2_000)))),
    Lie.CONTINUES: _forever(b"", b"HTTP/1.1 100 Continue\r\n\r\n"),
    Lie.DRIP: _forever(said(200, b"", 'ETag: "1"', length=WIRE), b"x", DRIP_EVERY_S),
    Lie.HANG: _hang,
    Lie.BREAK_OFF: _once(said(200, b"x" * 100, 'ETag: "1"', length=WIRE)),
    Lie.SHORT: _once(said(200, b"x" * 100, 'ETag: "1"')),
    Lie.NOT_HTTP: _once(b"SSH-2.0-OpenSSH_9.2p1\r\n"),
    Lie.CLOSE: _once(),
    Lie.LOST: _lose,
    Lie.WEB_PAGE: _once(said(200, b"<html><body>Hello</body></html>", "Content-Type: text/html")),
    Lie.DEEP_JSON: _once(said(200, b"[" * 60_000)),
}


class InAThread:
    """The same for who has no loop of their own: it listens in a thread, until it is stopped."""

    def __init__(self) -> None:
        self.relay = LyingRelay()
        self._loop = asyncio.new_event_loop()
        self._ends = asyncio.Event()
        self._listens = threading.Event()
        self._thread = threading.Thread(target=self._loop.run_until_complete, args=(self._listen(),))
        self._thread.start()
        self._listens.wait()

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._ends.set)
        self._thread.join()
        self._loop.close()

    async def _listen(self) -> None:
        async with self.relay.listening():
            self._listens.set()
            await self._ends.wait()

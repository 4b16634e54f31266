"""The way to a blind relay: conditional requests on slots, each with a connection of its own.

Nothing that comes back is believed before it was looked at: it is read in pieces up to a size, within a time, as it
travels (nothing is unpacked), and no answer leads anywhere else. Source: security brief, e.2.
"""

import asyncio
import base64
import hashlib
import json
import math
import re
import ssl
import time
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from urllib.request import getproxies, proxy_bypass

import httpx

from sync.errors import (
    AskedTooOften,
    NeedsToken,
    NoRelay,
    NoRoomThere,
    NotReached,
    NotTrusted,
    NoWayThere,
    StandsForOthers,
)
from sync.protocol.sizes import NOTHING_YET, WIRE
from sync.sealing.meeting_keys import Place
from sync.transports.patience import PATIENCE, Patience
from sync.transports.relay_address import RelayAddress
from sync.transports.slot import Held

VERSION = 1
CONNECT_S, READ_S = 10.0, 40.0
ANSWER_WITHIN_S = 60.0
"""All of it, however slowly it drips: longer than a connection and a waiting read take."""
ANSWER_MOST = 65_536
WAIT_MOST_S = 25
"""Of one waiting read."""
LOOK_EVERY_S = 10.0
"""Where a relay does not wait although it was asked to, and where there is nothing yet to wait for."""

_ETAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{0,200}"')
_SECONDS = re.compile(r"[0-9]{1,9}")
_PROBLEMS: dict[int, type[NotReached]] = {
    403: NeedsToken,
    409: StandsForOthers,
    412: StandsForOthers,
    429: AskedTooOften,
    503: NotReached,
    507: NoRoomThere,
}


@dataclass(frozen=True, slots=True, repr=False)
class _Answer:
    status: int
    headers: httpx.Headers
    body: bytes


class _TooMuch(Exception):
    """An answer is larger than anything that a relay has to say."""


class Relay:
    """Slots at a relay. A slot that is not there, or that the relay has lost, is made again, for either direction."""

    def __init__(self, address: RelayAddress, *, makes: bool = True, patience: Patience | None = None) -> None:
        """Nothing is asked yet.

        Args:
            address: where it is.
            makes: whether a slot that is not there is made; not where somebody only looks.
            patience: with this relay; that of the process where left out.
        """
        self._address = address
        self._makes = makes
        self._patience = PATIENCE[address.origin] if patience is None else patience
        self._of_making = PATIENCE[f"{address.origin} making"] if patience is None else patience
        """Who has made as many slots as a day allows reads and writes the others all the same."""

    async def check(self) -> None:
        """See that a relay is there, and that it has what it takes to make room."""
        answer = await self._ask("GET", "/v1/info", {})
        try:
            info = json.loads(answer.body) if answer.status == httpx.codes.OK else None
        except (ValueError, RecursionError):
            info = None
        if not isinstance(info, dict) or (info.get("version"), info.get("octets")) != (VERSION, WIRE):
            raise self._problem(answer)
        if info.get("admission") is True and not self._address.token:
            raise NeedsToken

    async def read(self, place: Place) -> Held:
        """What stands there. What is not there is made, with zeros, where it can be."""
        return await self._held(place, await self._get(place))

    async def write(self, place: Place, wire: bytes) -> None:
        """Let it stand there; a slot that is not there is made with it."""
        answer = await self._put(place, wire, {})
        if answer.status == httpx.codes.NOT_FOUND and self._makes:
            answer = await self._put(place, wire, self._making(place))
        if answer.status not in (httpx.codes.OK, httpx.codes.CREATED):
            raise self._problem(answer)

    async def wait(self, place: Place, version: str, seconds: float) -> Held:
        """Let the relay wait, again and again, until it is another version or the time is over."""
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            began, asked = time.monotonic(), min(math.floor(left), WAIT_MOST_S)
            answer = await self._get(place, version, asked)
            if answer.status != httpx.codes.NOT_MODIFIED:
                held = await self._held(place, answer)
                if held.version != version:
                    return held
            if not asked or time.monotonic() - began < asked / 2:
                # An interval: it told of no change, and did not wait for one either.
                await asyncio.sleep(min(LOOK_EVERY_S, max(0.0, until - time.monotonic())))
        return await self.read(place)

    async def delete(self, place: Place) -> None:
        """Let nothing stand there."""
        answer = await self._ask("DELETE", _path(place), _opens(place.write), place.slot)
        if answer.status not in (httpx.codes.NO_CONTENT, httpx.codes.NOT_FOUND):
            raise self._problem(answer)

    # What it says

    async def _held(self, place: Place, answer: _Answer) -> Held:
        if answer.status == httpx.codes.NOT_FOUND:
            return await self._made(place) if self._makes else Held((), "")
        if answer.status != httpx.codes.OK or len(answer.body) != WIRE:
            raise self._problem(answer)
        return Held((answer.body,), _version(answer))

    async def _made(self, place: Place) -> Held:
        """The slot, made with zeros; whatever is written there meanwhile stays."""
        answer = await self._put(place, NOTHING_YET, {**self._making(place), "If-None-Match": "*"})
        match answer.status:
            case httpx.codes.CREATED:
                return Held((), _version(answer))
            case httpx.codes.FORBIDDEN:
                # Who holds no token waits until the other one has made it.
                return Held((), "")
            case httpx.codes.PRECONDITION_FAILED:
                answer = await self._get(place)
                if answer.status == httpx.codes.OK and len(answer.body) == WIRE:
                    return Held((answer.body,), _version(answer))
                raise self._problem(answer) if answer.status != httpx.codes.NOT_FOUND else StandsForOthers
            case _:
                raise self._problem(answer)

    def _problem(self, answer: _Answer) -> NotReached:
        """What an answer means that is not the one that was asked for."""
        kind = _meaning(answer.status) or NoRelay
        if kind is NoRelay:
            self._patience.note_trouble(kind)
        return kind()

    # What it is asked

    async def _get(self, place: Place, version: str = "", wait_s: int = 0) -> _Answer:
        headers = _opens(place.read)
        if _ETAG.fullmatch(version):
            headers["If-None-Match"] = version
            if wait_s:
                headers["Prefer"] = f"wait={wait_s}"
        return await self._ask("GET", _path(place), headers, place.slot)

    async def _put(self, place: Place, wire: bytes, making: dict[str, str]) -> _Answer:
        headers = {**_opens(place.write), "Content-Type": "application/octet-stream", **making}
        return await self._ask("PUT", _path(place), headers, place.slot, wire)

    def _making(self, place: Place) -> dict[str, str]:
        """The digests of what opens a slot, and what it takes to have it made."""
        token = {"Cairn-Admission": self._address.token} if self._address.token else {}
        read, write = (hashlib.sha256(capability).hexdigest() for capability in (place.read, place.write))
        return {"Cairn-Read": read, "Cairn-Write": write, **token}

    async def _ask(
        self, method: str, path: str, headers: dict[str, str], slot: bytes = b"", body: bytes | None = None
    ) -> _Answer:
        patience = self._of_making if "Cairn-Write" in headers else self._patience
        patience.check()
        if slot:
            await asyncio.sleep(self._patience.apart_s(slot))  # an interval: two slots are not asked for back to back
        try:
            async with asyncio.timeout(ANSWER_WITHIN_S):
                answer = await self._carried(method, path, headers, body)
        except _TooMuch:
            self._patience.note_trouble(NoRelay)
            raise NoRelay from None
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as problem:
            # A time that is over is an OSError too.
            trouble = NotTrusted if _is_of_trust(problem) else NotReached
            self._patience.note_trouble(trouble)
            raise trouble from None
        if (kind := _meaning(answer.status)) in (AskedTooOften, NotReached):
            patience.note_trouble(kind, _asked_for_s(answer))
        elif kind is not NoRelay:
            patience.note_answer()
        return answer

    async def _carried(self, method: str, path: str, headers: dict[str, str], body: bytes | None) -> _Answer:
        client = httpx.AsyncClient(
            verify=await asyncio.to_thread(_trusted) if self._address.scheme == "https" else False,
            proxy=self._way(),
            # What the environment says was asked for, and shown, in `_way`.
            trust_env=False,
            follow_redirects=False,
            timeout=httpx.Timeout(READ_S, connect=CONNECT_S),
            headers={"User-Agent": "cairn", "Accept": "*/*", "Accept-Encoding": "identity"},
        )
        received = bytearray()
        url = f"{self._address.origin}{path}"
        async with client, client.stream(method, url, headers=headers, content=body) as response:
            async for piece in response.aiter_raw():
                received += piece
                if len(received) > ANSWER_MOST:
                    raise _TooMuch
            return _Answer(response.status_code, response.headers, bytes(received))

    def _way(self) -> httpx.Proxy | None:
        url = _proxy_of(self._address)
        if self._address.host.rstrip(".").endswith(".onion") and not (url or "").lower().startswith("socks5h://"):
            # Without it the name would be asked of DNS; another proxy would read what opens the slots.
            raise NoWayThere("A relay at a .onion name needs ALL_PROXY=socks5h://HOST:PORT. Nothing was sent.")
        try:
            proxy = None if url is None else httpx.Proxy(url)
        except (ValueError, httpx.InvalidURL):
            raise NoWayThere from None
        if proxy is not None and proxy.url.scheme.startswith("socks") and find_spec("socksio") is None:
            raise NoWayThere
        return proxy


def _is_of_trust(problem: BaseException | None) -> bool:
    """Whether it came of a certificate, however far down."""
    while problem is not None and not isinstance(problem, ssl.SSLCertVerificationError):
        problem = problem.__cause__ or problem.__context__
    return problem is not None


def proxy_told(address: RelayAddress) -> str | None:
    """The proxy that this computer names for the way to a relay, without what opens it; none: straight there."""
    url = _proxy_of(address)
    return None if url is None else url.rpartition("@")[2].rpartition("//")[2].rstrip("/")


def _proxy_of(address: RelayAddress) -> str | None:
    host = address.host.strip("[]")
    if address.is_on_this_computer or proxy_bypass(host):
        return None
    named = getproxies()
    url = named.get(address.scheme) or named.get("all")
    if not url:
        return None
    return url if "://" in url else f"http://{url}"


@cache
def _trusted() -> ssl.SSLContext:
    """Whom to believe: as this computer says, else those that come along with httpx."""
    return httpx.create_ssl_context(verify=True, trust_env=True)


def _meaning(status: int) -> type[NotReached] | None:
    """What a status says that is not one of those that each call looks for."""
    if status in _PROBLEMS:
        return _PROBLEMS[status]
    if httpx.codes.is_server_error(status):
        return NotReached
    known = (httpx.codes.OK, httpx.codes.CREATED, httpx.codes.NO_CONTENT, httpx.codes.NOT_MODIFIED)
    return None if status in (*known, httpx.codes.NOT_FOUND) else NoRelay


def _path(place: Place) -> str:
    return f"/v1/slots/{place.slot.hex()}"


def _opens(capability: bytes) -> dict[str, str]:
    return {"Authorization": f"Cairn {base64.urlsafe_b64encode(capability).rstrip(b'=').decode()}"}


def _version(answer: _Answer) -> str:
    """As the relay names it; where it names none that can be sent back, what it is of."""
    named = str(answer.headers.get("ETag", ""))
    return named if _ETAG.fullmatch(named) else hashlib.sha256(answer.body).hexdigest()


def _asked_for_s(answer: _Answer) -> float | None:
    """How long not to be asked; none where it does not say so in seconds."""
    said = str(answer.headers.get("Retry-After", ""))
    return float(said) if _SECONDS.fullmatch(said) else None

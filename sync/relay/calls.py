"""The four calls, as security.md, e.2 has them: each from a request to an answer."""

import asyncio
import hashlib
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from limits import RateLimitItemPerDay, RateLimitItemPerMinute
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from sync.protocol.sizes import SLOT_ID, WIRE
from sync.relay import answers, asking
from sync.relay.admission import Admission
from sync.relay.answers import Refusal, refused
from sync.relay.counting import Counting
from sync.relay.limiting import Limit, TooOften
from sync.relay.settings import Settings
from sync.relay.slots import Making, Put, Store
from sync.relay.waiting import LOOK_AGAIN_S, TooMany, Waiting, woken_within

_NOT_PUT = {
    Put.UNKNOWN: Refusal.NOT_HERE,
    Put.THERE_ALREADY: Refusal.THERE_ALREADY,
    Put.OTHER_CAPABILITIES: Refusal.OTHER_CAPABILITIES,
}
_WAIT_AGAIN_S = 5
"""For whoever would be one waiting read too many: about when the first of the others ends."""


class Calls:
    """What can be asked of one relay process.

    Args:
        now: seconds that only ever go forward, for the limits.
    """

    def __init__(
        self, settings: Settings, store: Store, counting: Counting, now: Callable[[], float] = time.monotonic
    ) -> None:
        self.waiting = Waiting(settings.waiting_reads)
        self._settings = settings
        self._store = store
        self._counting = counting
        self._admission = Admission(settings.admission_file)
        self._writes = Limit(RateLimitItemPerMinute(settings.writes_a_minute), now)
        self._makes_a_day = (
            settings.makes_a_day_for_a_token if self._admission.asks else settings.makes_a_day_for_an_address
        )
        self._makes = Limit(RateLimitItemPerDay(self._makes_a_day), now)

    async def put(self, request: Request) -> Response:
        """Write the newest page, and make the slot where that is asked for."""
        headers = asking.headers_of(request)
        try:
            body = await asking.page_of(request, headers, self.waiting.within)
        except asking.NoLength:
            return refused(Refusal.LENGTH)
        except asking.NotAPage:
            # What has not come when the relay leaves is sent again.
            return answers.not_now() if self.waiting.over else refused(Refusal.SIZE)
        write_sha256 = asking.capability_sha256(headers)
        try:
            read_sha256 = asking.made_with(headers, write_sha256)
            only = asking.to_make_only(headers, made=read_sha256 is not None)
        except asking.OffHeader:
            return refused(Refusal.HEADERS)
        slot = asking.slot_of(request.path_params["slot"])
        if slot is None:
            slot, read_sha256 = nowhere(), None
        if read_sha256 is None:
            return await self._write(slot, write_sha256, body, None)
        who = self._admission.who(headers.get(b"cairn-admission"), request.client.host if request.client else "")
        if who is None:
            return refused(Refusal.ADMISSION)
        return await self._make(who, slot, write_sha256, body, Making(read_sha256, only))

    async def _make(self, who: str, slot: bytes, write_sha256: bytes, body: bytes, making: Making) -> Response:
        try:
            with self._makes.one_more(who) as count:
                answer = await self._write(slot, write_sha256, body, making)
                if answer.status_code == answers.CREATED:
                    count()
                return answer
        except TooOften as often:
            return refused(Refusal.TOO_OFTEN, Retry_After=str(often.seconds))

    async def _write(self, slot: bytes, write_sha256: bytes, body: bytes, making: Making | None) -> Response:
        # By the capability too: who has another one must not hear that somebody writes there.
        try:
            with self._writes.one_more((slot + write_sha256).hex()) as count:
                put, version = await self._store.put(slot, write_sha256, body, making)
                if put in _NOT_PUT:
                    return refused(_NOT_PUT[put])
                count()
                return answers.stands(etag_of(version, body), made=put is Put.MADE)
        except TooOften as often:
            return refused(Refusal.TOO_OFTEN, Retry_After=str(often.seconds))

    async def get(self, request: Request) -> Response:
        """What stands there; or, where they have it already, what stands there once it is something else."""
        headers = asking.headers_of(request)
        slot = asking.slot_of(request.path_params["slot"]) or nowhere()
        read_sha256 = asking.capability_sha256(headers)
        seconds = asking.seconds_to_wait(headers, self._settings.wait_s)
        answer = await self._look(slot, read_sha256, headers)
        if answer.status_code != answers.NOT_MODIFIED or not seconds:
            return answer
        self._counting.waited()
        try:
            with self.waiting.at(slot) as woken:
                return await self._look_until(request, slot, read_sha256, headers, woken, seconds)
        except TooMany:
            return refused(Refusal.TOO_OFTEN, Retry_After=str(_WAIT_AGAIN_S))

    async def _look_until(
        self, request: Request, slot: bytes, read_sha256: bytes, headers: dict[bytes, bytes], woken: asyncio.Event,
        seconds: float,
    ) -> Response:  # fmt: skip
        ends = asyncio.get_running_loop().time() + seconds
        async with _told_of_leaving(request, woken) as has_left:
            while True:
                answer = await self._look(slot, read_sha256, headers)
                left = ends - asyncio.get_running_loop().time()
                if answer.status_code != answers.NOT_MODIFIED or left <= 0 or self.waiting.over or has_left():
                    return answer
                await woken_within(woken, min(left, LOOK_AGAIN_S))

    async def _look(self, slot: bytes, read_sha256: bytes, headers: dict[bytes, bytes]) -> Response:
        found = await self._store.get(slot, read_sha256)
        if found is None:
            return refused(Refusal.NOT_HERE)
        etag = etag_of(found.version, found.body)
        return answers.unchanged(etag) if asking.knows(headers, etag) else answers.page(found.body, etag)

    async def delete(self, request: Request) -> Response:
        """Take the slot away."""
        headers = asking.headers_of(request)
        slot = asking.slot_of(request.path_params["slot"]) or nowhere()
        was_there = await self._store.delete(slot, asking.capability_sha256(headers))
        return answers.gone() if was_there else refused(Refusal.NOT_HERE)

    def info(self) -> Response:
        """Limits and lifetimes, and nothing that was counted."""
        said = {
            "version": 1,
            "octets": WIRE,
            "writes_a_minute": self._settings.writes_a_minute,
            "waiting_reads": self._settings.waiting_reads,
            "wait_s": self._settings.wait_s,
            "admission": self._admission.asks,
            "makes_a_day": self._makes_a_day,
            "lifetime_days": self._settings.lifetime_days,
        }
        return JSONResponse(said)


def nowhere() -> bytes:
    """A slot that nobody has: what is looked for where a path names none, so that the same search is made."""
    return os.urandom(SLOT_ID)


def etag_of(version: int, body: bytes) -> str:
    """Another one for every page, also where a slot was lost and begins again at 1."""
    return f'"{version}-{hashlib.sha256(body).hexdigest()[:8]}"'


@asynccontextmanager
async def _told_of_leaving(request: Request, woken: asyncio.Event) -> AsyncIterator[Callable[[], bool]]:
    """Be woken when whoever asked has gone, so that their place is free for their next call."""
    leaving = asyncio.create_task(_has_left(request))
    leaving.add_done_callback(lambda _: woken.set())
    try:
        yield leaving.done
    finally:
        leaving.cancel()


async def _has_left(request: Request) -> None:
    message: dict[str, Any] = {}
    while message.get("type") != "http.disconnect":
        message = dict(await request.receive())

"""The relay as an application: its paths, what it says of itself, and what it does when a call goes wrong."""

import asyncio
import ipaddress
import logging
import time
import traceback
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.datastructures import Address
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from sync.relay import asking, documented
from sync.relay.answers import Refusal, not_now, refused
from sync.relay.calls import Calls, nowhere
from sync.relay.counting import CONTENT_TYPE, Counting
from sync.relay.forgetting import LOOKED_AT_EVERY_S, Forgetting
from sync.relay.noticing import Noticing
from sync.relay.settings import Settings
from sync.relay.slots import NoRoom, NotNow, Store
from sync.relay.waiting import BUSY_AGAIN_S

_OURS = str(Path(__file__).parent)

log = logging.getLogger("cairn.relay")

Call = Callable[[Request], Awaitable[Response]]
Network = ipaddress.IPv4Network | ipaddress.IPv6Network


class Described(FastAPI):
    """An application that says how a capability comes along."""

    def openapi(self) -> dict[str, Any]:
        described = super().openapi()
        described.setdefault("components", {})["securitySchemes"] = documented.SCHEMES
        return described


def make_app(settings: Settings, store: Store, now: Callable[[], float] = time.monotonic) -> FastAPI:
    """The application over a store, which is opened and closed by whoever runs it.

    Args:
        settings: limits, lifetimes, who is admitted.
        store: open by the time of the first call.
        now: seconds that only ever go forward, for the limits.
    """
    counting = Counting()
    noticing = Noticing(now)
    calls = Calls(settings, store, counting, now)

    @asynccontextmanager
    async def at_work(_: FastAPI) -> AsyncIterator[None]:
        forgetting = Forgetting(store, settings.lifetime_days)
        tasks = [asyncio.create_task(_listen(calls, store)), asyncio.create_task(_forget(forgetting, counting))]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)

    app = Described(
        title="cairn relay", version="1", description=documented.RELAY, lifespan=at_work, docs_url=None,
        redoc_url=None, redirect_slashes=False, exception_handlers={HTTPException: _no_such_call},
        separate_input_output_schemas=False,
    )  # fmt: skip
    app.state.waiting = calls.waiting
    app.state.counting = counting
    for method, call in (("PUT", calls.put), ("GET", calls.get), ("DELETE", calls.delete)):
        app.add_api_route(
            "/v1/slots/{slot}", _answering(method.lower(), call, counting, noticing), methods=[method],
            response_class=Response, **documented.SLOT_CALLS[method],
        )  # fmt: skip
    others = _the_others(settings, calls, store, counting)
    for path, other in others.items():
        name = documented.OTHER_CALLS[path]["operation_id"]
        app.add_api_route(
            path, _answering(name, other, counting, noticing), methods=["GET"], response_class=Response,
            **documented.OTHER_CALLS[path],
        )  # fmt: skip
    # Some of those who look after it ask for no more than this.
    health = _answering("health", others["/healthz"], counting, noticing)
    app.add_api_route("/healthz", health, methods=["HEAD"], response_class=Response, include_in_schema=False)
    return app


def _the_others(settings: Settings, calls: Calls, store: Store, counting: Counting) -> dict[str, Call]:
    shown_to = [ipaddress.ip_network(named, strict=False) for named in settings.metrics_for]

    async def info(_: Request) -> Response:
        return calls.info()

    async def health(_: Request) -> Response:
        await store.get(nowhere(), asking.NOBODY)
        return PlainTextResponse("ok\n")

    async def metrics(request: Request) -> Response:
        # A proxy that this relay was not told of has an address of this computer too.
        if "x-forwarded-for" in request.headers or not _is_in(shown_to, request.client):
            return refused(Refusal.NOT_HERE)
        return Response(counting.shown(), media_type=CONTENT_TYPE)

    return {"/v1/info": info, "/healthz": health, "/metrics": metrics}


def _is_in(networks: list[Network], client: Address | None) -> bool:
    try:
        known = ipaddress.ip_address(client.host if client else "")
    except ValueError:
        return False
    mapped = known.ipv4_mapped if isinstance(known, ipaddress.IPv6Address) else None
    return any((mapped or known) in network for network in networks)


def _answering(name: str, call: Call, counting: Counting, noticing: Noticing) -> Call:
    """The call with an answer for whatever happens, counted by its status."""

    async def answer(request: Request) -> Response:
        try:
            given = await call(request)
            noticing.answered(name, given.status_code)
        except NotNow as problem:
            noticing.trouble(problem)
            given = not_now()
        except NoRoom as problem:
            noticing.trouble(problem)
            given = refused(Refusal.NO_ROOM)
        except asyncio.CancelledError:
            # The relay leaves, and it is not known what becomes of this.
            given = not_now()
        except Exception as fault:  # noqa: BLE001 - the one place of a relay where a fault becomes an answer
            # What it says may hold what was sent, so only its kind and its place are told.
            counting.fault()
            log.error("a fault: %s at %s", type(fault).__name__, _place_of(fault))
            given = refused(Refusal.FAULT)
        counting.answered(name, given.status_code)
        return given

    answer.__name__ = name
    return answer


def _place_of(fault: BaseException) -> str:
    """The last place of the relay that it came through, whoever's code it came from."""
    places = [(frame.f_code.co_filename, line) for frame, line in traceback.walk_tb(fault.__traceback__)]
    ours = [f"{file}:{line}" for file, line in places if file.startswith(_OURS)]
    return ours[-1] if ours else "an unknown place"


async def _no_such_call(request: Request, problem: Exception) -> Response:
    """A path that is none, or another method than it has."""
    if not isinstance(problem, HTTPException) or problem.status_code != Refusal.NOT_A_CALL.status:
        return refused(Refusal.NOT_HERE)
    app: FastAPI = request.app
    routes = (route for route in app.routes if isinstance(route, APIRoute))
    here = [route for route in routes if route.path_regex.match(request.scope["path"])]
    methods = sorted({method for route in here for method in route.methods or ()}) or ["GET", "HEAD"]
    return refused(Refusal.NOT_A_CALL, Allow=", ".join(methods))


async def _listen(calls: Calls, store: Store) -> None:
    while True:
        # Whoever waits looks again without being told, so nothing is lost meanwhile.
        with suppress(NotNow):
            await calls.waiting.listen(store)
        await asyncio.sleep(BUSY_AGAIN_S)


async def _forget(forgetting: Forgetting, counting: Counting) -> None:
    while True:
        with suppress(NotNow, NoRoom):
            counting.forgotten(await forgetting.look())
        await asyncio.sleep(LOOKED_AT_EVERY_S)

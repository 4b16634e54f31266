"""The relay as an application: its paths, what it says of itself, and what it does when a call goes wrong."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from sync.relay import asking, documented
from sync.relay.answers import Refusal, refused
from sync.relay.calls import Calls, nowhere
from sync.relay.counting import CONTENT_TYPE, Counting
from sync.relay.forgetting import LOOKED_AT_EVERY_S, Forgetting
from sync.relay.settings import Settings
from sync.relay.slots import NoRoom, NotNow, Store
from sync.relay.waiting import BUSY_AGAIN_S

RETRY_AFTER_S = "5"

log = logging.getLogger("cairn.relay")

Call = Callable[[Request], Awaitable[Response]]


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
            "/v1/slots/{slot}", _answering(method.lower(), call, counting), methods=[method],
            response_class=Response, **documented.SLOT_CALLS[method],
        )  # fmt: skip
    _add_the_others(app, calls, store, counting)
    return app


def _add_the_others(app: FastAPI, calls: Calls, store: Store, counting: Counting) -> None:
    async def info(_: Request) -> Response:
        return calls.info()

    async def health(_: Request) -> Response:
        await store.get(nowhere(), asking.NOBODY)
        return PlainTextResponse("ok\n")

    async def metrics(_: Request) -> Response:
        return Response(counting.shown(), media_type=CONTENT_TYPE)

    for path, name, call in (
        ("/v1/info", "info", info),
        ("/healthz", "health", health),
        ("/metrics", "metrics", metrics),
    ):
        app.add_api_route(
            path, _answering(name, call, counting), methods=["GET"], response_class=Response,
            **documented.OTHER_CALLS[path],
        )  # fmt: skip


def _answering(name: str, call: Call, counting: Counting) -> Call:
    """The call with an answer for whatever happens, counted by its status."""

    async def answer(request: Request) -> Response:
        try:
            given = await call(request)
        except NotNow:
            given = refused(Refusal.NOT_NOW, Retry_After=RETRY_AFTER_S)
        except NoRoom:
            given = refused(Refusal.NO_ROOM)
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
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else "an unknown place"


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

"""What a relay is measured against: one FastAPI route that runs the same one SQL statement, and knows nothing else.

`python -m benchmarks.bare_route STORE`, with STORE as `cairn relay` takes it; prints where it listens.
"""

import asyncio
import sqlite3
import sys
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager

import psycopg
import uvicorn
from fastapi import FastAPI, Request, Response
from psycopg_pool import AsyncConnectionPool
from pydantic import SecretStr

from benchmarks.processes import NotMeasured
from sync.relay.running import listening_at
from sync.relay.settings import Settings

_SQLITE = (
    "UPDATE slot SET version = version + 1, written_at = ?, used_at = ?, body = ?"
    " WHERE id = ? AND write_sha256 = ? RETURNING version"
)
_POSTGRES = (
    "UPDATE slot SET body = %b, version = version + 1, written_at = %s WHERE id = %b AND write_sha256 = %b"
    " RETURNING version"
)
WRITE_SHA256 = bytes(32)


def _over_postgres(address: str) -> FastAPI:
    pool: AsyncConnectionPool[psycopg.AsyncConnection[tuple[object, ...]]] = AsyncConnectionPool(
        address, min_size=1, max_size=10, open=False, kwargs={"autocommit": True}
    )

    @asynccontextmanager
    async def connected(_: FastAPI) -> AsyncIterator[None]:
        await pool.open()
        yield
        await pool.close()

    app = FastAPI(lifespan=connected)

    @app.put("/v1/slots/{slot}", response_class=Response)
    async def put(slot: str, request: Request) -> Response:
        values = (await request.body(), int(time.time()), bytes.fromhex(slot), WRITE_SHA256)
        async with pool.connection() as connection:
            row = await (await connection.execute(_POSTGRES, values)).fetchone()
        return Response(status_code=200 if row else 404)

    return app


def _sqlite_at(path: str) -> sqlite3.Connection:
    """A connection that keeps what the relay's keeps, and waits for the disk as that does."""
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    for pragma in ("synchronous = FULL", "secure_delete = ON", "cache_size = -16000"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def _over_sqlite(path: str) -> FastAPI:
    connection = _sqlite_at(path)
    turn = threading.Lock()
    app = FastAPI()

    def write(slot: bytes, body: bytes) -> bool:
        now = int(time.time())
        with turn:
            return bool(connection.execute(_SQLITE, (now, now, body, slot, WRITE_SHA256)).fetchall())

    @app.put("/v1/slots/{slot}", response_class=Response)
    async def put(slot: str, request: Request) -> Response:
        there = await asyncio.to_thread(write, bytes.fromhex(slot), await request.body())
        return Response(status_code=200 if there else 404)

    return app


@contextmanager
def writing_to(store: str, write_sha256: bytes) -> Iterator[Callable[[bytes, bytes], None]]:
    """The statement alone, on one connection and with no route before it: writes a page to a slot.

    Raises:
        NotMeasured: from the writing, where the slot is not there.
    """
    if store.startswith("sqlite:"):
        engine = _sqlite_at(store.removeprefix("sqlite:"))

        def write(slot: bytes, page: bytes) -> None:
            now = int(time.time())
            _there(engine.execute(_SQLITE, (now, now, page, slot, write_sha256)).fetchall())

        yield write
        engine.close()
    else:
        with psycopg.connect(store, autocommit=True) as server:

            def write_there(slot: bytes, page: bytes) -> None:
                _there(server.execute(_POSTGRES, (page, int(time.time()), slot, write_sha256)).fetchall())

            yield write_there


def _there(rows: Sequence[object]) -> None:
    if not rows:
        raise NotMeasured("A slot was not there.")


def main(store: str) -> None:
    """Serve until killed."""
    app = _over_sqlite(store.removeprefix("sqlite:")) if store.startswith("sqlite:") else _over_postgres(store)
    with listening_at(Settings(listen="127.0.0.1:0", store=SecretStr(store))) as listening:
        host, port = listening.getsockname()[:2]
        print(f"Listening on http://{host}:{port}", flush=True)
        uvicorn.Server(
            uvicorn.Config(app, http="h11", ws="none", log_config=None, access_log=False, server_header=False)
        ).run([listening])


if __name__ == "__main__":
    main(sys.argv[1])

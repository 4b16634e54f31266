"""One thread for each connection to SQLite. Deeds wait in line for it; those that wait together are done together."""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from sync.relay.refusals import CannotServe
from sync.relay.slots import NoRoom, NotNow

T = TypeVar("T")

TOGETHER_MOST = 64
"""Deeds in one transaction: as many as share one wait for the disk without keeping the first of them."""
REST_S = 10.0

_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY}
_FULL_EXTENDED = {sqlite3.SQLITE_IOERR_SHMSIZE}
"""Where the shared memory of a write-ahead log finds no room."""


@dataclass(frozen=True, slots=True, repr=False)
class _Deed:
    work: Callable[[sqlite3.Connection], Any]
    answered: "asyncio.Future[Any]"
    then: Callable[[Any], None] | None


class OneThread:
    """A connection and the thread that alone touches it.

    Args:
        connect: opens it; run on the thread.
        writes: whether deeds are done in transactions; an answer is given only when its transaction is on the disk.
        at_rest: done once nothing was asked for a while.
    """

    _loop: asyncio.AbstractEventLoop
    """From the opening on: where answers are waited for."""

    def __init__(
        self, name: str, connect: Callable[[], sqlite3.Connection], *, writes: bool,
        at_rest: Callable[[sqlite3.Connection], object] | None = None,
    ) -> None:  # fmt: skip
        self._name = name
        self._connect = connect
        self._writes = writes
        self._at_rest = at_rest
        self._line: queue.SimpleQueue[_Deed | None] = queue.SimpleQueue()

    async def open(self) -> None:
        """Connect.

        Raises:
            CannotServe, sqlite3.Error: as `connect` does.
        """
        self._loop = asyncio.get_running_loop()
        opened: asyncio.Future[None] = self._loop.create_future()
        self._thread = threading.Thread(target=self._work, args=(opened,), name=self._name, daemon=True)
        self._thread.start()
        await opened

    def ask(
        self, work: Callable[[sqlite3.Connection], T], then: Callable[[T], None] | None = None
    ) -> "asyncio.Future[T]":
        """Get in line now; what has been asked is done even if nobody waits for it any more.

        Args:
            work: the deed.
            then: called with its answer, on the event loop, once it stands.
        """
        answered: asyncio.Future[T] = self._loop.create_future()
        self._line.put(_Deed(work, answered, then))
        return answered

    async def close(self) -> None:
        """Do what is in line, then let the connection go."""
        self._line.put(None)
        await asyncio.to_thread(self._thread.join)

    def _work(self, opened: "asyncio.Future[None]") -> None:
        try:
            connection = self._connect()
        except (CannotServe, sqlite3.Error, OSError) as problem:
            self._loop.call_soon_threadsafe(opened.set_exception, problem)
            return
        self._loop.call_soon_threadsafe(opened.set_result, None)
        try:
            while (deeds := self._next(connection)) is not None:
                self._do(connection, deeds)
        finally:
            connection.close()

    def _next(self, connection: sqlite3.Connection) -> list[_Deed] | None:
        """Whatever waits together; none at the end."""
        first = self._first(connection)
        if first is None:
            return None
        deeds = [first]
        while len(deeds) < TOGETHER_MOST:
            try:
                deed = self._line.get_nowait()
            except queue.Empty:
                break
            if deed is None:
                self._line.put(None)
                break
            deeds.append(deed)
        return deeds

    def _first(self, connection: sqlite3.Connection) -> _Deed | None:
        try:
            return self._line.get(timeout=REST_S if self._at_rest else None)
        except queue.Empty:
            pass
        if self._at_rest is not None:
            # It can be done at the next rest as well.
            with suppress(sqlite3.Error):
                self._at_rest(connection)
        return self._line.get()

    def _do(self, connection: sqlite3.Connection, deeds: list[_Deed]) -> None:
        try:
            answers = self._all(connection, deeds)
        except sqlite3.Error as problem:
            if len(deeds) > 1:
                # One of them may be what finds no room; the others are done alone.
                for deed in deeds:
                    self._do(connection, [deed])
                return
            self._tell(_refuse, [(deeds[0], refusal_of(problem))])
        else:
            self._tell(_answer, list(zip(deeds, answers, strict=True)))

    def _all(self, connection: sqlite3.Connection, deeds: list[_Deed]) -> list[Any]:
        if not self._writes:
            return [deed.work(connection) for deed in deeds]
        connection.execute("BEGIN IMMEDIATE")
        try:
            answers = [deed.work(connection) for deed in deeds]
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return answers

    def _tell(self, how: Callable[[list[Any]], None], told: list[Any]) -> None:
        self._loop.call_soon_threadsafe(how, told)


def _answer(told: list[tuple[_Deed, Any]]) -> None:
    for deed, answer in told:
        if deed.then is not None:
            deed.then(answer)
        if not deed.answered.done():
            deed.answered.set_result(answer)


def _refuse(told: list[tuple[_Deed, Exception]]) -> None:
    for deed, problem in told:
        if not deed.answered.done():
            deed.answered.set_exception(problem)


def refusal_of(problem: sqlite3.Error) -> NoRoom | NotNow:
    """What the engine's error means to whoever asked."""
    code = getattr(problem, "sqlite_errorcode", 0)
    return NoRoom() if code & 0xFF in _FULL or code in _FULL_EXTENDED else NotNow()

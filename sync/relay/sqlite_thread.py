"""One thread for each connection to SQLite. Deeds wait in line for it; those that wait together are done together."""

import asyncio
import queue
import sqlite3
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from typing import Any, TypeVar

from sync.relay.refusals import CannotServe
from sync.relay.slots import Damaged, NoRoom, NotNow

T = TypeVar("T")

TOGETHER_MOST = 64
"""Deeds in one transaction: as many as share one wait for the disk without keeping the first of them."""
LINE_MOST = 1_024
"""Deeds in line, each with 16 KB at most: whoever comes beyond hears at once that it cannot be now."""
REST_S = 10.0

_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
_NOT_DONE = object()
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_READONLY}
_FULL_EXTENDED = {sqlite3.SQLITE_IOERR_SHMSIZE}
"""Where the shared memory of a write-ahead log finds no room."""


@dataclass(frozen=True, slots=True, repr=False)
class _Deed:
    work: Callable[[sqlite3.Connection], Any]
    answered: "asyncio.Future[Any]"
    then: Callable[[Any], None] | None
    with_reserve: Callable[[sqlite3.Connection], bool] | None

    def done(self, connection: sqlite3.Connection) -> Any:
        return _NOT_DONE if self.answered.cancelled() else self.work(connection)


class OneThread:
    """A connection and the thread that alone touches it.

    Args:
        connect: opens it; run on the thread.
        writes: whether deeds are done in transactions; an answer is given only when its transaction is on the disk.
        at_rest: done once nothing was asked for a while.
        reserve: gives room for what is done in its block, where the disk is full.
        broke: called where the thread has come to an end that nobody asked for.
    """

    _loop: asyncio.AbstractEventLoop
    """From the opening on: where answers are waited for."""
    _over: "asyncio.Future[None]"
    """The same: done when the thread has ended."""

    def __init__(
        self, name: str, connect: Callable[[], sqlite3.Connection], *, writes: bool,
        at_rest: Callable[[sqlite3.Connection], object] | None = None,
        reserve: Callable[[], AbstractContextManager[None]] | None = None,
        broke: Callable[[], object] = lambda: None,
    ) -> None:  # fmt: skip
        self._name = name
        self._connect = connect
        self._writes = writes
        self._at_rest = at_rest
        self._reserve = reserve
        self._broke = broke
        self._closing = False
        self._in_hand: list[_Deed] = []
        self._line: queue.SimpleQueue[_Deed | None] = queue.SimpleQueue()

    async def open(self) -> None:
        """Connect.

        Raises:
            CannotServe, sqlite3.Error: as `connect` does.
        """
        self._loop = asyncio.get_running_loop()
        opened: asyncio.Future[None] = self._loop.create_future()
        self._over = self._loop.create_future()
        self._thread = threading.Thread(target=self._work, args=(opened,), name=self._name, daemon=True)
        self._thread.start()
        await opened

    def ask(
        self, work: Callable[[sqlite3.Connection], T], then: Callable[[T], None] | None = None,
        with_reserve: Callable[[sqlite3.Connection], bool] | None = None,
    ) -> "asyncio.Future[T]":  # fmt: skip
        """Get in line now; what nobody waits for any more when its turn comes is not done.

        Args:
            work: the deed.
            then: called with its answer, on the event loop, once it stands.
            with_reserve: whether it may have what is kept for when the disk is full.

        Raises:
            NotNow: too many are in line, or it is over.
        """
        if self._over.done() or self._line.qsize() >= LINE_MOST:
            raise NotNow
        answered: asyncio.Future[T] = self._loop.create_future()
        self._line.put(_Deed(work, answered, then, with_reserve))
        return answered

    async def close(self) -> None:
        """Do what is in line, then let the connection go. It ends with the process, if nobody waits for that."""
        self._closing = True
        self._line.put(None)
        await asyncio.shield(self._over)

    def _work(self, opened: "asyncio.Future[None]") -> None:
        try:
            connection = self._connect()
        except (CannotServe, sqlite3.Error, OSError) as problem:
            self._tell(self._over.set_result, None)
            self._tell(opened.set_exception, problem)
            return
        self._tell(opened.set_result, None)
        try:
            while (deeds := self._next(connection)) is not None:
                # Nobody waits any more for those that were long in line.
                self._in_hand = [deed for deed in deeds if not deed.answered.cancelled()]
                if self._in_hand:
                    self._do(connection, self._in_hand)
        finally:
            try:
                connection.close()
            finally:
                self._tell(self._ends, None)

    def _ends(self, _: None) -> None:
        """Whatever brought it about: nobody waits for a thread that is gone."""
        self._over.set_result(None)
        while not self._line.empty():
            self._in_hand += filter(None, [self._line.get_nowait()])
        _refuse([(deed, NotNow()) for deed in self._in_hand])
        if not self._closing:
            self._broke()

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
        self._rest(connection)
        return self._line.get()

    def _rest(self, connection: sqlite3.Connection) -> None:
        if self._at_rest is not None:
            # It can be done at the next rest as well.
            with suppress(sqlite3.Error):
                self._at_rest(connection)

    def _do(self, connection: sqlite3.Connection, deeds: list[_Deed]) -> None:
        try:
            answers = self._all(connection, deeds)
        except sqlite3.Error as problem:
            refusal = refusal_of(problem)
            if len(deeds) > 1 and not _is_busy(problem):
                # One of them may be what finds no room; the others are done alone.
                for deed in deeds:
                    self._do(connection, [deed])
            elif not (isinstance(refusal, NoRoom) and self._done_with_reserve(connection, deeds[0])):
                self._tell(_refuse, [(deed, refusal) for deed in deeds])
        else:
            self._tell(_answer, list(zip(deeds, answers, strict=True)))

    def _done_with_reserve(self, connection: sqlite3.Connection, deed: _Deed) -> bool:
        if self._reserve is None or deed.with_reserve is None:
            return False
        try:
            if not deed.with_reserve(connection):
                return False
            with self._reserve():
                answers = self._all(connection, [deed])
                # What it took is given back.
                self._rest(connection)
        except sqlite3.Error:
            return False
        self._tell(_answer, [(deed, answers[0])])
        return True

    def _all(self, connection: sqlite3.Connection, deeds: list[_Deed]) -> list[Any]:
        if not self._writes:
            return [deed.done(connection) for deed in deeds]
        connection.execute("BEGIN IMMEDIATE")
        try:
            answers = [deed.done(connection) for deed in deeds]
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        return answers

    def _tell(self, how: Callable[[Any], object], told: object) -> None:
        # Where the process leaves meanwhile, nobody is there to be told.
        with suppress(RuntimeError):
            self._loop.call_soon_threadsafe(how, told)


def _answer(told: list[tuple[_Deed, Any]]) -> None:
    for deed, answer in told:
        if deed.then is not None and answer is not _NOT_DONE:
            deed.then(answer)
        if not deed.answered.done():
            deed.answered.set_result(answer)


def _refuse(told: list[tuple[_Deed, Exception]]) -> None:
    for deed, problem in told:
        if not deed.answered.done():
            deed.answered.set_exception(problem)


def _is_busy(problem: sqlite3.Error) -> bool:
    return getattr(problem, "sqlite_errorcode", 0) & 0xFF in _BUSY


def refusal_of(problem: sqlite3.Error) -> NoRoom | NotNow:
    """What the engine's error means to whoever asked."""
    code = getattr(problem, "sqlite_errorcode", 0)
    if code & 0xFF in _DAMAGED:
        return Damaged()
    return NoRoom() if code & 0xFF in _FULL or code in _FULL_EXTENDED else NotNow()

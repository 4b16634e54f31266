"""The one thread that may touch the open journal, and the journal as a screen reaches it."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    # The unlock screen stands before the journal's code is loaded.
    from journal.use_cases.open_journal import OpenJournal

P = ParamSpec("P")
T = TypeVar("T")


class StoreThread:
    """A queue of journal calls, run by a single thread, one after the other."""

    def __init__(self) -> None:
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")

    def ask(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> "asyncio.Future[T]":
        """Queue `work` now and return its answer, to be awaited whenever.

        What has been asked always runs. Cancelling the wait, by leaving a screen or quitting, does not
        cancel the work: a person who pressed save has saved.
        """
        return asyncio.shield(asyncio.wrap_future(self._executor.submit(work, *args, **kwargs)))

    def finish(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """Run `work` after everything that was asked, and wait for it here: for leaving, when the loop must stop."""
        return self._executor.submit(work, *args, **kwargs).result()

    def close(self) -> None:
        """Finish everything that was asked, then let the thread go."""
        self._executor.shutdown(wait=True)


class Desk:
    """One open journal behind its thread: what a screen is given."""

    def __init__(self, store: StoreThread, journal: "OpenJournal") -> None:
        self._store = store
        self._journal = journal

    def ask(self, deed: "Callable[[OpenJournal], T]") -> "asyncio.Future[T]":
        """Queue a deed on the journal now; wait for its answer whenever."""
        return self._store.ask(deed, self._journal)

    def finish(self, deed: "Callable[[OpenJournal], T]") -> T:
        """Run a deed after all others and wait for it here: for leaving."""
        return self._store.finish(deed, self._journal)

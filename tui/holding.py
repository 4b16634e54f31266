"""What the app holds from its beginning to its end: one store thread, and one open journal at most."""

import asyncio
from collections.abc import Awaitable, Callable, Generator
from typing import TYPE_CHECKING, Literal, Protocol, TypeVar, runtime_checkable

from textual.app import App

from journal.clock import Clock
from journal.errors import KeyChanged
from journal.paths import Home
from tui.screens.hearing import Hearing
from tui.store_thread import Desk, StoreThread

if TYPE_CHECKING:
    from textual.worker import Worker

    from journal.use_cases.open_journal import OpenJournal

T = TypeVar("T")

Leaving = Literal["quit", "lock", "look-around", "ended", "crashed"]
"""Why the app ended; what is done about it is the caller's part, when the terminal is itself again."""


@runtime_checkable
class HoldsWords(Protocol):
    """A screen or a question with words on their way."""

    def unsaved(self) -> "list[Callable[[OpenJournal], object]]":
        """What must be kept before leaving."""

    def after_typing(self, then: Callable[[], None]) -> None:
        """Call `then` when every letter typed before has arrived."""


class SteadyDesk(Desk):
    """The open journal, whose deeds wait where it has another key now: for the passphrase, and then they are done."""

    def __init__(
        self, store: StoreThread, journal: "OpenJournal", key_is_back: "Callable[[], Awaitable[bool]]"
    ) -> None:
        """Nothing is asked yet.

        Args:
            store: the thread of the journal.
            journal: the open journal.
            key_is_back: waits until the journal goes on with its new key; false where nobody gave the passphrase.
        """
        super().__init__(store, journal)
        self._key_is_back = key_is_back

    def ask(self, deed: "Callable[[OpenJournal], T]") -> "asyncio.Future[T]":
        """Queue a deed now; where the key has changed, once more when the passphrase is there.

        Raises:
            KeyChanged: in the answer, where nobody gave the passphrase.
        """
        # Queued here and now, so that deeds stay in the order in which they were asked for.
        return asyncio.shield(asyncio.ensure_future(self._answer(deed, super().ask(deed))))

    async def _answer(self, deed: "Callable[[OpenJournal], T]", asked: "asyncio.Future[T]") -> T:
        try:
            return await asked
        except KeyChanged:
            if not await self._key_is_back():
                raise
            return await self._answer(deed, super().ask(deed))


class _WhenItBegins(Awaitable[None]):
    """Work that is called when it is waited for."""

    def __init__(self, work: Callable[[], Awaitable[None]]) -> None:
        self._work = work

    def __await__(self) -> "Generator[object, None, None]":
        return (yield from self._work().__await__())


class HoldingApp(App[Leaving]):
    """The rooms of the house. What is done in them is added one subject at a time."""

    def __init__(self, home: Home, clock: Clock) -> None:
        super().__init__()
        self._home = home
        self._clock = clock
        self._store = StoreThread()
        self._journal: OpenJournal | None = None
        self._desk: Desk | None = None
        self._seen: asyncio.Future[int] | None = None
        """The journal's count of what others have written, as it was last seen."""

    def work_at(self, work: Callable[[], Awaitable[None]]) -> "Worker[None]":
        """Begin a worker; nothing of the work is made before it begins, so that an app which ends first leaves none."""
        return self.run_worker(_WhenItBegins(work))

    def _every_screen(self) -> list[Hearing]:
        stacks = list(self._screen_stacks.values())
        return [screen for stack in stacks for screen in stack if isinstance(screen, Hearing)]

    def _unfinished(self) -> "list[Callable[[OpenJournal], object]]":
        stacks = list(self._screen_stacks.values())
        holding = [screen for stack in stacks for screen in stack if isinstance(screen, HoldsWords)]
        return [deed for screen in holding for deed in screen.unsaved()]

"""What the app holds from its beginning to its end: one store thread, and one open journal at most."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, Protocol, runtime_checkable

from textual.app import App

from journal.clock import Clock
from journal.paths import Home
from tui.screens.hearing import Hearing
from tui.store_thread import Desk, StoreThread

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

Leaving = Literal["quit", "lock", "look-around", "ended", "crashed"]
"""Why the app ended; what is done about it is the caller's part, when the terminal is itself again."""


@runtime_checkable
class HoldsWords(Protocol):
    """A screen or a question with words on their way."""

    def unsaved(self) -> "list[Callable[[OpenJournal], object]]":
        """What must be kept before leaving."""

    def after_typing(self, then: Callable[[], None]) -> None:
        """Call `then` when every letter typed before has arrived."""


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

    def _every_screen(self) -> list[Hearing]:
        stacks = list(self._screen_stacks.values())
        return [screen for stack in stacks for screen in stack if isinstance(screen, Hearing)]

    def _unfinished(self) -> "list[Callable[[OpenJournal], object]]":
        stacks = list(self._screen_stacks.values())
        holding = [screen for stack in stacks for screen in stack if isinstance(screen, HoldsWords)]
        return [deed for screen in holding for deed in screen.unsaved()]

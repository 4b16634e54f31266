"""Asking the store thread and hearing the answer: waiting is a worker's job, changing is the screen's."""

import asyncio
import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual.await_complete import AwaitComplete
from textual.message import Message
from textual.screen import Screen

from journal.errors import CairnError

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

T = TypeVar("T")
Answer = TypeVar("Answer")


class Heard(Message):
    """An answer has come; `then` puts it on the screen."""

    def __init__(self, then: Callable[[], object]) -> None:
        super().__init__()
        self.then = then


class JournalRefused(Message):
    """The journal could not do what it was asked."""

    def __init__(self, problem: CairnError) -> None:
        super().__init__()
        self.problem = problem


class Waiting(Screen[Answer], Generic[Answer]):
    """A screen, or a question over one, that never waits itself."""

    _goes_with: tuple[Answer | None] | None = None
    """What it goes with as soon as nothing stands over it any more."""

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Go; where something has come up over it meanwhile, support above all, when that has gone.

        Textual's own closes whatever is in front.
        """
        if self.is_active:
            return super().dismiss(result)
        self._goes_with = (result,)
        return AwaitComplete()

    def on_screen_resume(self) -> None:
        if self._goes_with is not None:
            goes_with, self._goes_with = self._goes_with, None
            super().dismiss(goes_with[0])

    def hear(
        self,
        asked: "asyncio.Future[T]",
        then: Callable[[T], object],
        refused: Callable[[CairnError], object] | None = None,
    ) -> None:
        """Call `then` with the answer, here on the screen, when it has come.

        A refusal goes to `refused`, or is told as `JournalRefused`.
        """
        self.run_worker(self._wait(asked, then, refused))

    async def _wait(
        self,
        asked: "asyncio.Future[Any]",
        then: Callable[[Any], object],
        refused: Callable[[CairnError], object] | None,
    ) -> None:
        """Touches no widget."""
        try:
            answer = await asked
        except CairnError as problem:
            told = problem
            self.post_message(JournalRefused(told) if refused is None else Heard(lambda: refused(told)))
        else:
            self.post_message(Heard(lambda: then(answer)))

    async def on_heard(self, event: Heard) -> None:
        event.stop()
        if not self.is_attached:
            return
        done = event.then()
        if inspect.isawaitable(done):
            await done

    def after_typing(self, then: Callable[[], None]) -> None:
        """Call `then` when the focused field has taken every key that was pressed before this one.

        A key that comes first overtakes the letters still on their way to the field; a save must not.
        """
        (self.focused or self).call_later(then)

    def unsaved(self) -> "list[Callable[[OpenJournal], object]]":
        """What must be kept before leaving, locking or ending, as deeds on the journal."""
        return []

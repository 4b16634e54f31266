"""A screen that asks the store thread and hears the answer: waiting is a worker's job, changing is the screen's."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static

from journal.errors import CairnError
from tui.actions import Deed, deeds_of
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.wording import screen as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from tui.widgets.long_list import LongList

T = TypeVar("T")


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


class JournalChanged(Message):
    """Something was written to the journal here."""


class Hearing(Screen[None]):
    """What every screen that works with the journal has in common."""

    WHERE: ClassVar[str] = ""
    """The name under which its keys stand in `tui/actions.py`."""

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

    async def list_anew(self, rows: "LongList[Any]", total: int) -> None:
        """Show a list of another length; a refusal is told as any other."""
        try:
            await rows.set_total(total)
        except CairnError as problem:
            self.post_message(JournalRefused(problem))

    def announce_change(self) -> None:
        """Say that the journal holds something else now, so that every screen reads it again."""
        self.post_message(JournalChanged())

    def after_typing(self, then: Callable[[], None]) -> None:
        """Call `then` when the focused field has taken every key that was pressed before this one.

        A key that comes first overtakes the letters still on their way to the field; a save must not.
        """
        (self.focused or self).call_later(then)

    def on_heard(self, event: Heard) -> None:
        event.stop()
        event.then()

    def unsaved(self) -> "list[Callable[[OpenJournal], object]]":
        """What must be kept before leaving, locking or ending, as deeds on the journal."""
        return []

    def journal_changed(self) -> None:
        """Another process, or another screen, has written to the journal."""

    def keys_shown(self) -> list[tuple[str, str]]:
        """The bottom line: this screen's own keys first."""
        return [(deed.shown_keys.split(" or ")[0], deed.words) for deed in deeds_of(self.WHERE)]


class Keeping(Hearing):
    """A screen with words on their way, kept as a draft while they are typed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._told_not_kept = False

    def say(self, sentence: str) -> None:
        """Say something under what is being written, in place of what was said before."""
        said = self.query_one("#said", Static)
        said.update(as_content(sentence))

    def keep_words(self) -> None:
        """Keep what is here; where that does not work, say so, and take it back when it does again."""
        for deed in self.unsaved():
            self.hear(self._desk.ask(deed), lambda _: self._kept(), self.not_kept)

    def _kept(self) -> None:
        if self._told_not_kept:
            self._told_not_kept = False
            self.say("")

    def not_kept(self, problem: CairnError) -> None:
        """Say that the words are here and not kept yet."""
        self._told_not_kept = True
        self.say(words.not_kept(str(problem)))


def bindings_of(deeds: list[Deed]) -> list[BindingType]:
    """Textual's bindings for some deeds. A key that works while writing is listened to before the text is."""
    return [
        Binding(
            key,
            deed.action,
            deed.words,
            show=False,
            id=f"{deed.id}.{place}",
            priority=_comes_first(deed, key),
        )
        for deed in deeds
        for place, key in enumerate(deed.keys)
    ]


def _comes_first(deed: Deed, key: str) -> bool:
    prints = len(key) == 1 or key in ("exclamation_mark", "question_mark", "slash")
    return deed.works_in_text and not prints and key != "escape"

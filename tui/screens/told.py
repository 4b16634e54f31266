"""A screen that is one list to read, with headings in it and a sentence under it."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from journal.errors import CairnError, NotFound
from tui.screens.hearing import Hearing, JournalRefused
from tui.screens.meeting_told import MeetNow
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.long_list import MARK_CELLS, LongList
from tui.widgets.told_list import Told, ToldList
from tui.wording import screen as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

Found = TypeVar("Found")


class ToldScreen(Hearing, Generic[Found]):
    """What the screens of sharing have in common: what they show is read again when anything was written.

    Args:
        desk: the journal.
        read: what is asked of it.
        rows: what was found, in rows of so many cells.
    """

    LIST: ClassVar[type[ToldList]] = ToldList

    def __init__(
        self,
        desk: Desk,
        read: "Callable[[OpenJournal], Found]",
        rows: Callable[[Found, int], Sequence[Told]],
    ) -> None:
        super().__init__()
        self._desk = desk
        self._reading = read
        self._rows = rows
        self._found: Found | None = None
        """What was read last; nothing before."""

    def compose(self) -> ComposeResult:
        yield self.LIST(id="list")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def on_mount(self) -> None:
        self._list.focus()

    def on_screen_resume(self) -> None:
        self._read()

    @property
    def _list(self) -> ToldList:
        return self.query_one("#list", ToldList)

    def _read(self) -> None:
        self.hear(self._desk.ask(self._reading), self._show, self._not_there)

    async def _show(self, found: Found) -> None:
        self._found = found
        await self._tell()

    def _not_there(self, problem: CairnError) -> None:
        """It may have been deleted elsewhere meanwhile."""
        if isinstance(problem, NotFound):
            self._say(words.GONE)
        else:
            self.post_message(JournalRefused(problem))

    def of_a_row(self, *keys: tuple[str, str]) -> list[tuple[str, str]]:
        """Keys that do something with a row; none where no row is about anything."""
        return [*keys] if any(rows.has_any for rows in self.query(ToldList)) else []

    def journal_changed(self) -> None:
        self._read()

    def on_resize(self) -> None:
        """Sentences are wrapped to the width there is."""
        self.call_after_refresh(self._tell)

    async def _tell(self) -> None:
        # What was read can come when the screen is not drawn any more.
        for shown in self.query(ToldList):
            if self._found is not None:
                await shown.tell(self._rows(self._found, shown.scrollable_content_region.width - MARK_CELLS))
                self.say_keys()

    @on(LongList.Moved)
    def moved(self) -> None:
        """Some keys are of use at some rows alone."""
        self.say_keys()

    def action_open(self) -> None:
        self._list.action_open()

    @on(LongList.Opened)
    def opened(self, event: LongList.Opened) -> None:
        self._open(event.item.opens)

    def _open(self, what: object) -> None:
        """Do what Enter does at a row that is about this."""

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(as_content(sentence))

    def _changed(self, sentence: str) -> None:
        """Say what was done here, and everywhere that something was."""
        self._say(sentence)
        self.announce_change()

    def _goes(self, sentence: str) -> None:
        """The same, of what goes to a partner: the place is met without waiting for the next time."""
        self._changed(sentence)
        self.post_message(MeetNow())

    def action_back(self) -> None:
        self.dismiss()

"""A list of what was written, newest first: the journal's own, one day's, the same day's of other years."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.widgets import Static

from journal.domain.timeline import Filter, Line
from tui.screens.deleting import delete
from tui.screens.hearing import Hearing
from tui.store_thread import Desk
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.long_list import LongList
from tui.widgets.rows import Row, draw_row
from tui.wording import screen as words


class JournalList(Hearing):
    """Rows of the timeline, of which some may be left out."""

    def __init__(self, desk: Desk, chosen: Filter, empty: str) -> None:
        """Nothing is read yet.

        Args:
            desk: the journal.
            chosen: what the list shows.
            empty: what it says where there is nothing.
        """
        super().__init__()
        self._desk = desk
        self._chosen = chosen
        self._empty = empty

    def compose_list(self) -> ComposeResult:
        """The list, what was done last, and the keys."""
        yield LongList[Row](self._fetch, draw_row, empty=self._empty, id="list")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def on_mount(self) -> None:
        self._list.focus()
        self._count()

    def journal_changed(self) -> None:
        self._count()

    def on_screen_resume(self) -> None:
        self._count()

    @property
    def _list(self) -> LongList[Row]:
        return self.query_one("#list", LongList)

    def _count(self) -> None:
        chosen = self._chosen
        self.hear(self._desk.ask(lambda journal: journal.timeline_count(chosen)), self._show_rows)

    def _show_rows(self, total: int) -> None:
        self.call_later(self.list_anew, self._list, total)

    async def _fetch(self, offset: int, limit: int) -> Sequence[Row]:
        return await self._lines(offset, limit)

    async def _lines(self, offset: int, limit: int) -> Sequence[Line]:
        chosen = self._chosen
        return await self._desk.ask(lambda journal: journal.timeline(chosen, limit, offset))

    def action_open(self) -> None:
        self._open(self._list.current)

    @on(LongList.Opened)
    def opened(self, event: LongList.Opened) -> None:
        self._open(event.item)

    def _open(self, row: Row | None) -> None:
        if isinstance(row, Line):
            self.show_item(row.kind, row.id)

    def action_delete(self) -> None:
        """Out of sight, with undo."""
        if isinstance(row := self._list.current, Line):
            item_id = row.id
            delete(self, self._desk, item_id, self._deleted)

    def _deleted(self) -> None:
        self.query_one("#said", Static).update(keyed(self, words.DELETED))
        self.announce_change()

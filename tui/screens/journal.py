"""Journal: everything written, newest first; drafts on top, so that nothing on its way is forgotten."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from journal.domain.entry import Draft
from journal.domain.timeline import Filter, Line
from tui.actions import deeds_of
from tui.screens.hearing import Hearing, bindings_of
from tui.screens.sections import section_nav
from tui.screens.write import Write
from tui.store_thread import Desk
from tui.widgets.keys_line import KeysLine
from tui.widgets.long_list import LongList
from tui.widgets.rows import Row, draw_row
from tui.wording import screen as words
from tui.wording.sections import section_of_draft


class JournalScreen(Hearing):
    """The timeline."""

    WHERE = "journal"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("journal"))

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._drafts: list[Draft] = []

    def compose(self) -> ComposeResult:
        yield section_nav("journal")
        yield LongList[Row](self._fetch, draw_row, empty=words.JOURNAL_EMPTY, id="list")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Enter", "open"), ("Ctrl+N", "write"), ("/", "search"), ("Delete", "delete"), ("F4", "undo")]

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
        asked = self._desk.ask(lambda journal: (journal.drafts(), journal.timeline_count(Filter())))
        self.hear(asked, lambda answer: self._show(*answer))

    def _show(self, drafts: list[Draft], total: int) -> None:
        self._drafts = [draft for draft in drafts if draft.kind != "check-in"]
        self.call_later(self.list_anew, self._list, len(self._drafts) + total)

    async def _fetch(self, offset: int, limit: int) -> Sequence[Row]:
        """Drafts first, then the timeline, as one list."""
        drafts = self._drafts[offset : offset + limit]
        first = max(0, offset - len(self._drafts))
        if len(drafts) == limit:
            return drafts
        lines = await self._desk.ask(lambda journal: journal.timeline(Filter(), limit - len(drafts), first))
        return [*drafts, *lines]

    def action_open(self) -> None:
        self._open(self._list.current)

    @on(LongList.Opened)
    def opened(self, event: LongList.Opened) -> None:
        self._open(event.item)

    def _open(self, row: Row | None) -> None:
        if isinstance(row, Draft) and row.kind != "entry":
            self.query_one("#said", Static).update(words.waits_in(section_of_draft(row.kind)))
        elif isinstance(row, Draft):
            self.hear(self._desk.ask(lambda journal: journal.take_up(row)), self._go_on_with)
        elif isinstance(row, Line):
            self.show_item(row.kind, row.id)

    def _go_on_with(self, draft: Draft) -> None:
        # The key may have been pressed twice while the draft was on its way.
        if self.is_active:
            self.app.push_screen(Write(self._desk, draft=draft))

    def action_delete(self) -> None:
        """Out of sight, with undo; of a draft too."""
        row = self._list.current
        if isinstance(row, Draft):
            draft_id = row.id
            self.hear(self._desk.ask(lambda journal: journal.set_aside(draft_id)), lambda _: self._deleted())
        if isinstance(row, Line):
            item_id = row.id
            self.hear(self._desk.ask(lambda journal: journal.delete(item_id)), lambda _: self._deleted())

    def _deleted(self) -> None:
        self.query_one("#said", Static).update(words.DELETED)
        self.announce_change()

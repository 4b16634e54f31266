"""One page or check-in, to read; every deed on it is one key."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.domain.check_in import CheckIn
from journal.domain.entry import LARGE_PAGE_BYTES, Draft, JournalEntry
from journal.domain.timeline import Item
from tui.actions import deeds_of
from tui.screens.hearing import JournalRefused, bindings_of
from tui.screens.one_thing import OneThing
from tui.screens.write import Write
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.page_editor import can_be_edited
from tui.wording import screen as words
from tui.wording.items import body_of, head_of


class Page(OneThing):
    """One thing from the journal."""

    WHERE = "page"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("page"))

    def __init__(self, desk: Desk, item_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._item_id = item_id
        self._item: Item | None = None
        self._names: dict[str, str] = {}
        self._told_long = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static("", id="head", classes="heading")
            yield Static("", id="body")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Esc", "back"), ("E", "change"), ("K", "keep"), ("B", "bring"), ("Delete", "delete")]

    def on_mount(self) -> None:
        self.query_one("#column").focus()
        self._read()

    def _read(self) -> None:
        item_id = self._item_id
        asked = self._desk.ask(lambda journal: (journal.read(item_id), journal.tools()))
        self.hear(asked, lambda answer: self._show(answer[0], {tool.id: tool.name for tool in answer[1]}))

    def _show(self, item: Item, names: dict[str, str]) -> None:
        self._item, self._names = item, names
        self.query_one("#head", Static).update(as_content(head_of(item)))
        self.query_one("#body", Static).update(as_content("\n" + "\n\n".join(body_of(item, names))))

    def on_journal_refused(self, event: JournalRefused) -> None:
        """It may have been deleted elsewhere meanwhile."""
        if self._item is None or event.problem.code == "not-found":
            event.stop()
            self.query_one("#said", Static).update(words.GONE)

    def action_edit(self) -> None:
        """Change the words; a long page says so first."""
        item = self._item
        if not isinstance(item, CheckIn | JournalEntry):
            return
        body = item.body if isinstance(item, JournalEntry) else item.note or ""
        if not can_be_edited(body):
            self._say(words.TOO_LONG_HERE)
            return
        if len(body.encode()) > LARGE_PAGE_BYTES and not self._told_long:
            self._told_long = True
            self._say(words.LARGE_PAGE)
            return
        title = item.title if isinstance(item, JournalEntry) else None
        blank = Draft(id=f"edit-{item.id}", kind="entry", moment=item.moment, body=body, item_id=item.id, title=title)
        item_id = item.id
        self.hear(
            self._desk.ask(lambda journal: journal.draft_of(item_id)),
            lambda known: self.app.push_screen(Write(self._desk, draft=known or blank)),
        )

    def action_keep(self) -> None:
        if (item := self._item) is not None:
            keep = not item.keep
            self.hear(
                self._desk.ask(lambda journal: journal.keep(item.id, keep)),
                lambda _: self._changed(words.KEPT if keep else words.NOT_KEPT),
            )

    def action_bring(self) -> None:
        if (item := self._item) is not None:
            bring = not item.bring
            self.hear(
                self._desk.ask(lambda journal: journal.bring(item.id, bring)),
                lambda _: self._changed(words.BRINGING if bring else words.NOT_BRINGING),
            )

    def action_delete(self) -> None:
        self._delete(self._item_id, words.DELETED)

    def action_erase(self) -> None:
        self._erase(self._item_id)

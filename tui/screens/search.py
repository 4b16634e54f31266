"""Search: words anywhere, found while they are typed."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input, Static

from journal.domain.timeline import Found
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import Hearing, bindings_of
from tui.store_thread import Desk
from tui.widgets.keys_line import KeysLine
from tui.widgets.long_list import LongList
from tui.widgets.one_line import OneLine
from tui.widgets.rows import Segment, draw_found
from tui.wording import screen as words

SHOWN = 500


class Search(Hearing):
    """A field, and what holds its words."""

    WHERE = "search"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("search"))

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: list[Found] = []
        self._looked_for = ""
        """What the list holds the answers to."""

    def compose(self) -> ComposeResult:
        yield OneLine(placeholder=words.SEARCH_HINT, id="words")
        yield Static(words.SEARCH_BEGIN, id="said", markup=False)
        yield LongList[Found](self._fetch, self._draw, empty="", id="list")
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [*self.of_a_row(("Enter", _("to the list"))), ("Esc", _("back"))]

    def on_mount(self) -> None:
        self.query_one("#words").focus()

    def journal_changed(self) -> None:
        self._look(self.query_one("#words", Input).value)

    @on(Input.Changed, "#words")
    def look(self, event: Input.Changed) -> None:
        self._look(event.value)

    def _look(self, typed: str) -> None:
        asked = self._desk.ask(lambda journal: journal.search(typed, limit=SHOWN))
        self.hear(asked, lambda answer: self._show(typed, *answer))

    def _show(self, typed: str, total: int, found: list[Found]) -> None:
        """Answers to words that have been typed over meanwhile are left alone."""
        if typed != self.query_one("#words", Input).value:
            return
        self._found, self._looked_for = found, typed
        said = words.SEARCH_BEGIN if not typed.strip() else words.found(len(found), total)
        self.query_one("#said", Static).update(said)
        self.call_later(self.list_anew, self.query_one("#list", LongList), len(found))

    def _draw(self, row: Found, width: int) -> list[Segment]:
        return draw_found(row, self._looked_for, width)

    async def _fetch(self, offset: int, limit: int) -> Sequence[Found]:
        return self._found[offset : offset + limit]

    @on(Input.Submitted, "#words")
    def to_the_list(self) -> None:
        if self._found:
            self.query_one("#list").focus()

    @on(LongList.Opened)
    def opened(self, event: LongList.Opened) -> None:
        if isinstance(event.item, Found):
            self.show_item(event.item.kind, event.item.id, self._looked_for)

    def action_back(self) -> None:
        self.dismiss()

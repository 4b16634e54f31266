"""Choosing from a list that leads to another, over whatever is on the screen. Words of one's own stay in the field."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Protocol

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.language import _
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.numbered import Numbered, Row


class Listing(Protocol):
    """What stands on the list, and what choosing does to what the field is to hold."""

    typed: str
    """What the field is to hold."""
    said: str
    """A sentence under the list."""

    def heading(self) -> str:
        """What the list is about."""

    def chosen(self) -> str:
        """What is chosen by now, in words."""

    def rows(self) -> list[Row]:
        """What there is to choose from."""

    def choose(self, index: int) -> int:
        """Do what choosing this row does; the row to look at afterwards."""

    def back(self) -> int | None:
        """To the list before: the row to look at there; `None` where this is the first."""

    def turn(self, by: int) -> bool:
        """To the list beside this one; whether there is one."""


class Pick(ModalScreen[None]):
    """What is chosen stands in the field at once, so that no way out takes it back, nor a lock while it is open.

    Takes what is listed, and what puts other words into the field.
    """

    KEYS: ClassVar[Sequence[tuple[str, str]]] = [("Enter", _("choose")), ("Esc", _("back")), ("1 to 9", _("look"))]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", show=False),
        Binding("ctrl+s,f5", "done", show=False, priority=True),
        Binding("left,h", "turn(-1)", show=False),
        Binding("right,l", "turn(1)", show=False),
        Binding("exclamation_mark", "app.support", show=False),
    ]

    def __init__(self, listed: Listing, put: Callable[[str], object]) -> None:
        super().__init__()
        self._listed = listed
        self._put = put
        self._answered = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(as_content(self._listed.heading()), id="heading", classes="heading")
            yield Numbered(self._listed.rows(), id="rows")
            yield Static("", id="said")
        yield Static(as_content(self._listed.chosen()), id="chosen")
        yield KeysLine(self.KEYS)

    async def on_mount(self) -> None:
        await self._draw(0)
        self.query_one(Numbered).focus()

    async def _draw(self, looked_at: int) -> None:
        listed = self._listed
        for name, words in (("#heading", listed.heading()), ("#chosen", listed.chosen()), ("#said", listed.said)):
            shown = self.query_one(name, Static)
            shown.update(as_content(words))
            shown.display = bool(words)
        await self.query_one(Numbered).show_rows(listed.rows(), looked_at)

    @on(Numbered.Chosen)
    async def choose_row(self, event: Numbered.Chosen) -> None:
        event.stop()
        if not event.is_of_what_stands_there:
            return
        self._listed.said = ""
        looked_at = self._listed.choose(event.index)
        self._put(self._listed.typed)
        await self._draw(looked_at)

    async def action_turn(self, by: int) -> None:
        if self._listed.turn(by):
            self._listed.said = ""
            await self._draw(0)

    async def action_back(self) -> None:
        looked_at = self._listed.back()
        if looked_at is None:
            self.action_done()
        else:
            self._listed.said = ""
            await self._draw(looked_at)

    def action_done(self) -> None:
        """Once, however many keys were pressed."""
        if not self._answered:
            self._answered = True
            self.dismiss()

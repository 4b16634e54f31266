"""Surprise me: one thing that helps, drawn by chance, and another one for the asking."""

import random
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from journal.domain.shelves import CopingTool
from tui.language import _
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.waiting import Waiting
from tui.wording import toolbox as words
from tui.wording.things import thing_in_lines

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


def drawn(chance: random.Random, but_not: str = "") -> "Callable[[OpenJournal], CopingTool | None]":
    """A deed that draws one thing that helps; another than the one of this id, where there is another."""

    def draw(journal: "OpenJournal") -> CopingTool | None:
        tool = journal.surprise(chance)
        while tool is not None and tool.id == but_not and len(journal.tools()) > 1:
            tool = journal.surprise(chance)
        return tool

    return draw


class Surprise(Waiting[None], ModalScreen[None]):
    """Shows one. Nothing is asked, and nothing is kept of what was shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("u,enter", "another", show=False),
        Binding("exclamation_mark", "app.support", show=False),
    ]

    def __init__(self, desk: Desk, tool: CopingTool, chance: random.Random) -> None:
        super().__init__()
        self._desk = desk
        self._tool = tool
        self._chance = chance

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet"):
            yield Static("", id="name", classes="heading")
            yield Static("", id="how")
        yield KeysLine([("U", _("another")), ("Esc", _("back"))])

    def on_mount(self) -> None:
        self.query_one("#sheet").focus()
        self._show(self._tool)

    def action_another(self) -> None:
        """Draw again."""
        self.hear(self._desk.ask(drawn(self._chance, self._tool.id)), self._show)

    def _show(self, tool: CopingTool | None) -> None:
        if tool is None:
            self.query_one("#name", Static).update(words.NOTHING_TO_DRAW)
            self.query_one("#how", Static).update("")
            return
        self._tool = tool
        name, *parts = thing_in_lines(tool)
        self.query_one("#name", Static).update(as_content(words.drawn(name)))
        self.query_one("#how", Static).update(as_content("\n\n".join(parts)))

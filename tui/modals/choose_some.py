"""Some of several, asked over whatever is on the screen."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.ticks import Row, Ticks
from tui.wording import settings as words


class ChooseSome(ModalScreen[tuple[int, ...] | None]):
    """Answers with the places of all that are ticked, or `None` after Escape.

    Takes the question, each option's words with whether it is ticked now, and sentences that stand between.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("ctrl+s", "keep", show=False, priority=True),
        Binding("exclamation_mark", "app.support", show=False),
    ]

    def __init__(self, question: str, rows: Sequence[Row], *, lines: Sequence[str] = ()) -> None:
        super().__init__()
        self._question = question
        self._rows = rows
        self._lines = lines
        self._answered = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(as_content(self._question), classes="heading")
            for line in self._lines:
                yield Static(as_content(line))
            yield Ticks(self._rows)
        yield KeysLine(words.SOME_KEYS)

    def on_mount(self) -> None:
        self.query_one(Ticks).focus()

    def action_keep(self) -> None:
        self._answer(tuple(self.query_one(Ticks).ticked))

    def action_leave(self) -> None:
        self._answer(None)

    def _answer(self, answer: tuple[int, ...] | None) -> None:
        """Once, however many keys were pressed."""
        if not self._answered:
            self._answered = True
            self.dismiss(answer)

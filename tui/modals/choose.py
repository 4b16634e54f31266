"""One of several, asked over whatever is on the screen."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.language import _
from tui.widgets.choice import OneOf
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine


class Choose(ModalScreen[int | None]):
    """Answers with the index of the option that was chosen, or `None` after Escape.

    Takes the question, the options' words (which may be a person's own), the one that holds now, and sentences
    that stand between the question and the options.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", show=False),
        Binding("exclamation_mark", "app.support", show=False),
    ]

    def __init__(
        self, question: str, options: Sequence[str], chosen: int | None = None, *, lines: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self._question = question
        self._options = options
        self._chosen = chosen
        self._lines = lines
        self._answered = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(as_content(self._question), classes="heading")
            for line in self._lines:
                yield Static(as_content(line))
            yield OneOf(self._options, self._chosen, classes="part")
        yield KeysLine([("Enter", _("choose")), ("Esc", _("back")), ("↑↓", _("look"))])

    def on_mount(self) -> None:
        self.query_one(OneOf).focus()

    @on(OneOf.Chosen)
    def choose(self, event: OneOf.Chosen) -> None:
        self._answer(event.index)

    def action_leave(self) -> None:
        self._answer(None)

    def _answer(self, index: int | None) -> None:
        """Once, however many keys were pressed."""
        if not self._answered:
            self._answered = True
            self.dismiss(index)

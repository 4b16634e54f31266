"""A word to be typed before something that cannot be taken back, or that takes another's place."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.language import _
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.one_line import OneLine
from tui.widgets.waiting import Waiting
from tui.wording import keys_screen as words


class AskWord(Waiting[bool | None], ModalScreen[bool | None]):
    """Answers `True` once the word was typed, or `None` after Escape. After any other word nothing happens.

    Args:
        question: what is about to be done.
        word: the one that says yes, in small letters.
        another: said when something else was typed.
        lines: exactly what will happen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]

    def __init__(self, question: str, word: str, another: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._question = question
        self._word = word
        self._another = another
        self._lines = lines
        self._answered = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(as_content(self._question), classes="heading")
            yield Static(as_content("\n".join(self._lines)))
            yield Static(words.type_word(self._word), id="ask", markup=False)
            yield OneLine(id="word")
            yield Static("", id="said", markup=False)
        yield KeysLine([("Enter", _("go on")), ("Esc", _("leave it"))])

    def on_mount(self) -> None:
        self.query_one(OneLine).focus()

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        if event.value.strip().casefold() == self._word:
            self._go(True)
        else:
            self.query_one("#said", Static).update(self._another)

    def action_leave(self) -> None:
        self._go(None)

    def _go(self, answer: bool | None) -> None:
        """Once, however many keys were pressed."""
        if not self._answered:
            self._answered = True
            self.dismiss(answer)

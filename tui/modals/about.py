"""About cairn: what it is and is not, and short answers about peer support."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.language import _
from tui.widgets.keys_line import KeysLine
from tui.wording import about as words


class About(ModalScreen[None]):
    """A sheet to read."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet"):
            yield Static(words.TITLE, classes="heading", markup=False)
            yield Static(words.INTENDED_PURPOSE, markup=False)
            for question, answer in words.PEER_SUPPORT:
                yield Static(question, classes="heading part", markup=False)
                yield Static(answer, markup=False)
        yield KeysLine([("Esc", _("back")), ("↑↓", _("scroll"))])

    def on_mount(self) -> None:
        self.query_one("#sheet").focus()

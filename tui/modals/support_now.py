"""Support now: everywhere, before unlock too, offline, never kept anywhere. Escape goes back to where one was."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from journal.paths import Home
from journal.use_cases.preferences import known_page, read_preferences
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.wording import support as words


class SupportNow(ModalScreen[None]):
    """One page of lines. No question, no gate, no timer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,f2", "dismiss", show=False, priority=True),
        Binding("m", "more", show=False),
    ]

    def __init__(self, home: Home) -> None:
        super().__init__()
        self._page = known_page(read_preferences(home))
        self._more = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet"):
            yield Static(words.TITLE, classes="heading", markup=False)
            yield Static(as_content(words.danger(self._page)), id="danger")
            yield Static(self._lines(), id="lines")
        yield KeysLine([("Esc", "back"), ("M", "more lines"), ("↑↓", "scroll")])

    def on_mount(self) -> None:
        self.query_one("#sheet").focus()

    def action_more(self) -> None:
        """Everything there is, and back to the first three."""
        self._more = not self._more
        self.query_one("#lines", Static).update(self._lines())

    def _lines(self) -> Content:
        return as_content("\n".join(words.screen_lines(self._page, self._more)))

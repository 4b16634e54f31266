"""Help: what can be done on this screen, in words, and the keys that work everywhere."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.actions import deeds_of
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.wording import help as words


class Help(ModalScreen[None]):
    """The keys of one screen."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1", "dismiss", show=False, priority=True)]

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where = where

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet"):
            yield Static(words.TITLE, classes="heading", markup=False)
            yield Static(as_content("\n".join(self._lines())))
        yield KeysLine([("Esc", "back"), ("↑↓", "scroll")])

    def on_mount(self) -> None:
        self.query_one("#sheet").focus()

    def _lines(self) -> list[str]:
        here = [
            *words.ON_SCREEN.get(self._where, ()),
            *(_key_line(deed.shown_keys, deed.words) for deed in deeds_of(self._where)),
        ]
        everywhere = [_key_line(deed.shown_keys, deed.words) for deed in deeds_of("") if deed.keys]
        start = ["", words.HERE, *here] if self._where and here else []
        return [*start, "", words.EVERYWHERE, *everywhere, "", *words.GOOD_TO_KNOW]


def _key_line(keys: str, said: str) -> str:
    return f"  {keys:<20} {said}"

"""Something long, begun at once: how far it is, Escape to stop it, and one more try where it was refused."""

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.modals.at_work import AtWork, Work
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.wording import keys_screen as words

Answer = TypeVar("Answer")


class Doing(AtWork[Answer]):
    """Answers with what came of it, or `None` where it was stopped or refused, and left.

    Args:
        heading: what is being done.
        work: begins it in another thread.
        saying: said while it works.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "try", show=False)]
    KEYS: ClassVar[Sequence[tuple[str, str]]] = words.AGAIN_KEYS

    def __init__(self, heading: str, work: "Work[Answer]", saying: str) -> None:
        super().__init__()
        self._heading = heading
        self._work = work
        self._while = saying

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet"):
            yield Static(as_content(self._heading), classes="heading")
            yield Static("", id="said", markup=False)
        yield KeysLine(words.STOP_KEYS)

    def on_mount(self) -> None:
        self.action_try()

    def action_try(self) -> None:
        """Begin; once more after a refusal."""
        self._begin(self._work, self._go, self._while)

"""A cover over everything, put up at once when a person leaves, while the last words are being kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


class Cover(ModalScreen[None]):
    """Nothing to see. Says one sentence if the words could not be kept."""

    BINDINGS = [("escape", "dismiss", "")]

    def compose(self) -> ComposeResult:
        yield Static("", id="said", markup=False)

    failed = False
    """Whether the last words could not be kept."""

    def __init__(self) -> None:
        super().__init__()
        self.unfinished: list[Callable[[OpenJournal], object]] = []
        """The last words, as deeds on the journal."""

    def say(self, sentence: str) -> None:
        self.failed = True
        self.query_one("#said", Static).update(sentence)

"""A cover over everything, put up at once when a person leaves, while the last words are being kept."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.message import Message
from textual.screen import ModalScreen
from textual.widgets import Static

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


class Cover(ModalScreen[None]):
    """Nothing to see. Says one sentence if the words could not be kept."""

    BINDINGS = [("escape", "back", "")]

    class WantsBack(Message):
        """Somebody wants to see again what is behind a cover that nobody put up."""

        def __init__(self, cover: "Cover") -> None:
            super().__init__()
            self.cover = cover

    failed = False
    """Whether the last words could not be kept."""
    by_itself = False
    """Whether it came up with nobody there: then whoever wants to see behind it is asked who they are."""

    def __init__(self) -> None:
        super().__init__()
        self.unfinished: list[Callable[[OpenJournal], object]] = []
        """The last words, as deeds on the journal."""

    def compose(self) -> ComposeResult:
        yield Static("", id="said", markup=False)

    def say(self, sentence: str) -> None:
        self.failed = True
        if self.is_attached:
            self.query_one("#said", Static).update(sentence)

    def action_back(self) -> None:
        """Away with it, where the one who put it up is the one who is here."""
        if self.by_itself:
            self.post_message(self.WantsBack(self))
        else:
            self.dismiss()

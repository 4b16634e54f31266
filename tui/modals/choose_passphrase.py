"""A new passphrase, twice, over whatever is on the screen."""

import asyncio
from collections.abc import Callable, Sequence
from typing import TypeVar

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.language import _
from tui.modals.at_work import AtWork
from tui.widgets.first_steps import NewPassphrase
from tui.widgets.keys_line import KeysLine
from tui.wording import keys_screen as words

Answer = TypeVar("Answer")


class ChoosePassphrase(AtWork[Answer]):
    """Answers with what came of it, or `None` where it was left as it is.

    Args:
        why: what it is for, in a sentence.
        work: begins to put the new one in the place of the old, in another thread.
        lines: sentences under the fields.
    """

    KEYS = (("Enter", _("go on")), ("Esc", _("leave it")))

    def __init__(self, why: str, work: "Callable[[str], asyncio.Future[Answer]]", lines: Sequence[str] = ()) -> None:
        super().__init__()
        self._why = why
        self._work = work
        self._lines = lines

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield NewPassphrase(self._why, words.NEW_PASSPHRASE, words.CHANGING)
            for line in self._lines:
                yield Static(line, classes="muted", markup=False)
        yield KeysLine(self.KEYS)

    def on_new_passphrase_chosen(self, event: NewPassphrase.Chosen) -> None:
        event.stop()
        self._begin(lambda _: self._work(event.passphrase), self._go, words.CHANGING)

    def _say(self, sentence: str) -> None:
        """In the step's own line, which it fills itself too."""
        self.query_one("#said", Static).update(sentence)

    def _rest_fields(self, rest: bool) -> None:
        step = self.query_one(NewPassphrase)
        step.disabled = rest
        if not rest:
            step.begin_again()

"""A question that takes a path, and does with it what was asked for. A wrong one is said, and the question stays."""

import asyncio
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from journal.errors import BadInput
from journal.progress import Progress
from tui.language import sentence_of
from tui.modals.at_work import AtWork
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.path_field import PathField, path_typed
from tui.wording import keys_screen as words

Answer = TypeVar("Answer")
WithPath = Callable[[Path, Progress], "asyncio.Future[Answer]"]


class AskPath(AtWork[Answer]):
    """Answers with what came of it.

    Args:
        question: what is asked.
        work: begins it in another thread, with the path that was typed.
        saying: said while it works.
        text: what stands in the field from the start, to be changed or taken as it is.
        hint: what an empty field says.
        lines: sentences under the field.
    """

    def __init__(
        self,
        question: str,
        work: "WithPath[Answer]",
        *,
        saying: str,
        text: str = "",
        hint: str = "",
        lines: Sequence[str] = (),
    ) -> None:
        super().__init__()
        self._question = question
        self._work = work
        self._while = saying
        self._text = text
        self._hint = hint
        self._lines = lines

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(as_content(self._question), classes="heading")
            yield PathField(placeholder=self._hint, id="path")
            yield Static("", id="said", markup=False)
            for line in (words.FROM_YOUR_HOME, *self._lines):
                yield Static(as_content(line), classes="muted")
        yield KeysLine(self.KEYS)

    def on_mount(self) -> None:
        field = self.query_one(PathField)
        field.value = self._text
        field.cursor_position = len(self._text)
        field.focus()

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        try:
            path = path_typed(event.value)
        except BadInput as problem:
            self._say(sentence_of(problem))
            return
        self._begin(lambda progress: self._work(path, progress), self._go, self._while)

    def _rest_fields(self, rest: bool) -> None:
        field = self.query_one(PathField)
        field.disabled = rest
        if not rest:
            field.focus()

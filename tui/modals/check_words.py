"""The recovery words from the paper, typed to see that they open the journal."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from tui.modals.at_work import AtWork
from tui.widgets.keys_line import KeysLine
from tui.widgets.secret import Secret
from tui.wording import keys_screen as words

Answer = TypeVar("Answer")


class CheckWords(AtWork[Answer]):
    """Answers with what came of the right words. What was typed stays where it was not right yet.

    Args:
        check: begins it in another thread.
    """

    KEYS = words.CHECK_KEYS

    def __init__(self, check: "Callable[[str], asyncio.Future[Answer]]") -> None:
        super().__init__()
        self._check = check

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(words.CHECK_WORDS, classes="heading", markup=False)
            yield Secret(id="secret")
            yield Static("", id="said", markup=False)
        yield KeysLine(self.KEYS)

    def on_mount(self) -> None:
        field = self.query_one(Secret)
        # Shown while they are typed: fifteen words in dots are not to be got right.
        field.password = False
        field.focus()

    @on(Input.Submitted)
    def answer(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self._begin(lambda _: self._check(event.value), self._go, words.ONE_MOMENT)
        else:
            self._say(words.NEEDS_WORDS)

    def _rest_fields(self, rest: bool) -> None:
        field = self.query_one(Secret)
        field.disabled = rest
        if not rest:
            field.focus()

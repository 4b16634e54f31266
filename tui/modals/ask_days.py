"""The first day and the last of some days."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from tui.modals.at_work import AtWork
from tui.widgets.keys_line import KeysLine
from tui.widgets.one_line import OneLine
from tui.wording import keys_screen as words

Answer = TypeVar("Answer")
WithDays = Callable[[str, str], "asyncio.Future[Answer]"]


class AskDays(AtWork[Answer]):
    """Answers with what came of the two days, as they were typed; days that cannot be read are said here.

    Args:
        work: begins what is done with them in another thread.
    """

    KEYS = words.DAYS_KEYS

    def __init__(self, work: "WithDays[Answer]") -> None:
        super().__init__()
        self._work = work

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet", can_focus=False):
            yield Static(words.DAYS_QUESTION, classes="heading", markup=False)
            yield Static(words.FIRST_DAY, markup=False)
            yield OneLine(placeholder=words.DAY_HINT, id="first")
            yield Static(words.LAST_DAY, markup=False)
            yield OneLine(placeholder=words.DAY_HINT, id="last")
            yield Static("", id="said", markup=False)
        yield KeysLine(self.KEYS)

    def on_mount(self) -> None:
        self.query_one("#first").focus()

    @on(Input.Submitted, "#first")
    def to_the_last(self, event: Input.Submitted) -> None:
        if event.value.strip():
            self.query_one("#last").focus()
        else:
            self._say(words.DAYS_NEEDED)

    @on(Input.Submitted, "#last")
    def answer(self) -> None:
        first, last = (self.query_one(f"#{name}", Input).value.strip() for name in ("first", "last"))
        if first and last:
            self._begin(lambda _: self._work(first, last), self._go, words.LOOKING)
        else:
            self._say(words.DAYS_NEEDED)

    def _rest_fields(self, rest: bool) -> None:
        for name in ("first", "last"):
            self.query_one(f"#{name}", Input).disabled = rest
        if not rest:
            self.query_one("#last").focus()

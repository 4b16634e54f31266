"""A hard day: people who listen, what has helped, words that were kept, and one gentle question."""

import random
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.data import prompts
from journal.domain.check_in import CheckIn
from journal.domain.prompts import choose_prompt
from journal.domain.timeline import Item
from journal.domain.toolbox import CopingTool
from journal.paths import Home
from journal.use_cases.preferences import known_page, read_preferences
from tui.actions import deeds_of
from tui.screens.hearing import Hearing, bindings_of
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.wording import screen as words
from tui.wording import support

_LONGEST = 200


class HardDay(Hearing):
    """Nothing on it has to be done, and nothing is kept of its having been opened."""

    WHERE = "hard-day"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("hard-day"))

    def __init__(self, desk: Desk, home: Home) -> None:
        super().__init__()
        self._desk = desk
        self._home = home

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static(words.HARD_DAY, classes="heading", markup=False)
            yield Static(words.HARD_DAY_HELLO, markup=False)
            yield Static(words.LINES, classes="heading part", markup=False)
            yield Static(as_content("\n".join(self._lines())))
            yield Static(words.WHAT_HELPED, classes="heading part", markup=False)
            yield Static(words.NOTHING_HELPED, id="helped", markup=False)
            yield Static(words.WORDS_KEPT, classes="heading part", markup=False)
            yield Static(words.NOTHING_KEPT, id="kept-words", markup=False)
            yield Static(words.ONE_QUESTION, classes="heading part", markup=False)
            yield Static(as_content(choose_prompt(prompts(), random.Random(), phase="hard_day").text))
            yield Static(words.HARD_DAY_KEYS, classes="muted", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Esc", "back"), ("Ctrl+N", "write")]

    def on_mount(self) -> None:
        self.query_one("#column").focus()
        self.hear(
            self._desk.ask(lambda journal: (journal.what_helped(), journal.kept())),
            lambda both: self._show(*both),
        )

    def _show(self, tools: list[CopingTool], kept: list[Item]) -> None:
        if tools:
            self.query_one("#helped", Static).update(as_content(", ".join(tool.name for tool in tools)))
        if kept:
            self.query_one("#kept-words", Static).update(as_content("\n\n".join(_words(item) for item in kept)))

    def _lines(self) -> list[str]:
        page = known_page(read_preferences(self._home))
        return [
            support.danger(page),
            *(support.resource_in_words(line) for line in page.first or page.anywhere),
        ]

    def action_back(self) -> None:
        self.dismiss()


def _words(item: Item) -> str:
    if isinstance(item, CheckIn):
        return words.shortened(item.note or "", _LONGEST)
    body = words.shortened(item.body, _LONGEST)
    return f"{words.shortened(item.title, _LONGEST)}: {body}" if item.title else body

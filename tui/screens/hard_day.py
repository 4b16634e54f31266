"""A hard day: people who listen, what was put by for such a day, and one gentle question."""

import asyncio
import random
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from journal.domain.prompts import Prompt
from journal.domain.support import SupportPage
from journal.domain.support_own import arranged
from journal.paths import Home
from journal.use_cases.support_lines import page_at
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import Hearing, bindings_of
from tui.screens.meeting_told import ask_about_pairs
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import Keyed, keyed
from tui.widgets.keys_line import KeysLine
from tui.wording import hard_day as words
from tui.wording import screen, support
from tui.wording.shipped import question_of

if TYPE_CHECKING:
    from journal.use_cases.finding import HardDay as PutByNow
    from journal.use_cases.open_journal import OpenJournal


class HardDay(Hearing):
    """Nothing on it has to be done, and nothing is kept of its having been opened."""

    WHERE = "hard-day"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("hard-day"))

    def __init__(self, desk: Desk, home: Home) -> None:
        super().__init__()
        self._desk = desk
        self._home = home
        self._put_by: PutByNow | None = None
        self._kept: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static(words.HARD_DAY, classes="heading", markup=False)
            yield Static(words.HARD_DAY_HELLO, markup=False)
            yield Static(words.LINES, id="lines-title", classes="heading part", markup=False)
            yield Static("", id="lines")
            for section in words.sections():
                yield Static(section.heading, classes="heading part", markup=False)
                yield Static(section.empty, id=section.name, markup=False)
            yield Static(words.ONE_QUESTION, id="one-question", classes="heading part", markup=False)
            yield Static("", id="prompt")
            yield Keyed(screen.HARD_DAY_KEYS, id="keys", classes="muted")
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Esc", _("back")), ("Ctrl+N", _("write")), ("↑↓", _("scroll"))]

    def on_mount(self) -> None:
        self.query_one("#column").focus()
        self._ask_one(None)
        # On a thread of its own: these lines wait for nothing that the journal is busy with.
        self.hear(asyncio.ensure_future(asyncio.to_thread(page_at, self._home)), self._begin)
        self.hear(self._desk.ask(lambda journal: journal.gentle_prompt(random.Random())), self._ask_one)

    def _begin(self, page: SupportPage) -> None:
        """The lines as they come; then in the person's own order, with what was put by."""
        self._show_lines(page)
        self._read()

    def journal_changed(self) -> None:
        self._read()

    def _read(self) -> None:
        home = self._home
        asked = self._desk.ask(lambda journal: (arranged(page_at(home), journal.arrangement()), journal.hard_day()))
        self.hear(asked, lambda answer: self._show(*answer))
        # A moment later than the rest: what sharing stands on may have to be loaded.
        self.hear(asyncio.ensure_future(ask_about_pairs(self._desk, _kept_words, [])), self._show_kept)

    def _ask_one(self, prompt: Prompt | None) -> None:
        """One question, or no room for one where there is none."""
        self.query_one("#prompt", Static).update(as_content(question_of(prompt) if prompt else ""))
        for name in ("one-question", "prompt"):
            self.query_one(f"#{name}").display = prompt is not None

    def _show(self, page: SupportPage, put_by: "PutByNow") -> None:
        self._show_lines(page)
        self._put_by = put_by
        self._show_put_by()

    def _show_kept(self, kept: list[tuple[str, str]]) -> None:
        """Words of partners stand with the words one kept."""
        self._kept = kept
        self._show_put_by()

    def _show_put_by(self) -> None:
        for section in words.sections(self._put_by, of_partners=self._kept):
            said = _said(section) if section.put_by else Content(keyed(self, section.empty))
            self.query_one(f"#{section.name}", Static).update(said)

    def _show_lines(self, page: SupportPage) -> None:
        lines = [support.danger(page), *map(support.resource_in_words, page.listed)]
        self.query_one("#lines", Static).update(as_content("\n".join(lines)))

    def action_back(self) -> None:
        self.dismiss()


def _kept_words(journal: "OpenJournal") -> list[tuple[str, str]]:
    from tui.sharing_reading import kept_words

    return kept_words(journal)


def _said(section: words.Section) -> Content:
    """Everything of one section, whole, each thing under what it is; the page scrolls."""
    said = [
        Content("\n").join([as_content(one.head, "bold"), as_content(one.words)])
        if one.head and one.words
        else as_content(one.head or one.words)
        for one in section.put_by
    ]
    return Content("\n\n" if any("\n" in one.plain for one in said) else "\n").join(said)

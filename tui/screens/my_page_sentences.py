"""Sentences of one's own look back for the page: offered one by one, none ticked, each to be said otherwise after."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.domain.groups import FacilitatorSummary
from journal.errors import CairnError
from sync.consent.summaries import Summaries
from tui.actions import deeds_of
from tui.language import _, sentence_of
from tui.screens.hearing import Hearing, bindings_of
from tui.screens.my_page_reading import sentences_offered
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.ticks import Ticks
from tui.wording import my_page as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


class PageSentences(Hearing):
    """What is ticked goes to the page here, and nowhere else."""

    WHERE = "my-page-sentences"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("my-page-sentences"))

    def __init__(self, desk: Desk, partner_id: str, then: Callable[[FacilitatorSummary], object]) -> None:
        """Nothing is read yet.

        Args:
            desk: the journal.
            partner_id: the facilitator.
            then: called with the page when it holds what was ticked, and this has gone.
        """
        super().__init__()
        self._desk = desk
        self._partner_id = partner_id
        self._then = then
        self._offered: list[str] = []
        self._keeping = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column", can_focus=False):
            yield Static(words.WHICH_SENTENCES, classes="heading", markup=False)
            yield Static(words.NOTHING_TICKED, classes="muted", markup=False)
            yield Ticks(id="rows", classes="part")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("X", _("choose")), ("Ctrl+S", _("go on")), ("Esc", _("leave it"))]

    def on_mount(self) -> None:
        partner_id = self._partner_id
        self.query_one(Ticks).focus()
        asked = self._desk.ask(lambda journal: sentences_offered(journal, partner_id))
        self.hear(asked, self._show, self._no)

    async def _show(self, offered: list[str]) -> None:
        self._offered = offered
        await self.query_one(Ticks).show_rows([(sentence, False) for sentence in offered])
        self._say("" if offered else words.NO_SENTENCES)

    @on(Ticks.Turned)
    def turned(self) -> None:
        self._say("")

    def action_chosen(self) -> None:
        ticked = tuple(self._offered[index] for index in self.query_one(Ticks).ticked)
        if not ticked:
            self._say(words.NO_SENTENCE_CHOSEN if self._offered else words.NO_SENTENCES)
        elif not self._keeping:
            self._keeping = True
            partner_id = self._partner_id
            self.hear(self._desk.ask(lambda journal: _add(journal, partner_id, ticked)), self._kept, self._no)

    def _kept(self, page: FacilitatorSummary) -> None:
        self.announce_change()
        self.dismiss()
        self.app.call_later(self._then, page)

    def _no(self, problem: CairnError) -> None:
        """The page stays as it was."""
        self._keeping = False
        self._say(sentence_of(problem))

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(as_content(sentence))

    def action_back(self) -> None:
        self.dismiss()


def _add(journal: "OpenJournal", partner_id: str, sentences: tuple[str, ...]) -> FacilitatorSummary:
    """Put these under the lines that are on the page by now."""
    summaries = Summaries(journal)
    page = summaries.written(partner_id)
    there = page.look_back_lines if page is not None else ()
    return summaries.write(partner_id, {"look_back_lines": (*there, *sentences)})

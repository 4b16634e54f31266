"""Goals for the page: which ones, then what of each. Nothing is ticked that was not chosen before."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.errors import CairnError
from sync.consent.group_pages import goal_line
from sync.consent.summaries import Summaries
from tui.actions import deeds_of
from tui.language import _, sentence_of
from tui.screens.hearing import Hearing, bindings_of
from tui.screens.my_page_reading import goals_chosen, parts_with_words
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.ticks import Ticks
from tui.wording import my_page as words
from tui.wording import sharing

Goals = Sequence[tuple[str, str]]
"""Each its id and its title."""


class PageGoals(Hearing):
    """One goal after the other. What is chosen stays here; Escape leaves the page as it was."""

    WHERE = "my-page-goals"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("my-page-goals"))

    def __init__(self, desk: Desk, partner_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._partner_id = partner_id
        self._goals: Goals = ()
        self._chosen: dict[str, tuple[str, ...]] = {}
        """The parts that were chosen before, by the goal's id."""
        self._to_ask: list[str] = []
        """Goals whose parts are still to be chosen; the first one's are on the screen."""
        self._parts: list[str] = []
        self._kept: list[str] = []
        """Lines for the page, of the goals whose parts are chosen."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column", can_focus=False):
            yield Static("", id="head", classes="heading")
            yield Static(words.NOTHING_TICKED, classes="muted", markup=False)
            yield Ticks(id="rows", classes="part")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("X", _("choose")), ("Ctrl+S", _("go on")), ("Esc", _("leave it"))]

    def on_mount(self) -> None:
        partner_id = self._partner_id
        self.query_one(Ticks).focus()
        self.hear(self._desk.ask(lambda journal: goals_chosen(journal, partner_id)), lambda read: self._begin(*read))

    async def _begin(self, goals: Goals, chosen: dict[str, tuple[str, ...]]) -> None:
        self._goals, self._chosen = goals, chosen
        self.query_one("#head", Static).update(words.WHICH_GOALS)
        await self.query_one(Ticks).show_rows([(" ".join(title.split()), goal in chosen) for goal, title in goals])
        self._say("" if goals else words.NO_GOALS)

    @on(Ticks.Turned)
    def turned(self) -> None:
        self._say("")

    def action_chosen(self) -> None:
        ticked = self.query_one(Ticks).ticked
        if self._to_ask:
            fields = tuple(self._parts[index] for index in ticked)
            self._kept += [goal_line(self._to_ask.pop(0), fields)] if fields else self._without()
            self._next()
        elif ticked or self._chosen:
            self._to_ask = [self._goals[index][0] for index in ticked]
            self._next()
        else:
            self._say(words.NO_GOAL_CHOSEN if self._goals else words.NO_GOALS)

    def _without(self) -> list[str]:
        """A goal of which nothing was chosen does not stand on the page."""
        self._to_ask.pop(0)
        return []

    def _next(self) -> None:
        if self._to_ask:
            goal_id = self._to_ask[0]
            asked = self._desk.ask(lambda journal: parts_with_words(journal, goal_id))
            self.hear(asked, lambda read: self._ask_parts(*read), self._no)
            return
        partner_id, lines = self._partner_id, tuple(self._kept)
        asked_to_keep = self._desk.ask(lambda journal: Summaries(journal).write(partner_id, {"goals": lines}))
        self.hear(asked_to_keep, lambda _: self._written(), self._no)

    async def _ask_parts(self, title: str, parts: list[str]) -> None:
        chosen = self._chosen.get(self._to_ask[0], ())
        self._parts = parts
        said = words.PARTS_OF_GOAL.format(title=" ".join(title.split()))
        self.query_one("#head", Static).update(as_content(said))
        rows = self.query_one(Ticks)
        await rows.show_rows([(sharing.PART_NAMES[name], name in chosen) for name in parts])
        rows.looked_at = 0

    def _written(self) -> None:
        self.announce_change()
        self.app.notify(words.GOALS_KEPT, markup=False)
        self.dismiss()

    def _no(self, problem: CairnError) -> None:
        """The page stays as it was."""
        self._say(sentence_of(problem))

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(as_content(sentence))

    def action_back(self) -> None:
        self.dismiss()

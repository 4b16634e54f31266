"""What a page is about: themes, tags and goals. Each turn is kept at once; the tags when the line is left."""

from collections.abc import Callable, Container
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from journal.domain.entry import THEME_TAGS, JournalEntry
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import Hearing, bindings_of
from tui.store_thread import Desk
from tui.widgets.keys_line import KeysLine
from tui.widgets.one_line import OneLine
from tui.widgets.ticks import Ticks
from tui.wording import journal as words
from tui.wording.parts import THEMES

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

GOALS_AT_A_TIME = 50
"""The next come as the last of them is looked at: a thousand at once would keep a person waiting."""


class PageAbout(Hearing):
    """Nothing on it is asked; all of it can stay blank."""

    WHERE = "page-about"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("page-about"))

    def __init__(self, desk: Desk, page: JournalEntry) -> None:
        super().__init__()
        self._desk = desk
        self._page = page
        self._tags_line = ""
        """The line of tags as it was filled in or last kept. Only another one says anything about tags: a tag that
        came with a comma in it, or with a sign before it, would not be read from the line as it was."""
        self._goals: list[tuple[str, str]] = []
        self._shown = 0
        """How many of them there are rows for."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column", can_focus=False):
            yield Static(words.ABOUT_PAGE, classes="heading", markup=False)
            yield Static(words.ABOUT_LINES, id="lines", classes="muted", markup=False)
            yield Static(words.THEMES_OF_IT, classes="heading part", markup=False)
            yield Ticks([(THEMES[theme], theme in self._page.themes) for theme in THEME_TAGS], id="themes")
            yield Static(words.TAGS_OF_IT, classes="heading part", markup=False)
            yield OneLine(placeholder=words.TAGS_HINT, joined_by=", ", id="tags")
            yield Static(words.GOALS_OF_IT, id="goals-title", classes="heading part", markup=False)
            yield Ticks(id="goals")
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Esc", _("back, kept")), ("Tab", _("next")), ("Space", _("yes or no"))]

    def on_mount(self) -> None:
        tags = self.query_one("#tags", Input)
        with self.prevent(Input.Changed):
            tags.value = self._tags_line = ", ".join(self._page.tags)
        for name in ("goals", "goals-title"):
            self.query_one(f"#{name}").display = False
        self.query_one("#themes").focus()
        self.watch(self.query_one("#goals", Ticks), "looked_at", self._look_further, init=False)
        self.hear(self._desk.ask(lambda journal: [(goal.id, goal.title) for goal in journal.goals()]), self._show_goals)

    async def _show_goals(self, goals: list[tuple[str, str]]) -> None:
        """Those the page is about first, all of them."""
        self._goals = sorted(goals, key=lambda goal: goal[0] not in self._page.goal_ids)
        for name in ("goals", "goals-title"):
            self.query_one(f"#{name}").display = bool(self._goals)
        await self._show_first(max(GOALS_AT_A_TIME, len(self._page.goal_ids)), set(self._page.goal_ids))

    async def _look_further(self, looked_at: int) -> None:
        if looked_at == self._shown - 1:
            await self._show_first(self._shown + GOALS_AT_A_TIME, set(self._ticked))

    async def _show_first(self, many: int, ticked: Container[str]) -> None:
        shown = self._goals[:many]
        if len(shown) > self._shown:
            self._shown = len(shown)
            await self.query_one("#goals", Ticks).show_rows([(title, goal in ticked) for goal, title in shown])

    @property
    def _ticked(self) -> tuple[str, ...]:
        """The goals that the page is about, as they stand here."""
        return tuple(self._goals[place][0] for place in self.query_one("#goals", Ticks).ticked)

    @on(Ticks.Turned)
    def turned(self) -> None:
        self._keep(_nothing)

    @on(Input.Submitted, "#tags")
    @on(Input.Blurred, "#tags")
    def tags_left(self) -> None:
        if self.unsaved():
            self._keep(_nothing)

    def _keep(self, then: Callable[[], object]) -> None:
        line = self._typed_line

        def kept() -> None:
            self._tags_line = line
            self.announce_change()
            then()

        self.hear(self._desk.ask(self._choices()), lambda _: kept())

    @property
    def _typed_line(self) -> str:
        return self.query_one("#tags", Input).value

    def _choices(self) -> "Callable[[OpenJournal], object]":
        """Everything that was said here, as a deed."""
        item_id, line = self._page.id, self._typed_line
        tags = words.tags_in(line) if line != self._tags_line else None
        themes = tuple(THEME_TAGS[place] for place in self.query_one("#themes", Ticks).ticked)
        goals = self._ticked if self._goals else None
        return lambda journal: journal.set_page_about(item_id, themes=themes, tags=tags, goals=goals)

    def unsaved(self) -> "list[Callable[[OpenJournal], object]]":
        if not self.is_mounted or self._typed_line == self._tags_line:
            return []
        return [self._choices()]

    def action_back(self) -> None:
        """Away; what was typed last is kept too, and where it cannot be, it stays here."""
        self.after_typing(self._leave)

    def _leave(self) -> None:
        if self.unsaved():
            self._keep(self.dismiss)
        else:
            self.dismiss()


def _nothing() -> None:
    """Stay."""

"""Goals, by where they stand. None of them is measured, and none is ever late."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from journal.domain.draft_kinds import GOAL_TITLE
from journal.domain.goal import GENTLY_AT_ONCE, Goal
from tui.actions import deeds_of
from tui.language import _
from tui.modals.ask import Ask, Kept, Words
from tui.screens.deleting import delete
from tui.screens.hearing import bindings_of
from tui.screens.sections import section_nav
from tui.screens.step_asking import StepAsking
from tui.store_thread import Desk
from tui.widgets.goal_row import GoalRow, about_goal, draw_goal
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.long_list import LongList
from tui.wording import goals as words
from tui.wording import parts as part_words
from tui.wording import screen as screen_words


class Goals(StepAsking):
    """The section: a list, and the way a goal gets its first words."""

    WHERE = "goals"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("goals"))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows: list[GoalRow] = []

    def compose(self) -> ComposeResult:
        yield section_nav("goals")
        yield LongList[GoalRow](self._fetch, draw_goal, empty=words.EMPTY, id="list")
        yield Static("", id="about")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        opens, rest = self.of_a_row(("Enter", _("open"))), self.of_a_row(("B", _("bring")), ("Delete", _("delete")))
        return [("N", _("new")), *opens, ("F1", _("help")), *rest, ("F4", _("undo"))]

    def on_mount(self) -> None:
        self._list.focus()

    @property
    def _list(self) -> LongList[GoalRow]:
        return self.query_one("#list", LongList)

    # Reading

    def journal_changed(self) -> None:
        self._read()

    def on_screen_resume(self) -> None:
        self._read()

    def _read(self) -> None:
        self.hear(
            self._desk.ask(lambda journal: (journal.goals(), journal.moment().for_date)),
            lambda answer: self._show(*answer),
        )

    def _show(self, goals: list[Goal], today: str) -> None:
        self._rows = [GoalRow(goal, goal.asks_to_be_seen(today)) for goal in goals]
        self.call_later(self.list_anew, self._list, len(goals))

    async def _fetch(self, offset: int, limit: int) -> Sequence[GoalRow]:
        return self._rows[offset : offset + limit]

    # One of them

    @on(LongList.Moved)
    def moved(self) -> None:
        """What the row may have no room for, in full."""
        row = self._list.current
        about = self.query_one("#about", Static)
        about.update(as_content(about_goal(row) if row is not None else ""))
        about.display = row is not None

    def action_open(self) -> None:
        self._open(self._list.current)

    @on(LongList.Opened)
    def opened(self, event: LongList.Opened) -> None:
        self._open(event.item)

    def _open(self, row: GoalRow | None) -> None:
        if row is not None:
            self.show_item("goal", row.goal.id)

    def action_bring(self) -> None:
        if (row := self._list.current) is not None:
            goal_id, bring = row.goal.id, not row.goal.bring
            self.hear(
                self._desk.ask(lambda journal: journal.bring(goal_id, bring)),
                lambda _: self._said(screen_words.BRINGING if bring else screen_words.NOT_BRINGING),
            )

    def action_delete(self) -> None:
        """Out of sight, with undo; what speaks of it stays."""
        if (row := self._list.current) is not None:
            goal_id = row.goal.id
            said = f"{keyed(self, screen_words.DELETED)} {words.DELETING_KEEPS}"
            delete(self, self._desk, goal_id, lambda: self._said(said))

    def _said(self, sentence: str) -> None:
        self.query_one("#said", Static).update(sentence)
        self.announce_change()

    # A new one

    def action_new(self) -> None:
        """Ask for its title, the one thing it needs; then for a step, and whether that feels doable."""
        self.app.push_screen(
            Ask(
                words.TOWARDS,
                kept=Kept(self._desk, GOAL_TITLE),
                save=lambda journal, title: journal.add_goal(title.text, title.draft_id),
                hint=part_words.hint("goal", "title"),
                needs=words.NEEDS_WORDS,
                offers=words.STARTERS,
                offered=words.STARTERS_OFFERED,
            ),
            self._titled,
        )

    def _titled(self, answer: Words | None) -> None:
        if answer is not None:
            goal = answer.came_of_it
            self.announce_change()
            self.ask_step(goal.id, words.SMALL_STEP, lambda: self._finish(goal))

    def _finish(self, goal: Goal) -> None:
        """Its page, where everything else can be written, or not."""
        self.app.notify(words.SAVED, markup=False)
        self.show_item("goal", goal.id)
        self.hear(self._desk.ask(lambda journal: len(journal.goals("moving_towards"))), self._say_many)

    def _say_many(self, at_once: int) -> None:
        if at_once > GENTLY_AT_ONCE:
            self.app.notify(words.MANY, markup=False)

"""Journal: everything written, newest first; drafts on top, so that nothing on its way is forgotten; or some of it."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from journal.domain.entry import Draft
from journal.domain.timeline import Filter
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import bindings_of
from tui.screens.journal_list import JournalList
from tui.screens.sections import section_nav
from tui.screens.write import Write
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.rows import Row
from tui.wording import journal as of_journal
from tui.wording import screen as words
from tui.wording.sections import section_of_draft

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


class JournalScreen(JournalList):
    """The timeline, whole or narrowed."""

    WHERE = "journal"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("journal"))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, Filter(), words.JOURNAL_EMPTY)
        self._drafts: list[Draft] = []

    def compose(self) -> ComposeResult:
        yield section_nav("journal")
        yield Static("", id="showing")
        yield from self.compose_list()

    def keys_shown(self) -> list[tuple[str, str]]:
        opens, rest = self.of_a_row(("Enter", _("open"))), [("F", _("narrow")), ("M", _("month")), ("F1", _("help"))]
        if not self._chosen.is_everything:
            return [("Esc", _("show all")), *opens, ("/", _("search")), *rest]
        return [("Ctrl+N", _("write")), ("/", _("search")), *opens, *rest]

    def on_mount(self) -> None:
        self.query_one("#showing").display = False

    def _count(self) -> None:
        chosen = self._chosen

        def count(journal: "OpenJournal") -> tuple[list[Draft], int, str]:
            goal = next((goal.title for goal in journal.goals() if goal.id == chosen.goal), "") if chosen.goal else ""
            return journal.drafts(), journal.timeline_count(chosen), goal

        self.hear(self._desk.ask(count), lambda answer: self._show(chosen, *answer))

    def _show(self, chosen: Filter, drafts: list[Draft], total: int, goal: str) -> None:
        """An answer about what is not shown any more is left alone. Drafts are no part of anything yet."""
        if chosen != self._chosen:
            return
        is_all = chosen.is_everything
        self._drafts = [draft for draft in drafts if draft.kind != "check-in"] if is_all else []
        showing = self.query_one("#showing", Static)
        showing.display = not is_all
        showing.update(as_content("" if is_all else of_journal.showing(chosen, total, goal)))
        self._show_rows(len(self._drafts) + total)

    async def _fetch(self, offset: int, limit: int) -> Sequence[Row]:
        """Drafts first, then the timeline, as one list."""
        drafts = self._drafts[offset : offset + limit]
        first = max(0, offset - len(self._drafts))
        if len(drafts) == limit:
            return drafts
        return [*drafts, *await self._lines(first, limit - len(drafts))]

    def _open(self, row: Row | None) -> None:
        if isinstance(row, Draft) and row.kind != "entry":
            self.query_one("#said", Static).update(words.waits_in(section_of_draft(row.kind)))
        elif isinstance(row, Draft):
            self.hear(self._desk.ask(lambda journal: journal.take_up(row)), self._go_on_with)
        else:
            super()._open(row)

    def _go_on_with(self, draft: Draft) -> None:
        # The key may have been pressed twice while the draft was on its way.
        if self.is_active:
            self.app.push_screen(Write(self._desk, draft=draft))

    def action_delete(self) -> None:
        """Out of sight, with undo; of a draft too."""
        if isinstance(row := self._list.current, Draft):
            draft_id = row.id
            self.hear(self._desk.ask(lambda journal: journal.set_aside(draft_id)), lambda _: self._deleted())
        else:
            super().action_delete()

    # Some of it

    def action_narrow(self) -> None:
        """Ask what to see, over the list."""
        from tui.screens.journal_filter import FilterQuestions

        FilterQuestions(self, self._desk, self._chosen, self._narrow).begin()

    def action_show_all(self) -> None:
        """Everything again; where everything is shown, Escape is somebody else's."""
        if self._chosen.is_everything:
            raise SkipAction
        self._narrow(Filter())

    def _narrow(self, chosen: Filter) -> None:
        self._chosen = chosen
        self._list.row = 0
        self._list.say_empty(words.JOURNAL_EMPTY if chosen.is_everything else of_journal.NOTHING_LIKE_IT)
        self.query_one(KeysLine).show_keys(self.keys_shown())
        self.say_nothing()
        self._count()

    # Days

    def action_month(self) -> None:
        """A month as a calendar, this one first."""
        self.hear(self._desk.ask(lambda journal: journal.moment().for_date), self._to_month)

    def _to_month(self, today: str) -> None:
        from tui.screens.journal_month import JournalMonth

        if self.is_active:
            self.app.push_screen(JournalMonth(self._desk, date.fromisoformat(today)))

    def action_on_this_day(self) -> None:
        """What was written on this day in earlier years."""
        self.hear(self._desk.ask(lambda journal: journal.moment().for_date), self._to_other_years)

    def _to_other_years(self, today: str) -> None:
        from tui.screens.journal_day import JournalDay

        if self.is_active:
            self.app.push_screen(JournalDay(self._desk, date.fromisoformat(today), other_years=True))

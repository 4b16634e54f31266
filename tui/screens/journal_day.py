"""What was written for one day, and on the same day of other years."""

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from journal.domain.months import same_day_before
from journal.domain.timeline import Filter
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import bindings_of
from tui.screens.journal_list import JournalList
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.wording import journal as words
from tui.wording.dates import day_in_words


class JournalDay(JournalList):
    """One day, or the same day in every year before it."""

    WHERE = "journal-day"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("journal-day"))

    def __init__(self, desk: Desk, day: date, *, other_years: bool = False) -> None:
        """Nothing is read yet.

        Args:
            desk: the journal.
            day: whose things are shown.
            other_years: those of the same day in earlier years in place of its own.
        """
        iso = day.isoformat()
        chosen = Filter(days=same_day_before(day)) if other_years else Filter(iso, iso)
        super().__init__(desk, chosen, words.NOT_THAT_DAY_YET if other_years else words.DAY_EMPTY)
        self._heading = words.same_day_heading(day) if other_years else day_in_words(iso)
        self._day = None if other_years else iso

    def compose(self) -> ComposeResult:
        yield Static(as_content(self._heading), id="head", classes="heading")
        yield from self.compose_list()

    def keys_shown(self) -> list[tuple[str, str]]:
        row = self.of_a_row(("Enter", _("open"))), self.of_a_row(("Delete", _("delete")))
        return [*row[0], ("Esc", _("back")), ("Ctrl+N", _("write")), *row[1], ("F1", _("help"))]

    def day_to_write_for(self) -> str | None:
        return self._day

    def action_back(self) -> None:
        self.dismiss()

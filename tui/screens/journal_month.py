"""A month as a calendar: which days have something, and one day's things at a key."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.domain.moments import EARLIEST
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import Hearing, bindings_of
from tui.screens.journal_day import JournalDay
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.month import Month
from tui.wording import journal as words
from tui.wording.dates import month_in_words


class JournalMonth(Hearing):
    """One month at a time; nothing on it counts days."""

    WHERE = "journal-month"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("journal-month"))

    def __init__(self, desk: Desk, today: date) -> None:
        super().__init__()
        self._desk = desk
        self._today = today
        self._kinds: Mapping[str, tuple[str, ...]] = {}
        self._asked_for: list[date] = []

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column", can_focus=False):
            yield Static("", id="head", classes="heading")
            yield Month(self._today, earliest=EARLIEST, latest=self._today, id="month")
            yield Static("", id="day")
            yield Static(words.SIGN_MEANS, id="sign", classes="muted", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        keys = [("Ctrl+N", _("write")), ("PgUp PgDn", _("month")), ("O", _("years")), ("F1", _("help"))]
        return [("Enter", _("open")), ("Esc", _("back")), *keys]

    def on_mount(self) -> None:
        self._month.focus()
        self._say_day()
        self._read()

    def journal_changed(self) -> None:
        self._read()

    def on_screen_resume(self) -> None:
        self._read()

    @property
    def _month(self) -> Month:
        return self.query_one("#month", Month)

    def _read(self) -> None:
        self._asked_for = days = self._month.days_shown
        asked = self._desk.ask(
            lambda journal: (journal.choices().first_day, journal.last_day(), journal.days_with(days))
        )
        self.hear(asked, lambda answer: self._show(days, *answer))

    def _show(self, days: list[date], first_day: int, latest: str, kinds: Mapping[str, tuple[str, ...]]) -> None:
        """Answers about a month that has been left meanwhile are left alone."""
        self._month.begin_weeks_with(first_day, date.fromisoformat(latest))
        if days == self._month.days_shown:
            self._kinds = kinds
            self._month.show_written([date.fromisoformat(day) for day in kinds])
            self._say_day()

    @on(Month.Looked, "#month")
    def looked(self, event: Month.Looked) -> None:
        """Another day; where it is in another month, that is read."""
        if event.day not in self._asked_for:
            self._kinds = {}
            self._month.show_written(())
            self._read()
        self._say_day()

    def _say_day(self) -> None:
        day = self._month.day
        self.query_one("#head", Static).update(as_content(month_in_words(day.isoformat())))
        kinds = self._kinds.get(day.isoformat(), ())
        self.query_one("#day", Static).update(as_content(keyed(self, words.day_has(day, kinds, self._today))))

    @on(Month.Opened, "#month")
    def open_day(self, event: Month.Opened) -> None:
        self.app.push_screen(JournalDay(self._desk, event.day))

    def action_open(self) -> None:
        self._month.action_open()

    def action_other_years(self) -> None:
        """The day that is looked at, in the years before it."""
        self.app.push_screen(JournalDay(self._desk, self._month.day, other_years=True))

    def day_to_write_for(self) -> str | None:
        return self._month.day.isoformat()

    def action_back(self) -> None:
        self.dismiss()

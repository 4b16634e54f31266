"""A month as a calendar: every day in its place, a sign at those that have something, and nothing at the others."""

from collections.abc import Collection
from datetime import date, timedelta

from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from journal.domain.months import month_by, weeks_of
from tui.wording.journal import SIGN, WEEKDAYS

DAYS = 7
NARROW, WIDE = 5, 8
"""Cells of one day: a bracket, two digits, a sign, a bracket; with air where there is room."""
ROOMY = 22
"""Rows of the terminal from which on the weeks have a blank line between them."""

Piece = tuple[str, str]


class Month(Widget, can_focus=True):
    """One month around the day that is looked at, which stands in brackets.

    Arrows move by a day and a week, PgUp and PgDn by a month, Home and End within it. No day before `earliest` or
    after `latest` is looked at. Says `Looked` after each move, and `Opened` at Enter and a double click.
    """

    DEFAULT_CSS = """
    Month { height: auto; width: auto; }
    """

    ALLOW_SELECT = False

    BINDINGS = [
        Binding("left,h", "look(-1)", show=False, id="month.left"),
        Binding("right,l", "look(1)", show=False, id="month.right"),
        Binding("up,k", "look(-7)", show=False, id="month.up"),
        Binding("down,j", "look(7)", show=False, id="month.down"),
        Binding("pageup", "turn(-1)", show=False, id="month.before"),
        Binding("pagedown", "turn(1)", show=False, id="month.next"),
        Binding("home", "end_of_month(False)", show=False, id="month.first"),
        Binding("end", "end_of_month(True)", show=False, id="month.last"),
        Binding("enter", "open", show=False, id="month.open"),
    ]

    day: reactive[date] = reactive(date.min, init=False, layout=True)
    """The day that is looked at, kept between the two ends."""

    class Looked(Message):
        """Another day is looked at."""

        def __init__(self, month: "Month", day: date) -> None:
            super().__init__()
            self.month = month
            self.day = day

        @property
        def control(self) -> "Month":
            """What a selector in `@on` looks at."""
            return self.month

    class Opened(Looked):
        """The person wants to see what this day has."""

    def __init__(
        self,
        day: date,
        *,
        earliest: date,
        latest: date,
        first_day: int = 0,
        id: str | None = None,  # noqa: A002  # Textual's own name
    ) -> None:
        """Nothing has a sign yet.

        Args:
            day: looked at first.
            earliest: no day before it is looked at.
            latest: no day after it is looked at.
            first_day: of a week, 0 for Monday to 6 for Sunday.
            id: as of any widget.
        """
        super().__init__(id=id)
        self._earliest = earliest
        self._latest = latest
        self._first_day = first_day
        self._written: Collection[date] = ()
        self.set_reactive(Month.day, min(max(day, earliest), latest))

    @property
    def days_shown(self) -> list[date]:
        """Every day of the month that is shown."""
        return [day for week in self._weeks for day in week if day is not None]

    def begin_weeks_with(self, first_day: int, latest: date) -> None:
        """Say on which day a week begins, and which day is the last that can be looked at."""
        self._first_day = first_day
        self._latest = latest
        self.day = self.day
        self.refresh(layout=True)

    def show_written(self, days: Collection[date]) -> None:
        """Put the sign at these days."""
        self._written = frozenset(days)
        self.refresh()

    @property
    def _weeks(self) -> list[list[date | None]]:
        return weeks_of(self.day, self._first_day)

    # Looking

    def validate_day(self, day: date) -> date:
        return min(max(day, self._earliest), self._latest)

    def watch_day(self, before: date, day: date) -> None:
        if before != day:
            self.post_message(self.Looked(self, day))

    def action_look(self, by_days: int) -> None:
        """That many days on, or back."""
        self.day = self._moved(by_days)

    def _moved(self, by_days: int) -> date:
        try:
            return self.day + timedelta(days=by_days)
        except OverflowError:
            return self.day

    def action_turn(self, by_months: int) -> None:
        """The same day of another month, or the last it has."""
        self.day = month_by(self.day, by_months)

    def action_end_of_month(self, last: bool) -> None:
        """The first day of this month, or its last."""
        days = self.days_shown
        self.day = days[-1] if last else days[0]

    def action_open(self) -> None:
        self.post_message(self.Opened(self, self.day))

    def on_click(self, event: events.Click) -> None:
        """Look at the day clicked; a double click opens it."""
        place = event.get_content_offset(self)
        if place is None:
            return
        row, weekday = (place.y - 1) // self._step, place.x // self._cells
        if place.y < 1 or row >= len(self._weeks) or weekday >= DAYS:
            return
        clicked = self._weeks[row][weekday]
        if clicked is not None and self._earliest <= clicked <= self._latest:
            self.day = clicked
            if event.chain > 1:
                self.action_open()

    # Drawing

    @property
    def _cells(self) -> int:
        return WIDE if self.app.size.width >= WIDE * DAYS + WIDE else NARROW

    @property
    def _step(self) -> int:
        """Rows from one week to the next."""
        return 2 if self.app.size.height >= ROOMY else 1

    def get_content_width(self, container: Size, viewport: Size) -> int:
        return self._cells * DAYS

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return 1 + len(self._weeks) * self._step

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def render(self) -> RenderResult:
        cells = self._cells
        names = [WEEKDAYS[(self._first_day + place) % DAYS] for place in range(DAYS)]
        head: list[Piece] = [(f" {name}".ljust(cells), "$text-muted") for name in names]
        pieces = [*head]
        for week in self._weeks:
            pieces.append(("\n" * self._step, ""))
            pieces += [piece for day in week for piece in self._day(day, cells)]
        return Content.assemble(*pieces)

    def _day(self, day: date | None, cells: int) -> list[Piece]:
        """One day: its number, its sign, and brackets around the one that is looked at."""
        if day is None:
            return [(" " * cells, "")]
        is_here, has_words = day == self.day, day in self._written
        before, after = "[]" if is_here else "  "
        style = "$text-muted" if day > self._latest else ("bold $primary" if is_here and self.has_focus else "")
        sign: Piece = (SIGN if has_words else " ", "bold $accent")
        return [(f"{before}{day.day:>2}", style), sign, (after.ljust(cells - 4), style)]

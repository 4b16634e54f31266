"""A year at a glance: weeks as columns, days as rows, a sign for each day, and one day chosen.

Knows no dimension, no scale's words and no calendar: signs and names come in. The signs are one ramp of one colour,
so that a day is noted or not, lower or higher, and never good or bad.
"""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content

from tui.widgets.drawn_days import FAR, DrawnDays, Piece

NOT_NOTED, NOTED = "·", "o"
THIRDS = ("▁", "▃", "▅")
"""A number in the lower, the middle and the upper third of its scale."""

DAYS_OF_A_WEEK = 7
HERE, MORE = "\u203a", "\u2026"
WEEKDAY_CELLS = 5
"""Cells on the left: a mark, three letters, a space."""
AIRY_WEEK_CELLS = 2


def sign_of(value: float | None, lowest: int | None, highest: int | None, *, noted: bool) -> str:
    """Give the sign of one day.

    Args:
        value: that day's number; `None` for a day without one.
        lowest: the lowest number of the scale; `None` where there are no numbers.
        highest: the highest.
        noted: whether anything was noted that day, a number or not.

    Returns:
        One of `THIRDS` for a number, else `NOTED` or `NOT_NOTED`. A number on the edge of two thirds is in the lower.
    """
    if value is None or lowest is None or highest is None:
        return NOTED if noted else NOT_NOTED
    share = (min(max(value, lowest), highest) - lowest) / (highest - lowest)
    return THIRDS[0] if share * 3 <= 1 else THIRDS[1] if share * 3 <= 2 else THIRDS[2]


class Year(DrawnDays):
    """Days in weeks. Up and down choose the day before or after, left and right the week before or after.

    Takes a sign of one cell for every day, oldest first; the row of the first day, 0 to 6, counted from the first day
    of a week; seven names of weekdays, in that order; and names of months as pairs of the index of a month's first
    day here and its name. Where there is no room for all weeks, those around the chosen day are shown, the last ones
    where none is, with "…" where more are.
    """

    DEFAULT_CSS = "Year { height: 8; }"

    BINDINGS = [
        Binding("up,k", "step(-1)", show=False, id="year.before"),
        Binding("down,j", "step(1)", show=False, id="year.after"),
        Binding("left,h", f"step(-{DAYS_OF_A_WEEK})", show=False, id="year.week_before"),
        Binding("right,l", f"step({DAYS_OF_A_WEEK})", show=False, id="year.week_after"),
        Binding("home", f"step(-{FAR})", show=False, id="year.first"),
        Binding("end", f"step({FAR})", show=False, id="year.last"),
    ]

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._signs: list[str] = []
        self._first_row = 0
        self._weekdays: list[str] = [""] * DAYS_OF_A_WEEK
        self._months: list[tuple[int, str]] = []

    def show(
        self, signs: Sequence[str], first_row: int, weekdays: Sequence[str], months: Sequence[tuple[int, str]]
    ) -> None:
        """Draw these days from now on."""
        self._signs, self._first_row = list(signs), first_row
        self._weekdays, self._months = list(weekdays), list(months)
        self._show_days(len(signs))

    # Choosing

    def action_step(self, by: int) -> None:
        """That many days on, or back; the first move goes to the last day, or to the end that was named."""
        if self._signs:
            came_in = 0 if by == -FAR else self.days - 1
            self._choose(came_in if self.day is None else self.day + by)

    def on_click(self, event: events.Click) -> None:
        """Choose the day under the pointer, if there is one."""
        place = event.get_content_offset(self)
        if place is None or place.y < 1 or place.x < WEEKDAY_CELLS:
            return
        week = self._weeks_shown[0] + (place.x - WEEKDAY_CELLS) // self._week_cells
        day = week * DAYS_OF_A_WEEK + place.y - 1 - self._first_row
        if 0 <= day < self.days:
            self._choose(day)

    # Drawing

    def render(self) -> RenderResult:
        """Months above, a row for each weekday."""
        rows = [self._months_row(), *(self._row(row) for row in range(DAYS_OF_A_WEEK))] if self._signs else []
        width, height = self.size
        return Content("\n").join(Content.assemble(*row).truncate(width) for row in rows[:height])

    @property
    def _weeks(self) -> int:
        return -(-(self._first_row + self.days) // DAYS_OF_A_WEEK)

    @property
    def _week_cells(self) -> int:
        return AIRY_WEEK_CELLS if self._weeks * AIRY_WEEK_CELLS <= self.size.width - WEEKDAY_CELLS else 1

    @property
    def _weeks_shown(self) -> range:
        """Those that fit: the last ones, or as far back as the chosen day needs."""
        fitting = max(1, (self.size.width - WEEKDAY_CELLS) // self._week_cells)
        first = max(0, self._weeks - fitting)
        if self.day is not None:
            first = min(first, (self.day + self._first_row) // DAYS_OF_A_WEEK)
        return range(first, min(self._weeks, first + fitting))

    def _months_row(self) -> list[Piece]:
        shown = self._weeks_shown
        row = MORE if shown.start > 0 else ""
        for day, name in self._months:
            at = ((day + self._first_row) // DAYS_OF_A_WEEK - shown.start) * self._week_cells
            is_free = at >= 0 and (not row or cell_len(row) < at)
            if is_free and at + cell_len(name) <= len(shown) * self._week_cells:
                row = set_cell_size(row, at) + name
        return [(" " * WEEKDAY_CELLS, ""), (row, "$text-muted")]

    def _row(self, row: int) -> list[Piece]:
        is_here = self.day is not None and (self.day + self._first_row) % DAYS_OF_A_WEEK == row
        name = f"{HERE if is_here else ' '}{self._weekdays[row]:<3.3} "
        pieces: list[Piece] = [(name, "bold" if is_here else "$text-muted")]
        for week in self._weeks_shown:
            pieces.append(self._sign(week * DAYS_OF_A_WEEK + row - self._first_row))
            pieces.append((" " * (self._week_cells - 1), ""))
        return pieces

    def _sign(self, day: int) -> Piece:
        if not 0 <= day < self.days:
            return " ", ""
        sign = self._signs[day]
        if day == self.day:
            return sign, "reverse"
        return sign, "$text-muted" if sign == NOT_NOTED else "$primary"

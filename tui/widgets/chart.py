"""One to three numbers a day, each in a picture of its own, one under another over the same days.

Ours, because what there is to be had draws a line across days that were not noted. Knows no dimension and no wording:
both come in. Left and right choose one day, which whoever asked for the picture says in words.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content

from tui.widgets.chart_dots import DOTS_ACROSS, DOTS_UP, cells_of, columns_of, drawn, row_of
from tui.widgets.drawn_days import FAR, DrawnDays, Piece

GAP, HERE, NOTHING = "·", "▲", " "
WORDS_FROM = 60
"""Cells from which the words of a scale stand at their numbers; under it they have a row of their own."""
WORDS_SHARE = 3
"""How many times as wide as the widest of those words the picture has to be, so that most of it is picture."""

DAY, LINE, QUIET, CHOSEN = "bold $primary", "$primary", "$text-muted", "on $panel"


@dataclass(frozen=True, slots=True)
class Panel:
    """What one picture shows."""

    name: str
    """What it is, as a heading: `Mood`."""
    scale: tuple[tuple[int, str], ...]
    """Numbers of the scale that have words, with them, lowest first: two or more."""
    values: tuple[float | None, ...]
    """One a day, oldest first; `None` for a day without one, which is left open."""
    about: tuple[str, ...] = ()
    """What is drawn, beside the name: as much of it as fits, the first first."""
    joined: bool = True
    """Whether days next door to one another are joined by a line; if not, points alone."""


class Chart(DrawnDays):
    """Pictures of the same days, one under another, and the day that is read.

    Takes the panels, each with a number for every day, and the names that stand under the days, as pairs of a day's
    index and its name; those for which there is no room are left out.
    """

    DEFAULT_CSS = "Chart { height: 1fr; }"

    BINDINGS = [
        Binding("left,h", "step(-1)", show=False, id="chart.before"),
        Binding("right,l", "step(1)", show=False, id="chart.after"),
        Binding("home", f"step(-{FAR})", show=False, id="chart.first"),
        Binding("end", f"step({FAR})", show=False, id="chart.last"),
    ]

    def __init__(
        self,
        panels: Sequence[Panel] = (),
        dates: Sequence[tuple[int, str]] = (),
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._panels, self._dates = list(panels), list(dates)
        self.days = _days_of(panels)

    def show(self, panels: Sequence[Panel], dates: Sequence[tuple[int, str]]) -> None:
        """Draw something else from now on."""
        self._panels, self._dates = list(panels), list(dates)
        self._show_days(_days_of(panels))

    # Choosing

    def action_step(self, by: int) -> None:
        """That many days on, or back; the first move comes in from the near end, or goes to the end that was named."""
        if not self.days:
            return
        came_in = self.days - 1 if (by < 0) != (abs(by) == FAR) else 0
        self._choose(came_in if self.day is None else self.day + by)

    def on_click(self, event: events.Click) -> None:
        """Choose the day under the pointer, or the nearest."""
        place = event.get_content_offset(self)
        if place is not None and self.days and place.x >= self._margin:
            at = (place.x - self._margin) * DOTS_ACROSS
            columns = columns_of(self.days, self._across)
            self._choose(min(range(self.days), key=lambda day: abs(columns[day] - at)))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    # Drawing

    def render(self) -> RenderResult:
        """As much as there is room for, the first panel first."""
        width, height = self.size
        rows = [Content.assemble(*row).truncate(width) for row in self._rows()[:height]]
        return Content("\n").join(rows)

    def _rows(self) -> list[list[Piece]]:
        if not self.days or not self.size.width:
            return []
        rows: list[list[Piece]] = []
        for place, panel in enumerate(self._panels):
            rows += [[]] if place and self._has_air else []
            rows += [*self._heading(panel), *self._plot(panel), self._gaps(panel)]
        return [*rows, self._dates_row()]

    @property
    def _above(self) -> int:
        """Rows of a panel's heading."""
        return 1 if self._names_at_numbers else 2

    @property
    def _names_at_numbers(self) -> bool:
        widest = max(
            (cell_len(f"{number:>2} {word}") for panel in self._panels for number, word in panel.scale), default=0
        )
        return self.size.width >= max(WORDS_FROM, widest * WORDS_SHARE)

    @property
    def _has_air(self) -> bool:
        return self.size.height >= len(self._panels) * 10

    @property
    def _plot_rows(self) -> int:
        """Rows of each picture: what is left when all that is said has its own, 1 at least."""
        count = len(self._panels)
        said = 1 + count * (self._above + 1) + (count - 1 if self._has_air else 0)
        return max(1, (self.size.height - said) // count)

    @property
    def _margin(self) -> int:
        """Cells on the left, where the numbers stand."""
        labels = [self._label(number, word) for panel in self._panels for number, word in panel.scale]
        return max(map(cell_len, labels), default=0) + 1

    @property
    def _cells(self) -> int:
        return max(1, self.size.width - self._margin)

    @property
    def _across(self) -> int:
        return self._cells * DOTS_ACROSS

    def _label(self, number: int, word: str) -> str:
        return f"{number:>2} {word}" if self._names_at_numbers else f"{number:>2}"

    def _heading(self, panel: Panel) -> list[list[Piece]]:
        name = (panel.name, "bold" if self.has_focus else "")
        about = (about_that_fits(panel.about, self.size.width - cell_len(panel.name)), QUIET)
        if self._names_at_numbers:
            return [[name, about]]
        return [[name, about], [(scale_that_fits(panel.scale, self.size.width), QUIET)]]

    def _plot(self, panel: Panel) -> list[list[Piece]]:
        rows, cells = self._plot_rows, self._cells
        lowest, highest = panel.scale[0][0], panel.scale[-1][0]
        picture = drawn(panel.values, lowest, highest, self._across, rows * DOTS_UP, panel.joined)
        days = {(x // DOTS_ACROSS, y // DOTS_UP) for x, y in picture.noted}
        named = self._named_rows(panel, rows)
        chosen = self._chosen_cell
        plot = []
        for row, words in enumerate(cells_of(picture.noted | picture.between, cells, rows)):
            pieces = [(named.get(row, "").ljust(self._margin), QUIET)]
            for column, character in enumerate(words):
                style = DAY if (column, row) in days else LINE
                pieces.append((character, f"{style} {CHOSEN}" if column == chosen else style))
            plot.append(pieces)
        return plot

    def _named_rows(self, panel: Panel, rows: int) -> dict[int, str]:
        """What stands at the left of each row: the ends first, then what fits between them."""
        lowest, highest = panel.scale[0][0], panel.scale[-1][0]
        middle = panel.scale[len(panel.scale) // 2]
        named: dict[int, str] = {}
        for number, word in (panel.scale[0], panel.scale[-1], middle, *panel.scale):
            named.setdefault(row_of(number, lowest, highest, rows), self._label(number, word))
        return named

    @property
    def _chosen_cell(self) -> int | None:
        return None if self.day is None else columns_of(self.days, self._across)[self.day] // DOTS_ACROSS

    def _gaps(self, panel: Panel) -> list[Piece]:
        """A dot under every cell whose days were not noted, and the mark of the day that is read."""
        noted = [False] * self._cells
        known = [False] * self._cells
        for column, value in zip(columns_of(len(panel.values), self._across), panel.values, strict=True):
            known[column // DOTS_ACROSS] = True
            noted[column // DOTS_ACROSS] |= value is not None
        row = [GAP if is_day and not is_noted else NOTHING for is_day, is_noted in zip(known, noted, strict=True)]
        chosen = self._chosen_cell
        pieces: list[Piece] = [(NOTHING * self._margin, "")]
        if chosen is None:
            return [*pieces, ("".join(row), QUIET)]
        before, after = "".join(row[:chosen]), "".join(row[chosen + 1 :])
        return [*pieces, (before, QUIET), (HERE, "bold $accent"), (after, QUIET)]

    def _dates_row(self) -> list[Piece]:
        columns = columns_of(self.days, self._across)
        named = [(columns[day] // DOTS_ACROSS, name) for day, name in self._dates if day < self.days]
        return [(NOTHING * self._margin, ""), (names_that_fit(named, self._cells), QUIET)]


def about_that_fits(about: Sequence[str], width: int) -> str:
    """What is said beside a name, as much as there is room for in `width` cells, two spaces before it."""
    for count in range(len(about), 0, -1):
        said = "  " + ", ".join(about[:count])
        if cell_len(said) <= width:
            return said
    return ""


def names_that_fit(names: Sequence[tuple[int, str]], width: int) -> str:
    """Names under their cells, in one row of `width`: all, or every second, or every third, so that they stay even.

    Args:
        names: the cell where each begins, and what it says, from left to right.
        width: cells of the row.
    """
    for stride in range(1, len(names) + 1):
        row = ""
        even = True
        for at, name in names[::stride]:
            if at + cell_len(name) > width:
                break
            even = even and (not row or cell_len(row) + 1 < at)
            row = set_cell_size(row, at) + name
        if even:
            return row
    return ""


def scale_that_fits(scale: Sequence[tuple[int, str]], width: int) -> str:
    """Numbers and their words in one row of `width` cells: all of them, or the two ends and the middle."""
    worded = [f"{number} {word}" for number, word in scale]
    for shown in (worded, [worded[0], worded[len(worded) // 2], worded[-1]]):
        for between in ("  ", " "):
            if cell_len(between.join(shown)) <= width:
                return between.join(shown)
    return " ".join([worded[0], worded[-1]])


def _days_of(panels: Sequence[Panel]) -> int:
    return max((len(panel.values) for panel in panels), default=0)

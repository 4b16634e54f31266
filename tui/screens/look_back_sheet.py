"""The page of Look back: pictures, the words under them, and what of it is in sight. It asks and chooses nothing."""

from collections.abc import Sequence
from itertools import zip_longest

from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Static

from journal.domain.look_back import YearAtAGlance
from tui.screens import look_back_views as views
from tui.widgets.chart import Chart, Panel
from tui.widgets.chart_table import Cells, Table
from tui.widgets.inert_filter import as_content
from tui.widgets.year import THIRDS, Year
from tui.wording import look_back as told_words
from tui.wording import look_back_screen as words

PICTURES = ("#chart", "#year", "#table")
UNDER_PICTURES = ("#reading", "#legend")
COLUMNS = ("#first", "#second")
"""Where sentences stand: beside one another where there are two pictures and room."""


class LookBackSheet(VerticalScroll):
    """Whatever is shown or said here stays until it is hidden, or something else is said in its place."""

    def compose(self) -> ComposeResult:
        yield Static(told_words.OPENING, id="opening", classes="muted", markup=False)
        yield Chart(id="chart")
        yield Year(id="year")
        yield Table(id="table")
        yield Static("", id="reading")
        yield Static("", id="legend", classes="muted", markup=False)
        with Horizontal(id="told"):
            yield Static("", id="first")
            yield Static("", id="second")
        yield Static("", id="last", classes="muted", markup=False)

    def on_mount(self) -> None:
        self.hide(*PICTURES, *UNDER_PICTURES, "#last")

    def hide(self, *selectors: str) -> None:
        for selector in selectors:
            self.query_one(selector).display = False

    def stand_on(self, place: Widget) -> None:
        """Show one thing, and give it the keys, unless something stands over this screen."""
        place.display = True
        place = place.rows if isinstance(place, Table) else place
        place.focus(scroll_visible=False)

    # Pictures

    def show_pictures(self, panels: Sequence[Panel], dates: Sequence[tuple[int, str]]) -> int | None:
        """Draw days one by one; the day that is read, if any."""
        self.hide("#table")
        chart = self.query_one(Chart)
        chart.set_class(len(panels) > 1, "-two")
        chart.show(panels, dates)
        self.stand_on(chart)
        return chart.day

    def show_year(self, year: YearAtAGlance, first_day: int) -> int | None:
        """Draw a year in weeks that begin on `first_day`, 0 for Monday; the day that is read, if any."""
        self.hide("#table")
        grid = self.query_one(Year)
        grid.show(
            views.signs_of(year),
            views.row_of_day(year.days[0].for_date, first_day),
            views.weekdays_from(first_day),
            views.months_of([day.for_date for day in year.days]),
        )
        self.stand_on(grid)
        legend = self.query_one("#legend", Static)
        legend.update(words.legend_of_the_year(year.dimension, THIRDS))
        legend.display = True
        return grid.day

    async def show_rows(self, heads: Cells, rows: Sequence[Cells]) -> None:
        """Days in rows, in place of a picture."""
        table = self.query_one(Table)
        self.stand_on(table)
        await table.show(heads, rows)

    # Words

    def tell(self, said: list[views.Said], *, beside: bool = False) -> None:
        """Say these under the picture; `beside`: the first and the rest beside one another where there is room."""
        halves = [said[:1], said[1:]] if beside else [said, []]
        for column, parts in zip_longest(COLUMNS, halves):
            self.query_one(column, Static).update(views.as_told(parts))
            self.query_one(column).display = bool(parts)
        self.query_one("#told").display = bool(said)

    def end_with(self, sentence: str, *, apart: bool) -> None:
        """What stands last, in quieter words; apart from the rest where there is no picture to make room for."""
        last = self.query_one("#last", Static)
        last.update(sentence)
        last.set_class(apart, "-apart")
        last.display = bool(sentence)

    def say_reading(self, sentence: str, *, is_hint: bool = False) -> None:
        """One day in words, or how to read one."""
        said = self.query_one("#reading", Static)
        said.update(as_content(sentence))
        said.set_class(is_hint, "muted")
        said.display = bool(sentence)

    def come_to_the_reading(self) -> None:
        """Where there is little room, the words of a day would stand below what is in sight."""
        self.call_after_refresh(self.query_one("#reading").scroll_visible, animate=False)

"""Rows one under another, and the bar that shows which of them is looked at. What a row says and does is not ours."""

from collections.abc import Sequence

from textual.binding import Binding
from textual.reactive import reactive
from textual.widget import Widget


class BarredRow(Widget):
    """One row, and its place among the others, from 0."""

    DEFAULT_CSS = """
    BarredRow {
        height: auto;
        width: 1fr;
        border-left: blank;
        padding-left: 1;
    }
    """

    ALLOW_SELECT = False

    def __init__(self, index: int) -> None:
        super().__init__()
        self.index = index


class BarredRows(Widget, can_focus=True):
    """Up, down, `j` and `k` look at a row, and the ends of the list are two keys more."""

    DEFAULT_CSS = """
    BarredRows {
        height: auto;
        width: 1fr;
        layout: vertical;
        &:focus > BarredRow.-here { border-left: thick $primary; text-style: bold; }
    }
    """

    BINDINGS = [
        Binding("up,k", "look(-1)", show=False, id="rows.up"),
        Binding("down,j", "look(1)", show=False, id="rows.down"),
        Binding("home", "look(-1000000)", show=False, id="rows.first"),
        Binding("end", "look(1000000)", show=False, id="rows.last"),
    ]

    looked_at: reactive[int] = reactive(0, init=False)
    """Index of the row the bar stands at."""

    _rows: Sequence[object] = ()
    """What there is a row for, each."""

    def on_mount(self) -> None:
        self._point()

    def validate_looked_at(self, index: int) -> int:
        return max(0, min(index, len(self._rows) - 1))

    def watch_looked_at(self) -> None:
        self._point()
        self._bring_into_sight()

    def action_look(self, by: int) -> None:
        """Look at another row; never past the ends."""
        self.looked_at += by

    def _point(self) -> None:
        for row in self.query(BarredRow):
            row.set_class(row.index == self.looked_at, "-here")

    def _bring_into_sight(self) -> None:
        for row in self.query(BarredRow):
            if row.index == self.looked_at and self.is_mounted:
                row.scroll_visible(animate=False)

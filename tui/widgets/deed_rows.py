"""Deeds in rows under headings, each with one muted line that says what it does. Enter chooses."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from tui.widgets.inert_filter import as_content


@dataclass(frozen=True, slots=True)
class DeedRow:
    """One row: its name in the code, what it is called, and what it does. `heading` stands above it, if anything."""

    id: str
    called: str
    about: str
    heading: str = ""


class DeedRows(Widget, can_focus=True):
    """Up, down, `j` and `k` look at them; the bar shows which is looked at. Enter, Space and a click choose."""

    DEFAULT_CSS = """
    DeedRows { height: auto; width: 1fr; layout: vertical; }
    DeedRows > Static { height: auto; text-style: bold; }
    DeedRows > Row { height: auto; border-left: blank; padding-left: 1; }
    DeedRows > Row > Static { height: auto; }
    DeedRows > Row > .called { padding-right: 1; }
    DeedRows:focus > Row.-here { border-left: thick $primary; }
    DeedRows:focus > Row.-here > .called { text-style: bold; }
    """

    ALLOW_SELECT = False

    BINDINGS = [
        Binding("up,k", "look(-1)", show=False),
        Binding("down,j", "look(1)", show=False),
        Binding("home", "look(-1000)", show=False),
        Binding("end", "look(1000)", show=False),
        Binding("space,enter", "choose", show=False),
    ]

    looked_at: reactive[int] = reactive(0, init=False)
    """The place of the row that the bar stands at."""

    class Chosen(Message):
        """The person chose a row."""

        def __init__(self, row_id: str) -> None:
            super().__init__()
            self.row_id = row_id

    def __init__(self, rows: Sequence[DeedRow]) -> None:
        super().__init__()
        self._deeds = rows
        self._rows = [Row(row, place) for place, row in enumerate(rows)]

    def compose(self) -> ComposeResult:
        for row in self._rows:
            if row.deed.heading:
                yield Static(row.deed.heading, classes="group", markup=False)
            yield row

    def on_mount(self) -> None:
        self._show()

    def say_about(self, row_id: str, about: str) -> None:
        """Say something else beside one of them from now on."""
        for row in self._rows:
            if row.deed.id == row_id:
                row.query_one(".about", Static).update(as_content(about))

    def watch_looked_at(self) -> None:
        self._show()
        if self.looked_at == 0 and isinstance(self.parent, Widget):
            # What stands above the first row comes into sight with it.
            self.parent.scroll_home(animate=False)
        else:
            self._rows[self.looked_at].scroll_visible(animate=False)

    def validate_looked_at(self, place: int) -> int:
        return max(0, min(place, len(self._rows) - 1))

    def action_look(self, by: int) -> None:
        """Look at another row; never past the ends."""
        self.looked_at += by

    def action_choose(self) -> None:
        """Choose the one looked at."""
        self.post_message(self.Chosen(self._deeds[self.looked_at].id))

    def on_click(self, event: events.Click) -> None:
        """Choose the one clicked."""
        clicked = event.widget
        for row in self._rows:
            if clicked is row or (clicked is not None and row in clicked.ancestors):
                self.looked_at = row.place
                self.action_choose()

    def _show(self) -> None:
        for row in self._rows:
            row.set_class(row.place == self.looked_at, "-here")


class Row(Horizontal):
    """One row of `DeedRows`: two columns where there is room, else one under the other."""

    def __init__(self, deed: DeedRow, place: int) -> None:
        super().__init__()
        self.deed = deed
        self.place = place

    def compose(self) -> ComposeResult:
        yield Static(self.deed.called, classes="called", markup=False)
        yield Static(as_content(self.deed.about), classes="about muted")

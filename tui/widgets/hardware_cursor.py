"""The terminal's own cursor, shown where the focus is: what a screen reader or a magnifier follows.

Textual hides it, and moves it for text fields alone. Its driver is private there; it is used here and nowhere else.
"""

from typing import Any, Protocol, runtime_checkable

from textual.app import App
from textual.geometry import Offset
from textual.timer import Timer
from textual.widget import Widget

SHOW, HIDE = "\x1b[?25h", "\x1b[?25l"
HERE = ".-here"
"""The class of the row that is looked at, in every list of rows."""


@runtime_checkable
class HasCursor(Protocol):
    """A field of text, which knows where its cursor is."""

    @property
    def cursor_screen_offset(self) -> Offset:
        """The cell of the cursor on the screen."""


@runtime_checkable
class HasCursorCell(Protocol):
    """Any other widget that knows where it is looked at."""

    @property
    def cursor_cell(self) -> Offset:
        """The cell, from the widget's own first one."""


class HardwareCursor:
    """Shows it and lets it follow, until it is hidden."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._timer: Timer | None = None
        self._written: Offset | None = None

    def follow_every(self, seconds: float) -> None:
        """Look again and again where the focus is. Nothing is written while it stays."""
        self._timer = self._app.set_interval(seconds, self.follow)
        self._app.call_after_refresh(self.follow)

    def follow(self) -> None:
        """Stand where the focus is now."""
        place = place_of_focus(self._app)
        if place is not None and place != self._written:
            # Textual puts it back there after each thing it draws.
            self._app.cursor_position = place
            self._write(f"{SHOW}\x1b[{place.y + 1};{place.x + 1}H")
            self._written = place

    def hide(self) -> None:
        """Not any more."""
        if self._timer is not None:
            self._timer.stop()
        self._write(HIDE)

    def _write(self, sequence: str) -> None:
        driver = self._app._driver
        if driver is not None:
            driver.write(sequence)
            driver.flush()


def place_of_focus(app: App[Any]) -> Offset | None:
    """The cell at which the person is, or `None` where no screen is there yet."""
    if not app.screen_stack:
        return None
    focused = app.screen.focused
    if focused is None:
        return Offset(0, 0)
    if isinstance(focused, HasCursor):
        return app.screen.outer_size.clamp_offset(focused.cursor_screen_offset)
    return app.screen.outer_size.clamp_offset(_cell_of(focused))


def _cell_of(focused: Widget) -> Offset:
    """The row that is looked at, or the first cell of what has the focus."""
    if isinstance(focused, HasCursorCell):
        return focused.content_region.offset + focused.cursor_cell
    for here in focused.query(HERE):
        return here.content_region.offset
    # A list that scrolls knows its row by number.
    row = getattr(focused, "row", None)
    if isinstance(row, int):
        return focused.content_region.offset + Offset(0, row - round(focused.scroll_offset.y))
    return focused.content_region.offset

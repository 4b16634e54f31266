"""Days in a drawing of our own, one of which can be read in words. How they are drawn is not ours."""

from typing import Final

from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

FAR: Final = 10**6
"""Steps that lead to an end, however many days there are."""

Piece = tuple[str, str]
"""Words and the style they are drawn in, as Textual writes it; empty for the plain one."""


class DrawnDays(Widget, can_focus=True):
    """Whoever asked for the drawing hears in `Chosen` which day a person chose, and says it in words."""

    DEFAULT_CSS = """
    DrawnDays {
        width: 1fr;
        background: $background;
        color: $foreground;
        text-wrap: nowrap;
    }
    """

    ALLOW_SELECT = False

    days: int = 0
    """How many days there are."""

    day: reactive[int | None] = reactive(None, init=False)
    """Index of the day that is read; `None` for none. Setting it from code says nothing to anybody."""

    class Chosen(Message):
        """The person wants one day in words."""

        def __init__(self, drawn: "DrawnDays", day: int) -> None:
            super().__init__()
            self.drawn = drawn
            self.day = day

        @property
        def control(self) -> "DrawnDays":
            """What a selector in `@on` looks at."""
            return self.drawn

    def validate_day(self, day: int | None) -> int | None:
        return None if day is None or not self.days else max(0, min(day, self.days - 1))

    def _show_days(self, days: int) -> None:
        """Draw so many from now on; the day that is read stays where it still is one."""
        self.days = days
        self.day = self.day
        self.refresh()

    def _choose(self, day: int) -> None:
        self.day = day
        if self.day is not None:
            self.post_message(self.Chosen(self, self.day))

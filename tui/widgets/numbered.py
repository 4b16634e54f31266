"""A numbered list: a digit looks at a row, a second one goes on with the number, and Enter chooses."""

from collections.abc import Sequence

from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from tui.widgets.barred_rows import BarredRow, BarredRows
from tui.widgets.inert_filter import as_content

Row = tuple[str, str]
"""A mark such as `[x]`, or none, and words, which may be a person's own."""


class Numbered(BarredRows):
    """Rows with numbers from 1. Digits, up, down, `j` and `k` look; Enter, Space and a click choose.

    Nothing is chosen by a digit alone, so that a number of two digits can be typed.
    """

    BINDINGS = [Binding("space,enter", "choose", show=False, id="numbered.choose")]

    class Chosen(Message):
        """The person chose a row."""

        def __init__(self, numbered: "Numbered", index: int) -> None:
            super().__init__()
            self.numbered = numbered
            self.index = index
            self._words = numbered.words

        @property
        def is_of_what_stands_there(self) -> bool:
            """Whether the list is still the one that it was chosen from: a key can be quicker than another list."""
            return self._words == self.numbered.words

        @property
        def control(self) -> "Numbered":
            """What a selector in `@on` looks at."""
            return self.numbered

    def __init__(self, rows: Sequence[Row] = (), *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(*_drawn(rows), id=id)
        self._rows: list[Row] = list(rows)
        self._digits = ""

    @property
    def words(self) -> list[str]:
        """What the rows say, without their marks."""
        return [words for _, words in self._rows]

    async def show_rows(self, rows: Sequence[Row], looked_at: int = 0) -> None:
        """Show other rows, with the bar at this one; says nothing to anybody."""
        same_words = [words for _, words in rows] == self.words
        self._rows = list(rows)
        self._digits = ""
        if same_words:
            for drawn, (mark, _) in zip(self.query(NumberedRow), rows, strict=True):
                drawn.mark = mark
        else:
            with self.app.batch_update():
                await self.remove_children()
                await self.mount_all(_drawn(rows))
        self.looked_at = looked_at
        self._point()
        self._bring_into_sight()

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Digits are ours: elsewhere they lead to a section."""
        return character is not None and character in "0123456789"

    def on_key(self, event: events.Key) -> None:
        """Look at the row of this number; anything else ends the number being typed."""
        if event.character is None or not self.check_consume_key(event.key, event.character):
            self._digits = ""
            return
        event.stop()
        event.prevent_default()
        for typed in (self._digits + event.character, event.character):
            if not typed.startswith("0") and int(typed) <= len(self._rows):
                self._digits = typed
                self.looked_at = int(typed) - 1
                return
        self._digits = ""

    def on_blur(self) -> None:
        self._digits = ""

    def on_click(self, event: events.Click) -> None:
        """Choose the one clicked."""
        if isinstance(event.widget, NumberedRow):
            event.stop()
            self.looked_at = event.widget.index
            self.action_choose()

    def action_choose(self) -> None:
        """Choose the one looked at."""
        if self._rows:
            self.post_message(self.Chosen(self, self.looked_at))


class NumberedRow(BarredRow):
    """One row of `Numbered`."""

    mark: reactive[str] = reactive("")

    def __init__(self, index: int, mark: str, words: str, number_cells: int) -> None:
        super().__init__(index)
        self._words = words
        self._number_cells = number_cells
        self.set_reactive(NumberedRow.mark, mark)

    def render(self) -> RenderResult:
        return self._drawn(self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return self._drawn(width).plain.count("\n") + 1

    def _drawn(self, width: int) -> Content:
        """Number and mark, then the words wrapped to the right of them."""
        before = f"{self.index + 1:>{self._number_cells}} " + (f"{self.mark} " if self.mark else "")
        rows = as_content(self._words).wrap(max(1, width - len(before)))
        return Content.assemble(before, Content("\n" + " " * len(before)).join(rows))


def _drawn(rows: Sequence[Row]) -> list[NumberedRow]:
    cells = len(str(len(rows)))
    return [NumberedRow(index, mark, words, cells) for index, (mark, words) in enumerate(rows)]

"""Several things, each of them yes or no: `[x]` `[ ]`. One stop for the Tab key, however many there are."""

from collections.abc import Sequence

from textual import events
from textual.actions import SkipAction
from textual.app import RenderResult
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from tui.widgets.barred_rows import BarredRow, BarredRows
from tui.widgets.choice import marked

Row = tuple[str, bool]
"""Words, which may be a person's own, and whether they are ticked."""


class Ticks(BarredRows):
    """Up, down, `j` and `k` look at a row; Space, Enter, `x` and a click turn it. The bar shows which is looked at."""

    BINDINGS = [Binding("space,enter,x", "turn", show=False, id="ticks.turn")]

    class Turned(Message):
        """The person turned one."""

        def __init__(self, ticks: "Ticks", index: int, ticked: bool) -> None:
            super().__init__()
            self.ticks = ticks
            self.index = index
            self.ticked = ticked

        @property
        def control(self) -> "Ticks":
            """What a selector in `@on` looks at."""
            return self.ticks

    def __init__(
        self,
        rows: Sequence[Row] = (),
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(*_drawn(rows, 0), id=id, classes=classes)
        self._rows: list[Row] = list(rows)

    @property
    def ticked(self) -> list[int]:
        """Indexes of those that are ticked, in order."""
        return [index for index, (_, is_ticked) in enumerate(self._rows) if is_ticked]

    async def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; says nothing to anybody. The bar stays at its place, or at the last one."""
        self._rows = list(rows)
        self.looked_at = self.looked_at
        drawn = list(self.query(TickRow))
        for shown, (words, is_ticked) in zip(drawn, rows, strict=False):
            shown.words, shown.ticked = words, is_ticked
        with self.app.batch_update():
            for shown in drawn[len(rows) :]:
                await shown.remove()
            await self.mount_all(_drawn(rows[len(drawn) :], len(drawn)))
        self._point()

    def action_look(self, by: int) -> None:
        """Look at another row; past the ends the key is for whatever the rows stand in, to be scrolled."""
        before = self.looked_at
        super().action_look(by)
        if self.looked_at == before:
            raise SkipAction

    def action_turn(self) -> None:
        """Yes to no, no to yes."""
        if self._rows:
            self._turn(self.looked_at)

    def on_click(self, event: events.Click) -> None:
        """Turn the one clicked."""
        if isinstance(event.widget, TickRow):
            event.stop()
            self.looked_at = event.widget.index
            self._turn(event.widget.index)

    def _turn(self, index: int) -> None:
        words, was = self._rows[index]
        self._rows[index] = (words, not was)
        for row in self.query(TickRow):
            if row.index == index:
                row.ticked = not was
        self.post_message(self.Turned(self, index, not was))


class TickRow(BarredRow):
    """One row of `Ticks`."""

    words: reactive[str] = reactive("", layout=True)
    ticked: reactive[bool] = reactive(False)

    def __init__(self, words: str, ticked: bool, index: int) -> None:
        super().__init__(index)
        self.set_reactive(TickRow.words, words)
        self.set_reactive(TickRow.ticked, ticked)

    def render(self) -> RenderResult:
        return marked("[x]" if self.ticked else "[ ]", self.words, self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return marked("[ ]", self.words, width).plain.count("\n") + 1


def _drawn(rows: Sequence[Row], first: int) -> list[TickRow]:
    return [TickRow(words, is_ticked, index) for index, (words, is_ticked) in enumerate(rows, first)]

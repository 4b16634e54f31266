"""Several shelves of one section in one row: which one is open, and which stand beside it."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

HERE, ELSEWHERE = "\u203a", " "
GAP = "  "
MORE = "\u2026"

Piece = tuple[int | None, str]
"""A tab's index and what stands there; `None` where it is no tab."""


class TabsLine(Widget):
    """Names in a row, the current one marked by an angle and in bold. Takes no focus: whoever has it turns the tabs.

    Where there is no room for all, the ones next to the current one stay, with "…" where more are. Says which
    was clicked.
    """

    DEFAULT_CSS = """
    TabsLine {
        height: 1;
        width: 1fr;
        padding: 0 1;
        text-wrap: nowrap;
    }
    """

    ALLOW_SELECT = False

    current: reactive[int] = reactive(0, init=False)
    """Index of the one that is open. Setting it from code says nothing to anybody."""

    class Chosen(Message):
        """A tab was clicked."""

        def __init__(self, tabs: "TabsLine", index: int) -> None:
            super().__init__()
            self.tabs = tabs
            self.index = index

        @property
        def control(self) -> "TabsLine":
            """What a selector in `@on` looks at."""
            return self.tabs

    def __init__(
        self,
        names: Sequence[str],
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._names = list(names)

    def show_names(self, names: Sequence[str]) -> None:
        """Have other tabs from now on; the one at the same place is open, or the last."""
        self._names = list(names)
        self.current = self.current
        self.refresh()

    def validate_current(self, index: int) -> int:
        return max(0, min(index, len(self._names) - 1))

    def render(self) -> RenderResult:
        """As many as fit."""
        return Content.assemble(*(self._styled(*piece) for piece in self._pieces()))

    def on_click(self, event: events.Click) -> None:
        """Say which name stands under the pointer, if one does."""
        place = event.get_content_offset(self)
        start = 0
        for index, words in self._pieces() if place is not None else ():
            end = start + cell_len(words)
            if index is not None and place is not None and start <= place.x < end:
                self.post_message(self.Chosen(self, index))
            start = end

    def _pieces(self) -> list[Piece]:
        return tabs_that_fit(self._names, self.current, self.content_size.width)

    def _styled(self, index: int | None, words: str) -> tuple[str, str]:
        return (words, "bold $accent" if index == self.current else "$text-muted")


def tabs_that_fit(names: Sequence[str], current: int, width: int) -> list[Piece]:
    """Lay out as many names as fit in `width` cells: the current one always, then its neighbours, the right first."""
    first = last = current
    for _ in names:
        if last < len(names) - 1 and _width(_laid_out(names, current, first, last + 1)) <= width:
            last += 1
        if first > 0 and _width(_laid_out(names, current, first - 1, last)) <= width:
            first -= 1
    return _laid_out(names, current, first, last)


def _laid_out(names: Sequence[str], current: int, first: int, last: int) -> list[Piece]:
    pieces: list[Piece] = [(None, MORE + " ")] if first > 0 else []
    for index in range(first, last + 1):
        mark = HERE if index == current else ELSEWHERE
        pieces += [(None, GAP if index > first else ""), (index, mark + names[index])]
    return [*pieces, (None, " " + MORE)] if last < len(names) - 1 else pieces


def _width(pieces: Sequence[Piece]) -> int:
    return sum(cell_len(words) for _, words in pieces)

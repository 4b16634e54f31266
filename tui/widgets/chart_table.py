"""The same days in rows and columns, in place of a picture."""

from collections.abc import Sequence

from rich.cells import cell_len, set_cell_size
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from tui.widgets.inert_filter import as_content
from tui.widgets.long_list import MARK_CELLS, LongList

BETWEEN = "  "
SCROLLBAR_CELLS = 1

Cells = tuple[str, ...]
"""One row: its words, column by column."""


class Table(Vertical):
    """Heads, and a row for each day under them, one of them the current one.

    Says which row is the current one as its list does: `LongList.Moved`, whose item is the row's index.
    """

    DEFAULT_CSS = """
    Table { height: 1fr; width: 1fr; }
    Table > Static { height: 1; text-wrap: nowrap; text-overflow: ellipsis; color: $text-muted; }
    """

    def __init__(
        self,
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._heads: Cells = ()
        self._rows: Sequence[Cells] = ()
        self._widths: list[int] = []

    def compose(self) -> ComposeResult:
        yield Static("", markup=False)
        yield LongList[int](self._fetch, self._draw, empty="")

    @property
    def rows(self) -> "LongList[int]":
        """The rows, which take the focus."""
        return self.query_one(LongList)

    async def show(self, heads: Cells, rows: Sequence[Cells]) -> None:
        """Show other days from now on, each as many words as there are heads.

        The last of them is the current one, unless there were as many before: then it stays where it was.
        """
        self._rows = rows
        self._widths = widths_of([heads, *rows])
        self._heads = heads
        self._draw_heads()
        are_others = self.rows.total != len(rows)
        await self.rows.set_total(len(rows))
        if are_others:
            self.rows.row = len(rows) - 1

    def on_resize(self) -> None:
        self._draw_heads()

    def _draw_heads(self) -> None:
        heads = line_of(self._heads, self._widths, self.size.width - MARK_CELLS)
        self.query_one(Static).update(Content.assemble(" " * MARK_CELLS, as_content(heads)))

    async def _fetch(self, offset: int, limit: int) -> Sequence[int]:
        return range(len(self._rows))[offset : offset + limit]

    def _draw(self, index: int, _width: int) -> list[tuple[str, str]]:
        # As wide as the heads, which stand beside no scrollbar: the same columns go, or stay.
        return [(line_of(self._rows[index], self._widths, self.size.width - MARK_CELLS), "")]


def widths_of(rows: Sequence[Cells]) -> list[int]:
    """How wide each column is: as its widest words."""
    return [max(map(cell_len, column)) for column in zip(*rows, strict=True)]


def line_of(cells: Cells, widths: Sequence[int], room: int) -> str:
    """One row of words, each column as wide as it is said; the last columns go where there is no room for them."""
    said = ""
    for words, width in zip(cells, widths, strict=True):
        longer = f"{said}{BETWEEN if said else ''}{set_cell_size(words, width)}"
        if said and cell_len(longer) + SCROLLBAR_CELLS > room:
            break
        said = longer
    return said.rstrip()

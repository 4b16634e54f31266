"""A list with headings in it: the bar stands at rows that can be opened, and passes over the others."""

from collections.abc import Awaitable, Callable, Sequence

from tui.screens.peers_rows import Piece, Row, session_pieces
from tui.widgets.long_list import LongList

Fetch = Callable[[int, int], Awaitable[Sequence[Row]]]


class PeersList(LongList[Row]):
    """Rows of `peers_rows`. Takes `fetch`, and whether the row at an index can be opened."""

    def __init__(self, fetch: Fetch, opens: Callable[[int], bool], *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(fetch, draw_row, empty="", id=id)
        self._opens = opens

    def validate_row(self, row: int) -> int:
        """The nearest row that can be opened, on the way that the bar was going."""
        wanted = super().validate_row(row)
        onwards = range(wanted, self.total)
        back = range(wanted, -1, -1)
        ways = (onwards, back) if wanted >= self.row else (back, onwards)
        return next((at for way in ways for at in way if self._opens(at)), wanted)

    def watch_row(self, before: int, row: int) -> None:
        """What stands above the first row of a part comes into sight with it."""
        super().watch_row(before, row)
        first = row
        while first > 0 and not self._opens(first - 1):
            first -= 1
        if first < self.scroll_offset.y:
            self.scroll_to(y=first, animate=False, force=True)


def draw_row(row: Row, width: int) -> Sequence[Piece]:
    """One row; a session's is made for the width there is."""
    return row.pieces if row.session is None else session_pieces(row.session, width)

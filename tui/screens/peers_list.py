"""The list of Peers, with headings in it: the bar stands at rows that can be opened, and passes over the others."""

from collections.abc import Awaitable, Callable, Sequence

from tui.screens.peers_rows import Piece, Row, session_pieces
from tui.widgets.told_list import PassingList

Fetch = Callable[[int, int], Awaitable[Sequence[Row]]]


class PeersList(PassingList[Row]):
    """Rows of `peers_rows`. Takes `fetch`, and whether the row at an index can be opened."""

    def __init__(self, fetch: Fetch, opens: Callable[[int], bool], *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(fetch, draw_row, opens, id=id)


def draw_row(row: Row, width: int) -> Sequence[Piece]:
    """One row; a session's is made for the width there is."""
    return row.pieces if row.session is None else session_pieces(row.session, width)

"""A list of any length: only the rows in sight are fetched, in pages, and only they are drawn.

Knows nothing of what its items are: `fetch` brings them, `draw` says them in words.
"""

from collections import OrderedDict
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Generic, TypeVar

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events, on
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.worker import Worker, WorkerState

from tui.inert import inert_line, isolated, without_controls
from tui.widgets.keyed import keyed

T = TypeVar("T")

PAGE_ROWS = 100
KEPT_PAGES = 10
"""Pages in memory at once: a thousand rows, far more than any screen is high."""

MARK_CELLS = 2
FOCUSED_MARK, UNFOCUSED_MARK, NO_MARK = "▌ ", "▏ ", "  "
QUIET, QUIET_MARK = "-quiet", "> "
"""The class of the app on the quiet screen, which has no bars, and what marks a row there."""
NOT_YET = "…"
FAR = 10**9

Piece = tuple[str, str]
"""Words and the style they are drawn in, as Textual writes it (`bold $accent`); empty for the plain one."""


class LongList(ScrollView, Generic[T], can_focus=True, inherit_bindings=False):
    """Rows of one line each, a bar at the current one.

    Takes `fetch(offset, limit)`, which gives the items from there on; `draw(item, width)`, which gives the
    pieces of a row at most `width` cells wide (a longer one is cut); and the sentence for an empty list. How
    many rows there are is told by `set_total`. Words are never markup. Rows on their way show "…"; so do
    those of a page that could not be fetched, which is asked for again with the next move.
    """

    DEFAULT_CSS = """
    LongList {
        width: 1fr;
        height: 1fr;
        background: $background;
        color: $foreground;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
    }
    """

    ALLOW_SELECT = False

    BINDINGS = [
        Binding("up,k", "move(-1)", show=False, id="list.up"),
        Binding("down,j", "move(1)", show=False, id="list.down"),
        Binding("pageup", "move_page(-1)", show=False, id="list.page_up"),
        Binding("pagedown", "move_page(1)", show=False, id="list.page_down"),
        Binding("home", f"move(-{FAR})", show=False, id="list.first"),
        Binding("end", f"move({FAR})", show=False, id="list.last"),
        Binding("enter", "open", show=False, id="list.open"),
    ]

    row: reactive[int] = reactive(0, init=False)
    """Index of the current row, from 0; kept within the list."""

    class Opened(Message):
        """The person wants to see this item."""

        def __init__(self, long_list: "LongList[Any]", item: Any) -> None:
            super().__init__()
            self.long_list = long_list
            self.item = item

        @property
        def control(self) -> "LongList[Any]":
            """What a selector in `@on` looks at."""
            return self.long_list

    class Moved(Message):
        """Another item is the current one; `None` when the list is empty or the row is still on its way."""

        def __init__(self, long_list: "LongList[Any]", item: Any | None) -> None:
            super().__init__()
            self.long_list = long_list
            self.item = item

        @property
        def control(self) -> "LongList[Any]":
            """What a selector in `@on` looks at."""
            return self.long_list

    class NotFetched(Message):
        """Rows could not be fetched; the list shows what it has."""

        def __init__(self, long_list: "LongList[Any]", problem: BaseException | None) -> None:
            super().__init__()
            self.long_list = long_list
            self.problem = problem

        @property
        def control(self) -> "LongList[Any]":
            """What a selector in `@on` looks at."""
            return self.long_list

    def __init__(
        self,
        fetch: Callable[[int, int], Awaitable[Sequence[T]]],
        draw: Callable[[T, int], Sequence[Piece]],
        *,
        empty: str,
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._fetch = fetch
        self._draw = draw
        self._empty = empty
        self._total = 0
        self._pages: OrderedDict[int, Sequence[T]] = OrderedDict()
        self._stale: set[int] = set()
        self._on_the_way: set[int] = set()
        self._edition = 0

    # What is in it

    @property
    def total(self) -> int:
        """Rows there are, loaded or not."""
        return self._total

    @property
    def current(self) -> T | None:
        """The item at the current row; `None` when there is none, or it is still on its way."""
        page, place = divmod(self.row, PAGE_ROWS)
        if self.row >= self._total or page in self._stale:
            return None
        items = self._pages.get(page, ())
        return items[place] if place < len(items) else None

    async def set_total(self, total: int) -> None:
        """Say how many rows there are now; returns once those in sight are there.

        Raises:
            whatever `fetch` raises.
        """
        self._total = max(0, total)
        self.virtual_size = Size(1, self._total)
        self.row = self.row
        self._begin_again()
        await self._fetch_pages(self._missing())

    def say_empty(self, sentence: str) -> None:
        """Say something else from now on where there are no rows."""
        self._empty = sentence
        self.refresh()

    def refresh_rows(self) -> None:
        """Fetch anew, for something has changed. Rows in sight stay as they were until then."""
        self._begin_again()
        self._fetch_what_is_missing()

    def _begin_again(self) -> None:
        self._edition += 1
        self._stale = set(self._pages)
        self._on_the_way = set()
        self.refresh()
        if self._total == 0:
            self.post_message(self.Moved(self, None))

    # Fetching

    def _pages_in_sight(self) -> list[int]:
        """The current row's page first, then the ones on the screen."""
        if self._total == 0:
            return []
        top = self.scroll_offset.y
        bottom = min(self._total, top + self._rows_in_sight) - 1
        in_sight = range(top // PAGE_ROWS, bottom // PAGE_ROWS + 1)
        return list(dict.fromkeys([self.row // PAGE_ROWS, *in_sight]))

    def _missing(self) -> list[int]:
        return [page for page in self._pages_in_sight() if page not in self._pages or page in self._stale]

    def _fetch_what_is_missing(self) -> None:
        """Start over with what is in sight now; what has been scrolled past is of no use any more."""
        for page in self._pages_in_sight():
            if page in self._pages:
                self._pages.move_to_end(page)
        missing = self._missing()
        if self.is_attached and not set(missing) <= self._on_the_way:
            self.run_worker(self._fetch_pages(missing), group="rows", exclusive=True, exit_on_error=False)
            self._on_the_way = set(missing)

    async def _fetch_pages(self, pages: Sequence[int]) -> None:
        edition = self._edition
        self._on_the_way = on_the_way = set(pages)
        try:
            for page in pages:
                items = await self._fetch(page * PAGE_ROWS, PAGE_ROWS)
                if edition != self._edition:
                    return
                on_the_way.discard(page)
                self._keep(page, items)
        finally:
            on_the_way.clear()

    @on(Worker.StateChanged)
    def _tell_failure(self, event: Worker.StateChanged) -> None:
        """A worker's error reaches its own widget alone, so say it where the app can hear."""
        if event.state is WorkerState.ERROR:
            self.post_message(self.NotFetched(self, event.worker.error))

    def _keep(self, page: int, items: Sequence[T]) -> None:
        self._pages[page] = items
        self._pages.move_to_end(page)
        self._stale.discard(page)
        while len(self._pages) > KEPT_PAGES:
            dropped, _ = self._pages.popitem(last=False)
            self._stale.discard(dropped)
        self.refresh()
        if page == self.row // PAGE_ROWS:
            self.post_message(self.Moved(self, self.current))

    # Moving

    def validate_row(self, row: int) -> int:
        return max(0, min(row, self._total - 1))

    def watch_row(self, before: int, row: int) -> None:
        self._show_row(row)
        if before != row:
            self._fetch_what_is_missing()
            self.refresh_line(before)
            self.refresh_line(row)
            self.post_message(self.Moved(self, self.current))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self._fetch_what_is_missing()

    def on_resize(self) -> None:
        self._show_row(self.row)
        self._fetch_what_is_missing()
        self.refresh()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Go to the row clicked; a double click opens it."""
        place = event.get_content_offset(self)
        if place is None or place.y + self.scroll_offset.y >= self._total:
            return
        self.row = place.y + self.scroll_offset.y
        if event.chain > 1:
            self.action_open()

    def action_move(self, by: int) -> None:
        """That many rows down, or up; never past the ends."""
        self.row += by

    def action_move_page(self, by: int) -> None:
        """A screen down, or up."""
        self.row += by * max(1, self._rows_in_sight - 1)

    def action_open(self) -> None:
        """Ask for the current item to be shown."""
        item = self.current
        if item is not None:
            self.post_message(self.Opened(self, item))

    # Forced, because the scrollbar appears only with the next layout, and a row may be wanted before that.
    def _show_row(self, row: int) -> None:
        top, height = self.scroll_offset.y, self._rows_in_sight
        if row < top:
            self.scroll_to(y=row, animate=False, force=True)
        elif row >= top + height:
            self.scroll_to(y=row - height + 1, animate=False, force=True)

    @property
    def _rows_in_sight(self) -> int:
        return max(1, self.scrollable_content_region.height)

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One row, on a background of its own: without one it would take the terminal's."""
        width = self.scrollable_content_region.width
        if self._total == 0:
            return self._strip([(self._empty_row(y, width), "$text-muted")], width)
        row = y + self.scroll_offset.y
        if row >= self._total:
            return self._strip([], width)
        is_here = self._stands_at(row)
        bar = FOCUSED_MARK if self.has_focus else UNFOCUSED_MARK
        mark = (QUIET_MARK if self.app.has_class(QUIET) else bar) if is_here else NO_MARK
        pieces = cut_to(self._pieces(row, width - MARK_CELLS), width - MARK_CELLS)
        if is_here and self.has_focus:
            pieces = [(words, f"bold {style}".strip()) for words, style in pieces]
        return self._strip([(mark, "$primary"), *pieces], width)

    def _stands_at(self, row: int) -> bool:
        """Whether the bar is drawn there."""
        return row == self.row

    def _pieces(self, row: int, width: int) -> Sequence[Piece]:
        page, place = divmod(row, PAGE_ROWS)
        items = self._pages.get(page, ())
        if place >= len(items):
            return [(NOT_YET, "$text-muted")]
        return self._draw(items[place], width)

    def _empty_row(self, y: int, width: int) -> str:
        rows = Content(inert_line(keyed(self, self._empty))).wrap(max(1, width))
        return rows[y].plain if y < len(rows) else ""

    def _strip(self, pieces: Sequence[Piece], width: int) -> Strip:
        content = Content.assemble(*pieces)
        drawn = content.render(self.visual_style, end="")
        segments = [Segment(words, style.rich_style) for words, style in drawn]
        return Strip(segments).adjust_cell_length(width, self.visual_style.rich_style)


def cut_to(pieces: Sequence[Piece], width: int) -> list[Piece]:
    """Make words inert and cut them to `width` cells, with "…" where something is left out.

    Cut first and isolated afterwards, so that no right-to-left run loses the mark that ends it.
    """
    left = max(0, width)
    shown: list[Piece] = []
    clean = [(without_controls(words).replace("\n", " "), style) for words, style in pieces]
    for at, (words, style) in enumerate(clean):
        cells = cell_len(words)
        more = any(later for later, _ in clean[at + 1 :])
        if cells > left or (cells == left and more):
            cut = set_cell_size(words, max(0, left - 1)) + NOT_YET if left else ""
            return [*shown, (isolated(cut), style)]
        shown.append((isolated(words), style))
        left -= cells
    return shown

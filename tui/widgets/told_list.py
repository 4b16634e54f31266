"""A list with headings and sentences in it: the bar stands at rows that open something, and passes over the others."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from textual.content import Content

from tui.inert import inert
from tui.widgets.long_list import LongList, Piece

T = TypeVar("T")


class PassingList(LongList[T]):
    """Takes `fetch`, how a row is drawn, and whether the row at an index opens anything."""

    def __init__(
        self,
        fetch: Callable[[int, int], Awaitable[Sequence[T]]],
        draw: Callable[[T, int], Sequence[Piece]],
        opens: Callable[[int], bool],
        *,
        id: str,  # noqa: A002  # Textual's own name
    ) -> None:
        super().__init__(fetch, draw, empty="", id=id)
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


@dataclass(frozen=True, slots=True)
class Told:
    """One row, made for the width there is."""

    pieces: tuple[Piece, ...] = ()
    opens: object | None = None
    """What Enter and the other keys are about; `None` where the bar passes over it."""
    key: str = ""
    """By which the bar finds its place again when the list has changed."""


class ToldList(PassingList[Told]):
    """Such rows, all there at once."""

    def __init__(self, *, id: str) -> None:  # noqa: A002  # Textual's own name
        super().__init__(self._of_these, lambda told, _: told.pieces, self._opens_at, id=id)
        self._told: Sequence[Told] = ()

    @property
    def has_any(self) -> bool:
        """Whether there is anything to open."""
        return any(told.opens is not None for told in self._told)

    @property
    def opened(self) -> object | None:
        """What the row at the bar is about."""
        current = self.current
        return None if current is None else current.opens

    async def tell(self, told: Sequence[Told]) -> None:
        """Show other rows. The bar stays at what it stood at; where that is gone, at its height.

        Raises:
            nothing: the rows are here.
        """
        before = self._told[self.row].key if self.row < len(self._told) else ""
        self._told = told
        await self.set_total(len(told))
        keys = [row.key for row in told]
        self.row = keys.index(before) if before and before in keys else self.row

    def watch_row(self, before: int, row: int) -> None:
        """What is said under a row comes into sight with it too."""
        super().watch_row(before, row)
        last = row
        while last + 1 < self.total and not self._opens(last + 1):
            last += 1
        height = self._rows_in_sight
        if row + height > last >= self.scroll_offset.y + height:
            self.scroll_to(y=last - height + 1, animate=False, force=True)

    def _stands_at(self, row: int) -> bool:
        """Nowhere while there is nothing to open."""
        return super()._stands_at(row) and self._opens_at(row)

    def _opens_at(self, index: int) -> bool:
        return index < len(self._told) and self._told[index].opens is not None

    async def _of_these(self, offset: int, limit: int) -> Sequence[Told]:
        return self._told[offset : offset + limit]


def heading(words: str) -> Told:
    """What stands above some rows."""
    return Told(((words, "bold $primary"),))


def told(
    words: str, width: int, style: str = "", *, opens: object | None = None, key: str = "", indent: int = 0
) -> list[Told]:
    """Words of anybody's, on as many rows as they take; each of them is about the same.

    Args:
        words: made inert here.
        width: cells of a row.
        style: of all of them, as Textual writes it.
        opens: what they are about.
        key: of the first row.
        indent: cells by which they stand in.
    """
    room = max(1, width - indent)
    rows = [row.plain for line in inert(words).splitlines() for row in Content(line).wrap(room) or [Content(line)]]
    before = " " * indent
    return [Told(((f"{before}{row}", style),), opens, "" if at else key) for at, row in enumerate(rows)]

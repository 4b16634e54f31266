"""Numbers of many days as braille dots: what was noted is there, what was not stays open.

Pure: knows no widget, no colour and no day's name. Two dots stand beside one another in a cell, four on top of another.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

DOTS_ACROSS, DOTS_UP = 2, 4
"""Dots of one braille cell. Source: Unicode, block Braille Patterns (U+2800 to U+28FF)."""

_FIRST_PATTERN = 0x2800
_BITS = ((0x01, 0x02, 0x04, 0x40), (0x08, 0x10, 0x20, 0x80))
"""The bit of every dot, by column and by row from the top. Source: as above."""

ROOM_FOR_A_LINE = 2
"""Dots between two days from which a line between them can be seen at all."""
ROOM_FOR_A_STONE = 3
"""Dots a day from which it is a square of four dots, so that it stands out from the line."""

EMPTY = " "

Dot = tuple[int, int]
"""Column from the left and row from the top, both from 0."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a picture is made of."""

    noted: frozenset[Dot]
    """Dots of the noted days themselves."""
    between: frozenset[Dot]
    """Dots of the lines between two days next door to one another, both noted."""


def columns_of(days: int, across: int) -> list[int]:
    """Give every day its dot column, the first at the left end and the last at the right.

    Args:
        days: how many there are, 0 or more.
        across: dot columns there are, 1 or more.

    Returns:
        One column a day, never going back; no two days share one unless there are more days than columns.
    """
    if days < 2:
        return [0] * days
    if _stone(days, across) > 1:
        # In a cell of its own, so that a day that is marked is marked whole.
        last = across // DOTS_ACROSS - 1
        return [day * last // (days - 1) * DOTS_ACROSS for day in range(days)]
    return [day * (across - 1) // (days - 1) for day in range(days)]


def drawn(values: Sequence[float | None], lowest: float, highest: float, across: int, up: int, line: bool) -> Drawing:
    """Draw one number a day.

    Args:
        values: one a day, oldest first; `None` for a day without one, where nothing is drawn.
        lowest: the number at the bottom.
        highest: the number at the top, above `lowest`.
        across: dot columns, 1 or more.
        up: dot rows, 1 or more.
        line: whether days next door to one another are joined where there is room for it.

    Returns:
        Dots inside those columns and rows. Between two noted days with a day between them that was not, none.
    """
    columns = columns_of(len(values), across)
    stone = _stone(len(values), across)
    square = [(x, y) for x in range(stone) for y in range(min(stone, up))]
    at = [
        None if value is None else (column, _row(value, lowest, highest, up - min(stone, up)))
        for column, value in zip(columns, values, strict=True)
    ]
    noted = {(place[0] + x, place[1] + y) for place in at if place is not None for x, y in square}
    between: set[Dot] = set()
    if line:
        for before, after in pairwise(at):
            if before is not None and after is not None:
                between.update(_line((before[0] + stone - 1, before[1]), after))
    return Drawing(frozenset(noted), frozenset(between - noted))


def cells_of(dots: frozenset[Dot], cells: int, rows: int) -> list[str]:
    """Turn dots into braille, a string a row, each `cells` long; a cell without dots is a space."""
    bits: dict[Dot, int] = {}
    for x, y in dots:
        cell = (x // DOTS_ACROSS, y // DOTS_UP)
        bits[cell] = bits.get(cell, 0) | _BITS[x % DOTS_ACROSS][y % DOTS_UP]
    return [
        "".join(
            chr(_FIRST_PATTERN + bits[(column, row)]) if (column, row) in bits else EMPTY for column in range(cells)
        )
        for row in range(rows)
    ]


def row_of(value: float, lowest: float, highest: float, rows: int) -> int:
    """The row of cells, from the top, at which a number of the scale is named."""
    return _row(value, lowest, highest, rows - 1)


def _stone(days: int, across: int) -> int:
    """Dots that a day is wide, and high."""
    return 2 if days * ROOM_FOR_A_STONE <= across else 1


def _row(value: float, lowest: float, highest: float, furthest: int) -> int:
    share = (min(max(value, lowest), highest) - lowest) / (highest - lowest)
    return round((1 - share) * furthest)


def _line(start: Dot, end: Dot) -> list[Dot]:
    """The dots strictly between two days: never one in a column of either."""
    (left, top), (right, bottom) = start, end
    if right - left < ROOM_FOR_A_LINE:
        return []
    steps = max(right - left, abs(bottom - top))
    along = [
        (left + round(step * (right - left) / steps), top + round(step * (bottom - top) / steps))
        for step in range(1, steps)
    ]
    return [(x, y) for x, y in along if left < x < right]

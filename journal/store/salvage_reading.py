"""Every row of one table that can still be read, and the places between which nothing could.

Rows are read in the order of their key, from the front until a page on the way cannot be read, then from the end. What
lies between is halved, and each half is read from its own ends, until no key is left in between, or the places that
could not be read are so many that it would go on for minutes.
"""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from journal.errors import Damaged
from journal.store.connection import Row, Value
from journal.store.salvage import DamagedFile

MOST_FAILURES: Final = 2000
"""For one table. Each opens the file anew, which takes about six milliseconds."""
FEW_FAILURES: Final = 200
"""For an index, where what is in a table stands once more."""
MOST_ROWS_AT_ONCE: Final = 512
DEEPEST: Final = 6
"""How often a stretch between two texts is halved; numbers come to an end by themselves."""
DEEPEST_OF_NOTHING: Final = 3
"""The same where not one row of a table could be read so far."""
_FARTHEST = 24
"""Powers of two that are looked ahead by, where the last rows cannot be read either."""
_NEAR_THE_END = 64
"""More keys than most pages hold: as many are looked at one by one behind the last that could be read."""
_FIRST_LETTER, _LETTERS = 32, 96
_LETTERS_COMPARED = 8

Key = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A table, or one of its indexes, and what to read of it. Names are our own schema's."""

    table: str
    key: tuple[str, ...]
    """Columns that it is ordered by."""
    numbers: tuple[bool, ...]
    """Which of them hold whole numbers; the others hold text."""
    columns: tuple[str, ...]
    """What is read."""
    index: str | None = None
    """Read this index in place of the table: the columns must be in it."""
    where: str = "1"
    """What an index of some rows is of."""


@dataclass(frozen=True, slots=True)
class Gap:
    """A place where something could not be read. A key may be shorter than the table's own: its first columns."""

    after: Key | None
    """The last key before it; `None` at the front."""
    before: Key | None
    """The first key behind it; `None` at the end."""

    def holds(self, number: Value) -> bool:
        """Whether a row whose key begins with this number may have stood there."""
        first, last = self.after and self.after[0], self.before and self.before[0]
        if not isinstance(number, int):
            return False
        return (not isinstance(first, int) or first <= number) and (not isinstance(last, int) or number <= last)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Keys whose rows are not known yet."""

    low: Key | None = None
    has_low: bool = False
    """Whether the low end belongs to it. The high end never does."""
    high: Key | None = None
    halved: int = 0


class Reading:
    """One reading of one source."""

    def __init__(
        self, file: DamagedFile, source: Source, take: Callable[[list[Row]], object], most_failures: int = MOST_FAILURES
    ) -> None:
        """Nothing is read yet.

        Args:
            file: where from.
            source: what.
            take: gets the rows, some at a time, in no particular order; each holds the columns of the source.
            most_failures: after as many, what is not known yet is one gap.
        """
        self._file = file
        self._source = source
        self._take = take
        self._failures_left = most_failures
        self._gaps: list[_Stretch] = []

    def run(self) -> list[Gap]:
        """Read all that can be read.

        Returns:
            The places where something could not be, in the order of the key.
        """
        left = self._from_front(_Stretch(), MOST_ROWS_AT_ONCE)
        if left is not None:
            left = self._from_end(left)
        unknown = deque(self._up_to_an_end(left) if left is not None else ())
        while unknown:
            stretch = unknown.popleft()
            middle = self._middle(stretch) if self._failures_left > 0 else None
            if middle is None:
                self._gaps.append(stretch)
            else:
                unknown.extend(self._halves(replace(stretch, halved=stretch.halved + 1), middle))
        return [Gap(gap.low, gap.high) for gap in _joined(self._gaps)]

    def _halves(self, stretch: _Stretch, middle: Key) -> Iterator[_Stretch]:
        """What is still not known when it was read on from the middle, and back from there if that went well."""
        below: _Stretch | None = replace(stretch, high=middle)
        above = replace(stretch, low=middle, has_low=True)
        rest = self._from_front(above)
        if rest != above and below is not None:
            below = self._from_end(below)
        yield from (part for part in (below, rest) if part is not None)

    def _up_to_an_end(self, stretch: _Stretch) -> Iterator[_Stretch]:
        """Where the last rows cannot be read: look ahead, farther each time, for the next that can."""
        left: _Stretch | None = stretch
        while left is not None and left.high is None and self._source.numbers[0]:
            found = False
            first = _number(left.low)
            for power in range(_FARTHEST):
                ahead = _Stretch((first + 2**power,), has_low=True)
                rest = self._from_front(ahead)
                if rest != ahead:
                    below = self._from_end(replace(left, high=ahead.low))
                    if below is not None:
                        yield below
                    left, found = rest, True
                    break
            if not found and left is not None:
                yield from self._last_of(left, (first + _NEAR_THE_END,))
                return
        if left is not None:
            yield left

    def _last_of(self, stretch: _Stretch, end: Key) -> Iterator[_Stretch]:
        """Nothing farther on can be read: what is near is still looked at, unless the whole table is gone."""
        if stretch.low is None:
            self._gaps.append(stretch)
        else:
            self._gaps.append(_Stretch(end, has_low=True))
            yield replace(stretch, high=end)

    def _from_front(self, stretch: _Stretch, at_once: int = 1) -> _Stretch | None:
        """Read on until something cannot be read; what remains from there on, or `None`."""
        return self._read(stretch, at_once, backwards=False)

    def _from_end(self, stretch: _Stretch, at_once: int = 1) -> _Stretch | None:
        """The same from the other end."""
        return self._read(stretch, at_once, backwards=True)

    def _read(self, stretch: _Stretch, at_once: int, *, backwards: bool) -> _Stretch | None:
        grows = True
        while True:
            try:
                rows = self._rows(stretch, at_once, backwards=backwards)
            except Damaged:
                self._failures_left -= 1
                if at_once == 1:
                    return stretch
                at_once, grows = max(at_once // 4, 1), False
                continue
            keys = len(self._source.key)
            if rows:
                end = rows[-1][:keys]
                self._take([row[keys:] for row in rows])
                stretch = replace(stretch, high=end) if backwards else replace(stretch, low=end, has_low=False)
            if len(rows) < at_once:
                return None
            at_once = min(at_once * 4, MOST_ROWS_AT_ONCE) if grows else at_once

    def _rows(self, stretch: _Stretch, limit: int, *, backwards: bool) -> list[Row]:
        """Rows of a stretch from one of its ends, the key before the columns.

        Raises:
            Damaged: they cannot be read, or stand in no order, so that reading on might never end.
        """
        source, values = self._source, list[Value]()
        where = [source.where]
        for key, sign in ((stretch.low, ">=" if stretch.has_low else ">"), (stretch.high, "<")):
            if key is not None:
                names = ", ".join(f'"{name}"' for name in source.key[: len(key)])
                where.append(f"({names}) {sign} ({', '.join('?' * len(key))})")
                values += key
        by = f"INDEXED BY {source.index}" if source.index else "NOT INDEXED"
        order = ", ".join(f'"{name}"' + (" DESC" if backwards else "") for name in source.key)
        columns = ", ".join(f'"{name}"' for name in (*source.key, *source.columns))
        rows = self._file.rows(
            f'SELECT {columns} FROM "{source.table}" {by} WHERE {" AND ".join(where)} ORDER BY {order} LIMIT ?',
            [*values, limit],
        )
        if rows and not self._is_inside(rows[-1][: len(source.key)], stretch):
            raise Damaged()
        return rows

    def _is_inside(self, key: Key, stretch: _Stretch) -> bool:
        low, high = stretch.low, stretch.high
        after = low is None or _order(low) < _order(key) or (stretch.has_low and low == key[: len(low)])
        return after and (high is None or _order(key) < _order(high))

    def _middle(self, stretch: _Stretch) -> Key | None:
        """A key between the two ends of a stretch, in its first column that differs; `None` where there is none."""
        low, high = stretch.low or (), stretch.high or ()
        for place, is_number in enumerate(self._source.numbers):
            one = low[place] if place < len(low) else None
            other = high[place] if place < len(high) else None
            if one is not None and one == other:
                continue
            middle: Value = None
            if is_number:
                middle = _middle_number(one, other)
            elif stretch.halved < (DEEPEST if low or high else DEEPEST_OF_NOTHING):
                middle = _middle_text(str(one or ""), str(other) if other is not None else None)
            return None if middle is None else (*low[:place], middle)
        return None


def _joined(gaps: list[_Stretch]) -> list[_Stretch]:
    """Gaps in order; two with no row between them are one."""
    joined: list[_Stretch] = []
    for gap in sorted(gaps, key=lambda gap: _order(gap.low or ())):
        if joined and gap.has_low and joined[-1].high == gap.low:
            joined[-1] = replace(joined[-1], high=gap.high)
        else:
            joined.append(gap)
    return joined


def _order(key: Key) -> tuple[tuple[bool, int, str], ...]:
    """Numbers before text, as the engine orders them."""
    return tuple((isinstance(part, str), part if isinstance(part, int) else 0, str(part)) for part in key)


def _number(key: Key | None) -> int:
    """The number that a key begins with; before all of ours where there is none."""
    return key[0] if key and isinstance(key[0], int) else 0


def _middle_number(one: Value, other: Value) -> int | None:
    low = one if isinstance(one, int) else -1
    if not isinstance(other, int):
        return None
    middle = (low + other) // 2
    return middle if low < middle < other else None


def _middle_text(one: str, other: str | None) -> str | None:
    """A text between two others, as if each letter were a digit."""
    high = other if other is not None else chr(_FIRST_LETTER + _LETTERS - 1)
    same = 0
    while same < min(len(one), len(high)) and one[same] == high[same]:
        same += 1
    between = (_digits(one[same:]) + _digits(high[same:])) // 2
    letters = ""
    for _ in range(_LETTERS_COMPARED):
        between, digit = divmod(between, _LETTERS)
        letters = chr(_FIRST_LETTER + digit) + letters
    middle = high[:same] + letters.rstrip(chr(_FIRST_LETTER))
    return middle if one < middle < high else None


def _digits(text: str) -> int:
    number = 0
    for place in range(_LETTERS_COMPARED):
        letter = ord(text[place]) - _FIRST_LETTER if place < len(text) else 0
        number = number * _LETTERS + min(max(letter, 0), _LETTERS - 1)
    return number

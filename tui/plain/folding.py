"""Lines folded between words, so that a window does not break them in the middle of one.

A screen reader reads a window row by row: a word on two rows is two words.
"""

import unicodedata

NARROWEST_CELLS = 20
"""A window narrower than this is left to fold lines itself."""


def folded(text: str, width_cells: int | None) -> list[str]:
    """Fold each line of a text at its spaces.

    Args:
        text: any text. Spaces at the start of a line stay.
        width_cells: how many cells a row has; `None`, or fewer than 20: nothing is folded.

    Returns:
        Rows of at most that many cells, but for words that are longer; joined with spaces they are the text.
    """
    lines = text.split("\n")
    if width_cells is None or width_cells < NARROWEST_CELLS:
        return lines
    return [row for line in lines for row in _rows_of(line, width_cells)]


def _rows_of(line: str, width_cells: int) -> list[str]:
    if len(line) * 2 <= width_cells:
        return [line]
    indent = line[: len(line) - len(line.lstrip(" "))]
    rows: list[str] = []
    row = indent
    for word in line[len(indent) :].split(" "):
        longer = f"{row} {word}" if row.strip() else f"{row}{word}"
        if row.strip() and cells_of(longer) > width_cells:
            rows.append(row)
            longer = word
        row = longer
    return [*rows, row]


def cells_of(text: str) -> int:
    """How many cells a text takes: two for a wide letter, none for a mark on the letter before or a control."""
    if text.isascii():
        return len(text)
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf", "Cc"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

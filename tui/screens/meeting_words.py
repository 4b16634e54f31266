"""Words to be said or written down, large enough to be read across a table; and the same as a picture for a camera."""

from collections.abc import Sequence

from textual.content import Content
from textual.selection import Selection
from textual.widgets import Static

COLUMNS = 3
CELL = 18
"""A place, a word of at most eight letters, and air, in cells."""
BESIDE = 2
"""Blank squares that a camera needs around the picture: four are asked for, two are read by all that were tried."""
_HALVES = {(True, True): "█", (True, False): "▀", (False, True): "▄", (False, False): " "}
"""Light squares are drawn, so that it is the right way round on a dark screen without colours too."""


class WordsShown(Static):
    """Words to be said. None of them goes to a clipboard, which every program reads."""

    ALLOW_SELECT = False

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Nothing, when the screen gathers what was marked around them."""
        return None


def in_columns(words: Sequence[str], width: int, *, airy: bool) -> Content:
    """Down the columns, as one writes a list on paper; as many as there is room for, with air between where there is.

    Args:
        words: each at most eight letters.
        width: in cells.
        airy: whether a blank row stands between the words.
    """
    across = max(1, min(COLUMNS, width // CELL))
    rows = -(-len(words) // across)
    cells = [(f"{place:>2}  ", word) for place, word in enumerate(words, 1)]
    lines = []
    for row in range(rows):
        pieces: list[Content] = []
        for place, word in cells[row::rows]:
            pieces += [
                Content.styled(place, "$text-muted"),
                Content.styled(word, "bold $accent"),
                Content(" " * max(1, CELL - len(place) - len(word))),
            ]
        lines.append(Content("").join(pieces).rstrip())
    return Content("\n\n" if airy else "\n").join(lines)


def side_by_side(words: Sequence[str], apart: int = 4) -> Content:
    """A few words in one row, so many cells apart."""
    return Content(" " * apart).join([Content.styled(word, "bold $accent") for word in words])


def as_picture(words: Sequence[str]) -> Content | None:
    """A QR code of the words, two squares a cell; `None` without the package that draws it."""
    try:
        import segno
    except ImportError:
        return None
    # In capitals it takes far fewer squares, and an invite is read in any case.
    squares = segno.make(" ".join(words).upper(), error="l", micro=False, boost_error=False).matrix
    return picture_of(squares)


def fits_in(picture: Content, width: int, height: int) -> bool:
    """Whether all of it is in sight in so many cells."""
    rows = picture.plain.split("\n")
    return len(rows) <= height and len(rows[0]) <= width


def picture_of(squares: Sequence[Sequence[int]]) -> Content:
    """A picture made of squares, dark where a square is not 0; two rows of squares in each row of cells."""
    across = len(squares[0]) + 2 * BESIDE
    light = [[True] * across for _ in range(BESIDE)]
    light += [[True] * BESIDE + [not square for square in row] + [True] * BESIDE for row in squares]
    light += [[True] * across for _ in range(BESIDE + (len(squares) + 2 * BESIDE) % 2)]
    rows = ["".join(_HALVES[pair] for pair in zip(*light[at : at + 2], strict=True)) for at in range(0, len(light), 2)]
    return Content("\n").join([Content.styled(row, "#FFFFFF on #000000") for row in rows])

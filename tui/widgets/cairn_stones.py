"""The one ornament: a small cairn in text, a stone for each thing the person has named as theirs.

It never shrinks, shows no number, and carries nothing that is not also said in words.
"""

from textual.content import Content
from textual.widgets import Static

from tui.widgets.inert_filter import as_content

SMALLEST_CELLS = 3
"""The smallest stone: `(_)`."""


def stones(count: int, width: int = 20, height: int = 6) -> list[str]:
    """Draw a cairn, the top first.

    Args:
        count: things named, 0 or more. The first `height - 1` are a stone each; after that the stones grow
            wider instead, from the ground up, until none can.
        width: cells there are, 5 or more.
        height: rows there are, 2 or more: one for each stone and one for the upper edge of the topmost.

    Returns:
        At most `height` rows of at most `width` cells, without trailing spaces; none for none. With one
        more thing no stone is ever narrower, and none is gone.
    """
    if count <= 0 or height < 2 or width < SMALLEST_CELLS + 2:
        return []
    cells = _stone_cells(count, width, height - 1)
    levels = list(reversed(range(min(count, height - 1))))
    edge = " " * (_left_of(cells[levels[0]], width) + 1) + "_" * (cells[levels[0]] - 2)
    return [edge, *(_stone(cells[level], width) for level in levels)]


def _stone_cells(count: int, width: int, levels: int) -> list[int]:
    """How wide each stone is, from the ground up."""
    widest = width - 2
    ground = min(SMALLEST_CELLS + _narrower(levels - 1), widest)
    cells = [max(SMALLEST_CELLS, ground - _narrower(level)) for level in range(levels)]
    spare = count - levels
    grew = True
    while spare > 0 and grew:
        grew = False
        for level in range(levels):
            if spare > 0 and cells[level] + 2 <= widest - _narrower(level):
                cells[level] += 2
                spare -= 1
                grew = True
    return cells


def _narrower(level: int) -> int:
    """Cells by which a stone is narrower than the ground; uneven, for nobody stacks stones straight."""
    return 2 * level + level % 2


def _left_of(cells: int, width: int) -> int:
    return (width - cells) // 2


def _stone(cells: int, width: int) -> str:
    return " " * _left_of(cells, width) + "(" + "_" * (cells - 2) + ")"


class CairnStones(Static):
    """The cairn, as high as it is; nothing at all until there is a first thing."""

    DEFAULT_CSS = """
    CairnStones {
        height: auto;
        width: auto;
        color: $text-muted;
    }
    """

    ALLOW_SELECT = False

    def __init__(
        self,
        count: int = 0,
        *,
        width: int = 20,
        height: int = 6,
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._count = count
        self._room = (width, height)
        self._draw()

    @property
    def count(self) -> int:
        """Strengths, tools, people and reached goals there are; 0 or more."""
        return self._count

    @count.setter
    def count(self, count: int) -> None:
        self._count = count
        self._draw()

    def _draw(self) -> None:
        width, height = self._room
        rows = stones(self._count, width, height)
        self.display = bool(rows)
        self.update(Content("\n").join(as_content(row) for row in rows))

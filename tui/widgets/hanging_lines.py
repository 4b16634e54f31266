"""Lines with a mark before some of them, such as a number; words that need a second row begin under the first."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual.app import RenderResult
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.widgets.inert_filter import as_content

MARK_CELLS = 2
"""A number of one digit and a space."""


@dataclass(frozen=True, slots=True)
class Hanging:
    """One line. Its words may be a person's own."""

    words: str = ""
    mark: str = ""
    """One cell: a number, or nothing."""
    style: str = ""
    hangs: bool = False
    """Whether its words stand as far in as those of a line with a mark."""


class HangingLines(Widget):
    """Some lines to read, in the order in which they are given."""

    DEFAULT_CSS = """
    HangingLines { height: auto; width: 1fr; padding-right: 1; }
    """

    ALLOW_SELECT = False

    def __init__(self, lines: Sequence[Hanging] = (), *, id: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(id=id)
        self._lines = list(lines)

    def show_lines(self, lines: Sequence[Hanging]) -> None:
        """Say other lines from now on."""
        self._lines = list(lines)
        self.refresh(layout=True)

    def render(self) -> RenderResult:
        return laid_out(self._lines, self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return laid_out(self._lines, width).plain.count("\n") + 1


def laid_out(lines: Sequence[Hanging], width: int) -> Content:
    """The lines as they stand in `width` cells."""
    return Content("\n").join([_one(line, width) for line in lines])


def _one(line: Hanging, width: int) -> Content:
    indent = MARK_CELLS if line.mark or line.hangs else 0
    rows: list[Content] = []
    for part in line.words.split("\n"):
        rows += as_content(part, line.style).wrap(max(1, width - indent)) or [Content("")]
    mark = Content.styled(line.mark.ljust(indent), "bold $accent") if line.mark else Content(" " * indent)
    return Content.assemble(mark, Content("\n" + " " * indent).join(rows))

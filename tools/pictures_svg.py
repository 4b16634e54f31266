"""What stands on a screen as SVG: small, the same bytes for the same cells, and asking nobody for a font.

Every cell is 10 wide and 20 high, so that places are whole numbers. Neighbours of one ground are one shape, and
neighbours of one style are one run of words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from rich.cells import cell_len
from rich.color import Color, ColorType
from rich.style import Style
from rich.terminal_theme import TerminalTheme
from textual.strip import Strip

WIDE = 10
HIGH = 20
ROUND_IT = 10
BASELINE = 15
SIZE_OF_LETTERS = "16.67px"
"""A letter of these fonts is 0.6 of its size wide: 10."""
FONTS = '"Fira Code","JetBrains Mono","Cascadia Mono","DejaVu Sans Mono",Menlo,Consolas,"Liberation Mono",monospace'
TEXT = f"font:{SIZE_OF_LETTERS} {FONTS};font-variant-ligatures:none;white-space:pre"

OWN_COLOURS = TerminalTheme(
    (250, 250, 248),
    (34, 34, 34),
    [(34, 34, 34), (155, 30, 30), (30, 110, 40), (120, 90, 0),
     (30, 70, 150), (125, 40, 120), (0, 105, 110), (90, 90, 90)],
)  # fmt: skip
"""What a terminal shows for its own colours: dark on light, as many have it."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbours of one look on one row. Places and widths in cells."""

    row: int
    column: int
    width: int
    words: str
    ink: str
    ground: str
    weight: str
    """What a stylesheet says beside the colour: bold, underlined."""


def as_svg(rows: Sequence[Strip], called: str, around: str = "") -> str:
    """Draw the rows of a screen.

    Args:
        rows: each as wide as the screen, in cells.
        called: what it shows, for whoever hears it instead of seeing it.
        around: the ground that everything stands on, as `#181f1e`; none: that of a terminal's own colours.
    """
    runs = [run for row, strip in enumerate(rows) for run in _runs_of(row, strip)]
    width = max((strip.cell_length for strip in rows), default=0) * WIDE
    height = len(rows) * HIGH
    ground = around.lower() or OWN_COLOURS.background_color.hex
    styles = sorted({(run.ink, run.weight) for run in runs if run.words.strip()})
    names = {style: f"s{number}" for number, style in enumerate(styles)}
    wide, high = width + 2 * ROUND_IT, height + 2 * ROUND_IT
    place = f'x="{-ROUND_IT}" y="{-ROUND_IT}" width="{wide}" height="{high}"'
    return "\n".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-ROUND_IT} {-ROUND_IT} {wide} {high}" role="img">',
            f"<title>{escape(called)}</title>",
            f"<style>text{{{TEXT}}}{_rules(names)}</style>",
            f'<rect {place} rx="8" fill="{ground}"/>',
            *_grounds(runs, ground),
            *_words(runs, names),
            "</svg>\n",
        )
    )


def _runs_of(row: int, strip: Strip) -> Iterable[Run]:
    column = 0
    for look, parts in groupby(strip, lambda segment: _look_of(segment.style or Style.null())):
        words = "".join(segment.text for segment in parts)
        width = cell_len(words)
        if width:
            yield Run(row, column, width, words, *look)
        column += width


def _look_of(style: Style) -> tuple[str, str, str]:
    """Ink, ground and weight; reversed where it is reversed."""
    ink = _hex(style.color, is_ink=True)
    ground = _hex(style.bgcolor, is_ink=False)
    if style.reverse:
        ink, ground = ground, ink
    lines = [name for name, there in (("underline", style.underline), ("line-through", style.strike)) if there]
    weight = (
        ("font-weight:bold;" if style.bold else "")
        + ("font-style:italic;" if style.italic else "")
        + ("opacity:.6;" if style.dim else "")
        + (f"text-decoration:{' '.join(lines)};" if lines else "")
    )
    return ink, ground, weight


def _hex(colour: Color | None, *, is_ink: bool) -> str:
    asked = colour if colour is not None else Color("default", ColorType.DEFAULT)
    return asked.get_truecolor(OWN_COLOURS, foreground=is_ink).hex


def _rules(names: dict[tuple[str, str], str]) -> str:
    return "".join(f".{name}{{fill:{ink};{weight}}}" for (ink, weight), name in names.items())


def _grounds(runs: Sequence[Run], ground: str) -> Iterable[str]:
    """One shape for every other ground."""
    shapes: dict[str, str] = {}
    for (row, other), parts in groupby(runs, lambda run: (run.row, run.ground)):
        beside = list(parts)
        if other != ground:
            width = sum(run.width for run in beside) * WIDE
            start = f"M{beside[0].column * WIDE} {row * HIGH}"
            shapes[other] = shapes.get(other, "") + f"{start}h{width}v{HIGH}h-{width}z"
    for other, shape in sorted(shapes.items()):
        yield f'<path fill="{other}" d="{shape}"/>'


def _words(runs: Sequence[Run], names: dict[tuple[str, str], str]) -> Iterable[str]:
    """A line for every row. The width of a run is said, so that a letter of another font moves nothing."""
    for row, parts in groupby((run for run in runs if run.words.strip()), lambda run: run.row):
        spans = "".join(_span(run, names[run.ink, run.weight]) for run in parts)
        yield f'<text y="{row * HIGH + BASELINE}">{spans}</text>'


def _span(run: Run, name: str) -> str:
    before = cell_len(run.words) - cell_len(run.words.lstrip(" "))
    words = run.words.strip(" ")
    width = cell_len(words) * WIDE
    return f'<tspan x="{(run.column + before) * WIDE}" textLength="{width}" class="{name}">{escape(words)}</tspan>'

"""No colours where `NO_COLOR` asks for none: Textual gives shades of grey, which are colours too."""

from collections.abc import Sequence

from textual.filter import LineFilter, Monochrome, NoColor

_NO_COLOUR = NoColor()
"""One for the life of the process: lines are cached by filter."""


def without_colour(filters: Sequence[LineFilter]) -> list[LineFilter]:
    """The same filters, and one that leaves bold, underlined and reversed words, and no colour."""
    return [*(one for one in filters if not isinstance(one, Monochrome | NoColor)), _NO_COLOUR]

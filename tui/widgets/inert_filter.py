"""The last defence between words and the terminal, and the one way to show a person's words.

`as_content` is what screens use. `InertFilter` stands under every widget, for whatever did not come that way.
"""

import re

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter

from tui.inert import FIRST_STRONG_ISOLATE, POP_ISOLATE, inert

# U+2068 and U+2069 are not among these: they are how `inert` isolates right-to-left runs.
_UNSAFE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]")
_HALF_A_CHARACTER = re.compile("[\ud800-\udfff]")
_ISOLATES = re.compile(f"[{FIRST_STRONG_ISOLATE}{POP_ISOLATE}]")


def as_content(text: str, style: str = "") -> Content:
    """A person's words as content: made inert, and never parsed as markup.

    Args:
        text: anything.
        style: of the whole, as Textual writes it (`bold $accent`); never a person's words.
    """
    return Content.styled(inert(text), style) if style else Content(inert(text))


class InertFilter(LineFilter):
    """Leaves controls and overrides out of every line of every widget; their width was zero already.

    Isolates stay but are paired within the line: a run that was wrapped has its opening on one line and its
    closing on another, and an open one would draw in whatever stands to the right of this widget.
    Keep one for the life of the app: lines are cached by filter.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Give the line back as it came when nothing in it is unsafe."""
        if all(text.isascii() and text.isprintable() and not control for text, _, control in segments):
            return segments
        shown: list[Segment] = []
        open_isolates = 0
        for text, style, control in segments:
            if control:
                continue
            safe = _HALF_A_CHARACTER.sub("\ufffd", _UNSAFE.sub("", text))
            paired, open_isolates = _paired(safe, open_isolates)
            if paired:
                shown.append(Segment(paired, style))
        if open_isolates:
            shown.append(Segment(POP_ISOLATE * open_isolates))
        return shown


def _paired(text: str, open_isolates: int) -> tuple[str, int]:
    """Leave out a closing isolate that closes nothing; say how many are still open."""
    if _ISOLATES.search(text) is None:
        return text, open_isolates
    kept: list[str] = []
    for character in text:
        if character == FIRST_STRONG_ISOLATE:
            open_isolates += 1
        elif character == POP_ISOLATE:
            if open_isolates == 0:
                continue
            open_isolates -= 1
        kept.append(character)
    return "".join(kept), open_isolates

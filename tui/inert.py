"""A person's words, made safe to put on a terminal.

What is stored is never touched: this is for showing alone, in plain lines and on the screen. Nothing here
knows Textual; the same rule as a last defence under every widget is in `tui/widgets/inert_filter.py`.
"""

import re
import unicodedata

FIRST_STRONG_ISOLATE = "\u2068"
POP_ISOLATE = "\u2069"

TAB = "    "
"""Four spaces: a tab stop would need to know the column, and no line here has one to promise."""

# Patterns are made at their first use: a quick command prints none of what they look for.

# Isolates a person typed go too, though they turn nothing by themselves: one that is opened and never closed
# swallows what cairn writes after it on that line, and one that is closed without being opened would end
# ours early. The ones that remain are ours, in pairs.
_UNSAFE = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]"

_HALF_A_CHARACTER = "[\ud800-\udfff]"

_LINE_ENDS = "[\n\u2028\u2029]"

_WRITTEN_FROM_THE_RIGHT = "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff]"
"""Every block whose letters, assigned or not, run right to left. Source: DerivedBidiClass.txt, defaults."""

_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_ENDS_A_RUN = frozenset({"L", "B"})
_BELONGS_TO_THE_LETTER_BEFORE = frozenset({"NSM", "BN"})


def inert(text: str) -> str:
    """Make words safe to show, on as many lines as they have.

    Controls (U+0000 to 1F, 7F to 9F) and bidirectional overrides, embeddings and isolates (U+202A to E,
    U+2066 to 9) are left out; newlines stay, a tab becomes four spaces, half a surrogate pair becomes U+FFFD.
    Every right-to-left run is put between U+2068 and U+2069, so that no line can turn its own order or
    that of what stands beside it. Everything else stays, in order. Doing it twice changes nothing more.

    Source:
        screens.md, P3; Unicode Standard Annex 9, sections 2.4 and 2.7.
    """
    return isolated(without_controls(text))


def inert_line(text: str) -> str:
    """The same on one line: each line end (U+000A, 2028, 2029) becomes a space."""
    return isolated(re.sub(_LINE_ENDS, " ", without_controls(text)))


def without_controls(text: str) -> str:
    """The first half of `inert`, for words that are still to be cut to a width before they are isolated."""
    if text.isascii() and text.isprintable():
        return text
    return re.sub(_UNSAFE, "", re.sub(_HALF_A_CHARACTER, "\ufffd", text.replace("\t", TAB)))


def isolated(text: str) -> str:
    """Put every right-to-left run between U+2068 and U+2069; expects `without_controls` before.

    A run goes from its first right-to-left letter or Arabic digit to its last, with the spaces, signs and
    other digits between them. It never crosses a left-to-right letter or a line end.
    """
    if text.isascii() or re.search(_WRITTEN_FROM_THE_RIGHT, text) is None:
        return text
    shown: list[str] = []
    done = 0
    for start, end in _right_to_left_runs(text):
        shown += [text[done:start], FIRST_STRONG_ISOLATE, text[start:end], POP_ISOLATE]
        done = end
    return "".join([*shown, text[done:]])


def _right_to_left_runs(text: str) -> list[tuple[int, int]]:
    """Start and end of each run, in order, as slice indices."""
    runs: list[tuple[int, int]] = []
    start = end = -1
    for index, character in enumerate(text):
        direction = _direction(character)
        if direction in _RIGHT_TO_LEFT:
            start = index if start < 0 else start
            end = index + 1
        elif start >= 0 and direction in _BELONGS_TO_THE_LETTER_BEFORE and end == index:
            end = index + 1
        elif start >= 0 and direction in _ENDS_A_RUN:
            runs.append((start, end))
            start = -1
    if start >= 0:
        runs.append((start, end))
    return runs


def _direction(character: str) -> str:
    """The bidirectional class; what is not assigned yet takes that of its block, as terminals do."""
    if character == "\u2028":
        return "B"
    known = unicodedata.bidirectional(character)
    if not known and re.match(_WRITTEN_FROM_THE_RIGHT, character):
        return "R"
    return known

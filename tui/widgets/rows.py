"""How a row of the timeline, of the drafts and of a search is drawn: text and style, never markup."""

from journal.domain.entry import Draft
from journal.domain.search import places
from journal.domain.timeline import Found, Line
from tui.inert import inert_line
from tui.wording import items as words
from tui.wording.dates import clock_of, short_day, weekday_and_day

Row = Line | Draft | Found
Segment = tuple[str, str]

FOUND = "bold underline"
"""How what was looked for stands out."""

_DAY_CELLS = 18
_SHORT_DAY_CELLS = 13
_ROOM_FOR_THE_CLOCK = 50
"""Cells from which on the weekday and the clock leave enough for the words."""


def draw_row(row: Row, width: int) -> list[Segment]:
    """One row, to be cut at `width` cells by the list."""
    if isinstance(row, Draft):
        return [
            (_day(row.moment.for_date, width), "$text-muted"),
            (f"{words.DRAFT} ", "bold $accent"),
            (_start(row), ""),
        ]
    if isinstance(row, Found):
        return draw_found(row, "", width)
    marks = " ".join(mark for mark, is_set in ((words.KEPT, row.keep), (words.BRING, row.bring)) if is_set)
    parts = [(_day(row.for_date, width), "$text-muted")]
    if width >= _ROOM_FOR_THE_CLOCK:
        parts.append((f"{clock_of(row.at)}  ", "$text-muted"))
    if marks:
        parts.append((f"{marks} ", "bold $accent"))
    style = "" if row.kind == "entry" else "$primary"
    return [*parts, (inert_line(words.line_in_words(row)), style)]


def draw_found(row: Found, looked_for: str, width: int) -> list[Segment]:
    """A row of a search, with what was looked for standing out where it stands; told by more than colour."""
    said, done = inert_line(row.excerpt), 0
    pieces = [(_day(row.for_date, width), "$text-muted")]
    for start, end in places(said, looked_for):
        pieces += [(said[done:start], ""), (said[start:end], FOUND)]
        done = end
    return [*pieces, (said[done:], "")]


def _day(for_date: str, width: int) -> str:
    if width < _ROOM_FOR_THE_CLOCK:
        return f"{short_day(for_date):<{_SHORT_DAY_CELLS}}"
    return f"{weekday_and_day(for_date):<{_DAY_CELLS}}"


def _start(draft: Draft) -> str:
    said = draft.title or draft.body if draft.kind == "entry" else words.draft_in_words(draft)
    return inert_line(" ".join(said.split())[:200]) or words.NO_WORDS

"""jrnl's text, which is also the file it keeps: `[2020-06-28 18:22] Title`, then the body.

Line ends: where every line of a file ends in CR LF, that is how the file was written (jrnl on Windows) and
each becomes LF. Where only some do, CR is part of somebody's words and stays.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from journal.errors import BadInput, Sentence
from journal.portable.arriving import Arrivals, ArrivingPage, BrokenRow
from journal.portable.doubts import Doubts
from journal.portable.fingerprint import Fingerprints
from journal.portable.jrnl_entry import NO_WORDS, has_no_time, page_of, read_stamp, tags_among, take_apart

NO_ENTRY = "There is no jrnl entry in this file: no line starts with a date like [2020-06-28 18:22]."
AS_JSON = "From jrnl's JSON every date can be read: jrnl --format json --file FILE"
BEFORE_THE_FIRST = Sentence("There are words before the first date in brackets, so they have no date.")

_BRACKETS = re.compile(r"(?:\A|\n)\[([^\]\n]{1,80})\](?=\s|\Z)")
# What only a date looks like, whole or not. Less than that may be anything: [1], [555-1234], [ ].
_DATE_LIKE = re.compile(
    r"\d{4,5}(?P<mark>[-/.])\d{1,3}(?P=mark)\d{1,3}(?!\d)"
    r"|\d{1,2}(?P<point>[-/.])\d{1,2}(?P=point)(?:\d{4}(?!\d)|\d{2},? +\d{1,2}:\d{2})"
    r"|\d{8}[ T]\d{1,2}:?\d{2}"
)
_SHORTEST_DATE = 7
"""Source: jrnl never reads six characters or fewer in brackets as a date."""

_MAYBE_A_DATE = Sentence("brackets that may be meant as a date were kept as words of the page they stand in.")
_MIDNIGHT = Sentence("a date without a time was taken as midnight, as jrnl does.")
_BARE_STARS = Sentence("stars around the first line were taken as jrnl's star and left out of the title, as jrnl does.")


@dataclass(frozen=True, slots=True)
class _Stamp:
    """A bracketed start of a line. Offsets into the text."""

    line: int
    text: str = field(repr=False)
    begins: int
    """Where the words before it end."""
    ends: int
    """Where its own words begin."""


def starts_an_entry(text: str) -> bool:
    """Whether any line starts as a jrnl entry does, with a date that may or may not exist."""
    return any(_is_start(text, stamp) for stamp in _stamps(text))


def read_text(text: str) -> Arrivals:
    """Read a jrnl text of any length.

    A start whose date cannot be read is broken, together with the words behind it; they join no other page.

    Raises:
        BadInput: no line starts as an entry does.
    """
    text = _with_plain_line_ends(text)
    doubts = Doubts("line")
    starts = _starts(text, doubts)
    if not starts:
        raise BadInput(NO_ENTRY, hint=AS_JSON)
    broken = []
    if text[: starts[0].begins].strip():
        broken.append(BrokenRow(Sentence("line {place}", place=1), BEFORE_THE_FIRST))
    fingerprints = Fingerprints()
    pages = []
    ends = [start.begins for start in starts[1:]] + [len(text)]
    for start, end in zip(starts, ends, strict=True):
        try:
            page = _page(start, text[start.ends : end], fingerprints, doubts)
        except BadInput as problem:
            broken.append(BrokenRow(Sentence("line {place}", place=start.line), problem.said))
        else:
            pages += [page] if page else []
    return Arrivals("jrnl", tuple(pages), tuple(broken), (), doubts.sentences())


def _page(start: _Stamp, words: str, fingerprints: Fingerprints, doubts: Doubts) -> ArrivingPage | None:
    local = read_stamp(start.text)
    entry = take_apart(words)
    if entry.is_blank:
        doubts.add(NO_WORDS, start.line)
        return None
    if has_no_time(start.text):
        doubts.add(_MIDNIGHT, start.line)
    if entry.bare_stars:
        doubts.add(_BARE_STARS, start.line)
    return page_of(entry, local, tags_among(words), start.line, fingerprints)


def _starts(text: str, doubts: Doubts) -> list[_Stamp]:
    starts: list[_Stamp] = []
    for stamp in _stamps(text):
        if _is_start(text, stamp):
            starts.append(stamp)
        elif starts and _may_be_a_date(stamp.text) and _is_readable(starts[-1]):
            doubts.add(_MAYBE_A_DATE, stamp.line)
    return starts


def _stamps(text: str) -> Iterator[_Stamp]:
    line, counted = 1, 0
    for found in _BRACKETS.finditer(text):
        line += text.count("\n", counted, found.start(1))
        counted = found.start(1)
        yield _Stamp(line, found[1], found.start(), found.end() + 1)


def _is_start(text: str, stamp: _Stamp) -> bool:
    # Without the blank behind the bracket jrnl reads it as words, and so does its JSON.
    return text[stamp.ends - 1 : stamp.ends] == " " and _DATE_LIKE.match(stamp.text) is not None


def _may_be_a_date(stamp: str) -> bool:
    return len(stamp) >= _SHORTEST_DATE and any(character.isdigit() for character in stamp)


def _is_readable(start: _Stamp) -> bool:
    try:
        read_stamp(start.text)
    except BadInput:
        return False
    return True


def _with_plain_line_ends(text: str) -> str:
    if text.count("\r\n") == text.count("\n"):
        return text.replace("\r\n", "\n")
    return text

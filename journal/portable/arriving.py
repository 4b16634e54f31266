"""What another program's file becomes on its way in: pages, rows that are broken, and doubts.

Values only. Nothing here reads a file, knows a journal or decides what is new.
"""

from dataclasses import dataclass, field
from datetime import datetime

from journal.errors import Sentence


@dataclass(frozen=True, slots=True)
class ArrivingPage:
    """One entry of another program, understood, on its way to becoming a page."""

    fingerprint: str
    """64 hex digits: the same entry has the same one in every export, see `fingerprint.py`."""
    local: datetime
    """Naive wall time, 1900 to 9998. The zone is the person's to say."""
    title: str | None = field(repr=False)
    """One line, or `None`. Never blank."""
    body: str = field(repr=False)
    """As the file has it; may be empty where there is a title."""
    tags: tuple[str, ...] = field(repr=False)
    """Without their symbol, lower case, sorted, each once."""
    origin: dict[str, object] | None = field(repr=False)
    """Fields cairn has no place for, as JSON values; `None` where there are none."""
    place: int
    """Where it stood: a line from 1 in a text, the number of the entry from 1 in JSON."""
    starred: bool


@dataclass(frozen=True, slots=True)
class BrokenRow:
    """Something that could not be read, by its place. Repeats none of its content."""

    place: Sentence
    """`line 17` or `entry 4`."""
    reason: Sentence
    """One short sentence."""

    @property
    def sentence(self) -> Sentence:
        """Where, and what is wrong there."""
        return Sentence("{place}: {reason}", place=self.place, reason=self.reason)


@dataclass(frozen=True, slots=True)
class Arrivals:
    """A whole file, understood. Pages and broken rows stand in the order of the file."""

    source: str
    """The program it came from: `jrnl`, whichever of its formats it was."""
    pages: tuple[ArrivingPage, ...]
    broken: tuple[BrokenRow, ...]
    unknown_fields: tuple[str, ...]
    """Names of the fields kept in `origin`, sorted. They come from the file: escape before printing."""
    doubtful: tuple[str, ...]
    """Sentences about what was understood with doubt, without content."""

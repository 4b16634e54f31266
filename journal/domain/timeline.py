"""What the timeline, search and the list of taken-back things say about one item."""

from dataclasses import dataclass, field

from journal.domain.check_in import CheckIn
from journal.domain.entry import JournalEntry

KINDS = ("check-in", "entry")
"""Everything dated that a journal holds. Goals and sessions come with their own steps of the schema."""

Item = CheckIn | JournalEntry


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the timeline."""

    id: str
    kind: str
    for_date: str
    at: str
    bring: bool
    keep: bool
    first_words: str = field(repr=False)
    """A page's title or the start of it; a check-in's note."""
    answers: tuple[tuple[str, int], ...] = ()
    """A check-in's given answers, dimension and number."""
    feelings: tuple[str, ...] = field(default=(), repr=False)
    scale_id: str | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One answer to a search. `excerpt` holds the words around the place."""

    kind: str
    id: str
    for_date: str
    excerpt: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Deed:
    """A delete or an import that can still be taken back."""

    number: int
    kind: str
    """`delete` or `import`."""
    at: str
    """UTC instant, ISO 8601."""
    items: int
    """How many things it touched."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which part of the timeline is asked for. Days are local calendar days, both included."""

    first_day: str | None = None
    last_day: str | None = None
    kind: str | None = None

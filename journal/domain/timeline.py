"""What the timeline, search and the list of taken-back things say about one item."""

from dataclasses import dataclass, field

from journal.domain.check_in import CheckIn
from journal.domain.entry import JournalEntry
from journal.domain.goal import Goal
from journal.domain.peer_session import PeerSession

KINDS = ("check-in", "entry", "goal", "session")
"""Everything dated that a journal holds."""

CAN_BE_BROUGHT = ("check-in", "entry", "goal")
"""What may be marked for the next peer session. Source: domain brief, section 3."""

CAN_BE_KEPT = ("check-in", "entry", "session")
"""What may be kept for a hard day: words that a person may want to read again then."""

Item = CheckIn | JournalEntry | Goal | PeerSession


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
    """A page's title or the start of it; a check-in's note; a goal's title; what stayed from a session."""
    answers: tuple[tuple[str, int], ...] = ()
    """A check-in's given answers, dimension and number."""
    feelings: tuple[str, ...] = field(default=(), repr=False)
    scale_id: str | None = None
    with_whom: str | None = field(default=None, repr=False)
    """A session's partner or group, as the person calls them."""
    status: str | None = None
    """A goal's."""


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

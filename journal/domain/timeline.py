"""What the timeline, search and the list of taken-back things say about one item."""

from dataclasses import dataclass, field

from journal.domain.check_in import CheckIn
from journal.domain.entry import JournalEntry
from journal.domain.goal import Goal
from journal.domain.peer_session import SESSION_PARTS, PeerSession

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
    """One answer to a search. `excerpt` holds the words around the place; `search.places` says where in it."""

    kind: str
    id: str
    for_date: str
    excerpt: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """What a page or a note said before it was changed."""

    replaced_at: str
    """UTC instant, ISO 8601: until then it said this."""
    title: str | None = field(repr=False)
    words: str | None = field(repr=False)
    """`None` where there were none, as in a check-in without a note."""


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
    kinds: tuple[str, ...] = ()
    """Of which kinds, each once: those of the spine, and `draft`."""
    called: str | None = field(default=None, repr=False)
    """The words by which a person knows it, where it is one thing and has any."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which part of the timeline is asked for. Days are local calendar days, both included."""

    first_day: str | None = None
    last_day: str | None = None
    kind: str | None = None
    theme: str | None = None
    """Of `THEME_TAGS`: pages and goals that are about it."""
    tag: str | None = field(default=None, repr=False)
    """A page's, as it was written."""
    goal: str | None = None
    """A goal's id: the goal itself, and the pages and sessions that are about it."""
    bring: bool = False
    """Only what is marked for the next peer session."""
    keep: bool = False
    """Only what is kept for a hard day."""
    days: tuple[str, ...] = ()
    """Only these days, where there are any: the same day of some years, for one."""

    @property
    def is_everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Filter()


def days_in_order(first: str | None, last: str | None) -> tuple[str | None, str | None]:
    """The two ends of some days, whichever of them was named first; `None` leaves an end open."""
    return (last, first) if first is not None and last is not None and last < first else (first, last)


def words_of(item: Item) -> tuple[str, ...]:
    """The words a thing is known by and read again for, as they were written, the first of them its start.

    A page's title and its body; a check-in's note; a goal's title; what stayed from a session, else every text
    that was written about it. None of what was left blank: there may be no words at all.
    """
    if isinstance(item, JournalEntry):
        written = [item.title, item.body]
    elif isinstance(item, CheckIn):
        written = [item.note]
    elif isinstance(item, Goal):
        written = [item.title]
    else:
        texts = [part.name for part in SESSION_PARTS if part.takes == "text"]
        written = [item.stayed] if item.stayed else [getattr(item, name) for name in texts]
    return tuple(words for words in written if words and words.strip())

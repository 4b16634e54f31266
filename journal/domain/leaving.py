"""What a person takes along: every kind of thing a journal holds, in the order in which one names another.

Values only, the same on the way out and on the way in.
"""

from dataclasses import dataclass, field

from journal.domain.check_in import CheckIn
from journal.domain.choices import CHOICES, as_stored
from journal.domain.entry import Draft, JournalEntry
from journal.domain.goal import Goal
from journal.domain.moments import Moment
from journal.domain.peer_session import PeerSession
from journal.domain.shelves import SHELVES, Thing
from journal.domain.support_own import SUPPORT_LINES
from journal.domain.support_own import may_go_along as lines_may_go_along
from journal.errors import BadInput

CHECK_IN, ENTRY, GOAL, SESSION = "check-in", "entry", "goal", "session"
EARLIER, DRAFT, CHOICE = "earlier-version", "draft", "choice"

LEAVING_KINDS = (*SHELVES, GOAL, CHECK_IN, ENTRY, SESSION, EARLIER, DRAFT, CHOICE)
"""A kind stands after those that it names: a check-in after the tools, a session after partners and goals."""

WITH_AN_ID_OF_THEIR_OWN = (*SHELVES, GOAL, CHECK_IN, ENTRY, SESSION)
"""What stands on the spine: the rest belongs to one of these, or is no part of what was written."""

SMALL_CHOICES = (*CHOICES, SUPPORT_LINES)
"""Settings that go along: how a person likes their journal, and their own support lines. All others belong to a
computer or a key."""

DATED = (CHECK_IN, ENTRY, GOAL, SESSION)
"""What has a day in the timeline."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """Something on a shelf, with what the spine knows of it."""

    kind: str
    """One of `SHELVES`."""
    moment: Moment
    recorded_at: str
    """UTC instant, ISO 8601."""
    thing: Thing
    bring: bool = False
    keep: bool = False
    edited_at: str | None = None

    @property
    def id(self) -> str:
        return self.thing.id


@dataclass(frozen=True, slots=True)
class EarlierVersion:
    """What a change took the place of."""

    item_id: str
    kind: str
    """Of the thing that was changed."""
    replaced_at: str
    """UTC instant, ISO 8601."""
    title: str | None = field(default=None, repr=False)
    words: str | None = field(default=None, repr=False)
    """A page's body or a check-in's note; of what has parts a JSON object of those that were replaced, by name."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A small choice of the person, by name."""

    name: str
    value: str = field(repr=False)

    @property
    def may_go_along(self) -> bool:
        """Whether it is one of `SMALL_CHOICES`, as cairn stores it."""
        if self.name == SUPPORT_LINES:
            return lines_may_go_along(self.value)
        try:
            return self.name in CHOICES and as_stored(self.name, self.value) == self.value
        except BadInput:
            return False


Taken = Shelved | Goal | CheckIn | JournalEntry | PeerSession | EarlierVersion | Draft | Choice
"""Anything that goes along."""


def kind_of(taken: Taken) -> str:
    """Its kind, one of `LEAVING_KINDS`."""
    if isinstance(taken, Shelved):
        return taken.kind
    kinds: dict[type, str] = {
        Goal: GOAL,
        CheckIn: CHECK_IN,
        JournalEntry: ENTRY,
        PeerSession: SESSION,
        EarlierVersion: EARLIER,
        Draft: DRAFT,
        Choice: CHOICE,
    }
    return kinds[type(taken)]

"""What the journal holds, read in the short form in which a deed says what it leaves; and what deeds begin with."""

from collections.abc import Mapping
from dataclasses import replace

from journal.domain.check_in import CheckIn
from journal.domain.entry import JournalEntry
from journal.domain.goal import Goal
from journal.domain.peer_session import PeerSession
from journal.domain.timeline import Filter, Item
from journal.use_cases.preferences import Preferences, read_preferences
from tests.parity.deed import Place

MANY = 50


def pages(at: Place) -> list[JournalEntry]:
    """Every page, newest first."""
    return [item for item in _items(at) if isinstance(item, JournalEntry)]


def check_ins(at: Place) -> list[CheckIn]:
    """Every check-in, newest first."""
    return [item for item in _items(at) if isinstance(item, CheckIn)]


def goals(at: Place) -> list[Goal]:
    """Every goal, by where it stands."""
    return at.journal.goals()


def sessions(at: Place) -> list[PeerSession]:
    """Every session, newest first."""
    return at.journal.sessions()


def known(at: Place) -> Preferences:
    """What is known before the journal is open."""
    return read_preferences(at.home)


def written(at: Place) -> list[str]:
    """The words of every page."""
    return [page.body for page in pages(at)]


def noted(at: Place) -> list[str | None]:
    """The note of every check-in."""
    return [check_in.note for check_in in check_ins(at)]


def in_sight(at: Place) -> list[str]:
    """The kind of everything dated."""
    return [line.kind for line in at.journal.timeline(Filter(), MANY)]


def brought(at: Place) -> list[str]:
    """The id of everything that is marked to bring."""
    return [item.id for item in at.journal.agenda()]


def page(at: Place, body: str, title: str | None = None, when: str | None = None) -> Mapping[str, str]:
    """A page is there."""
    return {"page": at.journal.write_page(replace(at.journal.blank_page(when), body=body, title=title)).id}


def check_in(at: Place, note: str | None = None) -> Mapping[str, str]:
    """A check-in is there, with mood 6."""
    filled = replace(at.journal.blank_check_in().with_answers({"mood": 6}), note=note)
    return {"check_in": at.journal.record_check_in(filled).check_in.id}


def _items(at: Place) -> list[Item]:
    return at.journal.items(Filter(), MANY)

"""One session: read, its parts changed, kept for a hard day, deleted."""

from dataclasses import dataclass

from journal.domain.parts import values_of
from journal.domain.peer_session import SESSION_PARTS, PeerSession
from tui.plain.changing import change_parts
from tui.plain.deeds import Deed, Menu
from tui.plain.erasing import erase_one
from tui.plain.marks import keep
from tui.plain.visit import Visit
from tui.wording import peers
from tui.wording import plain as words
from tui.wording import plain_rows as rows
from tui.wording.items import body_of
from tui.wording.plain_keys import ERASE


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Which session is open, and where."""

    visit: Visit
    id: str

    def read(self) -> PeerSession:
        """As it is now."""
        return self.visit.journal.session(self.id)


def open_session(visit: Visit, session_id: str) -> None:
    """Read a session, then whatever is chosen.

    Raises:
        NotFound: it is not in the journal any more.
    """
    deeds: tuple[Deed[OpenSession], ...] = (
        Deed(words.CHANGE_PARTS, _change),
        Deed(words.KEEP, lambda it: keep(it.visit, it.read())),
        Deed(words.DELETE, _delete, closes=True),
        Deed(ERASE, lambda it: erase_one(it.visit, it.id), closes=True),
    )
    Menu(visit, deeds, words.WHAT_NEXT, opened=_say).stay(OpenSession(visit, session_id))


def _say(it: OpenSession) -> None:
    session = it.read()
    touched = [goal.title for goal in it.visit.journal.goals() if goal.id in session.goals_touched]
    lines = [rows.head_of(session), *body_of(session, {})]
    lines += [f"{peers.GOALS_TOUCHED}: {', '.join(touched)}"] if touched else []
    lines += [peers.WAITING] if session.reflected_at is None else []
    it.visit.talk.say(*lines)


def _change(it: OpenSession) -> None:
    change_parts(it.visit, "session", it.id, SESSION_PARTS, lambda: values_of(it.read(), SESSION_PARTS))


def _delete(it: OpenSession) -> None:
    it.visit.save(lambda: it.visit.journal.delete(it.id))
    it.visit.talk.say(words.DELETED)

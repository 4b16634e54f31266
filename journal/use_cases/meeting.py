"""Meeting: what is brought to a peer session, what is written before it, and what stayed afterwards."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from journal.domain.moments import Moment, moment_at
from journal.domain.parts import Value, read_parts
from journal.domain.peer_session import ABOUT, BEFORE, JOINS_DAYS, SESSION_PARTS, PeerSession
from journal.domain.shelves import PeerPartnership
from journal.domain.timeline import Item
from journal.errors import Ambiguous, BadInput, NotFound
from journal.store.transaction import transaction
from journal.use_cases.moving_towards import MovingTowards


class Meeting(MovingTowards):
    """Sessions and partners."""

    def agenda(self) -> list[Item]:
        """What is marked to bring to the next session, the oldest first."""
        return [self._item(number, kind) for number, kind in self._items.brought()]

    def prepare_session(
        self,
        values: Mapping[str, object],
        partner: str | None = None,
        when: str | None = None,
        draft_id: str | None = None,
    ) -> PeerSession:
        """Keep what was written before a session, on the one that is waiting or on a new one.

        Args:
            values: parts of `BEFORE` and `ABOUT` by name.
            partner: a partner's name or id, if it is with one.
            when: when it was written; now where left out.
            draft_id: the draft it was, if any.

        Raises:
            BadInput: nothing to keep, or a part that does not take what was given.
            NotFound: no such partner.
        """
        given = read_parts((*BEFORE, *ABOUT), values)
        if not any(given.values()):
            raise BadInput("There is nothing to keep for this session yet.")
        moment = self.moment(when)
        with transaction(self._connection):
            number = self._joined(moment, given, self._partner_number(partner))
            return self._finish(number, draft_id)

    def reflect_on_session(
        self,
        values: Mapping[str, object],
        partner: str | None = None,
        when: str | None = None,
        goals: Iterable[str] = (),
        draft_id: str | None = None,
    ) -> PeerSession:
        """Keep a reflection. It joins what was written before; the marks of what was brought go.

        Args:
            values: any parts of a session by name.
            partner: a partner's name or id, if it was with one.
            when: when the session was; now where left out.
            goals: ids, or unique starts of ids, of goals it touched; those that were brought are among them anyway.
            draft_id: the draft it was, if any.

        Raises:
            BadInput: nothing to keep, or a part that does not take what was given.
            NotFound: no such partner or goal.
        """
        given = read_parts(SESSION_PARTS, values)
        if not any(given.values()):
            raise BadInput("There is nothing to keep of this session yet.")
        moment = self.moment(when)
        with transaction(self._connection):
            number = self._joined(moment, given, self._partner_number(partner))
            self._sessions.reflected(number, moment, self.now_utc())
            self._take_marks(number, goals)
            return self._finish(number, draft_id)

    def waiting_session(self, partner: str | None = None) -> PeerSession | None:
        """The session that was written before and not reflected on yet, of the last days.

        With this partner or with nobody named; without a partner, one that names none.
        """
        number = self._waiting_number(self._partner_number(partner), {})
        return None if number is None else self._sessions.get(number)

    def sessions(self) -> list[PeerSession]:
        """Every session, the newest first."""
        return [self._sessions.get(number) for number in self._sessions.numbers()]

    def session(self, prefix: str) -> PeerSession:
        """The session that this id, or unique start of one, names."""
        try:
            return self._sessions.get(self._items.find(prefix, "session")[0])
        except NotFound:
            raise NotFound(
                "There is no session with that id.", hint="cairn session list shows them, with ids."
            ) from None

    def partner(self, typed: str) -> PeerPartnership:
        """The partner of this name, in any case, or of this id.

        Raises:
            NotFound: there is none; the sentence names those there are by id alone.
            Ambiguous: more than one has this name.
        """
        number = self._partner_number(typed)
        found = None if number is None else self._shelves.get(number, "partner")
        if not isinstance(found, PeerPartnership):
            raise NotFound()
        return found

    def _partner_number(self, typed: str | None) -> int | None:
        if typed is None:
            return None
        wanted = " ".join(typed.split()).casefold()
        named = [
            number
            for number in self._shelves.numbers("partner")
            if getattr(self._shelves.get(number, "partner"), "partner_alias", "").casefold() == wanted
        ]
        if len(named) > 1:
            raise Ambiguous("More than one partner has that name.", hint="cairn partner list shows their ids.")
        if named:
            return named[0]
        try:
            return self._items.find(typed, "partner")[0]
        except (NotFound, BadInput):
            raise NotFound(
                "There is no partner of that name or id.", hint="cairn partner list shows them, with ids."
            ) from None

    def _waiting_number(self, partner: int | None, given: Mapping[str, Value]) -> int | None:
        since = moment_at(self._clock.now() - timedelta(days=JOINS_DAYS), self._clock.zone()).for_date
        group = given.get("group_name")
        return self._sessions.waiting(partner, None if group is None else str(group), since)

    def _joined(self, moment: Moment, given: dict[str, Value], partner: int | None) -> int:
        """The number of the session these words are of: the one that waits, or a new one."""
        number = self._waiting_number(partner, given)
        if number is None:
            blank = PeerSession(id=str(uuid4()), moment=moment, recorded_at=self.now_utc())
            return self._sessions.add(replace(blank, **given), partner)  # type: ignore[arg-type]  # read by their parts
        self._note_parts(number, self._sessions.get(number), given)
        self._sessions.set(number, given)
        if partner is not None:
            self._sessions.set_partner(number, partner)
        return number

    def _take_marks(self, number: int, goals: Iterable[str]) -> None:
        touched = [self._goal_number(goal) for goal in goals]
        for brought, kind in self._items.brought():
            self._items.mark_bring(brought, bring=False)
            if kind == "goal":
                touched.append(brought)
        self._goals.link(number, touched)

    def _finish(self, number: int, draft_id: str | None) -> PeerSession:
        session = self._sessions.get(number)
        self._index(number, session)
        self._let_go(draft_id)
        return session

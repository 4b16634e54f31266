"""Meeting: what is brought to a peer session, what is written before it, and what stayed afterwards."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.domain.ids import new_id
from journal.errors import Ambiguous, BadInput, NotFound
from journal.store.transaction import transaction
from journal.use_cases.moving_towards import MovingTowards
from journal.use_cases.shelving import Shelving

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from journal.domain.moments import Moment
    from journal.domain.parts import Value
    from journal.domain.peer_session import PeerSession
    from journal.domain.shelves import PeerPartnership
    from journal.domain.timeline import Item


class Meeting(MovingTowards, Shelving):
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
        from journal.domain.parts import read_parts
        from journal.domain.peer_session import ABOUT, BEFORE

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
        from journal.domain.parts import read_parts
        from journal.domain.peer_session import SESSION_PARTS

        given = read_parts(SESSION_PARTS, values)
        if not any(given.values()):
            raise BadInput("There is nothing to keep of this session yet.")
        moment = self.moment(when)
        with transaction(self._connection):
            number = self._joined(moment, given, self._partner_number(partner))
            self._sessions.reflected(number, moment, self.now_utc())
            self._take_marks(number, goals)
            return self._finish(number, draft_id)

    def waiting_session(self, partner: str | None = None, group: str | None = None) -> PeerSession | None:
        """The session whose other half is meant: see `half_meant`. With neither: with nobody by name.

        Raises:
            NotFound: no such partner.
        """
        from journal.domain.peer_session import Whom, half_meant

        partner_id = None if partner is None else self.partner(partner).id
        return half_meant(self.waiting_sessions(), Whom(partner_id, group))

    def waiting_sessions(self, when: Moment | None = None) -> list[PeerSession]:
        """Every session of the last days, up to `when`, of which only the half before is written, the newest first."""
        from journal.domain.peer_session import JOINS_DAYS

        last = (when or self.moment()).for_date
        first = (date.fromisoformat(last) - timedelta(days=JOINS_DAYS)).isoformat()
        return [self._sessions.get(number) for number in self._sessions.waiting(first, last)]

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
        from journal.domain.shelves import PeerPartnership

        number = self._partner_number(typed)
        found = None if number is None else self._shelves.get(number, "partner")
        if not isinstance(found, PeerPartnership):
            raise NotFound()
        return found

    def set_partner_status(
        self, prefix: str, status: str, note: str | None = None, draft_id: str | None = None
    ) -> PeerPartnership:
        """Say where meeting a partner stands. An end has its day, today, and may have a note; a new start has no day.

        Raises:
            NotAllowed: an unknown status.
        """
        partner = self.partner(prefix)
        values: dict[str, object] = {"status": status}
        if status == "ended" and note:
            values["ending_note"] = note
        self.change(partner.id, values, draft_id)
        return self.partner(partner.id)

    def change_partner_as_is(self, prefix: str, values_of: Callable[[PeerPartnership], Mapping[str, object]]) -> None:
        """Put other values in place of some parts of a partner, by what they are when nobody else can write.

        Args:
            prefix: the partner's name or id.
            values_of: parts by name, for the partner as it is then; called, and writes, in the same transaction.
        """
        with transaction(self._connection):
            partner = self.partner(prefix)
            if values := values_of(partner):
                self._change(partner.id, values, None)

    def agree(
        self,
        prefix: str,
        values: Mapping[str, object],
        draft_id: str | None = None,
        beside: Callable[[PeerPartnership], object] = lambda _: None,
    ) -> PeerPartnership:
        """Write my part of an agreement. Where it had none, and no day is given, it asks to be seen in eight weeks.

        Args:
            prefix: the partner's name or id.
            values: parts of `AGREEMENT` by name; `review_on` `None` asks for no day.
            draft_id: the draft it was, if any.
            beside: what is done in the same transaction, with the partner as they are then.
        """
        from journal.domain.parts import read_parts
        from journal.domain.shelves import AGREEMENT, AGREEMENT_REVIEW_DAYS

        partner = self.partner(prefix)
        given: dict[str, object] = dict(read_parts(AGREEMENT, values))
        if "review_on" not in given and any(given.values()) and not partner.has_agreement and partner.review_on is None:
            given["review_on"] = (
                date.fromisoformat(self.moment().for_date) + timedelta(AGREEMENT_REVIEW_DAYS)
            ).isoformat()
        with transaction(self._connection):
            self._change(partner.id, given, draft_id)
            agreed = self.partner(partner.id)
            beside(agreed)
        return agreed

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

    def _joined(self, moment: Moment, given: dict[str, Value], partner: int | None) -> int:
        """The number of the session these words are of: the one that waits, or a new one."""
        from journal.domain.peer_session import PeerSession, Whom, half_meant

        partner_id = None if partner is None else str(self._items.spine(partner)["id"])
        group = given.get("group_name")
        if partner is not None and group:
            raise BadInput("A session is with a partner or with a group, and not with both.")
        half = half_meant(self.waiting_sessions(moment), Whom(partner_id, None if group is None else str(group)))
        if half is None:
            blank = PeerSession(id=new_id(), moment=moment, recorded_at=self.now_utc())
            number = self._sessions.add(blank, partner)
            self._sessions.set(number, given)
            return number
        number = self._items.find(half.id)[0]
        self._note_parts(number, half, given)
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

"""Peer sessions: before and after, with whom, and which goals they touched."""

from journal.domain.moments import Moment
from journal.domain.parts import Value, values_of
from journal.domain.peer_session import SESSION_PARTS, PeerSession
from journal.store.connection import Connection
from journal.store.goals import Goals
from journal.store.items import Items
from journal.store.parts_table import PartsTable

KIND = "session"


class PeerSessions:
    """The peer sessions of one open journal. Callers own the transaction."""

    def __init__(self, connection: Connection, items: Items, goals: Goals) -> None:
        self._connection = connection
        self._items = items
        self._goals = goals
        self._parts = PartsTable(connection, "peer_session", SESSION_PARTS)

    def add(self, session: PeerSession, partner: int | None) -> int:
        """Write a session and return its number. `partner`: the number of the partner's row."""
        number = self._items.add(
            session.id, KIND, session.moment, session.recorded_at, bring=session.bring, keep=session.keep
        )
        self._parts.add(number, values_of(session, SESSION_PARTS))
        if partner is not None:
            self.set_partner(number, partner)
        return number

    def get(self, number: int) -> PeerSession:
        """Read one session. The name of a partner who is deleted is out of sight."""
        row = self._connection.row(
            "SELECT reflected_at, item.id, partner_alias FROM peer_session"
            " LEFT JOIN item ON item.number = peer_session.partner AND item.deleted_at IS NULL"
            " LEFT JOIN partner ON partner.item = item.number WHERE peer_session.item = ?",
            (number,),
        )
        reflected_at, partner_id, partner_alias = row or (None, None, None)
        return PeerSession(
            **self._items.spine(number),
            **self._parts.get(number),
            reflected_at=_text(reflected_at),
            partner_id=_text(partner_id),
            partner_alias=_text(partner_alias),
            goals_touched=self._goals.linked(number),
        )

    def set(self, number: int, values: dict[str, Value]) -> None:
        """Put new values in place of some parts."""
        self._parts.set(number, values)

    def reflected(self, number: int, moment: Moment, now: str) -> None:
        """Say that its reflection is written, and when the session was."""
        self._items.set_moment(number, moment)
        self._connection.execute("UPDATE peer_session SET reflected_at = ? WHERE item = ?", (now, number))

    def set_partner(self, number: int, partner: int) -> None:
        """Say with whom it is. `partner`: the number of the partner's row."""
        self._connection.execute("UPDATE peer_session SET partner = ? WHERE item = ?", (partner, number))

    def numbers(self) -> list[int]:
        """Sessions that are there, the newest first."""
        rows = self._connection.rows(
            "SELECT number FROM item WHERE kind = ? AND deleted_at IS NULL AND dated = 1"
            " ORDER BY for_date DESC, at_utc DESC, number DESC",
            (KIND,),
        )
        return [int(number or 0) for (number,) in rows]

    def waiting(self, first_day: str, last_day: str) -> list[int]:
        """Sessions of these local days, both included, that are not reflected on yet, the newest first."""
        rows = self._connection.rows(
            "SELECT number FROM item JOIN peer_session ON peer_session.item = item.number"
            " WHERE kind = ? AND deleted_at IS NULL AND dated = 1 AND for_date BETWEEN ? AND ? AND reflected_at IS NULL"
            " ORDER BY for_date DESC, at_utc DESC, number DESC",
            (KIND, first_day, last_day),
        )
        return [int(number or 0) for (number,) in rows]


def _text(value: object) -> str | None:
    return None if value is None else str(value)

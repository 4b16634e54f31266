"""The timeline: everything dated, newest first, a page at a time."""

from journal.domain.scales import DIMENSIONS
from journal.domain.timeline import Filter, Line
from journal.store.connection import Connection, Value

FIRST_WORDS = 200
"""Characters of a page that its line may show."""

_LINES = (
    "SELECT item.id, item.kind, item.for_date, item.at, item.bring, item.keep,"
    " substr(coalesce(nullif(entry.title, ''), entry.body, check_in.note, goal.title, peer_session.stayed,"
    " peer_session.gave, peer_session.received, peer_session.next, peer_session.hope_for, ''), 1, ?),"
    " coalesce(partner_alias, group_name), goal.status,"
    " (SELECT group_concat(feeling, ', ') FROM (SELECT feeling FROM check_in_feeling"
    " WHERE check_in_feeling.item = item.number ORDER BY place)),"
    " check_in.scale_id, check_in.mood, check_in.hope, check_in.connection, check_in.self_belief, check_in.energy"
    " FROM (SELECT number FROM item WHERE {where}"
    " ORDER BY for_date DESC, at_utc DESC, number DESC LIMIT ? OFFSET ?) AS page"
    " JOIN item ON item.number = page.number"
    " LEFT JOIN entry ON entry.item = item.number LEFT JOIN check_in ON check_in.item = item.number"
    " LEFT JOIN goal ON goal.item = item.number LEFT JOIN peer_session ON peer_session.item = item.number"
    " LEFT JOIN item AS partner_item ON partner_item.number = peer_session.partner AND partner_item.deleted_at IS NULL"
    " LEFT JOIN partner ON partner.item = partner_item.number"
    " ORDER BY item.for_date DESC, item.at_utc DESC, item.number DESC"
)


class Timeline:
    """Every kind of item of one open journal in one order. Reads only."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def count(self, chosen: Filter) -> int:
        where, values = _where(chosen)
        return int(self._connection.one(f"SELECT count(*) FROM item WHERE {where}", values) or 0)

    def lines(self, chosen: Filter, limit: int, offset: int = 0) -> list[Line]:
        """A page of lines, newest first."""
        where, values = _where(chosen)
        rows = self._connection.rows(_LINES.format(where=where), [FIRST_WORDS, *values, limit, offset])
        return [_line(row) for row in rows]

    def numbers(self, chosen: Filter, limit: int) -> list[tuple[int, str]]:
        """Numbers and kinds of the newest items."""
        where, values = _where(chosen)
        rows = self._connection.rows(
            f"SELECT number, kind FROM item WHERE {where} ORDER BY for_date DESC, at_utc DESC, number DESC LIMIT ?",
            [*values, limit],
        )
        return [(int(number or 0), str(kind)) for number, kind in rows]

    def kept(self, limit: int) -> list[tuple[int, str]]:
        """Numbers and kinds of what was kept for a hard day, the latest first."""
        rows = self._connection.rows(
            "SELECT number, kind FROM item WHERE keep = 1 AND deleted_at IS NULL"
            " ORDER BY for_date DESC, at_utc DESC LIMIT ?",
            (limit,),
        )
        return [(int(number or 0), str(kind)) for number, kind in rows]


def _where(chosen: Filter) -> tuple[str, list[Value]]:
    conditions, values = ["deleted_at IS NULL AND dated = 1"], list[Value]()
    for condition, value in (
        ("for_date >= ?", chosen.first_day),
        ("for_date <= ?", chosen.last_day),
        ("kind = ?", chosen.kind),
    ):
        if value is not None:
            conditions.append(condition)
            values.append(value)
    return " AND ".join(conditions), values


def _line(row: tuple[Value, ...]) -> Line:
    item_id, kind, for_date, at, bring, keep, words, with_whom, status, feelings, scale_id, *answers = row
    return Line(
        id=str(item_id),
        kind=str(kind),
        for_date=str(for_date),
        at=str(at),
        bring=bool(bring),
        keep=bool(keep),
        first_words=str(words),
        answers=tuple(
            (name, answer) for name, answer in zip(DIMENSIONS, answers, strict=True) if isinstance(answer, int)
        ),
        feelings=tuple(str(feelings).split(", ")) if feelings else (),
        scale_id=None if scale_id is None else str(scale_id),
        with_whom=None if with_whom is None else str(with_whom),
        status=None if status is None else str(status),
    )

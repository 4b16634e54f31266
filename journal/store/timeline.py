"""The timeline: everything dated, newest first, a page at a time; some of it; and which days have anything."""

import json
from collections.abc import Sequence

from journal.domain.scales import DIMENSIONS
from journal.domain.timeline import Filter, Line
from journal.store.connection import Connection, Value

FIRST_WORDS = 200
"""Characters of a page that its line may show."""

_MOST_BYTES = 4
"""Of one character, in UTF-8."""

# Of bytes: of a text, SQL's own functions see nothing behind a NUL.
_LINES = (
    "SELECT item.id, item.kind, item.for_date, item.at, item.bring, item.keep,"
    " substr(CAST(coalesce(nullif(entry.title, ''), entry.body, check_in.note, goal.title, peer_session.stayed,"
    " peer_session.gave, peer_session.received, peer_session.next, peer_session.hope_for, '') AS BLOB), 1, ?),"
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


# A plus keeps the number away from another plan: to walk the days and look whether each row is one of these is quick
# whether few fit or half of everything; to sort all that fit takes a sixth of a second at 45,000.
_THEMED = (
    "+number IN (SELECT item FROM item_theme WHERE theme = ?"
    " UNION SELECT goal.item FROM goal, json_each(goal.themes) WHERE value = ?)"
)
_TAGGED = "+number IN (SELECT item FROM item_tag WHERE tag = ?)"
_ABOUT_GOAL = (
    "+number IN (SELECT item FROM item_goal WHERE goal = (SELECT number FROM item WHERE id = ?)"
    " UNION ALL SELECT number FROM item WHERE id = ?)"
)
_BROUGHT = "+number IN (SELECT number FROM item WHERE bring = 1 AND deleted_at IS NULL)"
_KEPT = "+number IN (SELECT number FROM item WHERE keep = 1 AND deleted_at IS NULL)"
_ON_DAYS = "for_date IN (SELECT value FROM json_each(?))"

# A look at the index for each day and kind: as quick in a month with thousands of pages as in an empty one.
_DAYS_WITH = (
    "SELECT day.value, kind.value FROM json_each(?) AS day, json_each(?) AS kind WHERE EXISTS"
    " (SELECT 1 FROM item INDEXED BY item_by_kind WHERE kind = kind.value AND for_date = day.value"
    " AND deleted_at IS NULL AND dated = 1)"
)
# Counted by the index alone; then one page in sight is enough for a tag. To look at every page takes a quarter second.
_TAGS = (
    "SELECT tag FROM (SELECT tag, count(*) AS often FROM item_tag GROUP BY tag) AS used"
    " WHERE EXISTS (SELECT 1 FROM item_tag CROSS JOIN item ON item.number = item_tag.item"
    " WHERE item_tag.tag = used.tag AND deleted_at IS NULL AND dated = 1)"
    " ORDER BY often DESC, tag LIMIT ?"
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
        rows = self._connection.rows(_LINES.format(where=where), [FIRST_WORDS * _MOST_BYTES, *values, limit, offset])
        return [_line(row) for row in rows]

    def numbers(self, chosen: Filter, limit: int) -> list[tuple[int, str]]:
        """Numbers and kinds of the newest items."""
        where, values = _where(chosen)
        rows = self._connection.rows(
            f"SELECT number, kind FROM item WHERE {where} ORDER BY for_date DESC, at_utc DESC, number DESC LIMIT ?",
            [*values, limit],
        )
        return [(int(number or 0), str(kind)) for number, kind in rows]

    def days_with(self, days: Sequence[str], kinds: Sequence[str]) -> dict[str, tuple[str, ...]]:
        """Which of these days have anything, and of which kinds; a day that has nothing is not there."""
        rows = self._connection.rows(_DAYS_WITH, [json.dumps(days), json.dumps(kinds)])
        found: dict[str, tuple[str, ...]] = {}
        for day, kind in rows:
            found[str(day)] = (*found.get(str(day), ()), str(kind))
        return found

    def last_day(self) -> str | None:
        """The latest day that has anything, which may be tomorrow after a journey to the west."""
        day = self._connection.one("SELECT max(for_date) FROM item WHERE deleted_at IS NULL AND dated = 1")
        return None if day is None else str(day)

    def tags(self, limit: int) -> list[str]:
        """Tags of what is in sight, those used most, by name."""
        return sorted((str(tag) for (tag,) in self._connection.rows(_TAGS, [limit])), key=str.casefold)

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
        (_THEMED, chosen.theme),
        (_TAGGED, chosen.tag),
        (_ABOUT_GOAL, chosen.goal),
        (_ON_DAYS, json.dumps(chosen.days) if chosen.days else None),
    ):
        if value is not None:
            conditions.append(condition)
            values += [value] * condition.count("?")
    conditions += [condition for condition, asked in ((_BROUGHT, chosen.bring), (_KEPT, chosen.keep)) if asked]
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
        first_words=_first_of(words),
        answers=tuple(
            (name, answer) for name, answer in zip(DIMENSIONS, answers, strict=True) if isinstance(answer, int)
        ),
        feelings=tuple(str(feelings).split(", ")) if feelings else (),
        scale_id=None if scale_id is None else str(scale_id),
        with_whom=None if with_whom is None else str(with_whom),
        status=None if status is None else str(status),
    )


def _first_of(words: Value) -> str:
    """The first characters of what was cut by the byte, which may have cut the last of them."""
    return words.decode(errors="ignore")[:FIRST_WORDS] if isinstance(words, bytes) else ""

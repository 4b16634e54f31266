"""Everything in a journal, kind by kind, a handful at a time: for a person who takes it along.

Reads only. A journal of 100,000 things is never in memory whole.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from journal.domain.check_in import CheckIn, ToolUse
from journal.domain.entry import JournalEntry
from journal.domain.leaving import (
    CHECK_IN,
    CHOICE,
    DRAFT,
    EARLIER,
    ENTRY,
    GOAL,
    SESSION,
    EarlierVersion,
    Shelved,
    Taken,
)
from journal.domain.moments import Moment
from journal.domain.shelves import SHELVES
from journal.store.check_ins import CheckIns
from journal.store.connection import Connection, Row, Value
from journal.store.drafts import Drafts
from journal.store.entries import Entries
from journal.store.goals import Goals
from journal.store.items import Items
from journal.store.peer_sessions import PeerSessions
from journal.store.shelves import Shelves

AT_ONCE = 100
"""How many things are read at a time: few enough that long pages do not fill the memory."""

_SPINE = "number, id, at, zone, for_date, recorded_at, edited_at, bring, keep"
_NEXT = "kind = ? AND deleted_at IS NULL AND number > ? ORDER BY number LIMIT ?"
_OF_THESE = "item BETWEEN ? AND ?"

_NEXT_CHECK_INS = (
    f"SELECT {_SPINE}, scale_id, mood, hope, connection, self_belief, energy, note"
    f" FROM item CROSS JOIN check_in ON check_in.item = item.number WHERE {_NEXT}"
)
_NEXT_ENTRIES = (
    f"SELECT {_SPINE}, title, body, prompt_id, origin FROM item CROSS JOIN entry ON entry.item = item.number"
    f" WHERE {_NEXT}"
)
_FEELINGS = f"SELECT item, feeling FROM check_in_feeling WHERE {_OF_THESE} ORDER BY item, place"
# What is deleted is out of sight, and so is what names it.
_USES = (
    "SELECT tool_use.item, item.id, helped FROM tool_use JOIN item ON item.number = tool_use.tool"
    f" WHERE tool_use.{_OF_THESE} AND deleted_at IS NULL ORDER BY tool_use.item, place"
)
_TAGS = f"SELECT item, tag FROM item_tag WHERE {_OF_THESE} ORDER BY item, tag"
_THEMES = f"SELECT item, theme FROM item_theme WHERE {_OF_THESE} ORDER BY item, theme"
_GOALS = (
    "SELECT item_goal.item, item.id FROM item_goal JOIN item ON item.number = item_goal.goal"
    f" WHERE item_goal.{_OF_THESE} AND deleted_at IS NULL ORDER BY item_goal.item, goal"
)
_EARLIER = (
    "SELECT earlier_version.number, id, kind, replaced_at, title, words"
    " FROM earlier_version JOIN item ON item.number = earlier_version.item"
    " WHERE deleted_at IS NULL AND earlier_version.number > ? ORDER BY earlier_version.number LIMIT ?"
)
_DAYS = (
    "SELECT DISTINCT for_date FROM item WHERE deleted_at IS NULL AND dated = 1 AND for_date > ?"
    " ORDER BY for_date LIMIT ?"
)
_OF_DAY = (
    "SELECT number, kind FROM item WHERE deleted_at IS NULL AND dated = 1 AND for_date = ? ORDER BY at_utc, number"
)


@contextmanager
def reading(connection: Connection) -> Iterator[None]:
    """See the journal as it is now until the end of the block, whatever another process writes meanwhile.

    Raises:
        KeyChanged: another file is the journal now.
    """
    connection.execute("BEGIN")
    try:
        connection.before_writing()
        yield
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


class Leaving:
    """Everything that is not deleted, of one open journal. Callers own the transaction: see `reading`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._items = Items(connection)
        self._goals = Goals(connection, self._items)
        self._check_ins = CheckIns(connection, self._items)
        self._entries = Entries(connection, self._items, self._goals)
        self._sessions = PeerSessions(connection, self._items, self._goals)
        self._shelves = Shelves(connection, self._items)

    def counts(self) -> dict[str, int]:
        """How many there are of each kind; choices are not counted here."""
        counted = self._connection.rows("SELECT kind, count(*) FROM item WHERE deleted_at IS NULL GROUP BY kind")
        found = dict.fromkeys((*SHELVES, GOAL, CHECK_IN, ENTRY, SESSION), 0)
        found |= {str(kind): int(count or 0) for kind, count in counted}
        found[EARLIER] = self._count(
            "SELECT count(*) FROM earlier_version JOIN item ON item.number = earlier_version.item"
            " WHERE deleted_at IS NULL"
        )
        found[DRAFT] = self._count("SELECT count(*) FROM draft")
        return found

    def all(self, kind: str) -> Iterator[Taken]:
        """Everything of one kind, in the order in which it was written.

        Args:
            kind: one of `LEAVING_KINDS`, but for choices.
        """
        readers: dict[str, Callable[[], Iterator[Taken]]] = {
            CHECK_IN: self._all_check_ins,
            ENTRY: self._all_entries,
            EARLIER: self._all_earlier,
            DRAFT: self._all_drafts,
            CHOICE: lambda: iter(()),
        }
        return readers[kind]() if kind in readers else self._all_others(kind)

    def days(self) -> Iterator[str]:
        """Every local calendar day that has something, the first first."""
        last = ""
        while rows := self._connection.rows(_DAYS, (last, AT_ONCE)):
            yield from (str(day) for (day,) in rows)
            last = str(rows[-1][0])

    def of_day(self, day: str) -> Iterator[Taken]:
        """Everything dated of one local calendar day, the earliest first."""
        for number, kind in self._connection.rows(_OF_DAY, (day,)):
            yield self._one(int(number or 0), str(kind))

    def _one(self, number: int, kind: str) -> Taken:
        if kind == CHECK_IN:
            return self._check_ins.get(number)
        if kind == ENTRY:
            return self._entries.get(number)
        if kind == GOAL:
            return self._goals.get(number)
        return self._sessions.get(number) if kind == SESSION else self._shelved(number, kind)

    def _shelved(self, number: int, kind: str) -> Shelved:
        spine = self._items.spine(number)
        spine.pop("id")
        return Shelved(kind=kind, thing=self._shelves.get(number, kind), **spine)

    def _all_others(self, kind: str) -> Iterator[Taken]:
        last = 0
        while rows := self._connection.rows(f"SELECT number FROM item WHERE {_NEXT}", (kind, last, AT_ONCE)):
            last = int(rows[-1][0] or 0)
            yield from (self._one(int(number or 0), kind) for (number,) in rows)

    def _all_check_ins(self) -> Iterator[Taken]:
        for rows in self._next(_NEXT_CHECK_INS, CHECK_IN):
            feelings, uses = self._beside(_FEELINGS, rows), self._beside(_USES, rows)
            for row in rows:
                number, spine = row[0], _spine(row)
                scale_id, mood, hope, connection, self_belief, energy, note = row[9:]
                yield CheckIn(
                    **spine,
                    scale_id=str(scale_id),
                    mood=_whole(mood),
                    hope=_whole(hope),
                    connection=_whole(connection),
                    self_belief=_whole(self_belief),
                    energy=_whole(energy),
                    feelings=tuple(str(feeling) for (feeling,) in feelings.get(number, ())),
                    tools_used=tuple(ToolUse(str(tool), str(helped)) for tool, helped in uses.get(number, ())),
                    note=_text(note),
                )

    def _all_entries(self) -> Iterator[Taken]:
        for rows in self._next(_NEXT_ENTRIES, ENTRY):
            tags, themes, goals = (self._beside(sql, rows) for sql in (_TAGS, _THEMES, _GOALS))
            for row in rows:
                number, spine = row[0], _spine(row)
                title, body, prompt_id, origin = row[9:]
                yield JournalEntry(
                    **spine,
                    title=_text(title),
                    body=str(body),
                    prompt_id=_text(prompt_id),
                    origin=_text(origin),
                    tags=tuple(str(tag) for (tag,) in tags.get(number, ())),
                    themes=tuple(str(theme) for (theme,) in themes.get(number, ())),
                    goal_ids=tuple(str(goal) for (goal,) in goals.get(number, ())),
                )

    def _all_earlier(self) -> Iterator[Taken]:
        last = 0
        while rows := self._connection.rows(_EARLIER, (last, AT_ONCE)):
            last = int(rows[-1][0] or 0)
            for _, item_id, kind, replaced_at, title, words in rows:
                yield EarlierVersion(str(item_id), str(kind), str(replaced_at), _text(title), _text(words))

    def _all_drafts(self) -> Iterator[Taken]:
        yield from sorted(Drafts(self._connection).all(), key=lambda draft: draft.id)

    def _next(self, sql: str, kind: str) -> Iterator[list[Row]]:
        last = 0
        while rows := self._connection.rows(sql, (kind, last, AT_ONCE)):
            last = int(rows[-1][0] or 0)
            yield rows

    def _beside(self, sql: str, rows: Sequence[Row]) -> dict[Value, list[Row]]:
        """What hangs on these rows, by their number. Rows of others in between are read too, and not asked for."""
        found: dict[Value, list[Row]] = {}
        for number, *rest in self._connection.rows(sql, (rows[0][0], rows[-1][0])):
            found.setdefault(number, []).append(tuple(rest))
        return found

    def _count(self, sql: str) -> int:
        return int(self._connection.one(sql) or 0)


def _spine(row: Row) -> dict[str, Any]:
    _, item_id, at, zone, for_date, recorded_at, edited_at, bring, keep, *_ = row
    return {
        "id": str(item_id),
        "moment": Moment(str(at), str(zone), str(for_date)),
        "recorded_at": str(recorded_at),
        "edited_at": _text(edited_at),
        "bring": bool(bring),
        "keep": bool(keep),
    }


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None

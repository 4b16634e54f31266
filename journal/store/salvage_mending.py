"""After a rescue: every row belongs to something again, and everything that is listed can be opened.

Nothing that was read is thrown away where a person could miss it. What it hung on is put in its place, as blank as the
schema allows, with a mark where words should be.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final
from uuid import uuid4

from journal.domain.goal import GOAL_STATUSES
from journal.domain.moments import Moment
from journal.domain.scales import DEFAULT_SCALE
from journal.domain.shelves import SHELVES
from journal.store.check_ins import KIND as CHECK_IN
from journal.store.connection import Connection, Row, Value
from journal.store.entries import KIND as ENTRY
from journal.store.goals import KIND as GOAL
from journal.store.peer_sessions import KIND as SESSION
from journal.store.salvage_spine import Known

GONE: Final = "…"
"""Stands where a part must have words and they could not be read."""

OWN_TABLE: Final = {
    CHECK_IN: "check_in",
    ENTRY: "entry",
    GOAL: "goal",
    SESSION: "peer_session",
    **{kind: "coping_tool" if kind == "tool" else kind for kind in SHELVES},
}
"""By kind, the table with an item's own part."""

_DATED: Final = (CHECK_IN, ENTRY, GOAL, SESSION)
_WORDS_IN: Final = {CHECK_IN: "note", ENTRY: "body", GOAL: "title", SESSION: "stayed", "tool": "name"}
"""Where the words go that the search index kept."""
_NEEDED: Final = {("check_in", "scale_id"): DEFAULT_SCALE, ("goal", "status"): GOAL_STATUSES[0]}
_A_MERE_LINK: Final = "item_goal"
_CANNOT_STAND_IN: Final = ("plan",)
"""A section of a plan without its words and its name would be nowhere to be seen."""


@dataclass(slots=True)
class Mended:
    """What was put in place or left out."""

    without_a_day: list[int] = field(default_factory=list)
    """Numbers of the things that stand under today, since their own day could not be read."""
    words_from_search: int = 0
    """Things whose words came out of the search index."""
    without_words: int = 0
    """Things whose own part could not be read, and of whose words nothing is left."""
    left_out: dict[str, int] = field(default_factory=dict)
    """Rows, by table, that say nothing without what they belong to."""


class Mending:
    """Puts the rows of a rescue in order. The caller owns the transaction; foreign keys are off meanwhile."""

    def __init__(
        self,
        connection: Connection,
        now: Moment,
        known: Known,
        words_of: Callable[[Sequence[int]], dict[int, str]],
    ) -> None:
        """Nothing is changed yet.

        Args:
            connection: the new file.
            now: for what has no day of its own any more.
            known: what the indexes say of items that could not be read.
            words_of: gives the words that the search index kept of these items.
        """
        self._connection = connection
        self._now = now
        self._known = known
        self._words_of = words_of
        self._done = Mended()
        listed = connection.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
        self._tables = [str(name) for (name,) in listed]
        self._kinds = {table: kind for kind, table in OWN_TABLE.items() if table in self._tables}

    def mend(self) -> Mended:
        """Put everything in its place."""
        self._spine_from_indexes()
        self._parts_that_others_hang_on()
        for table, kind in self._kinds.items():
            self._spine_of(table, kind)
        self._earlier_words_alone()
        self._parts_of_their_own()
        self._deeds()
        for _ in self._tables:
            if not self._connection.rows("PRAGMA foreign_key_check"):
                break
            self._let_go_of_the_rest()
        return self._done

    def _spine_from_indexes(self) -> None:
        for number, says in self._known.items():
            if says.get("kind") in OWN_TABLE and says.get("for_date") is not None:
                self._add_item(number, str(says["kind"]))

    def _parts_that_others_hang_on(self) -> None:
        """A goal of which the steps are there, a check-in of which the feelings are."""
        for child, column, parent, key, on_delete in self._references():
            if parent in self._kinds and on_delete == "CASCADE" and child != _A_MERE_LINK:
                self._stand_in(
                    parent,
                    self._numbers(
                        f'SELECT DISTINCT "{column}" FROM "{child}"'
                        f' WHERE "{column}" NOT IN (SELECT "{key}" FROM "{parent}")'
                    ),
                )

    def _spine_of(self, table: str, kind: str) -> None:
        for number in self._numbers(f'SELECT item FROM "{table}" WHERE item NOT IN (SELECT number FROM item)'):
            self._add_item(number, kind)

    def _earlier_words_alone(self) -> None:
        """Where only what an edit replaced is left of something, it becomes a page of its own."""
        rows = self._connection.rows(
            "SELECT item, max(number), words FROM earlier_version WHERE words IS NOT NULL AND item NOT IN"
            " (SELECT number FROM item) GROUP BY item"
        )
        for item, _, words in rows:
            self._add_item(int(item or 0), ENTRY)
            self._connection.execute("INSERT OR IGNORE INTO entry (item, body) VALUES (?, ?)", (item, words))

    def _parts_of_their_own(self) -> None:
        for table, kind in self._kinds.items():
            hollow = self._numbers(
                f'SELECT number FROM item WHERE kind = ? AND number NOT IN (SELECT item FROM "{table}")', (kind,)
            )
            if kind in _CANNOT_STAND_IN:
                self._connection.execute_many("DELETE FROM item WHERE number = ?", [(number,) for number in hollow])
                self._leave_out(table, len(hollow))
            else:
                self._stand_in(table, hollow)

    def _deeds(self) -> None:
        """A delete that cannot be read is still one: what it hid can be brought back."""
        self._connection.execute(
            "INSERT INTO deed (number, kind, at) SELECT DISTINCT deed, 'delete', ? FROM (SELECT deed FROM deed_item"
            " JOIN item ON item.number = deed_item.item WHERE deleted_at IS NOT NULL"
            + (" UNION SELECT deed FROM deed_draft" if "deed_draft" in self._tables else "")
            + ") WHERE deed NOT IN (SELECT number FROM deed)",
            (self._now.at_utc,),
        )

    def _let_go_of_the_rest(self) -> None:
        """Links to what is gone: a tag without its page, a page about a goal that is not there."""
        for child, column, parent, key, on_delete in self._references():
            stray = f'"{column}" NOT IN (SELECT "{key}" FROM "{parent}")'
            if on_delete == "SET NULL":
                self._connection.execute(f'UPDATE "{child}" SET "{column}" = NULL WHERE {stray}')
                continue
            count = int(self._connection.one(f'SELECT count(*) FROM "{child}" WHERE {stray}') or 0)
            if count:
                self._connection.execute(f'DELETE FROM "{child}" WHERE {stray}')
                self._leave_out(child, count)

    def _add_item(self, number: int, kind: str) -> None:
        """A row on the spine with what is known of it, under today where its day is not."""
        says, now = self._known.get(number, {}), self._now
        is_dated = kind in _DATED
        instant = str(says.get("at_utc") or now.at_utc)
        has_day = "for_date" in says
        row: dict[str, Value] = {
            "number": number,
            "id": says.get("id") or str(uuid4()),
            "kind": kind,
            "at": instant if has_day else now.at,
            "at_utc": instant,
            "zone": "UTC" if has_day else now.zone,
            "for_date": says.get("for_date") or now.for_date,
            "recorded_at": instant,
            "bring": says.get("bring", 0),
            "keep": says.get("keep", 0),
            "deleted_at": says.get("deleted_at"),
            "dated": int(is_dated),
        }
        self._insert("item", row)
        if is_dated and not has_day:
            self._done.without_a_day.append(number)

    def _stand_in(self, table: str, numbers: Sequence[int]) -> None:
        """Own parts for these items, with the words that the search index kept, or a mark in their place."""
        kind = self._kinds[table]
        found = self._words_of(numbers) if numbers else {}
        for number in numbers:
            words = found.get(number)
            row: dict[str, Value] = {"item": number, **dict.fromkeys(self._needed_columns(table), GONE)}
            if kind in _WORDS_IN:
                row[_WORDS_IN[kind]] = words or GONE
            if kind == GOAL and words is not None:
                row["title"], _, rest = words.partition("\n")
                row["why_it_matters"] = rest or None
            row |= {column: value for (of, column), value in _NEEDED.items() if of == table}
            self._insert(table, row)
            self._done.words_from_search += words is not None
            self._done.without_words += words is None

    def _insert(self, table: str, row: dict[str, Value]) -> None:
        there = {str(column[1]) for column in self._connection.rows(f'PRAGMA table_info("{table}")')}
        kept = {name: value for name, value in row.items() if name in there}
        names, places = ", ".join(f'"{name}"' for name in kept), ", ".join("?" * len(kept))
        self._connection.execute(f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({places})', tuple(kept.values()))

    def _needed_columns(self, table: str) -> Iterator[str]:
        for _, name, kind, is_needed, default, is_key in self._connection.rows(f'PRAGMA table_info("{table}")'):
            if is_needed and default is None and not is_key and kind == "TEXT":
                yield str(name)

    def _references(self) -> Iterator[tuple[str, str, str, str, str]]:
        """Child table, its column, the table and column it points at, and what happens to it with that."""
        for table in self._tables:
            for row in self._connection.rows(f'PRAGMA foreign_key_list("{table}")'):
                yield table, str(row[3]), str(row[2]), str(row[4]), str(row[6])

    def _numbers(self, sql: str, values: Sequence[Value] = ()) -> list[int]:
        rows: list[Row] = self._connection.rows(sql, values)
        return [number for (number,) in rows if isinstance(number, int)]

    def _leave_out(self, table: str, count: int) -> None:
        if count:
            self._done.left_out[table] = self._done.left_out.get(table, 0) + count

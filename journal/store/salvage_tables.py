"""The rows of a damaged file, table by table, into a new one of the same schema."""

import json
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from typing import Final

from journal.errors import Busy, CairnError, Damaged, NoRoom
from journal.store.connection import Connection, Row, Value
from journal.store.meta import Meta
from journal.store.salvage import DamagedFile
from journal.store.salvage_reading import FEW_FAILURES, Gap, Reading, Source

Days = tuple[str, str]
"""The first and the last of some local calendar days."""


@dataclass(frozen=True, slots=True)
class Lost:
    """What of one table did not come over."""

    gaps: tuple[Gap, ...] = ()
    """Places where something could not be read."""
    left_out: int = 0
    """Rows that could be read, and that the schema does not take."""


OURS: Final = ("meta", "migration")
"""Tables that every file has rows of its own in."""
_ROWID = "rowid"
_BOTH_SIDES = (("<=", "DESC"), (">=", "ASC"))


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the new file, with the columns that its rows are read by."""

    source: Source

    @property
    def name(self) -> str:
        return self.source.table

    def add(self, connection: Connection, rows: list[Row]) -> None:
        """Put rows into the new file; those it does not take are left out.

        Raises:
            NoRoom: the disk did not take them.
        """
        names = ", ".join(f'"{name}"' for name in self.source.columns)
        sql = f'INSERT OR IGNORE INTO "{self.name}" ({names}) VALUES ({", ".join("?" * len(self.source.columns))})'
        try:
            connection.execute_many(sql, rows)
        except (Busy, NoRoom):
            raise
        except CairnError:
            # One of them is of another kind than its column takes, which no IGNORE covers: one at a time.
            for row in rows:
                _add_one(connection, sql, row)


def tables_of(connection: Connection) -> list[Table]:
    """The tables of a file that hold a person's rows, in the order in which the schema names them.

    What the search indexes are made of is left out: they are made anew from what was read.
    """
    listed = connection.rows("SELECT name, sql FROM sqlite_master WHERE type = 'table' ORDER BY rowid")
    virtual = [str(name) for name, sql in listed if str(sql).upper().startswith("CREATE VIRTUAL")]
    without_rowid = {str(row[1]) for row in connection.rows("PRAGMA table_list") if row[4]}
    return [
        Table(_source(connection, str(name), str(name) in without_rowid))
        for name, _ in listed
        if not str(name).startswith(("sqlite_", *virtual)) and name not in OURS
    ]


def copy_table(
    file: DamagedFile, there: dict[str, list[str]], table: Table, into: Connection, told: Callable[[], object]
) -> Lost:
    """Copy every row of one table that can be read.

    Args:
        file: where from.
        there: the tables and columns of that file, from `DamagedFile.tables`.
        table: of the new file.
        into: the new file, in a transaction.
        told: called now and then; what it raises ends the work.

    Returns:
        What did not come over.
    """
    if table.name not in there:
        return Lost()
    columns = tuple(name for name in table.source.columns if name in there[table.name])
    source, read = replace(table.source, columns=columns), 0

    def take(rows: list[Row]) -> None:
        nonlocal read
        read += len(rows)
        Table(source).add(into, rows)
        told()

    gaps = Reading(file, source, take).run()
    left_out = read - row_count(into, table.name)
    # Where a place of the table cannot be read, its rows may stand in an index once more.
    if gaps and any(not Reading(file, index, take, FEW_FAILURES).run() for index in _whole_indexes(into, source)):
        gaps = []
    return Lost(tuple(gaps), left_out)


def _whole_indexes(connection: Connection, source: Source) -> Iterator[Source]:
    """Indexes in which every column of a table stands once more, as those of tags do."""
    for _, name, _, origin, is_partial in connection.rows(f'PRAGMA index_list("{source.table}")'):
        key = tuple(row[2] for row in connection.rows(f'PRAGMA index_xinfo("{name!s}")'))
        if origin == "c" and not is_partial and set(source.columns) <= set(key):
            numbers = dict(zip(source.key, source.numbers, strict=True))
            names = tuple(str(column) for column in key if column is not None)
            yield replace(
                source, key=names, numbers=tuple(numbers.get(column, False) for column in names), index=str(name)
            )


def carry_meta(file: DamagedFile, into: Connection, vault_id: str, generation: int, now: str) -> None:
    """Write the new file's own row, which goes on from the old one's: it must not be taken for an older file."""
    made_at, writes = now, 0
    try:
        rows = file.rows("SELECT made_at, write_counter FROM meta NOT INDEXED")
    except Damaged:
        rows = []
    for made, counted in rows[:1]:
        made_at, writes = str(made), counted if isinstance(counted, int) else 0
    Meta(into).begin(vault_id, generation, made_at)
    Meta(into).note_restored(now, generation, writes + 1)


def row_count(connection: Connection, table: str) -> int:
    """How many rows a table has now."""
    return int(connection.one(f'SELECT count(*) FROM "{table}"') or 0)


def _source(connection: Connection, table: str, is_without_rowid: bool) -> Source:
    described = connection.rows(f'PRAGMA table_info("{table}")')
    columns = tuple(str(row[1]) for row in described)
    if not is_without_rowid:
        return Source(table, (_ROWID,), (True,), columns)
    key = sorted((row for row in described if row[5]), key=lambda row: int(row[5] or 0))
    return Source(
        table, tuple(str(row[1]) for row in key), tuple(str(row[2]).upper() == "INTEGER" for row in key), columns
    )


def _add_one(connection: Connection, sql: str, row: Row) -> None:
    try:
        connection.execute(sql, row)
    except (Busy, NoRoom):
        raise
    except CairnError:
        return


def days_of(
    connection: Connection, lost: Gap, table: Table, kind: str | None, but: Collection[int], today: str
) -> Days | None:
    """The local days that a place lies between, as the spine tells; `None` where it tells nothing.

    Args:
        connection: the new file, mended.
        lost: the place.
        table: where it was.
        kind: of the things that have their own part there; `None` for all kinds.
        but: numbers of things that stand under today for want of a day.
        today: where a place at the end ends.
    """
    if table.name != "item" and table.source.columns[0] != "item":
        return None
    low, high = _number_or(lost.after, 0), _number_or(lost.before, 2**62)
    chosen, values = ["dated = 1", "number NOT IN (SELECT value FROM json_each(?))"], [json.dumps(sorted(but))]
    if kind is not None:
        chosen, values = [*chosen, "kind = ?"], [*values, kind]
    where = " AND ".join(chosen)
    inside = connection.rows(
        f"SELECT min(for_date), max(for_date) FROM item WHERE number > ? AND number < ? AND {where}",
        (low, high, *values),
    )
    days = [str(day) for row in inside for day in row if day is not None]
    if not days and lost.before is None:
        days = [today]
    for sign, order in _BOTH_SIDES if not any(row[0] for row in inside) else ():
        found = connection.rows(
            f"SELECT for_date FROM item WHERE number {sign} ? AND {where} ORDER BY number {order} LIMIT 1",
            (low if sign == "<=" else high, *values),
        )
        days += [str(day) for (day,) in found]
    return (min(days), max(days)) if days else None


def to_be_indexed(connection: Connection) -> list[tuple[int, str]]:
    """Numbers and kinds of everything that the search looks through."""
    rows = connection.rows("SELECT number, kind FROM item WHERE deleted_at IS NULL ORDER BY number")
    return [(int(number or 0), str(kind)) for number, kind in rows]


def clear_search(connection: Connection) -> None:
    """Let go of what steps of the schema put into the search indexes."""
    for index in ("search_index", "tool_index"):
        connection.execute(f"DELETE FROM {index}")


def _number_or(key: tuple[Value, ...] | None, otherwise: int) -> int:
    return key[0] if key and isinstance(key[0], int) else otherwise

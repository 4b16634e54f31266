"""One kind's table, a column a part: how goals, sessions, tools and the like are written and read."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from journal.domain.parts import Part, Value
from journal.store import connection


class PartsTable:
    """The parts of one kind of item. Callers own the transaction and the row on the spine."""

    def __init__(self, using: connection.Connection, table: str, parts: Sequence[Part]) -> None:
        """Nothing is read yet.

        Args:
            using: the open journal's connection.
            table: its name: one of our own constants, as the names of the parts are.
            parts: every part that has a column.
        """
        self._connection = using
        self._table = table
        self._parts = {part.name: part for part in parts}

    def add(self, number: int, values: Mapping[str, Value]) -> None:
        """Write an item's row; parts that are not named keep the table's own default."""
        given = {name: value for name, value in values.items() if value is not None}
        columns = "".join(f', "{name}"' for name in given)
        places = ", ?" * len(given)
        self._connection.execute(
            f'INSERT INTO "{self._table}" (item{columns}) VALUES (?{places})',
            (number, *(_stored(value) for value in given.values())),
        )

    def get(self, number: int) -> dict[str, Any]:
        """Every part of one item, as the constructors of the values take them."""
        columns = ", ".join(f'"{name}"' for name in self._parts)
        row = self._connection.row(f'SELECT {columns} FROM "{self._table}" WHERE item = ?', (number,))
        stored = row or (None,) * len(self._parts)
        return {name: _read(part, value) for (name, part), value in zip(self._parts.items(), stored, strict=True)}

    def set(self, number: int, values: Mapping[str, Value]) -> None:
        """Put new values in place of some parts."""
        for name, value in values.items():
            if name in self._parts:
                self._connection.execute(
                    f'UPDATE "{self._table}" SET "{name}" = ? WHERE item = ?', (_stored(value), number)
                )


def _stored(value: Value) -> str | None:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, tuple) else value


def _read(part: Part, stored: object) -> Value:
    if part.is_many:
        return tuple(str(word) for word in json.loads(str(stored or "[]")))
    return None if stored is None else str(stored)

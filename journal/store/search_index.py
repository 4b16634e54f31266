"""The full-text index over every written word."""

from collections.abc import Iterable

from journal.domain.timeline import Found
from journal.store.connection import Connection, Value

_EXCERPT_WORDS = 16


class SearchIndex:
    """Words of the open journal, by the item they stand in. Callers own the transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, number: int, words: Iterable[str | None]) -> None:
        """Index an item's words in place of those it had."""
        self.remove(number)
        text = "\n".join(part for part in words if part)
        if text:
            self._connection.execute("INSERT INTO search_index (rowid, words) VALUES (?, ?)", (number, text))

    def remove(self, number: int) -> None:
        self._connection.execute("DELETE FROM search_index WHERE rowid = ?", (number,))

    def find(self, query: str, kind: str | None, limit: int) -> tuple[int, list[Found]]:
        """How many items hold every word, and the newest of them with the words around the place."""
        where = "search_index MATCH ?" + ("" if kind is None else " AND item.kind = ?")
        values: list[Value] = [query] if kind is None else [query, kind]
        total = self._connection.one(
            f"SELECT count(*) FROM search_index JOIN item ON item.number = search_index.rowid WHERE {where}",
            values,
        )
        rows = self._connection.rows(
            "SELECT item.kind, item.id, item.for_date, snippet(search_index, 0, '', '', '…', ?)"
            f" FROM search_index JOIN item ON item.number = search_index.rowid WHERE {where}"
            " ORDER BY item.for_date DESC, item.at_utc DESC, item.number DESC LIMIT ?",
            [_EXCERPT_WORDS, *values, limit],
        )
        return int(total or 0), [Found(*(str(part) for part in row)) for row in rows]

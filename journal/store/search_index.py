"""The full-text index over every written word."""

import json
from collections.abc import Iterable

from journal.domain.timeline import Found
from journal.store.connection import Connection

_EXCERPT_WORDS = 10
"""Few enough that the word that was found still stands on a row of 80 cells."""

# Only what is not deleted is in the index, so that a count of all kinds needs no other table.
_TOTAL_OF_ALL = "SELECT count(*) FROM search_index WHERE search_index MATCH ?"
_TOTAL_OF_KIND = (
    "SELECT count(*) FROM search_index JOIN item ON item.number = search_index.rowid"
    " WHERE search_index MATCH ? AND kind = ?"
)
# First which are the newest, by the index of days; then excerpts for those alone: to cut one for every hit
# of a frequent word costs a second at 100,000 pages. A plus keeps a column away from another plan.
_NEWEST = (
    "SELECT number FROM item INDEXED BY item_by_day WHERE deleted_at IS NULL AND dated = 1"
    " AND +number IN (SELECT rowid FROM search_index WHERE search_index MATCH ?){of_kind}"
    " ORDER BY for_date DESC, at_utc DESC, number DESC LIMIT ?"
)
_EXCERPTS = (
    "SELECT item.kind, item.id, item.for_date, hit.excerpt FROM"
    " (SELECT rowid AS number, snippet(search_index, 0, '', '', '…', ?) AS excerpt FROM search_index"
    " WHERE search_index MATCH ? AND +rowid IN (SELECT value FROM json_each(?))) AS hit"
    " CROSS JOIN item ON item.number = hit.number"
    " ORDER BY item.for_date DESC, item.at_utc DESC, item.number DESC"
)


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
        of_kind, kinds = ("", []) if kind is None else (" AND kind = ?", [kind])
        total = self._connection.one(_TOTAL_OF_KIND if kinds else _TOTAL_OF_ALL, [query, *kinds])
        newest = self._connection.rows(_NEWEST.format(of_kind=of_kind), [query, *kinds, limit])
        numbers = json.dumps([number for (number,) in newest])
        rows = self._connection.rows(_EXCERPTS, [_EXCERPT_WORDS, query, numbers])
        return int(total or 0), [Found(*(str(part) for part in row)) for row in rows]

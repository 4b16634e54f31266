"""The full-text index over every written word, and over the names of tools, which stand there once."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from journal.store.connection import Connection

if TYPE_CHECKING:
    from journal.domain.timeline import Found

_EXCERPT_WORDS = 10
"""Few enough that the word that was found still stands on a row of 80 cells."""

# Only what is not deleted is in the index, so that a count of all kinds needs no other table.
_TOTAL_OF_ALL = "SELECT count(*) FROM search_index WHERE search_index MATCH ?"
_TOTAL_OF_KIND = (
    "SELECT count(*) FROM search_index JOIN item ON item.number = search_index.rowid"
    " WHERE search_index MATCH ? AND kind = ?"
)
# A check-in holds the words of the tools it names as well as its own. A plus keeps a column away from another plan.
_HOLDS = (
    "(+number IN (SELECT rowid FROM search_index WHERE search_index MATCH ?) OR +number IN (SELECT item FROM tool_use"
    " WHERE tool IN (SELECT rowid FROM tool_index WHERE tool_index MATCH ?)))"
)
_IS_MATCHED = "+number IN (SELECT rowid FROM search_index WHERE search_index MATCH ?)"
_TOTAL_OF_THESE = "SELECT count(*) FROM item WHERE deleted_at IS NULL AND dated = 1 AND {held}{of_kind}"
# First which are the newest, by the index of days; then excerpts for those alone: to cut one for every hit
# of a frequent word costs a second at 100,000 pages.
_NEWEST = (
    "SELECT number FROM item INDEXED BY item_by_day WHERE deleted_at IS NULL AND dated = 1"
    " AND {held}{of_kind}"
    " ORDER BY for_date DESC, at_utc DESC, number DESC LIMIT ?"
)
_EXCERPTS = (
    "SELECT rowid, snippet(search_index, 0, '', '', '…', ?) FROM search_index"
    " WHERE search_index MATCH ? AND +rowid IN (SELECT value FROM json_each(?))"
)
_TOOL_NAMES = (
    "SELECT tool_use.item, group_concat(name, ', ') FROM tool_use JOIN coping_tool ON coping_tool.item = tool_use.tool"
    " WHERE tool_use.item IN (SELECT value FROM json_each(?))"
    " AND tool IN (SELECT rowid FROM tool_index WHERE tool_index MATCH ?) GROUP BY tool_use.item"
)
_FOUND = (
    "SELECT number, kind, id, for_date FROM item WHERE number IN (SELECT value FROM json_each(?))"
    " ORDER BY for_date DESC, at_utc DESC, number DESC"
)


class SearchIndex:
    """Words of the open journal, by the item they stand in. Callers own the transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, number: int, words: Iterable[str | None]) -> None:
        """Index an item's words in place of those it had."""
        self.remove(number)
        # An excerpt would end at a NUL: a space in its place, here alone, parts the words as it does.
        text = "\n".join(part for part in words if part).replace("\0", " ")
        if text:
            self._connection.execute("INSERT INTO search_index (rowid, words) VALUES (?, ?)", (number, text))

    def remove(self, number: int) -> None:
        self._connection.execute("DELETE FROM search_index WHERE rowid = ?", (number,))

    def put_tool(self, number: int, name: str) -> None:
        """Index a tool's name in place of the one it had: every check-in that used it is found by it."""
        self.remove_tool(number)
        self._connection.execute("INSERT INTO tool_index (rowid, words) VALUES (?, ?)", (number, name))

    def remove_tool(self, number: int) -> None:
        self._connection.execute("DELETE FROM tool_index WHERE rowid = ?", (number,))

    def find(self, terms: Sequence[str], kind: str | None, limit: int) -> "tuple[int, list[Found]]":
        """How many items hold every word, and the newest of them with the words around the place.

        `terms`: from `search_terms`, one at least.
        """
        import json

        query, any_of_them = " ".join(terms), " OR ".join(terms)
        of_kind, kinds = ("", []) if kind is None else (" AND kind = ?", [kind])
        if self._connection.row("SELECT 1 FROM tool_index WHERE tool_index MATCH ? LIMIT 1", [any_of_them]) is None:
            total = self._connection.one(_TOTAL_OF_KIND if kinds else _TOTAL_OF_ALL, [query, *kinds])
            held, values, around = _IS_MATCHED, [query], query
        else:
            held = " AND ".join(_HOLDS for _ in terms)
            values, around = [term for term in terms for _ in range(2)], any_of_them
            total = self._connection.one(_TOTAL_OF_THESE.format(held=held, of_kind=of_kind), [*values, *kinds])
        newest = self._connection.rows(_NEWEST.format(held=held, of_kind=of_kind), [*values, *kinds, limit])
        chosen = json.dumps([number for (number,) in newest])
        # Two queries: joined as one, the index is gone through once for every row.
        around_them = [
            *self._connection.rows(_TOOL_NAMES, [chosen, around]),
            *self._connection.rows(_EXCERPTS, [_EXCERPT_WORDS, around, chosen]),
        ]
        excerpts = {number: str(excerpt) for number, excerpt in around_them}
        from journal.domain.timeline import Found

        rows = self._connection.rows(_FOUND, [chosen])
        return int(total or 0), [
            Found(str(found), str(item_id), str(for_date), excerpts.get(number, ""))
            for number, found, item_id, for_date in rows
        ]

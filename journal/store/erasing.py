"""Taking rows out for good. The engine writes zeros over them (`secure_delete`), and so do both search indexes."""

import json
from collections.abc import Iterable

from journal.store.connection import Connection
from journal.store.gone import note_gone

_IN_RANGE = "for_date BETWEEN ? AND ?"
_THESE = "(SELECT value FROM json_each(?))"


class Eraser:
    """What goes, and letting it go. Callers own the transaction. Days are local calendar days, both included."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def dated(self, first: str, last: str) -> list[int]:
        """Numbers of everything dated, be it out of sight already."""
        rows = self._connection.rows(f"SELECT number FROM item WHERE dated = 1 AND {_IN_RANGE}", (first, last))
        return [int(number or 0) for (number,) in rows]

    def kinds(self, numbers: Iterable[int]) -> dict[str, int]:
        """How many of each kind."""
        rows = self._connection.rows(
            f"SELECT kind, count(*) FROM item WHERE number IN {_THESE} GROUP BY kind ORDER BY kind",
            (json.dumps(list(numbers)),),
        )
        return {str(kind): int(count or 0) for kind, count in rows}

    def earlier_versions(self, numbers: Iterable[int]) -> int:
        """How many earlier versions go with them."""
        return int(
            self._connection.one(
                f"SELECT count(*) FROM earlier_version WHERE item IN {_THESE}", (json.dumps(list(numbers)),)
            )
            or 0
        )

    def drafts_of(self, numbers: Iterable[int]) -> list[str]:
        """Ids of the drafts that change one of them."""
        rows = self._connection.rows(
            f"SELECT draft.id FROM draft JOIN item ON item.id = draft.item_id WHERE item.number IN {_THESE}",
            (json.dumps(list(numbers)),),
        )
        return [str(draft) for (draft,) in rows]

    def drafts_between(self, first: str, last: str) -> list[str]:
        """Ids of the drafts for these days."""
        rows = self._connection.rows(f"SELECT id FROM draft WHERE {_IN_RANGE}", (first, last))
        return [str(draft) for (draft,) in rows]

    def reflections_between(self, first: str, last: str, but: Iterable[int]) -> list[tuple[int, int]]:
        """Number and goal of what was written about goals on these days, but for the goals that go themselves."""
        rows = self._connection.rows(
            f"SELECT number, goal FROM goal_reflection WHERE {_IN_RANGE} AND goal NOT IN {_THESE}",
            (first, last, json.dumps(list(but))),
        )
        return [(int(number or 0), int(goal or 0)) for number, goal in rows]

    def erase(self, numbers: Iterable[int]) -> None:
        """Take items out, with everything that hangs on them; an id without a word stays, so that none comes back."""
        listed = list(numbers)
        note_gone(self._connection, listed)
        for number in listed:
            self._connection.execute("DELETE FROM search_index WHERE rowid = ?", (number,))
            self._connection.execute("DELETE FROM tool_index WHERE rowid = ?", (number,))
            self._connection.execute("DELETE FROM item WHERE number = ?", (number,))

    def erase_drafts(self, ids: Iterable[str]) -> None:
        """Take drafts out."""
        self._connection.execute_many("DELETE FROM draft WHERE id = ?", [(draft,) for draft in ids])

    def erase_reflections(self, numbers: Iterable[int]) -> None:
        """Take what was written about goals out."""
        self._connection.execute_many("DELETE FROM goal_reflection WHERE number = ?", [(number,) for number in numbers])

    def put_by_drafts(self) -> list[tuple[int, str | None, str]]:
        """Deed, changed item and day of every draft that was put out of sight and waits to go."""
        rows = self._connection.rows("SELECT rowid, draft FROM deed_draft")
        kept = [(int(number or 0), json.loads(str(draft))) for number, draft in rows]
        return [(number, draft.get("item_id"), draft["moment"]["for_date"]) for number, draft in kept]

    def erase_put_by_drafts(self, numbers: Iterable[int]) -> None:
        """Take those out, by their numbers."""
        self._connection.execute_many("DELETE FROM deed_draft WHERE rowid = ?", [(number,) for number in numbers])

    def ids(self, numbers: Iterable[int]) -> set[str]:
        """Ids of items."""
        rows = self._connection.rows(f"SELECT id FROM item WHERE number IN {_THESE}", (json.dumps(list(numbers)),))
        return {str(item) for (item,) in rows}

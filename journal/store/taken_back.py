"""Taking an import back: what is still as it came goes out of sight; what became the person's own stays."""

import json
from collections.abc import Sequence

from journal.store.connection import Connection
from journal.store.gone import SOURCE

FEW = 1000
"""Up to so many words leave the search index one by one; for more it is written anew, which takes seconds."""

_THESE = "(SELECT value FROM json_each(?))"


def _came(what: str) -> str:
    """Whether this import brought what has this fingerprint: an id, or an id and when that was changed last."""
    return f"EXISTS (SELECT 1 FROM arrival WHERE source = '{SOURCE}' AND fingerprint = {what} AND arrival.deed = ?)"


_ITEM_AND_CHANGE, _DRAFT_AND_CHANGE = "item.id || ' ' || edited_at", "draft.id || ' ' || saved_at"
_AS_THEY_CAME = (
    "SELECT item.number FROM deed_item JOIN item ON item.number = deed_item.item"
    " WHERE deed_item.deed = ? AND deleted_at IS NULL"
    f" AND (edited_at IS NULL OR {_came(_ITEM_AND_CHANGE)})"
    f" AND NOT EXISTS (SELECT 1 FROM goal_step WHERE goal = item.number AND NOT {_came('goal_step.id')})"
    f" AND NOT EXISTS (SELECT 1 FROM goal_reflection WHERE goal = item.number AND NOT {_came('goal_reflection.id')})"
)
# A tool that a check-in of the person's own names would take that mark with it.
_NAMED = " UNION ".join(
    f"SELECT {link}.{column} FROM {link} JOIN item ON item.number = {link}.item"
    f" WHERE deleted_at IS NULL AND {link}.item NOT IN {_THESE}"
    for link, column in (("tool_use", "tool"), ("item_goal", "goal"), ("peer_session", "partner"))
)
_DRAFTS = f"SELECT draft.id FROM draft WHERE {_came('draft.id')} AND {_came(_DRAFT_AND_CHANGE)}"


class TakenBack:
    """The things of one import of one open journal. Callers own the transaction."""

    def __init__(self, connection: Connection, deed: int) -> None:
        self._connection = connection
        self._deed = deed

    def things(self) -> list[int]:
        """Numbers of what it brought, but for what was changed here since, deleted here, or is named by what stays."""
        rows = self._connection.rows(_AS_THEY_CAME, (self._deed,) * 4)
        going = [int(number or 0) for (number,) in rows]
        listed = json.dumps(going)
        named = {int(number or 0) for (number,) in self._connection.rows(_NAMED, (listed,) * 3)}
        return sorted(set(going) - named)

    def drafts(self) -> list[str]:
        """Ids of the drafts it brought that nobody went on with."""
        rows = self._connection.rows(_DRAFTS, (self._deed,) * 2)
        return [str(draft) for (draft,) in rows]

    def take_out(self, numbers: Sequence[int], drafts: Sequence[str], now: str) -> None:
        """Put these out of sight, and forget that they came: they may come again."""
        each = [(number,) for number in numbers]
        self._connection.execute_many("UPDATE item SET deleted_at = ? WHERE number = ?", [(now, n) for n in numbers])
        self._connection.execute_many("DELETE FROM tool_index WHERE rowid = ?", each)
        if len(numbers) <= FEW:
            self._connection.execute_many("DELETE FROM search_index WHERE rowid = ?", each)
        else:
            self._write_index_anew(numbers)
        # All at once: there is no index of items, and an import of thousands would be gone through for each.
        self._connection.execute(
            f"DELETE FROM arrival WHERE deed = ? AND item IN {_THESE}", (self._deed, json.dumps(list(numbers)))
        )
        self._connection.execute_many("DELETE FROM draft WHERE id = ?", [(draft,) for draft in drafts])
        self._connection.execute_many(
            f"DELETE FROM arrival WHERE source = '{SOURCE}' AND deed = ? AND item IS NULL"
            " AND (fingerprint = ? OR fingerprint GLOB ? || ' *')",
            [(self._deed, draft, draft) for draft in drafts],
        )

    def _write_index_anew(self, but: Sequence[int]) -> None:
        """The index of search without these words. Taking out every one by itself takes minutes."""
        self._connection.execute(
            'CREATE VIRTUAL TABLE search_index_anew USING fts5 (words, tokenize = "unicode61 remove_diacritics 2")'
        )
        self._connection.execute(
            "INSERT INTO search_index_anew (rowid, words)"
            f" SELECT rowid, words FROM search_index WHERE rowid NOT IN {_THESE}",
            (json.dumps(list(but)),),
        )
        self._connection.execute("DROP TABLE search_index")
        self._connection.execute("ALTER TABLE search_index_anew RENAME TO search_index")
        self._connection.execute("INSERT INTO search_index (search_index, rank) VALUES ('secure-delete', 1)")

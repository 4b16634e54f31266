"""The spine that everything dated hangs on: ids, days, marks, and what is deleted."""

from typing import Any

from journal.domain.moments import Moment
from journal.errors import Ambiguous, BadInput, NotFound
from journal.store.connection import Connection
from journal.store.gone import note_gone

SHORTEST_ID = 4
CAME_LAST = 50
"""So many rows are looked at to know when something was written last."""
_ESCAPE = str.maketrans({"%": "\\%", "_": "\\_", "\\": "\\\\"})
_COLUMNS = "id, kind, at, zone, for_date, recorded_at, edited_at, bring, keep"


def starts_with(prefix: str) -> str:
    """A pattern for LIKE with a backslash as its escape."""
    return prefix.translate(_ESCAPE) + "%"


class Items:
    """Every dated thing of one open journal, whatever its kind. Callers own the transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(
        self,
        item_id: str,
        kind: str,
        moment: Moment,
        recorded_at: str,
        *,
        bring: bool,
        keep: bool,
        dated: bool = True,
    ) -> int:
        """Add a row to the spine and return its number, which the other tables use.

        `dated`: it has a day in the timeline.
        """
        return self._connection.execute(
            "INSERT INTO item (id, kind, at, at_utc, zone, for_date, recorded_at, bring, keep, dated)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (item_id, kind, moment.at, moment.at_utc, moment.zone, moment.for_date, recorded_at, bring, keep, dated),
        )

    def find(self, prefix: str, kind: str | None = None) -> tuple[int, str, str]:
        """Number, kind and whole id of what this id, or unique start of one, names; of one kind, or of any.

        Raises:
            BadInput: fewer than 4 characters.
            Ambiguous: more than one fits.
            NotFound: nothing fits, or it is deleted.
        """
        wanted = prefix.strip().lower()
        if len(wanted) < SHORTEST_ID:
            raise BadInput("An id takes at least {shortest} characters.", shortest=SHORTEST_ID)
        rows = self._connection.rows(
            "SELECT number, kind, id FROM item"
            " WHERE deleted_at IS NULL AND id >= ? AND id < ? AND id LIKE ? ESCAPE '\\'"
            " AND (? IS NULL OR kind = ?) LIMIT 2",
            (wanted, wanted + "\x7f", starts_with(wanted), kind, kind),
        )
        if len(rows) > 1:
            raise Ambiguous()
        if not rows:
            raise NotFound()
        number, found_kind, item_id = rows[0]
        return int(number or 0), str(found_kind), str(item_id)

    def spine(self, number: int) -> dict[str, Any]:
        """The shared fields, as the constructors of the values take them."""
        row = self._connection.row(f"SELECT {_COLUMNS} FROM item WHERE number = ?", (number,))
        if row is None:
            raise NotFound()
        item_id, _kind, at, zone, for_date, recorded_at, edited_at, bring, keep = row
        return {
            "id": item_id,
            "moment": Moment(str(at), str(zone), str(for_date)),
            "recorded_at": recorded_at,
            "edited_at": edited_at,
            "bring": bool(bring),
            "keep": bool(keep),
        }

    def note_edit(self, number: int, now: str, title: str | None, words: str | None) -> None:
        """Keep what an edit replaces, and when."""
        self._connection.execute(
            "INSERT INTO earlier_version (item, replaced_at, title, words) VALUES (?, ?, ?, ?)",
            (number, now, title, words),
        )
        self.set_edited(number, now)

    def earlier(self, number: int) -> list[tuple[str, str | None, str | None]]:
        """When, the title and the words of what edits replaced, the latest first."""
        rows = self._connection.rows(
            "SELECT replaced_at, title, words FROM earlier_version WHERE item = ? ORDER BY number DESC", (number,)
        )
        return [
            (str(replaced_at), None if title is None else str(title), None if words is None else str(words))
            for replaced_at, title, words in rows
        ]

    def set_edited(self, number: int, now: str) -> None:
        self._connection.execute("UPDATE item SET edited_at = ? WHERE number = ?", (now, number))

    def set_moment(self, number: int, moment: Moment) -> None:
        """Say when it was."""
        self._connection.execute(
            "UPDATE item SET at = ?, at_utc = ?, zone = ?, for_date = ? WHERE number = ?",
            (moment.at, moment.at_utc, moment.zone, moment.for_date, number),
        )

    def brought(self) -> list[tuple[int, str]]:
        """Numbers and kinds of what is marked for the next session, the oldest first."""
        rows = self._connection.rows(
            "SELECT number, kind FROM item WHERE bring = 1 AND deleted_at IS NULL ORDER BY for_date, at_utc, number"
        )
        return [(int(number or 0), str(kind)) for number, kind in rows]

    def mark_keep(self, number: int, keep: bool) -> None:
        self._connection.execute("UPDATE item SET keep = ? WHERE number = ?", (keep, number))

    def mark_bring(self, number: int, bring: bool) -> None:
        self._connection.execute("UPDATE item SET bring = ? WHERE number = ?", (bring, number))

    def set_deleted(self, number: int, deleted_at: str | None) -> None:
        """Hide an item, or bring it back with `None`."""
        self._connection.execute("UPDATE item SET deleted_at = ? WHERE number = ?", (deleted_at, number))

    def newest_change(self) -> str | None:
        """UTC instant at which the latest of what came last was written or changed; `None` for an empty journal.

        What came last has the highest numbers, so that no table is read from end to end.
        """
        newest = self._connection.one(
            "SELECT max(coalesce(edited_at, recorded_at)) FROM"
            " (SELECT edited_at, recorded_at FROM item WHERE deleted_at IS NULL ORDER BY number DESC LIMIT ?)",
            (CAME_LAST,),
        )
        return None if newest is None else str(newest)

    def is_deleted(self, number: int) -> bool:
        return self._connection.one("SELECT deleted_at FROM item WHERE number = ?", (number,)) is not None

    def number_of(self, item_id: str) -> int | None:
        """The number behind a whole id, deleted or not."""
        row = self._connection.row("SELECT number FROM item WHERE id = ?", (item_id,))
        return int(row[0] or 0) if row else None

    def kind_of(self, number: int) -> str:
        return str(self._connection.one("SELECT kind FROM item WHERE number = ?", (number,)))

    def purge(self, deleted_before: str) -> int:
        """Let go of what was deleted before this UTC instant, for good. Returns how many."""
        old = self._connection.rows(
            "SELECT number FROM item WHERE deleted_at IS NOT NULL AND deleted_at < ?", (deleted_before,)
        )
        note_gone(self._connection, [int(number or 0) for (number,) in old])
        self._connection.execute_many("DELETE FROM item WHERE number = ?", old)
        return len(old)

    def has_old_deleted(self, deleted_before: str) -> bool:
        return (
            self._connection.row(
                "SELECT 1 FROM item WHERE deleted_at IS NOT NULL AND deleted_at < ? LIMIT 1",
                (deleted_before,),
            )
            is not None
        )

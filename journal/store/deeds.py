"""What can be taken back: deletes and imports of the last 30 days, and what an import brought before."""

from collections.abc import Iterable

from journal.domain.timeline import Deed
from journal.store.connection import Connection


class Deeds:
    """Deletes and imports of one open journal. Callers own the transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, kind: str, now: str, numbers: Iterable[int]) -> int:
        """Remember a deed and the items it touched."""
        deed = self._connection.execute("INSERT INTO deed (kind, at) VALUES (?, ?)", (kind, now))
        self._connection.execute_many(
            "INSERT INTO deed_item (deed, item) VALUES (?, ?)", [(deed, number) for number in numbers]
        )
        return deed

    def open_since(self, since: str) -> list[Deed]:
        """Deeds not taken back yet that still touch something, the newest first."""
        rows = self._connection.rows(
            "SELECT deed.number, deed.kind, deed.at, count(deed_item.item) FROM deed"
            " JOIN deed_item ON deed_item.deed = deed.number"
            " WHERE undone_at IS NULL AND deed.at >= ? GROUP BY deed.number ORDER BY deed.number DESC",
            (since,),
        )
        return [Deed(int(number or 0), str(kind), str(at), int(items or 0)) for number, kind, at, items in rows]

    def items_of(self, deed: int) -> list[int]:
        rows = self._connection.rows("SELECT item FROM deed_item WHERE deed = ? ORDER BY item", (deed,))
        return [int(number or 0) for (number,) in rows]

    def note_undone(self, deed: int, now: str) -> None:
        self._connection.execute("UPDATE deed SET undone_at = ? WHERE number = ?", (now, deed))

    def known_arrivals(self, source: str) -> set[str]:
        """Fingerprints of everything this source brought before."""
        rows = self._connection.rows("SELECT fingerprint FROM arrival WHERE source = ?", (source,))
        return {str(fingerprint) for (fingerprint,) in rows}

    def note_arrivals(self, source: str, deed: int, arrived: Iterable[tuple[str, int]]) -> None:
        """Remember fingerprints and the numbers of the items they became."""
        self._connection.execute_many(
            "INSERT INTO arrival (source, fingerprint, deed, item) VALUES (?, ?, ?, ?)",
            [(source, fingerprint, deed, number) for fingerprint, number in arrived],
        )

    def forget_arrivals(self, deed: int, numbers: Iterable[int]) -> None:
        """What was taken out again may come again; what was changed or deleted here since may not."""
        self._connection.execute_many(
            "DELETE FROM arrival WHERE deed = ? AND item = ?", [(deed, number) for number in numbers]
        )

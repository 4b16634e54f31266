"""What can be taken back: deletes and imports of the last 30 days, and what an import brought before."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import TYPE_CHECKING

from journal.domain.moments import Moment
from journal.store.connection import Connection

if TYPE_CHECKING:
    from journal.domain.entry import Draft
    from journal.domain.timeline import Deed


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

    def add_draft(self, now: str, draft: "Draft") -> None:
        """Remember that a draft was put out of sight, with everything it held."""
        import json

        deed = self._connection.execute("INSERT INTO deed (kind, at) VALUES ('delete', ?)", (now,))
        self._connection.execute(
            "INSERT INTO deed_draft (deed, draft) VALUES (?, ?)", (deed, json.dumps(asdict(draft), ensure_ascii=False))
        )

    def drafts_of(self, deed: int) -> "list[Draft]":
        """The drafts that a deed put out of sight, as they were."""
        import json

        from journal.domain.entry import Draft

        rows = self._connection.rows("SELECT draft FROM deed_draft WHERE deed = ?", (deed,))
        kept = [json.loads(str(draft)) for (draft,) in rows]
        return [Draft(**{**fields, "moment": Moment(**fields["moment"])}) for fields in kept]

    def let_go_of_drafts(self, before: str) -> None:
        """Let the drafts go that were put out of sight before this UTC instant, or are back."""
        self._connection.execute(
            "DELETE FROM deed_draft WHERE deed IN (SELECT number FROM deed WHERE at < ? OR undone_at IS NOT NULL)",
            (before,),
        )

    def has_drafts_before(self, before: str) -> bool:
        return (
            self._connection.row(
                "SELECT 1 FROM deed_draft JOIN deed ON deed.number = deed_draft.deed WHERE at < ? LIMIT 1", (before,)
            )
            is not None
        )

    def open_since(self, since: str) -> "list[Deed]":
        """Deeds not taken back yet that still touch something, the newest first."""
        rows = self._connection.rows(
            "SELECT number, kind, at, items FROM (SELECT number, kind, at, undone_at,"
            " (SELECT count(*) FROM deed_item WHERE deed_item.deed = deed.number)"
            " + (SELECT count(*) FROM deed_draft WHERE deed_draft.deed = deed.number) AS items FROM deed)"
            " WHERE undone_at IS NULL AND at >= ? AND items > 0 ORDER BY number DESC",
            (since,),
        )
        from journal.domain.timeline import Deed

        return [Deed(int(number or 0), str(kind), str(at), int(items or 0)) for number, kind, at, items in rows]

    def kinds_of(self, deed: int) -> list[str]:
        """The kinds of what a deed touched, each once, `draft` last."""
        rows = self._connection.rows(
            "SELECT DISTINCT kind FROM deed_item JOIN item ON item.number = deed_item.item"
            " WHERE deed = ? ORDER BY kind",
            (deed,),
        )
        drafts = self._connection.row("SELECT 1 FROM deed_draft WHERE deed = ? LIMIT 1", (deed,))
        return [*(str(kind) for (kind,) in rows), *(["draft"] if drafts else [])]

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

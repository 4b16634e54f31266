"""What went for good, by id alone: an archive must not bring it back."""

from collections.abc import Iterable

from journal.store.connection import Connection

SOURCE = "cairn"
"""As the arrivals table names it: what came by id from an archive, and ids that may never come again."""

TAKEN_BACK = (
    "SELECT 1 FROM deed_item JOIN deed ON deed.number = deed_item.deed"
    " WHERE deed_item.item = item.number AND deed.kind = 'import' AND undone_at IS NOT NULL"
)
"""Whether an item came with an import that was undone: that one may come again."""


def note_gone(connection: Connection, numbers: Iterable[int]) -> None:
    """Remember the ids of items that are about to go. The caller owns the transaction."""
    connection.execute_many(
        "INSERT OR IGNORE INTO arrival (source, fingerprint, deed, item)"
        f" SELECT '{SOURCE}', id, NULL, NULL FROM item WHERE number = ? AND NOT EXISTS ({TAKEN_BACK})",
        [(number,) for number in numbers],
    )

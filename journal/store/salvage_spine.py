"""What else a damaged file says of things whose row on the spine, or whose words, cannot be read.

Days, kinds and ids stand in the indexes of the spine once more, and the words of pages in what the search index keeps.
"""

from collections.abc import Collection, Sequence
from typing import Final

from journal.errors import Damaged
from journal.store.connection import Row, Value
from journal.store.salvage import DamagedFile
from journal.store.salvage_reading import FEW_FAILURES, Gap, Reading, Source

Known = dict[int, dict[str, Value]]
"""By the number of an item: columns of its row on the spine."""

_INDEXES: Final[tuple[tuple[str, tuple[str, ...], str, dict[str, Value]], ...]] = (
    ("sqlite_autoindex_item_1", ("id",), "1", {}),
    ("item_by_kind", ("kind", "for_date", "at_utc", "number"), "deleted_at IS NULL AND dated = 1", {"dated": 1}),
    ("item_on_shelf", ("kind", "number"), "deleted_at IS NULL AND dated = 0", {"dated": 0}),
    ("item_deleted", ("deleted_at", "number"), "deleted_at IS NOT NULL", {}),
    ("item_kept", ("number",), "keep = 1 AND deleted_at IS NULL", {"keep": 1}),
    ("item_brought", ("number",), "bring = 1 AND deleted_at IS NULL", {"bring": 1}),
)
"""Name, columns in their order, which rows are in it, and what that says of each. As in the schema."""

_WORDS: Final = ("search_index_content", "tool_index_content")


def known_by_indexes(file: DamagedFile, gaps: Sequence[Gap]) -> Known:
    """What the indexes say of the items whose rows could not be read.

    Args:
        file: where from.
        gaps: of the table of items.
    """
    known: Known = {}
    for index, key, where, says in _INDEXES if gaps else ():
        columns = (*(name for name in key if name != "number"), "number")

        def take(rows: list[Row], columns: tuple[str, ...] = columns, says: dict[str, Value] = says) -> None:
            for row in rows:
                number = row[-1]
                if isinstance(number, int) and any(gap.holds(number) for gap in gaps):
                    known.setdefault(number, {}).update({**dict(zip(columns[:-1], row, strict=False)), **says})

        numbers = tuple(name == "number" for name in key)
        Reading(file, Source("item", key, numbers, columns, index, where), take, FEW_FAILURES).run()
    return known


def words_by_search(file: DamagedFile, numbers: Collection[int]) -> dict[int, str]:
    """The words of items as the search indexes keep them: title, text and tags in one."""
    words: dict[int, str] = {}
    for number in numbers:
        for table in _WORDS:
            try:
                rows = file.rows(f"SELECT c0 FROM {table} NOT INDEXED WHERE id = ?", (number,))
            except Damaged:
                continue
            words.update((number, str(found)) for (found,) in rows if found)
    return words

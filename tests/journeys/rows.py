"""Every row of a journal without what differs whenever the same thing is done again: ids, numbers and times."""

from journal.clock import SystemClock
from journal.paths import Home
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE

_OF_THE_MOMENT = {
    "at", "at_utc", "for_date", "recorded_at", "edited_at", "done_at", "reflected_at", "made_at", "saved_at",
    "replaced_at", "applied_at", "checked_at", "restored_at", "write_counter", "vault_id", "gen", "id", "number",
}  # fmt: skip
_NOT_ROWS = ("search_index_", "sqlite_")

Rows = dict[str, list[tuple[tuple[str, object], ...]]]


def rows_of(home: Home) -> Rows:
    """Each table's rows in an order of their own; a reference is the place of its row among the items, oldest first."""
    journal = open_journal(home, PASSPHRASE, SystemClock())
    connection = journal._connection
    places = {
        number: place for place, (number,) in enumerate(connection.rows("SELECT number FROM item ORDER BY number"))
    }
    tables = [
        str(name)
        for (name,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not str(name).startswith(_NOT_ROWS)
    ]
    found: Rows = {}
    for table in tables:
        columns = [str(column) for (column,) in connection.rows(f"SELECT name FROM pragma_table_info('{table}')")]
        kept = [column for column in columns if column not in _OF_THE_MOMENT]
        chosen = ", ".join(f'"{column}"' for column in kept) or "NULL"
        rows = [
            tuple(
                (name, places.get(value, value) if name in ("item", "goal", "partner", "tool") else value)
                for name, value in zip(kept, row, strict=False)
            )
            for row in connection.rows(f'SELECT {chosen} FROM "{table}"')
        ]
        found[table] = sorted(rows, key=repr)
    journal.close()
    return found

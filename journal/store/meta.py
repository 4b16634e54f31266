"""The one row that says which vault this database belongs to, and small settings."""

from journal.store.connection import Connection

HOME_OF, FACILITATOR = "home-of", "facilitator"
"""The setting that says whose home this is, where it is not a person's own journal."""


class Meta:
    """Which vault this is. Callers own the transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def begin(self, vault_id: str, generation: int, now: str) -> None:
        """Write the row of a new journal."""
        self._connection.execute(
            "INSERT INTO meta (one, vault_id, gen, made_at) VALUES (1, ?, ?, ?)", (vault_id, generation, now)
        )

    def names(self) -> tuple[str, int]:
        """The vault id (32 hex digits) and generation this database was made for."""
        return (
            str(self._connection.one("SELECT vault_id FROM meta")),
            int(self._connection.one("SELECT gen FROM meta") or 0),
        )

    def made_at(self) -> str:
        return str(self._connection.one("SELECT made_at FROM meta"))

    def write_counter(self) -> int:
        """How often this journal was written to."""
        return int(self._connection.one("SELECT write_counter FROM meta") or 0)

    def set_generation(self, generation: int) -> None:
        self._connection.execute("UPDATE meta SET gen = ?", (generation,))

    def note_restored(self, now: str, generation: int, writes: int) -> None:
        """Say that this came out of a backup, and count on from more than was ever counted here."""
        self._connection.execute(
            "UPDATE meta SET restored_at = ?, gen = ?, write_counter = ?", (now, generation, writes)
        )

    def restored_at(self) -> str | None:
        found = self._connection.one("SELECT restored_at FROM meta")
        return None if found is None else str(found)

    def note_checked(self, now: str) -> None:
        """Remember when every page was last read and found whole."""
        self._connection.execute("UPDATE meta SET checked_at = ?", (now,))

    def checked_at(self) -> str | None:
        found = self._connection.one("SELECT checked_at FROM meta")
        return None if found is None else str(found)


class Settings:
    """Small choices, by name. Callers own the transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def get(self, name: str) -> str | None:
        row = self._connection.row("SELECT value FROM setting WHERE name = ?", (name,))
        return str(row[0]) if row else None

    def put(self, name: str, value: str) -> None:
        self._connection.execute(
            "INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            (name, value),
        )

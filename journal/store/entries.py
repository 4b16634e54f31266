"""Pages: what was written, under which prompt, with which tags and themes."""

from collections.abc import Sequence

from journal.domain.entry import JournalEntry
from journal.store.connection import Connection
from journal.store.goals import Goals
from journal.store.items import Items

KIND = "entry"


class Entries:
    """The pages of one open journal. Callers own the transaction."""

    def __init__(self, connection: Connection, items: Items, goals: Goals) -> None:
        self._connection = connection
        self._items = items
        self._goals = goals

    def add(self, entry: JournalEntry) -> int:
        """Write a page with its tags and themes and return its number."""
        number = self._items.add(entry.id, KIND, entry.moment, entry.recorded_at, bring=entry.bring, keep=entry.keep)
        self._connection.execute(
            "INSERT INTO entry (item, title, body, prompt_id, origin) VALUES (?, ?, ?, ?, ?)",
            (number, entry.title, entry.body, entry.prompt_id, entry.origin),
        )
        self._add_words("item_tag", "tag", number, entry.tags)
        self._add_words("item_theme", "theme", number, entry.themes)
        return number

    def get(self, number: int) -> JournalEntry:
        """Read one page."""
        row = self._connection.row("SELECT title, body, prompt_id, origin FROM entry WHERE item = ?", (number,))
        title, body, prompt_id, origin = row or (None, "", None, None)
        tags = self._connection.rows("SELECT tag FROM item_tag WHERE item = ? ORDER BY tag", (number,))
        themes = self._connection.rows("SELECT theme FROM item_theme WHERE item = ? ORDER BY theme", (number,))
        return JournalEntry(
            **self._items.spine(number),
            body=str(body),
            title=None if title is None else str(title),
            prompt_id=None if prompt_id is None else str(prompt_id),
            origin=None if origin is None else str(origin),
            tags=tuple(str(tag) for (tag,) in tags),
            themes=tuple(str(theme) for (theme,) in themes),
            goal_ids=self._goals.linked(number),
        )

    def set_words(self, number: int, title: str | None, body: str) -> None:
        self._connection.execute("UPDATE entry SET title = ?, body = ? WHERE item = ?", (title, body, number))

    def set_about(self, number: int, themes: Sequence[str], tags: Sequence[str]) -> None:
        """Say what a page is about, in place of what it was about."""
        for table, column, chosen in (("item_theme", "theme", themes), ("item_tag", "tag", tags)):
            self._connection.execute(f"DELETE FROM {table} WHERE item = ?", (number,))
            self._add_words(table, column, number, chosen)

    def _add_words(self, table: str, column: str, number: int, words: Sequence[str]) -> None:
        # Table and column are two literals of this file; no value is ever formatted into SQL.
        self._connection.execute_many(
            f"INSERT OR IGNORE INTO {table} (item, {column}) VALUES (?, ?)",
            [(number, word) for word in words],
        )

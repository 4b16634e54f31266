"""Drafts: words on their way, so that nothing is lost by leaving, locking or a power cut."""

from journal.domain.entry import Draft
from journal.domain.moments import Moment
from journal.errors import NotFound
from journal.store.connection import Connection

_COLUMNS = "id, kind, item_id, at, zone, for_date, prompt_id, title, body, answers, saved_at"


class Drafts:
    """The drafts of one open journal. Callers own the transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, draft: Draft) -> None:
        """Write a draft over what it was before."""
        self._connection.execute(
            f"INSERT OR REPLACE INTO draft ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                draft.id, draft.kind, draft.item_id, draft.moment.at, draft.moment.zone, draft.moment.for_date,
                draft.prompt_id, draft.title, draft.body, draft.answers, draft.saved_at,
            ),
        )  # fmt: skip

    def all(self) -> list[Draft]:
        """Every draft, the latest first."""
        rows = self._connection.rows(f"SELECT {_COLUMNS} FROM draft ORDER BY saved_at DESC, id")
        return [
            Draft(
                id=str(draft_id),
                kind=str(kind),
                moment=Moment(str(at), str(zone), str(for_date)),
                body=str(body),
                saved_at=str(saved_at),
                item_id=None if item_id is None else str(item_id),
                title=None if title is None else str(title),
                prompt_id=None if prompt_id is None else str(prompt_id),
                answers=None if answers is None else str(answers),
            )
            for draft_id, kind, item_id, at, zone, for_date, prompt_id, title, body, answers, saved_at in rows
        ]

    def get(self, draft_id: str) -> Draft:
        """One draft.

        Raises:
            NotFound: it was saved or let go meanwhile.
        """
        for draft in self.all():
            if draft.id == draft_id:
                return draft
        raise NotFound("There is no such draft any more.")

    def drop(self, draft_id: str) -> None:
        self._connection.execute("DELETE FROM draft WHERE id = ?", (draft_id,))

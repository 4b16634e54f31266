"""Pairings on their way: what is kept before each message is sent."""

from datetime import datetime
from typing import Any

from journal.store.connection import Connection
from sync.sealing.meeting import Meeting
from sync.sealing.meeting_keys import Role

_COLUMNS = ("code", "seed", "nonce", "contribution", "since", "m1", "m2", "m3", "m4")


class Meetings:
    """The meetings of one open journal."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def put(self, partner: str, meeting: Meeting) -> None:
        """Keep a meeting as it is now."""
        values = [getattr(meeting, name) for name in _COLUMNS if name != "since"]
        values.insert(_COLUMNS.index("since"), meeting.since.isoformat())
        self._connection.execute(
            f"INSERT OR REPLACE INTO meeting (partner, {', '.join(_COLUMNS)})"
            f" VALUES ({', '.join('?' * (len(_COLUMNS) + 1))})",
            [partner, *values],
        )

    def get(self, partner: str, role: Role) -> Meeting | None:
        """The meeting with this partner; `None` where none is on its way."""
        row = self._connection.row(f"SELECT {', '.join(_COLUMNS)} FROM meeting WHERE partner = ?", (partner,))
        if row is None:
            return None
        kept: dict[str, Any] = dict(zip(_COLUMNS, row, strict=True))
        return Meeting(**{**kept, "role": role, "since": instant(kept["since"])})

    def remove(self, partner: str) -> None:
        """Forget the code and everything that came of it."""
        self._connection.execute("DELETE FROM meeting WHERE partner = ?", (partner,))


def instant(text: str) -> datetime:
    """A UTC instant as it is stored."""
    return datetime.fromisoformat(text)

"""What partners share, past its day: it goes from this journal, whether or not a newer page ever comes.

Little is loaded here, so that it can be done whenever the journal is opened.
"""

import json
from contextlib import suppress
from typing import Any

from journal.errors import Busy, NoRoom
from journal.store.connection import Connection
from journal.store.transaction import transaction
from sync.protocol.canonical import canonical


def let_go_of_past(connection: Connection, today: str) -> None:
    """Delete every goal of a partner's whose last day is before this local calendar day.

    Nothing is written where there is none. Where nothing can be written now, none of it is shown all the same, and it
    goes the next time.
    """
    if not _without_past(connection, today):
        return
    with suppress(Busy, NoRoom), transaction(connection):
        # Again: a page that has come meanwhile is not taken back.
        for partner, left in _without_past(connection, today):
            connection.execute("UPDATE pair SET view = ? WHERE partner = ?", (left, partner))


def _without_past(connection: Connection, today: str) -> list[tuple[str, bytes]]:
    """What is left of each view that holds something past its day, by partner."""
    found = []
    for partner, view in connection.rows("SELECT partner, view FROM pair WHERE view IS NOT NULL"):
        page: dict[str, Any] = json.loads(view) if isinstance(view, bytes) else {}
        goals = page.pop("goals", [])
        kept = [goal for goal in goals if goal["until"] >= today]
        if len(kept) < len(goals):
            page.pop("until", None)
            until = {"goals": kept, "until": max(goal["until"] for goal in kept)} if kept else {}
            found.append((str(partner), canonical({**page, **until})))
    return found

"""What partners and members of a group share, past its day: it goes from here, whether or not a newer page ever comes.

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
    """Delete every goal of a partner's, and every page for a facilitator, whose last day is before this local day.

    A page goes with its group, too, once that has closed or is not there any more.

    With a page goes whose it was, and what was answered to it and has arrived.

    Nothing is written where there is none. Where nothing can be written now, none of it is shown all the same, and it
    goes the next time.
    """
    if not _without_past(connection, today):
        return
    with suppress(Busy, NoRoom), transaction(connection):
        # Again: a page that has come meanwhile is not taken back.
        for partner, left in _without_past(connection, today):
            connection.execute("UPDATE pair SET view = ? WHERE partner = ?", (left, partner))
        let_go_of_answers(connection)


def let_go_of_answers(connection: Connection) -> None:
    """Empty what a facilitator wrote to a member and the member has, but for answers to a page that is there now.

    The numbers stay. Nothing of who has shared once is kept by way of what was answered.
    """
    held = "SELECT partner, view, noted_by_them, seed IS NULL FROM pair WHERE kind = 'facilitator' AND role = 'A'"
    for partner, view, taken_in, is_over in connection.rows(held):
        page: dict[str, Any] = json.loads(view) if isinstance(view, bytes) else {}
        about = page.get("summary", {}).get("id")
        connection.execute(
            "UPDATE note_out SET text = '', about = NULL WHERE partner = ? AND (? OR no <= ?) AND about IS NOT ?"
            " AND (text <> '' OR about IS NOT NULL)",
            (partner, is_over, taken_in or 0, about),
        )
        # Words that were begun about a page go with it.
        connection.execute(
            "DELETE FROM draft WHERE item_id = ? AND kind LIKE 'message-%' AND kind <> 'message-' || ?",
            (partner, about or ""),
        )


def _without_past(connection: Connection, today: str) -> list[tuple[str, bytes]]:
    """What is left of each view that holds something past its day, by partner."""
    found, groups = [], _open_groups(connection, today)
    held = "SELECT partner, view, kind = 'facilitator' AND role = 'A', group_name FROM pair WHERE view IS NOT NULL"
    for partner, view, is_held, group in connection.rows(held):
        page: dict[str, Any] = json.loads(view) if isinstance(view, bytes) else {}
        goals = page.pop("goals", [])
        kept = [goal for goal in goals if goal["until"] >= today]
        is_past = page.get("summary", {}).get("until", today) < today or (is_held and group not in groups)
        if "summary" in page and is_past:
            gone = ("summary", "name", "until")
            found.append((str(partner), canonical({name: part for name, part in page.items() if name not in gone})))
        elif len(kept) < len(goals):
            page.pop("until", None)
            until = {"goals": kept, "until": max(goal["until"] for goal in kept)} if kept else {}
            found.append((str(partner), canonical({**page, **until})))
    return found


def _open_groups(connection: Connection, today: str) -> set[str]:
    """The names of the groups that somebody holds in this home and that have not closed."""
    rows = connection.rows(
        "SELECT name FROM peer_group JOIN item ON item.number = peer_group.item"
        " WHERE deleted_at IS NULL AND (closes_on IS NULL OR closes_on >= ?)",
        (today,),
    )
    return {str(name) for (name,) in rows}

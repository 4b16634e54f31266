"""A copy of the journal without what could speak for the person: the keys of their pairs, and every live yes.

A copy can then neither read what a partner writes nor write as anyone, and putting it back never brings back a yes
that was taken back. Source: security brief, d.5.
"""

from journal.errors import Damaged
from journal.store.connection import Connection

_KEPT = ("partner", "via", "role", "kind", "group_name", "begun_at", "my_name", "ended_at", "state", "why")
_BROKEN, _RESTORED, _ENDED = "broken", "restored", "ended"


def leave_sharing_out(copy: Connection) -> None:
    """Take it out of a copy, and out of the pages that held it: the engine overwrites what is deleted.

    What stays: that there was somebody to meet again, words that came and went, and what was said yes to.

    Args:
        copy: open, in no transaction, and of any step of the schema.
    """
    if not copy.one("SELECT count(*) FROM sqlite_master WHERE name = 'pair'"):
        return
    if copy.row("SELECT 1 FROM pair UNION ALL SELECT 1 FROM consent LIMIT 1") is None:
        return
    if copy.one("PRAGMA secure_delete") != 1:
        raise Damaged("A copy that would keep what was taken out of it was not made.")
    copy.execute("BEGIN IMMEDIATE")
    copy.execute("DELETE FROM meeting")
    copy.execute("DELETE FROM pair WHERE partner NOT IN (SELECT id FROM item)")
    copy.execute("DELETE FROM consent WHERE status IN ('active', 'paused')")
    copy.execute("UPDATE ledger SET salt = NULL")
    # What a facilitator answered says who shared a page, and what was in it.
    held = "SELECT partner FROM pair WHERE kind = 'facilitator' AND role = 'A'"
    copy.execute(f"UPDATE note_out SET text = '', about = NULL WHERE partner IN ({held})")
    copy.execute(f"DELETE FROM draft WHERE item_id IN ({held}) AND kind LIKE 'message%'")
    copy.execute("UPDATE pair SET " + ", ".join(f"{name} = NULL" for name in _columns(copy) if name not in _KEPT))
    copy.execute("UPDATE pair SET state = ?, why = ? WHERE state <> ?", (_BROKEN, _RESTORED, _ENDED))
    copy.execute("COMMIT")


def has_views(connection: Connection) -> bool:
    """Whether something is kept of what partners share."""
    return connection.row("SELECT 1 FROM pair WHERE view IS NOT NULL LIMIT 1") is not None


def _columns(copy: Connection) -> list[str]:
    """Those that may be empty."""
    rows = copy.rows("SELECT name FROM pragma_table_info('pair') WHERE \"notnull\" = 0 AND pk = 0")
    return [str(name) for (name,) in rows]

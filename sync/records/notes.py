"""Words typed to a partner, and theirs."""

from dataclasses import dataclass, field

from journal.store.connection import Connection, Row


@dataclass(frozen=True, slots=True)
class Letter:
    """Words of one of the two to the other."""

    partner: str
    no: int
    """From 1, in each direction; below 1 what came before the two met again."""
    about: str | None
    """The id under which a goal is shared, on either side."""
    text: str = field(repr=False)
    at: str
    """UTC instant: written, or arrived."""
    kept: bool = False


class Notes:
    """The notes of one open journal."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(self, partner: str, about: str | None, text: str, at: str, group_note: str | None = None) -> int:
        """Keep words for a partner; their number. `group_note`: the note to a group that this is a copy of."""
        last = self._connection.one("SELECT max(max(no), 0) FROM note_out WHERE partner = ?", (partner,))
        no = int(last or 0) + 1
        self._connection.execute(
            "INSERT INTO note_out (partner, no, about, text, at, group_note) VALUES (?, ?, ?, ?, ?, ?)",
            (partner, no, about, text, at, group_note),
        )
        return no

    def written(self, partner: str, after: int = 0) -> list[Letter]:
        """One's own words to a partner with a number above this one, in order: those since the two last met anew."""
        rows = self._connection.rows(
            "SELECT partner, no, about, text, at, 0 FROM note_out WHERE partner = ? AND no > ? ORDER BY no",
            (partner, after),
        )
        return [_letter(row) for row in rows]

    def receive(self, partner: str, no: int, about: str | None, text: str, at: str) -> None:
        """Keep words of a partner."""
        self._connection.execute(
            "INSERT INTO note_in (partner, no, about, text, at) VALUES (?, ?, ?, ?, ?)", (partner, no, about, text, at)
        )

    def received(self, partner: str | None = None) -> list[Letter]:
        """Words of this partner, or of everybody, the newest first."""
        rows = self._connection.rows(
            "SELECT partner, no, about, text, at, kept FROM note_in WHERE ? IN (partner, '') ORDER BY at DESC, no DESC",
            (partner or "",),
        )
        return [_letter(row) for row in rows]

    def begin_anew(self, partner: str) -> None:
        """Number from 1 again after a new meeting; earlier words stay, under numbers below 1, in their order."""
        for table in ("note_out", "note_in"):
            bounds = f"SELECT coalesce(max(no), 0), coalesce(min(no), 1) FROM {table} WHERE partner = ?"
            most, least = (int(bound or 0) for bound in self._connection.rows(bounds, (partner,))[0])
            # Further down than any of them, so that no two ever have one number on the way.
            down = most - min(least, 1) + 1
            self._connection.execute(f"UPDATE {table} SET no = no - ? WHERE partner = ?", (down, partner))

    def empty(self, partner: str) -> None:
        """Let go of one's own words to somebody to whom nothing goes any more; their numbers stay."""
        self._connection.execute("UPDATE note_out SET text = '', about = NULL WHERE partner = ?", (partner,))

    def keep(self, partner: str, no: int, kept: bool) -> None:
        """Keep words of a partner's for a hard day, or no longer."""
        self._connection.execute("UPDATE note_in SET kept = ? WHERE partner = ? AND no = ?", (int(kept), partner, no))


def _letter(row: Row) -> Letter:
    partner, no, about, text, at, kept = row
    return Letter(str(partner), int(no or 0), None if about is None else str(about), str(text), str(at), bool(kept))

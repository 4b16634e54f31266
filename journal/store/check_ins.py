"""Check-ins: answers, feelings, what was used and whether it helped."""

from collections.abc import Sequence

from journal.domain.check_in import CheckIn, ToolUse
from journal.store.connection import Connection
from journal.store.items import Items

KIND = "check-in"
_COLUMNS = "scale_id, mood, hope, connection, self_belief, energy, note"


class CheckIns:
    """The check-ins of one open journal. Callers own the transaction."""

    def __init__(self, connection: Connection, items: Items) -> None:
        self._connection = connection
        self._items = items

    def add(self, check_in: CheckIn) -> int:
        """Write a check-in with all its parts and return its number."""
        number = self._items.add(
            check_in.id, KIND, check_in.moment, check_in.recorded_at, bring=check_in.bring, keep=check_in.keep
        )
        self._connection.execute(
            f"INSERT INTO check_in (item, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (number, check_in.scale_id, *check_in.answers().values(), check_in.note),
        )
        self._add_parts(number, check_in.feelings, check_in.tools_used)
        return number

    def get(self, number: int) -> CheckIn:
        """Read one check-in. Uses of a tool that is deleted are out of sight with it."""
        row = self._connection.row(f"SELECT {_COLUMNS} FROM check_in WHERE item = ?", (number,)) or (None,) * 7
        scale_id, mood, hope, connection, self_belief, energy, note = row
        feelings = self._connection.rows(
            "SELECT feeling FROM check_in_feeling WHERE item = ? ORDER BY place", (number,)
        )
        uses = self._connection.rows(
            "SELECT item.id, helped FROM tool_use JOIN item ON item.number = tool_use.tool"
            " WHERE tool_use.item = ? AND deleted_at IS NULL ORDER BY place",
            (number,),
        )
        return CheckIn(
            **self._items.spine(number),
            scale_id=str(scale_id),
            mood=_whole(mood),
            hope=_whole(hope),
            connection=_whole(connection),
            self_belief=_whole(self_belief),
            energy=_whole(energy),
            feelings=tuple(str(feeling) for (feeling,) in feelings),
            tools_used=tuple(ToolUse(str(tool_id), str(helped)) for tool_id, helped in uses),
            note=None if note is None else str(note),
        )

    def set_note(self, number: int, note: str | None) -> None:
        self._connection.execute("UPDATE check_in SET note = ? WHERE item = ?", (note, number))

    def numbers_on(self, for_date: str) -> list[int]:
        """The check-ins of one local day, oldest first."""
        rows = self._connection.rows(
            "SELECT number FROM item WHERE kind = ? AND for_date = ? AND deleted_at IS NULL AND dated = 1"
            " ORDER BY at_utc, number",
            (KIND, for_date),
        )
        return [int(number or 0) for (number,) in rows]

    def _add_parts(self, number: int, feelings: Sequence[str], uses: Sequence[ToolUse]) -> None:
        self._connection.execute_many(
            "INSERT INTO check_in_feeling (item, place, feeling) VALUES (?, ?, ?)",
            [(number, place, feeling) for place, feeling in enumerate(feelings)],
        )
        self._connection.execute_many(
            "INSERT INTO tool_use (item, place, tool, helped) VALUES (?, ?, (SELECT number FROM item WHERE id = ?), ?)",
            [(number, place, use.tool_id, use.helped) for place, use in enumerate(uses)],
        )


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else None

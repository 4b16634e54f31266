"""What a look back is counted from: answers, feelings, tags and uses of tools between two days. Reads only."""

from journal.domain.look_back_days import Answer
from journal.domain.look_back_tallies import Use
from journal.domain.scales import DIMENSIONS, SCALES
from journal.store.connection import Connection

_WITH_NUMBERS = frozenset(scale.id for scale in SCALES.values() if scale.lowest is not None)
# Crossed, so that the few days are read from the index of days and not the many tags, feelings and uses.
_BETWEEN = "item.kind = 'check-in' AND item.for_date BETWEEN ? AND ? AND item.deleted_at IS NULL AND item.dated = 1"
_ANSWERS = (
    "SELECT for_date, at_utc, number, scale_id, mood, hope, connection, self_belief, energy"
    f" FROM item CROSS JOIN check_in ON check_in.item = item.number WHERE {_BETWEEN}"
)
_FEELINGS = (
    "SELECT for_date, feeling FROM item CROSS JOIN check_in_feeling ON check_in_feeling.item = item.number"
    f" WHERE {_BETWEEN} ORDER BY for_date, at_utc, number, place"
)
_USES = (
    "SELECT item.for_date, tool_item.id, coping_tool.name, helped"
    " FROM item CROSS JOIN tool_use ON tool_use.item = item.number"
    " CROSS JOIN item AS tool_item ON tool_item.number = tool_use.tool"
    " CROSS JOIN coping_tool ON coping_tool.item = tool_use.tool"
    f" WHERE {_BETWEEN} AND tool_item.deleted_at IS NULL"
    " ORDER BY item.for_date, item.at_utc, item.number, place"
)
_TAGS = (
    "SELECT for_date, tag FROM item CROSS JOIN item_tag ON item_tag.item = item.number"
    " WHERE kind = 'entry' AND for_date BETWEEN ? AND ? AND deleted_at IS NULL AND dated = 1"
    " ORDER BY for_date, at_utc, number, tag"
)
_NOTED = (
    "SELECT DISTINCT for_date FROM item WHERE kind IN ('check-in', 'entry', 'session')"
    " AND for_date BETWEEN ? AND ? AND deleted_at IS NULL AND dated = 1"
)
_NEWEST = (
    "SELECT max(for_date) FROM item"
    " WHERE kind = 'check-in' AND for_date BETWEEN ? AND ? AND deleted_at IS NULL AND dated = 1"
)


class LookBackRows:
    """Everything between two local days, both included. What is deleted, and a deleted tool, is out of sight."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def answers(self, first_day: str, last_day: str) -> dict[str, list[Answer]]:
        """The numbers of each dimension, in no order; what was left blank, or has no number's scale, is left out."""
        found: dict[str, list[Answer]] = {dimension: [] for dimension in DIMENSIONS}
        for for_date, at_utc, number, scale_id, *given in self._connection.rows(_ANSWERS, (first_day, last_day)):
            for dimension, answer in zip(DIMENSIONS, given, strict=True):
                if isinstance(answer, int) and isinstance(number, int) and scale_id in _WITH_NUMBERS:
                    found[dimension].append(Answer(str(for_date), str(at_utc), number, str(scale_id), answer))
        return found

    def feelings(self, first_day: str, last_day: str) -> list[tuple[str, str]]:
        """Day and word, oldest first."""
        rows = self._connection.rows(_FEELINGS, (first_day, last_day))
        return [(str(for_date), str(feeling)) for for_date, feeling in rows]

    def uses(self, first_day: str, last_day: str) -> list[Use]:
        """Uses of tools, oldest first, each under the name the tool has now."""
        rows = self._connection.rows(_USES, (first_day, last_day))
        return [Use(str(day), str(tool_id), str(name), str(helped)) for day, tool_id, name, helped in rows]

    def tags(self, first_day: str, last_day: str) -> list[tuple[str, str]]:
        """Day and tag of each page, oldest first."""
        rows = self._connection.rows(_TAGS, (first_day, last_day))
        return [(str(for_date), str(tag)) for for_date, tag in rows]

    def noted(self, first_day: str, last_day: str) -> set[str]:
        """Days of which there is a check-in, a page or a session."""
        return {str(for_date) for (for_date,) in self._connection.rows(_NOTED, (first_day, last_day))}

    def newest_day(self, first_day: str, last_day: str) -> str | None:
        """The newest day between these with a check-in."""
        found = self._connection.one(_NEWEST, (first_day, last_day))
        return None if found is None else str(found)

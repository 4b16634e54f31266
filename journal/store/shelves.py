"""The shelves: tools, strengths, people, plans, stories, weeks and partners, each kind in a table of its own."""

from collections.abc import Mapping
from uuid import uuid4

from journal.domain.moments import Moment
from journal.domain.parts import Value
from journal.domain.shelves import SHELVES, CopingTool, Thing, shelf_named
from journal.errors import NotFound
from journal.store.connection import Connection
from journal.store.items import Items
from journal.store.parts_table import PartsTable

_TABLES = {kind: "coping_tool" if kind == "tool" else kind for kind in SHELVES}

_EVERY_CHECK_IN = "SELECT number, at_utc FROM item WHERE kind = 'check-in' AND deleted_at IS NULL AND dated = 1"
_NEWEST_CHECK_INS = f"{_EVERY_CHECK_IN} ORDER BY for_date DESC, at_utc DESC LIMIT 400"


class Shelves:
    """The shelves of one open journal. Callers own the transaction."""

    def __init__(self, connection: Connection, items: Items) -> None:
        self._connection = connection
        self._items = items
        self._tables = {
            kind: PartsTable(connection, _TABLES[kind], shelf.every_part) for kind, shelf in SHELVES.items()
        }

    def add(self, kind: str, values: Mapping[str, Value], moment: Moment, now: str, thing_id: str | None = None) -> int:
        """Put a thing on its shelf, under an id of its own where none is given, and return its number."""
        number = self._items.add(thing_id or str(uuid4()), kind, moment, now, bring=False, keep=False, dated=False)
        self._tables[kind].add(number, values)
        return number

    def get(self, number: int, kind: str) -> Thing:
        """One thing, deleted or not."""
        spine = self._items.spine(number)
        return shelf_named(kind).makes(
            id=spine["id"], created_at=spine["recorded_at"], **self._tables[kind].get(number)
        )

    def set(self, number: int, kind: str, values: Mapping[str, Value]) -> None:
        """Put new values in place of some parts."""
        self._tables[kind].set(number, values)

    def numbers(self, kind: str) -> list[int]:
        """What stands on a shelf, by what it is known by."""
        known_by = shelf_named(kind).parts[0].name
        rows = self._connection.rows(
            # Crossed, so that the few things are read and not the many check-ins and pages.
            f'SELECT number FROM "{_TABLES[kind]}" AS thing CROSS JOIN item ON item.number = thing.item'
            f' WHERE deleted_at IS NULL ORDER BY thing."{known_by}" COLLATE NOCASE, number'
        )
        return [int(number or 0) for (number,) in rows]

    def all(self, kind: str) -> list[Thing]:
        """Everything on a shelf, by name."""
        return [self.get(number, kind) for number in self.numbers(kind)]

    def tool(self, prefix: str) -> tuple[int, CopingTool]:
        """The tool that this id, or unique start of one, names.

        Raises:
            Ambiguous: more than one fits.
            BadInput: fewer than 4 characters.
            NotFound: nothing fits.
        """
        try:
            number, kind, _ = self._items.find(prefix, "tool")
        except NotFound:
            raise NotFound("There is no tool with that id.", hint="cairn toolbox list shows them, with ids.") from None
        tool = self.get(number, kind)
        if not isinstance(tool, CopingTool):
            raise NotFound()
        return number, tool

    def marked_helpful(self, limit: int) -> list[CopingTool]:
        """Tools that were marked as helping a little or a lot, the latest first."""
        # The newest check-ins nearly always name enough of them; to order every use there is takes a second
        # at 100,000 entries, and Today asks whenever something changes.
        numbers = self._marked_in(_NEWEST_CHECK_INS, limit)
        if len(numbers) < limit:
            numbers = self._marked_in(_EVERY_CHECK_IN, limit)
        tools = [self.get(number, "tool") for number in numbers]
        return [tool for tool in tools if isinstance(tool, CopingTool)]

    def _marked_in(self, check_ins: str, limit: int) -> list[int]:
        rows = self._connection.rows(
            f"SELECT tool FROM ({check_ins}) AS noted JOIN tool_use ON tool_use.item = noted.number"
            " JOIN item AS tool_item ON tool_item.number = tool_use.tool"
            " WHERE helped IN ('a_lot', 'a_little') AND tool_item.deleted_at IS NULL"
            " GROUP BY tool ORDER BY max(noted.at_utc) DESC LIMIT ?",
            (limit,),
        )
        return [int(number or 0) for (number,) in rows]

"""The toolbox: what helps."""

from journal.domain.toolbox import CopingTool
from journal.errors import Ambiguous, BadInput, NotFound
from journal.store.connection import Connection
from journal.store.items import SHORTEST_ID

_COLUMNS = "id, name, created_at, kind, how_to, works_when, with_others, learnt_from"


class Tools:
    """The tools of one open journal. Callers own the transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, tool: CopingTool) -> None:
        self._connection.execute(
            f"INSERT INTO tool ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                tool.id, tool.name, tool.created_at, tool.kind,
                tool.how_to, tool.works_when, tool.with_others, tool.learnt_from,
            ),
        )  # fmt: skip

    def all(self) -> list[CopingTool]:
        """Every tool, by name."""
        rows = self._connection.rows(f"SELECT {_COLUMNS} FROM tool ORDER BY name COLLATE NOCASE, number")
        return [CopingTool(*row) for row in rows]  # type: ignore[arg-type]  # the STRICT table holds these types

    def find(self, prefix: str) -> CopingTool:
        """The tool that this id, or unique start of one, names.

        Raises:
            Ambiguous: more than one fits.
            BadInput: fewer than 4 characters.
            NotFound: nothing fits.
        """
        wanted = prefix.strip().lower()
        if len(wanted) < SHORTEST_ID:
            raise BadInput(f"An id takes at least {SHORTEST_ID} characters.")
        found = [tool for tool in self.all() if tool.id.startswith(wanted)]
        if len(found) > 1:
            raise Ambiguous()
        if not found:
            raise NotFound("There is no tool with that id.", hint="Tools are named by id, not by their words.")
        return found[0]

    def named(self, name: str) -> CopingTool | None:
        """The tool with this name, in any case."""
        wanted = name.strip().casefold()
        return next((tool for tool in self.all() if tool.name.strip().casefold() == wanted), None)

    def marked_helpful(self, limit: int) -> list[CopingTool]:
        """Tools that were marked as helping a little or a lot, the latest first."""
        rows = self._connection.rows(
            f"SELECT {', '.join('tool.' + name for name in _COLUMNS.split(', '))} FROM tool"
            " JOIN check_in_tool ON check_in_tool.tool = tool.number"
            " JOIN item ON item.number = check_in_tool.item"
            " WHERE helped IN ('a_lot', 'a_little') AND item.deleted_at IS NULL"
            " GROUP BY tool.number ORDER BY max(item.at_utc) DESC LIMIT ?",
            (limit,),
        )
        return [CopingTool(*row) for row in rows]  # type: ignore[arg-type]  # the STRICT table holds these types

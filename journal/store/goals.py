"""Goals: their parts, their steps and what was thought about them on the way."""

from collections.abc import Iterable
from typing import Any
from uuid import uuid4

from journal.domain.goal import GOAL_PARTS, GOAL_STATUSES, Goal, GoalReflection, GoalStep
from journal.domain.moments import Moment
from journal.domain.parts import Part, Value, values_of
from journal.errors import Ambiguous, BadInput, NotFound
from journal.store.connection import Connection
from journal.store.items import SHORTEST_ID, Items, starts_with
from journal.store.parts_table import PartsTable

KIND = "goal"
_PARTS = (*GOAL_PARTS, Part("status", "one_of", GOAL_STATUSES, needed=True))


class Goals:
    """The goals of one open journal. Callers own the transaction."""

    def __init__(self, connection: Connection, items: Items) -> None:
        self._connection = connection
        self._items = items
        self._parts = PartsTable(connection, KIND, _PARTS)

    def add(self, goal: Goal) -> int:
        """Write a goal without steps and return its number."""
        number = self._items.add(goal.id, KIND, goal.moment, goal.recorded_at, bring=goal.bring, keep=goal.keep)
        self._parts.add(number, values_of(goal, _PARTS))
        return number

    def get(self, number: int) -> Goal:
        """Read one goal with its steps and reflections."""
        return Goal(
            **self._items.spine(number),
            **self._parts.get(number),
            steps=self._steps(number),
            reflections=self._reflections(number),
        )

    def set(self, number: int, values: dict[str, Value]) -> None:
        """Put new values in place of some parts, the status among them."""
        self._parts.set(number, values)

    def numbers(self, status: str | None = None) -> list[int]:
        """Goals that are there, the newest first."""
        of_status, values = ("", []) if status is None else (" AND status = ?", [status])
        rows = self._connection.rows(
            "SELECT number FROM goal CROSS JOIN item ON item.number = goal.item"
            f" WHERE deleted_at IS NULL{of_status} ORDER BY at_utc DESC, number DESC",
            values,
        )
        return [int(number or 0) for (number,) in rows]

    # Steps

    def next_steps(self, limit: int) -> tuple[tuple[str, str], ...]:
        """Title and next step of the newest goals moved towards that have one."""
        rows = self._connection.rows(
            "SELECT title, text FROM goal CROSS JOIN item ON item.number = goal.item"
            " JOIN goal_step ON goal_step.number = (SELECT min(number) FROM goal_step"
            " WHERE goal_step.goal = goal.item AND goal_step.status IN ('to_try', 'doing'))"
            " WHERE deleted_at IS NULL AND goal.status = 'moving_towards'"
            " ORDER BY at_utc DESC, item.number DESC LIMIT ?",
            (limit,),
        )
        return tuple((str(title), str(text)) for title, text in rows)

    def add_step(self, goal: int, text: str) -> GoalStep:
        step = GoalStep(id=str(uuid4()), text=text)
        self._connection.execute(
            "INSERT INTO goal_step (id, goal, text, status) VALUES (?, ?, ?, ?)",
            (step.id, goal, step.text, step.status),
        )
        return step

    def find_step(self, prefix: str) -> tuple[int, GoalStep]:
        """The number of its goal, and the step that this id, or unique start of one, names.

        Raises:
            BadInput: fewer than 4 characters.
            Ambiguous: more than one fits.
            NotFound: nothing fits, or its goal is deleted.
        """
        wanted = prefix.strip().lower()
        if len(wanted) < SHORTEST_ID:
            raise BadInput("An id takes at least {shortest} characters.", shortest=SHORTEST_ID)
        rows = self._connection.rows(
            "SELECT goal, goal_step.id, text, status, done_at FROM goal_step JOIN item ON item.number = goal_step.goal"
            " WHERE deleted_at IS NULL AND goal_step.id LIKE ? ESCAPE '\\' LIMIT 2",
            (starts_with(wanted),),
        )
        if len(rows) > 1:
            raise Ambiguous()
        if not rows:
            raise NotFound("There is no step with that id.", hint="cairn goal show ID lists a goal's steps.")
        goal, *step = rows[0]
        return int(goal or 0), _step(step)

    def set_step(self, step_id: str, *, text: str, status: str, done_at: str | None) -> None:
        self._connection.execute(
            "UPDATE goal_step SET text = ?, status = ?, done_at = ? WHERE id = ?", (text, status, done_at, step_id)
        )

    def _steps(self, number: int) -> tuple[GoalStep, ...]:
        rows = self._connection.rows(
            "SELECT id, text, status, done_at FROM goal_step WHERE goal = ? ORDER BY number", (number,)
        )
        return tuple(_step(row) for row in rows)

    # Reflections

    def add_reflection(self, goal: int, moment: Moment, note: str) -> None:
        self._connection.execute(
            "INSERT INTO goal_reflection (id, goal, at, zone, for_date, note) VALUES (?, ?, ?, ?, ?, ?)",
            (str(uuid4()), goal, moment.at, moment.zone, moment.for_date, note),
        )

    def _reflections(self, number: int) -> tuple[GoalReflection, ...]:
        rows = self._connection.rows(
            "SELECT id, at, zone, for_date, note FROM goal_reflection WHERE goal = ? ORDER BY number", (number,)
        )
        return tuple(
            GoalReflection(str(reflection), Moment(str(at), str(zone), str(for_date)), str(note))
            for reflection, at, zone, for_date, note in rows
        )

    # What else touched them

    def link(self, item: int, goals: Iterable[int]) -> None:
        """Say that a page or a session was about these goals."""
        self._connection.execute_many(
            "INSERT OR IGNORE INTO item_goal (item, goal) VALUES (?, ?)", [(item, goal) for goal in goals]
        )

    def link_anew(self, item: int, goals: Iterable[int]) -> None:
        """The same in place of those it was about; links to goals that are out of sight stay."""
        self._connection.execute(
            "DELETE FROM item_goal WHERE item = ? AND goal IN (SELECT number FROM item WHERE deleted_at IS NULL)",
            (item,),
        )
        self.link(item, goals)

    def linked(self, item: int) -> tuple[str, ...]:
        """Ids of the goals that a page or a session was about; those that are deleted are out of sight."""
        rows = self._connection.rows(
            "SELECT item.id FROM item_goal JOIN item ON item.number = item_goal.goal"
            " WHERE item_goal.item = ? AND item.deleted_at IS NULL ORDER BY item_goal.goal",
            (item,),
        )
        return tuple(str(goal_id) for (goal_id,) in rows)


def _step(row: Iterable[Any]) -> GoalStep:
    step_id, text, status, done_at = row
    return GoalStep(str(step_id), str(text), str(status), None if done_at is None else str(done_at))

"""Moving towards: goals, their small steps, and words about them on the way. Nothing here is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.domain.ids import new_id
from journal.errors import NotAllowed, NotFound
from journal.store.transaction import transaction
from journal.use_cases.rooms import Rooms

if TYPE_CHECKING:
    from collections.abc import Mapping

    from journal.domain.goal import Goal, GoalStep
    from journal.domain.parts import Takes


class MovingTowards(Rooms):
    """Goals and steps."""

    def add_goal(self, title: str, draft_id: str | None = None, values: Mapping[str, object] | None = None) -> Goal:
        """Name a goal. It is one the person is moving towards until they say otherwise.

        Args:
            title: the person's own words; the one thing that a goal needs.
            draft_id: the draft it was, if any.
            values: other parts by name, if any.

        Raises:
            BadInput: a blank title, or a part that does not take what was given.
        """
        from journal.domain.goal import GOAL_PARTS, Goal
        from journal.domain.parts import read_parts

        parts = read_parts(GOAL_PARTS, {**(values or {}), "title": title})
        words = str(parts["title"])
        named = Goal(id=new_id(), moment=self.moment(), recorded_at=self.now_utc(), title=words)
        with transaction(self._connection):
            number = self._goals.add(named)
            self._goals.set(number, parts)
            goal = self._goals.get(number)
            self._index(number, goal)
            self._let_go(draft_id)
        return goal

    def goals(self, status: str | None = None) -> list[Goal]:
        """Goals in the order of their statuses, the newest first within one.

        Raises:
            NotAllowed: an unknown status.
        """
        from journal.domain.goal import GOAL_STATUSES

        if status is not None and status not in GOAL_STATUSES:
            raise NotAllowed("status", GOAL_STATUSES)
        goals = [self._goals.get(number) for number in self._goals.numbers(status)]
        return sorted(goals, key=lambda goal: GOAL_STATUSES.index(goal.status))

    def goal(self, prefix: str) -> Goal:
        """The goal that this id, or unique start of one, names."""
        return self._goals.get(self._goal_number(prefix))

    def set_goal_status(self, prefix: str, status: str) -> Goal:
        """Say where a goal is now. None of the words is better than another.

        Raises:
            NotAllowed: an unknown status.
        """
        from journal.domain.goal import GOAL_STATUSES

        if status not in GOAL_STATUSES:
            raise NotAllowed("status", GOAL_STATUSES)
        with transaction(self._connection):
            number = self._goal_number(prefix)
            self._goals.set(number, {"status": status})
        return self._goals.get(number)

    def add_step(self, prefix: str, text: str, draft_id: str | None = None) -> GoalStep:
        """Name one small step."""
        words = _needed("step", "line", text)
        with transaction(self._connection):
            number = self._goal_number(prefix)
            step = self._goals.add_step(number, words)
            self._index(number, self._goals.get(number))
            self._let_go(draft_id)
        return step

    def set_step(self, prefix: str, status: str) -> GoalStep:
        """Say of a step that it is to try, being done, done or set aside.

        Raises:
            NotAllowed: an unknown status.
        """
        from journal.domain.goal import STEP_STATUSES

        if status not in STEP_STATUSES:
            raise NotAllowed("status", STEP_STATUSES)
        with transaction(self._connection):
            _, step = self._goals.find_step(prefix)
            done_at = (step.done_at or self.now_utc()) if status == "done" else None
            self._goals.set_step(step.id, text=step.text, status=status, done_at=done_at)
            return self._goals.find_step(step.id)[1]

    def reword_step(self, prefix: str, text: str, draft_id: str | None = None) -> GoalStep:
        """Put a step in other words, a smaller one perhaps. The earlier words are kept with the goal's."""
        words = _needed("step", "line", text)
        with transaction(self._connection):
            number, step = self._goals.find_step(prefix)
            if words != step.text:
                import json

                lost = json.dumps({"step": step.text}, ensure_ascii=False)
                self._items.note_edit(number, self.now_utc(), None, lost)
            self._goals.set_step(step.id, text=words, status=step.status, done_at=step.done_at)
            self._index(number, self._goals.get(number))
            self._let_go(draft_id)
            return self._goals.find_step(step.id)[1]

    def step(self, prefix: str) -> GoalStep:
        """The step that this id, or unique start of one, names."""
        return self._goals.find_step(prefix)[1]

    def goal_of_step(self, prefix: str) -> Goal:
        """The goal that a step belongs to."""
        return self._goals.get(self._goals.find_step(prefix)[0])

    def reflect_on_goal(self, prefix: str, note: str, when: str | None = None, draft_id: str | None = None) -> Goal:
        """Put a few words about a goal beside it.

        Raises:
            BadInput: nothing is written, or a day that has not come yet.
        """
        words = _needed("reflection", "text", note)
        moment = self.moment(when)
        with transaction(self._connection):
            number = self._goal_number(prefix)
            self._goals.add_reflection(number, moment, words)
            goal = self._goals.get(number)
            self._index(number, goal)
            self._let_go(draft_id)
        return goal

    def _goal_number(self, prefix: str) -> int:
        try:
            return self._items.find(prefix, "goal")[0]
        except NotFound:
            raise NotFound("There is no goal with that id.", hint="cairn goal list shows them, with ids.") from None


def _needed(name: str, takes: Takes, words: str) -> str:
    """The words of a part that may not be left blank.

    Raises:
        BadInput: they were.
    """
    from journal.domain.parts import Part, read_part

    return str(read_part(Part(name, takes, needed=True), words) or "")

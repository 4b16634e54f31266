"""Shelving: tools, strengths, people, plans, a story, a week and partners: added, changed and read the same way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.errors import BadInput, NotAllowed
from journal.store.transaction import transaction
from journal.use_cases.rooms import GOAL, SESSION, Rooms

if TYPE_CHECKING:
    import random
    from collections.abc import Callable, Mapping

    from journal.domain.goal import Goal
    from journal.domain.parts import Part, Value
    from journal.domain.peer_session import PeerSession
    from journal.domain.shelves import CopingTool, PlanPart, Thing

PLAN = "plan"


class Shelving(Rooms):
    """What a person has named as theirs."""

    def things(self, kind: str) -> list[Thing]:
        """Everything on a shelf, by name; a week in the order of its days.

        Raises:
            NotAllowed: an unknown kind.
        """
        from journal.domain.shelves import shelf_named

        shelf_named(kind)
        things = self._shelves.all(kind)
        if kind == "week":
            things.sort(key=_day_of_the_week)
        return things

    def thing(self, kind: str, prefix: str) -> Thing:
        """The thing of this kind that this id, or unique start of one, names."""
        from journal.domain.shelves import shelf_named

        shelf_named(kind)
        return self._shelves.get(self._items.find(prefix, kind)[0], kind)

    def add_thing(
        self,
        kind: str,
        values: Mapping[str, object],
        draft_id: str | None = None,
        also: Callable[[str], object] | None = None,
    ) -> Thing:
        """Put something on a shelf.

        Args:
            kind: one of `SHELVES`.
            values: its parts by name; those left out or blank keep a gentle default.
            draft_id: the draft it was, if any.
            also: what is written with it or not at all, given its id.

        Raises:
            BadInput: what it is known by is blank, or a part does not take what was given.
        """
        from journal.domain.parts import read_parts
        from journal.domain.shelves import shelf_named

        shelf = shelf_named(kind)
        needed = {part.name: "" for part in shelf.every_part if part.needed}
        given = read_parts(shelf.every_part, {**needed, **values})
        with transaction(self._connection):
            thing = self._add_thing(kind, given)
            self._let_go(draft_id)
            if also is not None:
                also(thing.id)
        return thing

    def change(
        self,
        prefix: str,
        values: Mapping[str, object],
        draft_id: str | None = None,
        also: Callable[[str], object] | None = None,
    ) -> Goal | PeerSession | Thing:
        """Put new values in place of some parts of a goal, a session or anything on a shelf.

        What they take the place of is kept as an earlier version.

        Args:
            prefix: an id, or a unique start of one.
            values: parts by name; those left out stay as they were.
            draft_id: the draft it was, if any.
            also: what is written with it or not at all, given its id.

        Raises:
            NotFound, Ambiguous: no such thing, or more than one.
            BadInput: it has no such parts, or a part does not take what was given.
        """
        with transaction(self._connection):
            changed = self._change(prefix, values, draft_id)
            if also is not None:
                also(changed.id)
            return changed

    def _change(self, prefix: str, values: Mapping[str, object], draft_id: str | None) -> Goal | PeerSession | Thing:
        """The same; the caller owns the transaction."""
        from journal.domain.shelves import SHELVES

        number, kind, _ = self._items.find(prefix)
        if kind in SHELVES:
            self._change_thing(number, kind, values)
        elif kind in (GOAL, SESSION):
            self._change_dated(number, kind, values)
        else:
            raise BadInput("A page and a check-in have words to change, and no parts.")
        self._let_go(draft_id)
        return self._shelves.get(number, kind) if kind in SHELVES else self._with_parts(number, kind)

    def plan(self, name: str) -> dict[str, PlanPart]:
        """The sections of a plan that have words, in the plan's order.

        Raises:
            NotAllowed: an unknown plan.
        """
        from journal.domain.shelves import PLANS, PlanPart

        if name not in PLANS:
            raise NotAllowed("plan", PLANS)
        written = {
            part.section: part for part in self._shelves.all(PLAN) if isinstance(part, PlanPart) and part.plan == name
        }
        return {section: written[section] for section in PLANS[name] if section in written}

    def write_plan(self, name: str, section: str, words: str, draft_id: str | None = None) -> PlanPart | None:
        """Write a section of a plan anew; blank words take it away, and undo brings it back.

        Raises:
            NotAllowed: an unknown plan or section.
        """
        from journal.domain.shelves import PLANS

        self.plan(name)
        if section not in PLANS[name]:
            raise NotAllowed("section", PLANS[name])
        with transaction(self._connection):
            # Read inside the transaction: another cairn may be writing the same section.
            there = self.plan(name).get(section)
            if there is not None and words.strip():
                self._change_thing(self._items.find(there.id, PLAN)[0], PLAN, {"words": words})
            elif there is not None:
                self._put_out_of_sight(there.id)
            elif words.strip():
                self._add_thing(PLAN, {"plan": name, "section": section, "words": words})
            self._let_go(draft_id)
            return self.plan(name).get(section)

    def _join_section(self, number: int) -> bool:
        """Put the words of a section that comes back under those written since; whether there were any.

        A plan has one text a section: neither the old words nor the new ones may hide the other.
        """
        from journal.domain.shelves import PlanPart

        back = self._shelves.get(number, PLAN)
        there = self.plan(back.plan).get(back.section) if isinstance(back, PlanPart) else None
        if there is None or not isinstance(back, PlanPart):
            return False
        now = self._items.find(there.id, PLAN)[0]
        both: dict[str, Value] = {"words": f"{there.words}\n{back.words}"}
        self._note_parts(now, there, both)
        self._shelves.set(now, PLAN, both)
        return True

    def surprise(self, chance: random.Random) -> CopingTool | None:
        """One thing that helps, drawn by chance; `None` while the toolbox is empty."""
        from journal.domain.shelves import CopingTool

        tools = [tool for tool in self._shelves.all("tool") if isinstance(tool, CopingTool)]
        return chance.choice(tools) if tools else None

    def _add_thing(self, kind: str, given: Mapping[str, Value]) -> Thing:
        number = self._shelves.add(kind, given, self.moment(), self.now_utc())
        self._index_tool(number, kind)
        return self._shelves.get(number, kind)

    def _with_parts(self, number: int, kind: str) -> Goal | PeerSession:
        return self._goals.get(number) if kind == GOAL else self._sessions.get(number)

    def _change_dated(self, number: int, kind: str, values: Mapping[str, object]) -> None:
        from journal.domain.parts import read_parts

        given = read_parts(_dated_parts(kind), values)
        self._note_parts(number, self._with_parts(number, kind), given)
        if kind == GOAL:
            self._goals.set(number, given)
        else:
            self._sessions.set(number, given)
        self._index(number, self._with_parts(number, kind))

    def _change_thing(self, number: int, kind: str, values: Mapping[str, object]) -> None:
        from journal.domain.parts import read_parts
        from journal.domain.shelves import PeerPartnership, shelf_named

        before = self._shelves.get(number, kind)
        given = read_parts(shelf_named(kind).every_part, values)
        # A choice that is taken back is what it would have been without one: the column has no blank.
        blank = shelf_named(kind).makes(id="")
        given = {name: getattr(blank, name) if value is None else value for name, value in given.items()}
        if isinstance(before, PeerPartnership) and given.get("status", before.status) != before.status:
            # An end has its day; meeting again takes it away.
            given.setdefault("ended_on", self.moment().for_date if given["status"] == "ended" else None)
        self._note_parts(number, before, given)
        self._shelves.set(number, kind, given)
        self._index_tool(number, kind)


def _dated_parts(kind: str) -> tuple[Part, ...]:
    if kind == GOAL:
        from journal.domain.goal import GOAL_PARTS

        return GOAL_PARTS
    from journal.domain.peer_session import SESSION_PARTS

    return SESSION_PARTS


def _day_of_the_week(thing: Thing) -> tuple[int, int]:
    from journal.domain.shelves import PARTS_OF_DAY, WEEKDAYS, WeekAnchor

    if not isinstance(thing, WeekAnchor):
        return (0, 0)
    return (WEEKDAYS.index(thing.weekday), PARTS_OF_DAY.index(thing.part_of_day))

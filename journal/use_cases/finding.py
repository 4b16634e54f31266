"""Finding: the timeline and parts of it, one thing, words anywhere, and what was kept for a hard day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from journal.errors import BadInput, NotAllowed, NotFound
from journal.store.transaction import transaction
from journal.use_cases.shelving import Shelving
from journal.use_cases.writing import HAS_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from journal.domain.shelves import CopingTool, MyPerson, PlanPart
    from journal.domain.timeline import EarlierVersion, Filter, Found, Item, Line

HARD_DAY_LINES = 3
MOST_TAGS = 200
"""As many as a person can look through in a list."""
ID_LENGTH = 36
"""Characters of a whole id."""


@dataclass(frozen=True, slots=True)
class HardDay:
    """What a person has put by for a hard day. Any of it may be empty."""

    plan: tuple[PlanPart, ...]
    """The getting-through plan, in its own order."""
    people: tuple[MyPerson, ...]
    helped: tuple[CopingTool, ...]
    kept: tuple[Item, ...]


class Finding(Shelving):
    """Reading, and the two marks."""

    def timeline(self, chosen: Filter, limit: int, offset: int = 0) -> list[Line]:
        """Lines of the timeline, newest first.

        Raises:
            NotAllowed: an unknown kind or theme.
            NotFound, Ambiguous: no such goal, or more than one.
            BadInput: a limit under 1.
        """
        return self._timeline.lines(self._understood(chosen, limit), limit, offset)

    def timeline_count(self, chosen: Filter) -> int:
        """How many lines the timeline has."""
        return self._timeline.count(self._understood(chosen))

    def items(self, chosen: Filter, limit: int) -> list[Item]:
        """Whole items, newest first."""
        understood = self._understood(chosen, limit)
        return [self._item(number, kind) for number, kind in self._timeline.numbers(understood, limit)]

    def _understood(self, chosen: Filter, limit: int = 1) -> Filter:
        """The same with the whole id of its goal, once everything in it is known to be allowed."""
        from journal.domain.entry import THEME_TAGS

        _check(chosen.kind, limit)
        if chosen.theme is not None and chosen.theme not in THEME_TAGS:
            raise NotAllowed("theme", THEME_TAGS)
        if chosen.goal is None or len(chosen.goal) == ID_LENGTH:
            return chosen
        return replace(chosen, goal=self._items.find(chosen.goal, "goal")[2])

    def tags(self) -> list[str]:
        """Tags that are in use, by name."""
        return self._timeline.tags(MOST_TAGS)

    def last_day(self) -> str:
        """The latest day that anything is about, or today where that is later."""
        return max(self.moment().for_date, self._timeline.last_day() or "")

    def days_with(self, days: Sequence[date]) -> dict[str, tuple[str, ...]]:
        """Which of these days have anything, and of which kinds, in the order of `KINDS`; by ISO day."""
        from journal.domain.timeline import KINDS

        found = self._timeline.days_with([day.isoformat() for day in days], KINDS)
        return {day: tuple(kind for kind in KINDS if kind in kinds) for day, kinds in found.items()}

    def names_in(self, item: Item) -> dict[str, str]:
        """What the tools and the goals are called that a check-in or a page names, by their ids."""
        from journal.domain.check_in import CheckIn
        from journal.domain.entry import JournalEntry
        from journal.domain.shelves import CopingTool

        if isinstance(item, JournalEntry):
            return {goal: self._goals.get(self._items.find(goal)[0]).title for goal in item.goal_ids}
        if isinstance(item, CheckIn) and item.tools_used:
            return {tool.id: tool.name for tool in self._shelves.all("tool") if isinstance(tool, CopingTool)}
        return {}

    def earlier_versions(self, prefix: str) -> list[EarlierVersion]:
        """What a page or the note of a check-in said before each change, the latest first.

        Raises:
            NotFound, Ambiguous: no such thing, or more than one.
            BadInput: it is something with parts.
        """
        from journal.domain.timeline import EarlierVersion

        number, kind, _ = self._items.find(prefix)
        if kind not in HAS_WORDS:
            raise BadInput("Earlier versions are shown of a page, and of the note of a check-in.")
        return [EarlierVersion(*version) for version in self._items.earlier(number)]

    def read(self, prefix: str) -> Item:
        """The page, check-in, goal or session that this id, or unique start of one, names."""
        from journal.domain.timeline import KINDS

        number, kind, _ = self._items.find(prefix)
        if kind not in KINDS:
            raise NotFound()
        return self._item(number, kind)

    def search(self, typed: str, kind: str | None = None, limit: int = 50) -> tuple[int, list[Found]]:
        """How many things hold every word (the last may be a start of one), and the newest of them."""
        from journal.domain.search import search_terms

        _check(kind, limit)
        terms = search_terms(typed)
        return self._search_index.find(terms, kind, limit) if terms else (0, [])

    def keep(self, prefix: str, keep: bool = True) -> Item:
        """Mark something for a hard day, or take the mark away."""
        from journal.domain.timeline import CAN_BE_KEPT

        with transaction(self._connection):
            number, kind, _ = self._items.find(prefix)
            if kind not in CAN_BE_KEPT:
                raise BadInput("Only a check-in, a page or a session can be kept for a hard day.")
            self._items.mark_keep(number, keep)
        return self._item(number, kind)

    def bring(self, prefix: str, bring: bool = True) -> Item:
        """Mark something for the next peer session, or take the mark away."""
        from journal.domain.timeline import CAN_BE_BROUGHT

        with transaction(self._connection):
            number, kind, _ = self._items.find(prefix)
            if kind not in CAN_BE_BROUGHT:
                raise BadInput("Only a check-in, a page or a goal can be marked to bring.")
            self._items.mark_bring(number, bring)
        return self._item(number, kind)

    def kept(self, limit: int = HARD_DAY_LINES) -> list[Item]:
        """What was kept for a hard day, the latest first."""
        return [self._item(number, kind) for number, kind in self._timeline.kept(limit)]

    def what_helped(self, limit: int = HARD_DAY_LINES) -> list[CopingTool]:
        """Tools marked as helping, the latest first."""
        return self._shelves.marked_helpful(limit)

    def hard_day(self) -> HardDay:
        """What the person has put by for a hard day."""
        from journal.domain.shelves import MyPerson

        return HardDay(
            plan=tuple(self.plan("getting_through").values()),
            people=tuple(person for person in self._shelves.all("person") if isinstance(person, MyPerson)),
            helped=tuple(self.what_helped()),
            kept=tuple(self.kept()),
        )

    def stones(self) -> int:
        """How many things the person has named as theirs: stones of the cairn, never said aloud."""
        named = sum(len(self._shelves.numbers(kind)) for kind in ("tool", "strength", "person"))
        return named + len(self._goals.numbers("reached"))


def _check(kind: str | None, limit: int) -> None:
    from journal.domain.timeline import KINDS

    if kind is not None and kind not in KINDS:
        raise NotAllowed("kind", KINDS)
    if limit < 1:
        raise BadInput("limit takes a whole number from 1.")

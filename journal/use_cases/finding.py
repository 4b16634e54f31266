"""Finding: the timeline, one thing, words anywhere, and what was kept for a hard day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.errors import BadInput, NotAllowed, NotFound
from journal.store.transaction import transaction
from journal.use_cases.shelving import Shelving

if TYPE_CHECKING:
    from journal.domain.shelves import CopingTool, MyPerson, PlanPart
    from journal.domain.timeline import Filter, Found, Item, Line

HARD_DAY_LINES = 3


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
            NotAllowed: an unknown kind.
            BadInput: a limit under 1.
        """
        _check(chosen.kind, limit)
        return self._timeline.lines(chosen, limit, offset)

    def timeline_count(self, chosen: Filter) -> int:
        """How many lines the timeline has."""
        return self._timeline.count(chosen)

    def items(self, chosen: Filter, limit: int) -> list[Item]:
        """Whole items, newest first."""
        _check(chosen.kind, limit)
        return [self._item(number, kind) for number, kind in self._timeline.numbers(chosen, limit)]

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

"""Finding: the timeline, one thing, words anywhere, and what was kept for a hard day."""

from journal.domain.search import search_query
from journal.domain.timeline import KINDS, Filter, Found, Item, Line
from journal.domain.toolbox import CopingTool
from journal.errors import BadInput, NotAllowed
from journal.store.transaction import transaction
from journal.use_cases.rooms import Rooms

HARD_DAY_LINES = 3


class Finding(Rooms):
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
        """The page or check-in that this id, or unique start of one, names."""
        number, kind, _ = self._items.find(prefix)
        return self._item(number, kind)

    def search(self, typed: str, kind: str | None = None, limit: int = 50) -> tuple[int, list[Found]]:
        """How many things hold every word (the last may be a start of one), and the newest of them."""
        _check(kind, limit)
        query = search_query(typed)
        return self._search_index.find(query, kind, limit) if query else (0, [])

    def keep(self, prefix: str, keep: bool = True) -> Item:
        """Mark something for a hard day, or take the mark away."""
        with transaction(self._connection):
            number, kind, _ = self._items.find(prefix)
            self._items.mark_keep(number, keep)
        return self._item(number, kind)

    def bring(self, prefix: str, bring: bool = True) -> Item:
        """Mark something for the next peer session, or take the mark away."""
        with transaction(self._connection):
            number, kind, _ = self._items.find(prefix)
            self._items.mark_bring(number, bring)
        return self._item(number, kind)

    def kept(self, limit: int = HARD_DAY_LINES) -> list[Item]:
        """What was kept for a hard day, the latest first."""
        return [self._item(number, kind) for number, kind in self._timeline.kept(limit)]

    def what_helped(self, limit: int = HARD_DAY_LINES) -> list[CopingTool]:
        """Tools marked as helping, the latest first."""
        return self._tools.marked_helpful(limit)

    def stones(self) -> int:
        """How many things the person has named as theirs: stones of the cairn, never said aloud."""
        return len(self._tools.all())


def _check(kind: str | None, limit: int) -> None:
    if kind is not None and kind not in KINDS:
        raise NotAllowed("kind", KINDS)
    if limit < 1:
        raise BadInput("limit takes a whole number from 1.")

"""Erasing for good: one thing, or a range of days. Nothing of it can be taken back. Everything: `vault/gone.py`.

The safety copies on this computer hold what is erased too: whoever erases puts one new copy in their place
(`snapshots.renew_snapshots`). Copies elsewhere are the person's own.
"""

from dataclasses import dataclass, field

from journal.errors import BadInput, NotFound
from journal.store.transaction import transaction
from journal.use_cases.rooms import Rooms


@dataclass(frozen=True, slots=True)
class Going:
    """What goes, by kind: those of the spine, and `reflection`, `draft`, `earlier-version`."""

    counts: dict[str, int]
    _numbers: list[int] = field(repr=False)
    _reflections: list[tuple[int, int]] = field(repr=False)
    _drafts: list[str] = field(repr=False)
    _put_by: list[int] = field(repr=False)

    @property
    def is_nothing(self) -> bool:
        return not any(self.counts.values())


class Erasing(Rooms):
    """Erasing inside an open journal."""

    def what_goes(self, prefix: str | None = None, first: str | None = None, last: str | None = None) -> Going:
        """Say what erasing would take, and change nothing.

        Args:
            prefix: the id of one thing, or its start; what was deleted and waits to go is named by its whole id.
            first: the first day of a range, ISO 8601; with `last`, and without an id.
            last: its last day.

        Raises:
            NotFound: nothing has this id. BadInput: no such days, or the last before the first.
        """
        from journal.store.erasing import Eraser

        eraser = Eraser(self._connection)
        if prefix is not None:
            numbers = [self._number_even_deleted(prefix)]
            reflections: list[tuple[int, int]] = []
            drafts = eraser.drafts_of(numbers)
            ids = eraser.ids(numbers)
            put_by = [number for number, item, _ in eraser.put_by_drafts() if item in ids]
        else:
            begins, ends = self._days(first, last)
            numbers = eraser.dated(begins, ends)
            reflections = eraser.reflections_between(begins, ends, numbers)
            drafts = sorted({*eraser.drafts_of(numbers), *eraser.drafts_between(begins, ends)})
            ids = eraser.ids(numbers)
            put_by = [n for n, item, day in eraser.put_by_drafts() if item in ids or begins <= day <= ends]
        counts = {
            **eraser.kinds(numbers),
            "reflection": len(reflections),
            "draft": len(drafts) + len(put_by),
            "earlier-version": eraser.earlier_versions(numbers),
        }
        return Going({kind: count for kind, count in counts.items() if count}, numbers, reflections, drafts, put_by)

    def erase(self, going: Going) -> None:
        """Let it go for good.

        Raises:
            NoRoom, Busy: it could not be done; everything is still there.
        """
        from journal.store.erasing import Eraser

        eraser = Eraser(self._connection)
        with transaction(self._connection):
            eraser.erase_drafts(going._drafts)
            eraser.erase_put_by_drafts(going._put_by)
            eraser.erase_reflections(number for number, _ in going._reflections)
            eraser.erase(going._numbers)
            for goal in {goal for _, goal in going._reflections}:
                if not self._items.is_deleted(goal):
                    self._index(goal, self._goals.get(goal))

    def _days(self, first: str | None, last: str | None) -> tuple[str, str]:
        if first is None or last is None:
            raise BadInput("A range of days takes its first day and its last.")
        begins, ends = self.moment(first).for_date, self.moment(last).for_date
        if begins > ends:
            raise BadInput("The last day comes before the first.")
        return begins, ends

    def _number_even_deleted(self, prefix: str) -> int:
        try:
            return self._items.find(prefix)[0]
        except NotFound:
            number = self._items.number_of(prefix.strip().lower())
            if number is None:
                raise
            return number

"""Arranging support lines: own ones, those that are out of sight, and their order. All of it inside the journal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.store.transaction import transaction
from journal.use_cases.rooms import Rooms

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from journal.domain.support import OwnLine
    from journal.domain.support_own import Arrangement

SUPPORT_LINES_NOT_READ = "support-lines-not-read"
"""What stood there when it could not be read and was written over: it may hold a person's own words."""


class Arranging(Rooms):
    """What a person makes of the support lines."""

    def arrangement(self) -> Arrangement:
        """Own lines, what is out of sight and the order; where it cannot be read, none of it."""
        from journal.domain.support_own import SUPPORT_LINES, arrangement_in

        return arrangement_in(self._settings.get(SUPPORT_LINES))

    def write_support_line(self, typed: str, line_id: str | None = None, draft_id: str | None = None) -> OwnLine:
        """Add a line of one's own, or put new words in one.

        Args:
            typed: a name, how they are reached, and hours if wanted, a row each.
            line_id: the line that is changed; none: it is a new one.
            draft_id: the draft it was, if any.

        Raises:
            BadInput: a part is missing or too long, or there are as many lines as there can be.
            NotFound: there is no such line.
        """
        from uuid import uuid4

        from journal.domain.support import OwnLine
        from journal.domain.support_own import parts_typed, with_own

        parts = parts_typed(typed)
        with transaction(self._connection):
            before = self.arrangement()
            line = OwnLine(before.line(line_id).id if line_id else str(uuid4()), **parts)
            self._put(lambda arrangement: with_own(arrangement, line))
            self._let_go(draft_id)
        return line

    def hide_support_line(self, line_id: str, hide: bool = True) -> Arrangement:
        """Put a line out of sight, or in sight again."""
        from journal.domain.support_own import with_hidden

        with transaction(self._connection):
            return self._put(lambda arrangement: with_hidden(arrangement, line_id, hide))

    def order_support_lines(self, ids: Sequence[str]) -> Arrangement:
        """Keep the lines in this order."""
        from journal.domain.support_own import with_order

        with transaction(self._connection):
            return self._put(lambda arrangement: with_order(arrangement, ids))

    def erase_support_line(self, line_id: str) -> Arrangement:
        """Erase a line of one's own, for good; its id without a word stays, so that no archive brings it back.

        Raises:
            NotFound: there is no such line.
        """
        from journal.domain.support_own import without_own
        from journal.store.newcomers import Newcomers

        with transaction(self._connection):
            Newcomers(self._connection).note_arrival(line_id, None, None)
            return self._put(lambda arrangement: without_own(arrangement, line_id))

    def _put(self, change: Callable[[Arrangement], Arrangement]) -> Arrangement:
        """Read what is there now, change that, and keep it: another process may have written meanwhile."""
        from journal.domain.support_own import SUPPORT_LINES, as_stored

        before = self.arrangement()
        if before.is_unreadable:
            self._settings.put(SUPPORT_LINES_NOT_READ, self._settings.get(SUPPORT_LINES) or "")
        changed = replace(change(before), is_unreadable=False)
        self._settings.put(SUPPORT_LINES, as_stored(changed))
        return changed

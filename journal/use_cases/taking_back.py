"""Deleting, and taking a delete or an import back for 30 days."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.errors import NotFound
from journal.store.taken_back import TakenBack
from journal.store.transaction import transaction
from journal.use_cases.rooms import UNDO_DAYS
from journal.use_cases.shelving import PLAN, Shelving

if TYPE_CHECKING:
    from journal.domain.timeline import Deed


class TakingBack(Shelving):
    """Deletes, imports and their undo."""

    def delete(self, prefix: str) -> str:
        """Put something out of sight; its words stay in the locked journal for 30 days, then go.

        Returns:
            The whole id.
        """
        with transaction(self._connection):
            return self._put_out_of_sight(prefix)

    def deeds(self) -> list[Deed]:
        """Deletes and imports that can still be taken back, the newest first."""
        return [self._said_which(deed) for deed in self._deeds.open_since(self._days_ago(UNDO_DAYS))]

    def _said_which(self, deed: Deed) -> Deed:
        """The same, with the kinds of what it touched, and what it is called where it is one thing."""
        kinds = self._deeds.kinds_of(deed.number)
        from journal.domain.timeline import KINDS

        called = None
        if deed.items == 1 and kinds != ["draft"]:
            read = self._item if kinds[0] in KINDS else self._shelves.get
            called = _called(read(self._deeds.items_of(deed.number)[0], kinds[0]))
        return replace(deed, kinds=tuple(kinds), called=called)

    def undo(self) -> Deed:
        """Take back the newest delete or import of 30 days.

        A delete brings its things back as they were. An import takes its things out again, but for those
        that were changed here since, or that something of the person's own names; they are the person's own now.

        Returns:
            The deed, with how many things came back or went.

        Raises:
            NotFound: there is nothing to take back.
        """
        now = self.now_utc()
        with transaction(self._connection):
            deeds = self._deeds.open_since(self._days_ago(UNDO_DAYS))
            if not deeds:
                raise NotFound("There is nothing to take back.", hint="Deletes and imports of 30 days can be.")
            newest = self._said_which(deeds[0])
            if newest.kind == "delete":
                numbers, drafts = self._bring_all_back(newest.number)
            else:
                taken_back = TakenBack(self._connection, newest.number)
                numbers, drafts = taken_back.things(), taken_back.drafts()
                taken_back.take_out(numbers, drafts, now)
            self._deeds.note_undone(newest.number, now)
        return replace(newest, items=len(numbers) + len(drafts))

    def let_go_of_old(self) -> int:
        """Let what was deleted more than 30 days ago go for good. Returns how many things went."""
        before = self._days_ago(UNDO_DAYS)
        if not self._items.has_old_deleted(before) and not self._deeds.has_drafts_before(before):
            return 0
        with transaction(self._connection):
            self._deeds.let_go_of_drafts(before)
            return self._items.purge(before)

    def _bring_all_back(self, deed: int) -> tuple[list[int], list[str]]:
        numbers, drafts = self._deeds.items_of(deed), self._deeds.drafts_of(deed)
        for number in numbers:
            self._bring_back(number)
        for draft in drafts:
            self._drafts.put(draft)
        return numbers, [draft.id for draft in drafts]

    def _bring_back(self, number: int) -> None:
        from journal.domain.timeline import KINDS

        kind = self._items.kind_of(number)
        if kind == PLAN and self._join_section(number):
            return
        self._items.set_deleted(number, None)
        if kind in KINDS:
            self._index(number, self._item(number, kind))
        self._index_tool(number, kind)


_CALLED_BY = (
    "title", "name", "partner_alias", "alias", "text", "label", "note", "body", "stayed", "gave", "next", "hope_for",
    "words",
)  # fmt: skip


def _called(thing: object) -> str | None:
    """The first of its words that a person would know it by."""
    words = (getattr(thing, name, None) for name in _CALLED_BY)
    return next((word for word in words if isinstance(word, str) and word.strip()), None)

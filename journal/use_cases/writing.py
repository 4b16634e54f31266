"""Writing: pages, the drafts they were, and changing words without losing the earlier ones."""

from dataclasses import replace
from uuid import uuid4

from journal.domain.check_in import CheckIn
from journal.domain.entry import Draft, JournalEntry, check_entry
from journal.domain.timeline import Item
from journal.store.transaction import transaction
from journal.use_cases.rooms import Rooms


class Writing(Rooms):
    """Pages and drafts."""

    def blank_page(self, when: str | None = None, prompt_id: str | None = None) -> Draft:
        """A draft with nothing on it yet, for now or for `when`. Nothing is kept until it is put."""
        return Draft(id=str(uuid4()), kind="entry", moment=self.moment(when), body="", prompt_id=prompt_id)

    def write_page(self, page: Draft, tags: tuple[str, ...] = (), themes: tuple[str, ...] = ()) -> JournalEntry:
        """Put a page in the journal, and let go of the draft it was.

        Raises:
            BadInput: nothing is written on it.
        """
        entry = JournalEntry(
            id=str(uuid4()),
            moment=page.moment,
            recorded_at=self.now_utc(),
            body=page.body,
            title=page.title or None,
            prompt_id=page.prompt_id,
            tags=tags,
            themes=themes,
        )
        check_entry(entry)
        with transaction(self._connection):
            self._index(self._entries.add(entry), entry)
            self._drafts.drop(page.id)
        return entry

    def change_words(self, prefix: str, words: str, title: str | None = None, draft_id: str | None = None) -> Item:
        """Put new words in place of a page's, or of a check-in's note; the earlier ones are kept.

        Args:
            prefix: id or unique start of one.
            words: the whole new text.
            title: a page's title; `None` leaves the one it has, empty takes it away.
            draft_id: the draft that these words were.

        Raises:
            NotFound, Ambiguous: no such thing, or more than one.
            BadInput: a page would be left with nothing on it.
        """
        with transaction(self._connection):
            number, kind, _ = self._items.find(prefix)
            old = self._item(number, kind)
            if isinstance(old, CheckIn):
                self._items.note_edit(number, self.now_utc(), None, old.note)
                self._check_ins.set_note(number, words if words.strip() else None)
            else:
                new = replace(old, body=words, title=old.title if title is None else title or None)
                check_entry(new)
                self._items.note_edit(number, self.now_utc(), old.title, old.body)
                self._entries.set_words(number, new.title, new.body)
            changed = self._item(number, kind)
            self._index(number, changed)
            if draft_id is not None:
                self._drafts.drop(draft_id)
        return changed

    def keep_draft(self, draft: Draft) -> Draft:
        """Write a draft over what it was before; a draft with no words left is let go."""
        kept = replace(draft, saved_at=self.now_utc())
        with transaction(self._connection):
            if kept.body.strip() or (kept.title or "").strip() or kept.answers:
                self._drafts.put(kept)
            else:
                self._drafts.drop(kept.id)
        return kept

    def drafts(self) -> list[Draft]:
        """Every draft, the latest first."""
        return self._drafts.all()

    def draft_of(self, item_id: str) -> Draft | None:
        """The draft of a change to this item, if there is one."""
        return next((draft for draft in self._drafts.all() if draft.item_id == item_id), None)

    def drop_draft(self, draft_id: str) -> None:
        """Let a draft go."""
        with transaction(self._connection):
            self._drafts.drop(draft_id)

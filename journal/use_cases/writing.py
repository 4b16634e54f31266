"""Writing: pages, the drafts they were, and changing words without losing the earlier ones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from journal.domain.check_in import CheckIn
from journal.domain.ids import new_id
from journal.errors import BadInput, NotFound
from journal.store.check_ins import KIND as CHECK_IN
from journal.store.transaction import transaction
from journal.use_cases.rooms import ENTRY, Rooms

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from journal.domain.entry import Draft, JournalEntry
    from journal.domain.timeline import Item

HAS_WORDS = (CHECK_IN, ENTRY)
"""Kinds with one text to change; all others have parts."""


class Writing(Rooms):
    """Pages and drafts."""

    def blank_page(self, when: str | None = None, prompt_id: str | None = None) -> Draft:
        """A draft with nothing on it yet, for now or for `when`. Nothing is kept until it is put."""
        from journal.domain.entry import Draft

        return Draft(id=new_id(), kind="entry", moment=self.moment(when), body="", prompt_id=prompt_id)

    def write_page(
        self,
        page: Draft,
        tags: tuple[str, ...] = (),
        themes: tuple[str, ...] = (),
        goals: tuple[str, ...] = (),
    ) -> JournalEntry:
        """Put a page in the journal, and let go of the draft it was.

        Args:
            page: its words.
            tags: free words.
            themes: of `THEME_TAGS`.
            goals: ids, or unique starts of ids, of goals it is about.

        Raises:
            BadInput: nothing is written on it.
            NotFound: no such goal.
        """
        from journal.domain.entry import check_entry

        entry = replace(self._entry_of(page), tags=tags, themes=themes)
        check_entry(entry)
        with transaction(self._connection):
            number = self._entries.add(entry)
            self._goals.link(number, [self._items.find(goal, "goal")[0] for goal in goals])
            self._index(number, entry)
            self._let_go(page.id)
            return self._entries.get(number)

    def _entry_of(self, draft: Draft) -> JournalEntry:
        from journal.domain.entry import JournalEntry

        return JournalEntry(
            id=new_id(),
            moment=draft.moment,
            recorded_at=self.now_utc(),
            body=draft.body,
            title=draft.title or None,
            prompt_id=draft.prompt_id,
        )

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
        from journal.domain.entry import JournalEntry, check_entry

        with transaction(self._connection):
            number, kind, _ = self._items.find(prefix)
            if kind not in HAS_WORDS:
                raise BadInput("That has parts to change, each with words of its own.")
            old = self._item(number, kind)
            if isinstance(old, CheckIn):
                self._items.note_edit(number, self.now_utc(), None, old.note)
                self._check_ins.set_note(number, words if words.strip() else None)
            elif isinstance(old, JournalEntry):
                new = replace(old, body=words, title=old.title if title is None else title or None)
                check_entry(new)
                self._items.note_edit(number, self.now_utc(), old.title, old.body)
                self._entries.set_words(number, new.title, new.body)
            changed = self._item(number, kind)
            self._index(number, changed)
            self._let_go(draft_id)
        return changed

    def bring_back(self, prefix: str, which: int) -> Item:
        """Put the words of an earlier version in place of those that are there now, which are kept as well.

        Args:
            prefix: id or unique start of one.
            which: 1 for the latest that was replaced, and so on, as `earlier_versions` lists them.

        Raises:
            NotFound: no such thing, or no such version of it.
            BadInput: it is something with parts.
        """
        number, kind, item_id = self._items.find(prefix)
        earlier = self._items.earlier(number) if kind in HAS_WORDS else []
        if earlier and not 1 <= which <= len(earlier):
            raise NotFound("There is no such earlier version.")
        if not earlier:
            raise NotFound("There is no earlier version of it.")
        _, title, words = earlier[which - 1]
        return self.change_words(item_id, words or "", title or "")

    def set_page_about(
        self,
        prefix: str,
        *,
        themes: tuple[str, ...] | None = None,
        tags: tuple[str, ...] | None = None,
        goals: tuple[str, ...] | None = None,
    ) -> JournalEntry:
        """Say what a page is about, in place of what it was about; its words stay.

        Args:
            prefix: id or unique start of one.
            themes: of `THEME_TAGS`.
            tags: free words.
            goals: ids, or unique starts of ids. `None` leaves each of the three as it is, and nothing takes all away.

        Raises:
            NotFound, Ambiguous: no such page or goal, or more than one.
            BadInput: a tag is blank. NotAllowed: an unknown theme.
        """
        from journal.domain.entry import check_about

        with transaction(self._connection):
            number, _, _ = self._items.find(prefix, ENTRY)
            old = self._entries.get(number)
            new = replace(old, themes=old.themes if themes is None else themes, tags=old.tags if tags is None else tags)
            check_about(new)
            self._entries.set_about(number, new.themes, new.tags)
            if goals is not None:
                self._goals.link_anew(number, [self._items.find(goal, "goal")[0] for goal in goals])
            self._items.set_edited(number, self.now_utc())
            changed = self._entries.get(number)
            self._index(number, changed)
        return changed

    def keep_draft(self, draft: Draft) -> Draft:
        """Write a draft over what it was before; a draft with no words left is let go.

        Where another cairn has saved, changed or let go of the same draft meanwhile, that one wins its place:
        words that differ from what was last kept here go on under an id of their own, and none are lost.
        """
        kept = replace(draft, id=self._renamed.get(draft.id, draft.id), saved_at=self.now_utc())
        known = self._known.get(kept.id)
        seen_at = known.saved_at if known is not None else draft.saved_at
        with transaction(self._connection):
            stored = self._stored(kept.id)
            # Emptied here a moment ago, and now there are words again: nobody else let it go.
            emptied_here = stored is None and known is not None and not any(_words(known))
            if seen_at and not emptied_here and (stored is None or stored.saved_at != seen_at):
                if known is not None and _words(kept) == _words(known):
                    return kept
                kept = replace(kept, id=new_id(), item_id=kept.item_id if stored else None)
                self._renamed[draft.id] = kept.id
            if any(_words(kept)):
                self._drafts.put(kept)
            else:
                self._drafts.drop(kept.id)
        self._known[kept.id] = kept
        return kept

    def take_up(self, draft: Draft) -> Draft:
        """Go on with a draft as it is here: what another cairn keeps of it after this is told apart."""
        self._known[draft.id] = draft
        return draft

    def set_aside(self, draft_id: str) -> None:
        """Put a draft out of sight, from where undo brings it back as it is for 30 days."""
        with transaction(self._connection):
            self._deeds.add_draft(self.now_utc(), self._drafts.get(draft_id))
            self._let_go(draft_id)

    def _stored(self, draft_id: str) -> Draft | None:
        return next((draft for draft in self._drafts.all() if draft.id == draft_id), None)

    def drafts(self) -> list[Draft]:
        """Every draft, the latest first. To go on with one, take it up."""
        return self._drafts.all()

    def draft_of(self, item_id: str) -> Draft | None:
        """The draft of a change to this item, if there is one, taken up."""
        return self._taken_up(draft for draft in self.drafts() if draft.item_id == item_id)

    def begun(self, kind: str, item_id: str | None = None) -> Draft | None:
        """The latest draft of this kind that belongs to this item, or to none; what was begun there, taken up."""
        return self._taken_up(draft for draft in self.drafts() if (draft.kind, draft.item_id) == (kind, item_id))

    def _taken_up(self, found: Iterator[Draft]) -> Draft | None:
        draft = next(found, None)
        return None if draft is None else self.take_up(draft)

    def keep_answers(self, draft: Draft, answers: Mapping[str, object]) -> Draft:
        """Keep a check-in that is not saved yet: its note, and every other answer by name; blanks are left out."""
        given = {name: answer for name, answer in answers.items() if answer not in (None, "", (), [])}
        return self.keep_parts(draft, given)

    def keep_parts(self, draft: Draft, changed: Mapping[str, object]) -> Draft:
        """Keep what is being filled in on a form and not saved yet.

        Args:
            draft: whose it is.
            changed: the parts that differ from what the thing has, by name; `None` for one that was taken away.
                A part that is not named was not touched, and whoever goes on with the draft leaves it alone.
        """
        import json

        return self.keep_draft(replace(draft, answers=json.dumps(changed, ensure_ascii=False) if changed else None))


def _words(draft: Draft) -> tuple[str, str, str]:
    """What a person put into it; blank where there is nothing but white space."""
    return (draft.body if draft.body.strip() else "", (draft.title or "").strip(), draft.answers or "")

"""Writing: pages, the drafts they were, and changing words without losing the earlier ones."""

import json
from collections.abc import Mapping
from dataclasses import replace
from uuid import uuid4

from journal.domain.check_in import CheckIn
from journal.domain.entry import Draft, JournalEntry, answers_of, check_entry
from journal.domain.timeline import KINDS, Item
from journal.errors import BadInput
from journal.store.transaction import transaction
from journal.use_cases.rooms import Rooms

HAS_PARTS = "That has parts to change, each with words of its own."


class Writing(Rooms):
    """Pages and drafts."""

    def blank_page(self, when: str | None = None, prompt_id: str | None = None) -> Draft:
        """A draft with nothing on it yet, for now or for `when`. Nothing is kept until it is put."""
        return Draft(id=str(uuid4()), kind="entry", moment=self.moment(when), body="", prompt_id=prompt_id)

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
        entry = replace(self._entry_of(page), tags=tags, themes=themes)
        check_entry(entry)
        with transaction(self._connection):
            number = self._entries.add(entry)
            self._goals.link(number, [self._items.find(goal, "goal")[0] for goal in goals])
            self._index(number, entry)
            self._let_go(page.id)
            return self._entries.get(number)

    def _entry_of(self, draft: Draft) -> JournalEntry:
        return JournalEntry(
            id=str(uuid4()),
            moment=draft.moment,
            recorded_at=self.now_utc(),
            body=draft.body or _words_in_answers(draft),
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
        with transaction(self._connection):
            number, kind, _ = self._items.find(prefix)
            if kind not in KINDS:
                raise BadInput(HAS_PARTS)
            old = self._item(number, kind)
            if isinstance(old, CheckIn):
                self._items.note_edit(number, self.now_utc(), None, old.note)
                self._check_ins.set_note(number, words if words.strip() else None)
            elif not isinstance(old, JournalEntry):
                raise BadInput(HAS_PARTS)
            else:
                new = replace(old, body=words, title=old.title if title is None else title or None)
                check_entry(new)
                self._items.note_edit(number, self.now_utc(), old.title, old.body)
                self._entries.set_words(number, new.title, new.body)
            changed = self._item(number, kind)
            self._index(number, changed)
            self._let_go(draft_id)
        return changed

    def keep_draft(self, draft: Draft) -> Draft:
        """Write a draft over what it was before; a draft with no words left is let go.

        Where another cairn has saved, changed or let go of the same draft meanwhile, that one wins its place:
        words that differ from what was last kept here go on under an id of their own, and none are lost.
        """
        kept = replace(draft, id=self._renamed.get(draft.id, draft.id), saved_at=self.now_utc())
        with transaction(self._connection):
            known, stored = self._known.get(kept.id), self._stored(kept.id)
            if known is not None and (stored is None or stored.saved_at != known.saved_at):
                if _words(kept) == _words(known):
                    return kept
                kept = replace(kept, id=str(uuid4()), item_id=kept.item_id if stored else None)
                self._renamed[draft.id] = kept.id
            if any(_words(kept)):
                self._drafts.put(kept)
            else:
                self._drafts.drop(kept.id)
        self._known[kept.id] = kept
        return kept

    def set_aside(self, draft_id: str) -> None:
        """Put a draft out of sight as a deleted page, which undo brings back for 30 days."""
        now = self.now_utc()
        with transaction(self._connection):
            draft = self._drafts.get(draft_id)
            number = self._entries.add(self._entry_of(draft))
            self._items.set_deleted(number, now)
            self._deeds.add("delete", now, [number])
            self._let_go(draft_id)

    def _stored(self, draft_id: str) -> Draft | None:
        return next((draft for draft in self._drafts.all() if draft.id == draft_id), None)

    def drafts(self) -> list[Draft]:
        """Every draft, the latest first."""
        drafts = self._drafts.all()
        self._known.update({draft.id: draft for draft in drafts})
        return drafts

    def draft_of(self, item_id: str) -> Draft | None:
        """The draft of a change to this item, if there is one."""
        return next((draft for draft in self.drafts() if draft.item_id == item_id), None)

    def begun(self, kind: str, item_id: str | None = None) -> Draft | None:
        """The latest draft of this kind that belongs to this item, or to none; what was begun there."""
        return next((draft for draft in self.drafts() if (draft.kind, draft.item_id) == (kind, item_id)), None)

    def keep_answers(self, draft: Draft, answers: Mapping[str, object]) -> Draft:
        """Keep what is filled in and not saved yet: a draft's words, and every other answer by name."""
        given = {name: answer for name, answer in answers.items() if answer not in (None, "", (), [])}
        return self.keep_draft(replace(draft, answers=json.dumps(given, ensure_ascii=False) if given else None))


def _words(draft: Draft) -> tuple[str, str, str]:
    """What a person put into it; blank where there is nothing but white space."""
    return (draft.body if draft.body.strip() else "", (draft.title or "").strip(), draft.answers or "")


def _words_in_answers(draft: Draft) -> str:
    """What was typed into a form, as the words of one page."""
    answers = answers_of(draft).values()
    lists = ["\n".join(map(str, answer)) if isinstance(answer, list) else str(answer) for answer in answers]
    return "\n\n".join(lists)

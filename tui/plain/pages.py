"""One page or check-in: read, put in other words, kept, brought, deleted."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from journal.domain.entry import Draft, JournalEntry
from journal.domain.goal import Goal
from journal.domain.peer_session import PeerSession
from journal.domain.timeline import Item
from journal.errors import NotFound
from tui.plain import rewording
from tui.plain.deeds import Deed, Menu
from tui.plain.erasing import erase_one
from tui.plain.marks import bring, keep
from tui.plain.page_about import ask_about
from tui.plain.page_versions import read_versions
from tui.plain.visit import Visit
from tui.plain.writing import prompt_of
from tui.wording import plain as words
from tui.wording import plain_rows as rows
from tui.wording import saved
from tui.wording import screen as shown
from tui.wording.items import body_of
from tui.wording.plain_keys import ERASE


@dataclass(frozen=True, slots=True)
class OpenItem:
    """What is open, and where."""

    visit: Visit
    id: str

    def read(self) -> Item:
        """As it is now."""
        return self.visit.journal.read(self.id)


def open_page(visit: Visit, item_id: str) -> None:
    """Read a page or a check-in aloud, then whatever is chosen.

    Raises:
        NotFound: it is not in the journal any more.
    """
    deeds: tuple[Deed[OpenItem], ...] = (
        Deed(words.CHANGE, _change_words),
        Deed(words.KEEP, lambda it: keep(it.visit, it.read())),
        Deed(words.BRING, lambda it: bring(it.visit, it.read())),
        Deed(words.PAGE_ABOUT, lambda it: ask_about(it.visit, it.read())),
        Deed(words.VERSIONS, lambda it: read_versions(it.visit, it.id)),
        Deed(words.DELETE, _delete, closes=True),
        Deed(ERASE, lambda it: erase_one(it.visit, it.id), closes=True),
    )
    Menu(visit, deeds, words.WHAT_NEXT, opened=_say).stay(OpenItem(visit, item_id))


def _say(it: OpenItem) -> None:
    item = it.read()
    names = it.visit.journal.names_in(item)
    prompt = prompt_of(item.prompt_id) if isinstance(item, JournalEntry) else []
    it.visit.talk.say(rows.head_of(item), *prompt, *body_of(item, names))


def _delete(it: OpenItem) -> None:
    it.visit.save(lambda: it.visit.journal.delete(it.id))
    it.visit.talk.say(words.DELETED)


def _change_words(it: OpenItem) -> None:
    item = it.read()
    if isinstance(item, Goal | PeerSession):
        raise NotFound
    title = item.title if isinstance(item, JournalEntry) else None
    body = item.body if isinstance(item, JournalEntry) else item.note or ""
    blank = Draft(id=f"edit-{item.id}", kind="entry", moment=item.moment, body=body, item_id=item.id, title=title)
    change_from(it.visit, it.visit.journal.draft_of(item.id) or blank, is_page=isinstance(item, JournalEntry))


def change_from(visit: Visit, draft: Draft, *, is_page: bool) -> None:
    """Put other words in the place of a page's or a note's, beginning with a draft of them.

    Raises:
        Back, Leave, EndOfInput: as they say; what was typed has been kept as the draft.
    """
    talk = visit.talk
    if draft.saved_at:
        talk.say(shown.DRAFT_BACK, draft.body)
    how = rewording.ask_how(talk, draft.body, has_title=is_page, was_begun=bool(draft.saved_at))
    changed, title = _changed(visit, draft, how)
    if changed is None and title is None:
        talk.say(words.EMPTY_CHANGE)
        return
    visit.save(_saver(visit, changed or draft, title))
    talk.say(saved.CHANGED)


def _changed(visit: Visit, draft: Draft, how: str | None) -> tuple[Draft | None, str | None]:
    """The draft with its new words, and the new title; `None` for what stays as it is."""
    if how == rewording.TITLE:
        return None, _other_title(visit, draft)
    if how in (None, rewording.AS_IT_IS):
        return (None if how is None else draft), None
    keep = visit.journal.keep_draft
    text = rewording.ask_other_words(visit.talk, how, draft.body, lambda body: keep(replace(draft, body=body)))
    return (None if text is None else replace(draft, body=text)), None


def _other_title(visit: Visit, draft: Draft) -> str | None:
    """The new title, empty where it is taken away, or `None` where it stays."""
    if draft.title:
        visit.talk.say(words.has_now(draft.title))
    typed = visit.talk.ask(f"{shown.TITLE_HINT}.", own_words=True)
    return "" if typed is not None and typed.casefold() == words.CLEAR else typed


def _saver(visit: Visit, draft: Draft, title: str | None) -> Callable[[], object]:
    def save() -> None:
        try:
            visit.journal.change_words(draft.item_id or "", draft.body, title, draft.id)
        except NotFound:
            # It was deleted meanwhile; the words are not to go with it.
            visit.journal.write_page(replace(draft, title=title or draft.title))
            visit.talk.say(shown.SAVED_ANEW)

    return save

"""Drafts: words that were on their way when something came between, to be gone on with or put out of sight."""

from journal.domain.entry import Draft
from tui.plain.choosing import ask_one_of
from tui.plain.going_on import go_on_with
from tui.plain.listing import Listing, rows_of
from tui.plain.visit import Visit
from tui.wording import plain as words
from tui.wording import plain_rows as rows
from tui.wording import shell

ON, AWAY = "on", "away"


def read_drafts(visit: Visit) -> None:
    """Every draft, the latest first; a number opens one."""
    Listing[Draft](
        visit,
        rows_of(visit.journal.drafts),
        rows.draft_row,
        lambda draft: open_draft(visit, draft),
        empty=shell.NO_DRAFTS,
    ).stay()


def open_draft(visit: Visit, draft: Draft) -> None:
    """Go on with it, or put it out of sight, from where undo brings it back."""
    visit.talk.say(rows.draft_words(draft))
    way = ask_one_of(visit.talk, words.WHAT_WITH_DRAFT, ((ON, words.GO_ON), (AWAY, words.PUT_AWAY)))
    if way == ON:
        go_on_with(visit, draft)
    if way == AWAY:
        visit.save(lambda: visit.journal.set_aside(draft.id))
        visit.talk.say(words.DELETED)

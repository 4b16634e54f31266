"""The journal: everything dated, newest first; words looked for; drafts; and what was deleted, back again."""

from collections.abc import Sequence

from journal.domain.timeline import Filter, Found, Line
from tui.plain.goal_page import open_goal
from tui.plain.listing import Listing, rows_of
from tui.plain.pages import open_page
from tui.plain.session_page import open_session
from tui.plain.visit import Visit
from tui.wording import plain as words
from tui.wording import plain_rows as rows
from tui.wording import saved
from tui.wording import screen as shown

MOST_FOUND = 500
"""As on the screen."""


def read_journal(visit: Visit) -> None:
    """The timeline, a few rows at a time."""

    def fetch(offset: int, limit: int) -> Sequence[Line]:
        return visit.journal.timeline(Filter(), limit, offset)

    Listing[Line](
        visit, fetch, rows.timeline_row, lambda line: open_item(visit, line.kind, line.id), empty=words.JOURNAL_EMPTY
    ).stay()


def open_item(visit: Visit, kind: str, item_id: str) -> None:
    """Open one thing of the journal.

    Raises:
        NotFound: it is not there any more.
    """
    opens = {"goal": open_goal, "session": open_session}.get(kind, open_page)
    opens(visit, item_id)


def search(visit: Visit) -> None:
    """Words anywhere, again and again until nothing more is looked for."""
    while (typed := visit.talk.ask(words.SEARCH_FOR)) is not None:
        total, found = visit.journal.search(typed, limit=MOST_FOUND)
        visit.talk.say(shown.found(len(found), total))
        if found:
            _read_found(visit, found)


def _read_found(visit: Visit, found: list[Found]) -> None:
    Listing[Found](
        visit,
        rows_of(lambda: found),
        rows.found_row,
        lambda one: open_item(visit, one.kind, one.id),
        empty=saved.NOTHING_FOUND,
    ).stay()


def undo(visit: Visit) -> None:
    """Take back the newest delete or import of 30 days.

    Raises:
        NotFound: there is nothing to take back.
    """
    deed = visit.save(visit.journal.undo)
    visit.talk.say(saved.undone(deed))

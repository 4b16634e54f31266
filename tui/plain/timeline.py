"""The journal: everything dated, newest first; words looked for; drafts; and what was deleted, back again."""

from collections.abc import Sequence

from journal.domain.timeline import Filter, Found
from tui.plain.deeds import Deed
from tui.plain.listing import Listing, rows_of
from tui.plain.month import read_month, read_other_years
from tui.plain.one_item import TimelineRows, open_item
from tui.plain.some_of_it import ask_filter, say_filter
from tui.plain.visit import Visit
from tui.wording import plain as words
from tui.wording import plain_rows as rows
from tui.wording import saved
from tui.wording import screen as shown

MOST_FOUND = 500
"""As on the screen."""


def read_journal(visit: Visit) -> None:
    """The timeline, a few rows at a time; or some of it."""
    _Journal(visit).stay()


def read_some(visit: Visit) -> None:
    """Ask what to see first, then read it."""
    journal = _Journal(visit)
    journal.narrow()
    journal.stay()


class _Journal(TimelineRows):
    """The journal's own list, whole or narrowed."""

    def __init__(self, visit: Visit) -> None:
        super().__init__(visit, Filter())

    def narrow(self) -> None:
        """Ask what to see, and say it."""
        chosen = ask_filter(self.visit, self.chosen)
        if chosen is not None:
            self.chosen = chosen
        say_filter(self.visit, self.chosen, words.ALL_SHOWS_ALL)

    def stay(self, empty: str = words.JOURNAL_EMPTY, deeds: Sequence[Deed[Visit]] = ()) -> None:
        own: tuple[Deed[Visit], ...] = (
            Deed(words.SOME_OF_IT, lambda _: self.narrow()),
            Deed(words.ALL_OF_IT, lambda _: self._show_all()),
            Deed(words.MONTH, read_month),
            Deed(words.OTHER_YEARS, read_other_years),
        )
        super().stay(empty, (*own, *deeds))

    def _show_all(self) -> None:
        self.chosen = Filter()


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

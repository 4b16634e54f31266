"""A list that is read a few rows at a time: a number opens a row, a name does a deed, Enter goes back."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from journal.errors import CairnError
from tui.plain.choosing import numbered, place_of
from tui.plain.conversation import Back
from tui.plain.deeds import Deed, deed_named
from tui.plain.visit import Visit
from tui.wording import plain as words
from tui.wording.screen import shortened

T = TypeVar("T")
LONGEST_ROW = 300
"""Characters of one row: more than a screen reader should have to read to find the next."""
ROWS = 10
"""Read at a time."""

Fetch = Callable[[int, int], Sequence[T]]
"""Rows from an offset, and how many at most."""


class Listing(Generic[T]):
    """Rows, and what can be done with them. A row keeps its number until the list is read anew."""

    def __init__(
        self,
        visit: Visit,
        fetch: Fetch[T],
        says: Callable[[T], str],
        opens: Callable[[T], object],
        *,
        empty: str,
        deeds: Sequence[Deed[Visit]] = (),
    ) -> None:
        """Nothing is said yet.

        Args:
            visit: whom to ask.
            fetch: rows in their order.
            says: one row in words.
            opens: what a row's number does.
            empty: said where there are no rows.
            deeds: what else can be done here, by name.
        """
        self._visit = visit
        self._fetch = fetch
        self._says = says
        self._opens = opens
        self._empty = empty
        self._deeds = tuple(deeds)
        self._rows: list[T] = []
        self._has_more = False

    def stay(self) -> None:
        """Read the list and do what is typed, until the person goes back."""
        self._read_anew()
        while True:
            try:
                typed = self._visit.talk.ask(self._question(), [deed.line for deed in self._deeds])
            except Back:
                return
            if typed is None:
                return
            self._do(typed.casefold().strip())

    def _do(self, typed: str) -> None:
        deed = deed_named(self._deeds, typed)
        place = None if deed is not None else place_of(typed, [self._says(row) for row in self._rows])
        if typed in words.LIST:
            self._read_anew()
        elif typed == words.MORE and self._has_more:
            self._read_more()
        elif place is not None:
            self._open(self._rows[place])
        elif deed is not None:
            self._run(lambda: deed.run(self._visit))
            if deed.changes:
                self._read_anew()
        else:
            self._visit.talk.say(words.NO_SUCH_ROW)

    def _open(self, row: T) -> None:
        self._run(lambda: self._opens(row))

    def _run(self, deed: Callable[[], object]) -> None:
        try:
            deed()
        except Back:
            self._visit.talk.say(words.WENT_BACK)
        except CairnError as problem:
            self._visit.tell(problem)

    def _read_anew(self) -> None:
        self._rows = []
        self._read_more()
        if not self._rows:
            self._visit.talk.say(self._empty)

    def _read_more(self) -> None:
        first = len(self._rows)
        fetched = list(self._fetch(first, ROWS + 1))
        self._has_more = len(fetched) > ROWS
        self._rows += fetched[:ROWS]
        self._visit.talk.say(*numbered([_row(self._says(row)) for row in fetched[:ROWS]], first + 1))

    def _question(self) -> str:
        ways = [words.NUMBER_OPENS] if self._rows else []
        ways += [words.MORE_ROWS] if self._has_more else []
        ways += [words.typed(deed.name) for deed in self._deeds]
        return words.what_next([*ways, words.ENTER_LEAVES])


def rows_of(fetch_all: Callable[[], Sequence[T]]) -> Fetch[T]:
    """Rows of a list that is read whole each time."""
    return lambda offset, limit: fetch_all()[offset : offset + limit]


def _row(said: str) -> str:
    """A row as it is said: of very long words their start, since opening it says the rest."""
    return said if len(said) <= LONGEST_ROW else shortened(said, LONGEST_ROW)

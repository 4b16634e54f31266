"""A month, day by day; one day; and the same day of other years. A day without anything is not named."""

from collections.abc import Sequence
from datetime import date

from journal.domain.months import days_of_month, month_by, same_day_before
from journal.domain.timeline import Filter
from tui.plain.deeds import Deed
from tui.plain.listing import Listing
from tui.plain.one_item import TimelineRows
from tui.plain.visit import Visit
from tui.plain.writing import write_for
from tui.wording import journal as words
from tui.wording import plain
from tui.wording.dates import day_in_words, month_in_words

DayRow = tuple[str, tuple[str, ...]]
"""A day that has something, and of which kinds."""
MONTH_LETTERS = len("2026-03")


def read_month(visit: Visit) -> None:
    """Ask which month, and say the days that have something."""
    today = date.fromisoformat(visit.journal.moment().for_date)
    while (typed := visit.talk.ask(words.WHICH_MONTH)) is not None:
        month = month_typed(typed)
        if month is not None:
            _Month(visit, month).stay()
            return
        visit.talk.say(words.NO_SUCH_MONTH)
    _Month(visit, today.replace(day=1)).stay()


def month_typed(typed: str) -> date | None:
    """The first day of a month as it is typed, `2026-03`; `None` where it is none."""
    try:
        return date.fromisoformat(f"{typed.strip()}-01") if len(typed.strip()) == MONTH_LETTERS else None
    except ValueError:
        return None


class _Month:
    """One month at a time, which can be turned."""

    def __init__(self, visit: Visit, first: date) -> None:
        self._visit = visit
        self._first = first

    def stay(self) -> None:
        """Say the days of the month, until the person goes back."""
        deeds: tuple[Deed[Visit], ...] = (
            Deed(plain.MONTH_BEFORE, lambda _: self._turn(-1)),
            Deed(plain.MONTH_NEXT, lambda _: self._turn(1)),
        )
        self._say_name()
        Listing[DayRow](
            self._visit,
            self._fetch,
            lambda row: words.day_row(*row),
            lambda row: read_day(self._visit, row[0]),
            empty=words.MONTH_EMPTY,
            deeds=deeds,
        ).stay()

    def _say_name(self) -> None:
        self._visit.talk.say(f"{month_in_words(self._first.isoformat())}.")

    def _turn(self, by_months: int) -> None:
        self._first = month_by(self._first, by_months)
        self._say_name()

    def _fetch(self, offset: int, limit: int) -> Sequence[DayRow]:
        last = int(days_of_month(self._first)[1][-2:])
        days = [self._first.replace(day=number) for number in range(1, last + 1)]
        return list(self._visit.journal.days_with(days).items())[offset : offset + limit]


def read_day(visit: Visit, day: str) -> None:
    """What one day has; a page can be written for it."""
    visit.talk.say(f"{day_in_words(day)}.")
    TimelineRows(visit, Filter(day, day)).stay(
        words.NOTHING_THAT_DAY, [Deed(plain.WRITE_FOR_DAY, lambda here: write_for(here, day))]
    )


def read_other_years(visit: Visit) -> None:
    """What was written on this day in earlier years."""
    today = date.fromisoformat(visit.journal.moment().for_date)
    visit.talk.say(f"{words.same_day_heading(today)}.")
    TimelineRows(visit, Filter(days=same_day_before(today))).stay(words.NOT_THAT_DAY_YET)

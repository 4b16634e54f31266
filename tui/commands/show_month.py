"""`cairn show --month`: which days have something, as a calendar, with nothing at the days that have not."""

from datetime import date

from journal.domain.months import days_of_month, weeks_of
from journal.errors import BadInput
from journal.use_cases.open_journal import OpenJournal
from tui.commands.terminal import Terminal
from tui.wording import journal as words
from tui.wording import shell
from tui.wording.dates import month_in_words

MONTH_LETTERS = len("2026-03")


def show_month(terminal: Terminal, journal: OpenJournal) -> int:
    """The month that was asked for, or this one."""
    first = _first_of(terminal.options.month or journal.moment().for_date[:MONTH_LETTERS])
    last = int(days_of_month(first)[1][-2:])
    kinds = journal.days_with([first.replace(day=number) for number in range(1, last + 1)])
    document = {
        "month": first.isoformat()[:MONTH_LETTERS],
        "days": [{"for_date": day, "kinds": list(of_day)} for day, of_day in kinds.items()],
    }
    return terminal.answer(document, _lines(first, set(kinds), journal.choices().first_day))


def _first_of(typed: str) -> date:
    try:
        return date.fromisoformat(f"{typed}-01" if len(typed) == MONTH_LETTERS else "")
    except ValueError:
        # Without its cause, which quotes what was typed.
        raise BadInput(shell.NO_SUCH_MONTH) from None


def _lines(first: date, written: set[str], first_day: int) -> list[str]:
    names = [words.WEEKDAYS[(first_day + place) % len(words.WEEKDAYS)] for place in range(len(words.WEEKDAYS))]
    rows = ["".join(_cell(day, written) for day in week).rstrip() for week in weeks_of(first, first_day)]
    head = "".join(f"{name}  " for name in names).rstrip()
    return [month_in_words(first.isoformat()), head, *rows, words.SIGN_MEANS]


def _cell(day: date | None, written: set[str]) -> str:
    if day is None:
        return "    "
    return f"{day.day:>2}{words.SIGN if day.isoformat() in written else ' '} "

"""Days and times in words; never the computer's own language, so that they are the same everywhere."""

from datetime import date, datetime

from tui.language import _

WEEKDAYS = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
_MONTHS = (_("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
           _("July"), _("August"), _("September"), _("October"), _("November"), _("December"))  # fmt: skip


def day_in_words(day: str) -> str:
    """`2026-03-14` as `Saturday 14 March 2026`; never the computer's own language, so that tests hold."""
    known = date.fromisoformat(day)
    return f"{WEEKDAYS[known.weekday()]} {known.day} {_MONTHS[known.month - 1]} {known.year}"


def short_day(day: str) -> str:
    """`2026-03-14` as `14 Mar 2026`."""
    known = date.fromisoformat(day)
    return f"{known.day} {_MONTHS[known.month - 1][:3]} {known.year}"


def weekday_and_day(day: str) -> str:
    """`2026-03-14` as `Sat 14 Mar 2026`."""
    return f"{WEEKDAYS[date.fromisoformat(day).weekday()][:3]} {short_day(day)}"


def month_in_words(day: str) -> str:
    """The month of a day: `2026-03-14` as `March 2026`."""
    known = date.fromisoformat(day)
    return f"{_MONTHS[known.month - 1]} {known.year}"


def clock_of(at: str) -> str:
    """The wall clock time it was there and then."""
    return datetime.fromisoformat(at).strftime("%H:%M")

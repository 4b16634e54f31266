"""Days and times in words; never the computer's own language, so that they are the same everywhere."""

from datetime import date, datetime

from tui.language import _

WEEKDAYS = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
SHORT_WEEKDAYS = (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))
_MONTHS = (_("January"), _("February"), _("March"), _("April"), _("May"), _("June"),
           _("July"), _("August"), _("September"), _("October"), _("November"), _("December"))  # fmt: skip
# Said by themselves, since in other languages the first letters of two months can be the same.
_SHORT_MONTHS = (_("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"),
                 _("Jul"), _("Aug"), _("Sep"), _("Oct"), _("Nov"), _("Dec"))  # fmt: skip


def day_in_words(day: str) -> str:
    """`2026-03-14` as `Saturday 14 March 2026`; never the computer's own language, so that tests hold."""
    known = date.fromisoformat(day)
    return f"{WEEKDAYS[known.weekday()]} {day_and_whole_month(day)} {known.year}"


def short_day(day: str) -> str:
    """`2026-03-14` as `14 Mar 2026`."""
    return f"{day_and_month(day)} {date.fromisoformat(day).year}"


def day_and_month(day: str) -> str:
    """`2026-03-14` as `14 Mar`."""
    return f"{date.fromisoformat(day).day} {short_month(day)}"


def short_month(day: str) -> str:
    """`2026-03-14` as `Mar`."""
    return _SHORT_MONTHS[date.fromisoformat(day).month - 1]


def day_and_whole_month(day: str) -> str:
    """`2026-03-14` as `14 March`."""
    known = date.fromisoformat(day)
    return f"{known.day} {_MONTHS[known.month - 1]}"


def weekday_and_day(day: str) -> str:
    """`2026-03-14` as `Sat 14 Mar 2026`."""
    return f"{SHORT_WEEKDAYS[date.fromisoformat(day).weekday()]} {short_day(day)}"


def month_in_words(day: str) -> str:
    """The month of a day: `2026-03-14` as `March 2026`."""
    known = date.fromisoformat(day)
    return f"{_MONTHS[known.month - 1]} {known.year}"


def clock_of(at: str) -> str:
    """The wall clock time it was there and then."""
    return datetime.fromisoformat(at).strftime("%H:%M")

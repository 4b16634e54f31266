"""When something was: the instant, the zone, and the local day that is fixed when written.

A day never moves afterwards, wherever the person travels. Nothing here reads a clock.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from journal.errors import BadInput

EARLIEST = date(1900, 1, 1)
"""Leaves room for a life, and keeps time zones from running off the calendar."""

_RELATIVE = {"today": 0, "yesterday": 1}
_DATE_FIRST = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([ T].+)?")
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
NO_SUCH_DAY = (
    "A time takes a date like 2026-03-01, today or yesterday, each with 18:30 behind it if you like, "
    "from 1900-01-01 to today."
)


@dataclass(frozen=True, slots=True)
class Moment:
    """`at`: ISO 8601 with offset; `zone`: IANA name; `for_date`: local calendar day, ISO 8601."""

    at: str
    zone: str
    for_date: str

    @property
    def at_utc(self) -> str:
        """The same instant in UTC, to the microsecond, so that text order is time order."""
        return utc_text(datetime.fromisoformat(self.at))


def utc_text(instant: datetime) -> str:
    """An instant as UTC text of one fixed length."""
    return instant.astimezone(UTC).isoformat(timespec="microseconds")


def moment_at(instant: datetime, zone: str) -> Moment:
    """The moment of an aware instant, seen in `zone`."""
    local = instant.astimezone(ZoneInfo(zone))
    return Moment(local.isoformat(timespec="seconds"), zone, local.date().isoformat())


def parse_when(text: str, now: datetime, zone: str) -> Moment:
    """Understand a day, or a day and a time, as typed.

    Args:
        text: `2026-03-01`, `2026-03-01 18:30`, `2026-03-01T18:30+01:00`, `today`, `yesterday 08:15`.
        now: this instant, aware.
        zone: IANA name of the zone the words are about.

    Returns:
        The moment. A past day without a time is noon; today without a time is now.

    Raises:
        BadInput: no such day, before 1900, or a day that has not come yet.
    """
    here = now.astimezone(ZoneInfo(zone))
    typed = text.strip()
    word, _, rest = typed.partition(" ")
    if word.lower() in _RELATIVE:
        day = here.date() - timedelta(days=_RELATIVE[word.lower()])
        instant = _on(day, rest.strip(), here, zone)
    else:
        instant = _parse_iso(typed, here, zone)
    local_day = instant.astimezone(ZoneInfo(zone)).date()
    if not EARLIEST <= local_day <= here.date():
        raise BadInput(NO_SUCH_DAY)
    return moment_at(instant, zone)


def _parse_iso(typed: str, here: datetime, zone: str) -> datetime:
    if not _DATE_FIRST.fullmatch(typed):
        raise BadInput(NO_SUCH_DAY)
    try:
        if len(typed) == len("2026-03-01"):
            return _on(date.fromisoformat(typed), "", here, zone)
        instant = datetime.fromisoformat(typed)
    except ValueError:
        # Without its cause, which quotes what was typed.
        raise BadInput(NO_SUCH_DAY) from None
    if instant.year < EARLIEST.year or instant.year > here.year + 1:
        raise BadInput(NO_SUCH_DAY)
    return instant if instant.tzinfo else instant.replace(tzinfo=ZoneInfo(zone))


def _on(day: date, clock: str, here: datetime, zone: str) -> datetime:
    if clock:
        found = _CLOCK.fullmatch(clock)
        if not found:
            raise BadInput(NO_SUCH_DAY)
        return datetime.combine(day, time(int(found[1]), int(found[2])), ZoneInfo(zone))
    return here if day == here.date() else datetime.combine(day, time(12), ZoneInfo(zone))

"""When a line opens, read out of its hours where the words allow no doubt. Where they do not, nothing is said.

Hours are words for people, such as `Mon to Fri 10am to 4pm; closed 12.30pm to 1.30pm`. They are those of the country
that the line is in; countries with more than one clock are left alone. Holidays are unknown: hence nothing here ever
says that a line is open.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

ZONES: Final = {
    "AT": "Europe/Vienna", "BE": "Europe/Brussels", "CH": "Europe/Zurich", "CZ": "Europe/Prague",
    "DE": "Europe/Berlin", "DK": "Europe/Copenhagen", "FI": "Europe/Helsinki", "GB": "Europe/London",
    "GR": "Europe/Athens", "HK": "Asia/Hong_Kong", "HU": "Europe/Budapest", "IE": "Europe/Dublin",
    "IL": "Asia/Jerusalem", "IN": "Asia/Kolkata", "IT": "Europe/Rome", "JP": "Asia/Tokyo", "KE": "Africa/Nairobi",
    "KR": "Asia/Seoul", "NG": "Africa/Lagos", "NO": "Europe/Oslo", "PH": "Asia/Manila", "PL": "Europe/Warsaw",
    "RO": "Europe/Bucharest", "SE": "Europe/Stockholm", "SG": "Asia/Singapore", "ZA": "Africa/Johannesburg",
}  # fmt: skip
"""Countries whose lines all go by one clock."""

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY: Final = r"(mon|tue|wed|thu|fri|sat|sun)(?:s?day|nesday|rsday|urday)?s?"
_TIME: Final = r"(noon|midnight|(?:1[0-2]|0?[1-9])(?:[.:][0-5]\d)? ?(?:am|pm)|(?:[01]\d|2[0-3])[.:][0-5]\d)"
_SPAN: Final = re.compile(rf"{_DAY} {_TIME} to {_DAY} {_TIME}")
_ON_DAYS: Final = re.compile(rf"(?:{_DAY}(?: to {_DAY})?|every day|daily)? ?{_TIME} to {_TIME}")
_CLOSED: Final = re.compile(rf"closed {_TIME} to {_TIME}")
_MINUTES_OF_DAY: Final = 24 * 60
_WEEK: Final = 7 * _MINUTES_OF_DAY


def opens_next(hours: str, country: str, now: datetime) -> datetime | None:
    """When a line that is closed now opens, by that country's clock.

    Args:
        hours: the words of the data.
        country: ISO 3166-1 alpha-2.
        now: an instant, aware of its zone.

    Returns:
        The instant, in the zone of the line; `None` where it is open by its hours, or they cannot be read for sure.
    """
    spans = open_minutes(hours)
    if not spans or country not in ZONES:
        return None
    there = now.astimezone(ZoneInfo(ZONES[country]))
    minute = there.weekday() * _MINUTES_OF_DAY + there.hour * 60 + there.minute
    if any(start <= at < end for start, end in spans for at in (minute, minute + _WEEK)):
        return None
    wait = min((start - minute) % _WEEK for start, _ in spans)
    # By the clock on the wall, which a change of summer time may move in between.
    wall = (there.replace(tzinfo=None) + timedelta(minutes=wait)).replace(second=0, microsecond=0)
    return wall.replace(tzinfo=there.tzinfo)


def open_minutes(hours: str) -> list[tuple[int, int]] | None:
    """The times a line is open, each from a minute of the week to one past its end; Monday 00:00 is 0.

    One that goes on past Sunday night ends after the week does. `None` where the words cannot be read for sure.
    """
    opened: list[tuple[int, int]] = []
    closed: list[tuple[int, int]] = []
    for clause in (part.strip().casefold() for part in hours.split(";")):
        if found := _CLOSED.fullmatch(clause):
            closed += _daily(range(7), found[1], found[2])
        elif found := _SPAN.fullmatch(clause):
            start, end = _at(found[1], found[2]), _at(found[3], found[4])
            opened.append((start, end if end > start else end + _WEEK))
        elif found := _ON_DAYS.fullmatch(clause):
            opened += _daily(_days(found[1], found[2]), found[3], found[4])
        else:
            return None
    return list(_without(opened, closed)) if opened else None


def _days(first: str | None, last: str | None) -> Iterable[int]:
    if first is None:
        return range(7)
    start = DAYS.index(first)
    end = start if last is None else DAYS.index(last)
    return [(start + step) % 7 for step in range((end - start) % 7 + 1)]


def _daily(days: Iterable[int], first: str, last: str) -> list[tuple[int, int]]:
    start, end = _minute(first), _minute(last)
    if end <= start:
        end += _MINUTES_OF_DAY
    return [(day * _MINUTES_OF_DAY + start, day * _MINUTES_OF_DAY + end) for day in days]


def _at(day: str, time: str) -> int:
    return DAYS.index(day) * _MINUTES_OF_DAY + _minute(time)


def _minute(time: str) -> int:
    if time in ("noon", "midnight"):
        return 12 * 60 if time == "noon" else 0
    hour, minute = (int(part) for part in (*re.findall(r"\d+", time), "0")[:2])
    if time.endswith("m"):
        hour = hour % 12 + (12 if time.endswith("pm") else 0)
    return hour * 60 + minute


def _without(opened: list[tuple[int, int]], closed: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of the open times once the closed ones are taken out, those of the week after too."""
    shut = sorted((off + later, on + later) for off, on in closed for later in (0, _WEEK))
    for start, end in opened:
        at = start
        for off, on in shut:
            if off < end and on > at:
                if off > at:
                    yield at, off
                at = on
        if at < end:
            yield at, end

"""The only place that asks the time, and where in the world this computer thinks it is."""

import os
from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

LINK = "/etc/localtime"
ALSO_NAMED = "/etc/timezone"
"""Kept by Debian beside the link, and not always changed with it."""


class Clock(Protocol):
    """What the journal asks of time, so that tests can hold it still."""

    def now(self) -> datetime:
        """This instant, aware of its zone."""

    def zone(self) -> str:
        """The IANA name of the zone, for example `Europe/London`."""


class SystemClock:
    """The computer's own clock and zone."""

    def __init__(self) -> None:
        self._zone: str | None = None

    def now(self) -> datetime:
        return datetime.now(UTC).astimezone(ZoneInfo(self.zone()))

    def zone(self) -> str:
        """Ask once: a zone that changes while the program runs would move a day that is being written."""
        if self._zone is None:
            self._zone = _named_plainly() or _worked_out()
        return self._zone


def _named_plainly() -> str | None:
    """The zone where the computer gives its whole name: in `TZ`, or in the link that most Linux systems keep.

    To load what knows every other way takes a tenth of the time that a quick check-in has. Where this computer also
    says something else, or nothing in these two forms, that one is asked.
    """
    named = os.environ.get("TZ") or _linked()
    if not named or "/" not in named:
        return None
    try:
        ZoneInfo(named)
    except (LookupError, ValueError, OSError):
        return None
    return named


def _linked() -> str | None:
    try:
        linked = os.readlink(LINK).partition("zoneinfo/")[2]
    except OSError:
        return None
    try:
        with open(ALSO_NAMED, encoding="ascii") as file:
            return linked if file.read().strip() == linked else None
    except FileNotFoundError:
        return linked
    except (OSError, ValueError):
        return None


def _worked_out() -> str:
    from tzlocal import get_localzone_name

    try:
        worked_out = get_localzone_name() or "UTC"
        ZoneInfo(worked_out)
    except (LookupError, ValueError, OSError):
        return "UTC"
    return worked_out

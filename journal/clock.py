"""The only place that asks the time, and where in the world this computer thinks it is."""

from datetime import UTC, datetime
from typing import Protocol
from zoneinfo import ZoneInfo


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
            from tzlocal import get_localzone_name

            try:
                self._zone = get_localzone_name() or "UTC"
                ZoneInfo(self._zone)
            except (LookupError, ValueError, OSError):
                self._zone = "UTC"
        return self._zone

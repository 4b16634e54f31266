"""Arriving: pages from another program, never twice, and in one step that can be taken back."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from journal.domain.ids import new_id
from journal.domain.moments import moment_at
from journal.store.transaction import transaction
from journal.use_cases.rooms import Rooms

if TYPE_CHECKING:
    from collections.abc import Sequence

    from journal.portable.arriving import ArrivingPage


@dataclass(frozen=True, slots=True)
class Arrived:
    """What an import did, or would do. Days are local calendar days."""

    new: int
    known: int
    """Brought before, whatever happened to it here since."""
    first: str | None
    last: str | None


class Arriving(Rooms):
    """Imports."""

    def look_at(self, source: str, pages: "Sequence[ArrivingPage]", zone: str) -> Arrived:
        """Say what an import would bring, and change nothing."""
        return self._summary(self._sort(source, pages), pages, zone)

    def bring_in(self, source: str, pages: "Sequence[ArrivingPage]", zone: str) -> Arrived:
        """Bring in every page that was not brought before, all of them or none.

        Args:
            source: the program they come from, as the arrivals table names it.
            pages: in the file's order.
            zone: IANA name of the zone that their wall clock times are about.
        """
        now = self.now_utc()
        with transaction(self._connection):
            new = self._sort(source, pages)
            if new:
                numbers = [self._add(page, zone, now) for page in new]
                deed = self._deeds.add("import", now, numbers)
                prints = [page.fingerprint for page in new]
                self._deeds.note_arrivals(source, deed, zip(prints, numbers, strict=True))
        return self._summary(new, pages, zone)

    def _sort(self, source: str, pages: "Sequence[ArrivingPage]") -> "list[ArrivingPage]":
        known = self._deeds.known_arrivals(source)
        return [page for page in pages if page.fingerprint not in known]

    def _add(self, page: "ArrivingPage", zone: str, now: str) -> int:
        from journal.domain.entry import JournalEntry, check_entry

        entry = JournalEntry(
            id=new_id(),
            moment=moment_at(page.local.replace(tzinfo=ZoneInfo(zone)), zone),
            recorded_at=now,
            body=page.body,
            title=page.title,
            tags=page.tags,
            origin=_origin(page),
        )
        check_entry(entry)
        number = self._entries.add(entry)
        self._index(number, entry)
        return number

    def _summary(self, new: "Sequence[ArrivingPage]", pages: "Sequence[ArrivingPage]", zone: str) -> Arrived:
        days = sorted(page.local.date().isoformat() for page in pages)
        return Arrived(len(new), len(pages) - len(new), days[0] if days else None, days[-1] if days else None)


def _origin(page: "ArrivingPage") -> str | None:
    """What it brought and cairn has no field for: a star is neither a mark of ours nor nothing."""
    import json

    brought = {**(page.origin or {}), **({"starred": True} if page.starred else {})}
    return json.dumps(brought, ensure_ascii=False) if brought else None

"""Journals of a known size, made by the journal's own code and thrown away at the end.

Everything in them is made up, so their key may be kept here while the run lasts: a connection can then be
opened without waiting for a key derivation that is measured elsewhere.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from benchmarks.words import ZONE, toolbox, written
from journal.domain.check_in import CheckIn
from journal.domain.parts import values_of
from journal.domain.shelves import SHELVES
from journal.paths import Home
from journal.store.connection import Connection, open_database
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import create_journal
from journal.use_cases.rooms import Rooms
from journal.vault.header_files import read_header
from journal.vault.key_slots import FLOOR, open_with_passphrase
from journal.vault.passphrase import passphrase_bytes

PASSPHRASE = "four quiet words here"


class StillClock:
    """A clock that stands a day after the last thing written."""

    def now(self) -> datetime:
        return datetime(2026, 3, 1, 12, tzinfo=UTC).astimezone(ZoneInfo(ZONE))

    def zone(self) -> str:
        return ZONE


@dataclass(frozen=True, slots=True)
class BenchJournal:
    """One journal on the disk."""

    home: Home
    size: int
    """Check-ins and pages in it."""
    database: Path
    key: bytes
    """What `RootKey.database_key` gave: 67 bytes."""

    def connect(self) -> Connection:
        """A new connection, with nothing of the file in its memory yet."""
        return open_database(self.database, bytearray(self.key))

    def open(self) -> OpenJournal:
        """The open journal on a new connection."""
        return OpenJournal(self.connect(), StillClock())


def make_journal(folder: Path, size: int) -> BenchJournal:
    """Make a journal of `size` check-ins and pages in `folder`, in one transaction."""
    home = Home(folder / f"journal-of-{size}")
    create_journal(home, PASSPHRASE, StillClock(), FLOOR)
    header = read_header(home).header
    root = open_with_passphrase(header, passphrase_bytes(PASSPHRASE))
    made = BenchJournal(home, size, home.vault / header.database_name, bytes(root.database_key()))
    connection = made.connect()
    _Filling(connection, StillClock()).fill(size)
    connection.close()
    return made


class _Filling(Rooms):
    """Writes what the deeds write, but in one transaction in place of one each."""

    def fill(self, size: int) -> None:
        tools = toolbox()
        with transaction(self._connection):
            for tool in tools:
                values = values_of(tool, SHELVES["tool"].every_part)
                number = self._shelves.add("tool", values, self.moment(), self.now_utc(), tool.id)
                self._index_tool(number, "tool")
            for item in written(size, tools):
                adding = self._check_ins.add(item) if isinstance(item, CheckIn) else self._entries.add(item)
                self._index(adding, item)


class Sweeper:
    """Takes out again what a measured command wrote, so that every round meets the same journal."""

    def __init__(self, journal: BenchJournal) -> None:
        self._connection = journal.connect()
        self._last = self._number()

    def sweep(self) -> int:
        """Returns how many things were taken out."""
        with transaction(self._connection):
            added = self._number() - self._last
            self._connection.execute("DELETE FROM item WHERE number > ?", (self._last,))
        return added

    def close(self) -> None:
        self._connection.close()

    def _number(self) -> int:
        return int(self._connection.one("SELECT max(number) FROM item") or 0)

"""The open journal: everything a person can do with it, one short method a deed."""

from dataclasses import dataclass

from journal.clock import Clock
from journal.errors import Busy, Damaged, NoRoom
from journal.store.connection import Connection
from journal.store.transaction import transaction
from journal.use_cases.arriving import Arriving
from journal.use_cases.beginning import Beginning
from journal.use_cases.checking_in import CheckingIn
from journal.use_cases.meeting import Meeting
from journal.use_cases.taking_back import TakingBack

CHECK_EVERY_DAYS = 7
"""Source: security brief, b.4 step 8."""

COUNTED = (
    "check_in", "entry", "goal", "goal_step", "goal_reflection", "peer_session", "partner", "coping_tool", "strength",
    "person", "week", "story", "plan", "draft", "earlier_version", "item",
)  # fmt: skip
"""Tables whose rows a person would miss."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of every page found: how many rows each table has."""

    rows: dict[str, int]


class OpenJournal(CheckingIn, Meeting, Beginning, TakingBack, Arriving):
    """An open journal. One thread at a time; close it when done."""

    def __init__(self, connection: Connection, clock: Clock, header_mended: bool | None = False) -> None:
        super().__init__(connection, clock)
        self.header_mended = header_mended
        """One of the two key files was damaged and is mended; `None`: it could not be mended."""

    def changes_elsewhere(self) -> int:
        """A number that changes when another process has written to the journal."""
        return int(self._connection.one("PRAGMA data_version") or 0)

    def setting(self, name: str) -> str | None:
        """A small choice by name, or `None` where the gentle default rules."""
        return self._settings.get(name)

    def choose(self, name: str, value: str) -> None:
        """Remember a small choice."""
        with transaction(self._connection):
            self._settings.put(name, value)

    def made_at(self) -> str:
        """When this journal was made, a UTC instant."""
        return self._meta.made_at()

    def is_check_due(self) -> bool:
        """Whether every page was last read and checked more than 7 days ago, or never."""
        checked = self._meta.checked_at() or self._meta.made_at()
        return checked < self._days_ago(CHECK_EVERY_DAYS)

    def verify(self) -> Checked:
        """Read every page and check it, then count what is there.

        Raises:
            Damaged: the first thing that is not what cairn wrote, by table or page, with no content.
        """
        if self._connection.rows("PRAGMA cipher_integrity_check"):
            raise Damaged("A page of the journal file does not pass its check. Nothing was changed.")
        answer = self._connection.rows("PRAGMA integrity_check(1)")
        if answer != [("ok",)]:
            raise Damaged("The journal file's inner order is broken. Nothing was changed.")
        if self._connection.rows("PRAGMA foreign_key_check"):
            raise Damaged("Some rows of the journal belong to nothing. Nothing was changed.")
        rows = {
            table: int(self._connection.one(f"SELECT count(*) FROM {table}") or 0)  # noqa: S608  # names from the line below
            for table in COUNTED
        }
        try:
            with transaction(self._connection):
                self._meta.note_checked(self.now_utc())
        except (Busy, NoRoom):
            # Where nothing can be written, the check was made all the same.
            return Checked(rows)
        return Checked(rows)

    def close(self) -> None:
        """Let the file go. The key goes with the process."""
        self._connection.close()

"""The open journal: everything a person can do with it, one short method a deed."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.clock import Clock
from journal.errors import Busy, NoRoom
from journal.store.checking import check_whole, row_counts
from journal.store.connection import Connection
from journal.store.transaction import transaction
from journal.store.unshared import has_views
from journal.use_cases.arranging import Arranging
from journal.use_cases.arriving import Arriving
from journal.use_cases.beginning import Beginning
from journal.use_cases.checking_in import CheckingIn
from journal.use_cases.choosing import Choosing
from journal.use_cases.erasing import Erasing
from journal.use_cases.looking_back import LookingBack
from journal.use_cases.meeting import Meeting
from journal.use_cases.prompting import Prompting
from journal.use_cases.taking_back import TakingBack

if TYPE_CHECKING:
    from datetime import date

    from journal.use_cases.unlocking import Unlocked

CHECK_EVERY_DAYS = 7
"""Source: security brief, b.4 step 8."""

WORDS_CHECKED = "recovery-words-checked"
"""The setting that says when a person last saw that their recovery words open it, a UTC instant."""
WORDS_CHECK_AFTER_DAYS = 365
LOCK_AFTER = "lock-after-minutes"
LOCK_AFTER_MINUTES = 5
ELSEWHERE = "copies-elsewhere"
"""The setting that says where safety copies go too: a folder, or nothing where the person would rather not."""
ELSEWHERE_AFTER_DAYS = 7
OLDER_SEEN = "older-journal-seen"
"""The setting that says for which safety copy's day a person has seen that the journal is older."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check of every page found: how many rows each table has."""

    rows: dict[str, int]


class OpenJournal(
    Prompting, CheckingIn, Meeting, Beginning, TakingBack, Arriving, Erasing, LookingBack, Choosing, Arranging
):
    """An open journal. One thread at a time; close it when done."""

    def __init__(
        self,
        connection: Connection,
        clock: Clock,
        header_mended: bool | None = False,
        unlocked: "Unlocked | None" = None,
    ) -> None:
        super().__init__(connection, clock)
        self.unlocked = unlocked
        """What opened it, for what is done beside it on connections of their own."""
        self.header_mended = header_mended
        """One of the two key files was damaged and is mended; `None`: it could not be mended."""

    @property
    def connection(self) -> Connection:
        """For what shares of this journal: its tables are written in the journal's own transactions."""
        return self._connection

    @property
    def clock(self) -> Clock:
        """The clock that everything here goes by."""
        return self._clock

    def changes_elsewhere(self) -> int:
        """A number that changes when another process has written to the journal.

        Raises:
            KeyChanged: another file is the journal now.
        """
        self._connection.before_writing()
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

    def is_shown_something(self) -> bool:
        """Whether partners share something here: only then has anything of sharing to be loaded."""
        return has_views(self._connection)

    def is_check_due(self) -> bool:
        """Whether every page was last read and checked more than 7 days ago, or never."""
        checked = self._meta.checked_at() or self._meta.made_at()
        return not self._days_ago(CHECK_EVERY_DAYS) <= checked <= self.now_utc()

    def verify(self) -> Checked:
        """Read every page and check it, then count what is there.

        Raises:
            Damaged: the first thing that is not what cairn wrote, by table or page, with no content.
        """
        check_whole(self._connection)
        rows = row_counts(self._connection)
        try:
            with transaction(self._connection):
                self._meta.note_checked(self.now_utc())
        except (Busy, NoRoom):
            # Where nothing can be written, the check was made all the same.
            return Checked(rows)
        return Checked(rows)

    def take_over(self, unlocked: "Unlocked") -> None:
        """Go on under another key, after a `KeyChanged`. Words on their way stay where they are.

        Raises:
            Damaged: the journal under the new key does not open.
        """
        from journal.use_cases.unlocking import open_named

        self._connection.go_on_with(open_named(unlocked))
        self.unlocked = unlocked

    def newer_copy_day(self) -> "date | None":
        """The day of a safety copy that has seen more writing than this journal: an older file is in its place."""
        if self.unlocked is None:
            return None
        from journal.use_cases.snapshots import newer_copy

        found = newer_copy(self.unlocked, self._meta.write_counter())
        return found.day if found else None

    def lock_after_minutes(self) -> int:
        """How long nobody may be there before it locks, 1 to 30 minutes."""
        chosen = self.setting(LOCK_AFTER) or ""
        return min(max(int(chosen), 1), 30) if chosen.isdecimal() and len(chosen) < 4 else LOCK_AFTER_MINUTES

    def is_words_check_due(self) -> bool:
        """Whether a year has gone by since a person last saw that their recovery words open it."""
        since = self.setting(WORDS_CHECKED) or self.made_at()
        return not self._days_ago(WORDS_CHECK_AFTER_DAYS) <= since <= self.now_utc()

    def note_words_checked(self) -> None:
        """Remember that they do, or that the person would rather not look: it is offered again in a year."""
        self.choose(WORDS_CHECKED, self.now_utc())

    def is_elsewhere_due(self) -> bool:
        """Whether to ask, once, a week after the beginning, for a place where safety copies go too."""
        return self.setting(ELSEWHERE) is None and self.made_at() < self._days_ago(ELSEWHERE_AFTER_DAYS)

    def close(self) -> None:
        """Let the file go. The key goes with the process."""
        self._connection.close()

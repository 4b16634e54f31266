"""Care that nobody asks for: a safety copy, made beside the conversation in a thread of its own.

Nothing waits for it, and leaving stops it. A visit that is too short for that ends with one where the last is old.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path

from journal.clock import Clock
from journal.errors import Busy, CairnError, Damaged, KeyChanged, NoRoom
from journal.use_cases.open_journal import ELSEWHERE, OpenJournal
from journal.use_cases.snapshots import EVERY_DAYS_IN_A_SHELL, keep_elsewhere, snapshot_if_due, snapshots_in
from journal.use_cases.unlocking import Unlocked

COPY_AFTER_S = 3.0
"""The first lines come first."""
STOPS_WITHIN_S = 1.0
"""A step of such work is some hundredths of a second."""


class _Resting(Exception):
    """It is to stop."""


class Care:
    """Of one open journal, or of none."""

    def __init__(self) -> None:
        self._rests = threading.Event()
        self._at_work: threading.Thread | None = None
        self.found: Damaged | None = None
        """What it found that is worth telling."""

    def rest(self) -> None:
        """Stop for good: before something that goes for good or takes another's place, and on leaving."""
        self._rests.set()
        if self._at_work is not None:
            self._at_work.join(STOPS_WITHIN_S)

    @contextmanager
    def over(self, journal: OpenJournal, clock: Clock) -> Iterator["Care"]:
        """Take care while it lasts."""
        unlocked, elsewhere = journal.unlocked, journal.setting(ELSEWHERE)
        if unlocked is not None:
            self._at_work = threading.Thread(
                target=self._copy, args=(unlocked, clock, elsewhere), name="care", daemon=True
            )
            self._at_work.start()
        try:
            yield self
        finally:
            self.rest()

    def _copy(self, unlocked: Unlocked, clock: Clock, elsewhere: str | None) -> None:
        if self._rests.wait(COPY_AFTER_S):
            return
        try:
            # What cannot be done now, such as a stick that is not there, is done another day.
            with suppress(_Resting, Busy, KeyChanged, NoRoom, OSError):
                snapshot_if_due(unlocked, clock, progress=self._goes_on)
                if elsewhere:
                    keep_elsewhere(unlocked, Path(elsewhere))
        except Damaged as problem:
            self.found = problem
        except CairnError:
            # The journal was locked, or is gone.
            return

    def _goes_on(self, _done: int, _whole: int) -> None:
        if self._rests.is_set():
            raise _Resting


def copy_before_leaving(journal: OpenJournal, clock: Clock) -> None:
    """Make a safety copy where the last is older than a week, as after a command."""
    if journal.unlocked is None:
        return
    today = clock.now().date()
    oldest = today - timedelta(days=EVERY_DAYS_IN_A_SHELL)
    days = [copy.day for copy in snapshots_in(journal.unlocked.home) if copy.day <= today]
    is_old = max(days) <= oldest if days else journal.made_at()[:10] <= oldest.isoformat()
    if is_old:
        snapshot_if_due(journal.unlocked, clock, EVERY_DAYS_IN_A_SHELL)

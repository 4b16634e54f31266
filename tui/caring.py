"""Care that nobody asks for, in a thread of its own: a safety copy after opening, and once a week a look at every page.

Neither the event loop nor the store thread waits for it, so that no key and no save ever does. Leaving stops it.
"""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from journal.errors import CairnError
from tui.telling import TellingApp

if TYPE_CHECKING:
    from journal.progress import Progress
    from journal.use_cases.open_journal import OpenJournal
    from journal.use_cases.unlocking import Unlocked

COPY_AFTER_S = 3.0
"""Long enough that the first screen is drawn."""
CHECK_AFTER_S = 60.0
STOPS_WITHIN_S = 2.0
"""A step of such work is some hundredths of a second."""


class _Leaving(Exception):
    """The person leaves, so the work stops."""


class CaringApp(TellingApp):
    """Takes care of an open journal beside everything else."""

    _leaving: threading.Event
    _at_work: threading.Thread | None = None

    def take_care(self, journal: "OpenJournal") -> None:
        """From now on, until the person leaves."""
        self._leaving = threading.Event()
        if journal.unlocked is not None:
            # A worker: a timer's own callback would hold up keys while the store thread is busy.
            self.set_timer(COPY_AFTER_S, lambda: self.work_at(self._copy))
            self.set_timer(CHECK_AFTER_S, self._check)

    def stop_caring(self) -> None:
        """Stop what is under way; nothing half done stays. What is still to come, comes at its time."""
        if self._at_work is not None:
            self._leaving.set()
            self._at_work.join(STOPS_WITHIN_S)
            self._leaving = threading.Event()

    async def _copy(self) -> None:
        if self._desk is None:
            return
        from journal.use_cases.open_journal import ELSEWHERE

        with suppress(CairnError):
            elsewhere = await self._desk.ask(lambda journal: journal.setting(ELSEWHERE))
            self._work(lambda unlocked, goes_on: self._make_copy(unlocked, elsewhere, goes_on))

    def _make_copy(self, unlocked: "Unlocked", elsewhere: str | None, goes_on: "Progress") -> None:
        from journal.use_cases.snapshots import keep_elsewhere, snapshot_if_due

        snapshot_if_due(unlocked, self._clock, progress=goes_on)
        if elsewhere:
            # A stick that is not there today is there another day.
            with suppress(CairnError, OSError):
                keep_elsewhere(unlocked, Path(elsewhere))

    def _check(self) -> None:
        if self._at_work is not None and self._at_work.is_alive():
            self.set_timer(CHECK_AFTER_S, self._check)
            return
        self._work(self._check_pages)

    def _check_pages(self, unlocked: "Unlocked", goes_on: "Progress") -> None:
        from journal.use_cases.checking import check_if_due

        check_if_due(unlocked, self._clock, goes_on)

    def _work(self, work: "Callable[[Unlocked, Progress], None]") -> None:
        """One piece of work at a time, in a thread that keeps nobody from leaving."""
        unlocked = self._journal.unlocked if self._journal is not None else None
        if unlocked is None:
            return
        loop, leaving = asyncio.get_running_loop(), self._leaving

        def goes_on(_done: int, _whole: int) -> None:
            if leaving.is_set():
                raise _Leaving

        def run() -> None:
            try:
                work(unlocked, goes_on)
            except _Leaving:
                return
            except CairnError as problem:
                if not leaving.is_set():
                    loop.call_soon_threadsafe(self.tell, problem)

        self._at_work = threading.Thread(target=run, name="care", daemon=True)
        self._at_work.start()

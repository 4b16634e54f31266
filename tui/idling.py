"""Locking by itself: when nobody has been there for a while, and when the computer slept."""

from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.notifications import Notification, Notify

from journal.clock import Clock
from journal.errors import CairnError
from journal.paths import Home
from tui.leaving import LeavingApp
from tui.presence import GONE, LOOK_EVERY_S, TOLD_BEFORE_S, Presence, TwoClocks
from tui.telling import TellingApp
from tui.wording import locking as words

if TYPE_CHECKING:
    from tui.modals.cover import Cover
    from tui.screens.first_run import FirstRun

MINUTES = (1, 2, 5, 10, 15, 30)
"""What is offered; a shell takes every whole number from 1 to 30."""
TRY_AGAIN_S = 30.0
"""So long lies between two tries to keep what could not be kept, behind a cover that came up by itself."""


class IdlingApp(LeavingApp, TellingApp):
    """Watches for signs of a person once there is something to see, and locks where there are none."""

    def __init__(self, home: Home, clock: Clock, clocks: TwoClocks | None = None) -> None:
        """Nothing is watched yet.

        Args:
            home: where the journal is, or will be.
            clock: what day and time it is, for what is written.
            clocks: what tells how long nobody was there.
        """
        super().__init__(home, clock)
        self._presence = Presence(clocks or TwoClocks())
        self._attends = False
        """Whether anything of a person's is on the screen."""
        self._warning: Notification | None = None

    def attend(self) -> None:
        """From now on the screen shows what only one person may see. A locked door is never locked again."""
        self._presence.begin()
        if not self._attends:
            self._attends = True
            self.set_interval(LOOK_EVERY_S, self._look)
        self.read_minutes()

    def on_first_run_made(self, event: "FirstRun.Made") -> None:
        """A journal was made just now: its recovery words are on the screen."""
        event.stop()
        self.attend()

    # Signs

    async def on_event(self, event: events.Event) -> None:
        """A key, a paste or the mouse is a sign, whatever is in front. One that comes too late goes nowhere."""
        is_sign = isinstance(event, (events.InputEvent, events.Paste)) and not event.is_forwarded
        if is_sign and self._attends and not self._somebody_is_there():
            return
        await super().on_event(event)

    def _somebody_is_there(self) -> bool:
        """Take a sign; false where it locks instead."""
        seen, cover = self._presence.sign(), self._cover()
        self._take_back_warning()
        if seen not in GONE:
            return True
        self.lock_by_itself()
        self._presence.begin()
        # What a cover hides is hidden; whoever is there may ask to see behind it.
        return cover is not None

    def _look(self) -> None:
        seen, cover = self._presence.look(), self._cover()
        if cover is not None:
            self._look_at_cover(cover, is_gone=seen in GONE)
        elif seen in GONE:
            self._take_back_warning()
            self.lock_by_itself()
            self._presence.begin()
        elif seen == "soon":
            self._warn()

    def _look_at_cover(self, cover: "Cover", *, is_gone: bool) -> None:
        """Nobody is there any more, though somebody put it up; or there may be room by now for what it hides."""
        if is_gone:
            cover.by_itself = True
        if cover.by_itself and cover.failed and self._presence.quiet_s() >= TRY_AGAIN_S:
            self._presence.begin()
            self.work_at(partial(self._keep_and_go, cover, "lock"))

    def _quiet_s(self) -> float:
        return self._presence.quiet_s()

    # The warning

    def _warn(self) -> None:
        if self._warning is None:
            self._warning = Notification(words.SOON, timeout=TOLD_BEFORE_S, markup=False)
            self.post_message(Notify(self._warning))

    def _take_back_warning(self) -> None:
        """Private in Textual, which takes back all notes or none: tested."""
        if self._warning is not None:
            self._unnotify(self._warning)
            self._warning = None

    # After how long

    def announce_change(self) -> None:
        """How soon it locks may be among what was changed."""
        super().announce_change()
        self.read_minutes()

    def read_minutes(self) -> None:
        """Ask the journal after how long it locks; until it answers, and where it cannot, nothing changes."""
        self.work_at(self._read_minutes)

    async def _read_minutes(self) -> None:
        if self._journal is None:
            return
        try:
            self._presence.minutes = await self._store.ask(self._journal.lock_after_minutes)
        except CairnError:
            return

    def action_lock_after(self) -> None:
        from tui.modals.choose import Choose

        if self._desk is not None and not self.screen.is_modal:
            now = self._presence.minutes
            chosen = MINUTES.index(now) if now in MINUTES else None
            options = [words.minutes(count) for count in MINUTES]
            self.push_screen(Choose(words.HOW_SOON, options, chosen, lines=(words.WITHOUT_A_KEY,)), self._lock_after)

    def _lock_after(self, index: int | None) -> None:
        if index is not None:
            self.work_at(partial(self._choose_minutes, MINUTES[index]))

    async def _choose_minutes(self, minutes: int) -> None:
        from journal.use_cases.open_journal import LOCK_AFTER

        if self._desk is None:
            return
        try:
            await self._desk.ask(lambda journal: journal.choose(LOCK_AFTER, str(minutes)))
        except CairnError as problem:
            self.tell(problem)
            return
        self.notify(words.locks_after(minutes), markup=False)
        self.announce_change()

"""Every way out: quick exit, lock, being told to end, and a fault of our own. None of them loses a word."""

import asyncio
import contextlib
import functools
import os
import signal
import sys
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from journal.clock import Clock
from journal.errors import CairnError
from journal.paths import Home
from tui.crash import frames_of
from tui.holding import HoldingApp, HoldsWords, Leaving
from tui.wording import screen as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from tui.modals.cover import Cover

GIVE_UP_ENDING_S = 5.0


class LeavingApp(HoldingApp):
    """Keeps the last words, then goes."""

    def __init__(self, home: Home, clock: Clock) -> None:
        super().__init__(home, clock)
        self._left_over: list[Callable[[OpenJournal], object]] = []
        self.crashed_at: list[str] = []

    async def action_quit(self) -> None:
        """Quick exit: no question, since all is saved."""
        self._leave("quit")

    def action_lock(self) -> None:
        """Lock: the process is replaced, since only its end clears what it read."""
        if self._desk is not None:
            self._leave("lock")

    def action_help_quit(self) -> None:
        self.notify(words.HOW_TO_LEAVE, markup=False)

    def _leave(self, how: Leaving) -> None:
        """Hide at once, keep the last words, then go. Asked twice, go without what cannot be kept."""
        from tui.modals.cover import Cover

        if isinstance(self.screen, Cover):
            if self.screen.failed:
                self.run_worker(self._try_again_and_go(self.screen.unfinished, how))
            return
        hidden = self.screen
        cover = Cover()

        def keep_and_go() -> None:
            cover.unfinished = self._unfinished()
            self.run_worker(self._keep_and_go(cover, how))

        # Asked before the cover comes up: the letters on their way belong to what it will hide.
        hidden.after_typing(keep_and_go) if isinstance(hidden, HoldsWords) else self.call_later(keep_and_go)
        self.push_screen(cover)

    async def _keep_and_go(self, cover: "Cover", how: Leaving) -> None:
        try:
            for deed in cover.unfinished:
                if self._desk is not None:
                    await self._desk.ask(deed)
        except CairnError as problem:
            cover.say(words.cannot_leave(str(problem)))
        else:
            self.exit(how)

    async def _try_again_and_go(self, deeds: "list[Callable[[OpenJournal], object]]", how: Leaving) -> None:
        """There may be room by now; what cannot be kept this time either, the person has been told."""
        for deed in deeds:
            if self._desk is not None:
                with contextlib.suppress(CairnError):
                    await self._desk.ask(deed)
        self.exit(how)

    # Told to end

    def _listen_to_signals(self) -> None:
        if sys.platform == "win32":
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, self._end, 128 + number)

    def _end(self, code: int) -> None:
        """Told to end: give the terminal back, and keep the last words in `finish`; if it hangs, go all the same."""
        give_up = threading.Timer(GIVE_UP_ENDING_S, self._give_up, (code,))
        give_up.daemon = True
        give_up.start()
        screen = self.screen
        then = functools.partial(self._remember_and_exit, code)
        screen.after_typing(then) if isinstance(screen, HoldsWords) else then()

    def _remember_and_exit(self, code: int) -> None:
        self._left_over = self._unfinished()
        self.exit("ended", return_code=code)

    def _give_up(self, code: int) -> None:
        self.finish()
        os._exit(code)

    def finish(self) -> CairnError | None:
        """Keep what was left over, let the file go, and say what could not be kept. The terminal is itself again."""
        problem = None
        deeds, self._left_over = self._left_over, []
        if self._journal is not None and self._desk is not None:
            for deed in deeds:
                try:
                    self._desk.finish(deed)
                except CairnError as refused:
                    problem = refused
            self._store.finish(self._journal.close)
            self._journal = None
        self._store.close()
        return problem

    def _fatal_error(self) -> None:
        """One calm line in place of a traceback with local variables (P1). Private in Textual: tested."""
        problem = sys.exc_info()[1]
        self.crashed_at = frames_of(problem) if problem is not None else []
        try:
            self._left_over = self._unfinished()
        finally:
            self._return_code = 1
            self._return_value = "crashed"
            self._close_messages_no_wait()

"""Every way out: quick exit, lock, being told to end, and a fault of our own. None of them loses a word."""

import asyncio
import contextlib
import functools
import os
import signal
import sys
import threading
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from journal.clock import Clock
from journal.errors import CairnError
from journal.paths import Home
from tui.crash import frames_of
from tui.holding import HoldingApp, HoldsWords, Leaving
from tui.language import sentence_of
from tui.widgets.keyed import keyed
from tui.wording import locking
from tui.wording import screen as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from tui.modals.cover import Cover
    from tui.modals.passphrase_again import Given, PassphraseAgain

GIVE_UP_ENDING_S = 5.0
TRIES_AGAIN = 2
"""So many wrong passphrases in a row, asked for again, and it locks. Source: security brief, b.7."""


class LeavingApp(HoldingApp):
    """Keeps the last words, then goes."""

    def __init__(self, home: Home, clock: Clock) -> None:
        super().__init__(home, clock)
        self._left_over: list[Callable[[OpenJournal], object]] = []
        self._wrong_again = 0
        self.crashed_at: list[str] = []

    async def action_quit(self) -> None:
        """Quick exit: no question, since all is saved, and nothing stays unlocked."""
        self._let_go_of_held_key()
        self._leave("quit")

    def action_lock(self) -> None:
        """Lock: the process is replaced, since only its end clears what it read."""
        if self._desk is not None:
            self._let_go_of_held_key()
            self._leave("lock")

    def _let_go_of_held_key(self) -> None:
        """What was left unlocked for the shell is locked too. It is queued, so it is done before the process goes."""
        home = self._home

        def let_go() -> None:
            from journal.use_cases import staying

            staying.let_go(home)

        self._store.ask(let_go)

    def action_help_quit(self) -> None:
        self.notify(keyed(self, words.HOW_TO_LEAVE), markup=False)

    def lock_by_itself(self) -> None:
        """Lock with nobody there, or with somebody who may be another: what cannot be kept stays behind a cover."""
        cover = self._cover()
        if cover is None:
            self._leave("lock", by_itself=True)
        else:
            cover.by_itself = True

    def _leave(self, how: Leaving, *, by_itself: bool = False) -> None:
        """Hide at once, keep the last words, then go. Asked twice, go without what cannot be kept."""
        from tui.modals.cover import Cover

        up = self._cover()
        if up is not None:
            if up.failed:
                self.work_at(partial(self._try_again_and_go, up.unfinished, how))
            return
        hidden = self.screen
        cover = Cover()
        cover.by_itself = by_itself

        def keep_and_go() -> None:
            cover.unfinished = self._unfinished()
            self.work_at(partial(self._keep_and_go, cover, how))

        # Asked before the cover comes up: the letters on their way belong to what it will hide.
        hidden.after_typing(keep_and_go) if isinstance(hidden, HoldsWords) else self.call_later(keep_and_go)
        self.clear_notifications()
        self.push_screen(cover)

    def _cover(self) -> "Cover | None":
        """The cover that is up, in front or under something that came up over it."""
        from tui.modals.cover import Cover

        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Cover)), None)

    async def _keep_and_go(self, cover: "Cover", how: Leaving) -> None:
        try:
            for deed in cover.unfinished:
                if self._desk is not None:
                    await self._desk.ask(deed)
        except CairnError as problem:
            cover.say((locking.cannot_lock if cover.by_itself else words.cannot_leave)(sentence_of(problem)))
        else:
            self.exit(how)

    async def _try_again_and_go(self, deeds: "list[Callable[[OpenJournal], object]]", how: Leaving) -> None:
        """There may be room by now; what cannot be kept this time either, the person has been told."""
        for deed in deeds:
            if self._desk is not None:
                with contextlib.suppress(CairnError):
                    await self._desk.ask(deed)
        self.exit(how)

    # The passphrase, asked for again

    def on_passphrase_again_tried(self, event: "PassphraseAgain.Tried") -> None:
        """Lock after the second wrong one in a row: whoever types may be another."""
        self._wrong_again = 0 if event.was_right else self._wrong_again + 1
        if self._wrong_again >= TRIES_AGAIN:
            self._wrong_again = 0
            event.asked.action_leave()
            self._let_go_of_held_key()
            self.call_later(self.lock_by_itself)

    def on_cover_wants_back(self, event: "Cover.WantsBack") -> None:
        """Behind a cover that came up by itself the words are seen by whoever has the passphrase."""
        from tui.modals.passphrase_again import PassphraseAgain

        def go_back(given: "Given | None") -> None:
            if given is not None:
                event.cover.dismiss()

        self.push_screen(PassphraseAgain(locking.BACK_TO_WORDS, self._is_passphrase, counts=False), go_back)

    def _is_passphrase(self, passphrase: str) -> "asyncio.Future[None]":
        home = self._home

        def check() -> None:
            from journal.use_cases.unlocking import unlock_with_passphrase

            unlock_with_passphrase(home, passphrase).keys.wipe()

        return self._store.ask(check)

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

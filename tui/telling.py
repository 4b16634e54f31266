"""What was saved, refused or changed elsewhere: told once, and every screen reads again."""

import asyncio
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Literal

from journal.errors import CairnError, NotFound
from tui.holding import HoldingApp
from tui.language import hint_of, sentence_of
from tui.screens.hearing import Hearing, JournalRefused
from tui.wording import locking
from tui.wording import screen as words

if TYPE_CHECKING:
    from journal.domain.timeline import Deed
    from journal.use_cases.open_journal import OpenJournal
    from tui.modals.passphrase_again import Given
    from tui.widgets.long_list import LongList
    from tui.widgets.page_editor import PageEditor

LOOK_FOR_CHANGES_S = 2.0
TELL_AGAIN_S = 10.0
OPENED_FOR_S = 3.0
"""On a small screen a note stands over the first question."""
BETWEEN_WORDS_S = 1.5
"""A question that comes up by itself waits for such a rest, so that no letter of a page lands in it."""
PAINTED_OVER_S = 0.5
"""How much later than a note the screen is painted: on a slow computer it is taken away somewhat after its time."""
ASK_KEY_AGAIN_S = 30.0
"""Whoever left the question for the passphrase goes on without it for so long."""


class TellingApp(HoldingApp):
    """Announces changes, wherever they came from, and says what could not be done."""

    _told: tuple[str, float] = ("", 0.0)
    """The last note about what could not be done, and when it was told, in seconds of the loop's own clock."""
    _key: "asyncio.Task[bool] | None" = None
    """The question for the passphrase that a new key needs, while it is up."""
    _no_key_before_s = 0.0
    """Until when, on the same clock, it is not asked."""

    def _listen_to_the_journal(self) -> None:
        """From now on, look for what another process writes."""
        self.set_interval(LOOK_FOR_CHANGES_S, self._look_for_changes)

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: Literal["information", "warning", "error"] = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a note for some seconds, and nothing of it afterwards.

        What came into sight by a scroll alone is not painted over by Textual 8.2 when it goes: it compares the screen
        with the last whole layout, which knows nothing of it. So a note could stay over a question until the next key.
        """
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)
        shown_for = self.NOTIFICATION_TIMEOUT if timeout is None else timeout
        self.set_timer(shown_for + PAINTED_OVER_S, self._paint_over)

    def _paint_over(self) -> None:
        if self.screen_stack:
            self.screen.refresh()

    def on_journal_changed(self) -> None:
        self.announce_change()

    def on_journal_refused(self, event: JournalRefused) -> None:
        self.tell(event.problem)

    def on_long_list_not_fetched(self, event: "LongList.NotFetched") -> None:
        self.tell(event.problem if isinstance(event.problem, CairnError) else CairnError())

    async def on_page_editor_not_pasted(self, event: "PageEditor.NotPasted") -> None:
        """A paste that would make every key slow becomes a page of its own, so that no word of it is lost."""
        desk, text = self._desk, event.text
        if desk is not None and (screen := self._hearing_screen()) is not None:
            page = desk.ask(lambda journal: journal.write_page(replace(journal.blank_page(), body=text)))
            # Where it cannot be saved just now, slow keys are better than words that are gone.
            screen.hear(page, lambda _: self._say_page_of_its_own(), lambda _: event.editor.insert(text))

    def _hearing_screen(self) -> Hearing | None:
        """The screen that works with the journal, in front or under a question."""
        return next((screen for screen in reversed(self.screen_stack) if isinstance(screen, Hearing)), None)

    def _say_page_of_its_own(self) -> None:
        self.notify(words.PAGE_OF_ITS_OWN, markup=False)
        self.announce_change()

    def action_undo(self) -> None:
        if self._desk is not None and isinstance(self.screen, Hearing):
            self.screen.hear(
                self._desk.ask(lambda journal: journal.undo()),
                self._say_undone,
            )

    def _say_undone(self, deed: "Deed") -> None:
        self.notify(words.undone(deed), markup=False)
        if isinstance(self.screen, Hearing):
            # “F4 brings it back” is not so any more.
            self.screen.say_nothing()
        self.announce_change()

    def tell_how_it_opened(self, journal: "OpenJournal") -> None:
        """One quiet line at each start."""
        if journal.unlocked is not None:
            self.notify(locking.OPENED[journal.unlocked.way], timeout=OPENED_FOR_S, markup=False)

    def tell(self, problem: CairnError) -> None:
        """One calm note for whatever the journal could not do; hints about commands are for the shell."""
        hint = f"\n{hint_of(problem)}" if problem.hint and not isinstance(problem, NotFound) else ""
        told, now = f"{sentence_of(problem)}{hint}", asyncio.get_running_loop().time()
        # The same note several times over would cover half of a small screen.
        if told == self._told[0] and now < self._told[1] + TELL_AGAIN_S:
            return
        self._told = (told, now)
        self.notify(told, severity="warning", timeout=TELL_AGAIN_S, markup=False)

    def announce_change(self) -> None:
        """Tell every screen, once, that the journal holds something else now."""
        for screen in self._every_screen():
            screen.journal_changed()

    def _look_for_changes(self) -> None:
        """Look, and wait elsewhere: a store thread at work on something long must hold up no key."""
        if self._journal is not None and self._seen is not None and self._seen.done():
            # Not by way of the desk: a look that nobody asked for brings up no question.
            seen, self._seen = self._seen, self._store.ask(self._journal.changes_elsewhere)
            self.work_at(partial(self._announce_if_changed, seen, self._seen))

    async def _announce_if_changed(self, before: "asyncio.Future[int]", now: "asyncio.Future[int]") -> None:
        try:
            changed = await now != await before
        except CairnError:
            # It may have changed while nobody could look.
            changed = now.exception() is None
        if changed:
            self.announce_change()

    # Where the journal has another key now

    async def _key_is_back(self) -> bool:
        """Ask for the passphrase, once for all who wait for it; whether the journal goes on with its new key."""
        if self._key is None:
            if asyncio.get_running_loop().time() < self._no_key_before_s:
                return False
            self._key = asyncio.create_task(self._ask_for_key())
            self._key.add_done_callback(self._key_was_answered)
        return await asyncio.shield(self._key)

    async def _ask_for_key(self) -> bool:
        while (rests := BETWEEN_WORDS_S - self._quiet_s()) > 0:  # noqa: ASYNC110 - a rest is no event
            await asyncio.sleep(rests)
        answer: asyncio.Future[Given | None] = asyncio.get_running_loop().create_future()
        self.call_later(self._show_question_for_key, answer)
        return await answer is not None

    def _show_question_for_key(self, answer: "asyncio.Future[Given | None]") -> None:
        from tui.modals.passphrase_again import PassphraseAgain

        # A wrong one is no reason to lock: the words that are here could not be kept.
        self.push_screen(PassphraseAgain(locking.KEY_CHANGED, self._take_over, counts=False), answer.set_result)

    def _take_over(self, passphrase: str) -> "asyncio.Future[None]":
        home, journal = self._home, self._journal

        def take_over() -> None:
            from journal.use_cases.unlocking import unlock_with_passphrase

            if journal is not None:
                journal.take_over(unlock_with_passphrase(home, passphrase))

        return self._store.ask(take_over)

    def _key_was_answered(self, asked: "asyncio.Task[bool]") -> None:
        self._key = None
        if asked.cancelled() or not asked.result():
            self._no_key_before_s = asyncio.get_running_loop().time() + ASK_KEY_AGAIN_S
        else:
            self.call_later(self._say_it_goes_on)

    def _say_it_goes_on(self) -> None:
        self.notify(locking.GOES_ON, markup=False)
        self.announce_change()

    def _quiet_s(self) -> float:
        """How long nothing was typed, in seconds."""
        return BETWEEN_WORDS_S

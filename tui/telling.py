"""What was saved, refused or changed elsewhere: told once, and every screen reads again."""

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from journal.errors import CairnError, NotFound
from tui.holding import HoldingApp
from tui.screens.hearing import Hearing, JournalRefused
from tui.wording import screen as words

if TYPE_CHECKING:
    from journal.domain.timeline import Deed
    from tui.widgets.long_list import LongList
    from tui.widgets.page_editor import PageEditor

LOOK_FOR_CHANGES_S = 2.0
TELL_AGAIN_S = 10.0
CHECK_AFTER_S = 60.0
"""Long enough after opening that nobody is waiting for the store thread."""


class TellingApp(HoldingApp):
    """Announces changes, wherever they came from, and says what could not be done."""

    _told: tuple[str, float] = ("", 0.0)
    """The last note about what could not be done, and when it was told, in seconds of the loop's own clock."""

    def _listen_to_the_journal(self) -> None:
        """From now on, look for what another process writes, and check the file when that is due."""
        self.set_interval(LOOK_FOR_CHANGES_S, self._look_for_changes)
        self.set_timer(CHECK_AFTER_S, self._check_if_due)

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

    def tell(self, problem: CairnError) -> None:
        """One calm note for whatever the journal could not do; hints about commands are for the shell."""
        hint = f"\n{problem.hint}" if problem.hint and not isinstance(problem, NotFound) else ""
        told, now = f"{problem}{hint}", asyncio.get_running_loop().time()
        # The same note several times over would cover half of a small screen.
        if told == self._told[0] and now < self._told[1] + TELL_AGAIN_S:
            return
        self._told = (told, now)
        self.notify(told, severity="warning", timeout=TELL_AGAIN_S, markup=False)

    def announce_change(self) -> None:
        """Tell every screen, once, that the journal holds something else now."""
        for screen in self._every_screen():
            screen.journal_changed()

    async def _look_for_changes(self) -> None:
        if self._desk is None or self._seen is None:
            return
        try:
            before = await self._seen
            self._seen = self._desk.ask(lambda journal: journal.changes_elsewhere())
            now = await self._seen
        except CairnError:
            return
        if now != before:
            self.announce_change()

    async def _check_if_due(self) -> None:
        """Once a week, in a quiet moment, read every page of the file and check it."""
        if self._desk is None:
            return
        try:
            await self._desk.ask(lambda journal: journal.verify() if journal.is_check_due() else None)
        except CairnError as problem:
            self.tell(problem)

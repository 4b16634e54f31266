"""The app: one store thread, one open journal at most, the sections, and what happens when a person leaves."""

import asyncio
import functools
import os
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.app import App
from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from journal.clock import Clock
from journal.errors import CairnError, NotFound
from journal.paths import Home
from journal.use_cases.preferences import read_preferences
from tui.actions import DEEDS, deeds_of
from tui.crash import frames_of
from tui.screens.hearing import Hearing, JournalRefused, bindings_of
from tui.store_thread import Desk, StoreThread
from tui.theme import DEFAULT_THEME, THEMES
from tui.widgets.inert_filter import InertFilter
from tui.wording import screen as words

if TYPE_CHECKING:
    from textual.command import Provider

    from journal.use_cases.open_journal import OpenJournal

Leaving = Literal["quit", "lock", "look-around", "ended", "crashed"]
"""Why the app ended; what is done about it is the caller's part, when the terminal is itself again."""

LOOK_FOR_CHANGES_S = 2.0
CHECK_AFTER_S = 60.0
"""Long enough after opening that nobody is waiting for the store thread."""
GIVE_UP_ENDING_S = 5.0


def _deed_provider() -> "type[Provider]":
    """Loaded when the palette is first opened: the first frame does not need it."""
    from tui.modals.palette import DeedProvider

    return DeedProvider


class CairnApp(App[Leaving]):
    """From the locked door to the journal and back."""

    CSS_PATH = Path(__file__).parent / "styles" / "app.tcss"
    TITLE = "cairn"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(deeds_of("")),
        # First, so that letters typed fast after a Tab go where the Tab led.
        Binding("tab", "app.focus_next", show=False, priority=True),
        Binding("shift+tab", "app.focus_previous", show=False, priority=True),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-compact"), (78, "-narrow"), (100, "-wide"), (130, "-xwide")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (30, "-tall")]
    COMMAND_PALETTE_BINDING = "f3"
    COMMANDS = {_deed_provider}

    def __init__(self, home: Home, clock: Clock, passphrase: str | None = None) -> None:
        """Nothing is opened yet.

        Args:
            home: where the journal is, or will be.
            clock: what time it is.
            passphrase: one that came with the call; tried once.
        """
        super().__init__()
        self._home = home
        self._clock = clock
        self._passphrase = passphrase
        self._store = StoreThread()
        self._journal: OpenJournal | None = None
        self._desk: Desk | None = None
        self._inert = InertFilter()
        self._seen: asyncio.Future[int] | None = None
        """The journal's count of what others have written, as it was last seen."""
        self._left_over: list[Callable[[OpenJournal], object]] = []
        self.crashed_at: list[str] = []
        for theme in THEMES:
            self.register_theme(theme)
        look = read_preferences(home).look
        self.theme = look if look in {theme.name for theme in THEMES} else DEFAULT_THEME

    # Beginning

    def on_mount(self) -> None:
        self._listen_to_signals()
        if self._home.exists():
            from tui.screens.unlock import Unlock

            self.push_screen(Unlock(self._home, self._clock, self._store, self._passphrase))
        else:
            from tui.screens.first_run import FirstRun

            self.push_screen(FirstRun(self._home, self._clock, self._store))
        self._passphrase = None
        self.call_after_refresh(self._load_the_rest)

    def _load_the_rest(self) -> None:
        """Load what the first frame did not need, while the passphrase is being typed."""
        from tui.screens.unlock import load_what_is_behind

        self._store.ask(load_what_is_behind)

    def on_unlock_opened(self, event: "Unlock.Opened") -> None:
        self._open(event.journal)

    def on_first_run_opened(self, event: "FirstRun.Opened") -> None:
        self._open(event.journal)

    def on_first_run_look_around(self) -> None:
        self.exit("look-around")

    def _open(self, journal: "OpenJournal") -> None:
        from tui.screens.journal import JournalScreen
        from tui.screens.today import Today

        self._journal = journal
        self._desk = desk = Desk(self._store, journal)
        # Asked before any screen reads, so that nothing written in between is passed over.
        self._seen = desk.ask(lambda journal: journal.changes_elsewhere())
        self.add_mode("today", lambda: Today(desk, self._home))
        self.add_mode("journal", lambda: JournalScreen(desk))
        self.switch_mode("today")
        if journal.header_mended is not False:
            self.notify(words.HEADER_MENDED if journal.header_mended else words.HEADER_NOT_MENDED, markup=False)
        self.set_interval(LOOK_FOR_CHANGES_S, self._look_for_changes)
        self.set_timer(CHECK_AFTER_S, self._check_if_due)

    # Sections and everywhere-deeds

    def action_command_palette(self) -> None:
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(placeholder=words.PALETTE, id="--command-palette"))

    def action_section(self, name: str) -> None:
        self._go(lambda: self.switch_mode(name))

    def _go(self, there: Callable[[], object]) -> None:
        """Go somewhere else; from a page that is being written as Escape would, so that it is open once at most."""
        from tui.screens.write import Write

        if self._desk is None or self._asking():
            return
        screen = self.screen
        if isinstance(screen, Write):
            screen.after_typing(lambda: screen.leave(there))
        else:
            there()

    def action_support(self) -> None:
        from tui.modals.support_now import SupportNow

        if not isinstance(self.screen, SupportNow):
            self.push_screen(SupportNow(self._home))

    def action_help(self) -> None:
        from tui.modals.help import Help

        if not isinstance(self.screen, Help):
            self.push_screen(Help(getattr(self.screen, "WHERE", "")))

    def action_write(self) -> None:
        if self._desk is not None and not self._asking():
            from tui.screens.write import Write

            if not isinstance(self.screen, Write):
                self.push_screen(Write(self._desk))

    def action_check_in(self) -> None:
        self._go(self._to_check_in)

    def _to_check_in(self) -> None:
        self.switch_mode("today")
        self.call_later(self._begin_check_in)

    def _begin_check_in(self) -> None:
        from tui.screens.today import Today

        if isinstance(self.screen, Today):
            self.screen.begin()

    def action_search(self) -> None:
        self._go(self._to_search)

    def _to_search(self) -> None:
        from tui.screens.search import Search

        if self._desk is not None and not isinstance(self.screen, Search):
            self.push_screen(Search(self._desk))

    def action_country(self) -> None:
        from tui.screens.country import Country

        if not self._asking() and not isinstance(self.screen, Country):
            self.push_screen(Country(self._home, self._store))

    def action_undo(self) -> None:
        if self._desk is not None and isinstance(self.screen, Hearing):
            self.screen.hear(
                self._desk.ask(lambda journal: journal.undo()),
                lambda deed: self._say_undone(deed.kind, deed.items),
            )

    def _say_undone(self, kind: str, items: int) -> None:
        self.notify(words.undone(kind, items), markup=False)
        self.announce_change()

    def action_recovery_words(self) -> None:
        if self._desk is not None and not self._asking():
            from tui.screens.recovery_words import NewRecoveryWords

            self.push_screen(NewRecoveryWords(self._home, self._store, self._desk))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing that needs the journal works before it is open."""
        needing = {
            deed.action.removeprefix("app.").split("(")[0] for deed in DEEDS if deed.needs_journal and not deed.where
        }
        return not (action in needing and self._desk is None)

    def _asking(self) -> bool:
        return self.screen.is_modal

    # What was saved, refused or changed elsewhere

    def on_journal_changed(self) -> None:
        self.announce_change()

    def on_journal_refused(self, event: JournalRefused) -> None:
        self.tell(event.problem)

    def on_long_list_not_fetched(self, event: "LongList.NotFetched") -> None:
        self.tell(event.problem if isinstance(event.problem, CairnError) else CairnError())

    async def on_page_editor_not_pasted(self, event: "PageEditor.NotPasted") -> None:
        """A paste that would make every key slow becomes a page of its own, so that no word of it is lost."""
        desk, text, screen = self._desk, event.text, self.screen
        if desk is not None and isinstance(screen, Hearing):
            page = desk.ask(lambda journal: journal.write_page(replace(journal.blank_page(), body=text)))
            # Where it cannot be saved just now, slow keys are better than words that are gone.
            screen.hear(page, lambda _: self._say_page_of_its_own(), lambda _: event.editor.insert(text))

    def _say_page_of_its_own(self) -> None:
        self.notify(words.PAGE_OF_ITS_OWN, markup=False)
        self.announce_change()

    def tell(self, problem: CairnError) -> None:
        """One calm note for whatever the journal could not do; hints about commands are for the shell."""
        hint = f"\n{problem.hint}" if problem.hint and not isinstance(problem, NotFound) else ""
        self.notify(f"{problem}{hint}", severity="warning", timeout=10, markup=False)

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

    def _every_screen(self) -> list[Hearing]:
        stacks = list(self._screen_stacks.values())
        return [screen for stack in stacks for screen in stack if isinstance(screen, Hearing)]

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Whatever a widget draws, nothing in it can act on the terminal."""
        return [*super().get_line_filters(), self._inert]

    # Leaving

    def _unfinished(self) -> "list[Callable[[OpenJournal], object]]":
        return [deed for screen in self._every_screen() for deed in screen.unsaved()]

    async def action_quit(self) -> None:
        """Quick exit: no question, since all is saved."""
        self._leave("quit")

    def action_lock(self) -> None:
        """Lock: the process is replaced, since only its end clears what it read."""
        if self._desk is not None:
            self._leave("lock")

    def _leave(self, how: Leaving) -> None:
        """Hide at once, keep the last words, then go. Asked twice, go without what cannot be kept."""
        from tui.modals.cover import Cover

        if isinstance(self.screen, Cover):
            if self.screen.failed:
                self.exit(how)
            return
        unfinished: list[Callable[[OpenJournal], object]] = []
        hidden = self.screen
        cover = Cover()

        def keep_and_go() -> None:
            unfinished.extend(self._unfinished())
            self.run_worker(self._keep_and_go(unfinished, cover, how))

        # Asked before the cover comes up: the letters on their way belong to what it will hide.
        hidden.after_typing(keep_and_go) if isinstance(hidden, Hearing) else self.call_later(keep_and_go)
        self.push_screen(cover)

    async def _keep_and_go(self, deeds: "list[Callable[[OpenJournal], object]]", cover: "Cover", how: Leaving) -> None:
        try:
            for deed in deeds:
                if self._desk is not None:
                    await self._desk.ask(deed)
        except CairnError as problem:
            cover.say(words.cannot_leave(str(problem)))
        else:
            self.exit(how)

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
        screen.after_typing(then) if isinstance(screen, Hearing) else then()

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

    def action_help_quit(self) -> None:
        self.notify(words.HOW_TO_LEAVE, markup=False)

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


if TYPE_CHECKING:
    from tui.modals.cover import Cover
    from tui.screens.first_run import FirstRun
    from tui.screens.unlock import Unlock
    from tui.widgets.long_list import LongList
    from tui.widgets.page_editor import PageEditor

"""The app: from the locked door to the journal, its sections, and what can be done everywhere."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.filter import LineFilter

from journal.clock import Clock
from journal.domain.moments import moment_at
from journal.errors import CairnError
from journal.paths import Home
from tui.actions import FACILITATOR, PERSON, Whose, deeds_of, deeds_running
from tui.caring import CaringApp
from tui.choosing import ChoosingApp
from tui.holding import Leaving, SteadyDesk
from tui.idling import IdlingApp
from tui.meeting import MeetingApp
from tui.presence import TwoClocks
from tui.screens.hearing import ItemChosen, bindings_of
from tui.store_thread import Desk
from tui.widgets.inert_filter import InertFilter
from tui.widgets.no_colour import without_colour
from tui.wording import screen as words

if TYPE_CHECKING:
    from textual.command import Provider

    from journal.use_cases.open_journal import OpenJournal
    from tui.screens.first_run import FirstRun
    from tui.screens.keys_and_copies_ground import Ground
    from tui.screens.one_thing import EraseWanted
    from tui.screens.today_line import KeepingWanted
    from tui.screens.unlock import Unlock
    from tui.widgets.nav import Nav
    from tui.widgets.page_editor import PageEditor

__all__ = ["CairnApp", "Leaving"]
LOOK_AT_DAY_S = 1.0


def _deed_provider() -> "type[Provider]":
    """Loaded when the palette is first opened: the first frame does not need it."""
    from tui.modals.palette import DeedProvider

    return DeedProvider


class CairnApp(IdlingApp, ChoosingApp, CaringApp, MeetingApp):
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

    def __init__(
        self, home: Home, clock: Clock, passphrase: str | None = None, clocks: TwoClocks | None = None
    ) -> None:
        """Nothing is opened yet.

        Args:
            home: where the journal is, or will be.
            clock: what time it is.
            passphrase: one that came with the call; tried once.
            clocks: what tells how long nobody was there; none: the computer's own.
        """
        super().__init__(home, clock, clocks)
        self._passphrase = passphrase
        self.whose: Whose = PERSON
        """Whose home it is; what is not open yet is taken for a person's."""
        self._first_section = "today"
        self._day = ""
        self._wants_mine = False
        """Whether somebody in front of the locked door asked for their own people and plan."""
        self._inert = InertFilter()

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Whatever a widget draws, nothing in it can act on the terminal."""
        filters = super().get_line_filters()
        return [*(without_colour(filters) if self.no_color else filters), self._inert]

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
        self.begin_to_show()
        self.call_after_refresh(self._load_the_rest)

    def _load_the_rest(self) -> None:
        """Load what the first frame did not need, while the passphrase is being typed."""
        from tui.screens.unlock import load_what_is_behind

        self._store.ask(load_what_is_behind)

    async def on_unlock_opened(self, event: "Unlock.Opened") -> None:
        await self._open(event.journal)

    def on_unlock_half_open(self) -> None:
        """A new passphrase can be chosen now: with nobody there, by anybody."""
        self.attend()

    async def on_first_run_opened(self, event: "FirstRun.Opened") -> None:
        await self._open(event.journal)

    def on_first_run_look_around(self) -> None:
        self.exit("look-around")

    async def _open(self, journal: "OpenJournal") -> None:
        from tui.screens.opening import section_screen
        from tui.screens.sections import sections_of

        # Where the journal is read, as everything of it is: on its own thread.
        if await self._store.ask(lambda: journal.is_facilitators):
            self.whose = FACILITATOR
        self._journal = journal
        self._desk = desk = SteadyDesk(self._store, journal, self._key_is_back)
        # Asked before any screen reads, so that nothing written in between is passed over.
        self._seen = desk.ask(lambda journal: journal.changes_elsewhere())
        sections = list(sections_of(self.whose))
        for name in sections:
            self.add_mode(name, partial(section_screen, name, desk, self._home, self.last_meeting))
        self._first_section = sections[0]
        self.switch_mode(self._first_section)
        if journal.header_mended is not False:
            self.notify(words.HEADER_MENDED if journal.header_mended else words.HEADER_NOT_MENDED, markup=False)
        self.tell_how_it_opened(journal)
        self._listen_to_the_journal()
        self.read_choices()
        self.attend()
        self.take_care(journal)
        self.begin_to_meet()
        if self.whose == FACILITATOR:
            self.set_interval(LOOK_AT_DAY_S, self._look_at_day)
        elif self._wants_mine:
            self.call_later(self._show_mine)

    # Whose home it is

    def _look_at_day(self) -> None:
        """What was shared until yesterday is gone from every screen."""
        before, self._day = self._day, moment_at(self._clock.now(), self._clock.zone()).for_date
        if before not in ("", self._day):
            self.announce_change()

    async def on_page_editor_not_pasted(self, event: "PageEditor.NotPasted") -> None:
        """A facilitator's home has no pages: a long paste stays where it was put."""
        if self.whose == FACILITATOR:
            event.prevent_default()
            event.editor.insert(event.text)

    # Going somewhere

    def action_section(self, name: str) -> None:
        self._go(lambda: self._to_section(name))

    def _to_section(self, name: str) -> None:
        """The section itself, whatever was opened over it; where words are on their way over it, those."""
        from tui.screens.hearing import Hearing, Keeping

        self.switch_mode(name)
        while len(self.screen_stack) > 1 and isinstance(self.screen, Hearing):
            if isinstance(self.screen, Keeping) or self.screen.unsaved():
                return
            self.pop_screen()

    def on_nav_chosen(self, event: "Nav.Chosen") -> None:
        """A section that was clicked."""
        from tui.screens.sections import section_of

        self.action_section(section_of(event.key, self.whose))

    def on_item_chosen(self, event: ItemChosen) -> None:
        """Show one thing of the journal, on the screen that is made for its kind."""
        from tui.screens.opening import item_screen

        if self._desk is not None:
            self.push_screen(item_screen(self._desk, event.kind, event.item_id, event.looked_for))

    def _go(self, there: Callable[[], object]) -> None:
        """Go somewhere else; from words on their way as Escape would, so that they are open once at most."""
        from tui.screens.saved_once import SavedOnce

        if self._desk is None or self._asking():
            return
        screen = self.screen
        if isinstance(screen, SavedOnce):
            screen.after_typing(lambda: screen.leave(there))
        else:
            there()

    def action_home(self) -> None:
        """From a section to the first; there out of the field, so that digits lead to sections again."""
        if self._asking():
            return
        if self.current_mode != self._first_section:
            self._to_section(self._first_section)
        elif self.whose == PERSON:
            self.screen.set_focus(None)

    def action_write(self) -> None:
        if self._desk is not None and not self._asking():
            from tui.screens.write import Write

            if not isinstance(self.screen, Write):
                here = self._hearing_screen()
                self.push_screen(Write(self._desk, when=here.day_to_write_for() if here is not None else None))

    def action_check_in(self) -> None:
        self._go(self._to_check_in)

    def _to_check_in(self) -> None:
        self._to_section("today")
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

    # Everywhere

    def action_command_palette(self) -> None:
        from tui.modals.palette import Palette

        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(placeholder=words.PALETTE, id="--command-palette"))

    def action_support(self) -> None:
        from tui.modals.support_now import SupportNow

        if isinstance(self.screen, SupportNow):
            self.screen.action_close()
        elif self.whose == FACILITATOR:
            from tui.modals.facilitator_support import FacilitatorsSupport

            self.push_screen(FacilitatorsSupport(self._home, self._clock), self._after_support)
        else:
            self.push_screen(SupportNow(self._home, self._clock, self._desk), self._after_support)

    def _after_support(self, wanted: str | None) -> None:
        """On to what a person wanted from there; their own people by way of the passphrase."""
        if wanted == "unlock":
            from tui.wording.support_screen import MINE_AFTER_UNLOCK

            self._wants_mine = True
            self.notify(MINE_AFTER_UNLOCK, markup=False)
        elif wanted == "country":
            self.action_country()
        elif wanted == "arrange":
            self.action_support_lines()

    def _show_mine(self) -> None:
        """What was asked for in front of the locked door."""
        from tui.modals.support_now import SupportNow

        self._wants_mine = False
        self.push_screen(SupportNow(self._home, self._clock, self._desk, "mine"), self._after_support)

    def action_support_lines(self) -> None:
        from tui.screens.support_lines import SupportLines

        if self._desk is not None and not self._asking() and not isinstance(self.screen, SupportLines):
            self.push_screen(SupportLines(self._desk, self._home, self._clock))

    def action_support_file(self) -> None:
        from tui.screens.support_file import LinesOfAFile

        if not self._asking():
            LinesOfAFile(self, self._home, self._store).ask()

    def action_help(self) -> None:
        from tui.modals.help import Help

        if not isinstance(self.screen, Help):
            self.push_screen(Help(getattr(self.screen, "WHERE", ""), self.key_map, self.whose))

    def action_about(self) -> None:
        from tui.modals.about import About

        if not self._asking():
            self.push_screen(About())

    def action_country(self) -> None:
        from tui.screens.country import Country

        if not self._asking() and not isinstance(self.screen, Country):
            self.push_screen(Country(self._home, self._store))

    # Settings

    def action_settings(self, first: str = "") -> None:
        self._go(lambda: self._to_settings(first))

    def _to_settings(self, first: str) -> None:
        from tui.screens.settings import Settings

        if self._desk is not None and not isinstance(self.screen, Settings):
            self.push_screen(Settings(self._desk, self._home, first, self.whose))

    # Keys and copies

    def action_keys_and_copies(self) -> None:
        self._go(self._to_keys_and_copies)

    def _to_keys_and_copies(self) -> None:
        from tui.screens.keys_and_copies import KeysAndCopies

        ground = self._ground()
        if ground is not None and not isinstance(self.screen, KeysAndCopies):
            self.push_screen(KeysAndCopies(ground))

    def action_keeping_deed(self, name: str) -> None:
        """One of Keys and copies, begun from wherever somebody is."""
        if not self._asking():
            self._begin_deed(name)

    def action_recovery_words(self) -> None:
        if not self._asking():
            self._begin_deed("new-words")

    def on_keeping_wanted(self, event: "KeepingWanted") -> None:
        """The line on Today was taken up."""
        self._begin_deed(event.deed, event.day)

    def _begin_deed(self, name: str, day: str = "") -> None:
        from tui.screens.keys_and_copies_deeds import begin

        if (ground := self._ground()) is not None:
            begin(ground, name, day)

    def on_erase_wanted(self, event: "EraseWanted") -> None:
        from tui.screens.keys_and_copies_erasing import erase_one

        if (ground := self._ground()) is not None and not self._asking():
            erase_one(ground, event.item_id, event.then)

    def _ground(self) -> "Ground | None":
        """What the deeds of Keys and copies stand on, begun from the screen in front."""
        from tui.screens.keys_and_copies_ground import Ground

        screen = self._hearing_screen()
        if self._desk is None or self._journal is None or screen is None:
            return None
        return Ground(
            screen=screen,
            desk=self._desk,
            at_once=Desk(self._store, self._journal),
            home=self._home,
            clock=self._clock,
            say=lambda sentence: self.notify(sentence, markup=False),
            announce=self.announce_change,
            rest=self.stop_caring,
            begin_again=lambda: self.exit("lock"),
            end=lambda sentence: self.exit("ended", message=sentence),
        )

    def finish(self) -> CairnError | None:
        self.stop_caring()
        return super().finish()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing that needs the journal works before it is open, nothing of another kind of home ever."""
        if getattr(self.screen_stack[-1] if self.screen_stack else None, "TAKES_EVERY_KEY", False):
            return action in ("support", "quit", "lock")
        deeds = deeds_running(action, parameters)
        works = any(deed.is_in(self.whose) and not (deed.needs_journal and self._desk is None) for deed in deeds)
        return works or not deeds

    def _asking(self) -> bool:
        return self.screen.is_modal

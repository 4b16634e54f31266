"""First run: three doors, a passphrase before any writing, words for paper, and where one lives."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from journal.clock import Clock
from journal.paths import Home, synced_by
from journal.use_cases.preferences import Preferences, write_preferences
from tui.actions import deeds_of
from tui.language import _, sentence_of
from tui.screens.hearing import Hearing, JournalRefused, bindings_of
from tui.store_thread import StoreThread
from tui.widgets.choice import OneOf
from tui.widgets.first_steps import NewPassphrase, WhereYouLive
from tui.widgets.keys_line import KeysLine
from tui.widgets.words_on_paper import WordsOnPaper
from tui.wording import copies
from tui.wording import keys_screen as key_words
from tui.wording import screen as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from journal.use_cases.unlocking import Way


class FirstRun(Hearing):
    """One step at a time; each is a widget that says when it is done."""

    WHERE = "first-run"
    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings_of(deeds_of("first-run")),
        # Where a step is higher than the window, what is focused may stand below words that are to be read.
        Binding("pageup", "page_up", show=False),
        Binding("pagedown", "page_down", show=False),
    ]

    class Opened(Message):
        """The new journal is open."""

        def __init__(self, journal: "OpenJournal") -> None:
            super().__init__()
            self.journal = journal

    class Made(Message):
        """The new journal is there, and its recovery words are on the screen."""

    class LookAround(Message):
        """The person would rather see a filled journal first."""

    def __init__(self, home: Home, clock: Clock, store: StoreThread) -> None:
        super().__init__()
        self._home = home
        self._clock = clock
        self._store = store
        self._journal: OpenJournal | None = None
        self._is_ready = False
        self._making = False

    def compose(self) -> ComposeResult:
        with Vertical(id="door"):
            yield Static(words.UNLOCK_TITLE, id="title", markup=False)
            yield Vertical(id="step")
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        chooses = isinstance(self.focused, OneOf)
        types_words_back = any(asked.display for asked in self.query("#typed-back"))
        back = [("Esc", _("back"))] if self._goes_back or types_words_back else []
        first = [("Enter", _("choose")), *back, ("↑↓", _("look"))] if chooses else [("Enter", _("go on")), *back]
        return [*first, ("Ctrl+Q", _("leave"))]

    def on_descendant_focus(self) -> None:
        """Where something is chosen, other keys are of use than where something is typed."""
        self.say_keys()

    def on_mount(self) -> None:
        self._show(self._doors())

    def _doors(self) -> "Doors":
        program = synced_by(self._home)
        return Doors(copies.synced(program) if program else "")

    def _show(self, step: Widget) -> None:
        """Put one step in the place of another. Not awaited: the one that goes may be waiting for this screen."""
        place = self.query_one("#step")
        place.remove_children()
        place.mount(step)

    @on(OneOf.Chosen, "#doors")
    def through_a_door(self, event: OneOf.Chosen) -> None:
        if event.index == 0:
            self._show(NewPassphrase())
        elif event.index == 1:
            self._bring_a_backup()
        else:
            self.post_message(self.LookAround())

    def action_back(self) -> None:
        """Back to the doors, from where nothing has been made yet."""
        if self._goes_back:
            self._show(self._doors())

    @property
    def _goes_back(self) -> bool:
        return self._journal is None and not self.query(Doors) and not self._making

    def _bring_a_backup(self) -> None:
        from tui.screens.first_backup import FirstBackup

        FirstBackup(self, self._home, self._clock, self._store, self._brought).begin()

    def _brought(self, journal: "OpenJournal", way: "Way") -> None:
        """The backup is the journal now, and open."""
        self._journal = journal
        self.post_message(self.Made())
        self.app.notify(key_words.RESTORED, markup=False)
        if way == "recovery" and journal.unlocked is not None:
            from tui.screens.new_passphrase import offer_new_passphrase

            offer_new_passphrase(self, self._store, journal.unlocked, self._ask_where)
        else:
            self._ask_where()

    def _ask_where(self) -> None:
        self._show(WhereYouLive(self._home))

    def on_new_passphrase_chosen(self, event: NewPassphrase.Chosen) -> None:
        self._making = True
        self.hear(self._store.ask(self._maker(), event.passphrase), self._made)

    def _maker(self) -> "Callable[[str], tuple[tuple[str, ...], OpenJournal]]":
        home, clock = self._home, self._clock

        def make(passphrase: str) -> "tuple[tuple[str, ...], OpenJournal]":
            from journal.use_cases.opening import create_journal, open_journal

            made = create_journal(home, passphrase, clock)
            return made.words.words, open_journal(home, passphrase, clock)

        return make

    def _made(self, answer: "tuple[tuple[str, ...], OpenJournal]") -> None:
        recovery_words, self._journal = answer
        self.post_message(self.Made())
        self._show(WordsOnPaper(recovery_words))

    def on_words_on_paper_done(self, event: WordsOnPaper.Done) -> None:
        journal = self._journal
        if event.confirmed and journal is not None:
            from journal.use_cases.opening import WORDS_CONFIRMED

            self.hear(self._store.ask(journal.choose, WORDS_CONFIRMED, "yes"), lambda _: None)
        self._show(WhereYouLive(self._home))

    def on_where_you_live_said(self, event: WhereYouLive.Said) -> None:
        chosen = Preferences(country=event.country, region=event.region)
        self.hear(self._store.ask(write_preferences, self._home, chosen), lambda _: self._ready())

    def _ready(self) -> None:
        """Once, however often Enter was pressed meanwhile."""
        if self._journal is not None and not self._is_ready:
            self._is_ready = True
            self.post_message(self.Opened(self._journal))

    def on_journal_refused(self, event: JournalRefused) -> None:
        """Say it in the step that asked; the app's note comes too."""
        self._making = False
        for step in self.query(NewPassphrase):
            step.say(sentence_of(event.problem))


class Doors(Vertical):
    """Start, bring a journal along, or look around. Takes what must be said before anything is made here."""

    DEFAULT_CSS = "Doors { height: auto; } Doors > Static { margin: 1 0; height: auto; }"

    def __init__(self, warning: str = "") -> None:
        super().__init__()
        self._warning = warning

    def compose(self) -> ComposeResult:
        yield Static(words.DOORS, markup=False)
        if self._warning:
            yield Static(self._warning, id="warning", markup=False)
        yield OneOf(
            [f"{key} {name}" for key, name in enumerate((words.DOOR_START, words.DOOR_BRING, words.DOOR_LOOK), 1)],
            id="doors",
        )

    def on_mount(self) -> None:
        self.query_one(OneOf).focus()

    def key_1(self) -> None:
        self._choose(0)

    def key_2(self) -> None:
        self._choose(1)

    def key_3(self) -> None:
        self._choose(2)

    def _choose(self, index: int) -> None:
        doors = self.query_one(OneOf)
        doors.looked_at = index
        # In its own turn: what a widget says in its parent's turn stops at the parent.
        doors.call_later(doors.action_choose)

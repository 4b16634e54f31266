"""Unlock: the passphrase, or the recovery words. Support now works here."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input, Static

from journal.clock import Clock
from journal.errors import NotOpened
from journal.paths import Home
from tui.actions import deeds_of
from tui.language import _, hint_of, sentence_of
from tui.screens.hearing import Hearing, JournalRefused, bindings_of
from tui.store_thread import StoreThread
from tui.widgets.keyed import Keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.secret import Secret
from tui.wording import screen as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


class Unlock(Hearing):
    """The door. Counts nothing and says nothing about what is behind it."""

    WHERE = "unlock"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("unlock"))

    class HalfOpen(Message):
        """The recovery words have opened it, and a new passphrase can be chosen."""

    class Opened(Message):
        """The journal is open."""

        def __init__(self, journal: "OpenJournal") -> None:
            super().__init__()
            self.journal = journal

    def __init__(self, home: Home, clock: Clock, store: StoreThread, passphrase: str | None = None) -> None:
        super().__init__()
        self._home = home
        self._clock = clock
        self._store = store
        self._passphrase = passphrase
        self._with_words = False
        self._opening = False

    def compose(self) -> ComposeResult:
        with Vertical(id="door"):
            yield Static(words.UNLOCK_TITLE, id="title", markup=False)
            yield Static(words.LOCKED, classes="muted", markup=False)
            yield Static(words.PASSPHRASE, id="question", markup=False)
            yield Secret(id="secret")
            yield Static("", id="said", markup=False)
            yield Keyed(words.FORGOTTEN, id="other-way", classes="muted")
        yield KeysLine(self.keys_shown())

    def on_mount(self) -> None:
        self.query_one(Secret).focus()
        if self._passphrase is not None:
            self._try(self._passphrase)
            self._passphrase = None

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Enter", _("open")), ("Ctrl+Q", _("leave")), ("Ctrl+R", _("recovery words"))]

    @on(Input.Submitted, "#secret")
    def open_it(self) -> None:
        """Ask once at a time: a second Enter while the first is being tried does nothing."""
        if not self._opening:
            self._try(self.query_one(Secret).take())

    def _try(self, secret: str) -> None:
        if not secret:
            return
        self._opening = True
        self._say(words.OPENING)
        self.hear(self._store.ask(self._opener(), secret), self._opened)

    def _opener(self) -> "Callable[[str], OpenJournal]":
        home, clock, with_words = self._home, self._clock, self._with_words

        def open_it(secret: str) -> "OpenJournal":
            from journal.use_cases.opening import open_journal, open_journal_with_words

            return (open_journal_with_words if with_words else open_journal)(home, secret, clock)

        return open_it

    def _opened(self, journal: "OpenJournal") -> None:
        unlocked = journal.unlocked
        if unlocked is None or unlocked.way != "recovery":
            self.post_message(self.Opened(journal))
            return
        from tui.screens.new_passphrase import offer_new_passphrase

        # Whoever needed the words may not have a passphrase any more.
        self.post_message(self.HalfOpen())
        offer_new_passphrase(self, self._store, unlocked, lambda: self.post_message(self.Opened(journal)))

    def on_journal_refused(self, event: JournalRefused) -> None:
        """A wrong passphrase is said here, in its one sentence; the next try starts clean."""
        event.stop()
        self._opening = False
        told_more = event.problem.hint and not isinstance(event.problem, NotOpened)
        self._say(
            f"{sentence_of(event.problem)}\n{hint_of(event.problem)}" if told_more else sentence_of(event.problem)
        )

    def action_use_words(self) -> None:
        """Between the passphrase and the recovery words, and back."""
        self._with_words = not self._with_words
        self.query_one("#question", Static).update(words.RECOVERY if self._with_words else words.PASSPHRASE)
        self.query_one("#other-way", Keyed).say(words.USE_PASSPHRASE if self._with_words else words.FORGOTTEN)
        field = self.query_one(Secret)
        field.take()
        field.password = not self._with_words
        field.focus()
        self._say("")

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(sentence)


def load_what_is_behind() -> None:
    """Load the code behind the door, while a passphrase is being typed, before anybody waits for it."""
    import journal.use_cases.opening  # noqa: F401  # the import itself is the deed
    import tui.screens.goals
    import tui.screens.journal
    import tui.screens.opening
    import tui.screens.today
    import tui.screens.write  # noqa: F401  # as above

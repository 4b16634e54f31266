"""New recovery words, any day: the passphrase once more, the words, two typed back."""

from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static

from journal.paths import Home
from tui.actions import deeds_of
from tui.screens.hearing import Hearing, JournalRefused, bindings_of
from tui.store_thread import Desk, StoreThread
from tui.widgets.keys_line import KeysLine
from tui.widgets.secret import Secret
from tui.widgets.words_on_paper import WordsOnPaper
from tui.wording import screen as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from journal.use_cases.ways_in import NewWords


class NewRecoveryWords(Hearing):
    """Makes words that replace the ones before."""

    WHERE = "recovery-words"
    BINDINGS = bindings_of(deeds_of("recovery-words"))

    def __init__(self, home: Home, store: StoreThread, desk: Desk) -> None:
        super().__init__()
        self._home = home
        self._store = store
        self._desk = desk
        self._new: NewWords | None = None

    def compose(self) -> ComposeResult:
        with Vertical(id="door"):
            with Vertical(id="asking"):
                yield Static(words.WORDS_ASK, markup=False)
                yield Secret(id="secret")
                yield Static("", id="said", markup=False)
            yield Vertical(id="step")
        yield KeysLine(self.keys_shown())

    def on_mount(self) -> None:
        self.query_one(Secret).focus()

    @on(Input.Submitted, "#secret")
    def make(self) -> None:
        from journal.use_cases.ways_in import draw_recovery_words

        passphrase = self.query_one(Secret).take()
        if passphrase:
            self.hear(self._store.ask(draw_recovery_words, self._home, passphrase), self._made)

    def _made(self, made: "NewWords") -> None:
        self._new = made
        self.query_one("#asking").display = False
        self.query_one("#step").mount(WordsOnPaper(made.words.words))

    def on_words_on_paper_done(self, event: WordsOnPaper.Done) -> None:
        """They count from the moment that two were typed back; until then the ones before do."""
        new = self._new
        if not event.confirmed or new is None:
            self.dismiss()
            return
        from journal.use_cases.opening import WORDS_CONFIRMED

        def take_effect(journal: "OpenJournal") -> None:
            new.take_effect()
            journal.choose(WORDS_CONFIRMED, "yes")

        self.hear(self._desk.ask(take_effect), lambda _: self._finished())

    def _finished(self) -> None:
        self.app.notify(words.WORDS_CONFIRMED, markup=False)
        self.announce_change()
        self.dismiss()

    def on_journal_refused(self, event: JournalRefused) -> None:
        event.stop()
        self.query_one("#said", Static).update(str(event.problem))

    def action_back(self) -> None:
        self.dismiss()

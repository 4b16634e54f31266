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
    from journal.vault.recovery_words import RecoveryWords


class NewRecoveryWords(Hearing):
    """Makes words that replace the ones before."""

    WHERE = "recovery-words"
    BINDINGS = bindings_of(deeds_of("recovery-words"))

    def __init__(self, home: Home, store: StoreThread, desk: Desk) -> None:
        super().__init__()
        self._home = home
        self._store = store
        self._desk = desk

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
        from journal.use_cases.opening import replace_recovery_words

        passphrase = self.query_one(Secret).take()
        if passphrase:
            self.hear(self._store.ask(replace_recovery_words, self._home, passphrase), self._made)

    def _made(self, made: "RecoveryWords") -> None:
        self.query_one("#asking").display = False
        self.query_one("#step").mount(WordsOnPaper(made.words))

    def on_words_on_paper_done(self, event: WordsOnPaper.Done) -> None:
        from journal.use_cases.opening import WORDS_CONFIRMED

        said = "yes" if event.confirmed else "no"
        self.hear(
            self._desk.ask(lambda journal: journal.choose(WORDS_CONFIRMED, said)),
            lambda _: self._finished(said),
        )

    def _finished(self, said: str) -> None:
        if said == "yes":
            self.app.notify(words.WORDS_CONFIRMED, markup=False)
        self.dismiss()

    def on_journal_refused(self, event: JournalRefused) -> None:
        event.stop()
        self.query_one("#said", Static).update(str(event.problem))

    def action_back(self) -> None:
        self.dismiss()

"""One visit to an open journal: whom to talk with, what is open, and saving with another try."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from journal.clock import Clock
from journal.errors import Busy, CairnError, KeyChanged, NoRoom, NotFound
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tui.language import hint_of, sentence_of
from tui.plain.caring import Care
from tui.plain.conversation import Back, Conversation, EndOfInput
from tui.plain.watch import Watch
from tui.wording import locking
from tui.wording import plain as words

T = TypeVar("T")


class NotSaved(Exception):
    """Words could not be saved, and nobody is there to be asked for another try."""

    def __init__(self, problem: CairnError) -> None:
        super().__init__()
        self.problem = problem


class Secrets(Protocol):
    """Where a passphrase comes from: never from standard input, and never into what is said."""

    def has_source(self) -> bool:
        """Whether one came with the call, so that nobody has to be asked."""

    def from_source(self) -> str:
        """The one that came with the call.

        Raises:
            BadInput: its source gave nothing.
        """

    def ask(self, question: str) -> str:
        """Ask on the terminal itself; what is typed does not show.

        Raises:
            BadInput: there is no terminal. EOFError: nobody answers there.
        """


class Tries:
    """How often in a row a passphrase that was asked for again was another one."""

    wrong = 0


@dataclass(frozen=True, slots=True)
class Door:
    """What there is before a journal is open."""

    talk: Conversation
    home: Home
    clock: Clock
    secrets: Secrets
    watch: Watch = field(default_factory=Watch)
    """Whether somebody is there."""
    tries: Tries = field(default_factory=Tries)

    def ask_secret(self, question: str) -> str | None:
        """Ask for something secret on the terminal; `None` where one of the words was typed that work everywhere.

        Raises:
            Back, Leave, EndOfInput: as they say. BadInput: there is no terminal.
        """
        try:
            with self.watch.over(lambda: self.talk.say("", locking.SOON_AT_A_SECRET)):
                typed = self.secrets.ask(question)
        except (EOFError, OSError):
            raise EndOfInput from None
        if not self.watch.sign():
            self.watch.leave()
        return None if self.talk.understood(typed, (words.SECRET_HELP,)) else typed


@dataclass(frozen=True, slots=True)
class Visit:
    """An open journal, and whom to talk with about it."""

    door: Door
    journal: OpenJournal
    care: Care = field(default_factory=Care)
    """What is done beside it."""

    @property
    def talk(self) -> Conversation:
        return self.door.talk

    @property
    def home(self) -> Home:
        return self.door.home

    def save(self, deed: Callable[[], T]) -> T:
        """Run a save; where the disk or another cairn is in the way, offer another try.

        Raises:
            Back: they gave up. NotSaved: nobody is there to answer.
        """
        while True:
            try:
                return deed()
            except (Busy, NoRoom, KeyChanged) as problem:
                self.tell(problem)
                self._wait_for_another_try(problem)

    def _wait_for_another_try(self, problem: CairnError) -> None:
        try:
            if self.talk.ask(words.TRY_AGAIN) is not None:
                raise Back
        except EndOfInput:
            raise NotSaved(problem) from None

    def tell(self, problem: CairnError) -> None:
        """Say what could not be done; hints about commands are for the shell."""
        self.talk.say(sentence_of(problem))
        if problem.hint and not isinstance(problem, NotFound):
            self.talk.say(hint_of(problem))

"""What every deed of Keys and copies stands on: the screen it was begun from, the journal, and where it lies."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from textual.screen import Screen

from journal.clock import Clock
from journal.errors import CairnError, NoRoom
from journal.paths import Home
from tui.language import sentence_of
from tui.modals.choose import Choose
from tui.modals.passphrase_again import Check, Given, PassphraseAgain
from tui.screens.hearing import Hearing
from tui.store_thread import Desk

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from journal.use_cases.unlocking import Unlocked

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ground:
    """Where a deed is done. A deed asks one question after the other, and each goes on in what it was given."""

    screen: Hearing
    desk: Desk
    at_once: Desk
    """The same journal, for deeds that change its key: where another cairn did so first, they are refused."""
    home: Home
    clock: Clock
    say: Callable[[str], object]
    """Says what came of it, where it can be read in peace."""
    announce: Callable[[], object]
    """Lets every screen read again."""
    rest: Callable[[], object]
    """Stops what cairn does beside it, before something that goes for good or takes another's place."""
    begin_again: Callable[[], object]
    """Ends the app, which then begins anew, locked."""
    end: Callable[[str], object]
    """Ends the app with a sentence on the terminal."""

    def ask(self, question: "Screen[T | None]", then: Callable[[T], object]) -> None:
        """Ask it; `then` is called with the answer, unless there was none."""

        def answered(answer: T | None) -> None:
            if answer is not None:
                then(answer)

        self.screen.app.push_screen(question, answered)

    def choose(self, question: Choose, *thens: Callable[[], object]) -> None:
        """Ask which of several; each has a deed of its own."""
        self.ask(question, lambda index: thens[index]())

    def ask_passphrase(
        self, why: str, then: Callable[[Given], object], check: Check | None = None, lines: tuple[str, ...] = ()
    ) -> None:
        """Ask for the passphrase once more. Without a `check` of its own it is tried, and that is all."""
        self.ask(PassphraseAgain(why, check or self._is_passphrase, lines=lines), then)

    def _is_passphrase(self, passphrase: str) -> "asyncio.Future[Any]":
        home = self.home

        def check() -> None:
            from journal.use_cases.unlocking import unlock_with_passphrase

            unlock_with_passphrase(home, passphrase).keys.wipe()

        return self.beside(check)

    def beside(self, work: Callable[[], T]) -> "asyncio.Future[T]":
        """Begin something that touches files alone, in a thread of its own. What a disk says of it is `NoRoom`."""
        return asyncio.ensure_future(asyncio.to_thread(said_plainly, work))

    def alone(self, begin: "Callable[[], asyncio.Future[T]]") -> "asyncio.Future[T]":
        """Begin once what cairn does beside it has stopped: a copy made meanwhile would outlive what is to go."""

        async def rest_first() -> T:
            await self.beside(self.rest)
            return await begin()

        return asyncio.ensure_future(rest_first())

    def hear(self, asked: "asyncio.Future[T]", then: Callable[[T], object]) -> None:
        """Go on with an answer when it has come; a refusal is said."""
        self.screen.hear(asked, then, lambda problem: self.say(sentence_of(problem)))

    def changed(self, sentence: str) -> None:
        """Say what was done, and everywhere that something was."""
        self.announce()
        self.say(sentence)


def said_plainly(work: Callable[[], T]) -> T:
    """Do it; whatever the system says of a disk is `NoRoom`.

    Raises:
        NoRoom: the disk did not take it.
    """
    try:
        return work()
    except OSError as problem:
        raise NoRoom(hint="") from problem


def unlocked_of(journal: "OpenJournal") -> "Unlocked":
    """What opened the journal.

    Raises:
        CairnError: nothing did that could be used again.
    """
    if journal.unlocked is None:
        raise CairnError
    return journal.unlocked

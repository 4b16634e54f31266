"""A conversation without a terminal: answers from a list, what is said in another, and a passphrase on request."""

from collections.abc import Iterable

from journal.clock import Clock
from journal.errors import BadInput
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import PASSPHRASE
from tui.plain.conversation import Conversation, EndOfInput, Leave, Leaving
from tui.plain.registry import stay
from tui.plain.support import support_lines
from tui.plain.visit import Door, Visit


class Typed:
    """A keyboard whose answers are known before; after the last one there is nobody."""

    was_cut = False

    def __init__(self, *answers: str) -> None:
        self._answers = list(answers)

    def line(self) -> str:
        if not self._answers:
            raise EndOfInput
        return self._answers.pop(0)

    @property
    def left_over(self) -> list[str]:
        """What nothing has asked for."""
        return list(self._answers)


class Whispered:
    """Secrets typed at a terminal, one after the other, or one that came with the call."""

    def __init__(self, *secrets: str, source: str | None = None) -> None:
        self._secrets = list(secrets)
        self._source = source
        self.asked: list[str] = []

    def has_source(self) -> bool:
        return self._source is not None

    def from_source(self) -> str:
        if self._source is None:
            raise BadInput
        return self._source

    def ask(self, question: str) -> str:
        self.asked.append(question)
        if not self._secrets:
            raise EOFError
        return self._secrets.pop(0)


class Stage:
    """One conversation, and everything that was said in it."""

    def __init__(
        self, home: Home, clock: Clock, *answers: str, secrets: Whispered | None = None, is_typed: bool = False
    ) -> None:
        self.said: list[str] = []
        self.keyboard = Typed(*answers)
        self.secrets = secrets or Whispered(source=PASSPHRASE)
        self.talk = Conversation(
            self.keyboard, self.said.append, lambda topic: support_lines(home, topic), is_typed=is_typed
        )
        self.door = Door(self.talk, home, clock, self.secrets)

    @property
    def text(self) -> str:
        return "\n".join(self.said)


def visit(journal: OpenJournal, home: Home, clock: Clock, *answers: str) -> Stage:
    """Type these answers from the first list of an open journal; every one of them must have been asked for."""
    stage = Stage(home, clock, *answers)
    assert how_it_ends(stage, journal) is None
    assert stage.keyboard.left_over == []
    return stage


def how_it_ends(stage: Stage, journal: OpenJournal) -> Leaving | None:
    """How the person leaves; `None` where the answers end."""
    try:
        stay(Visit(stage.door, journal))
    except Leave as leaving:
        return leaving.how
    except EndOfInput:
        return None
    return None


def titles(lines: Iterable[str]) -> list[str]:
    """Lines without their numbers."""
    return [line.partition(" ")[2] for line in lines]

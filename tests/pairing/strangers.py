"""Somebody with a journal who has not met anybody yet."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from sync.carrying import find_invite, meet
from sync.exchange import Exchange
from sync.pairing import Pairing
from sync.records.meetings import Meetings
from sync.records.pairs import Pair, Pairs
from sync.sealing.meeting import Meeting

T = TypeVar("T")


@dataclass
class Person:
    """One of the people, at their own computer."""

    name: str
    journal: OpenJournal
    folder: Path

    @property
    def home(self) -> Home:
        """Where the journal is."""
        return Home(self.folder.parent / self.name)

    @property
    def via(self) -> str:
        return f"folder:{self.folder}"

    @property
    def pairing(self) -> Pairing:
        return Pairing(self.journal)

    @property
    def pair(self) -> Pair:
        (pair,) = Pairs(self.journal.connection).all()
        return pair

    @property
    def state(self) -> tuple[str, str | None]:
        """Where it stands, and why."""
        return self.pair.state.value, self.pair.why

    @property
    def meeting(self) -> Meeting | None:
        return Meetings(self.journal.connection).get(self.pair.partner, self.pair.role)

    def invite(self, hours: int = 24) -> str:
        """Twelve words, with the first message in the folder."""
        words = self.pairing.invite(self.via, my_name=self.name, called="a partner", hours=hours).words
        self.visit()
        return " ".join(words)

    def join(self, words: str, partner: str | None = None) -> None:
        found = asyncio.run(find_invite(self.pairing, words, self.via))
        self.pairing.join(found.code, found.first, self.via, my_name=self.name, called="a partner", partner=partner)

    def visit(self) -> list[str]:
        """Look in once; the problems there were."""
        report = asyncio.run(meet(_here, Exchange(self.journal)))
        return [problem.code for problem in report.problems]

    def say_match(self) -> None:
        """Say so of the words that are here."""
        self.pairing.say_match(self.pair.partner, self.pairing.words(self.pair.partner)[1])

    def own_file(self) -> Path:
        """What stands in one's own meeting slot."""
        meeting = self.meeting
        assert meeting is not None
        return self.folder / f"{meeting.keys.mine.slot.hex()}.cairn"


async def _here(deed: Callable[[], T]) -> T:
    return deed()

"""Two people with a real journal each, who have met: real files, real keys, real pages, and any place between them."""

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from journal.domain.goal import Goal
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from sync.carrying import Report, meet
from sync.consent.sharing import Sharing, Yes
from sync.consent.words import Words
from sync.exchange import Exchange
from sync.pairing import Pairing
from sync.protocol.content import Content, read_content
from sync.protocol.standing import Standing
from sync.records.consents import Consent
from sync.records.pairs import Pair, Pairs
from sync.sealing.invite_words import read_words
from sync.sealing.meeting_keys import Role, meeting_keys
from sync.transports.folder import Folder
from sync.transports.slot import Slots
from tests.conftest import PASSPHRASE, FixedClock

T = TypeVar("T")
NAMES = ("ana", "sam")
FOLDER = "both"
YES = Yes("I choose to share this.", 1, "en", "y")
TITLE = ("title",)


@dataclass
class Side:
    """One of the two, at their own computer."""

    home: Home
    journal: OpenJournal
    clock: FixedClock
    place: Slots

    @property
    def partner(self) -> str:
        return self.pair.partner

    @property
    def pair(self) -> Pair:
        (pair,) = Pairs(self.journal.connection).all()
        return pair

    @property
    def standing(self) -> Standing:
        """Of a pair that goes on."""
        found = Pairs(self.journal.connection).standing(self.partner)
        assert found is not None
        return found

    @property
    def view(self) -> Content:
        """What this one is shown of the other now; nothing where nothing is."""
        return read_content(self.pair.view) if self.pair.view else Content()

    @property
    def titles(self) -> list[str | None]:
        return [goal.title for goal in self.view.goals]

    @property
    def letters(self) -> list[str]:
        """Words that came, the first ones first."""
        return [letter.text for letter in reversed(Words(self.journal).received())]

    def visit(self) -> Report:
        """Look in, once."""
        return asyncio.run(meet(_here, Exchange(self.journal), slots=lambda _: self.place))

    def codes(self) -> list[str]:
        """Look in; the problems there were."""
        return [problem.code for problem in self.visit().problems]

    def share(self, title: str) -> Consent:
        """The title of a new goal."""
        return self.share_goal(self.journal.add_goal(title))

    def share_goal(self, goal: Goal, days: int = 90) -> Consent:
        sharing = Sharing(self.journal)
        return sharing.say_yes(sharing.offer(self.partner, goal.id, TITLE, days), YES)

    def encourage(self, text: str) -> None:
        Words(self.journal).encourage(self.partner, text)

    def open_again(self) -> None:
        """As after the process was gone."""
        self.journal.close()
        self.journal = open_journal(self.home, PASSPHRASE, self.clock)


@dataclass
class Two:
    """Ana invited Sam, the words matched, and neither has shared anything yet."""

    ana: Side
    sam: Side

    @property
    def sides(self) -> tuple[Side, Side]:
        return self.ana, self.sam

    def visit_in_turn(self, rounds: int = 3) -> None:
        """Both look in, honestly, as often as anything needs."""
        for _ in range(rounds):
            for side in self.sides:
                assert side.visit().problems == []

    def close(self) -> None:
        for side in self.sides:
            side.journal.close()


async def _here(deed: Callable[[], T]) -> T:
    return deed()


def opened(around: Path, place: Slots | None = None, clock: FixedClock | None = None) -> Two:
    """Both journals of a place that `let_meet` filled, or of a copy of it."""
    sides = []
    for name in NAMES:
        home, own = Home(around / name), clock or FixedClock()
        sides.append(Side(home, open_journal(home, PASSPHRASE, own), own, place or Folder(around / FOLDER)))
    return Two(*sides)


def let_meet(template: Home, around: Path) -> None:
    """Make two homes and a folder, and let the two meet there."""
    (around / FOLDER).mkdir(parents=True)
    for name in NAMES:
        shutil.copytree(template.root, around / name)
    two, via = opened(around), f"folder:{around / FOLDER}"
    ana, sam = two.sides
    invited = Pairing(ana.journal).invite(via, my_name="Ana", called="Sam")
    ana.visit()
    code = read_words(" ".join(invited.words))
    (first,) = asyncio.run(ana.place.read(meeting_keys(code, Role.JOINER).theirs)).candidates
    Pairing(sam.journal).join(code, first, via, my_name="Sam", called="Ana")
    for side in (sam, ana, sam, ana):
        side.visit()
    assert ana.pair.words == sam.pair.words
    for side in two.sides:
        Pairing(side.journal).say_match(side.partner, Pairing(side.journal).words(side.partner)[1])
    two.visit_in_turn()
    assert [side.pair.state.value for side in two.sides] == ["active", "active"]
    two.close()

"""A facilitator who holds a group, and members who have joined it: real journals, a real folder, one clock."""

import asyncio
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from journal.paths import Home
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import create_journal, open_journal
from journal.vault.key_slots import FLOOR
from sync.carrying import find_invite, meet
from sync.consent.groups import Groups, Received
from sync.consent.sharing import Sharing, Yes
from sync.consent.summaries import Summaries
from sync.exchange import Exchange
from sync.pairing import Pairing
from sync.records.consents import Consent
from sync.records.pairs import Pair, Pairs
from tests.conftest import PASSPHRASE, FixedClock

T = TypeVar("T")

GROUP = "Tuesday group"
LIMITS = "If somebody is in danger I tell our manager, and you first."
CARD = {"name": "Kim", "limits_of_confidentiality": LIMITS, "reads_on": "Mondays", "i_do": "Hold the space."}
MEMBERS = ("ana", "sam")
YES = Yes("the exact words that were shown", 1, "en", "yes")


async def _here(deed: Callable[[], T]) -> T:
    return deed()


@dataclass
class Somebody:
    """One of them, at their own computer."""

    name: str
    journal: OpenJournal
    home: Home

    def visit(self) -> list[str]:
        """Look in once; the codes of problems."""
        report = asyncio.run(meet(_here, Exchange(self.journal)))
        return [problem.code for problem in report.problems]


@dataclass
class Member(Somebody):
    """Somebody in the group."""

    @property
    def facilitator(self) -> str:
        """The facilitator's id here."""
        return self.pair.partner

    @property
    def pair(self) -> Pair:
        (pair,) = Pairs(self.journal.connection).all()
        return pair

    @property
    def summaries(self) -> Summaries:
        return Summaries(self.journal)

    @property
    def sharing(self) -> Sharing:
        return Sharing(self.journal)

    def read_card(self, facilitator: str | None = None) -> None:
        """Be shown the role card as it is now."""
        partner = facilitator or self.facilitator
        self.summaries.note_shown(partner, self.summaries.facilitator(partner).role_card)

    def share(self, parts: Mapping[str, object], days: int | None = None) -> Consent:
        """Write these parts, look at the role card, say yes."""
        self.summaries.write(self.facilitator, parts)
        self.read_card()
        return self.summaries.say_yes(self.summaries.offer(self.facilitator, days), YES)


@dataclass
class Held:
    """The group."""

    kim: Somebody
    members: dict[str, Member]
    folder: Path
    clock: FixedClock = field(default_factory=FixedClock)

    @property
    def via(self) -> str:
        return f"folder:{self.folder}"

    @property
    def groups(self) -> Groups:
        return Groups(self.kim.journal)

    @property
    def ana(self) -> Member:
        return self.members["ana"]

    @property
    def sam(self) -> Member:
        return self.members["sam"]

    def visit(self, rounds: int = 3) -> None:
        """Everybody looks in, in turn."""
        for _ in range(rounds):
            for each in (self.kim, *self.members.values()):
                assert each.visit() == []

    def days_later(self, days: float) -> None:
        self.clock.set(self.clock.now() + timedelta(days=days))

    def seen(self) -> dict[str | None, Received]:
        """What the facilitator sees now, by name."""
        return {each.name: each for each in self.groups.summaries()}

    def id_of(self, member: Member) -> str:
        """The id by which the facilitator knows a member: both derive the same place."""
        mine = member.pair.keys.mine.slot
        pairs = Pairs(self.kim.journal.connection).all()
        return next(pair.partner for pair in pairs if pair.root and pair.keys.theirs.slot == mine)

    def close(self) -> None:
        for each in (self.kim, *self.members.values()):
            each.journal.close()


def facilitators_home(place: Path, clock: FixedClock) -> Home:
    """A home as `init --facilitator` makes one."""
    home = Home(place)
    create_journal(home, PASSPHRASE, clock, FLOOR, is_facilitators=True)
    return home


def join(kim: Somebody, member: Somebody, group: str, via: str, rounds: int = 4) -> str:
    """Let somebody join a group, words compared on both sides; the id they have at the facilitator's."""
    invited = Pairing(kim.journal).invite(via, my_name=None, called=group, group=group)
    kim.visit()
    pairing = Pairing(member.journal)
    found = asyncio.run(find_invite(pairing, " ".join(invited.words), via))
    facilitator = pairing.join(found.code, found.first, via, my_name=member.name.title(), called="Facilitator")
    for _ in range(rounds):
        for each in (member, kim):
            assert each.visit() == []
    for each, other in ((kim, invited.partner), (member, facilitator)):
        words = Pairing(each.journal).words(other)[1]
        assert len(words) == 4
        Pairing(each.journal).say_match(other, words)
    for _ in range(rounds):
        for each in (member, kim):
            assert each.visit() == []
    return invited.partner


def let_join(template_home: Home, around: Path) -> None:
    """Make the homes of a facilitator and of members who have joined, in a folder of their own."""
    around.mkdir()
    (around / "both").mkdir()
    clock = FixedClock()
    facilitators_home(around / "kim", clock)
    for name in MEMBERS:
        shutil.copytree(template_home.root, around / name)
    held = opened(around, clock)
    held.groups.write_role_card(CARD)
    held.groups.create(GROUP, held.via)
    for member in held.members.values():
        join(held.kim, member, GROUP, held.via)
    held.close()


def opened(around: Path, clock: FixedClock | None = None) -> Held:
    """All of them, open."""
    clock = clock or FixedClock()

    def at_home(name: str) -> tuple[str, OpenJournal, Home]:
        home = Home(around / name)
        return name, open_journal(home, PASSPHRASE, clock), home

    members = {name: Member(*at_home(name)) for name in MEMBERS}
    held = Held(Somebody(*at_home("kim")), members, around / "both", clock)
    for each in (held.kim, *members.values()):
        # It may be a copy of where they met.
        with transaction(each.journal.connection):
            pairs = Pairs(each.journal.connection)
            for pair in pairs.all():
                pairs.put(replace(pair, via=held.via))
    return held

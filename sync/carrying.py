"""The event loop's side of meeting the partners: bytes between the store thread and a place that both can see."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from journal.errors import NotFound
from journal.use_cases.open_journal import OpenJournal
from sync.errors import NotReached, Unreadable
from sync.exchange import Errand, Exchange, Writing
from sync.pairing import Pairing
from sync.protocol.invitation import Invitation
from sync.sealing.invite_words import read_words
from sync.sealing.meeting_keys import Role, meeting_keys
from sync.transports.folder import LOOK_EVERY_S
from sync.transports.slot import Slots
from sync.transports.via import slots_at

T = TypeVar("T")
MEET_EVERY_S = LOOK_EVERY_S
"""While somebody watches, or the screen is open."""
_ROUNDS = 4
"""What one look brings can lead to more at once: a message of a meeting, then the first page."""


@dataclass(frozen=True, slots=True, repr=False)
class Found:
    """An invite that stands where its words say."""

    code: bytes
    via: str
    first: bytes
    """Its message, as it travels."""
    invitation: Invitation


class OnStore(Protocol):
    """Does something on the thread that owns the open journal, and waits for it."""

    async def __call__(self, deed: Callable[[], T], /) -> T:
        """What the deed gives, or raises."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that kept a meeting from going as it should."""

    partner: str
    code: str


@dataclass(slots=True)
class Report:
    """What one round brought."""

    sent: int = 0
    received: int = 0
    problems: list[Problem] = field(default_factory=list)

    def tell(self, problem: Problem) -> None:
        """Once, however often it was met."""
        if problem not in self.problems:
            self.problems.append(problem)


async def check_place(via: str) -> None:
    """See that a place can be used.

    Raises:
        BadInput: it is none. NotReached: it is not there, or cannot be written to.
    """
    await slots_at(via).check()


async def find_invite(pairing: Pairing, typed: str, via: str) -> Found:
    """The invite of these words. Nothing is joined.

    Args:
        pairing: of the open journal.
        typed: twelve words.
        via: where both will meet.

    Raises:
        InviteWords: these are no words of an invite. NotFound: there is none of them in that place.
        TooOld: its time is over. NotReached: the place is not there. BadInput: it is none.
    """
    code = read_words(typed)
    held = await slots_at(via).read(meeting_keys(code, Role.JOINER).theirs)
    for first in held.candidates:
        with suppress(Unreadable):
            return Found(code, via, first, pairing.look(code, first))
    raise NotFound(
        "There is no invite of these words in that place.",
        hint="Check the words and the place. The other one's cairn may have to reach it first.",
    )


async def meet(
    run: OnStore,
    exchange: Exchange,
    partner: str | None = None,
    slots: Callable[[str], Slots] = slots_at,
) -> Report:
    """Look at every partner's slot, or at one's, and carry what has to go.

    Args:
        run: does something on the thread that owns the journal.
        exchange: of the open journal.
        partner: a partner's id; all of them where left out.
        slots: the way to a place.
    """
    report = Report()
    for _ in range(_ROUNDS):
        errands = await run(lambda: exchange.gather(partner))
        if not any([await _run_errand(run, exchange, errand, slots, report) for errand in errands]):
            break
    return report


def meet_and_wait(journal: OpenJournal, partner: str | None = None) -> Report:
    """One round, for whoever has one thread and waits. `partner`: a partner's id; all of them where left out."""
    return asyncio.run(meet(_here, Exchange(journal), partner))


async def _here(deed: Callable[[], T]) -> T:
    return deed()


async def _run_errand(
    run: OnStore,
    exchange: Exchange,
    errand: Errand,
    slots: Callable[[str], Slots],
    report: Report,
) -> bool:
    """Whether to look again at once."""
    stands = True
    try:
        place = slots(errand.via)
        theirs, mine = await place.read(errand.theirs), await place.read(errand.mine)
        settled = await run(lambda: exchange.settle(errand, theirs, mine))
        if settled.problem is not None:
            report.tell(Problem(errand.partner, settled.problem))
        report.received += settled.brought
        if (writing := settled.writing) is not None:
            await _carry(place, errand, writing)
            stands = await run(lambda: exchange.note_carried(errand, writing))
            report.sent += 1
    except NotReached as problem:
        report.tell(Problem(errand.partner, problem.code))
        return False
    return settled.brought or not stands


async def _carry(place: Slots, errand: Errand, writing: Writing) -> None:
    if writing.wire is not None:
        await place.write(errand.mine, writing.wire)
        return
    await place.delete(errand.mine)
    await place.delete(errand.theirs)

"""The event loop's side of meeting the partners: bytes between the store thread and a place that both can see."""

import asyncio
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from journal.errors import AlreadyThere, BadInput, NotFound
from journal.use_cases.open_journal import OpenJournal
from sync.errors import BrokenOff, NotAsked, NotReached, Unreadable, WrittenByOther
from sync.exchange import Errand, Exchange, Writing
from sync.pairing import Pairing
from sync.protocol.invitation import Invitation
from sync.sealing.invite_words import read_words
from sync.sealing.meeting_keys import Place, Role, meeting_keys
from sync.transports.folder import LOOK_EVERY_S
from sync.transports.patience import forget_all
from sync.transports.relay_address import with_token
from sync.transports.slot import Slots
from sync.transports.via import is_relay, proxy_on_the_way, slots_at

T = TypeVar("T")
MEET_EVERY_S = LOOK_EVERY_S
"""While somebody watches, or the screen is open."""
WAIT_AT_RELAY_S = 25.0
"""The same where a relay tells when something comes."""
NEWS_NO_SOONER_S = 2.0
"""A relay that always says that something came is not met again and again without a pause."""
NOT_MET = "not-met"
"""The code of whatever else kept one partner from being met."""
_OF_ONE_PARTNER = (AlreadyThere, BadInput, BrokenOff, NotAsked, NotFound, Unreadable, WrittenByOther)
"""Of the journal itself are all others, and they end the round: it is locked, full, closed, or another one."""
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


@dataclass(frozen=True, slots=True, repr=False)
class Watched:
    """A partner's slot at a relay as it was when it was read last."""

    via: str
    place: Place
    version: str


@dataclass(slots=True)
class Report:
    """What one round brought."""

    sent: int = 0
    received: int = 0
    problems: list[Problem] = field(default_factory=list)
    watched: dict[bytes, Watched] = field(default_factory=dict)
    """By slot: where something can be waited for."""
    looks_again: bool = False
    """Whether somebody was met in a folder, which tells nothing."""

    def tell(self, problem: Problem) -> None:
        """Once, however often it was met."""
        if problem not in self.problems:
            self.problems.append(problem)


async def check_place(via: str) -> None:
    """See that a place can be used.

    Raises:
        BadInput: it is none. NotReached: it is not there, or cannot be written to.
    """
    await (await _reached(via)).check()


def place_with(via: str, token: str) -> str:
    """The same place with what a relay may ask for to make room; a folder, or a relay with a token, as it is."""
    return with_token(via, token)


async def proxy_to(via: str) -> str | None:
    """The proxy that this computer names for the way to a place, to be shown before anything is sent; else `None`.

    Raises:
        BadInput: it is no place.
    """
    return await asyncio.to_thread(proxy_on_the_way, via)


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
    # Whoever only looks has no slot made at a relay.
    place = await _reached(via, lambda there: slots_at(there, makes=False))
    held = await place.read(meeting_keys(code, Role.JOINER).theirs)
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

    Raises:
        CairnError: the journal cannot be worked with now. What is in the way of one partner is in the report.
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


async def wait_for_news(watched: Sequence[Watched], seconds: float, slots: Callable[[str], Slots] = slots_at) -> None:
    """Wait until something comes to one of these slots, or for that time.

    What is in the way is not told here: the next meeting finds it too.
    """
    began = time.monotonic()
    waits = [asyncio.ensure_future(_news_at(each, seconds, slots)) for each in watched]
    try:
        if waits:
            await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
        least = min(seconds, NEWS_NO_SOONER_S) if waits else seconds
        await asyncio.sleep(max(0.0, began + least - time.monotonic()))  # an interval: no folder tells of a change
    finally:
        for wait in waits:
            wait.cancel()
        await asyncio.gather(*waits, return_exceptions=True)


def wait_here(report: Report, folder_s: float, relay_s: float = WAIT_AT_RELAY_S) -> None:
    """The same after a round, for whoever has one thread.

    Args:
        report: of that round.
        folder_s: how long where there is a folder to look at again.
        relay_s: how long where there are relays alone.
    """
    watched = list(report.watched.values())
    seconds = relay_s if watched and not report.looks_again else min(folder_s, relay_s)
    if watched:
        asyncio.run(wait_for_news(watched, seconds))
    else:
        time.sleep(seconds)  # there is nothing to wait for: no folder tells of a change, so it is looked at again


def meet_again_at_once() -> None:
    """The person wants it now: relays that did not answer are asked again, whenever they were asked last."""
    forget_all()


async def _news_at(watched: Watched, seconds: float, slots: Callable[[str], Slots]) -> None:
    with suppress(NotReached):
        await (await _reached(watched.via, slots)).wait(watched.place, watched.version, seconds)
        return
    await asyncio.sleep(seconds)  # the whole time: a place that is not reached has no news


async def _reached(via: str, slots: Callable[[str], Slots] = slots_at) -> Slots:
    """The way to a place. What reaches a relay is loaded in a thread of its own, once."""
    return await asyncio.to_thread(slots, via) if is_relay(via) else slots(via)


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
        place = await _reached(errand.via, slots)
        theirs, mine = await place.read(errand.theirs), await place.read(errand.mine)
        if is_relay(errand.via):
            report.watched[errand.theirs.slot] = Watched(errand.via, errand.theirs, theirs.version)
        else:
            report.looks_again = True
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
        await run(lambda: exchange.note_not_reached(errand))
        return False
    except _OF_ONE_PARTNER:
        report.tell(Problem(errand.partner, NOT_MET))
        return False
    return settled.brought or not stands


async def _carry(place: Slots, errand: Errand, writing: Writing) -> None:
    if writing.wire is not None:
        await place.write(errand.mine, writing.wire)
        return
    await place.delete(errand.mine)
    await place.delete(errand.theirs)

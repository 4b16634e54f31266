"""The demo journal with a partner who is there by more than a name: they have met, and one goal is shared."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from journal.clock import Clock
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from sync.carrying import find_invite, meet
from sync.consent.sharing import Sharing, Yes
from sync.consent.words import Words
from sync.exchange import Exchange
from sync.pairing import Pairing
from tests.conftest import PASSPHRASE
from tui.wording.demo import PASSPHRASE as PASSPHRASE_OF_DEMO

T = TypeVar("T")
YES = Yes("I choose to share this.", 1, "en", "y")


def let_them_meet(demo: Home, other: Home, clock: Clock, folder: Path, name: str) -> None:
    """The demo's partner of this name, met through a folder; the first goal is shared and has other words since."""
    folder.mkdir()
    ours, theirs = open_journal(demo, PASSPHRASE_OF_DEMO, clock), open_journal(other, PASSPHRASE, clock)
    try:
        partner = ours.partner(name).id
        asyncio.run(meet_each_other(ours, theirs, partner, f"folder:{folder}"))
        goal = ours.goals()[0]
        sharing = Sharing(ours)
        sharing.say_yes(sharing.offer(partner, goal.id, ("title",)), YES)
        ours.change(goal.id, {"title": f"{goal.title}, some days"})
        (back,) = Sharing(theirs).connected()
        Words(theirs).encourage(back, "Well done.")
        for journal in (ours, theirs, ours):
            asyncio.run(meet(_here, Exchange(journal)))
    finally:
        ours.close()
        theirs.close()


async def meet_each_other(ours: OpenJournal, theirs: OpenJournal, partner: str, via: str) -> None:
    """From twelve words to both having said that the four are the same. `partner`: an id, at the one who invites."""
    invited = Pairing(ours).invite(via, my_name="Ana", called="Sam", partner=partner)
    await meet(_here, Exchange(ours))
    found = await find_invite(Pairing(theirs), " ".join(invited.words), via)
    back = Pairing(theirs).join(found.code, found.first, via, my_name="Sam", called="Ana")
    for journal in (theirs, ours, theirs, ours):
        await meet(_here, Exchange(journal))
    Pairing(ours).say_match(partner)
    Pairing(theirs).say_match(back)
    for journal in (theirs, ours, theirs, ours):
        await meet(_here, Exchange(journal))


async def _here(deed: Callable[[], T]) -> T:
    return deed()

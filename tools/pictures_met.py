"""The partners of the demo journal by more than a name, for the pictures: met in a folder, with goals shared both ways.

All of it is done by the deeds of a person, on two journals, at moments before the one that is drawn.
"""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar
from unittest.mock import patch

from journal.domain.goal import Goal
from journal.domain.shelves import AGREEMENT
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.preferences import Preferences
from sync.carrying import find_invite, meet
from sync.consent.sharing import Sharing, Yes
from sync.consent.words import Words
from sync.exchange import Exchange
from sync.pairing import Pairing
from sync.records.pairs import Pairs
from sync.sealing import invite_words
from tools import pictures_said as said
from tui.commands.demo_journal import ClockOfALife, make_empty_journal
from tui.wording.demo import PASSPHRASE
from tui.wording.demo_life.names import BICYCLES, FORM, GET_OUT
from tui.wording.sharing_lines import offer_shown
from tui.wording.together import LANGUAGE, STATEMENT_VERSION

T = TypeVar("T")

CODE = bytes(range(7, 119, 7))
"""The sixteen bytes of an invite as they are drawn here: twelve words that are the same in every picture."""


class Both:
    """The person of the demo journal, and one journal that stands for whoever they meet, by one clock."""

    def __init__(self, ours: OpenJournal, theirs: OpenJournal, clock: ClockOfALife, folder: Path) -> None:
        self.ours, self.theirs = ours, theirs
        self._clock = clock
        self._now = clock.now()
        self._folder = folder

    def on_the_day(self, days_ago: int, hour: int) -> None:
        """Set the clock; it never goes back."""
        self._clock.set((self._now - timedelta(days=days_ago)).replace(hour=hour))

    def in_turn(self) -> None:
        """Each looks in, until everything has arrived and is known to have."""
        for journal in (self.ours, self.theirs) * 2:
            asyncio.run(meet(_here, Exchange(journal)))

    def begin(self, name: str) -> tuple[str, str]:
        """From twelve words to four that can be compared; the id of either at the other."""
        partner = self.ours.partner(name).id
        back = asyncio.run(begin_to_meet(self.ours, self.theirs, partner, f"folder:{self._folder}"))
        return partner, back

    def connect(self, name: str) -> tuple[str, str]:
        """The same, and both have said that the words are the same."""
        partner, back = self.begin(name)
        Pairing(self.ours).say_match(partner, Pairing(self.ours).words(partner)[1])
        Pairing(self.theirs).say_match(back, Pairing(self.theirs).words(back)[1])
        self.in_turn()
        return partner, back

    def invite(self, name: str) -> None:
        """Twelve words that nobody has answered."""
        with patch.object(invite_words, "new_code", lambda: CODE):
            Pairing(self.ours).invite(
                f"folder:{self._folder}", my_name=said.ME, called=name, partner=self.ours.partner(name).id
            )

    def share(self, title: str, partner: str, *parts: str) -> None:
        """A yes to some parts of the goal with this title, with what a person sees before it."""
        share(self.ours, self._goal(title), partner, *parts)

    def say_more(self, title: str, part: str, words: str) -> str:
        """Other words of a goal; those there were."""
        goal = self._goal(title)
        self.ours.change(goal.id, {part: words})
        return str(getattr(goal, part))

    def shared_id(self, title: str) -> str:
        """The id of a goal that both know it by."""
        wanted = self._goal(title).id
        return next(one.shared for one in Sharing(self.ours).shares() if one.goal == wanted)

    def stop(self, title: str) -> None:
        """From now on it stays here."""
        wanted = self._goal(title).id
        Sharing(self.ours).stop(next(one.id for one in Sharing(self.ours).shares() if one.goal == wanted))

    def name_the_places(self) -> None:
        """As they are on the person's own computer, and the four words as they are drawn here."""
        pairs = Pairs(self.ours.connection)
        for pair in pairs.all():
            place = said.BETWEEN_US.format(name=self.ours.partner(pair.partner).partner_alias)
            pairs.put(replace(pair, via=f"folder:{place}", words=pair.words and said.FOUR_WORDS))

    def _goal(self, title: str) -> Goal:
        return next(goal for goal in self.ours.goals() if goal.title == title)


def let_them_meet(demo: Home, place: Path, now: datetime, zone: str) -> None:
    """One is connected, with goals, words and an agreement both ways; one has words to compare; one has not answered.

    Args:
        demo: the demo journal.
        place: an empty folder for the other journal, and for what both see.
        now: the moment that is drawn.
        zone: IANA name.
    """
    clock, other = ClockOfALife(now, zone), Home(place / "other")
    make_empty_journal(other, PASSPHRASE, clock, Preferences())
    (folder := place / "both").mkdir()
    ours, theirs = open_journal(demo, PASSPHRASE, clock), open_journal(other, PASSPHRASE, clock)
    try:
        connected, compares, invited = said.NAMES
        both = Both(ours, theirs, clock, folder)
        both.on_the_day(12, 18)
        _share_both_ways(both, *both.connect(connected))
        ours.add_thing("partner", {"partner_alias": compares, "kind": "informal"})
        both.begin(compares)
        both.on_the_day(0, 17)
        both.invite(invited)
        both.name_the_places()
    finally:
        ours.close()
        theirs.close()


def _share_both_ways(both: Both, partner: str, back: str) -> None:
    """What two people do in twelve days; the last day nobody has looked in yet."""
    mine, theirs = Words(both.ours), Words(both.theirs)
    both.share(FORM, partner, "title")
    agreed = both.ours.partner(partner)
    mine.say_agreement(partner, {part.name: getattr(agreed, part.name) for part in AGREEMENT if part.takes == "text"})
    theirs.say_agreement(back, said.THEIR_PART)
    both.in_turn()
    theirs.say_yes_to_theirs(back, theirs.their_pages()[0].agreement)
    both.on_the_day(9, 20)
    both.stop(FORM)
    support = both.say_more(BICYCLES, "how_id_like_support", said.SUPPORT_BEFORE)
    both.share(BICYCLES, partner, "title", "status", "how_id_like_support")
    both.in_turn()
    both.on_the_day(6, 9)
    goal = both.theirs.add_goal(said.THEIR_GOAL, values={"why_it_matters": said.THEIR_WHY})
    both.theirs.add_step(goal.id, said.THEIR_STEP)
    share(both.theirs, goal, back, "title", "why_it_matters", "next_step")
    about: str | None = both.shared_id(BICYCLES)
    for days_ago, (who, text) in zip((6, 5, 2), said.LETTERS, strict=True):
        both.on_the_day(days_ago, 20)
        words, whom = (mine, partner) if who == "mine" else (theirs, back)
        words.encourage(whom, text, about)
        both.in_turn()
        about = None if days_ago == 5 else about
    mine.keep(mine.received(partner)[-1])
    theirs.say_line(back, said.THEIR_LINE)
    mine.say_line(partner, said.MY_LINE)
    both.share(GET_OUT, partner, "title", "next_step")
    both.in_turn()
    both.on_the_day(1, 22)
    both.say_more(BICYCLES, "how_id_like_support", support)


def share(journal: OpenJournal, goal: Goal, partner: str, *parts: str) -> None:
    """Say yes to some parts of a goal, and to the words that stand before a yes."""
    sharing = Sharing(journal)
    offer = sharing.offer(partner, goal.id, parts)
    shown = "\n".join(offer_shown(offer, journal.partner(partner).partner_alias))
    sharing.say_yes(offer, Yes(shown, STATEMENT_VERSION, LANGUAGE, "y"))


async def meet_each_other(ours: OpenJournal, theirs: OpenJournal, partner: str, via: str) -> str:
    """From twelve words to both having said that the four are the same; the one who invites, at the other.

    Args:
        ours: the journal of who invites.
        theirs: the other one.
        partner: an id, at the one who invites.
        via: where both meet.
    """
    back = await begin_to_meet(ours, theirs, partner, via)
    Pairing(ours).say_match(partner, Pairing(ours).words(partner)[1])
    Pairing(theirs).say_match(back, Pairing(theirs).words(back)[1])
    for journal in (theirs, ours, theirs, ours):
        await meet(_here, Exchange(journal))
    return back


async def begin_to_meet(ours: OpenJournal, theirs: OpenJournal, partner: str, via: str) -> str:
    """The same, as far as the four words."""
    invited = Pairing(ours).invite(via, my_name=said.ME, called=said.ME, partner=partner)
    await meet(_here, Exchange(ours))
    found = await find_invite(Pairing(theirs), " ".join(invited.words), via)
    name = ours.partner(partner).partner_alias
    back = Pairing(theirs).join(found.code, found.first, via, my_name=name, called=said.ME)
    for journal in (theirs, ours, theirs, ours):
        await meet(_here, Exchange(journal))
    return back


async def _here(deed: Callable[[], T]) -> T:
    return deed()

"""A group for the pictures: its facilitator's home, and the demo journal of somebody who is in it.

All of it is done by the deeds of people, on journals of their own, at moments before the one that is drawn.
"""

import asyncio
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TypeVar

from journal.paths import Home
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import WORDS_CONFIRMED, create_journal, open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from journal.use_cases.snapshots import snapshot_if_due
from journal.use_cases.ways_in import PASSING_COST
from sync.carrying import find_invite, meet
from sync.consent.group_pages import goal_line
from sync.consent.groups import Groups
from sync.consent.sharing import Yes
from sync.consent.summaries import Summaries
from sync.exchange import Exchange
from sync.pairing import Pairing
from sync.records.pairs import Pairs
from tools import pictures_said as said
from tui.commands.demo_journal import ClockOfALife, make_empty_journal
from tui.wording.demo import PASSPHRASE
from tui.wording.summary import FACILITATOR, STATEMENT_VERSION, summary_offer_shown
from tui.wording.together import LANGUAGE

T = TypeVar("T")


def make_group(demo: Home, known: Preferences, place: Path, now: datetime, zone: str) -> None:
    """Make `facilitator` and `member` beside the demo journal: who holds the group, and who of it is at the screen.

    Args:
        demo: the demo journal; it is copied, and stays as it is.
        known: country and look.
        place: an empty folder for the other members, and for what all of them see.
        now: the moment that is drawn.
        zone: IANA name.
    """
    clock = ClockOfALife(now, zone)
    clock.set(now - timedelta(days=6))
    (folder := place / "both").mkdir()
    member = Home(demo.root.parent / "member")
    shutil.copytree(demo.root, member.root)
    holder = _facilitators(Home(demo.root.parent / "facilitator"), clock, known)
    group = Groups(holder)
    group.write_role_card(said.CARD)
    made = group.create(said.GROUP, f"folder:{folder}")
    group.agree(said.GROUP, said.AGREED)
    for name, words in said.PAGES:
        _share(holder, _other(place / name, clock), name, words, f"folder:{folder}")
    group.open_summary(said.PAGES[-1][0])
    group.write_note(said.GROUP, said.GROUP_NOTE)
    mine = open_journal(member, PASSPHRASE, clock)
    _write_mine(mine, _join(holder, mine, said.ME, f"folder:{folder}"))
    clock.set(now)
    holder.change(made.id, {"via": said.GROUP_PLACE})
    for journal in (holder, mine):
        _name_the_place(journal, f"folder:{folder}")
        if journal.unlocked is not None:
            snapshot_if_due(journal.unlocked, clock)
        journal.close()


def _facilitators(home: Home, clock: ClockOfALife, known: Preferences) -> OpenJournal:
    create_journal(home, PASSPHRASE, clock, PASSING_COST, is_facilitators=True)
    write_preferences(home, known)
    journal = open_journal(home, PASSPHRASE, clock)
    journal.choose(WORDS_CONFIRMED, "yes")
    return journal


def _other(place: Path, clock: ClockOfALife) -> OpenJournal:
    make_empty_journal(Home(place), PASSPHRASE, clock, Preferences())
    return open_journal(Home(place), PASSPHRASE, clock)


def _share(holder: OpenJournal, member: OpenJournal, name: str, words: dict[str, str], via: str) -> None:
    """One member joins, and says yes to a page."""
    try:
        facilitator = _join(holder, member, name, via)
        summaries = Summaries(member)
        summaries.write(facilitator, words)
        summaries.note_shown(facilitator, summaries.facilitator(facilitator).role_card)
        offer = summaries.offer(facilitator)
        shown = "\n".join(summary_offer_shown(offer, said.CARD["name"]))
        summaries.say_yes(offer, Yes(shown, STATEMENT_VERSION, LANGUAGE, "y"))
        _look_in(member, holder)
    finally:
        member.close()


def _write_mine(journal: OpenJournal, facilitator: str) -> None:
    """A page that is written, and not shared."""
    title, parts = said.ON_MY_PAGE
    goal = next(goal for goal in journal.goals() if goal.title == title)
    Summaries(journal).write(facilitator, {**said.MINE, "goals": [goal_line(goal.id, parts)]})


def _join(holder: OpenJournal, member: OpenJournal, name: str, via: str) -> str:
    """From twelve words to a role card; the facilitator, at the member's."""
    invited = Pairing(holder).invite(via, my_name=None, called=said.GROUP, group=said.GROUP)
    _look_in(holder)
    found = asyncio.run(find_invite(Pairing(member), " ".join(invited.words), via))
    facilitator = Pairing(member).join(found.code, found.first, via, my_name=name, called=FACILITATOR)
    _look_in(member, holder, member, holder)
    for journal, other in ((holder, invited.partner), (member, facilitator)):
        Pairing(journal).say_match(other, Pairing(journal).words(other)[1])
    _look_in(member, holder, member, holder)
    return facilitator


def _look_in(*journals: OpenJournal) -> None:
    for journal in journals:
        asyncio.run(meet(_here, Exchange(journal)))


def _name_the_place(journal: OpenJournal, via: str) -> None:
    """The folder of the drawing has another name each time."""
    pairs = Pairs(journal.connection)
    with transaction(journal.connection):
        for pair in pairs.all():
            if pair.via == via:
                pairs.put(replace(pair, via=said.GROUP_PLACE))


async def _here(deed: Callable[[], T]) -> T:
    return deed()

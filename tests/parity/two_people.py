"""Two people for deeds on sharing: one's own journal and Sam's, and the folder that both can see."""

import asyncio
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from sync.carrying import find_invite, meet_and_wait
from sync.consent.sharing import Sharing, Yes
from sync.consent.words import Words
from sync.pairing import Pairing
from sync.records.pairs import Pairs
from tests.conftest import PASSPHRASE
from tests.parity.deed import Place
from tests.parity.steps import Own

T = TypeVar("T")
NAME = Own("Sam", "their name")
FOLDER = "~/between"
TITLE, STEP, NEW_TITLE = "Get out most days", "ask Priya along", "Get out some days"
WHY = "the flat is quiet"
THEIRS, SAID = "Learn the one song", "Saving you the seat"
CALLED = "Partner"
_YES = Yes("as it was shown", 1, "en", "yes")


class Two:
    """The person's own journal, and Sam's beside it."""

    def __init__(self, at: Place, sam: OpenJournal) -> None:
        self.mine, self.sam = at.journal, sam
        self.between = at.home.root.parent / "between"
        self.between.mkdir(exist_ok=True)

    @property
    def via(self) -> str:
        return f"folder:{self.between}"

    @property
    def partner(self) -> str:
        """Sam, in one's own journal."""
        return Pairs(self.mine.connection).all()[0].partner

    @property
    def me(self) -> str:
        """Oneself, in Sam's."""
        return Pairs(self.sam.connection).all()[0].partner

    def carry(self) -> None:
        for journal in (self.mine, self.sam) * 2:
            meet_and_wait(journal)

    def sam_invites(self) -> str:
        made = Pairing(self.sam).invite(self.via, my_name=NAME.text, called=CALLED)
        meet_and_wait(self.sam)
        return " ".join(made.words)

    def join(self) -> None:
        pairing, words = Pairing(self.mine), self.sam_invites()
        found = asyncio.run(find_invite(pairing, words, self.via))
        pairing.join(found.code, found.first, self.via, my_name=None, called=CALLED)
        self.carry()

    def connect(self) -> None:
        self.join()
        self.compare()

    def compare(self) -> None:
        Pairing(self.mine).say_match(self.partner, Pairing(self.mine).words(self.partner)[1])
        Pairing(self.sam).say_match(self.me, Pairing(self.sam).words(self.me)[1])
        self.carry()

    def share(self) -> str:
        """One's own goal, its title and its next step; its id."""
        goal = has_goal(self.mine)
        sharing = Sharing(self.mine)
        sharing.say_yes(sharing.offer(self.partner, goal, ("title", "next_step")), _YES)
        self.carry()
        return goal

    def sam_shares(self) -> None:
        sharing, goal = Sharing(self.sam), self.sam.add_goal(THEIRS)
        sharing.say_yes(sharing.offer(self.me, goal.id, ("title",)), _YES)
        Words(self.sam).encourage(self.me, SAID)
        Words(self.sam).agree(self.me, {"why_we_meet": "to walk"})


def has_goal(journal: OpenJournal) -> str:
    goal = journal.add_goal(TITLE, values={"why_it_matters": WHY})
    journal.add_step(goal.id, STEP)
    return goal.id


def two(deed: Callable[[Two], Mapping[str, str]]) -> Callable[[Place], Mapping[str, str]]:
    """A preparation with both journals open; Sam's is closed after it."""

    def prepare(at: Place) -> Mapping[str, str]:
        root: Path = at.home.root.parent / "sam" / "home"
        shutil.copytree(at.home.root, root)
        sam = open_journal(Home(root), PASSPHRASE, at.clock)
        try:
            return {"between": FOLDER, **deed(Two(at, sam))}
        finally:
            sam.close()

    return prepare

"""What the tests of meeting share: somebody at another computer, and the folder that both can see."""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from sync.carrying import find_invite, meet
from sync.exchange import Exchange
from sync.pairing import Pairing
from sync.records.pairs import Pair, Pairs
from tests.conftest import FixedClock
from tests.screens.peers_stage import on, press, to_peers
from tests.screens.stage import Actor, elsewhere, picture, until, until_shown, write
from tui.app import CairnApp
from tui.screens.meeting_compare import MeetingCompare
from tui.screens.meeting_invite import MeetingInvite
from tui.screens.meeting_join import MeetingJoin
from tui.screens.partner import PartnerScreen
from tui.screens.peers import Peers

__all__ = ["Other", "brisk", "folder", "other"]

T = TypeVar("T")


class Other:
    """Somebody with a journal of their own, who meets in the same folder. What they do is done at once."""

    def __init__(self, home: Home, clock: FixedClock, folder: Path) -> None:
        self.home, self.clock, self.folder = home, clock, folder

    @property
    def via(self) -> str:
        return f"folder:{self.folder}"

    def do(self, deed: Callable[[OpenJournal], T]) -> T:
        with elsewhere(self.home, self.clock) as journal:
            return deed(journal)

    def pair(self) -> Pair:
        return self.do(lambda journal: Pairs(journal.connection).all()[-1])

    async def look(self) -> None:
        """Meet in the folder, once."""
        with elsewhere(self.home, self.clock) as journal:
            await meet(_here, Exchange(journal))

    async def invite(self, name: str = "Sam") -> str:
        made = self.do(lambda journal: Pairing(journal).invite(self.via, my_name=name, called="Partner"))
        await self.look()
        return " ".join(made.words)

    async def join(self, typed: str, name: str = "Sam") -> None:
        with elsewhere(self.home, self.clock) as journal:
            found = await find_invite(Pairing(journal), typed, self.via)
            Pairing(journal).join(found.code, found.first, self.via, my_name=name, called="Partner")
        await self.look()

    def say_match(self) -> None:
        partner = self.pair().partner
        self.do(lambda journal: Pairing(journal).say_match(partner, Pairing(journal).words(partner)[1]))

    def say_end(self) -> None:
        partner = self.pair().partner
        self.do(lambda journal: Pairing(journal).end(partner))


async def _here(deed: Callable[[], T]) -> T:
    return deed()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "both see").mkdir()
    return tmp_path / "both see"


@pytest.fixture
def other(template_home: Home, tmp_path: Path, clock: FixedClock, folder: Path) -> Other:
    shutil.copytree(template_home.root, tmp_path / "other")
    return Other(Home(tmp_path / "other"), clock, folder)


@pytest.fixture
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """The app looks at once, and again and again."""
    monkeypatch.setattr(CairnApp, "MEET_FIRST_AFTER_S", 0.05)
    monkeypatch.setattr(CairnApp, "MEET_EVERY_S", 0.05)


def pair_of(home: Home, clock: FixedClock) -> Pair:
    """How one stands, here, with the only partner there is."""
    with elsewhere(home, clock) as journal:
        (pair,) = Pairs(journal.connection).all()
    return pair


async def until_after(pilot: Actor, other: Other, is_so: Callable[[], bool]) -> None:
    """Let both look, in turn, until something is so."""
    for _ in range(40):
        await other.look()
        for _ in range(8):
            await pilot.pause(0.02)
            if is_so():
                return
    raise AssertionError(f"it never came about; the screen shows:\n{picture(pilot.app.screen)}")


def flowing(pilot: Actor) -> str:
    """What the screen shows as one line: sentences are wrapped."""
    return " ".join(picture(pilot.app.screen).split())


async def until_said(pilot: Actor, words: str) -> None:
    await until(pilot, lambda: words in flowing(pilot))


async def to_invite(pilot: Actor, folder: Path) -> str:
    """From Peers, by keys, to twelve words."""
    await press(pilot, "i", MeetingInvite, "A folder that both of you can see")
    await write(pilot, str(folder))
    await pilot.press("enter")
    await write(pilot, "Ana")
    await pilot.press("enter", "enter")
    await until_shown(pilot, "Twelve words for one person, once")
    screen = pilot.app.screen
    assert isinstance(screen, MeetingInvite)
    assert screen._made is not None
    return " ".join(screen._made.words)


async def to_join(pilot: Actor, folder: Path, typed: str) -> None:
    """From Peers, by keys, to what the words are an invite to, or to why they are none."""
    await press(pilot, "t", MeetingJoin, "The twelve words")
    await write(pilot, str(folder))
    await pilot.press("enter")
    await write(pilot, typed)
    await pilot.press("enter")


async def join_with(pilot: Actor, folder: Path, typed: str) -> None:
    await to_join(pilot, folder, typed)
    await until_said(pilot, "This is an invite from a peer partner.")
    await write(pilot, "Ana")
    await press(pilot, "enter", PartnerScreen)


async def paired(pilot: Actor, other: Other) -> None:
    """Both have said that the words match, and are connected; Peers is in front."""
    await to_peers(pilot)
    words = await to_invite(pilot, other.folder)
    # Whole: what is still being written stands beside it under another name.
    await until(pilot, lambda: any(other.folder.glob("*.cairn")))
    await other.join(words)
    await until_after(pilot, other, lambda: "They have answered." in picture(pilot.app.screen))
    await press(pilot, "enter", MeetingCompare, "They match")
    await pilot.press("up", "up", "enter")
    await on(pilot, Peers)
    await until_after(pilot, other, lambda: other.pair().words is not None)
    other.say_match()
    await until_after(pilot, other, lambda: "connected" in picture(pilot.app.screen))
    await until_after(pilot, other, lambda: "Sam" in picture(pilot.app.screen))

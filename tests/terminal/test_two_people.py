"""Two people in two panes meet through a folder, share a goal in four keys, and a few words come back."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from journal.paths import Home
from tests.conftest import PASSPHRASE, Cairn
from tests.terminal.conftest import OpenTerminal
from tests.terminal.tmux import Terminal

TITLE, STEP = "Get out most days", "ask Priya along"
NUMBERED = re.compile(r"\b(\d+) +([a-z]+)")
FOUR = re.compile(r"^ *((?:[a-z]+ {2,}){3}[a-z]+) *$", re.MULTILINE)
Look = Callable[[], None]


@pytest.fixture
def sams(template_home: Home, tmp_path: Path) -> Home:
    """The other home on this computer."""
    shutil.copytree(template_home.root, tmp_path / "sam" / "home")
    return Home(tmp_path / "sam" / "home")


@pytest.fixture
def both(tmp_path: Path) -> Path:
    """The folder that both can see."""
    (tmp_path / "both").mkdir()
    return tmp_path / "both"


@pytest.fixture
def look(cairn: Cairn, home: Home, sams: Home) -> Look:
    """Both look in from another shell, as the screens do by themselves a little later."""

    def both_look() -> None:
        for one in (home, sams, home, sams):
            assert cairn("sync", at=one).returncode == 0

    return both_look


def to_peers(screen: Terminal) -> None:
    screen.wait_for("Passphrase:")
    screen.type(PASSPHRASE)
    screen.keys("Enter")
    screen.wait_for("How is your mood today")
    screen.keys("4")
    screen.wait_for("I invites, T joins")


def fill(screen: Terminal, words: str, shown: str) -> None:
    """Type words, and go on once their end can be seen."""
    screen.type(words)
    screen.wait_for(shown)
    screen.keys("Tab")


def invite(screen: Terminal, both: Path) -> str:
    """Ana makes twelve words, and reads them off her screen."""
    screen.keys("i")
    screen.wait_for("A folder that both of you can see")
    fill(screen, str(both), both.name)
    fill(screen, "Ana", "Ana")
    screen.keys("C-s")
    shown = screen.wait_for("An answer counts until")
    words = [word for _, word in sorted((int(number), word) for number, word in NUMBERED.findall(shown))]
    assert len(words) == 12
    return " ".join(words)


def join(screen: Terminal, both: Path, words: str) -> None:
    """Sam types them in, sees what they are an invite to, and joins."""
    screen.keys("t")
    screen.wait_for("The twelve words")
    fill(screen, str(both), both.name)
    screen.type(words)
    screen.wait_for(words.rsplit(maxsplit=1)[-1])
    screen.keys("Enter")
    screen.wait_for("This is an invite from a peer partner")
    screen.type("Sam")
    screen.wait_for("Sam")
    screen.keys("Enter")
    screen.wait_for("Your answer is on its way")


def four_words(screen: Terminal) -> list[str]:
    found = FOUR.findall(screen.wait_for("nobody stands between you"))
    assert len(found) == 1
    return str(found[0]).split()


def say_match(screen: Terminal) -> None:
    screen.keys("Up", "Up", "Enter")
    screen.wait_for("Thank you. Once both of you")


def test_two_people_meet_share_a_goal_in_four_keys_and_hear_from_each_other(
    terminal: OpenTerminal, cairn: Cairn, home: Home, sams: Home, both: Path, look: Look
) -> None:
    """Show at the end, 5."""
    goal = json.loads(cairn("goal", "add", "-", "--json", words=TITLE).stdout)["id"]
    assert cairn("goal", "step", "add", goal, "-", words=STEP).returncode == 0
    ana, sam = terminal(), terminal(at=sams)
    for screen in (ana, sam):
        to_peers(screen)

    join(sam, both, invite(ana, both))
    look()
    ana.wait_for("They have answered")
    ana.keys("Enter")
    sam.wait_for("O shows the four words")
    sam.keys("o")
    assert four_words(ana) == four_words(sam)

    for screen in (ana, sam):
        say_match(screen)
    look()
    ana.wait_for("Sam  connected")
    sam.wait_for("connected")

    ana.keys("3")
    ana.wait_for(TITLE)
    ana.keys("Enter")
    ana.wait_for(STEP)
    ana.keys("s")
    ana.wait_for("Share with Sam")
    ana.keys("2")
    shown = ana.wait_for("I choose to share this")
    assert (TITLE in shown, f"Next: {STEP}" in shown) == (True, True)
    ana.keys("y")
    ana.wait_for("Shared until")
    look()
    sam.keys("Escape")
    sam.wait_for("Ana shares: Get out most days")

    encouraged = cairn("encourage", "--partner", "Ana", "-", words="well done you", at=sams)
    assert encouraged.returncode == 0
    look()
    ana.keys("4")
    ana.wait_for("well done you")

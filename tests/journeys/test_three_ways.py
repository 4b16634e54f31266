"""One journey in three ways: a goal with a step is brought to a session, and what comes next becomes a step of it.

Show at the end, 1: by keys in a real terminal, by plain lines with a pipe for a keyboard, and by commands alone;
the three journals hold equal rows.
"""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.paths import Home
from tests.conftest import Cairn, cairn_environment
from tests.journeys.rows import rows_of
from tests.terminal.tmux import CAIRN, Terminal

GOAL = "Get out most days"
STEP = "shoes by the door"
GAVE = "time, and the long way round"
NEXT = "ask Priya along"


@pytest.fixture
def three_homes(template_home: Home, tmp_path: Path) -> dict[str, Home]:
    """Three copies of one empty journal."""
    for name in ("screen", "plain", "commands"):
        shutil.copytree(template_home.root, tmp_path / name / "home")
    return {name: Home(tmp_path / name / "home") for name in ("screen", "plain", "commands")}


@pytest.fixture
def screen(three_homes: dict[str, Home]) -> Iterator[Terminal]:
    environment = cairn_environment(three_homes["screen"], TERM="xterm-256color")
    terminal = Terminal(CAIRN, environment)
    yield terminal
    terminal.close()


def by_keys(cairn: Terminal) -> None:
    cairn.wait_for("How is your mood today")
    cairn.keys("3")
    cairn.wait_for("What you would like to move towards will be here.")
    cairn.keys("n")
    cairn.wait_for("What would you like to move towards?")
    cairn.type(GOAL)
    cairn.keys("Enter")
    cairn.wait_for("One small next step?")
    cairn.type(STEP)
    cairn.keys("Enter")
    cairn.wait_for("Does that step feel doable?")
    cairn.keys("Enter")
    cairn.wait_for(f"[ ] {STEP}")
    cairn.keys("b")
    cairn.wait_for("Marked to bring to a session.")
    cairn.keys("Escape")
    cairn.wait_for("N new")
    cairn.keys("4")
    cairn.wait_for("My week")
    cairn.keys("f")
    assert GOAL in cairn.wait_for("Brought to this session")
    cairn.keys("Escape")
    cairn.wait_for("My week")
    cairn.keys("a")
    cairn.wait_for("What did you give?")
    cairn.type(GAVE)
    cairn.keys("Tab", "Tab", "Tab")
    cairn.type(NEXT)
    cairn.wait_for(NEXT)
    cairn.keys("C-s")
    cairn.wait_for("Would you like that as a step of a goal?")
    cairn.keys("Enter")
    cairn.wait_for("One small next step?")
    cairn.keys("Enter")
    cairn.wait_for("Does that step feel doable?")
    cairn.keys("Enter")
    cairn.wait_for("It is a step of that goal now.")
    cairn.keys("3")
    assert "[bring]" not in cairn.wait_for(GOAL)
    cairn.keys("Enter")
    cairn.wait_for(f"[ ] {NEXT}")
    cairn.keys("C-q")
    assert cairn.wait_for_code() == 0


ANSWERS = (
    "new goal", GOAL, STEP, "yes",
    "goals", GOAL, "bring", "back", "back",
    "before", "skip", "skip", "skip", "skip",
    "after", "skip", "skip", GAVE, ".", "skip", "skip", NEXT, ".", "skip", "no", "1", NEXT, "yes",
    "quit",
)  # fmt: skip


def by_plain_lines(cairn: Cairn, at: Home) -> None:
    done = cairn("--plain", words="\n".join(ANSWERS) + "\n", at=at)
    assert done.returncode == 0, done.stderr
    asked_before = done.stdout.partition("Before a session")[2].partition("After a session")[0]
    assert GOAL in asked_before


def by_commands(cairn: Cairn, at: Home) -> None:
    def ran(*arguments: str, words: str | None = None) -> dict[str, object]:
        done = cairn(*arguments, "--json", words=words, at=at)
        assert done.returncode == 0, done.stderr
        answer: dict[str, object] = json.loads(done.stdout)
        return answer

    goal = str(ran("goal", "add", "-", words=f"{GOAL}\n")["id"])
    ran("goal", "step", "add", goal, "-", words=STEP)
    ran("bring", goal)
    agenda = ran("session", "before")["agenda"]
    assert isinstance(agenda, list)
    assert [item["id"] for item in agenda] == [goal]
    ran("session", "after", "-", words=json.dumps({"gave": GAVE, "next": NEXT}))
    ran("goal", "step", "add", goal, "-", words=NEXT)
    assert ran("session", "before")["agenda"] == []


def test_three_ways_leave_equal_rows(screen: Terminal, cairn: Cairn, three_homes: dict[str, Home]) -> None:
    by_keys(screen)
    by_plain_lines(cairn, three_homes["plain"])
    by_commands(cairn, three_homes["commands"])

    by_hand, typed, scripted = (rows_of(three_homes[name]) for name in ("screen", "plain", "commands"))
    assert by_hand == typed
    assert typed == scripted
    assert [dict(row)["text"] for row in scripted["goal_step"]] == [NEXT, STEP]
    assert [dict(row)["bring"] for row in scripted["item"]] == [0, 0]
    assert len(scripted["item_goal"]) == len(scripted["peer_session"]) == 1
    assert scripted["draft"] == []

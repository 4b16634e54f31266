"""The tour: every part that is built really runs, nothing is asked, nothing stays."""

import json
import re
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from journal.domain.check_in import CheckIn
from journal.domain.entry import JournalEntry
from journal.domain.goal import Goal
from journal.domain.peer_session import PeerSession
from journal.domain.timeline import Filter, Item
from journal.paths import Home
from journal.use_cases.opening import open_journal
from journal.use_cases.preferences import Preferences
from sync.consent.sharing import Sharing
from sync.consent.words import Words
from tests.conftest import Cairn, FixedClock, cairn_environment
from tui.commands import tour
from tui.commands.tour import STEPS, Step, Walk, walk
from tui.wording import demo as words
from tui.wording import together

PARTS = [words.CHECK_IN, words.WRITE, words.GOAL, words.SESSION, words.SEARCH, words.LOOK_BACK, words.SHARE,
         words.STOP_SHARING]  # fmt: skip
"""In this order. Source: command line contract."""
LONGEST_S = 15.0
"""Source: command line contract."""


class _Nobody:
    """Standard input of which nothing may be wanted."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError("the tour turned to standard input")


@dataclass(frozen=True)
class Taken:
    """A whole tour in a folder that stays, so that it can be looked at."""

    place: Path
    code: int
    lines: list[str]

    def items(self, whose: str) -> list[Item]:
        journal = open_journal(Home(self.place / whose), words.PASSPHRASE, FixedClock())
        try:
            return journal.items(Filter(), 50)
        finally:
            journal.close()

    def told_by(self, command: str) -> list[str]:
        """What a command answered; of several with this beginning, the first."""
        begins = next(place for place, line in enumerate(self.lines) if line.strip().startswith(f"$ cairn {command}"))
        after = self.lines[begins + 1 :]
        ends = next(place for place, line in enumerate(after) if not line or "$ cairn" in line)
        return after[:ends]

    def all_told_by(self, begins: str) -> list[list[str]]:
        """What each command with this beginning answered, of either of the two."""
        told = []
        for place, line in enumerate(self.lines):
            if line.strip().startswith(begins):
                after = self.lines[place + 1 :]
                told.append(after[: next(at for at, one in enumerate(after) if not one or "$ cairn" in one)])
        return told

    def told_until_the_next_step(self, command: str) -> list[str]:
        """What a command answered where it answers in paragraphs: all until the next step of the tour."""
        begins = self.lines.index(f"   $ cairn {command}")
        after = self.lines[begins + 1 :]
        return after[: next(place for place, line in enumerate(after) if re.match(r"\d+\. ", line))]


def take(place: Path) -> Taken:
    lines: list[str] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys, "stdin", _Nobody())
        return Taken(place, walk(place, FixedClock(), Preferences(), lines.append), lines)


@pytest.fixture(scope="module")
def taken(tmp_path_factory: pytest.TempPathFactory) -> Taken:
    return take(tmp_path_factory.mktemp("tour"))


def test_every_step_that_is_built_leaves_its_rows(taken: Taken) -> None:
    assert taken.code == 0
    items = taken.items("yours")
    (check_in, *before) = [item for item in items if isinstance(item, CheckIn)]
    (page,) = [item for item in items if isinstance(item, JournalEntry)]
    assert (check_in.mood, check_in.hope, check_in.feelings) == (6, 7, ("calm",))
    assert check_in.note == words.NOTE.removesuffix("\n")
    assert [(one.mood, one.hope) for one in before] == list(words.DAYS_BEFORE.values())
    assert (page.body, page.keep) == (words.PAGE.removesuffix("\n"), True)


def test_the_goal_is_brought_moved_and_touched_by_the_session_and_its_mark_is_gone(taken: Taken) -> None:
    items = taken.items("yours")
    (goal,) = [item for item in items if isinstance(item, Goal)]
    (session,) = [item for item in items if isinstance(item, PeerSession)]
    assert (goal.title, goal.bring) == (words.GOAL_TITLE.strip(), False)
    assert [(step.text, step.status) for step in goal.steps] == [
        (words.GOAL_STEP.strip(), "done"),
        (words.GOAL_NEXT_STEP.strip(), "to_try"),
    ]
    assert (session.partner_alias, session.goals_touched) == (words.PARTNER, (goal.id,))
    reflection = json.loads(words.REFLECTION)
    assert {part: getattr(session, part) for part in reflection} == reflection


def test_what_was_brought_is_shown_before_the_session_and_not_after(taken: Taken) -> None:
    title = words.GOAL_TITLE.strip()
    assert any(title in line for line in taken.told_by("session before"))
    assert taken.told_by("session after")
    marked = next(place for place, line in enumerate(taken.lines) if line.strip() == "$ cairn bring")
    assert not any(title in line for line in taken.lines[marked : marked + 4])


def test_the_look_back_says_what_the_days_of_the_tour_come_to(taken: Taken) -> None:
    told = [line.strip() for line in taken.told_until_the_next_step("look-back")]
    count = len(words.DAYS_BEFORE) + 1
    assert told[0] == "These are your own notes, counted. They cannot show why. They are not a test."
    assert f"You noted your mood on {count} days in the last four weeks." in told
    assert "This week's middle was 6 (5 days). Last week's was 5 (4 days). Higher." in told


def test_the_other_journal_is_there_and_empty(taken: Taken) -> None:
    assert taken.items("theirs") == []


def test_what_is_told_is_what_was_really_answered(taken: Taken) -> None:
    (page,) = [item for item in taken.items("yours") if isinstance(item, JournalEntry)]
    listed = [line for line in taken.lines if page.id[:8] in line]
    # Shown, kept by its id, found by a word of it.
    assert [("Page:" in line, "cairn keep" in line, "canal" in line) for line in listed] == [
        (True, False, True),
        (False, True, False),
        (False, False, True),
    ]


def test_every_part_of_the_contract_is_a_step_in_its_order(taken: Taken) -> None:
    said = [line.partition(". ")[2] for line in taken.lines if re.match(r"\d+\. ", line)]
    assert said == [step.title for step in STEPS]
    assert [title for title in said if title in PARTS] == PARTS


def test_the_goal_is_really_shared_with_the_other_journal_and_gone_from_it_after_stopping(taken: Taken) -> None:
    title = words.GOAL_TITLE.strip()
    between, (was_there, is_gone) = taken.place / "between", taken.all_told_by("Sam's $ cairn inbox")
    assert any(line.strip() == title for line in was_there)
    assert [line.strip() for line in is_gone] == [together.NOTHING_CAME]
    assert {path.stat().st_size for path in between.iterdir()} == {16_384}
    journal = open_journal(Home(taken.place / "yours"), words.PASSPHRASE, FixedClock())
    try:
        assert [entry.event["event"] for entry in Sharing(journal).said_yes_to()][:3] == ["SHARE", "SENT", "SEEN"]
        assert [share.status.value for share in Sharing(journal).shares()] == ["stopped"]
        assert [letter.text for letter in Words(journal).received()] == [words.ENCOURAGEMENT.strip()]
    finally:
        journal.close()


def test_both_compare_the_same_four_words(taken: Taken) -> None:
    mine, theirs = taken.told_by("partner compare Sam"), taken.all_told_by("Sam's $ cairn partner compare Partner")[0]
    assert mine[0] == theirs[0]
    assert len(mine[0].split()) == 4


def test_a_step_that_does_not_work_ends_the_tour_with_its_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ask_for_nothing_there(here: Walk) -> None:
        here.cairn("show", "ffff")

    steps = [STEPS[0], Step("A page that is not there", ask_for_nothing_there), *STEPS[1:]]
    monkeypatch.setattr(tour, "STEPS", steps)
    ended = take(tmp_path)
    assert ended.code == 4
    assert ended.lines[-1] == words.STOPPED
    assert not any(words.CHECK_IN in line for line in ended.lines)


def test_from_a_shell_it_asks_nothing_takes_little_time_and_leaves_no_file(cairn: Cairn, tmp_path: Path) -> None:
    place, other = tmp_path / "temporary", Home(tmp_path / "untouched")
    place.mkdir()
    began = time.monotonic()
    done = cairn("demo", "--tour", at=other, TMPDIR=str(place))
    took_s = time.monotonic() - began
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1] == words.TOUR_ENDS
    assert took_s < LONGEST_S
    assert list(place.iterdir()) == []
    assert not other.root.exists()


def test_whoever_stops_reading_stops_the_tour_and_nothing_stays(tmp_path: Path) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "tui", "demo", "--tour"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=cairn_environment(Home(tmp_path / "none"), TMPDIR=str(place)),
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr.read() == b""
    process.stderr.close()
    assert process.wait(timeout=60) == 141
    assert list(place.iterdir()) == []

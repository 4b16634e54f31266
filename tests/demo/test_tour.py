"""The tour: every part that is built really runs, nothing is asked, nothing stays."""

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from journal.domain.check_in import CheckIn
from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter, Item
from journal.paths import Home
from journal.use_cases.opening import open_journal
from journal.use_cases.preferences import Preferences
from tests.conftest import Cairn, FixedClock, cairn_environment
from tui.commands import tour
from tui.commands.tour import STEPS, Step, Walk, walk
from tui.wording import demo as words

NOT_BUILT = [words.GOAL, words.SESSION, words.LOOK_BACK, words.SHARE, words.STOP_SHARING]
"""Once its issue is done a part leaves this list, here and in the tour."""

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
            return journal.items(Filter(), 10)
        finally:
            journal.close()


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
    (check_in,) = [item for item in items if isinstance(item, CheckIn)]
    (page,) = [item for item in items if isinstance(item, JournalEntry)]
    assert (check_in.mood, check_in.hope, check_in.feelings) == (6, 7, ("calm",))
    assert check_in.note == words.NOTE.removesuffix("\n")
    assert (page.body, page.keep) == (words.PAGE.removesuffix("\n"), True)


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


def test_exactly_what_is_not_built_is_said_not_to_be(taken: Taken) -> None:
    assert [step.title for step in STEPS if step.deed is None] == NOT_BUILT
    said = [line for line in taken.lines if line.endswith("not built yet.")]
    assert [line.partition(". ")[2] for line in said] == [words.not_built(title) for title in NOT_BUILT]


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

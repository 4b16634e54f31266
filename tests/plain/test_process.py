"""cairn in plain lines as its own process, with a pipe for a keyboard: a script of answers drives whole journeys."""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import pytest

from journal.clock import SystemClock
from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.errors import NotOpened
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from tests.conftest import PASSPHRASE, Cairn, cairn_environment
from tests.plain.test_acceptance import HOSTILE, NOT_FOR_EARS
from tui.wording import goals, opening, shell, support
from tui.wording import plain as words
from tui.wording import screen as shown

HEAVY = {"textual", "rich", "pydantic", "httpx"}


@pytest.fixture
def opened(home: Home) -> Iterator[OpenJournal]:
    """The journal as it is when whoever was typing has gone."""
    journal = open_journal(home, PASSPHRASE, SystemClock())
    yield journal
    journal.close()


def typed(*answers: str) -> str:
    return "".join(f"{answer}\n" for answer in answers)


def test_a_script_of_answers_sets_up_a_journal_and_writes_in_it(cairn: Cairn, tmp_path: Path) -> None:
    new = Home(tmp_path / "new")
    done = cairn(
        "--plain",
        words=typed("1", "2", "gb", "1", "check in", "6", "7", "", "", "", "write", "", "", "", HOSTILE, ".", "quit"),
        at=new,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert NOT_FOR_EARS.findall(done.stdout) == []
    assert len(set(re.findall(r"^(\d+) [a-z]+$", done.stdout, re.MULTILINE))) == 15
    journal = open_journal(new, PASSPHRASE, SystemClock())
    bodies = [item.body for item in journal.items(Filter(), 5) if isinstance(item, JournalEntry)]
    journal.close()
    assert bodies == [HOSTILE]


def test_a_script_of_answers_brings_a_goal_to_a_session_and_takes_a_next_step(
    cairn: Cairn, home: Home, opened: OpenJournal
) -> None:
    """Show at the end, 1."""
    answers = ["new goal", "Get out most days", "Walk to the canal", "yes", "goals", "1", "bring", "", ""]
    answers += ["before", "Sam", "1", "Company.", ".", "", ""]
    answers += ["after", "1", "", "A story.", ".", "Time.", ".", "", "Ask Ana.", ".", "yes", "", "1", "Ask Ana", ""]
    done = cairn("--plain", words=typed(*answers))
    assert (done.returncode, done.stderr) == (0, "")
    (goal,), (session,) = opened.goals(), opened.sessions()
    assert [step.text for step in goal.steps] == ["Walk to the canal", "Ask Ana"]
    assert (goal.bring, session.goals_touched, session.partner_alias) == (False, (goal.id,), "Sam")


def test_the_end_of_input_in_the_middle_of_a_page_keeps_a_draft_and_leaves_calmly(
    cairn: Cairn, opened: OpenJournal
) -> None:
    done = cairn("--plain", words=typed("write", "", "", "A title", "half a", "thought"))
    assert (done.returncode, done.stderr) == (0, "")
    (draft,) = opened.drafts()
    assert (draft.title, draft.body) == ("A title", "half a\nthought")


def test_support_is_one_answer_away_before_anything_is_made_or_unlocked(cairn: Cairn, tmp_path: Path) -> None:
    nowhere = Home(tmp_path / "nowhere")
    done = cairn("--plain", words="!\nquit\n", at=nowhere)
    assert done.returncode == 0
    assert f"{support.TITLE}." in done.stdout
    assert not nowhere.root.exists()


def test_support_is_one_answer_away_at_a_locked_door(home: Home) -> None:
    environment = cairn_environment(home)
    del environment["CAIRN_PASSPHRASE_COMMAND"]
    done = subprocess.run(
        [sys.executable, "-P", "-m", "tui", "--plain"],
        input="!\nquit\n",
        capture_output=True,
        text=True,
        env=environment,
        start_new_session=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert support.LISTENING in done.stdout
    assert opening.LOCKED in done.stdout


def test_a_wrong_passphrase_of_a_script_is_exit_3_and_no_answer_is_taken(
    cairn: Cairn, home: Home, opened: OpenJournal
) -> None:
    done = cairn("--plain", words=typed("new goal", "Get out"), CAIRN_PASSPHRASE_COMMAND="echo wrong")
    assert done.returncode == 3
    assert done.stderr == f"cairn: {NotOpened.sentence}\n"
    assert opened.goals() == []


def test_without_a_terminal_and_without_a_word_about_plain_lines_there_is_no_screen(cairn: Cairn) -> None:
    for more in ({}, {"TERM": "dumb"}, {"ACCESSIBLE": "1"}, {"CAIRN_PLAIN": "0"}):
        done = cairn(words="quit\n", **more)
        assert (done.returncode, done.stdout) == (2, "")
        assert shell.SCREEN_NEEDS_TERMINAL in done.stderr


def test_the_variable_asks_for_plain_lines_as_the_option_does(cairn: Cairn) -> None:
    done = cairn(words="quit\n", CAIRN_PLAIN="1")
    assert done.returncode == 0
    assert words.WELCOME in done.stdout


def test_lock_by_a_script_ends_locked(cairn: Cairn, opened: OpenJournal) -> None:
    done = cairn("--plain", words=typed("lock", "new goal", "not taken"))
    assert done.returncode == 0
    assert done.stdout.endswith(f"{opening.LOCKED}\n")
    assert opened.goals() == []


def started(home: Home) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "tui", "--plain"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=cairn_environment(home),
    )


def test_a_reader_that_goes_away_costs_no_words(home: Home, opened: OpenJournal) -> None:
    with started(home) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(typed("write", "", "", "", "kept").encode())
        process.stdin.flush()
        read_until(process.stdout, words.WRITE)
        process.stdout.close()
        process.stdin.write(b"!\n")
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141
    assert [draft.body for draft in opened.drafts()] == ["kept"]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_told_to_end_it_keeps_the_page_that_is_being_typed(
    home: Home, opened: OpenJournal, number: signal.Signals
) -> None:
    process = started(home)
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(typed("write", "", "", "", "one", "two", "!").encode())
    process.stdin.flush()
    read_until(process.stdout, words.GO_ON_WRITING)
    process.send_signal(number)
    _, problems = process.communicate(timeout=60)
    assert (process.returncode, problems) == (128 + number, b"")
    assert [draft.body for draft in opened.drafts()] == ["one\ntwo"]


def read_until(stream: IO[bytes], sentence: str) -> None:
    """Read lines until one of them holds the sentence."""
    ends = time.monotonic() + 60
    for line in stream:
        if sentence in line.decode():
            return
        assert time.monotonic() < ends
    raise AssertionError(f"never said: {sentence}")


def test_a_filled_journal_can_be_looked_around_in_and_nothing_of_it_stays(cairn: Cairn, tmp_path: Path) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    untouched = Home(tmp_path / "untouched")
    done = cairn("demo", "--plain", words=typed("goals", "1", "", "", "quit"), at=untouched, TMPDIR=str(place))
    assert done.returncode == 0, done.stderr
    assert shown.HELLO in done.stdout
    assert goals.STEPS in done.stdout or goals.NO_STEPS in done.stdout
    assert NOT_FOR_EARS.findall(done.stdout + done.stderr) == []
    assert os.listdir(place) == []
    assert not untouched.root.exists()


def test_the_third_door_leads_there_too_and_the_answers_after_it_are_for_it(cairn: Cairn, tmp_path: Path) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    done = cairn("--plain", words=typed("3", "about", "quit"), at=Home(tmp_path / "untouched"), TMPDIR=str(place))
    assert done.returncode == 0, done.stderr
    assert "It is not a medical device." in done.stdout
    assert os.listdir(place) == []


def test_a_preference_alone_does_not_take_the_place_of_a_terminal(cairn: Cairn, home: Home) -> None:
    write_preferences(home, Preferences(plain=True))
    assert cairn(words="quit\n").returncode == 2


def test_plain_lines_load_nothing_that_draws(home: Home) -> None:
    program = "import sys; import tui.plain.start; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-P", "-c", program], capture_output=True, text=True, check=True)
    assert "tui.plain.registry" in done.stdout.split()
    assert not HEAVY & set(done.stdout.split())

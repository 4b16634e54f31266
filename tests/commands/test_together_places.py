"""The folder between two people when it is gone, closed or late, and clocks that are a year off."""

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

import pytest

from sync.errors import NotReached
from tests.commands.two_homes import TITLE, Person, Two, only_partner
from tests.conftest import FixedClock, cairn_environment
from tui.commands import terminal
from tui.wording import together

YEAR = timedelta(days=365)
PATIENCE_S = 60


@contextmanager
def clock_off(by: timedelta) -> Iterator[None]:
    """Whoever calls now has a clock that is off by so much."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(terminal, "SystemClock", lambda: FixedClock(datetime.now(UTC) + by))
        yield


def titles(person: Person) -> list[str]:
    """Of the goals that somebody is shown."""
    return [shared["goal"]["title"] for shared in person.does("inbox")["shared"]]


def test_a_sync_answers_with_what_went_what_came_and_what_is_in_the_way(met: Two) -> None:
    met.ana.shares(met.ana.has_goal())
    assert met.ana.does("sync") == {"sent": 1, "received": 0, "problems": []}
    assert met.sam.does("sync") == {"sent": 1, "received": 1, "problems": []}
    assert set(met.ana.does("sync", "--partner", "Sam")) == {"sent", "received", "problems"}
    for person in (met.sam, met.ana, met.sam, met.ana):
        person.does("sync")
    assert met.ana.does("sync") == {"sent": 0, "received": 0, "problems": []}
    assert met.ana.run("sync").stdout.strip() == together.SYNCED.format(sent=0, received=0)
    met.ana.is_refused(4, "sync", "--partner", "Kit")


def test_with_nobody_to_meet_a_sync_says_so(two: Two) -> None:
    assert two.ana.does("sync") == {"sent": 0, "received": 0, "problems": []}
    assert two.ana.run("sync").stdout.strip() == together.NOTHING_TO_MEET


def test_an_end_that_came_is_told_as_what_came_and_not_as_nobody(met: Two) -> None:
    met.ana.run("partner", "end", only_partner(met.ana))
    met.ana.does("sync")
    assert met.sam.run("sync").stdout.strip() == together.SYNCED.format(sent=1, received=1)
    assert met.sam.run("sync").stdout.strip() == together.NOTHING_TO_MEET


def test_a_folder_that_is_not_there_is_exit_7_before_anybody_is_invited_or_joined(two: Two) -> None:
    words = two.invited()
    shutil.rmtree(two.between)
    for person, call in ((two.sam, ["join", "-"]), (two.sam, ["join", "-", "--preview"]), (two.sam, ["invite"])):
        told = person.is_refused(7, "partner", *call, "--via", two.via, words=words)
        assert (told["code"], told["message"]) == ("not-reached", NotReached.sentence)
    assert two.sam.does("partner", "list") == {"partners": []}


def test_while_the_folder_is_gone_a_sync_is_exit_7_and_what_was_shared_goes_later(met: Two) -> None:
    met.ana.shares(met.ana.has_goal())
    away = met.between.with_name("away")
    met.between.rename(away)
    done = met.ana.run("sync", "--json")
    assert done.returncode == 7
    assert f'"problems": [{{"partner": "{only_partner(met.ana)}", "code": "not-reached"}}]' in done.stdout
    said = met.ana.run("sync")
    assert (said.returncode, said.stdout.count("could not be reached")) == (7, 1)
    met.ana.has_goal("saved all the same")
    away.rename(met.between)
    met.sync()
    assert titles(met.sam) == [TITLE]


@pytest.mark.parametrize("whose", ["ana", "sam"])
def test_with_a_clock_a_year_ahead_two_people_meet_and_share_all_the_same(two: Two, whose: str) -> None:
    def off() -> timedelta:
        return YEAR if whose == "ana" else timedelta(0)

    with clock_off(off()):
        words = two.invited()
    two.joined(words)
    for _ in range(2):
        with clock_off(off()):
            two.ana.does("sync")
        two.sam.does("sync")
    assert two.sam.does("partner", "compare", only_partner(two.sam))["state"] == "to-compare"


def test_an_invite_from_a_clock_a_year_back_is_over_and_the_hint_names_the_clock(two: Two) -> None:
    with clock_off(-YEAR):
        words = two.invited()
    told = two.sam.is_refused(8, "partner", "join", "-", "--via", two.via, words=words)
    assert told["code"] == "invite-over"
    assert "clock" in told["hint"]


def test_a_clock_that_went_back_a_year_sends_nothing_until_it_is_said_to_be_right(met: Two) -> None:
    met.sync()
    with clock_off(-YEAR):
        met.ana.shares(met.ana.has_goal())
        met.ana.does("sync")
        report = met.ana.does("sync")
        assert [problem["code"] for problem in report["problems"]] == ["clock-back"]
        assert report["sent"] == 0
        met.sam.does("sync")
        assert titles(met.sam) == []
        assert met.ana.does("sync", "--clock-is-right")["problems"] == []
    met.sam.does("sync")
    assert titles(met.sam) == [], "its time is over by Sam's clock"


def test_a_partner_whose_clock_is_a_year_ahead_is_shown_nothing_that_is_over_by_it(met: Two) -> None:
    met.ana.shares(met.ana.has_goal())
    met.sam.does("encourage", "--partner", "Ana", "-", words="hello")
    met.ana.does("sync")
    with clock_off(YEAR):
        met.sam.does("sync")
        assert titles(met.sam) == []
    met.sync()
    assert titles(met.sam) == [TITLE]
    assert [letter["text"] for letter in met.ana.does("inbox")["messages"]] == ["hello"]


def started(person: Person, *arguments: str) -> "subprocess.Popen[str]":
    """A command that goes on while the other one does something."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "tui", *arguments, "--json"],
        env=cairn_environment(person.home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_a_compare_that_waits_answers_as_soon_as_the_words_are_here(two: Two) -> None:
    two.joined(two.invited())
    began = time.monotonic()
    with started(two.ana, "partner", "compare", only_partner(two.ana), "--wait", str(PATIENCE_S)) as waiting:
        while waiting.poll() is None and time.monotonic() < began + PATIENCE_S:
            two.sam.does("sync")
        said, told = waiting.communicate(timeout=PATIENCE_S)
    assert (waiting.returncode, told) == (0, "")
    assert '"state": "to-compare"' in said
    assert time.monotonic() < began + PATIENCE_S


def test_a_wait_ends_with_its_time_and_says_what_is_so(two: Two) -> None:
    two.joined(two.invited())
    answered = two.ana.does("partner", "compare", only_partner(two.ana), "--wait", "1")
    assert answered["state"] == "not-yet"
    two.ana.is_refused(2, "sync", "--wait", "soon")


def test_a_sync_that_waits_ends_when_something_came(met: Two) -> None:
    met.sync()
    with started(met.sam, "sync", "--wait", str(PATIENCE_S)) as waiting:
        met.ana.shares(met.ana.has_goal())
        met.ana.does("sync")
        said, told = waiting.communicate(timeout=PATIENCE_S)
    assert (waiting.returncode, told) == (0, "")
    assert '"received": 1' in said
    assert titles(met.sam) == [TITLE]


def test_a_watch_tells_what_went_and_ends_on_ctrl_c_without_a_word(met: Two) -> None:
    met.ana.shares(met.ana.has_goal())
    with started(met.ana, "sync", "--watch") as watching:
        assert watching.stdout is not None
        assert '"sent": 1' in watching.stdout.readline()
        watching.send_signal(signal.SIGINT)
        said, told = watching.communicate(timeout=PATIENCE_S)
    assert (watching.returncode, said, told) == (130, "", "")
    met.ana.has_goal("the journal is free again")

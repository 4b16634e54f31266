"""A yes is to what was seen: the four words that were compared, and what an invite says of itself."""

import asyncio
import json
import shutil
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest

from sync.sealing import meeting
from sync.sealing.invite_words import new_code, words_of
from sync.sealing.meeting_keys import Role, meeting_keys
from sync.transports.folder import Folder
from tests.commands.two_homes import Person, Two, only_partner
from tests.conftest import FixedClock, cairn_environment
from tests.faults.written_files import findings, started_with, watched, written_in
from tui.commands import terminal
from tui.wording import together


def an_invite(two: Two, kind: str, group: str | None) -> str:
    """Words of somebody whose cairn makes such invites."""
    code, now = new_code(), datetime.now(UTC)
    begun = meeting.invite(code, kind, group, now + timedelta(hours=24), now)
    asyncio.run(Folder(two.between).write(meeting_keys(code, Role.INVITER).mine, begun.m1))
    return " ".join(words_of(code))


def test_a_yes_with_the_words_that_were_compared(two: Two) -> None:
    two.joined(two.invited())
    two.sync()
    seen = " ".join(two.compare()[0]["words"])
    partner = only_partner(two.ana)
    said = two.ana.does("partner", "compare", partner, "--match", "--seen", "-", words=f" {seen.upper()}\n")
    assert said["state"] == "match"


def test_beside_the_four_words_stands_how_to_say_that_they_match(two: Two) -> None:
    two.joined(two.invited())
    two.sync()
    shown = two.ana.run("partner", "compare", only_partner(two.ana)).stdout
    assert together.SAY_MATCH.format(name=together.CALLED) in shown


def test_where_nothing_is_reached_that_alone_is_said(two: Two) -> None:
    two.joined(two.invited())
    two.sync()
    shutil.rmtree(two.between)
    done = two.ana.run("sync")
    assert done.returncode == 7
    assert done.stdout.strip() == together.PROBLEMS["not-reached"].format(name=together.CALLED)


@pytest.mark.parametrize("words", ["one two three four", "", "abandon"])
def test_a_yes_to_other_words_is_exit_8_with_the_words_of_now(two: Two, words: str) -> None:
    two.joined(two.invited())
    two.sync()
    partner, now = only_partner(two.ana), two.compare()[0]["words"]
    done = two.ana.run("partner", "compare", partner, "--match", "--seen", "-", words=words)
    assert done.returncode == 8
    assert " ".join(now) in done.stdout
    assert "Other words are here by now" in done.stderr
    assert two.ana.pair_state() == "to_compare"


def test_words_that_come_only_now_are_nobodys_yes(two: Two) -> None:
    """Whoever waits for them has not seen them."""
    two.joined(two.invited())
    two.ana.does("sync")
    two.sam.does("sync")
    partner = only_partner(two.ana)
    two.ana.is_refused(8, "partner", "compare", partner, "--match", "--wait", "5")
    assert two.ana.pair_state() == "to_compare"


@pytest.mark.parametrize(
    ("kind", "group", "says"),
    [
        ("partner", None, "This is an invite from a peer partner."),
        ("facilitator", None, "This is an invite from a facilitator."),
        ("facilitator", "Tuesday group", "It is for the group Tuesday group."),
    ],
)
def test_a_look_says_all_that_the_invite_says(two: Two, kind: str, group: str | None, says: str) -> None:
    words = an_invite(two, kind, group)
    seen = two.sam.does("partner", "join", "-", "--preview", "--via", two.via, words=words)
    assert (seen["kind"], seen["group"], seen["via"]) == (kind, group, two.via)
    shown = two.sam.run("partner", "join", "-", "--preview", "--via", two.via, words=words).stdout
    assert says in shown
    assert two.via in shown
    assert seen["expires_at"] in shown


def test_an_invite_of_a_facilitator_is_joined_as_what_it_is(two: Two) -> None:
    words = an_invite(two, "facilitator", "Tuesday group")
    joined = two.sam.does("partner", "join", "-", "--via", two.via, words=words)
    assert (joined["kind"], joined["group"]) == ("facilitator", "Tuesday group")
    (listed,) = two.sam.does("partner", "list")["partners"]
    assert (listed["partner"], listed["alias"]) == (joined["partner"], "Facilitator")


def test_twelve_words_in_arguments_are_refused_and_never_repeated(two: Two) -> None:
    words = two.invited()
    done = two.sam.run("partner", "join", *words.split(), "--via", two.via)
    assert done.returncode == 2
    # By two: one of them alone may be in the sentence.
    assert not any(" ".join(pair) in done.stdout + done.stderr for pair in pairwise(words.split()))


def test_words_not_compared_in_time_are_said_to_be_over(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    two.joined(two.invited())
    two.sync()
    two.ana.does("partner", "compare", only_partner(two.ana), "--match")
    later = FixedClock(datetime.now(UTC) + timedelta(days=31))
    with monkeypatch.context() as patched:
        patched.setattr(terminal, "SystemClock", lambda: later)
        for person in (two.ana, two.sam):
            said = person.run("sync").stdout
            assert together.PROBLEMS["invite-over"].format(name=together.CALLED) in said
            compared = person.does("partner", "compare", only_partner(person))
            assert compared == {"state": "differ", "words": []}
            shown = person.run("partner", "compare", only_partner(person)).stdout
            assert shown.strip() == together.WHY_BROKEN["invite-over"]


def test_the_twelve_words_are_in_no_file_no_argument_and_no_variable(two: Two) -> None:
    place = two.between.parent

    def run(person: Person, *arguments: str, words: str = "") -> Any:
        command = watched([sys.executable, "-P", "-m", "tui", *arguments, "--json"], place / "traces")
        environment = cairn_environment(person.home, PYTHONDONTWRITEBYTECODE="1")
        done = subprocess.run(command, input=words, env=environment, capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    words = run(two.ana, "partner", "invite", "--via", two.via)["words"]
    run(two.sam, "partner", "join", "-", "--via", two.via, words=words)
    neighbours = [" ".join(pair) for pair in pairwise(words.split())]
    seen = written_in(place / "traces")
    assert len(seen.writes) > 2
    assert started_with(seen, ["tui"]) >= 2
    assert started_with(seen, neighbours) == 0
    shutil.rmtree(place / "traces")
    assert findings(seen, place, neighbours) == []


def test_at_a_terminal_the_words_are_asked_for(two: Two, monkeypatch: pytest.MonkeyPatch) -> None:
    words = two.invited()
    asked: list[str] = []

    def typed(_: terminal.Terminal, question: str) -> str:
        asked.append(question)
        return words

    monkeypatch.setattr(terminal.Terminal, "can_ask", lambda _: True)
    monkeypatch.setattr(terminal.Terminal, "ask", typed)
    two.sam.does("partner", "join", "--via", two.via)
    assert asked == [together.THE_TWELVE]

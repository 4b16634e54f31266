"""Two homes and a relay between them: what is told beforehand, what a shell is answered, and that it waits there."""

import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from journal.paths import Home
from sync.errors import NeedsToken, NoRelay, NotReached
from tests.commands.two_homes import CHOSEN, TITLE, Two, only_partner, two_people
from tests.conftest import Cairn, cairn_environment
from tests.transports.lying_relay import InAThread, Lie, LyingRelay
from tui.wording import together

LONG_S = 60


@dataclass(frozen=True)
class AtRelay(Two):
    """The same two, who meet at a relay."""

    relay: LyingRelay

    @property
    def via(self) -> str:
        return self.relay.address


@pytest.fixture
def two(cairn: Cairn, template_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AtRelay]:
    monkeypatch.setattr("sync.transports.patience.APART_S", 0.0)
    at_work, between = InAThread(), two_people(cairn, template_home, tmp_path)
    yield AtRelay(between.ana, between.sam, between.between, at_work.relay)
    at_work.stop()


@pytest.fixture
def nowhere() -> str:
    """A relay that nobody runs."""
    with socket.create_server(("127.0.0.1", 0)) as was_free:
        return f"relay:http://127.0.0.1:{was_free.getsockname()[1]}"


def test_two_people_meet_at_a_relay_and_share(two: AtRelay) -> None:
    two.meet()
    two.ana.shares(two.ana.has_goal())
    two.sync()
    assert [shared["goal"]["title"] for shared in two.sam.does("inbox")["shared"]] == [TITLE]


def test_what_a_relay_sees_is_said_to_a_person_before_and_is_in_no_document(two: AtRelay) -> None:
    host = two.via.rpartition("/")[2]
    done = two.ana.run("partner", "invite", "--via", two.via)
    assert f"Whoever runs the relay {host} can see when each of you uses it" in done.stderr
    assert f" at {two.via}" in done.stdout.splitlines()[0]
    assert two.ana.run("partner", "invite", "--via", two.via, "--json").stderr == ""
    assert "Whoever runs" not in two.ana.run("partner", "invite", "--via", f"folder:{two.between}").stderr


def test_the_proxy_on_the_way_is_said_before_anything_is_sent(two: AtRelay, nowhere: str) -> None:
    proxy, call = nowhere.rpartition("/")[2], ("partner", "invite", "--via", "relay:https://relay.example")
    done = two.ana.cairn(*call, at=two.ana.home, HTTPS_PROXY=f"http://me:secret@{proxy}")
    assert done.returncode == 7
    assert done.stderr.index(f"by way of {proxy}") < done.stderr.index(NotReached.sentence)
    assert "secret" not in done.stderr + done.stdout


def test_a_look_at_an_invite_makes_nothing_there(two: AtRelay) -> None:
    words = two.invited()
    before = dict(two.relay.slots)
    seen = two.sam.run("partner", "join", "-", "--preview", "--via", two.via, words=words)
    assert "You meet at relay:" in seen.stdout
    two.sam.is_refused(4, "partner", "join", "-", "--via", two.via, words="abandon " * 11 + "about")
    assert two.relay.slots == before


def test_a_relay_that_asks_for_a_token_says_so_before_anything_is_made(two: AtRelay) -> None:
    two.relay.token = "for-two"
    told = two.ana.is_refused(7, "partner", "invite", "--via", two.via)
    assert (told["code"], told["message"], told["hint"]) == (NeedsToken.code, NeedsToken.sentence, NeedsToken.hint)
    assert two.ana.does("partner", "list") == {"partners": []}


@pytest.mark.parametrize("how", ["in the place", "in the environment"])
def test_a_token_of_one_is_enough_for_two_and_is_told_to_nobody(two: AtRelay, how: str) -> None:
    two.relay.token = "for-two"
    with_it = two.via.replace("://", "://for-two@") if how == "in the place" else two.via
    more = {} if how == "in the place" else {"CAIRN_ADMISSION_TOKEN": "for-two"}
    done = two.ana.cairn("partner", "invite", "--via", with_it, "--json", at=two.ana.home, **more)
    assert (done.returncode, json.loads(done.stdout)["via"], "for-two" in done.stdout) == (0, two.via, False)
    two.joined(json.loads(done.stdout)["words"])
    two.sync()
    ana, sam = two.compare()
    assert ana["words"] == sam["words"]
    assert len(ana["words"]) == 4
    two.relay.slots.clear()
    two.sync()
    assert len(two.relay.slots) == 2


def test_a_token_that_the_relay_does_not_know_is_said_and_what_was_made_is_kept(two: AtRelay) -> None:
    two.relay.token = "for-two"
    done = two.ana.run("partner", "invite", "--via", two.via.replace("://", "://another@"))
    assert done.returncode == 7
    assert together.PROBLEMS[NeedsToken.code].format(name="Partner") in done.stdout
    assert together.KEPT_HERE in done.stdout


def test_what_answers_and_is_no_relay_and_what_does_not_answer_are_told_apart(two: AtRelay, nowhere: str) -> None:
    two.relay.lie = Lie.WEB_PAGE
    assert two.ana.is_refused(7, "partner", "invite", "--via", two.via)["code"] == NoRelay.code
    assert two.ana.is_refused(7, "partner", "invite", "--via", nowhere)["code"] == NotReached.code
    assert two.ana.does("partner", "list") == {"partners": []}


@pytest.mark.parametrize(
    ("status", "code"),
    [(409, "stands-for-others"), (429, "asked-too-often"), (503, "not-reached"), (507, "no-room-there")],
)
def test_every_refusal_of_a_relay_is_exit_7_with_a_sentence_of_its_own(two: AtRelay, status: int, code: str) -> None:
    two.invited()
    two.relay.status = (status, "")
    document = two.ana.run("sync", "--json")
    assert document.returncode == 7
    assert [problem["code"] for problem in json.loads(document.stdout)["problems"]] == [code]
    assert together.PROBLEMS[code].format(name="Partner") in two.ana.run("sync").stdout


@pytest.mark.parametrize("call", [("sync", "--wait", "50"), ("sync", "--watch")], ids=["wait", "watch"])
def test_who_waits_is_told_by_the_relay_at_once(two: AtRelay, call: tuple[str, ...]) -> None:
    two.meet()
    two.sync()
    two.relay.is_waited_at.clear()
    command = [sys.executable, "-P", "-m", "tui", *call]
    with subprocess.Popen(command, env=cairn_environment(two.sam.home), stdout=subprocess.PIPE, text=True) as waiting:
        assert two.relay.waits(LONG_S)
        began = time.monotonic()
        two.ana.shares(two.ana.has_goal(), *CHOSEN)
        two.ana.does("sync")
        assert waiting.stdout is not None
        assert "received 1" in waiting.stdout.readline()
        took = time.monotonic() - began
        waiting.terminate()
    assert took < 9
    assert [shared["goal"]["title"] for shared in two.sam.does("inbox")["shared"]] == [TITLE]


def test_both_see_where_they_meet(two: AtRelay) -> None:
    two.joined(two.invited())
    for person in (two.ana, two.sam):
        (partner,) = person.does("partner", "list")["partners"]
        assert partner["pair"]["via"] == two.via
        assert only_partner(person) == partner["partner"]

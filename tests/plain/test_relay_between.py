"""Meeting at a relay in plain lines: what is seen there is said before it is reached, and no token is read out."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from sync.carrying import meet_and_wait
from sync.errors import NeedsToken, NoRelay
from sync.pairing import Pairing
from sync.records.pairs import State
from tests.conftest import PASSPHRASE, FixedClock
from tests.plain.test_together import Two
from tests.transports.lying_relay import InAThread, Lie, LyingRelay
from tui.wording import plain_together as said
from tui.wording import together
from tui.wording.meeting_place import RELAY_SEES, place_told


class AtRelay(Two):
    """The same two, who know the same relay."""

    relay: LyingRelay

    @property
    def via(self) -> str:
        return self.relay.address

    @property
    def sees(self) -> str:
        return RELAY_SEES.format(place=place_told(self.via))


@pytest.fixture
def two(
    journal: OpenJournal,
    home: Home,
    template_home: Home,
    clock: FixedClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[AtRelay]:
    monkeypatch.setattr("sync.transports.patience.APART_S", 0.0)
    shutil.copytree(template_home.root, tmp_path / "sam" / "home")
    sam, at_work = open_journal(Home(tmp_path / "sam" / "home"), PASSPHRASE, clock), InAThread()
    two = AtRelay(journal, home, sam, clock, tmp_path)
    two.relay = at_work.relay
    yield two
    at_work.stop()
    sam.close()


def test_an_invite_says_what_is_seen_there_and_the_place_without_the_token(two: AtRelay) -> None:
    two.relay.token = "for-two"
    heard = two.types("invite", two.via.replace("://", "://for-two@"), "Ana", "1")
    assert two.sees in heard.said
    assert any(two.via in line for line in heard.said)
    assert "for-two" not in heard.text
    twelve = heard.said[heard.said.index(together.INVITED) - 1]
    two.joins(twelve)
    assert two.state() is State.MEETING


def test_joining_says_it_too_and_where_both_meet(two: AtRelay) -> None:
    made = Pairing(two.sam).invite(two.via, my_name="Sam", called=together.CALLED)
    meet_and_wait(two.sam)
    heard = two.types("join", two.via.removeprefix("relay:"), " ".join(made.words), "yes", "Ana")
    assert two.sees in heard.said
    assert f"You meet at {place_told(two.via)}" in heard.text
    assert together.JOINED in heard.text
    assert f"You both use {place_told(two.via)}." in two.types("partners", "1").text


@pytest.mark.parametrize(
    ("lie", "token", "says"),
    [(Lie.WEB_PAGE, "", NoRelay.sentence), (None, "for-two", NeedsToken.sentence)],
    ids=["another site", "a token is needed"],
)
def test_a_place_that_cannot_be_used_is_asked_for_again_and_nothing_is_made(
    two: AtRelay, lie: Lie | None, token: str, says: str
) -> None:
    two.relay.lie, two.relay.token = lie, token
    heard = two.types("invite", two.via, "")
    assert says in heard.said
    assert heard.text.count(said.WHICH_FOLDER) == 2
    assert Pairing(two.journal)._pairs.all() == []


def test_who_joins_needs_no_token(two: AtRelay) -> None:
    two.relay.token = "for-two"
    made = Pairing(two.sam).invite(two.via.replace("://", "://for-two@"), my_name="Sam", called=together.CALLED)
    meet_and_wait(two.sam)
    heard = two.types("join", two.via, " ".join(made.words), "yes", "Ana")
    assert together.JOINED in heard.text
    assert NeedsToken.sentence not in heard.text
    assert all(any(slot.body) for slot in two.relay.slots.values())

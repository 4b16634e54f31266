"""Two homes and a relay instead of a folder, by commands alone: invite, join, compare, share, encourage, edit, stop.

Everything that the relay ever wrote, into its database, beside it and into its log, says nothing; nor does a call.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pytest

from journal.paths import Home
from sync.protocol.sizes import WIRE
from sync.sealing.invite_words import read_words
from tests.conftest import cairn_environment
from tests.faults.written_files import Written, written_in
from tests.journeys.test_two_people import (
    CHANGED,
    ENCOURAGED,
    EVERY_WORD,
    NAMES,
    NOTE,
    OTHERS,
    PAGE,
    STEP,
    TITLE,
    WHY,
    said_in,
    words_in,
)
from tests.transports.served_relay import Process

TOKEN = "made-for-two-people"


@dataclass
class Person:
    """One home."""

    home: Home
    token: str = ""
    partner: str = field(default="", init=False)

    def does(self, *arguments: str, words: str = "", code: int = 0) -> Any:
        """The document of one command."""
        command = [sys.executable, "-P", "-m", "tui", *arguments, "--json"]
        environment = cairn_environment(self.home, PYTHONDONTWRITEBYTECODE="1", CAIRN_ADMISSION_TOKEN=self.token)
        done = subprocess.run(command, input=words, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
        return json.loads(done.stdout or "null")

    def titles(self) -> list[str]:
        """Of the goals that they are shown."""
        return [shared["goal"]["title"] for shared in self.does("inbox")["shared"]]


@dataclass(frozen=True)
class Walked:
    """What came of it."""

    relay: Process
    ana: Person
    sam: Person
    invited: Any
    shared: frozenset[str]
    stopped: frozenset[str]
    waited: list[str]
    inbox: list[Any]

    @property
    def written(self) -> Written:
        """Everything that the relay ever wrote anywhere, what it said included."""
        return written_in(self.relay.traces)


def carry(ana: Person, sam: Person) -> None:
    for person in (ana, sam, ana, sam):
        person.does("sync")


def meet(ana: Person, sam: Person, via: str) -> Any:
    made = ana.does("partner", "invite", "--via", via, "--alias", NAMES[0])
    joined = sam.does("partner", "join", "-", "--via", via, "--alias", NAMES[1], words=made["words"])
    ana.partner, sam.partner = made["partner"], joined["partner"]
    for person in (ana, sam, ana):
        person.does("sync")
    for person in (ana, sam):
        person.does("partner", "compare", person.partner, "--match")
    carry(ana, sam)
    return made


@pytest.fixture(scope="module")
def walked(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    place = tmp_path_factory.mktemp("two")
    (place / "admitted").write_text(f"{TOKEN}\n")
    relay = Process(place / "relay", CAIRN_RELAY_ADMISSION_FILE=str(place / "admitted"))
    # Of the two, one alone holds a token: whoever was invited needs none.
    ana, sam = Person(Home(place / "ana" / "home"), TOKEN), Person(Home(place / "sam" / "home"))
    try:
        for person in (ana, sam):
            shutil.copytree(template_home.root, person.home.root)
        yield _walk(relay, ana, sam)
    finally:
        relay.stop()


def _walk(relay: Process, ana: Person, sam: Person) -> Walked:
    ana.does("check-in", "--mood", "6", "--note", "-", words=NOTE)
    ana.does("write", "-", words=PAGE)
    goal, *_ = [ana.does("goal", "add", "-", words=title)["id"] for title in (TITLE, *OTHERS)]
    ana.does("goal", "step", "add", goal, "-", words=STEP)
    ana.does("edit", goal, "-", words=json.dumps({"why_it_matters": WHY}))
    invited = meet(ana, sam, relay.via)
    chosen = ("--partner", ana.partner, "--goal", goal, "--fields", "title,next_step")
    share = ana.does("share", "add", *chosen, "-", words="yes")["share"]
    carry(ana, sam)
    (shared,) = sam.does("inbox")["shared"]
    sam.does("encourage", "--partner", sam.partner, "--goal", shared["goal"]["id"], "-", words=ENCOURAGED)
    carry(sam, ana)
    ana.does("edit", goal, "-", words=json.dumps({"title": CHANGED}))
    carry(ana, sam)
    waited, had = sam.titles(), words_in(sam.home, EVERY_WORD)
    again = ana.does("share", "send", share, "-", words="yes")["share"]
    carry(ana, sam)
    waited += sam.titles()
    ana.does("share", "stop", again)
    carry(ana, sam)
    left = words_in(sam.home, EVERY_WORD)
    return Walked(relay, ana, sam, invited, had, left, waited, ana.does("inbox")["messages"])


def test_nothing_that_the_relay_ever_wrote_says_a_word(walked: Walked) -> None:
    writes = walked.written.writes
    into_its_store = sum(len(content) for path, content in writes if path.name.startswith(walked.relay.store.name))
    assert into_its_store > 10 * WIRE
    assert not said_in(writes, EVERY_WORD)
    assert said_in([*writes, (walked.relay.store, f"x{WHY}x".encode())], EVERY_WORD) == {WHY}
    assert not said_in([(walked.relay.log, walked.relay.log.read_bytes())], EVERY_WORD)


def test_the_relay_is_told_neither_the_twelve_words_nor_what_they_stand_for(walked: Walked) -> None:
    """By two, since one short word is now and then among so many random bytes."""
    words, writes = walked.invited["words"], walked.written.writes
    pairs = [f"{one} {next_one}" for one, next_one in pairwise(words.split())]
    assert not said_in(writes, pairs)
    assert said_in([*writes, (walked.relay.store, words.encode())], pairs) == set(pairs)
    code = read_words(words)
    for form in (code, code.hex().encode()):
        assert not [path for path, content in writes if form in content]


def test_the_relay_writes_down_no_address_and_nobody_s_slot_into_its_log(walked: Walked) -> None:
    log = walked.relay.log.read_text()
    assert not [line for line in log.splitlines() if "127.0.0.1" in line or "/v1/" in line or "cairn/" in line]


def test_the_partner_has_the_two_parts_their_own_words_and_a_name_and_nothing_else(walked: Walked) -> None:
    assert walked.shared == {TITLE, STEP, ENCOURAGED, *NAMES}


def test_an_edit_waits_for_a_yes(walked: Walked) -> None:
    assert walked.waited == [TITLE, CHANGED]


def test_after_stopping_the_partner_has_none_of_it(walked: Walked) -> None:
    assert walked.stopped == {ENCOURAGED, *NAMES}


def test_the_encouragement_is_there_once(walked: Walked) -> None:
    assert [message["text"] for message in walked.inbox] == [ENCOURAGED]


def test_the_place_that_is_told_is_without_the_token(walked: Walked) -> None:
    assert walked.invited["via"] == walked.relay.via
    (partner,) = walked.ana.does("partner", "list")["partners"]
    assert partner["pair"]["via"] == walked.relay.via
    assert TOKEN not in json.dumps(partner)

"""Two homes and one folder, by commands alone: invite, join, compare, share, encourage, edit, stop.

Show at the end, 1: everything the folder ever held says nothing, and the partner's journal holds the two parts that
were said yes to and nothing else of the goal; after stopping, not those.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from journal.clock import SystemClock
from journal.paths import Home
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, cairn_environment
from tests.faults.written_files import Written, findings, started_with, watched, written_in

TITLE, STEP = "Get out most days", "ask Priya along on Tuesday"
WHY, CHANGED = "the flat has been so quiet", "Get out when it is dry"
OTHERS = ("Ring the surgery about the letter", "Learn the one song")
NOTE, PAGE = "slept through for once", "Rain all morning by the canal"
ENCOURAGED = "Saving you the seat by the window"
NAMES = ("Ana-Marie", "Samphire")
PRIVATE = (WHY, *OTHERS, NOTE, PAGE)
"""Words of Ana's that she shares with nobody."""
EVERY_WORD = (TITLE, STEP, CHANGED, ENCOURAGED, *NAMES, *PRIVATE)
WIRE = 16_384


@dataclass
class Person:
    """One home, whose every command is watched."""

    home: Home
    traces: Path
    partner: str = field(default="", init=False)

    def does(self, *arguments: str, words: str = "", code: int = 0) -> Any:
        """The document of one command."""
        command = watched([sys.executable, "-P", "-m", "tui", *arguments, "--json"], self.traces)
        environment = cairn_environment(self.home, PYTHONDONTWRITEBYTECODE="1")
        done = subprocess.run(command, input=words, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == code, done.stderr
        return json.loads(done.stdout or "null")


@dataclass(frozen=True)
class Walked:
    """What came of it."""

    ana: Person
    sam: Person
    between: Path
    shared: frozenset[str]
    """The words that Sam's journal held while the goal was shared."""
    stopped: frozenset[str]
    """And after it was stopped."""
    waited: list[str]
    """The titles that Sam was shown after the edit, before the new yes, and after it."""
    inbox: list[Any]
    """Ana's."""

    @property
    def written(self) -> Written:
        """Everything that either of them wrote anywhere."""
        both = written_in(self.ana.traces), written_in(self.sam.traces)
        return Written(both[0].paths | both[1].paths, both[0].writes + both[1].writes, both[0].starts + both[1].starts)


def words_in(journal_of: Home, words: Iterable[str]) -> frozenset[str]:
    """Those of the words that are anywhere in a journal: in any column of any table, of the search index too."""
    journal = open_journal(journal_of, PASSPHRASE, SystemClock())
    try:
        tables = journal.connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        cells = [
            value if isinstance(value, bytes) else str(value).encode()
            for (table,) in tables
            for row in journal.connection.rows(f'SELECT * FROM "{table!s}"')
            for value in row
        ]
    finally:
        journal.close()
    return frozenset(word for word in words if any(word.encode() in cell for cell in cells))


def meet(ana: Person, sam: Person, via: str) -> None:
    """Until both know that it is the other one."""
    made = ana.does("partner", "invite", "--via", via, "--alias", NAMES[0])
    joined = sam.does("partner", "join", "-", "--via", via, "--alias", NAMES[1], words=made["words"])
    ana.partner, sam.partner = made["partner"], joined["partner"]
    for person in (ana, sam, ana):
        person.does("sync")
    compared = [person.does("partner", "compare", person.partner) for person in (ana, sam)]
    assert compared[0] == compared[1]
    assert compared[0]["state"] == "to-compare"
    for person in (ana, sam):
        person.does("partner", "compare", person.partner, "--match")
    carry(ana, sam)


def carry(ana: Person, sam: Person) -> None:
    """Until each has what the other has, and knows so."""
    for person in (ana, sam, ana, sam):
        person.does("sync")


def titles(person: Person) -> list[str]:
    """Of the goals that somebody is shown."""
    return [shared["goal"]["title"] for shared in person.does("inbox")["shared"]]


@pytest.fixture(scope="module")
def walked(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Walked:
    place = tmp_path_factory.mktemp("two")
    people = [Person(Home(place / name / "home"), place / name / "traces") for name in ("ana", "sam")]
    for person in people:
        shutil.copytree(template_home.root, person.home.root)
    (place / "between").mkdir()
    ana, sam = people
    ana.does("check-in", "--mood", "6", "--note", "-", words=NOTE)
    ana.does("write", "-", words=PAGE)
    goal, *_ = [ana.does("goal", "add", "-", words=title)["id"] for title in (TITLE, *OTHERS)]
    ana.does("goal", "step", "add", goal, "-", words=STEP)
    ana.does("edit", goal, "-", words=json.dumps({"why_it_matters": WHY}))
    meet(ana, sam, f"folder:{place / 'between'}")
    chosen = ("--partner", ana.partner, "--goal", goal, "--fields", "title,next_step")
    ana.does("share", "add", *chosen, "-", words="no", code=8)
    share = ana.does("share", "add", *chosen, "-", words="yes")["share"]
    carry(ana, sam)
    (shared,) = sam.does("inbox")["shared"]
    sam.does("encourage", "--partner", sam.partner, "--goal", shared["goal"]["id"], "-", words=ENCOURAGED)
    carry(sam, ana)
    ana.does("edit", goal, "-", words=json.dumps({"title": CHANGED}))
    carry(ana, sam)
    waited, had = titles(sam), words_in(sam.home, EVERY_WORD)
    again = ana.does("share", "send", share, "-", words="yes")["share"]
    carry(ana, sam)
    waited += titles(sam)
    ana.does("share", "stop", again)
    carry(ana, sam)
    left = words_in(sam.home, EVERY_WORD)
    return Walked(ana, sam, place / "between", had, left, waited, ana.does("inbox")["messages"])


def test_nothing_the_folder_ever_held_says_a_word(walked: Walked) -> None:
    held = [(path, content) for path, content in walked.written.writes if path.is_relative_to(walked.between)]
    assert len(held) > 10
    assert {len(content) for _, content in held} == {WIRE}
    assert not said_in(held, EVERY_WORD)
    assert said_in([*held, (walked.between / "planted", f"x{WHY}x".encode())], EVERY_WORD) == {WHY}


def said_in(held: list[tuple[Path, bytes]], words: Iterable[str]) -> set[str]:
    """Those of the words that are in any bytes or any name, however they are written."""
    everything = [content for _, content in held] + [str(path).encode() for path, _ in held]
    forms = {
        form: word for word in words for form in (word.encode(), word.encode("utf-16-le"), word.encode().hex().encode())
    }
    return {word for form, word in forms.items() if any(form in content for content in everything)}


def test_nothing_is_written_anywhere_else_and_no_word_is_in_any_file_or_argument(walked: Walked) -> None:
    private = [word for word in EVERY_WORD if word not in NAMES]
    for person in (walked.ana, walked.sam):
        seen = written_in(person.traces)
        seen.paths = {path for path in seen.paths if not path.is_relative_to(walked.between)}
        assert findings(seen, person.home.root, EVERY_WORD) == []
        assert started_with(seen, private) == 0


def test_the_partner_has_the_two_parts_their_own_words_and_a_name_and_nothing_else(walked: Walked) -> None:
    assert walked.shared == {TITLE, STEP, ENCOURAGED, *NAMES}


def test_an_edit_waits_for_a_yes(walked: Walked) -> None:
    assert walked.waited == [TITLE, CHANGED]


def test_after_stopping_the_partner_has_none_of_it(walked: Walked) -> None:
    assert walked.stopped == {ENCOURAGED, *NAMES}


def test_the_encouragement_is_there_once(walked: Walked) -> None:
    assert [message["text"] for message in walked.inbox] == [ENCOURAGED]

"""Two homes and a place between them, by commands alone: invite, join, compare, share, encourage, edit, stop."""

import json
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from journal.clock import SystemClock
from journal.paths import Home
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, cairn_environment
from tests.faults.written_files import watched
from tests.in_this_process import run_here

TITLE, STEP = "Get out most days", "ask Priya along on Tuesday"
WHY, CHANGED = "the flat has been so quiet", "Get out when it is dry"
OTHERS = ("Ring the surgery about the letter", "Learn the one song")
NOTE, PAGE = "slept through for once", "Rain all morning by the canal"
ENCOURAGED = "Saving you the seat by the window"
NAMES = ("Ana-Marie", "Samphire")
PRIVATE = (WHY, *OTHERS, NOTE, PAGE)
"""Words of Ana's that she shares with nobody."""
EVERY_WORD = (TITLE, STEP, CHANGED, ENCOURAGED, *NAMES, *PRIVATE)


@dataclass
class Person:
    """One home. Where there are traces, each command is a process, and all that it writes is watched."""

    home: Home
    traces: Path | None = None
    token: str = ""
    partner: str = field(default="", init=False)

    def does(self, *arguments: str, words: str = "", code: int = 0) -> Any:
        """The document of one command."""
        done = self._done([*arguments, "--json"], words)
        assert done.returncode == code, done.stderr
        return json.loads(done.stdout or "null")

    def _done(self, arguments: list[str], words: str) -> "subprocess.CompletedProcess[str]":
        environment = cairn_environment(self.home, PYTHONDONTWRITEBYTECODE="1", CAIRN_ADMISSION_TOKEN=self.token)
        if self.traces is None:
            return run_here(arguments, words.encode(), environment)
        command = watched([sys.executable, "-P", "-m", "tui", *arguments], self.traces)
        return subprocess.run(command, input=words, env=environment, capture_output=True, text=True, check=False)

    def titles(self) -> list[str]:
        """Of the goals that they are shown."""
        return [shared["goal"]["title"] for shared in self.does("inbox")["shared"]]


@dataclass(frozen=True)
class Walked:
    """What came of it."""

    ana: Person
    sam: Person
    invited: Any
    shared: frozenset[str]
    """The words that Sam's journal held while the goal was shared."""
    stopped: frozenset[str]
    """And after it was stopped."""
    waited: list[str]
    """The titles that Sam was shown after the edit, before the new yes, and after it."""
    inbox: list[Any]
    """Ana's."""


def walk(ana: Person, sam: Person, via: str) -> Walked:
    """The whole way, from a day before they met to the stop."""
    ana.does("check-in", "--mood", "6", "--note", "-", words=NOTE)
    ana.does("write", "-", words=PAGE)
    goal, *_ = [ana.does("goal", "add", "-", words=title)["id"] for title in (TITLE, *OTHERS)]
    ana.does("goal", "step", "add", goal, "-", words=STEP)
    ana.does("edit", goal, "-", words=json.dumps({"why_it_matters": WHY}))
    invited = _meet(ana, sam, via)
    chosen = ("--partner", ana.partner, "--goal", goal, "--fields", "title,next_step")
    ana.does("share", "add", *chosen, "-", words="no", code=8)
    share = ana.does("share", "add", *chosen, "-", words="yes")["share"]
    _carry(ana, sam)
    (shared,) = sam.does("inbox")["shared"]
    sam.does("encourage", "--partner", sam.partner, "--goal", shared["goal"]["id"], "-", words=ENCOURAGED)
    _carry(sam, ana)
    ana.does("edit", goal, "-", words=json.dumps({"title": CHANGED}))
    _carry(ana, sam)
    waited, had = sam.titles(), words_in(sam.home, EVERY_WORD)
    again = ana.does("share", "send", share, "-", words="yes")["share"]
    _carry(ana, sam)
    waited += sam.titles()
    ana.does("share", "stop", again)
    _carry(ana, sam)
    left = words_in(sam.home, EVERY_WORD)
    return Walked(ana, sam, invited, had, left, waited, ana.does("inbox")["messages"])


def _meet(ana: Person, sam: Person, via: str) -> Any:
    """Until both know that it is the other one; gives the invite."""
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
    _carry(ana, sam)
    return made


def _carry(ana: Person, sam: Person) -> None:
    """Until each has what the other has, and knows so."""
    for person in (ana, sam, ana, sam):
        person.does("sync")


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


def said_in(held: list[tuple[Path, bytes]], words: Iterable[str]) -> set[str]:
    """Those of the words that are in any bytes or any name, however they are written."""
    everything = [content for _, content in held] + [str(path).encode() for path, _ in held]
    forms = {
        form: word for word in words for form in (word.encode(), word.encode("utf-16-le"), word.encode().hex().encode())
    }
    return {word for form, word in forms.items() if any(form in content for content in everything)}

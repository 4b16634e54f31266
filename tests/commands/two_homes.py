"""Two homes on one machine and a folder between them: what two people type, and what each is answered."""

import json
import shutil
from dataclasses import dataclass
from pathlib import Path
from subprocess import CompletedProcess
from typing import Any

from journal.paths import Home
from tests.commands.answers import answer, refused
from tests.conftest import Cairn

TITLE, STEP, WHY = "Get out most days", "ask Priya along on Tuesday", "the flat is quiet"
CHOSEN = ("--fields", "title,next_step")


@dataclass(frozen=True)
class Person:
    """One of the two, at their own home."""

    cairn: Cairn
    home: Home

    def run(self, *arguments: str, words: str | bytes | None = None) -> "CompletedProcess[str]":
        """One command, as a person reads it."""
        return self.cairn(*arguments, words=words, at=self.home)

    def does(self, *arguments: str, words: str | bytes | None = None) -> Any:
        """The document of a command that works."""
        return answer(self.run(*arguments, "--json", words=words))

    def is_refused(self, code: int, *arguments: str, words: str | bytes | None = None) -> dict[str, str]:
        """The error document of one that is refused."""
        return refused(self.run(*arguments, "--json", words=words), code)

    def pair_state(self) -> str:
        """How this one stands with the only partner."""
        (partner,) = self.does("partner", "list")["partners"]
        return str(partner["pair"]["state"])

    def has_goal(self, title: str = TITLE, step: str | None = STEP, why: str | None = WHY) -> str:
        """A goal with these words; its id."""
        goal = str(self.does("goal", "add", "-", words=title)["id"])
        if step is not None:
            self.does("goal", "step", "add", goal, "-", words=step)
        if why is not None:
            self.does("edit", goal, "-", words=json.dumps({"why_it_matters": why}))
        return goal

    def shares(self, goal: str, *options: str) -> str:
        """A share of it, in the way most people would; its id."""
        said = self.does("share", "add", "--partner", "Sam", "--goal", goal, *(options or CHOSEN), "-", words="yes")
        return str(said["share"])


@dataclass(frozen=True)
class Two:
    """Ana invites and Sam joins."""

    ana: Person
    sam: Person
    between: Path
    """The folder that both can see."""

    @property
    def via(self) -> str:
        """It, as it is typed."""
        return f"folder:{self.between}"

    def invited(self, *options: str) -> str:
        """The words of a new invite of Ana's."""
        return str(self.ana.does("partner", "invite", "--via", self.via, "--alias", "Ana", *options)["words"])

    def joined(self, words: str) -> None:
        """Sam takes it."""
        self.sam.does("partner", "join", "-", "--via", self.via, "--alias", "Sam", words=words)

    def sync(self, rounds: int = 2) -> None:
        """Both meet the folder so many times, one after the other."""
        for _ in range(rounds):
            for person in (self.ana, self.sam):
                person.does("sync")

    def compare(self) -> tuple[Any, Any]:
        """What each is shown to compare."""
        ana, sam = (person.does("partner", "compare", only_partner(person)) for person in (self.ana, self.sam))
        return ana, sam

    def meet(self) -> None:
        """Everything until both are there by their names."""
        self.joined(self.invited())
        self.sync()
        for person in (self.ana, self.sam):
            person.does("partner", "compare", only_partner(person), "--match")
        self.sync()


def only_partner(person: Person) -> str:
    """The id of their only partner."""
    (partner,) = person.does("partner", "list")["partners"]
    return str(partner["partner"])


class Places:
    """Homes of two people who have met, kept to be copied: the folder has one path, which both journals know."""

    def __init__(self, cairn_of_this_test: Cairn, place: Path, template_home: Home) -> None:
        self._place, self._kept = place, place / "kept"
        for name in ("ana", "sam"):
            shutil.copytree(template_home.root, place / name / "home")
        (place / "between").mkdir()
        self.two(cairn_of_this_test).meet()
        shutil.copytree(place, self._kept, ignore=shutil.ignore_patterns("kept"))

    def two(self, cairn: Cairn) -> Two:
        """The two where they are now."""
        return _two_at(self._place, cairn)

    def again(self, cairn: Cairn) -> Two:
        """The two as they were right after meeting."""
        for name in ("ana", "sam", "between"):
            shutil.rmtree(self._place / name)
            shutil.copytree(self._kept / name, self._place / name)
        return self.two(cairn)


def two_people(cairn: Cairn, template_home: Home, place: Path) -> Two:
    """Two empty journals and an empty folder."""
    for name in ("ana", "sam"):
        shutil.copytree(template_home.root, place / name / "home")
    (place / "between").mkdir()
    return _two_at(place, cairn)


def _two_at(place: Path, cairn: Cairn) -> Two:
    ana, sam = (Person(cairn, Home(place / name / "home")) for name in ("ana", "sam"))
    return Two(ana, sam, place / "between")

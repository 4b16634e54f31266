"""A facilitator's home and two members of the group, by commands: made once a module, copied for each test."""

import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from journal.paths import Home
from journal.vault import key_slots
from tests.commands.two_homes import Person, only_partner
from tests.conftest import Cairn, FixedClock
from tests.groups.people import GROUP, LIMITS, let_join, opened
from tests.store.remembered_argon2 import RememberedArgon2id

__all__ = ["GROUP", "LIMITS", "GroupHomes", "copied", "joined_once"]


@dataclass(frozen=True)
class GroupHomes:
    """Kim holds the group; Ana and Sam are in it, and nothing is shared yet."""

    kim: Person
    ana: Person
    sam: Person
    clock: FixedClock

    def carry(self, rounds: int = 2) -> None:
        """Everybody looks in, in turn."""
        for _ in range(rounds):
            for person in (self.kim, self.ana, self.sam):
                person.does("sync")

    def shown(self) -> list[Any]:
        """The pages that Kim is shown."""
        return list(self.kim.does("group", "show", GROUP)["summaries"])

    def shares(self, words: str = '{"questions_for_you": "Is Tuesday full?"}', *options: str) -> str:
        """Ana writes this and says yes; the share's id."""
        kim = only_partner(self.ana)
        self.ana.does("summary", "write", "--partner", kim, "-", words=words)
        said = self.ana.does("summary", "send", "--partner", kim, *options, "-", words="yes")
        self.carry()
        return str(said["share"])


def joined_once(template_home: Home, around: Path) -> Path:
    """Three homes and a folder, never opened in place."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(key_slots, "Argon2id", RememberedArgon2id)
        let_join(template_home, around)
    return around


def copied(cairn: Cairn, joined: Path, place: Path, patched: pytest.MonkeyPatch) -> GroupHomes:
    """The same at a place of their own, by a clock that stands still."""
    shutil.copytree(joined, place)
    clock = FixedClock()
    # It knows the folder that it is in from here on.
    opened(place, clock).close()
    patched.setattr("tui.commands.terminal.SystemClock", lambda: clock)
    kim, ana, sam = (Person(cairn, Home(place / name)) for name in ("kim", "ana", "sam"))
    return GroupHomes(kim, ana, sam, clock)

"""Two journals that have not met, a third one that was not asked, and the folder that all of them can see."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.paths import Home
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.pairing.strangers import Person


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "both").mkdir()
    return tmp_path / "both"


@pytest.fixture
def person(template_home: Home, tmp_path: Path, folder: Path, clock: FixedClock) -> Iterator[Callable[[str], Person]]:
    """Opens a journal for somebody. All of them are on one clock."""
    found: list[Person] = []

    def with_a_journal(name: str) -> Person:
        shutil.copytree(template_home.root, tmp_path / name)
        found.append(Person(name, open_journal(Home(tmp_path / name), PASSPHRASE, clock), folder))
        return found[-1]

    yield with_a_journal
    for each in found:
        each.journal.close()


@pytest.fixture
def ana(person: Callable[[str], Person]) -> Person:
    return person("ana")


@pytest.fixture
def sam(person: Callable[[str], Person]) -> Person:
    return person("sam")


@pytest.fixture
def stranger(person: Callable[[str], Person]) -> Person:
    return person("stranger")

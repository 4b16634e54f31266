"""Children to do the deeds, and journals to do them to. Looking at what a fault left behind costs no derivation."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.paths import Home
from journal.use_cases.opening import create_journal
from journal.vault import key_slots
from journal.vault.key_slots import FLOOR
from tests.conftest import PASSPHRASE, FixedClock
from tests.faults import reliability
from tests.faults.children import Nursery
from tests.faults.filled import Filled, fill
from tests.faults.reliability import Note
from tests.faults.stopping import Place, Stage
from tests.vault.quick_argon2 import QuickArgon2id

note = reliability.note


@pytest.fixture(scope="session")
def _nursery() -> Iterator[Nursery]:
    nursery = Nursery()
    yield nursery
    nursery.close()


@pytest.fixture
def nursery(_nursery: Nursery, monkeypatch: pytest.MonkeyPatch) -> Nursery:
    """Where children are born. They derive their keys at no cost, and so does the test."""
    monkeypatch.setattr(key_slots, "Argon2id", QuickArgon2id)
    return _nursery


@pytest.fixture(scope="session")
def _quick_template(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("quick") / "home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_slots, "Argon2id", QuickArgon2id)
        create_journal(home, PASSPHRASE, FixedClock(), FLOOR)
    return home


@pytest.fixture
def quick_home(_quick_template: Home, tmp_path: Path) -> Home:
    """An empty journal for children."""
    shutil.copytree(_quick_template.root, tmp_path / "quick")
    return Home(tmp_path / "quick")


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Filled:
    """A journal for children with something of every kind in it; copied, never opened in place."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_slots, "Argon2id", QuickArgon2id)
        return fill(Place(tmp_path_factory.mktemp("filled")))


@pytest.fixture
def stage(nursery: Nursery, tmp_path: Path, note: Note) -> Callable[[Callable[[Place], object]], Stage]:
    """A stage for the deeds of this test: `stage(filled.copy)` begins each from there."""
    return lambda start: Stage(nursery, tmp_path, note, start)

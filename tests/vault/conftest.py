"""A vault that opens at once, for tests that open it a thousand times."""

import shutil
from pathlib import Path

import pytest

from journal.paths import Home
from journal.use_cases.opening import create_journal
from journal.vault import key_slots
from journal.vault.key_slots import FLOOR
from tests.conftest import PASSPHRASE, FixedClock
from tests.vault.quick_argon2 import QuickArgon2id


@pytest.fixture
def quick_argon2(monkeypatch: pytest.MonkeyPatch) -> type[QuickArgon2id]:
    """The derivation that costs nothing, counting from 0."""
    monkeypatch.setattr(key_slots, "Argon2id", QuickArgon2id)
    monkeypatch.setattr(QuickArgon2id, "calls", 0)
    return QuickArgon2id


@pytest.fixture(scope="session")
def quick_template(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A journal that only the quick derivation opens; copied, never opened in place."""
    home = Home(tmp_path_factory.mktemp("quick") / "home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_slots, "Argon2id", QuickArgon2id)
        create_journal(home, PASSPHRASE, FixedClock(), FLOOR)
    return home


@pytest.fixture
def quick_home(quick_template: Home, quick_argon2: type[QuickArgon2id], tmp_path: Path) -> Home:
    """Such a journal of this test's own."""
    shutil.copytree(quick_template.root, tmp_path / "quick")
    quick_argon2.calls = 0
    return Home(tmp_path / "quick")

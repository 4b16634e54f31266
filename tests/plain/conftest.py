"""What some of these tests share: a passphrase that is derived once for all of them, and a place elsewhere."""

from pathlib import Path

import pytest

from journal.vault import key_slots
from tests.groups.conftest import held, joined
from tests.store.remembered_argon2 import RememberedArgon2id

__all__ = ["held", "joined"]


@pytest.fixture
def quick_to_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same passphrase is derived once for all tests that ask for this."""
    monkeypatch.setattr(key_slots, "Argon2id", RememberedArgon2id)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    """A folder that is not the journal's."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder

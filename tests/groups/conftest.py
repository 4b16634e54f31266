"""A group with two members who have joined: made once, copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.paths import Home
from tests.groups.people import Held, let_join, opened


@pytest.fixture(scope="session")
def joined(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three homes and a folder, never opened in place."""
    around = tmp_path_factory.mktemp("joined") / "joined"
    with pytest.MonkeyPatch.context() as patched:
        from journal.vault import key_slots
        from tests.store.remembered_argon2 import RememberedArgon2id

        patched.setattr(key_slots, "Argon2id", RememberedArgon2id)
        let_join(template_home, around)
    return around


@pytest.fixture
def held(joined: Path, tmp_path: Path) -> Iterator[Held]:
    """All of them, open, with a real folder between them."""
    shutil.copytree(joined, tmp_path / "joined")
    held = opened(tmp_path / "joined")
    yield held
    held.close()

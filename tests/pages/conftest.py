"""Two people who have met: made once, copied for each test."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.paths import Home
from tests.pages.real_people import Two, let_meet, opened


@pytest.fixture(scope="session")
def met(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two homes and a folder, never opened in place."""
    around = tmp_path_factory.mktemp("met") / "met"
    with pytest.MonkeyPatch.context() as patched:
        from journal.vault import key_slots
        from tests.store.remembered_argon2 import RememberedArgon2id

        patched.setattr(key_slots, "Argon2id", RememberedArgon2id)
        let_meet(template_home, around)
    return around


@pytest.fixture
def around(met: Path, tmp_path: Path) -> Path:
    """A copy of this test's own."""
    shutil.copytree(met, tmp_path / "met")
    return tmp_path / "met"


@pytest.fixture
def two(around: Path) -> Iterator[Two]:
    """Both, open, with a real folder between them."""
    two = opened(around)
    yield two
    two.close()

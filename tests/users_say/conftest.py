"""A journal whose derivation costs nothing, and words to put into it."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import create_journal, open_journal
from journal.use_cases.unlocking import Unlocked
from journal.vault import key_slots
from journal.vault.key_slots import FLOOR
from tests.conftest import PASSPHRASE, FixedClock
from tests.vault.quick_argon2 import QuickArgon2id


@pytest.fixture(autouse=True)
def _quick_argon2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_slots, "Argon2id", QuickArgon2id)


@pytest.fixture(scope="session")
def quick_template(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A journal that only the quick derivation opens; copied, never opened in place."""
    home = Home(tmp_path_factory.mktemp("users say") / "home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_slots, "Argon2id", QuickArgon2id)
        create_journal(home, PASSPHRASE, FixedClock(), FLOOR)
    return home


@pytest.fixture
def home(quick_template: Home, tmp_path: Path) -> Home:
    """Such a journal of this test's own."""
    shutil.copytree(quick_template.root, tmp_path / "home")
    return Home(tmp_path / "home")


def write(journal: OpenJournal, body: str) -> str:
    """A page; its id."""
    return journal.write_page(replace(journal.blank_page(), body=body)).id


def bodies(home: Home, passphrase: str = PASSPHRASE) -> set[str]:
    """The words of every page that can be seen, once every page of the file has passed its check."""
    opened = open_journal(home, passphrase, FixedClock())
    opened.verify()
    found = opened._connection.rows(
        "SELECT body FROM entry JOIN item ON item.number = entry.item WHERE deleted_at IS NULL"
    )
    opened.close()
    return {str(body) for (body,) in found}


def unlocked_of(journal: OpenJournal) -> Unlocked:
    """What opened it."""
    assert journal.unlocked is not None
    return journal.unlocked

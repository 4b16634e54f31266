"""A journal with enough in it to harm, and openings that cost no derivation after the first."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journal.paths import Home
from journal.use_cases.opening import open_journal
from journal.vault import key_slots
from tests.conftest import PASSPHRASE, FixedClock
from tests.store.damaged_journals import copied, fill
from tests.store.remembered_argon2 import RememberedArgon2id

PAGES = 12
"""Journal pages in the filled journal; with their search words they fill some forty pages of the file."""


@pytest.fixture(autouse=True)
def _remembered_argon2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_slots, "Argon2id", RememberedArgon2id)


@pytest.fixture(scope="session")
def filled_template(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A journal with check-ins, and pages of which some are longer than a page of the file; never opened in place."""
    home = Home(tmp_path_factory.mktemp("filled") / "home")
    shutil.copytree(template_home.root, home.root)
    clock = FixedClock()
    journal = open_journal(home, PASSPHRASE, clock)
    for number in range(PAGES):
        page = journal.blank_page()
        words = " ".join(f"word{number}x{place}" for place in range(40 + 150 * (number % 3)))
        journal.write_page(replace(page, body=f"Day {number}\n{words}"), tags=(f"tag{number}",))
        journal.record_check_in(journal.blank_check_in())
    journal.close()
    return home


@pytest.fixture
def filled_home(filled_template: Home, tmp_path: Path) -> Home:
    """Such a journal of this test's own."""
    shutil.copytree(filled_template.root, tmp_path / "filled")
    return Home(tmp_path / "filled")


@pytest.fixture(scope="session")
def kept(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    """A journal with something in every table; never opened to write, nor harmed, in place."""
    home = copied(template_home, tmp_path_factory.mktemp("kept") / "home")
    fill(home)
    return home


@pytest.fixture
def later() -> FixedClock:
    """A clock of some days after the last thing written in it."""
    return FixedClock(datetime(2026, 3, 20, 9, 30, tzinfo=UTC))

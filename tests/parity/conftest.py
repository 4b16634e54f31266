"""A prepared journal for one deed, opened as often as it takes for the price of once; and an app that starts sooner."""

import pytest

from journal.vault import key_slots
from tests.parity.remembered_styles import RememberedStyles
from tests.store.remembered_argon2 import RememberedArgon2id


@pytest.fixture(autouse=True)
def quick_to_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal is opened three times for every way that is tried, with the same passphrase."""
    monkeypatch.setattr(key_slots, "Argon2id", RememberedArgon2id)
    monkeypatch.setattr("journal.vault.key_slots.suitable_cost", lambda: key_slots.FLOOR)


@pytest.fixture(autouse=True)
def quick_to_start(monkeypatch: pytest.MonkeyPatch) -> None:
    """An app is started for every way on the screen, with the same style sheets."""
    monkeypatch.setattr("textual.css.stylesheet.parse", RememberedStyles())

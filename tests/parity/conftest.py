"""A prepared journal for one deed, opened as often as it takes for the price of once."""

import pytest

from journal.vault import key_slots
from tests.groups.conftest import joined
from tests.store.remembered_argon2 import RememberedArgon2id

__all__ = ["joined"]


@pytest.fixture(autouse=True)
def quick_to_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """A journal is opened three times for every way that is tried, with the same passphrase."""
    monkeypatch.setattr(key_slots, "Argon2id", RememberedArgon2id)
    monkeypatch.setattr("journal.vault.key_slots.suitable_cost", lambda: key_slots.FLOOR)

"""Looking at what a fault left behind costs no derivation after the first; the processes themselves derive for real."""

import subprocess

import pytest

from journal.vault import key_slots
from tests.faults.injected import ROOT, python, quiet_environment
from tests.store.remembered_argon2 import RememberedArgon2id


@pytest.fixture(scope="session", autouse=True)
def _every_module_has_its_bytecode(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Otherwise a process would open more files than the one before it, and its calls could not be counted."""
    environment = quiet_environment()
    del environment["PYTHONDONTWRITEBYTECODE"]
    home = tmp_path_factory.mktemp("first run") / "home"
    for deed in ("make", "words", "open"):
        command = python("tests.faults.deeds", deed, str(home))
        subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, check=True)


@pytest.fixture(autouse=True)
def _remembered_argon2(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(key_slots, "Argon2id", RememberedArgon2id)

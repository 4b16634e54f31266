"""The stand-alone reader as a module, and the frozen files that it reads."""

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from tests.store.remembered_argon2 import RememberedArgon2id

ROOT = Path(__file__).parents[2]
READER = ROOT / "docs" / "read_vault.py"


class RememberedDerivation(RememberedArgon2id):
    """The same, asked in the reader's way."""

    def derive(self, secret: bytes) -> bytes:
        key = bytearray(32)
        self.derive_into(secret, key)
        return bytes(key)


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The program, imported from its file, with derivations that cost nothing the second time."""
    found = importlib.util.spec_from_file_location("read_vault", READER)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    monkeypatch.setattr(module, "Argon2id", RememberedDerivation)
    return module


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    """Every frozen journal and backup, copied."""
    shutil.copytree(
        ROOT / "tests" / "frozen", tmp_path / "frozen", ignore=shutil.ignore_patterns("*.py", "__pycache__")
    )
    return tmp_path / "frozen"

"""Imports go one way: the contracts of `pyproject.toml`, and proof that each of them can fail."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

PLANTED = {
    "Three rooms and one direction": ("journal/clock.py", "import sync"),
    "Inside journal, deeds stand on rooms and rooms on values": (
        "journal/errors.py",
        "import journal.domain",
    ),
    "Inside sync, what may leave stands on what both ends agree on": ("sync/errors.py", "import sync.protocol"),
    "Inside tui, what is drawn or asked stands on words": ("tui/wording/__init__.py", "import tui.commands"),
    "No cycles anywhere": ("tui/theme.py", "import tui.app"),
    "No SQL and no key in tui": ("tui/wording/__init__.py", "import journal.store.connection"),
    "The journal knows no network, no screen and no prompt": ("journal/domain/__init__.py", "import getpass"),
    "The database engine has one importer": ("journal/store/__init__.py", "import sqlcipher3"),
    "The network has one importer": ("sync/__init__.py", "import httpx"),
    "Cryptography is seen by the vault alone": ("journal/store/__init__.py", "import cryptography"),
    "A relay knows how long a page is, and nothing else of cairn": ("sync/relay/slots.py", "import sync.errors"),
    "The command becomes the relay, and imports nothing of it": ("tui/wording/__init__.py", "import sync.relay"),
    "What a relay stands on is seen by the relay alone": ("journal/domain/__init__.py", "import uvicorn"),
    "Pydantic reads what arrives as bytes, and nothing else": (
        "journal/domain/__init__.py",
        "import pydantic",
    ),
    "Commands, plain lines and wording draw nothing": ("tui/wording/__init__.py", "import textual"),
    "Each other package has its place too": ("journal/domain/__init__.py", "import mnemonic"),
}
"""For every contract, a line in a file that breaks it."""


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the tree in `folder`, on lines wide enough for every name."""
    check = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    return subprocess.run(
        [sys.executable, "-c", check],
        cwd=folder,
        env={**os.environ, "COLUMNS": "300", "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


def contract_names() -> set[str]:
    """Every contract that `pyproject.toml` holds."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {contract["name"] for contract in project["tool"]["importlinter"]["contracts"]}


@pytest.fixture
def copied_rooms(tmp_path: Path) -> Path:
    """The three rooms and their contracts, to be broken."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for room in ("journal", "sync", "tui"):
        shutil.copytree(ROOT / room, tmp_path / room, ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def test_imports_go_one_way() -> None:
    checked = lint_imports(ROOT)
    assert checked.returncode == 0, checked.stdout


def test_each_contract_can_be_broken(copied_rooms: Path) -> None:
    for path, line in PLANTED.values():
        with (copied_rooms / path).open("a", encoding="utf-8") as file:
            file.write(f"\n{line}\n")

    checked = lint_imports(copied_rooms)

    broken = {name for name in contract_names() if f"{name} BROKEN" in checked.stdout}
    assert checked.returncode != 0
    assert broken == contract_names() == set(PLANTED), checked.stdout


def test_a_module_without_a_place_is_noticed(copied_rooms: Path) -> None:
    (copied_rooms / "journal" / "odds_and_ends.py").write_text("", encoding="utf-8")

    assert "journal.odds_and_ends" in lint_imports(copied_rooms).stdout

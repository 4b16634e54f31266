"""What a process really loads, whatever the contracts say: a quick command must stay quick."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCREEN = {"textual", "rich"}
HEAVY = {*SCREEN, "pydantic", "httpx", "asyncio"}
NOT_TOUCHED = {
    "journal.domain.check_in_draft", "journal.domain.choices", "journal.domain.entry", "journal.domain.goal",
    "journal.domain.look_back", "journal.domain.parts", "journal.domain.peer_session", "journal.domain.shelves",
    "journal.domain.timeline", "tui.commands.check_in_here", "tui.commands.documents", "tui.plain",
}  # fmt: skip
"""What a check-in has nothing to do with: to make these values takes longer than to save it."""

_IMPORT_ALL = """
import importlib, pkgutil, sys, tui.cli, tui.commands
for module in pkgutil.iter_modules(tui.commands.__path__, "tui.commands."):
    importlib.import_module(module.name)
"""
_RUN = "import sys; from tui.cli import main; assert main(sys.argv[1:]) == 0"
_TELL = "\nprint('loaded:', *sys.modules)"


def loaded_by(program: str, *arguments: str, home: Path) -> set[str]:
    """Run a program in a process of its own and return the packages it had loaded at its end."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "CAIRN_HOME": str(home / "journal"),
        "CAIRN_PASSPHRASE_COMMAND": "echo seven quiet stones by the water",
    }
    done = subprocess.run(
        [sys.executable, "-c", program + _TELL, *arguments],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(done.stdout.rpartition("loaded:")[2].split())


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a journal in it."""
    folder = tmp_path_factory.mktemp("home")
    loaded_by(_RUN, "init", "--recovery-out", str(folder / "words"), home=folder)
    return folder


def test_a_quick_check_in_loads_nothing_heavy(home: Path) -> None:
    loaded = loaded_by(_RUN, "check-in", "--mood", "6", "--hope", "7", home=home)
    assert "sqlcipher3" in loaded
    assert not loaded & HEAVY
    assert {name for name in loaded if name.partition(".")[0] == "sync"} <= {"sync", "sync.errors"}


@pytest.fixture
def unlocked(home: Path) -> Iterator[Path]:
    """The same folder while its journal stays unlocked."""
    loaded_by(_RUN, "unlock", "--for", "5m", home=home)
    yield home
    loaded_by(_RUN, "lock", home=home)


def test_a_check_in_while_unlocked_loads_no_cryptography_and_nothing_it_does_not_touch(unlocked: Path) -> None:
    loaded = loaded_by(_RUN, "check-in", "--mood", "6", "--hope", "7", home=unlocked)
    assert "journal.vault.holding_keys" in loaded
    assert "journal.use_cases.checking_in" in loaded
    assert not loaded & {*HEAVY, "cryptography", "mnemonic", "platformdirs", "socket", "subprocess", "uuid"}
    assert not loaded & NOT_TOUCHED


def test_a_quick_check_in_loads_the_values_of_no_goal_session_or_shelf(home: Path) -> None:
    loaded = loaded_by(_RUN, "check-in", "--mood", "6", "--hope", "7", home=home)
    assert "journal.domain.check_in" in loaded
    assert not loaded & NOT_TOUCHED


def test_support_needs_no_database_and_no_key(home: Path) -> None:
    loaded = loaded_by(_RUN, "support", "--country", "GB", home=home)
    assert not loaded & {*HEAVY, "sqlcipher3", "cryptography"}


def test_importing_every_command_imports_no_screen(tmp_path: Path) -> None:
    loaded = loaded_by(_IMPORT_ALL, home=tmp_path)
    assert "tui.commands.check_in" in loaded
    assert not loaded & {*SCREEN, "httpx"}


def test_the_screen_is_what_loads_textual(tmp_path: Path) -> None:
    assert "textual" in loaded_by("import sys, tui.app", home=tmp_path)


_MEET = """
import sys
from journal.clock import SystemClock
from journal.paths import Home
from journal.use_cases.opening import open_journal
from sync.carrying import meet_and_wait
from sync.pairing import Pairing

journal = open_journal(Home(__import__("pathlib").Path(sys.argv[1])), "seven quiet stones by the water", SystemClock())
Pairing(journal).invite(sys.argv[2], my_name=None, called="Partner")
meet_and_wait(journal)
journal.close()
"""


@pytest.mark.parametrize("via", ["folder:{place}", "relay:http://127.0.0.1:1"])
def test_what_reaches_a_relay_is_loaded_by_nobody_who_meets_in_a_folder(home: Path, tmp_path: Path, via: str) -> None:
    shutil.copytree(home / "journal", tmp_path / "journal")
    loaded = loaded_by(_MEET, str(tmp_path / "journal"), via.format(place=tmp_path), home=tmp_path)
    assert ("httpx" in loaded) == ("sync.transports.relay_client" in loaded) == via.startswith("relay:")

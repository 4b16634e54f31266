"""What the tests share: one journal made once and copied, a clock that stands still, and cairn as a process."""

import gc
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import settings

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import create_journal, open_journal
from journal.vault import key_slots
from journal.vault.key_slots import FLOOR
from tests import quick_screens, quick_store
from tests.faults.reliability import Gathering
from tests.in_this_process import can_run_here, run_here
from tests.store.remembered_argon2 import RememberedArgon2id

ZONE = "Europe/London"
MEMORY, ROOM_BYTES = Path("/dev/shm"), 4 << 30
"""Where files are in memory, and how much must be free there: a whole run takes about 1 GB."""
PASSPHRASE = "four quiet words here"

Cairn = Callable[..., "subprocess.CompletedProcess[str]"]


def pytest_configure(config: pytest.Config) -> None:
    """One zone wherever the tests run, quick screens and journals, and one table of what the faults came to."""
    os.environ["TZ"] = ZONE
    time.tzset()
    # A shell has it ignored by what it runs in the background, and by everything that is started from there.
    signal.signal(signal.SIGINT, signal.default_int_handler)
    # And `nohup` this one.
    signal.signal(signal.SIGHUP, signal.SIG_DFL)
    quick_screens.make_quick()
    quick_store.make_quick()
    # A save waits for the disk several times, which is most of what a test of a journal would wait for.
    if MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM_BYTES:
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(MEMORY))
    # The same examples in every run, so that a change is red because of what it changed; `--hypothesis-profile=default`
    # draws others, and so does `make soak`.
    settings.register_profile("repeatable", derandomize=True)
    settings.load_profile("default" if config.option.markexpr == "soak" else "repeatable")
    config.pluginmanager.register(Gathering(config))


def pytest_collection_finish() -> None:
    """What all tests share is never garbage, and need not be looked through again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


@pytest.fixture(autouse=True)
def _argon2_is_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real derivation, once for each secret; a process that a test starts derives for itself."""
    monkeypatch.setattr(key_slots, "Argon2id", RememberedArgon2id)


class FixedClock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self, now: datetime = datetime(2026, 3, 14, 9, 30, tzinfo=UTC), zone: str = ZONE) -> None:
        self._now = now
        self._zone = zone

    def now(self) -> datetime:
        return self._now.astimezone(ZoneInfo(self._zone))

    def zone(self) -> str:
        return self._zone

    def set(self, now: datetime) -> None:
        self._now = now


@pytest.fixture(scope="session")
def template_home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """An empty journal with the lowest cost that is allowed; copied, never opened in place."""
    home = Home(tmp_path_factory.mktemp("template") / "home")
    create_journal(home, PASSPHRASE, FixedClock(), FLOOR)
    return home


@pytest.fixture
def home(template_home: Home, tmp_path: Path) -> Home:
    """A journal of this test's own."""
    shutil.copytree(template_home.root, tmp_path / "home")
    return Home(tmp_path / "home")


@pytest.fixture
def reachable(template_home: Home) -> Iterator[Home]:
    """A copy in a place that every user can reach, where only root can reach the tests' own."""
    with tempfile.TemporaryDirectory(prefix="reachable-", ignore_cleanup_errors=True) as place:
        Path(place).chmod(0o755)
        shutil.copytree(template_home.root, Path(place) / "home")
        yield Home(Path(place) / "home")


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def journal(home: Home, clock: FixedClock) -> Iterator[OpenJournal]:
    """This test's journal, open."""
    opened = open_journal(home, PASSPHRASE, clock)
    yield opened
    opened.close()


def cairn_environment(home: Home, **more: str) -> dict[str, str]:
    """An environment that knows this home and its passphrase, and nothing of whoever runs the tests."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home.root.parent),
        "TZ": ZONE,
        "LANG": "C.UTF-8",
        "CAIRN_HOME": str(home.root),
        "CAIRN_PASSPHRASE_COMMAND": f"echo '{PASSPHRASE}'",
        **more,
    }


@pytest.fixture
def cairn(home: Home) -> Cairn:
    """Run a command as a script would; in this process, where nothing about it needs one of its own."""

    def run(
        *arguments: str, words: str | bytes | None = None, at: Home = home, **more: str
    ) -> "subprocess.CompletedProcess[str]":
        content = words.encode() if isinstance(words, str) else words or b""
        if can_run_here(arguments, more):
            return run_here(arguments, content, cairn_environment(at, **more))
        return run_apart(arguments, content, cairn_environment(at, **more))

    return run


@pytest.fixture
def cairn_apart(home: Home) -> Cairn:
    """Run cairn as its own process, whatever the call."""

    def run(
        *arguments: str, words: str | bytes | None = None, at: Home = home, **more: str
    ) -> "subprocess.CompletedProcess[str]":
        content = words.encode() if isinstance(words, str) else words or b""
        return run_apart(arguments, content, cairn_environment(at, **more))

    return run


def run_apart(
    arguments: Sequence[str], content: bytes, environment: Mapping[str, str]
) -> "subprocess.CompletedProcess[str]":
    """One command as a process, with these bytes on its standard input."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "tui", *arguments],
        input=content,
        capture_output=True,
        env=environment,
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode(), done.stderr.decode(errors="replace")
    )

"""Stopped at a write, fsync, rename or any other call that changes a disk: the old state or the new, never neither.

Each deed runs once undisturbed, so that its calls are known, and then again for each call, from the same start:
killed there, or told that the disk is full, or that it is broken. A fixed sample of the calls is in `make test`;
`make soak` takes every one. This is no power cut: what the system has taken, it keeps.
"""

import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from journal.errors import NotOpened
from journal.paths import Home
from journal.use_cases.opening import create_journal, open_journal, open_journal_with_words
from journal.vault.header import parse_header
from journal.vault.key_slots import FLOOR
from tests.conftest import PASSPHRASE, FixedClock
from tests.faults.injected import (
    DISK_BROKEN,
    DISK_FULL,
    KILL,
    Call,
    Fault,
    calls_on,
    python,
    quiet_environment,
    struck,
    with_fault,
)

EFFECTS = (KILL, DISK_FULL, DISK_BROKEN)
SAMPLE = 6
"""Calls of each deed and effect that `make test` takes, the first and the last among them."""

sample_and_all = pytest.mark.parametrize(
    "most", [SAMPLE, pytest.param(10_000, marks=pytest.mark.soak)], ids=["sample", "all"]
)
every_effect = pytest.mark.parametrize("effect", EFFECTS, ids=["killed", "disk full", "disk broken"])


@dataclass(frozen=True)
class Stopped:
    """One deed that was stopped, and what it said before."""

    home: Home
    call: Call
    code: int
    said: str
    complained: str

    @property
    def promised(self) -> bool:
        """It said that it was done, so it must be."""
        return self.code == 0 and self.said.endswith("\n")


class Stage:
    """A deed and the home it starts from."""

    def __init__(self, folder: Path, deed: str, start: Callable[[Home], object]) -> None:
        self._folder, self._deed, self._start = folder, deed, start
        self._log = folder / "strace"

    def stops(self, effect: str, most: int) -> Iterator[Stopped]:
        """The deed again and again, stopped at one call after the other. Each fault is seen to have struck."""
        undisturbed = self._home("undisturbed")
        calls = calls_on(self._command(undisturbed), undisturbed.root, self._log, quiet_environment())
        for place, call in enumerate(spread(calls, most)):
            home = self._home(f"stopped-{place}")
            fault = Fault(call.name, str(call.nth), effect)
            done = subprocess.run(
                with_fault(self._command(home), fault, self._log),
                env=quiet_environment(),
                capture_output=True,
                check=False,
            )
            assert struck(self._log), f"{fault} did not happen"
            yield Stopped(home, call, done.returncode, done.stdout.decode(), done.stderr.decode())

    def _home(self, name: str) -> Home:
        home = Home(self._folder / name)
        self._start(home)
        return home

    def _command(self, home: Home) -> list[str]:
        return python("tests.faults.deeds", self._deed, str(home.root))


def spread(calls: list[Call], most: int) -> list[Call]:
    """At most so many, evenly, with the first and the last."""
    if len(calls) <= most:
        return calls
    return [calls[round(place * (len(calls) - 1) / (most - 1))] for place in range(most)]


def assert_calm(stopped: Stopped, effect: str) -> None:
    """A deed that is told no says so in our words, whatever call it was; one that was killed says nothing."""
    if effect == KILL:
        assert (stopped.code, stopped.complained) == (-9, "")
    elif stopped.code != 0:
        assert stopped.code == 6, stopped
        assert stopped.complained.startswith("cairn: "), stopped


def opens_whole(home: Home) -> bool:
    """It opens with its passphrase and every page of it is whole; if not, the test ends here."""
    journal = open_journal(home, PASSPHRASE, FixedClock())
    journal.verify()
    journal.close()
    return True


def words_that_open(home: Home, candidates: Iterable[str]) -> list[str]:
    """Those of the recovery words that open it."""
    opened = []
    for words in candidates:
        try:
            open_journal_with_words(home, words, FixedClock()).close()
        except NotOpened:
            continue
        opened.append(words)
    return opened


# Making a journal


@sample_and_all
@every_effect
def test_a_journal_is_made_whole_or_not_at_all(tmp_path: Path, effect: str, most: int) -> None:
    states: Counter[str] = Counter()
    for stopped in Stage(tmp_path, "make", lambda _: None).stops(effect, most):
        assert_calm(stopped, effect)
        if stopped.home.exists():
            assert opens_whole(stopped.home)
            states["new"] += 1
        else:
            assert not stopped.promised
            create_journal(stopped.home, PASSPHRASE, FixedClock(), FLOOR)
            assert opens_whole(stopped.home)
            states["old"] += 1
        if stopped.promised:
            assert words_that_open(stopped.home, [stopped.said]) == [stopped.said]
    assert states["old"] >= SAMPLE - 2
    assert states["new"] >= 1


@sample_and_all
@pytest.mark.parametrize("effect", [DISK_FULL, DISK_BROKEN], ids=["disk full", "disk broken"])
def test_a_journal_that_could_not_be_made_leaves_nothing_behind(tmp_path: Path, effect: str, most: int) -> None:
    for stopped in Stage(tmp_path, "make", lambda _: None).stops(effect, most):
        left = [path.name for path in stopped.home.root.glob("*")]
        assert left in ([], ["vault"]), stopped.call


# Mending a key file


@pytest.fixture(params=["header", "header.bak"])
def damaged_start(request: pytest.FixtureRequest, template_home: Home) -> Callable[[Home], None]:
    """A journal one of whose key files is cut off."""

    def start(home: Home) -> None:
        shutil.copytree(template_home.root, home.root)
        path = home.vault / request.param
        path.write_bytes(path.read_bytes()[:300])

    return start


@sample_and_all
@every_effect
def test_mending_a_key_file_never_costs_the_other(
    tmp_path: Path, template_home: Home, damaged_start: Callable[[Home], object], effect: str, most: int
) -> None:
    whole = template_home.header.read_bytes()
    for stopped in Stage(tmp_path, "open", damaged_start).stops(effect, most):
        if effect == KILL:
            assert stopped.code == -9
        assert whole in (stopped.home.header.read_bytes(), stopped.home.header_copy.read_bytes())
        assert opens_whole(stopped.home)
        assert stopped.home.header.read_bytes() == stopped.home.header_copy.read_bytes() == whole


def test_opening_goes_on_where_mending_is_refused(tmp_path: Path, damaged_start: Callable[[Home], object]) -> None:
    mending = [
        stopped
        for stopped in Stage(tmp_path, "open", damaged_start).stops(DISK_FULL, 10_000)
        if ".new-" in stopped.call.line and stopped.call.name in ("openat", "write", "fsync", "rename")
    ]
    assert len(mending) >= 4
    assert {(stopped.code, stopped.said) for stopped in mending} == {(0, "mended: None\n")}


# New recovery words


@pytest.fixture
def journal_with_paper(tmp_path: Path) -> tuple[Home, str]:
    """A journal, and the recovery words that were written on paper when it was made."""
    template = Home(tmp_path / "template")
    return template, " ".join(create_journal(template, PASSPHRASE, FixedClock(), FLOOR).words.words)


def copies_of(template: Home) -> Callable[[Home], object]:
    return lambda home: shutil.copytree(template.root, home.root)


@sample_and_all
@every_effect
def test_new_recovery_words_or_the_old_ones_open_and_the_passphrase_always_does(
    tmp_path: Path, journal_with_paper: tuple[Home, str], effect: str, most: int
) -> None:
    template, old = journal_with_paper
    before = template.header.read_bytes()

    states: Counter[str] = Counter()
    for stopped in Stage(tmp_path, "words", copies_of(template)).stops(effect, most):
        assert_calm(stopped, effect)
        assert opens_whole(stopped.home)
        now = stopped.home.header.read_bytes()
        assert [slot.kind for slot in parse_header(now).slots] == ["pass", "recovery"]
        assert stopped.home.header_copy.read_bytes() == now
        is_old = now == before
        assert words_that_open(stopped.home, [old]) == ([old] if is_old else [])
        if stopped.promised:
            assert words_that_open(stopped.home, [stopped.said]) == [stopped.said]
        states["old" if is_old else "new"] += 1
    assert states["old"] >= 2
    assert states["new"] >= 2


def test_words_that_could_not_be_replaced_still_open(tmp_path: Path, journal_with_paper: tuple[Home, str]) -> None:
    """Told that nothing was saved, a person keeps the old paper: it must still work."""
    template, old = journal_with_paper
    for stopped in Stage(tmp_path, "words", copies_of(template)).stops(DISK_FULL, 10_000):
        if not stopped.promised:
            assert words_that_open(stopped.home, [old]) == [old], stopped.call


def test_a_journal_that_was_said_not_to_be_made_is_not_there(tmp_path: Path) -> None:
    for stopped in Stage(tmp_path, "make", lambda _: None).stops(DISK_BROKEN, SAMPLE):
        assert stopped.promised or not stopped.home.exists(), stopped.call

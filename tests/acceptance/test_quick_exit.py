"""Acceptance check 12: a quick exit, by its key and typed, leaves a locked vault, every word, and exit code 0."""

from collections.abc import Iterator

import pytest

from journal.paths import Home
from journal.use_cases.opening import open_journal
from journal.use_cases.staying import held_unlocked, let_go, stay_unlocked
from journal.use_cases.unlocking import unlock_with_passphrase
from tests.conftest import PASSPHRASE, Cairn, FixedClock
from tests.terminal.conftest import OpenTerminal, terminal
from tests.terminal.test_journeys import unlock

__all__ = ["terminal"]

HALF = "half a thought"


@pytest.fixture(autouse=True)
def left_unlocked(home: Home, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The shell beside it was left unlocked, which somebody in a hurry does not think of."""
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    stay_unlocked(unlock_with_passphrase(home, PASSPHRASE), 600)
    assert held_unlocked(home) is not None
    yield
    let_go(home)


def assert_locked_with_the_draft(home: Home, clock: FixedClock) -> None:
    assert held_unlocked(home) is None
    journal = open_journal(home, PASSPHRASE, clock)
    assert [draft.body for draft in journal.drafts()] == [HALF]
    journal.close()


def test_12_quick_exit_by_its_key(terminal: OpenTerminal, home: Home, clock: FixedClock) -> None:
    cairn = terminal()
    unlock(cairn)
    cairn.keys("C-n")
    cairn.wait_for("Write here.")
    cairn.type(HALF)
    cairn.wait_for(HALF)
    cairn.keys("C-q")
    assert cairn.wait_for_code() == 0
    assert cairn.shown(with_history=True).strip() == "", "no message, and nothing of what was there"
    assert_locked_with_the_draft(home, clock)


def test_12_quick_exit_typed(cairn: Cairn, home: Home, clock: FixedClock) -> None:
    done = cairn("--plain", words=f"write\n\n\n\n{HALF}\nquit clear\n")
    assert (done.returncode, done.stderr) == (0, "")
    assert_locked_with_the_draft(home, clock)

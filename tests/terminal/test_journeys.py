"""What a person does in a real terminal, from the first start to coming back."""

import itertools
import os
import select
import signal
from pathlib import Path

import pytest

from journal.clock import SystemClock
from journal.domain.check_in import CheckIn
from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.store.transaction import transaction
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE
from tests.terminal.conftest import OpenTerminal
from tests.terminal.tmux import CAIRN, PATIENCE_S, Terminal

WORDS = "café 日本語 🙂"


def unlock(terminal: Terminal) -> None:
    terminal.wait_for("Passphrase:")
    terminal.type(PASSPHRASE)
    terminal.keys("Enter")
    terminal.wait_for("How is your mood today")


def recovery_words(shown: str) -> dict[int, str]:
    """Place and word of each of the fifteen on the screen."""
    parts = shown.split()
    return {int(place): word for place, word in itertools.pairwise(parts) if place.isdigit() and word.isalpha()}


def test_first_run_check_in_page_lock_unlock_and_both_are_there(terminal: OpenTerminal, tmp_path: Path) -> None:
    """Show at the end, 2."""
    at = Home(tmp_path / "new")
    cairn = terminal(at=at)
    cairn.wait_for("3 Look around")
    cairn.keys("1")
    cairn.wait_for("Passphrase:")
    cairn.type(PASSPHRASE)
    cairn.keys("Enter")
    cairn.wait_for("strong passphrase")
    cairn.type(PASSPHRASE)
    cairn.keys("Enter")
    words = recovery_words(cairn.wait_for("I have written them down"))
    assert sorted(words) == list(range(1, 16))
    cairn.keys("Enter")
    cairn.wait_for("Two of them")
    asked = [
        int(line.split()[1].rstrip(":")) for line in cairn.shown().splitlines() if line.strip().startswith("Word ")
    ]
    cairn.type(words[asked[0]])
    cairn.keys("Tab")
    cairn.type(words[asked[1]])
    cairn.wait_for(words[asked[1]])
    cairn.keys("Enter")
    cairn.wait_for("Which country")
    cairn.type("gb")
    cairn.keys("Enter")
    cairn.wait_for("Which nation")
    cairn.keys("Enter")

    cairn.wait_for("How hopeful do you feel today?")
    assert "recovery words are not on paper" not in cairn.shown()
    cairn.keys("Tab", "Tab", "7")
    cairn.wait_for("[7]")
    cairn.keys("C-s")
    cairn.wait_for("hope 7")

    cairn.keys("C-n")
    cairn.wait_for("Write here.")
    cairn.type(WORDS)
    cairn.wait_for(WORDS)
    cairn.keys("C-s")
    cairn.wait_for("Saved in your journal.")

    before = cairn.program_ids()
    cairn.keys("C-l")
    shown = cairn.wait_for("Locked.")
    assert WORDS not in shown
    assert cairn.program_ids() == before, "the same process began anew"
    unlock(cairn)
    cairn.keys("2")
    shown = cairn.wait_for("hope 7")
    assert WORDS in shown
    cairn.keys("C-q")
    assert cairn.wait_for_code() == 0
    assert WORDS not in cairn.shown(with_history=True)

    journal = open_journal(at, PASSPHRASE, SystemClock())
    items = journal.items(Filter(), 5)
    assert {item.hope for item in items if isinstance(item, CheckIn)} == {7}
    assert {item.body for item in items if isinstance(item, JournalEntry)} == {WORDS}
    journal.close()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_told_to_end_in_the_middle_of_writing_the_draft_is_kept_and_the_terminal_given_back(
    terminal: OpenTerminal, home: Home, number: signal.Signals, code: int
) -> None:
    """Show at the end, 2; P6."""
    cairn = terminal()
    unlock(cairn)
    cairn.keys("C-n")
    cairn.wait_for("Write here.")
    cairn.type("in the middle of a")
    cairn.wait_for("in the middle of a")
    cairn.signal(number)
    assert cairn.wait_for_code() == code
    assert "in the middle" not in cairn.shown(with_history=True)
    cairn.type("echo")
    cairn.wait_for("echo")

    journal = open_journal(home, PASSPHRASE, SystemClock())
    assert [draft.body for draft in journal.drafts()] == ["in the middle of a"]
    journal.close()


def test_a_terminal_that_goes_away_keeps_the_draft(terminal: OpenTerminal, home: Home) -> None:
    cairn = terminal()
    unlock(cairn)
    cairn.keys("C-n")
    cairn.wait_for("Write here.")
    cairn.type("the window closes")
    cairn.wait_for("the window closes")
    (process,) = map(os.pidfd_open, cairn.program_ids())
    cairn.close()
    assert select.select([process], [], [], PATIENCE_S)[0], "it has ended"
    os.close(process)

    journal = open_journal(home, PASSPHRASE, SystemClock())
    assert [draft.body for draft in journal.drafts()] == ["the window closes"]
    journal.close()


def test_a_wrong_passphrase_is_answered_calmly_and_the_next_one_opens(terminal: OpenTerminal) -> None:
    cairn = terminal()
    cairn.wait_for("Passphrase:")
    cairn.type("not this one")
    cairn.keys("Enter")
    shown = cairn.wait_for("That did not open it. Try again when you are ready.")
    assert not any(word in shown for word in ("attempt", "left", "1", "not this one"))
    unlock(cairn)


def test_support_is_there_before_unlock_and_leaves_nothing_behind(terminal: OpenTerminal, home: Home) -> None:
    before = sorted(path.name for path in home.root.rglob("*"))
    cairn = terminal()
    cairn.wait_for("Passphrase:")
    cairn.keys("F2")
    shown = cairn.wait_for("These people are there to listen.")
    assert "Not every number has been re-checked." in shown
    cairn.keys("Escape")
    cairn.wait_for("Passphrase:")
    cairn.keys("C-q")
    assert cairn.wait_for_code() == 0
    assert sorted(path.name for path in home.root.rglob("*")) == before


def test_recovery_words_stay_one_step_away_at_the_door(terminal: OpenTerminal) -> None:
    cairn = terminal()
    cairn.wait_for("Passphrase:")
    cairn.keys("C-r")
    cairn.wait_for("Recovery words:")
    cairn.type("one two three")
    cairn.keys("Enter")
    cairn.wait_for("Recovery words are 15 words.")


def test_resizing_while_writing_keeps_every_word(terminal: OpenTerminal) -> None:
    cairn = terminal()
    unlock(cairn)
    cairn.keys("C-n")
    cairn.wait_for("Write here.")
    cairn.type("words that stay")
    cairn.wait_for("words that stay")
    for size in ((140, 45), (40, 12), (80, 24)):
        cairn.resize(*size)
        cairn.wait_for("words that stay")
        cairn.wait_for("F2 support")


def test_a_page_typed_in_the_shell_keeps_long_lines_whole(terminal: OpenTerminal, home: Home) -> None:
    long_line = "word " * 1200
    shell = terminal([*CAIRN, "write"], CAIRN_PASSPHRASE_COMMAND=f"echo '{PASSPHRASE}'")
    shell.wait_for("A line with only a full stop ends the page.")
    shell.type(long_line)
    shell.keys("Enter")
    shell.type(".")
    shell.keys("Enter")
    assert shell.wait_for_code() == 0

    journal = open_journal(home, PASSPHRASE, SystemClock())
    (entry,) = journal.items(Filter(), 5)
    assert entry.body == long_line  # type: ignore[union-attr]  # a page
    assert journal.drafts() == []
    journal.close()


def test_a_page_interrupted_in_the_shell_is_a_draft(terminal: OpenTerminal, home: Home) -> None:
    shell = terminal([*CAIRN, "write"], CAIRN_PASSPHRASE_COMMAND=f"echo '{PASSPHRASE}'")
    shell.wait_for("A line with only a full stop ends the page.")
    shell.type("the first line")
    shell.keys("Enter")
    shell.type("the second")
    shell.wait_for("the second")
    shell.keys("C-c")
    assert shell.wait_for_code() == 130

    journal = open_journal(home, PASSPHRASE, SystemClock())
    assert [draft.body for draft in journal.drafts()] == ["the first line"]
    journal.close()


def test_told_to_end_while_another_cairn_writes_the_terminal_is_given_back_first(
    terminal: OpenTerminal, home: Home
) -> None:
    """P6, with the journal busy: the page must not stand on the terminal while the draft waits its turn."""
    cairn = terminal()
    unlock(cairn)
    cairn.keys("C-n")
    cairn.wait_for("Write here.")
    cairn.type("private words")
    cairn.wait_for("private words")
    other = open_journal(home, PASSPHRASE, SystemClock())
    with transaction(other._connection):
        cairn.signal(signal.SIGTERM)
        cairn.wait_for("private words", gone=True)
        assert cairn.program_ids(), "it still waits for its turn"
    other.close()
    assert cairn.wait_for_code() == 143

    journal = open_journal(home, PASSPHRASE, SystemClock())
    assert [draft.body for draft in journal.drafts()] == ["private words"]
    journal.close()

"""`cairn check-in` with nothing else on the line: a few questions in place, and nothing private left in the window."""

import shlex
import signal

import pytest

from journal.clock import SystemClock
from journal.domain.check_in import CheckIn
from journal.domain.entry import answers_of
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE
from tests.terminal.conftest import OpenTerminal
from tests.terminal.hurrying import HURRIED
from tests.terminal.tmux import CAIRN, Terminal

OPENS = {"CAIRN_PASSPHRASE_COMMAND": f"echo '{PASSPHRASE}'"}
WELCOME = "Enter goes past one."
PRIVATE = "the river was high"
FIRST = "How is your mood today, so far?"
CLEAR_IT = "Your words are still above in this window. Clear it?"


def in_a_window(terminal: OpenTerminal, *program: str, **more: str) -> Terminal:
    """A window in which something stands already, and then the questions."""
    line = f"echo stood here before; exec {shlex.join(program)}"
    window = terminal(["sh", "-c", line], **OPENS, **more)
    window.wait_for(FIRST)
    return window


def answer(window: Terminal, typed: str, then: str) -> None:
    window.type(typed)
    window.keys("Enter")
    window.wait_for(then)


def opened(home: Home) -> OpenJournal:
    return open_journal(home, PASSPHRASE, SystemClock())


def test_it_asks_part_by_part_and_leaves_one_line_that_says_nothing_of_it(terminal: OpenTerminal, home: Home) -> None:
    window = in_a_window(terminal, *CAIRN, "check-in")
    assert "stood here before" not in window.shown()
    answer(window, "12", "A whole number from 0 to 10")
    answer(window, "1", "How hopeful do you feel today?")
    answer(window, "7", "Any words for it?")
    answer(window, "calm, wistful", "Did anything help today?")
    answer(window, "rowing a lot", "A note, if you like")
    answer(window, PRIVATE, PRIVATE)
    answer(window, ".", "Enter closes this page.")
    said = window.shown()
    assert "You noted that rowing helped." in said
    assert "If today is heavy, support is one key away" in said
    window.keys("Enter")
    assert window.wait_for_code() == 0
    left = window.wait_for("Saved. Thank you for taking a moment.")
    assert left.split("\n")[:2] == ["stood here before", "Saved. Thank you for taking a moment."]
    everything = window.shown(with_history=True)
    assert not [words for words in (PRIVATE, "rowing", "wistful", "heavy", "mood", "12") if words in everything]

    journal = opened(home)
    (saved,) = journal.items(Filter(), 5)
    assert isinstance(saved, CheckIn)
    assert (saved.mood, saved.hope, saved.feelings, saved.note) == (1, 7, ("calm", "wistful"), PRIVATE)
    assert journal.drafts() == []
    journal.close()


@pytest.mark.parametrize("ends", ["C-c", "SIGTERM", "SIGHUP"])
def test_stopped_half_way_it_keeps_a_draft_and_gives_the_terminal_back(
    terminal: OpenTerminal, home: Home, ends: str
) -> None:
    window = in_a_window(terminal, *CAIRN, "check-in")
    answer(window, "6", "How hopeful do you feel today?")
    answer(window, "", "Any words for it?")
    answer(window, "wistful", "Did anything help today?")
    if ends == "C-c":
        window.keys(ends)
    else:
        window.signal(signal.Signals[ends])
    assert window.wait_for_code() == {"C-c": 130, "SIGTERM": 143, "SIGHUP": 129}[ends]
    window.wait_for("stood here before")
    assert "wistful" not in window.shown(with_history=True)

    journal = opened(home)
    (draft,) = journal.drafts()
    assert answers_of(draft) == {"mood": 6, "feelings": "wistful", "scale_id": "n11_v1"}
    journal.close()
    again = in_a_window(terminal, *CAIRN, "check-in")
    again.wait_for("What you had begun is here again.")


def test_ctrl_z_does_not_leave_the_words_standing(terminal: OpenTerminal) -> None:
    window = in_a_window(terminal, *CAIRN, "check-in")
    answer(window, "6", "How hopeful do you feel today?")
    window.keys("C-z")
    answer(window, "7", "Any words for it?")
    assert "stood here before" not in window.shown()


def test_where_lines_are_read_as_they_come_it_asks_before_it_clears(terminal: OpenTerminal) -> None:
    window = in_a_window(terminal, *CAIRN, "check-in", ACCESSIBLE="1")
    assert "stood here before" in window.shown(), "no second page, and nothing redrawn"
    answer(window, "6", "How hopeful do you feel today?")
    for then in ("Any words for it?", "Did anything help today?", "A note, if you like"):
        answer(window, "", then)
    answer(window, PRIVATE, PRIVATE)
    answer(window, ".", CLEAR_IT)
    window.type("yes")
    window.keys("Enter")
    assert window.wait_for_code() == 0
    assert PRIVATE not in window.shown(with_history=True)


def test_on_a_terminal_that_knows_nothing_it_asks_too_and_says_how_far_it_can(terminal: OpenTerminal) -> None:
    window = in_a_window(terminal, "env", "TERM=dumb", *CAIRN, "check-in")
    answer(window, "6", "How hopeful do you feel today?")
    window.keys("C-c")
    window.wait_for(CLEAR_IT)
    window.type("yes")
    window.keys("Enter")
    window.wait_for("They are out of sight.")
    assert window.wait_for_code() == 130


def test_with_nobody_there_it_locks_by_itself_and_leaves_nothing(terminal: OpenTerminal, home: Home) -> None:
    window = in_a_window(terminal, *HURRIED, "check-in")
    answer(window, "6", "How hopeful do you feel today?")
    window.wait_for("Nothing was typed for a while, so it locked by itself.")
    assert window.wait_for_code() == 0
    assert "hopeful" not in window.shown(with_history=True)
    journal = opened(home)
    assert [answers_of(draft)["mood"] for draft in journal.drafts()] == [6]
    journal.close()

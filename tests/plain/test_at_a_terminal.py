"""Plain lines where a person sits: a hidden passphrase, nothing but words, and an empty window on request."""

import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest

from journal.clock import SystemClock
from journal.errors import NotOpened
from journal.paths import Home
from journal.use_cases.opening import open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from tests.conftest import PASSPHRASE, cairn_environment
from tests.plain.on_terminal import PATIENCE_S, OnTerminal
from tui.wording import keys, opening, support
from tui.wording import plain as words
from tui.wording import screen as shown

Open = Callable[..., OnTerminal]
QUESTION = "What would you like to do?"
END_OF_INPUT, INTERRUPT = b"\x04", b"\x03"
NOT_FOR_EARS = re.compile("[\u2500-\u259f\u2800-\u28ff\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f]")
"""A terminal itself turns a line end into two characters, so the other one of them is not among these."""


@pytest.fixture
def terminal(home: Home) -> Iterator[Open]:
    opened: list[OnTerminal] = []

    def start(*arguments: str, at: Home = home, **more: str) -> OnTerminal:
        opened.append(OnTerminal(at, *arguments, **more))
        return opened[-1]

    yield start
    for one in opened:
        one.close()


def unlock(cairn: OnTerminal) -> None:
    cairn.wait_for(opening.PASSPHRASE)
    cairn.type(PASSPHRASE)
    cairn.wait_for(QUESTION)


def text_of(cairn: OnTerminal) -> str:
    return cairn.shown.decode()


def test_on_a_dumb_terminal_cairn_speaks_in_lines_and_shows_no_escape_character(terminal: Open) -> None:
    cairn = terminal(TERM="dumb")
    unlock(cairn)
    cairn.type("check in", "6", "7", "calm", "a walk a lot", "A note.", ".")
    cairn.wait_for(QUESTION)
    cairn.type("quit", "no")
    assert cairn.ended() == 0
    assert words.CLEAR_IT in cairn.text
    assert NOT_FOR_EARS.findall(text_of(cairn)) == []
    assert PASSPHRASE not in text_of(cairn)


def test_recovery_words_do_not_show_while_they_are_typed_and_that_is_said(terminal: Open) -> None:
    cairn = terminal(TERM="dumb")
    cairn.wait_for(opening.PASSPHRASE)
    cairn.type("words")
    cairn.wait_for(words.SECRET_HELP)
    cairn.wait_for(shown.RECOVERY)
    cairn.type("zoo " * 15)
    cairn.wait_for(shown.RECOVERY)
    cairn.type("quit")
    assert cairn.ended() == 0
    assert "zoo" not in cairn.text


@pytest.mark.parametrize("call", [("vault", "recovery", "--check"), ("vault", "passphrase", "--recovery")])
def test_nor_do_they_where_a_command_asks_for_them(terminal: Open, call: tuple[str, ...]) -> None:
    cairn = terminal(*call)
    cairn.wait_for(words.SECRET_HELP)
    cairn.wait_for(keys.CHECK_WORDS)
    cairn.type("zoo " * 15)
    assert cairn.ended() == 3
    assert "zoo" not in cairn.text


@pytest.mark.parametrize("more", [{"CAIRN_PLAIN": "1"}, {"ACCESSIBLE": "1"}])
def test_variables_ask_for_plain_lines(terminal: Open, more: dict[str, str]) -> None:
    cairn = terminal(**more)
    cairn.wait_for(words.WELCOME)


def test_what_was_chosen_once_opens_plain_lines_before_unlock(terminal: Open, home: Home) -> None:
    write_preferences(home, Preferences(plain=True))
    terminal().wait_for(words.WELCOME)


def test_what_is_said_elsewhere_than_on_the_terminal_is_said_in_lines(home: Home) -> None:
    ours, theirs = pty.openpty()
    os.write(ours, b"quit\n")
    done = subprocess.run(
        [sys.executable, "-P", "-m", "tui"],
        stdin=theirs,
        capture_output=True,
        env=cairn_environment(home, TERM="xterm-256color"),
        timeout=PATIENCE_S,
        check=False,
    )
    os.close(ours)
    os.close(theirs)
    assert (done.returncode, done.stderr) == (0, b"")
    assert words.WELCOME in done.stdout.decode()
    assert words.CLEAR_IT not in done.stdout.decode()


def test_support_a_wrong_passphrase_and_a_way_out_at_the_hidden_question(terminal: Open) -> None:
    cairn = terminal("--plain")
    cairn.wait_for(opening.PASSPHRASE)
    cairn.type("!")
    cairn.wait_for(support.LISTENING)
    cairn.wait_for(opening.PASSPHRASE)
    cairn.type("wrong")
    cairn.wait_for(NotOpened.sentence)
    cairn.wait_for(opening.PASSPHRASE)
    cairn.type("quit")
    assert cairn.ended() == 0
    assert words.CLEAR_IT not in cairn.text


def test_a_typed_yes_clears_the_window_and_nothing_else_does(terminal: Open) -> None:
    cairn = terminal("--plain")
    unlock(cairn)
    cairn.type("quit")
    cairn.wait_for(words.CLEAR_IT)
    cairn.wait_for(f"2 {words.NO}")
    assert b"\x1b" not in cairn.shown
    cairn.type("yes")
    assert cairn.ended() == 0
    assert cairn.shown.endswith(b"\x1b[2J\x1b[3J\x1b[H")


def test_quit_clear_leaves_and_clears_at_once_and_keeps_the_page(terminal: Open, home: Home) -> None:
    cairn = terminal("--plain")
    unlock(cairn)
    cairn.type("write", "", "", "", "half a thought", "quit clear")
    assert cairn.ended() == 0
    assert words.CLEAR_IT not in cairn.text
    assert cairn.shown.endswith(b"\x1b[2J\x1b[3J\x1b[H")
    journal = open_journal(home, PASSPHRASE, SystemClock())
    assert [draft.body for draft in journal.drafts()] == ["half a thought"]
    journal.close()


def test_a_window_that_cannot_be_cleared_is_filled_with_empty_lines_and_says_so(terminal: Open) -> None:
    cairn = terminal(TERM="dumb")
    unlock(cairn)
    cairn.type("quit", "yes")
    assert cairn.ended() == 0
    assert "\n" * 20 in text_of(cairn).replace("\r", "")
    assert cairn.text.endswith(words.CANNOT_CLEAR)
    assert NOT_FOR_EARS.findall(text_of(cairn)) == []


def test_lock_asks_for_the_passphrase_again_in_plain_lines(terminal: Open) -> None:
    cairn = terminal("--plain")
    unlock(cairn)
    cairn.type("lock", "no")
    cairn.wait_for(opening.LOCKED)
    unlock(cairn)
    cairn.type("quit", "no")
    assert cairn.ended() == 0


def test_the_end_of_input_leaves_calmly_from_everywhere(terminal: Open) -> None:
    cairn = terminal("--plain")
    cairn.wait_for(opening.PASSPHRASE)
    cairn.press(END_OF_INPUT)
    assert cairn.ended() == 0
    cairn = terminal("--plain")
    unlock(cairn)
    cairn.type("write", "", "", "", "half a thought")
    cairn.wait_for(words.WRITE)
    cairn.press(END_OF_INPUT)
    cairn.wait_for(words.CLEAR_IT)
    cairn.press(END_OF_INPUT)
    assert cairn.ended() == 0


def test_an_interruption_keeps_the_page_that_is_being_typed(terminal: Open, home: Home) -> None:
    cairn = terminal("--plain")
    unlock(cairn)
    cairn.type("write", "", "", "", "half a thought", "!")
    cairn.wait_for(words.GO_ON_WRITING)
    cairn.press(INTERRUPT)
    assert cairn.ended() == 130
    journal = open_journal(home, PASSPHRASE, SystemClock())
    assert [draft.body for draft in journal.drafts()] == ["half a thought"]
    journal.close()


def test_first_run_asks_for_a_passphrase_twice_and_shows_neither(
    terminal: Open, tmp_path_factory: pytest.TempPathFactory
) -> None:
    new = Home(tmp_path_factory.mktemp("new") / "home")
    cairn = terminal(at=new, TERM="dumb")
    cairn.wait_for(shown.DOOR_LOOK)
    cairn.type("1")
    cairn.wait_for(opening.PASSPHRASE)
    cairn.type(PASSPHRASE)
    cairn.wait_for(opening.PASSPHRASE_AGAIN)
    cairn.type(PASSPHRASE)
    cairn.wait_for(shown.WORDS_LATER)
    cairn.type("2")
    cairn.wait_for("Which country")
    cairn.type("")
    cairn.wait_for(QUESTION)
    cairn.type("quit", "")
    assert cairn.ended() == 0
    assert PASSPHRASE not in text_of(cairn)
    assert NOT_FOR_EARS.findall(text_of(cairn)) == []
    open_journal(new, PASSPHRASE, SystemClock()).close()

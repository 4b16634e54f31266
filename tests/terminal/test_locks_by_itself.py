"""A screen and lines that are left alone in a real terminal: locked, out of sight, and every word still there."""

from collections.abc import Iterator

import pytest

from journal.clock import SystemClock
from journal.paths import Home
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE
from tests.plain.on_terminal import OnTerminal
from tests.terminal.conftest import OpenTerminal
from tests.terminal.hurrying import HURRIED, HURRY
from tui.wording import locking, opening
from tui.wording import plain as words

HALF = "half a thought"


class Hurried(OnTerminal):
    """Plain lines for which minutes go by in seconds."""

    before_it_starts = HURRY


@pytest.fixture
def lines(home: Home) -> Iterator[Hurried]:
    cairn = Hurried(home, "--plain")
    yield cairn
    cairn.close()


def drafts(home: Home) -> list[str]:
    journal = open_journal(home, PASSPHRASE, SystemClock())
    kept = [draft.body for draft in journal.drafts()]
    journal.close()
    return kept


def test_a_screen_that_is_left_alone_locks_and_no_passphrase_command_opens_it_again(
    terminal: OpenTerminal, home: Home
) -> None:
    """users-say 12 and 16."""
    cairn = terminal(HURRIED, CAIRN_PASSPHRASE_COMMAND=f"echo '{PASSPHRASE}'")
    cairn.wait_for("How is your mood today")
    cairn.keys("C-n")
    cairn.wait_for("Write here.")
    cairn.type(HALF)
    cairn.wait_for(HALF)
    (process,) = cairn.program_ids()
    cairn.wait_for(opening.LOCKED)
    assert HALF not in cairn.shown(with_history=True)
    assert cairn.program_ids() == [process]
    assert drafts(home) == [HALF]
    cairn.type(PASSPHRASE)
    cairn.keys("Enter")
    cairn.wait_for("Hello.")


def test_lines_that_are_left_alone_say_so_and_lock_and_keep_the_line_that_was_never_ended(
    lines: Hurried, home: Home
) -> None:
    lines.wait_for(opening.PASSPHRASE)
    lines.type(PASSPHRASE)
    lines.wait_for(words.WHAT_WOULD_YOU_LIKE)
    lines.type("write", "", "", "", HALF)
    lines.wait_for(words.WRITE)
    lines.press(b"and half a li")
    lines.wait_for(locking.SOON)
    lines.wait_for(locking.BY_ITSELF)
    cleared = lines.shown.rindex(b"\x1b[2J")
    lines.wait_for(opening.LOCKED)
    lines.wait_for(opening.PASSPHRASE)
    assert HALF.encode() not in lines.shown[cleared:]
    assert words.CLEAR_IT not in lines.text
    lines.type("quit")
    assert lines.ended() == 0
    assert drafts(home) == [f"{HALF}\nand half a li"]

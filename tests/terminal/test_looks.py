"""The looks in a real terminal: as many colours as it has, none where none are wanted, and a cursor to follow."""

import re

import pytest

from journal.paths import Home
from journal.use_cases.preferences import Preferences, write_preferences
from tests.terminal.conftest import OpenTerminal
from tests.terminal.test_journeys import unlock
from tests.terminal.tmux import CAIRN, Terminal

SIXTEEN = ["env", "TERM=screen", "COLORTERM=", *CAIRN]
"""In a terminal that has 16 colours."""
_STYLES = re.compile(r"\x1b\[([\d;:]*)m")


def styles(terminal: Terminal) -> set[str]:
    """Every part of every style on the screen, as the terminal keeps it."""
    drawn = terminal._tmux("capture-pane", "-e", "-p", "-t", "t")
    return set(_STYLES.findall(drawn))


def colours(terminal: Terminal) -> set[str]:
    """Those of them that say a colour."""
    said = set()
    for style in styles(terminal):
        parts = style.replace(":", ";").split(";")
        for place, part in enumerate(parts):
            if part in ("38", "48"):
                said.add(parts[place + 1])
                break
            if re.fullmatch(r"[349][0-7]|10[0-7]", part):
                said.add("16")
    return said


def test_true_colours_are_used_where_the_terminal_has_them(terminal: OpenTerminal) -> None:
    cairn = terminal()
    unlock(cairn)
    assert colours(cairn) == {"2"}


def test_256_colours_are_used_where_there_are_no_more(terminal: OpenTerminal) -> None:
    cairn = terminal(COLORTERM="")
    unlock(cairn)
    assert colours(cairn) == {"5"}


def test_a_terminal_of_16_colours_gets_its_own(terminal: OpenTerminal) -> None:
    cairn = terminal(SIXTEEN)
    unlock(cairn)
    assert colours(cairn) <= {"16"}
    assert not {style for style in styles(cairn) if re.search(r"(^|;)4[0-7](;|$)", style)}, "grounds are its own"


def test_a_look_that_was_chosen_is_worn_on_16_colours_too(terminal: OpenTerminal, home: Home) -> None:
    write_preferences(home, Preferences(look="contrast"))
    cairn = terminal(SIXTEEN)
    unlock(cairn)
    assert {style for style in styles(cairn) if re.search(r"(^|;)40(;|$)", style)}


@pytest.mark.parametrize("look", [None, "dusk", "dawn"])
def test_no_colour_means_none_and_words_still_stand_out(terminal: OpenTerminal, home: Home, look: str | None) -> None:
    write_preferences(home, Preferences(look=look))
    cairn = terminal(NO_COLOR="1")
    unlock(cairn)
    assert colours(cairn) == set()
    assert any("1" in style.split(";") for style in styles(cairn)), "nothing is bold"


def test_the_cursor_of_the_quiet_screen_is_shown_and_follows_the_focus(terminal: OpenTerminal, home: Home) -> None:
    write_preferences(home, Preferences(quiet=True))
    cairn = terminal()
    unlock(cairn)
    cairn.keys("F9")
    cairn.wait_for("Quiet screen")
    for step in range(3):
        _wait_for_cursor(cairn, on=("Your name", "What to notice", "How you answer")[step])
        cairn.keys("Down")


def _wait_for_cursor(terminal: Terminal, on: str) -> None:
    """Wait until the cursor is shown on the row with these words."""
    for _ in range(200):
        shown, row = terminal._tmux("display-message", "-p", "-t", "t", "#{cursor_flag} #{cursor_y}").split()
        if shown == "1" and on in terminal.shown().splitlines()[int(row)]:
            return
    raise AssertionError(f"the cursor is not on {on!r}:\n{terminal.shown()}")


def test_without_the_quiet_screen_the_cursor_stays_hidden(terminal: OpenTerminal) -> None:
    cairn = terminal()
    unlock(cairn)
    assert cairn._tmux("display-message", "-p", "-t", "t", "#{cursor_flag}").strip() == "0"

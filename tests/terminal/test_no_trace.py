"""V9, acceptance check 12: a session leaves its words and the passphrase nowhere that others can look.

Neither in a file that it could have written, nor in an argument or a variable of a program that it started, nor over
the window.
"""

from pathlib import Path

from journal.paths import Home
from tests.conftest import PASSPHRASE
from tests.faults.written_files import findings, started_with, watched, written_in
from tests.terminal.conftest import OpenTerminal
from tests.terminal.test_journeys import unlock
from tests.terminal.tmux import CAIRN

WORD = "quincunx"
"""Stands in every field of the session, and nowhere else."""


def test_a_session_on_the_screen_leaves_its_words_in_no_file(
    terminal: OpenTerminal, home: Home, tmp_path: Path
) -> None:
    traces = tmp_path / "traces"
    cairn = terminal(watched(CAIRN, traces), PYTHONDONTWRITEBYTECODE="1")
    unlock(cairn)
    cairn.keys("Tab", "6", "Tab", "7", "Tab")
    for field in (f"{WORD}f", f"{WORD}h", f"{WORD}n"):
        cairn.type(field)
        cairn.wait_for(field)
        cairn.keys("Tab")
    cairn.keys("C-s")
    cairn.wait_for("Saved. Thank you")
    cairn.keys("C-n")
    cairn.wait_for("Write here.")
    cairn.type(f"a page with {WORD}p")
    cairn.wait_for(f"{WORD}p")
    assert WORD not in cairn.title()
    cairn.keys("C-s")
    cairn.wait_for("Saved in your journal.")
    cairn.keys("C-n")
    cairn.wait_for("Write here.")
    cairn.type(f"a draft with {WORD}d")
    cairn.wait_for(f"{WORD}d")
    cairn.keys("C-l")
    cairn.wait_for("Locked.")
    unlock(cairn)
    cairn.keys("C-f")
    cairn.wait_for("Words to look for")
    cairn.type(WORD)
    cairn.wait_for("things hold these words.")
    assert WORD not in cairn.title()
    cairn.keys("C-q")
    assert cairn.wait_for_code() == 0
    assert WORD not in cairn.title() + cairn.shown(with_history=True)

    _assert_no_trace(home, traces)


def _assert_no_trace(home: Home, traces: Path) -> None:
    seen = written_in(traces)
    assert home.vault / "journal-1.db" in seen.paths, "the journal was seen being written"
    assert findings(seen, home.root, [WORD, PASSPHRASE]) == []
    assert started_with(seen, [WORD, PASSPHRASE]) == 0
    assert started_with(seen, ["--locked"]) == 1, "the lock's new beginning was seen"

    planted = home.root / "vault" / "planted"
    planted.write_text(f"... {WORD} ...")
    assert findings(seen, home.root, [WORD, PASSPHRASE]) == [f"{planted}: a word is in it"]

"""V9, show at the end 5: after a whole session the words and the passphrase are in no file it could have written."""

from pathlib import Path

from journal.paths import Home
from tests.conftest import PASSPHRASE
from tests.faults.written_files import findings, watched, written_in
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
    cairn.keys("C-q")
    cairn.wait_for_code()

    _assert_no_trace(home, traces)


def _assert_no_trace(home: Home, traces: Path) -> None:
    seen = written_in(traces)
    assert home.vault / "journal-1.db" in seen.paths, "the journal was seen being written"
    assert findings(seen, home.root, [WORD, PASSPHRASE]) == []

    planted = home.root / "vault" / "planted"
    planted.write_text(f"... {WORD} ...")
    assert findings(seen, home.root, [WORD, PASSPHRASE]) == [f"{planted}: a word is in it"]

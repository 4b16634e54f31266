"""P1 to P5, P7 and the crash: what must never reach the terminal, a clipboard or a file."""

import sys
from pathlib import Path

from journal.clock import SystemClock
from journal.paths import Home
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, Cairn
from tests.terminal.conftest import OpenTerminal
from tests.terminal.test_journeys import unlock

SECRET = "a sentence nobody else may read"

_CRASHING = """
import sys
import tui.screens.today

def crash(self):
    private = {secret!r}
    raise RuntimeError(private)

tui.screens.today.Today.action_hard_day = crash
from tui.cli import main
sys.exit(main([]))
"""


def test_a_crash_prints_one_calm_line_and_no_value(terminal: OpenTerminal, tmp_path: Path, home: Home) -> None:
    """P1. The crash is put in by this test; there is no hook in the product."""
    script = tmp_path / "crashing.py"
    script.write_text(_CRASHING.format(secret=SECRET))
    cairn = terminal([sys.executable, "-P", str(script)])
    unlock(cairn)
    cairn.keys("Tab", "6")
    cairn.wait_for("[6]")
    cairn.keys("d")
    assert cairn.wait_for_code() == 1
    shown = cairn.shown(with_history=True)
    assert "Something went wrong in cairn, not in what you did." in shown
    assert "RuntimeError" in shown
    for private in (SECRET, PASSPHRASE, "private =", "Traceback", "locals"):
        assert private not in shown

    journal = open_journal(home, PASSPHRASE, SystemClock())
    assert [draft.answers for draft in journal.drafts()] == ['{"mood": 6, "scale_id": "n11_v1"}'], (
        "what was begun is kept"
    )
    journal.close()


def test_textuals_own_variables_are_forgotten(terminal: OpenTerminal, tmp_path: Path) -> None:
    """P2. `TEXTUAL_LOG` would write every key press, the passphrase among them."""
    log = tmp_path / "keys.log"
    cairn = terminal(TEXTUAL_LOG=str(log), TEXTUAL="debug,devtools", TEXTUAL_SCREENSHOT="1")
    unlock(cairn)
    cairn.keys("C-q")
    assert cairn.wait_for_code() == 0
    assert not log.exists()
    assert not list(tmp_path.rglob("*.svg"))


def test_control_and_bidi_characters_are_kept_but_never_sent(terminal: OpenTerminal, home: Home, cairn: Cairn) -> None:
    """P3. The words come in by a script and are kept byte for byte; the terminal sees them inert."""
    hostile = "before \x1b]0;owned\x07\x1b[31mred \u202egnp.exe after"
    assert cairn("write", "-", words=hostile).returncode == 0
    shown = cairn("show").stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown

    screen = terminal()
    unlock(screen)
    screen.keys("2")
    shown = screen.wait_for("before ]0;owned[31mred")
    assert "\u202e" not in shown
    screen.keys("Enter")
    assert "\u202e" not in screen.wait_for("after")

    journal = open_journal(home, PASSPHRASE, SystemClock())
    found = journal.search("before")[1][0]
    assert journal.read(found.id).body == hostile  # type: ignore[union-attr]  # a page
    journal.close()


def test_markup_in_a_persons_words_is_only_words(terminal: OpenTerminal, cairn: Cairn) -> None:
    """P4."""
    words = "I felt [not] okay [/] [@click=app.quit()]here[/]"
    cairn("write", "-", words=words)
    screen = terminal()
    unlock(screen)
    screen.keys("2")
    assert words in screen.wait_for("I felt")
    screen.keys("Enter")
    screen.wait_for("Page ·")
    assert words in screen.wait_for("I felt")


def test_the_palette_offers_no_screenshot(terminal: OpenTerminal) -> None:
    """P7."""
    screen = terminal()
    unlock(screen)
    screen.keys("F3")
    screen.wait_for("Support now")
    screen.type("screen")
    screen.wait_for("screen")
    assert "creenshot" not in screen.shown()


def test_passphrase_never_shows_while_it_is_typed(terminal: OpenTerminal) -> None:
    """P5 and more: neither typed, nor copied, nor cut."""
    screen = terminal()
    screen.wait_for("Passphrase:")
    screen.type(SECRET)
    screen.wait_for("•" * len(SECRET))
    screen.keys("C-a", "C-c", "C-x")
    assert SECRET not in screen.shown(with_history=True)

"""V11: after a lock the process holds no words, no passphrase and no key any more; and that they would be found."""

from pathlib import Path

from journal.paths import Home
from journal.vault.header import parse_header
from journal.vault.key_slots import open_with_passphrase
from journal.vault.passphrase import passphrase_bytes
from tests.conftest import PASSPHRASE
from tests.terminal.conftest import OpenTerminal
from tests.terminal.looking_in import Window, window
from tests.terminal.test_journeys import unlock
from tests.terminal.tmux import Terminal

SAVED, NOT_YET_SAVED = "quincunx lantern by the sea", "half a line of marzipan"


def in_memory(looked_in: Window, process: int, needles: dict[str, list[bytes]]) -> set[str]:
    """The names of those that are there, in any of the ways in which they could be."""
    regions = looked_in.regions_of(process)
    return {name for content in regions for name, ways in needles.items() if any(way in content for way in ways)}


def as_text(words: str) -> list[bytes]:
    """As Python keeps it, with a character or two beside it or none that take more room."""
    return [words.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-32-le")]


def secrets_of(home: Home) -> dict[str, list[bytes]]:
    """The passphrase and both keys: as bytes, and as hex in either case."""
    root = open_with_passphrase(parse_header(home.header.read_bytes()), passphrase_bytes(PASSPHRASE))
    as_hex = bytes(root.database_key()[2:-1])
    keys = {"root key": bytes(root.reveal_for_wrapping()), "database key": bytes.fromhex(as_hex.decode())}
    return {
        "passphrase": as_text(PASSPHRASE),
        **{name: [key, key.hex().encode(), key.hex().upper().encode()] for name, key in keys.items()},
    }


def test_after_a_lock_no_words_no_passphrase_and_no_key_are_in_memory(terminal: OpenTerminal, home: Home) -> None:
    needles = {"saved": as_text(SAVED), "not yet saved": as_text(NOT_YET_SAVED), **secrets_of(home)}
    with window() as looked_in:
        _lock_and_look(terminal(**looked_in.variables), looked_in, needles)


def _lock_and_look(cairn: Terminal, looked_in: Window, needles: dict[str, list[bytes]]) -> None:
    unlock(cairn)
    cairn.keys("C-n")
    cairn.wait_for("Write here.")
    cairn.type(SAVED)
    cairn.wait_for(SAVED)
    cairn.keys("C-s")
    cairn.wait_for("Saved in your journal.")
    cairn.keys("C-n")
    cairn.wait_for("Write here.")
    cairn.type(NOT_YET_SAVED)
    cairn.wait_for(NOT_YET_SAVED)
    (process,) = cairn.program_ids()
    assert in_memory(looked_in, process, needles) >= {"saved", "not yet saved", "root key"}

    cairn.keys("C-l")
    cairn.wait_for("Locked.")

    assert cairn.program_ids() == [process]
    assert b"--locked" in Path(f"/proc/{process}/cmdline").read_bytes()
    assert in_memory(looked_in, process, needles) == set()
    # What was on its way is there again, out of the journal and nowhere else.
    unlock(cairn)
    assert "root key" in in_memory(looked_in, process, needles)

"""A wrong passphrase gets one sentence and nothing else: no word from the engine, no count, no change."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from journal.paths import Home
from tests.conftest import Cairn, cairn_environment
from tests.store.locked_file import database_of, files_of

SENTENCE = "cairn: That did not open it. Try again when you are ready.\n"
WRONG = {"CAIRN_PASSPHRASE_COMMAND": "echo five quiet words in here"}

DEEDS = [
    ("check-in", "--mood", "6"),
    ("write", "-"),
    ("show",),
    ("search", "-"),
    ("vault", "verify"),
    ("undo",),
    ("drafts",),
]


@pytest.mark.parametrize("deed", DEEDS, ids=" ".join)
def test_a_wrong_passphrase_is_one_sentence_on_standard_error(home: Home, cairn: Cairn, deed: tuple[str, ...]) -> None:
    before = files_of(home.root)
    done = cairn(*deed, words="a lantern\n", **WRONG)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", SENTENCE)
    assert files_of(home.root) == before


def test_the_fourth_wrong_passphrase_is_answered_as_the_first(home: Home, cairn: Cairn) -> None:
    answers = {(done.returncode, done.stderr) for done in (cairn("show", **WRONG) for _ in range(4))}
    assert answers == {(3, SENTENCE)}
    assert cairn("show").returncode == 0


def test_with_json_it_is_one_document(cairn: Cairn) -> None:
    done = cairn("show", "--json", **WRONG)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == (
        '{"error": {"code": "wrong-passphrase", "message": "That did not open it. Try again when you are ready.",'
        ' "hint": "Check caps lock. With your recovery words: cairn vault passphrase --recovery."}}\n'
    )


def test_nothing_is_read_from_standard_input_before_it_opens(home: Home) -> None:
    """Words are not asked for, nor taken, where they could not be kept."""
    into, out = os.pipe()
    os.write(out, b"a lantern\n")
    os.close(out)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "tui", "write", "-"],
        stdin=into,
        capture_output=True,
        env=cairn_environment(home, **WRONG),
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert done.returncode == 3
    assert os.read(into, 100) == b"a lantern\n"
    os.close(into)


def test_the_engine_says_nothing_about_a_file_it_cannot_read(home: Home, cairn: Cairn) -> None:
    """With its log on, one bad page writes lines of its own over the screen."""
    content = database_of(home).read_bytes()
    database_of(home).write_bytes(content[:4096] + bytes(range(256)) * 16 + content[8192:])
    done = cairn("vault", "verify")
    assert done.returncode == 5
    assert len(done.stderr.splitlines()) == 2
    assert done.stderr.startswith("cairn: ")


def test_without_the_setting_the_engine_would_speak(home: Home) -> None:
    """What the setting is for, and that the tests above can fail."""
    script = (
        "import sqlcipher3, sys\n"
        "c = sqlcipher3.connect(sys.argv[1])\n"
        "c.set_key(bytearray(b\"x'\" + b'00' * 32 + b\"'\"))\n"
        "try:\n    c.execute('SELECT count(*) FROM sqlite_master')\n"
        "except sqlcipher3.DatabaseError:\n    pass\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(database_of(home))], capture_output=True, check=True, env={}
    )
    assert b"ERROR" in done.stderr

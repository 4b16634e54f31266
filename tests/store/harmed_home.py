"""What cairn says about a home that was harmed: commands run in this process, and their exact sentences."""

import io
import os
from contextlib import redirect_stderr, redirect_stdout

from journal.errors import Damaged
from journal.paths import Home
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tui import cli
from tui.commands.grammar import build_parser

NOT_OURS = "The journal file is not what cairn wrote. Nothing was changed."
OF_ANOTHER_LENGTH = "The journal file was cut off or added to. Nothing was changed."
A_PAGE = "A page of the journal file does not pass its check. Nothing was changed."
NOT_IN_ITS_PLACE = "The journal file is not in its place. Nothing was set up instead of it."
PLAINTEXT = "The file in the journal's place is not encrypted, so cairn did not write it."
TWO_JOURNALS = "The journal file and its key file belong to two different journals."
EMPTY = "The journal file is empty. Nothing was set up over it."
INNER_ORDER = "The journal file's inner order is broken. Nothing was changed."
WRONG = "That did not open it. Try again when you are ready."
CHECK_IN = ("check-in", "--mood", "6")
"""The deed that would write."""


def where_noticed(home: Home, clock: FixedClock) -> str:
    """Open and check every page, and say where it stopped."""
    try:
        journal = open_journal(home, PASSPHRASE, clock)
    except Damaged:
        return "opening"
    try:
        journal.verify()
    except Damaged:
        return "verify"
    finally:
        journal.close()
    return "nowhere"


def said(home: Home, *arguments: str, passphrase: str = PASSPHRASE) -> tuple[int, str, str]:
    """Run a command in this process: its exit code, what it answered, and what it told."""
    into, out = os.pipe()
    os.write(out, f"{passphrase}\n".encode())
    os.close(out)
    answer, told = io.StringIO(), io.StringIO()
    call = [*arguments, "--home", str(home.root), "--passphrase-fd", str(into)]
    try:
        with redirect_stdout(answer), redirect_stderr(told):
            code = cli.run(build_parser(call).parse_args(call))
    finally:
        os.close(into)
    return code, answer.getvalue(), told.getvalue()


def damaged(sentence: str) -> tuple[int, str, str]:
    """What a command does about damage: exit code 5, no answer, this sentence, and a way out."""
    return 5, "", f"cairn: {sentence}\n{Damaged.hint}\n"

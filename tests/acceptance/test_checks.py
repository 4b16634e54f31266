"""Acceptance checks 4, 5 and 6 by their numbers. Where each of the fourteen is proved: `docs/acceptance.md`."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import Cairn, FixedClock, cairn_environment
from tests.journeys.rows import rows_of
from tests.screens.stage import opened, picture, until, until_shown
from tui.screens.today import Today
from tui.wording import check_in as check_in_words
from tui.wording import plain as plain_words
from tui.wording import shell

NO_NETWORK = """
import sys
def refuse(event, _):
    if event.startswith("socket."):
        raise RuntimeError("the network was asked for")
sys.addaudithook(refuse)
from tui.cli import main
sys.exit(main(["support"]))
"""


def test_4_a_check_in_with_everything_left_blank_saves(journal: OpenJournal) -> None:
    blank = journal.blank_check_in()
    assert journal.record_check_in(blank).check_in == blank
    assert journal.read(blank.id) == blank


def beside_the_journal(home: Home) -> dict[Path, bytes]:
    """Every other file of the home."""
    files = (path for path in home.root.rglob("*") if path.is_file())
    return {path: path.read_bytes() for path in files if not path.name.startswith("journal-")}


@pytest.mark.parametrize("answer", [0, 1])
def test_5_a_low_answer_writes_nothing_beyond_the_check_in(home: Home, journal: OpenJournal, answer: int) -> None:
    journal.record_check_in(replace(journal.blank_check_in(), mood=5))
    before, files = rows_of(home), beside_the_journal(home)
    saved = journal.record_check_in(replace(journal.blank_check_in(), mood=answer, hope=answer))
    after = rows_of(home)
    assert saved.support_is_offered
    assert beside_the_journal(home) == files
    changed = {table for table in after if after[table] != before[table]}
    assert changed == {"item", "check_in"}


def test_5_the_support_line_comes_at_most_once_a_day(journal: OpenJournal, clock: FixedClock) -> None:
    low = [journal.record_check_in(replace(journal.blank_check_in(), hope=1)).support_is_offered for _ in range(3)]
    yesterday = journal.record_check_in(replace(journal.blank_check_in("yesterday"), hope=1)).support_is_offered
    assert (low, yesterday) == ([True, False, False], True)


@pytest.mark.parametrize("first", ["by a command", "in plain lines"])
def test_5_the_support_line_comes_once_whichever_way_the_day_goes_on(cairn: Cairn, first: str) -> None:
    def by_command() -> bool:
        return shell.SUPPORT_OFFERED in cairn("check-in", "--mood", "0").stdout

    def in_plain_lines() -> bool:
        return plain_words.HEAVY in cairn("--plain", words="check in\n0\n\n\n\n\nquit\n").stdout

    ways = [by_command, in_plain_lines]
    said = [way() for way in (ways if first == "by a command" else reversed(ways))]
    assert said == [True, False]


async def test_5_the_support_line_is_one_line_and_never_a_window(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("tab", "0", "ctrl+s")
        await until_shown(pilot, check_in_words.HEAVY)
        assert isinstance(pilot.app.screen, Today)
        await pilot.press("tab", "0", "ctrl+s")
        await until(pilot, lambda: check_in_words.HEAVY not in picture(pilot.app.screen))


def test_6_support_works_with_no_vault(cairn: Cairn, tmp_path: Path) -> None:
    nowhere = Home(tmp_path / "nowhere")
    assert "call 116 123" in cairn("support", "--country", "GB", at=nowhere).stdout
    assert not nowhere.root.exists()


def test_6_support_works_with_a_wrong_passphrase_and_changes_nothing(cairn: Cairn, home: Home) -> None:
    before = {path: path.read_bytes() for path in home.root.rglob("*") if path.is_file()}
    done = cairn("support", "--country", "GB", CAIRN_PASSPHRASE_COMMAND="echo wrong")
    assert (done.returncode, "call 116 123" in done.stdout) == (0, True)
    assert {path: path.read_bytes() for path in home.root.rglob("*") if path.is_file()} == before


def test_6_support_asks_no_network(home: Home) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", NO_NETWORK],
        env=cairn_environment(home),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Support now" in done.stdout.decode()


def test_6_support_works_on_a_dumb_terminal(cairn: Cairn) -> None:
    said = cairn("support", "--country", "GB", TERM="dumb").stdout
    assert "call 116 123" in said
    assert "\x1b" not in said

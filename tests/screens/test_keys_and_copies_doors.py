"""What the doors and Today say of keys and copies: words that open, a backup that moves in, one quiet line."""

from datetime import timedelta
from pathlib import Path

import pytest

from journal.errors import NotOpened
from journal.paths import Home
from journal.use_cases.open_journal import ELSEWHERE, OLDER_SEEN, OpenJournal
from journal.use_cases.opening import WORDS_CONFIRMED, open_journal
from journal.use_cases.snapshots import snapshot_if_due
from journal.use_cases.unlocking import unlock_with_passphrase
from journal.use_cases.ways_in import replace_recovery_words
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.keys_stage import a_backup, answer, asked, pages_of, quick, type_two_back, with_pages
from tests.screens.stage import Actor, at_the_door, opened, picture, until, until_shown, words_of
from tui.key_map import KeyMap
from tui.modals.ask_path import AskPath
from tui.modals.backup_way_in import BackupWayIn
from tui.modals.check_words import CheckWords
from tui.modals.choose import Choose
from tui.modals.choose_passphrase import ChoosePassphrase
from tui.modals.passphrase_again import PassphraseAgain
from tui.modals.words_first import WordsFirst
from tui.screens.today import Today
from tui.screens.today_line import line_of
from tui.screens.unlock import Unlock
from tui.widgets.secret import Secret
from tui.wording import keys_screen as words

__all__ = ["quick"]
pytestmark = pytest.mark.usefixtures("quick")
NEW = "another four quiet words"


# Unlock


async def test_recovery_words_open_it_and_then_ask_for_a_new_passphrase(home: Home, clock: FixedClock) -> None:
    """users-say 11."""
    recovery_words = " ".join(replace_recovery_words(home, PASSPHRASE).words)
    async with at_the_door(home, clock) as pilot:
        await asked(pilot, Unlock)
        await pilot.press("ctrl+r")
        await until_shown(pilot, "Recovery words:")
        await answer(pilot, recovery_words)
        await asked(pilot, ChoosePassphrase)
        await answer(pilot, NEW, "first")
        await answer(pilot, NEW, "second")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
        await until_shown(pilot, "Hello.")
    open_journal(home, NEW, clock).close()
    with pytest.raises(NotOpened):
        open_journal(home, PASSPHRASE, clock)


# First run


async def test_a_backup_becomes_the_journal_of_a_new_computer(
    home: Home, clock: FixedClock, quick: Path, tmp_path: Path
) -> None:
    with_pages(home, clock, "from the other computer")
    a_backup(home, clock, quick / "copy")
    new = Home(tmp_path / "new")
    async with at_the_door(new, clock) as pilot:
        await pilot.press("2")
        question = await asked(pilot, AskPath)
        await answer(pilot, "no-copy")
        await until_shown(pilot, "There is no file at that path.")
        assert pilot.app.screen is question
        await answer(pilot, "copy")
        await asked(pilot, BackupWayIn)
        await answer(pilot, "not this one")
        await until_shown(pilot, "That did not open it.")
        await answer(pilot, PASSPHRASE)
        await until_shown(pilot, "Which country")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
        await until_shown(pilot, "Hello.")
    assert pages_of(new, clock) == {"from the other computer"}


async def test_a_backup_opens_with_its_recovery_words_too_and_then_takes_a_passphrase(
    home: Home, clock: FixedClock, quick: Path, tmp_path: Path
) -> None:
    recovery_words = " ".join(replace_recovery_words(home, PASSPHRASE).words)
    a_backup(home, clock, quick / "copy")
    new = Home(tmp_path / "new")
    async with at_the_door(new, clock) as pilot:
        await pilot.press("2")
        await asked(pilot, AskPath)
        await answer(pilot, "copy")
        await asked(pilot, BackupWayIn)
        await pilot.press("ctrl+r")
        await until(pilot, lambda: not pilot.app.screen.query_one(Secret).password)
        await answer(pilot, recovery_words)
        await asked(pilot, ChoosePassphrase)
        await answer(pilot, NEW, "first")
        await answer(pilot, NEW, "second")
        await until_shown(pilot, "Which country")
    open_journal(new, NEW, clock).close()


async def test_a_home_in_a_synced_folder_is_said_before_anything_is_made(clock: FixedClock, tmp_path: Path) -> None:
    async with at_the_door(Home(tmp_path / "Dropbox" / "new"), clock) as pilot:
        await until_shown(pilot, "Dropbox")
        await until_shown(pilot, "3 Look around")


# Today


def _settled(home: Home, clock: FixedClock, *, days_ago: int = 0) -> None:
    """A journal whose words are on paper, made so many days ago."""
    journal = open_journal(home, PASSPHRASE, clock)
    journal.choose(WORDS_CONFIRMED, "yes")
    journal.close()
    clock.set(clock.now() + timedelta(days=days_ago))


async def _take_up(pilot: Actor, line: str) -> None:
    await until_shown(pilot, line)
    await pilot.press("o")


async def test_words_that_are_not_on_paper_yet_are_one_key_away(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _take_up(pilot, KeyMap().keyed(words.WORDS_WAITING))
        await asked(pilot, PassphraseAgain)
        await answer(pilot, PASSPHRASE)
        await asked(pilot, WordsFirst)
        await type_two_back(pilot)
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
        await until(pilot, lambda: KeyMap().keyed(words.WORDS_WAITING) not in picture(pilot.app.screen))


async def test_a_year_after_the_words_are_asked_after_then_a_place_elsewhere_and_both_can_be_put_off(
    home: Home, clock: FixedClock
) -> None:
    _settled(home, clock, days_ago=370)
    async with opened(home, clock) as pilot:
        await _take_up(pilot, words.STILL_HAVE_WORDS)
        await asked(pilot, Choose)
        await pilot.press("enter")
        await asked(pilot, CheckWords)
        await pilot.press("escape")
        await _take_up(pilot, words.STILL_HAVE_WORDS)
        await asked(pilot, Choose)
        await pilot.press("down", "enter")
        await until_shown(pilot, "Your safety copies are on this computer only.")
        assert words.STILL_HAVE_WORDS not in picture(pilot.app.screen)
        await pilot.press("o")
        await asked(pilot, Choose)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today) and words_of(pilot, "#line") == "")
    journal = open_journal(home, PASSPHRASE, clock)
    assert journal.setting(ELSEWHERE) == ""
    journal.close()


async def test_an_older_journal_in_its_place_is_said_with_the_day_and_can_be_meant(
    home: Home, clock: FixedClock
) -> None:
    """Security b.8: joint rollback of the file alone is seen by its own safety copies."""
    with_pages(home, clock, "kept")
    older = next(home.vault.glob("journal-*.db"))
    before = older.read_bytes()
    with_pages(home, clock, "written after")
    snapshot_if_due(unlock_with_passphrase(home, PASSPHRASE), clock)
    older.write_bytes(before)
    async with opened(home, clock) as pilot:
        await _take_up(pilot, "This journal is older than the last one seen here.")
        await asked(pilot, Choose)
        await until_shown(pilot, "14 March 2026 that holds more")
        await pilot.press("enter")
        await until(pilot, lambda: words_of(pilot, "#line") == "")
        await pilot.press("f8")
    journal = open_journal(home, PASSPHRASE, clock)
    assert journal.setting(OLDER_SEEN) == "2026-03-14"
    journal.close()


def test_there_is_never_more_than_one_line(journal: OpenJournal, clock: FixedClock) -> None:
    def about() -> str | None:
        line = line_of(journal)
        return line.about if line else None

    clock.set(clock.now() + timedelta(days=370))
    assert about() == "words"
    journal.choose(WORDS_CONFIRMED, "yes")
    assert about() == "check-words"
    journal.note_words_checked()
    assert about() == "elsewhere"
    journal.choose(ELSEWHERE, "")
    assert about() is None

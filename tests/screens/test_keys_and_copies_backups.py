"""Keys and copies: backups made, checked and put back; safety copies elsewhere. A wrong path is said, and stays."""

import threading
from pathlib import Path

import pytest
from textual.widgets import Input

from journal.paths import Home
from journal.progress import Progress
from journal.use_cases import safe_copies
from journal.use_cases.open_journal import ELSEWHERE
from journal.use_cases.opening import open_journal
from journal.use_cases.ways_in import change_passphrase, draw_rotation
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.keys_stage import (
    a_backup,
    answer,
    asked,
    at_the_keys,
    at_the_keys_of_cairn,
    back_at_the_keys,
    choose_row,
    files_under,
    pages_of,
    quick,
    said,
    until_said,
    with_pages,
)
from tests.screens.stage import TRIES, Actor, picture, until, until_shown, words_of
from tui.modals.ask_path import AskPath
from tui.modals.ask_word import AskWord
from tui.modals.backup_way_in import BackupWayIn
from tui.modals.choose import Choose
from tui.wording import copies
from tui.wording import keys_screen as words

__all__ = ["quick"]


async def test_a_backup_is_made_where_it_is_said_and_never_over_a_file(
    home: Home, clock: FixedClock, quick: Path
) -> None:
    """users-say 5."""
    with_pages(home, clock, "one", "two")
    (quick / "taken").write_bytes(b"something of theirs")
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "make-backup")
        question = await asked(pilot, AskPath)
        for typed, sentence in {
            "": words.PATH_NEEDED,
            "~/nowhere/copy": "There is no folder",
            "~/taken": "There is a file at that path already.",
        }.items():
            await answer(pilot, typed)
            await until_shown(pilot, sentence[:40])
            assert pilot.app.screen is question
        await answer(pilot, "copy")
        await until_said(pilot, "It holds 2 pages.")
        assert str(quick / "copy") in said(pilot).replace(" ", "")
        # A folder takes one of the suggested name.
        await choose_row(pilot, "make-backup")
        await asked(pilot, AskPath)
        await answer(pilot, "~")
        await until_said(pilot, "waymark-2026-03-14.backup")
    assert (quick / "taken").read_bytes() == b"something of theirs"
    assert sorted(files_under(quick)) == ["copy", "taken", "waymark-2026-03-14.backup"]


async def test_long_work_says_how_far_it_is_and_can_be_stopped(
    home: Home, clock: FixedClock, quick: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safe_copies, "create_backup", _endless)
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "make-backup")
        question = await asked(pilot, AskPath)
        await pilot.press("enter")
        await until_shown(pilot, "Copying… 42 %")
        await until_shown(pilot, "Esc stop")
        await pilot.press("escape")
        await until_shown(pilot, words.STOPPED)
        assert pilot.app.screen is question
        assert question.query_one("#path", Input).value == "~/waymark-2026-03-14.backup"
        await pilot.press("escape")
        await back_at_the_keys(pilot)


async def test_locking_stops_long_work(home: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(safe_copies, "create_backup", _endless)
    async with at_the_keys_of_cairn(home, clock) as pilot:
        await choose_row(pilot, "make-backup")
        await asked(pilot, AskPath)
        await pilot.press("enter")
        await until_shown(pilot, "Copying… 42 %")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: pilot.app.return_value == "lock")


def _endless(_unlocked: object, _path: Path, _clock: object, progress: Progress) -> None:
    """Work that never ends by itself."""
    for _ in range(TRIES):
        progress(42, 100)
        threading.Event().wait(0.01)


async def test_a_check_restores_the_backup_and_one_of_an_earlier_key_asks_for_what_opened_it_then(
    home: Home, clock: FixedClock, quick: Path
) -> None:
    """users-say 10."""
    with_pages(home, clock, "one")
    path = a_backup(home, clock, quick / "copy")
    (quick / "cut").write_bytes(path.read_bytes()[:-1])
    change_passphrase(home, PASSPHRASE, "a later one")
    draw_rotation(home, "a later one").take_effect()
    change_passphrase(home, "a later one", PASSPHRASE)
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "check-backup")
        asked_where = await asked(pilot, AskPath)
        for typed, sentence in {"cut": "This backup was cut off", "none": "There is no file at that path."}.items():
            await answer(pilot, typed)
            await until_shown(pilot, sentence)
            assert pilot.app.screen is asked_where
        await answer(pilot, "copy")
        question = await asked(pilot, BackupWayIn)
        await answer(pilot, "not that one")
        await until_shown(pilot, "That did not open it.")
        assert pilot.app.screen is question
        await answer(pilot, PASSPHRASE)
        await until_said(pilot, copies.WHOLE)
        assert "Made on Saturday 14 March 2026. It holds 1 page." in said(pilot)


async def test_a_backup_put_back_keeps_the_journal_that_was_here_and_locks(
    home: Home, clock: FixedClock, quick: Path
) -> None:
    with_pages(home, clock, "in the backup")
    a_backup(home, clock, quick / "copy")
    with_pages(home, clock, "written later")
    header = home.header.read_bytes()
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "put-back")
        await asked(pilot, AskPath)
        await answer(pilot, "copy")
        await asked(pilot, BackupWayIn)
        await answer(pilot, PASSPHRASE)
        question = await asked(pilot, AskWord)
        await answer(pilot, "yes")
        await until_shown(pilot, copies.NOT_RESTORED)
        assert pilot.app.screen is question
        assert home.header.read_bytes() == header
        await answer(pilot, "Restore")
        await until(pilot, lambda: pilot.app.return_value == "lock")
    assert pages_of(home, clock) == {"in the backup"}
    async with at_the_keys(home, clock) as pilot:
        await until(pilot, lambda: "before-restore-" in words_of(pilot, "#standing"))


async def test_safety_copies_go_to_a_folder_that_can_be_written_to(home: Home, clock: FixedClock, quick: Path) -> None:
    (quick / "stick").mkdir()
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "elsewhere")
        await asked(pilot, Choose)
        await pilot.press("enter")
        question = await asked(pilot, AskPath)
        for typed, sentence in {"no-stick": words.NOT_A_FOLDER, str(home.root): "inside the journal's own"}.items():
            await answer(pilot, typed)
            await until_shown(pilot, sentence[:38])
            assert pilot.app.screen is question
        await answer(pilot, "stick")
        await until_said(pilot, "The newest is there now.")
        await until_shown(pilot, "The newest is of")
        assert "Not chosen" not in picture(pilot.app.screen)
    assert len(list((quick / "stick").glob("waymark-*-2026-03-14.backup"))) == 1
    journal = open_journal(home, PASSPHRASE, clock)
    assert journal.setting(ELSEWHERE) == str(quick / "stick")
    journal.close()


async def test_a_folder_that_is_away_and_a_home_that_is_carried_elsewhere_are_said(
    home: Home, clock: FixedClock, quick: Path
) -> None:
    (home.root.parent / ".stfolder").mkdir()
    journal = open_journal(home, PASSPHRASE, clock)
    journal.choose(ELSEWHERE, str(quick / "away"))
    journal.close()
    async with at_the_keys(home, clock) as pilot:
        await until_shown(pilot, words.NOT_REACHED)
        await until_shown(pilot, "Syncthing")


async def test_on_40_by_12_the_field_of_every_question_is_in_sight(home: Home, clock: FixedClock, quick: Path) -> None:
    a_backup(home, clock, quick / "copy")
    async with at_the_keys(home, clock, (40, 12)) as pilot:
        await choose_row(pilot, "put-back")
        await asked(pilot, AskPath)
        await _until_field_in_sight(pilot)
        await answer(pilot, "copy")
        await asked(pilot, BackupWayIn)
        await _until_field_in_sight(pilot)
        await answer(pilot, PASSPHRASE)
        await asked(pilot, AskWord)
        await _until_field_in_sight(pilot)


async def _until_field_in_sight(pilot: Actor) -> None:
    """The line of keys is the twelfth row."""

    def in_sight() -> bool:
        field = pilot.app.screen.focused
        return field is not None and 0 <= field.region.y < 11

    await until(pilot, in_sight)

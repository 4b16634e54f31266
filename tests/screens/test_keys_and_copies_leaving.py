"""Keys and copies: taking everything along, bringing an archive in, and erasing for good."""

import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from journal.errors import NotFound
from journal.paths import Home
from journal.use_cases.opening import create_journal, open_journal
from journal.use_cases.safe_copies import verify_backup
from journal.use_cases.snapshots import snapshot_if_due, snapshots_in
from journal.use_cases.unlocking import unlock_with_passphrase, with_passphrase
from journal.vault.key_slots import FLOOR
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.keys_stage import (
    answer,
    asked,
    at_the_keys,
    back_at_the_keys,
    choose_row,
    files_under,
    give_passphrase,
    pages_of,
    quick,
    said,
    until_said,
    with_pages,
)
from tests.screens.stage import Actor, opened, picture, until, until_shown
from tui.modals.ask_days import AskDays
from tui.modals.ask_path import AskPath
from tui.modals.ask_word import AskWord
from tui.modals.choose import Choose
from tui.modals.passphrase_again import PassphraseAgain
from tui.screens.page import Page
from tui.wording import erasing
from tui.wording import keys_screen as words

__all__ = ["quick"]


async def test_an_archive_goes_out_unlocked_after_the_passphrase_and_comes_back_in(
    home: Home, clock: FixedClock, quick: Path, tmp_path: Path
) -> None:
    with_pages(home, clock, "to take along")
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "take-along")
        await asked(pilot, Choose)
        await until_shown(pilot, words.NOT_LOCKED)
        await pilot.press("enter")
        await give_passphrase(pilot)
        await asked(pilot, AskPath)
        await pilot.press("enter")
        await until_said(pilot, "It holds 1 page")
    assert zipfile.is_zipfile(quick / "waymark-2026-03-14.zip")

    other = Home(tmp_path / "other")
    create_journal(other, PASSPHRASE, clock, FLOOR)
    async with at_the_keys(other, clock) as pilot:
        await choose_row(pilot, "bring-in")
        await asked(pilot, AskPath)
        await answer(pilot, "waymark-2026-03-14.zip")
        await asked(pilot, Choose)
        await until_shown(pilot, "1 page would come in.")
        await pilot.press("enter")
        await until_said(pilot, "F4 takes it back.")
    assert pages_of(other, clock) == {"to take along"}


async def test_nothing_is_taken_along_without_the_passphrase(home: Home, clock: FixedClock, quick: Path) -> None:
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "take-along")
        await asked(pilot, Choose)
        await pilot.press("enter")
        await asked(pilot, PassphraseAgain)
        await pilot.press("escape")
        await back_at_the_keys(pilot)
    assert files_under(quick) == {}


async def test_what_is_no_archive_is_said_and_the_question_stays(home: Home, clock: FixedClock, quick: Path) -> None:
    (quick / "photo.zip").write_bytes(b"not an archive")
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "bring-in")
        question = await asked(pilot, AskPath)
        await answer(pilot, "photo.zip")
        await until(pilot, lambda: str(question.query_one("#said").render()).endswith("."))
        assert pilot.app.screen is question


# Erasing


async def _to_the_word(pilot: Actor) -> AskWord:
    """Past the offer of a copy."""
    await asked(pilot, Choose)
    await until_shown(pilot, words.TAKE_FIRST)
    await pilot.press("down", "enter")
    return await asked(pilot, AskWord)


async def test_some_days_go_for_good_and_out_of_the_safety_copies_too(
    home: Home, clock: FixedClock, quick: Path
) -> None:
    journal = open_journal(home, PASSPHRASE, clock)
    journal.write_page(replace(journal.blank_page("2026-03-01"), body="to go"))
    journal.write_page(replace(journal.blank_page(), body="to stay"))
    journal.close()
    snapshot_if_due(unlock_with_passphrase(home, PASSPHRASE), clock)
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "erase")
        await asked(pilot, Choose)
        await pilot.press("enter")
        question = await asked(pilot, AskDays)
        await answer(pilot, "2026-03-02", "first")
        await answer(pilot, "2026-03-01", "last")
        await until_shown(pilot, "The last day comes before the first.")
        assert pilot.app.screen is question
        question.query_one("#first").focus()
        await answer(pilot, "2026-02-27", "first")
        await answer(pilot, "2026-03-01", "last")
        await asked(pilot, Choose)
        await until_shown(pilot, "This goes: 1 page.")
        await until_shown(pilot, "One safety copy on this computer goes too")
        await _to_the_word(pilot)
        await answer(pilot, "yes")
        await until_shown(pilot, erasing.NOT_ERASED)
        await answer(pilot, "erase")
        await give_passphrase(pilot)
        await until_said(pilot, erasing.DONE)
    assert pages_of(home, clock) == {"to stay"}
    [copy] = snapshots_in(home)
    assert verify_backup(home, copy.path, with_passphrase(PASSPHRASE), clock).rows["entry"] == 1


async def test_leaving_before_the_end_erases_nothing_and_a_copy_is_offered(
    home: Home, clock: FixedClock, quick: Path
) -> None:
    with_pages(home, clock, "to stay")
    async with at_the_keys(home, clock) as pilot:
        for leave_at in ("the offer", "the word", "the passphrase"):
            await choose_row(pilot, "erase")
            await asked(pilot, Choose)
            await pilot.press("down", "enter")
            await until_shown(pilot, words.TAKE_FIRST)
            if leave_at != "the offer":
                await _to_the_word(pilot)
            if leave_at == "the passphrase":
                await answer(pilot, "erase")
                await asked(pilot, PassphraseAgain)
            await pilot.press("escape")
            await back_at_the_keys(pilot)
            assert said(pilot) == ""
        await choose_row(pilot, "erase")
        await asked(pilot, Choose)
        await pilot.press("down", "enter")
        await until_shown(pilot, words.TAKE_FIRST)
        await pilot.press("enter")
        await until_shown(pilot, words.WHICH_FORM)
    assert pages_of(home, clock) == {"to stay"}


async def test_one_page_is_erased_from_its_own_screen(home: Home, clock: FixedClock, quick: Path) -> None:
    [item_id] = with_pages(home, clock, "to go")
    async with opened(home, clock) as pilot:
        await pilot.press("2", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Page))
        await until_shown(pilot, "to go")
        await pilot.press("shift+delete")
        await until_shown(pilot, "This goes: 1 page.")
        await _to_the_word(pilot)
        await answer(pilot, "erase")
        await give_passphrase(pilot)
        await until(pilot, lambda: pilot.app.screen.WHERE == "journal")  # type: ignore[attr-defined]  # a section
        await until(pilot, lambda: "to go" not in picture(pilot.app.screen))
    journal = open_journal(home, PASSPHRASE, clock)
    with pytest.raises(NotFound):
        journal.what_goes(item_id)
    journal.close()


async def test_everything_goes_and_the_app_ends_with_a_sentence(home: Home, clock: FixedClock, quick: Path) -> None:
    with_pages(home, clock, "one", "two")
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "erase")
        await asked(pilot, Choose)
        await pilot.press("down", "enter")
        await until_shown(pilot, "In it: 2 pages.")
        await _to_the_word(pilot)
        await answer(pilot, "erase")
        await give_passphrase(pilot)
        await until(pilot, lambda: pilot.app.return_value == "ended")
        assert pilot.app.return_code == 0
        assert pilot.app._exit_renderables == [erasing.DONE]
    assert not home.root.exists()

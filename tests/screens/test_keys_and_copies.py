"""Keys and copies: the passphrase, the recovery words, a new key. What is typed stays; nothing is half done."""

from pathlib import Path

import pytest
from syrupy.assertion import SnapshotAssertion
from textual.widgets import Input

from journal.errors import NotOpened, WrongWords
from journal.paths import Home
from journal.use_cases.opening import open_journal, open_journal_with_words
from journal.use_cases.snapshots import snapshot_if_due, snapshots_in
from journal.use_cases.unlocking import unlock_with_passphrase
from journal.use_cases.ways_in import replace_recovery_words
from journal.vault.backup_file import read_preamble
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.keys_stage import (
    answer,
    asked,
    at_the_keys,
    at_the_keys_of_cairn,
    back_at_the_keys,
    choose_row,
    give_passphrase,
    pages_of,
    quick,
    said,
    type_two_back,
    until_said,
    with_pages,
)
from tests.screens.stage import opened, picture, until, until_shown, write
from tui.modals.check_words import CheckWords
from tui.modals.choose import Choose
from tui.modals.choose_passphrase import ChoosePassphrase
from tui.modals.passphrase_again import PassphraseAgain
from tui.modals.words_first import WordsFirst
from tui.screens.today import Today
from tui.screens.write import Write
from tui.widgets.deed_rows import DeedRows
from tui.wording import keys
from tui.wording import keys_screen as words

__all__ = ["quick"]
pytestmark = pytest.mark.usefixtures("quick")
NEW = "another four quiet words"


@pytest.mark.parametrize("size", [(80, 24), (140, 45), (60, 20)], ids=["80x24", "140x45", "60x20"])
async def test_it_looks_as_it_did(
    size: tuple[int, int], home: Home, clock: FixedClock, snapshot: SnapshotAssertion
) -> None:
    snapshot_if_due(unlock_with_passphrase(home, PASSPHRASE), clock)
    async with at_the_keys(home, clock, size) as pilot:
        assert picture(pilot.app.screen) == snapshot


async def test_going_there_from_a_page_keeps_the_page(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("ctrl+n")
        await asked(pilot, Write)
        await write(pilot, "half a thought")
        await until_shown(pilot, "half a thought")
        await pilot.press("f8")
        await back_at_the_keys(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
    journal = open_journal(home, PASSPHRASE, clock)
    assert [draft.body for draft in journal.drafts()] == ["half a thought"]
    journal.close()


async def test_on_40_by_12_every_row_can_be_reached(home: Home, clock: FixedClock) -> None:
    async with at_the_keys(home, clock, (40, 12)) as pilot:
        for called, _ in words.ROWS.values():
            await until_shown(pilot, called[:30])
            await pilot.press("down")


# The passphrase


async def test_a_new_passphrase_opens_it_and_the_old_one_does_not(home: Home, clock: FixedClock) -> None:
    """users-say 1 and 20: the header alone changes, and what was written stays as it is."""
    with_pages(home, clock, "kept")
    snapshot_if_due(unlock_with_passphrase(home, PASSPHRASE), clock)
    before, header = next(home.vault.glob("journal-*.db")).read_bytes()[:16], home.header.read_bytes()
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "change-passphrase")
        await give_passphrase(pilot)
        await asked(pilot, ChoosePassphrase)
        await answer(pilot, NEW, "first")
        await answer(pilot, "something else", "second")
        await until_shown(pilot, "The two are not the same yet.")
        assert home.header.read_bytes() == header
        await answer(pilot, NEW, "second")
        await until_said(pilot, keys.PASSPHRASE_CHANGED)
    assert pages_of(home, clock, NEW) == {"kept"}
    with pytest.raises(NotOpened):
        open_journal(home, PASSPHRASE, clock)
    assert next(home.vault.glob("journal-*.db")).read_bytes()[:16] == before
    [copy] = snapshots_in(home)
    assert read_preamble(copy.path).header.to_bytes() == home.header.read_bytes()


async def test_a_second_wrong_passphrase_locks(home: Home, clock: FixedClock) -> None:
    async with at_the_keys_of_cairn(home, clock) as pilot:
        await choose_row(pilot, "take-along")
        await asked(pilot, Choose)
        await pilot.press("enter")
        await give_passphrase(pilot, "not this one")
        await until_shown(pilot, "That did not open it.")
        await give_passphrase(pilot, "nor this one")
        await until(pilot, lambda: pilot.app.return_value == "lock")


# Recovery words


async def test_new_words_count_once_two_of_them_were_typed_back(home: Home, clock: FixedClock) -> None:
    """users-say 11."""
    old = " ".join(replace_recovery_words(home, PASSPHRASE).words)
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "new-words")
        await give_passphrase(pilot)
        await asked(pilot, WordsFirst)
        await until_shown(pilot, words.WORDS_NOT_NOW)
        await pilot.press("down", "enter")
        await until_said(pilot, words.OLD_WORDS_STAY)
        open_journal_with_words(home, old, clock).close()

        await choose_row(pilot, "new-words")
        await give_passphrase(pilot)
        await asked(pilot, WordsFirst)
        new = " ".join(await type_two_back(pilot))
        await until_said(pilot, keys.WORDS_COUNT)
    journal = open_journal_with_words(home, new, clock)
    assert not journal.is_words_check_due()
    journal.close()
    with pytest.raises(WrongWords):
        open_journal_with_words(home, old, clock)


async def test_words_from_paper_are_checked_and_a_slip_stays_to_be_put_right(home: Home, clock: FixedClock) -> None:
    right = replace_recovery_words(home, PASSPHRASE).words
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "check-words")
        question = await asked(pilot, CheckWords)
        slip = " ".join([right[1], right[0], *right[2:]])
        await answer(pilot, slip)
        await until_shown(pilot, "out of place")
        assert question.query_one("#secret", Input).value == slip
        await answer(pilot, " ".join(word[:4] for word in right))
        await until_said(pilot, keys.WORDS_OPEN)


# A new key


async def test_a_new_key_comes_with_new_words_and_the_journal_goes_on(home: Home, clock: FixedClock) -> None:
    with_pages(home, clock, "from before")
    old = " ".join(replace_recovery_words(home, PASSPHRASE).words)
    snapshot_if_due(unlock_with_passphrase(home, PASSPHRASE), clock)
    async with at_the_keys_of_cairn(home, clock) as pilot:
        await choose_row(pilot, "new-key")
        await until_shown(pilot, "Your old printed words")
        await give_passphrase(pilot)
        await asked(pilot, WordsFirst)
        assert len(list(home.vault.glob("journal-2.db"))) == 0
        new = " ".join(await type_two_back(pilot))
        await asked(pilot, Choose)
        await until_shown(pilot, words.DELETE_OLD)
        await pilot.press("enter")
        await until_said(pilot, keys.OLD_COPIES_GONE)
        await pilot.press("escape", "ctrl+n")
        await asked(pilot, Write)
        await write(pilot, "after it")
        await until_shown(pilot, "after it")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
    assert pages_of(home, clock) == {"from before", "after it"}
    open_journal_with_words(home, new, clock).close()
    with pytest.raises(WrongWords):
        open_journal_with_words(home, old, clock)
    [copy] = snapshots_in(home)
    assert read_preamble(copy.path).header.generation == 2


async def test_a_new_key_whose_words_are_not_typed_back_changes_nothing(home: Home, clock: FixedClock) -> None:
    header = home.header.read_bytes()
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "new-key")
        await give_passphrase(pilot)
        await asked(pilot, WordsFirst)
        await until_shown(pilot, words.WORDS_NOT_NOW)
        await pilot.press("escape")
        await until_said(pilot, words.OLD_KEY_STAYS)
    assert home.header.read_bytes() == header
    assert [path.name for path in home.vault.glob("*.db")] == ["journal-1.db"]


async def test_where_another_cairn_was_quicker_the_new_key_is_refused_with_its_words_still_there(
    home: Home, clock: FixedClock
) -> None:
    async with at_the_keys(home, clock) as pilot:
        await choose_row(pilot, "new-words")
        await give_passphrase(pilot)
        question = await asked(pilot, WordsFirst)
        from journal.use_cases.ways_in import draw_rotation

        draw_rotation(home, PASSPHRASE).take_effect().keys.wipe()
        await type_two_back(pilot)
        await until_shown(pilot, "Another cairn gave this journal a new key")
        assert pilot.app.screen is question
        assert "I have written them down" in picture(question)


async def test_nothing_under_it_hears_the_keys_of_a_question(home: Home, clock: FixedClock) -> None:
    async with at_the_keys(home, clock) as pilot:
        rows = pilot.app.screen.query_one(DeedRows)
        await choose_row(pilot, "change-passphrase")
        await asked(pilot, PassphraseAgain)
        await pilot.press("down", "escape")
        await back_at_the_keys(pilot)
        assert rows.looked_at == 0
        assert said(pilot) == ""


def test_a_path_is_read_as_it_was_meant(quick: Path) -> None:
    from journal.errors import BadInput
    from tui.widgets.path_field import path_typed

    for typed, meant in {
        "~/copy": quick / "copy",
        "copy": quick / "copy",
        " '/media/my stick/copy' ": Path("/media/my stick/copy"),
        "/media/my\\ stick/copy": Path("/media/my stick/copy"),
        "/elsewhere": Path("/elsewhere"),
    }.items():
        assert path_typed(typed) == meant
    for typed in ("", "  ", "''", "a\0b", "~nobody-of-this-name/x"):
        with pytest.raises(BadInput):
            path_typed(typed)

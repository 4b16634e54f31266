"""What the screens do when a person is quicker than the disk, or somebody else is in the way."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import Input

from journal.domain.timeline import Filter
from journal.errors import NoRoom
from journal.paths import Home
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import Actor, key, opened, picture, until, until_shown, write
from tui.modals.cover import Cover
from tui.modals.support_now import SupportNow
from tui.screens.journal import JournalScreen
from tui.screens.today import Today
from tui.screens.write import Write
from tui.widgets.page_editor import PageEditor


async def _begin_a_page(pilot: Actor, words: str) -> None:
    await pilot.press("ctrl+n")
    await until(pilot, lambda: isinstance(pilot.app.screen, Write))
    await until_shown(pilot, "2026")
    await write(pilot, words)


def _pages(home: Home, clock: FixedClock) -> tuple[list[str], list[str]]:
    """First words of what is in the journal, and of the drafts."""
    journal = open_journal(home, PASSPHRASE, clock)
    found = [line.first_words for line in journal.timeline(Filter(), 50)], [draft.body for draft in journal.drafts()]
    journal.close()
    return found


@contextmanager
def _another_cairn_writing(home: Home, clock: FixedClock) -> Iterator[threading.Event]:
    """Another process that holds the journal until the event is set; a thread with its own connection is as good."""
    may_end, began = threading.Event(), threading.Event()

    def hold() -> None:
        journal = open_journal(home, PASSPHRASE, clock)
        with transaction(journal._connection):
            began.set()
            may_end.wait(9)
        journal.close()

    holder = threading.Thread(target=hold)
    holder.start()
    began.wait(20)
    try:
        yield may_end
    finally:
        may_end.set()
        holder.join()


async def test_saving_three_times_in_a_row_saves_once(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _begin_a_page(pilot, "once")
        for _ in range(3):
            pilot.app.post_message(key("ctrl+s"))
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
        await pilot.press("tab", "6")
        for _ in range(3):
            pilot.app.post_message(key("ctrl+s"))
        await until_shown(pilot, "Saved. Thank you")
        await pilot.pause()
    pages, drafts = _pages(home, clock)
    assert sorted(pages) == ["", "once"]
    assert drafts == []


async def test_going_to_another_section_keeps_the_page_as_a_draft_and_leaves_one_editor(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await _begin_a_page(pilot, "on its way")
        await pilot.app.run_action("app.section('journal')")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
        await until_shown(pilot, "[draft]")
        stacks = pilot.app._screen_stacks.values()
        assert not [screen for stack in stacks for screen in stack if isinstance(screen, Write)]
    assert _pages(home, clock) == ([], ["on its way"])


async def test_a_draft_can_be_deleted_and_comes_back_with_undo(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _begin_a_page(pilot, "half")
        await pilot.press("escape")
        await pilot.press("2")
        await until_shown(pilot, "[draft]")
        await pilot.press("delete")
        await until(pilot, lambda: "half" not in picture(pilot.app.screen))
        await pilot.press("f4")
        await until_shown(pilot, "[draft] half")
    assert _pages(home, clock) == ([], ["half"])


async def test_a_page_deleted_elsewhere_while_it_is_changed_becomes_a_new_page(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _begin_a_page(pilot, "before")
        await pilot.press("ctrl+s")
        await pilot.press("2")
        await until_shown(pilot, "before")
        await pilot.press("enter")
        await until_shown(pilot, "Page ·")
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))
        await write(pilot, " and after")
        other = open_journal(home, PASSPHRASE, clock)
        other.delete(other.timeline(Filter(), 1)[0].id)
        other.close()
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not isinstance(pilot.app.screen, Write))
    assert _pages(home, clock) == (["before and after"], [])


async def test_quick_exit_hides_at_once_while_another_cairn_writes(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _begin_a_page(pilot, "private words")
        with _another_cairn_writing(home, clock) as may_end:
            await pilot.press("ctrl+q")
            await until(pilot, lambda: isinstance(pilot.app.screen, Cover))
            assert "private words" not in picture(pilot.app.screen)
            may_end.set()
            await until(pilot, lambda: pilot.app.return_value == "quit")
    assert _pages(home, clock) == ([], ["private words"])


async def test_where_the_last_words_cannot_be_kept_it_is_said_and_asked_twice(
    home: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(journal: OpenJournal, draft: object) -> object:
        raise NoRoom

    async with opened(home, clock) as pilot:
        await _begin_a_page(pilot, "nowhere to go")
        monkeypatch.setattr(OpenJournal, "keep_draft", no_room)
        await pilot.press("ctrl+q")
        await until_shown(pilot, "Your last words could not be kept.")
        assert "nowhere to go" not in picture(pilot.app.screen)
        await pilot.press("escape")
        await until_shown(pilot, "nowhere to go")
        await write(pilot, " yet")
        await until_shown(pilot, "What you type is not kept yet.")
        await pilot.press("ctrl+q")
        await until_shown(pilot, "Your last words could not be kept.")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app.return_value == "quit")


async def test_what_another_cairn_finished_does_not_come_back_as_a_draft(home: Home, clock: FixedClock) -> None:
    first = open_journal(home, PASSPHRASE, clock)
    draft = replace(first.blank_page(), body="shared")
    first.keep_draft(draft)
    second = open_journal(home, PASSPHRASE, clock)
    (theirs,) = second.drafts()
    second.write_page(theirs)
    first.keep_draft(draft)
    assert second.drafts() == []
    first.keep_draft(replace(draft, body="shared, and more"))
    first.keep_draft(replace(draft, body="shared, and more still"))
    assert [kept.body for kept in second.drafts()] == ["shared, and more still"]
    first.write_page(replace(draft, body="shared, and more still"))
    assert second.drafts() == []
    for journal in (first, second):
        journal.close()


async def test_every_line_of_a_paste_is_kept_wherever_it_lands(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        pilot.app.screen.query_one("#feelings", Input).focus()
        await pilot.pause()
        pilot.app.post_message(Paste("calm\ntired\n"))
        await until(pilot, lambda: pilot.app.screen.query_one("#feelings", Input).value == "calm, tired")
        pilot.app.screen.set_focus(None)
        await pilot.pause()
        pilot.app.post_message(Paste("two\nlines"))
        await until(pilot, lambda: pilot.app.screen.query_one(PageEditor).text == "two\nlines")


async def test_the_day_that_was_typed_counts_without_enter(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _begin_a_page(pilot, "then")
        await pilot.press("ctrl+o")
        await write(pilot, "yesterday")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not isinstance(pilot.app.screen, Write))
    journal = open_journal(home, PASSPHRASE, clock)
    assert [line.for_date for line in journal.timeline(Filter(), 5)] == ["2026-03-13"]
    journal.close()


async def test_a_damaged_page_is_said_and_what_is_typed_stays(home: Home, clock: FixedClock, tmp_path: Path) -> None:
    async with opened(home, clock) as pilot:
        database = home.vault / "journal-1.db"
        content = bytearray(database.read_bytes())
        for offset in range(4096, len(content), 4096):
            content[offset + 100] ^= 1
        await asyncio.to_thread(database.write_bytes, bytes(content))
        await pilot.press("tab", "7", "ctrl+s")
        await until_shown(pilot, "is not what cairn wrote")
        assert "[7]" in picture(pilot.app.screen)


async def test_a_way_out_pressed_during_a_save_waits_for_it_and_closes_one_screen(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await _begin_a_page(pilot, "saved once")
        for name in ("ctrl+s", "2", "escape", "escape"):
            pilot.app.post_message(key(name))
        await until(pilot, lambda: not isinstance(pilot.app.screen, Write))
        await pilot.press("2")
        await until_shown(pilot, "saved once")
    assert _pages(home, clock) == (["saved once"], [])


async def test_a_save_that_lands_under_support_leaves_support_open_and_goes_when_it_closes(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await _begin_a_page(pilot, "by the canal")
        with _another_cairn_writing(home, clock) as may_end:
            await pilot.press("ctrl+s", "f2")
            await until(pilot, lambda: isinstance(pilot.app.screen, SupportNow))
            may_end.set()
        await until(pilot, lambda: _pages(home, clock) == (["by the canal"], []))
        await pilot.pause()
        assert isinstance(pilot.app.screen, SupportNow)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))

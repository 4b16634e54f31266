"""Writing, reading, finding and taking back on the screen."""

from journal.data import prompts
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import Actor, key, opened, picture, until, until_shown, words_of, write
from tui.screens.journal import JournalScreen
from tui.screens.page import Page
from tui.screens.today import Today
from tui.screens.write import Write
from tui.widgets.page_editor import PageEditor
from tui.wording.screen import DEEP

WORDS = "café 日本語 [x] [/b]"


def _reopened(home: Home, clock: FixedClock) -> OpenJournal:
    return open_journal(home, PASSPHRASE, clock)


async def _write_a_page(pilot: Actor, words: str = WORDS) -> None:
    await pilot.press("ctrl+n")
    await until(pilot, lambda: isinstance(pilot.app.screen, Write))
    await until_shown(pilot, "2026")
    await write(pilot, words)
    await pilot.press("ctrl+s")
    await until(pilot, lambda: not isinstance(pilot.app.screen, Write))


async def test_a_page_is_kept_byte_for_byte_and_shown_without_being_read_as_markup(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await _write_a_page(pilot)
        await pilot.press("2")
        await until_shown(pilot, WORDS)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Page))
        await until_shown(pilot, WORDS)

    journal = _reopened(home, clock)
    (entry,) = journal.items(Filter(), 5)
    assert entry.body == WORDS  # type: ignore[union-attr]  # a page
    assert journal.drafts() == []
    journal.close()


async def test_a_page_can_be_written_for_a_past_day(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("ctrl+n")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))
        await until_shown(pilot, "Saturday 14 March 2026")
        await pilot.press("ctrl+o")
        await write(pilot, "2026-03-01")
        await pilot.press("enter")
        await until_shown(pilot, "Sunday 1 March 2026")
        await write(pilot, "then")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not isinstance(pilot.app.screen, Write))

    journal = _reopened(home, clock)
    assert [line.for_date for line in journal.timeline(Filter(), 5)] == ["2026-03-01"]
    journal.close()


async def test_leaving_a_page_keeps_it_as_a_draft_that_opens_again(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("ctrl+n")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))
        await until_shown(pilot, "2026")
        await write(pilot, "half a thought")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Today))
        await pilot.press("2")
        await until_shown(pilot, "[draft]")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))
        await until(pilot, lambda: pilot.app.screen.query_one(PageEditor).text == "half a thought")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
        await until(pilot, lambda: "[draft]" not in picture(pilot.app.screen))

    journal = _reopened(home, clock)
    assert journal.drafts() == []
    assert journal.timeline_count(Filter()) == 1
    journal.close()


async def test_changing_a_page_keeps_the_earlier_words(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _write_a_page(pilot, "first")
        await pilot.press("2")
        await until_shown(pilot, "first")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Page))
        await until_shown(pilot, "first")
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))
        await until(pilot, lambda: pilot.app.screen.query_one(PageEditor).text == "first")
        await write(pilot, " and second")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "first and second")

    journal = _reopened(home, clock)
    assert journal.verify().rows["earlier_version"] == 1
    assert journal.search("first")[0] == 1
    journal.close()


async def test_a_deleted_page_comes_back_with_undo(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _write_a_page(pilot, "to be missed")
        await pilot.press("2")
        await until_shown(pilot, "to be missed")
        await pilot.press("delete")
        await until(pilot, lambda: "to be missed" not in picture(pilot.app.screen))
        await pilot.press("f4")
        await until_shown(pilot, "to be missed")


async def test_search_finds_words_while_they_are_typed(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await _write_a_page(pilot, "a quiet river")
        await pilot.press("ctrl+f")
        await until_shown(pilot, "Words to look for")
        await write(pilot, "riv")
        await until_shown(pilot, "1 thing holds these words.")
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Page))


ANYTIME = {prompt.text for prompt in prompts() if prompt.phase == "anytime"}


def _question(pilot: Actor) -> str:
    return words_of(pilot, "#prompt")


async def test_a_question_comes_when_asked_for_and_another_after_it(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("ctrl+n")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))
        await until_shown(pilot, "2026")
        await pilot.press("f5")
        await until(pilot, lambda: _question(pilot) in ANYTIME)
        first = _question(pilot)
        await pilot.press("f5")
        await until(pilot, lambda: _question(pilot) != first)
        assert _question(pilot).removeprefix(f"{DEEP}\n") in ANYTIME


async def test_a_key_that_saves_never_overtakes_the_letters_before_it(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("ctrl+n")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))
        await until_shown(pilot, "2026")
        for character in "typed in one go":
            pilot.app.post_message(key(character))
        pilot.app.post_message(key("ctrl+s"))
        await until(pilot, lambda: not isinstance(pilot.app.screen, Write))

    journal = _reopened(home, clock)
    assert [line.first_words for line in journal.timeline(Filter(), 5)] == ["typed in one go"]
    journal.close()

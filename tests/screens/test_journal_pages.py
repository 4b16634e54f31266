"""A page on the screen: what it is about, what it said before; a new one with a title and a question."""

import random
from dataclasses import replace
from typing import Any

import pytest
from textual.widgets import Input

from journal.data import prompts
from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.journal_stage import at_first_page, at_the_list, page, with_pages
from tests.screens.stage import Actor, desk_of, elsewhere, opened, to, until, until_shown, words_of, write
from tui.key_map import KeyMap
from tui.screens.page import Page
from tui.screens.page_about import PageAbout
from tui.screens.page_versions import PageVersion, PageVersions
from tui.screens.write import Write
from tui.widgets.page_editor import PageEditor
from tui.wording import journal as words
from tui.wording.screen import DEEP, LARGE_PAGE


@pytest.fixture
def lived_in(home: Home, clock: FixedClock) -> Home:
    return with_pages(home, clock)


# What a page is about


async def test_themes_and_tags_are_kept_as_they_are_turned_and_stand_under_the_page(
    lived_in: Home, clock: FixedClock
) -> None:
    async with at_first_page(lived_in, clock, "here and now") as pilot:
        await to(pilot, PageAbout, "a")
        await pilot.press("down", "space", "tab")
        await write(pilot, "#sleep, by the river ,, sleep")
        await to(pilot, Page, "escape")
        await until(pilot, lambda: "About: hope" in words_of(pilot, "#foot"))
        assert "#by the river #sleep" in words_of(pilot, "#foot")


async def test_a_tag_on_its_way_is_among_the_words_that_are_kept_when_it_locks(
    lived_in: Home, clock: FixedClock
) -> None:
    async with at_first_page(lived_in, clock, "here and now") as pilot:
        await to(pilot, PageAbout, "a")
        about = pilot.app.screen
        assert isinstance(about, PageAbout)
        assert about.unsaved() == []
        await pilot.press("tab")
        await write(pilot, "half a tag")
        await until(pilot, lambda: about.query_one("#tags", Input).value == "half a tag")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: pilot.app.return_value is not None)

    with elsewhere(lived_in, clock) as journal:
        assert "half a tag" in journal.tags()


@pytest.mark.parametrize("keys", [("escape",), ("space", "tab", "tab", "escape")])
async def test_a_tag_that_nobody_touched_stays_as_it_came(home: Home, clock: FixedClock, keys: tuple[str, ...]) -> None:
    with elsewhere(home, clock) as journal:
        came = ("#sleep", "rain, wind")
        item_id = page(journal, "here and now", tags=came)
    async with at_first_page(home, clock, "here and now") as pilot:
        await to(pilot, PageAbout, "a")
        await to(pilot, Page, *keys)

    with elsewhere(home, clock) as journal:
        kept = journal.read(item_id)
        assert isinstance(kept, JournalEntry)
        assert (kept.tags, kept.themes) == (came, () if keys == ("escape",) else ("connectedness",))


async def test_a_check_in_says_that_themes_are_for_pages(lived_in: Home, clock: FixedClock) -> None:
    async with at_the_list(lived_in, clock) as pilot:
        await to(pilot, Page, "down", "enter")
        await until(pilot, lambda: "mood 4" in words_of(pilot, "#body"))
        await pilot.press("a")
        await until_shown(pilot, words.PAGES_ALONE)


# Earlier versions


async def test_an_earlier_version_is_read_and_brought_back_and_the_newer_words_are_kept(
    lived_in: Home, clock: FixedClock
) -> None:
    with elsewhere(lived_in, clock) as journal:
        newest = journal.timeline(Filter(), 1)[0].id
        journal.change_words(newest, "in other words", "A title")
    async with opened(lived_in, clock) as pilot:
        await pilot.press("2")
        await until_shown(pilot, "A title")
        await pilot.press("enter")
        await until_shown(pilot, "in other words")
        await to(pilot, PageVersions, "v")
        await until_shown(pilot, "until Saturday 14 March 2026, 09:30  here and now")
        await to(pilot, PageVersion, "enter")
        await to(pilot, Page, "r")
        await until(pilot, lambda: words_of(pilot, "#body").strip() == "here and now")

    with elsewhere(lived_in, clock) as journal:
        assert [(one.title, one.words) for one in journal.earlier_versions(newest)] == [
            ("A title", "in other words"),
            (None, "here and now"),
        ]


async def test_the_words_that_were_read_are_brought_back_though_the_page_changed_elsewhere_meanwhile(
    lived_in: Home, clock: FixedClock
) -> None:
    with elsewhere(lived_in, clock) as journal:
        newest = journal.timeline(Filter(), 1)[0].id
        journal.change_words(newest, "in other words", "")
    async with at_first_page(lived_in, clock, "in other words") as pilot:
        await pilot.press("v")
        await until_shown(pilot, "here and now")
        await to(pilot, PageVersion, "enter")
        await desk_of(pilot).ask(lambda journal: journal.change_words(newest, "changed once more", ""))
        await to(pilot, Page, "r")
        await until(pilot, lambda: words_of(pilot, "#body").strip() == "here and now")


async def test_a_page_that_was_never_changed_says_so(lived_in: Home, clock: FixedClock) -> None:
    async with at_first_page(lived_in, clock, "here and now") as pilot:
        await pilot.press("v")
        await until_shown(pilot, words.NO_VERSIONS)


async def test_a_very_long_page_opens_for_reading_and_says_so_before_it_is_changed(
    home: Home, clock: FixedClock
) -> None:
    with elsewhere(home, clock) as journal:
        page(journal, "a long line of words\n" * 5_500)
    async with at_first_page(home, clock, "a long line of words") as pilot:
        await pilot.press("e")
        await until_shown(pilot, LARGE_PAGE.split(".")[0])
        assert isinstance(pilot.app.screen, Page)
        await to(pilot, Write, "e")


# Writing


async def to_a_page(pilot: Actor) -> None:
    await to(pilot, Write, "ctrl+n")
    await until_shown(pilot, "Saturday 14 March 2026")


async def question(pilot: Actor) -> str:
    """Ask for the first question of a page, and wait for it."""
    await pilot.press("f5")
    await until(pilot, lambda: bool(words_of(pilot, "#prompt")))
    return words_of(pilot, "#prompt")


async def test_a_new_page_can_have_a_title(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_a_page(pilot)
        await pilot.press("shift+tab")
        await write(pilot, "By the river")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.focused, PageEditor))
        await write(pilot, "it rained")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: not isinstance(pilot.app.screen, Write))

    with elsewhere(home, clock) as journal:
        (entry,) = journal.items(Filter(), 5)
        assert isinstance(entry, JournalEntry)
        assert (entry.title, entry.body) == ("By the river", "it rained")


async def test_the_note_of_a_check_in_is_changed_without_a_line_for_a_title(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        journal.record_check_in(replace(journal.blank_check_in(), note="slept well"))
    async with at_first_page(home, clock, "slept well") as pilot:
        await to(pilot, Write, "e")
        assert not pilot.app.screen.query_one("#page-title").display


async def test_a_question_is_skipped_and_the_page_has_none(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_a_page(pilot)
        await question(pilot)
        await pilot.press("ctrl+r", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write) and not words_of(pilot, "#prompt"))
        await pilot.press("ctrl+r")
        await until_shown(pilot, KeyMap().keyed(words.NO_QUESTION_YET))


async def test_a_question_that_is_put_away_is_gone_from_here_and_from_what_is_asked(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await to_a_page(pilot)
        asked = await question(pilot)
        await pilot.press("ctrl+r", "down", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write) and not words_of(pilot, "#prompt"))

    with elsewhere(home, clock) as journal:
        (hidden,) = journal.choices().hidden_prompts
        assert next(prompt.text for prompt in prompts() if prompt.id == hidden) == asked
        assert journal.drafts() == []


async def test_a_deep_question_has_its_line_before_it(
    home: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(random.Random, "choice", _the_deepest)
    async with opened(home, clock) as pilot:
        await to_a_page(pilot)
        assert DEEP not in await question(pilot)
        await pilot.press("f5")
        await until(pilot, lambda: words_of(pilot, "#prompt").startswith(f"{DEEP}\n"))


def _the_deepest(_: random.Random, options: Any) -> Any:
    """Deep ones where there are any."""
    return max(options, key=lambda prompt: prompt.intensity == "deep")


async def test_with_no_question_left_it_says_so_and_the_page_stays(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        journal.make_choice("hidden-themes", "connectedness,hope,identity,meaning,empowerment,difficulties")
    async with opened(home, clock) as pilot:
        await to_a_page(pilot)
        await write(pilot, "already some words")
        await pilot.press("f5")
        await until_shown(pilot, "There is no question left to ask.")
        assert pilot.app.screen.query_one(PageEditor).text == "already some words"

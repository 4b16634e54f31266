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
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import Actor, desk_of, opened, until, until_shown, words_of, write
from tui.screens.journal import JournalScreen
from tui.screens.page import Page
from tui.screens.page_about import PageAbout
from tui.screens.page_versions import PageVersion, PageVersions
from tui.screens.write import Write
from tui.widgets.page_editor import PageEditor
from tui.wording import journal as words
from tui.wording.screen import DEEP, LARGE_PAGE


def page(
    journal: OpenJournal, body: str, when: str | None = None, tags: tuple[str, ...] = (), title: str | None = None
) -> str:
    return journal.write_page(replace(journal.blank_page(when), body=body, title=title), tags=tags).id


def reopened(home: Home, clock: FixedClock) -> OpenJournal:
    return open_journal(home, PASSPHRASE, clock)


@pytest.fixture
def lived_in(home: Home, clock: FixedClock) -> Home:
    """Pages on a few days of March, a check-in, and one from two years ago."""
    journal = reopened(home, clock)
    page(journal, "a quiet river", "2026-03-01", ("river",))
    page(journal, "another day", "2026-03-05")
    page(journal, "two years ago", "2024-03-14")
    page(journal, "here and now")
    journal.record_check_in(replace(journal.blank_check_in("2026-03-10"), mood=4))
    journal.close()
    return home


async def to_the_list(pilot: Actor) -> None:
    await pilot.press("2")
    await until(pilot, lambda: isinstance(pilot.app.screen, JournalScreen))
    await until_shown(pilot, "two years")


# What a page is about


async def first_page(pilot: Actor, shown: str) -> None:
    await pilot.press("2")
    await until_shown(pilot, shown)
    await pilot.press("enter")
    await until(pilot, lambda: isinstance(pilot.app.screen, Page))
    await until(pilot, lambda: shown in words_of(pilot, "#body"))


async def test_themes_and_tags_are_kept_as_they_are_turned_and_stand_under_the_page(
    lived_in: Home, clock: FixedClock
) -> None:
    async with opened(lived_in, clock) as pilot:
        await first_page(pilot, "here and now")
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, PageAbout))
        await pilot.press("down", "space", "tab")
        await write(pilot, "#sleep, by the river ,, sleep")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Page))
        await until(pilot, lambda: "About: hope" in words_of(pilot, "#foot"))
        assert "#by the river #sleep" in words_of(pilot, "#foot")


async def test_a_tag_on_its_way_is_among_the_words_that_are_kept_when_it_locks(
    lived_in: Home, clock: FixedClock
) -> None:
    async with opened(lived_in, clock) as pilot:
        await first_page(pilot, "here and now")
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, PageAbout))
        about = pilot.app.screen
        assert isinstance(about, PageAbout)
        assert about.unsaved() == []
        await pilot.press("tab")
        await write(pilot, "half a tag")
        await until(pilot, lambda: about.query_one("#tags", Input).value == "half a tag")
        await pilot.press("ctrl+l")
        await until(pilot, lambda: pilot.app.return_value is not None)

    journal = reopened(lived_in, clock)
    assert "half a tag" in journal.tags()
    journal.close()


@pytest.mark.parametrize("keys", [("escape",), ("space", "tab", "tab", "escape")])
async def test_a_tag_that_nobody_touched_stays_as_it_came(home: Home, clock: FixedClock, keys: tuple[str, ...]) -> None:
    journal = reopened(home, clock)
    came = ("#sleep", "rain, wind")
    item_id = page(journal, "here and now", tags=came)
    journal.close()
    async with opened(home, clock) as pilot:
        await first_page(pilot, "here and now")
        await pilot.press("a")
        await until(pilot, lambda: isinstance(pilot.app.screen, PageAbout))
        await pilot.press(*keys)
        await until(pilot, lambda: isinstance(pilot.app.screen, Page))

    journal = reopened(home, clock)
    kept = journal.read(item_id)
    assert isinstance(kept, JournalEntry)
    assert (kept.tags, kept.themes) == (came, () if keys == ("escape",) else ("connectedness",))
    journal.close()


async def test_a_check_in_says_that_themes_are_for_pages(lived_in: Home, clock: FixedClock) -> None:
    async with opened(lived_in, clock) as pilot:
        await to_the_list(pilot)
        await pilot.press("down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Page))
        await until(pilot, lambda: "mood 4" in words_of(pilot, "#body"))
        await pilot.press("a")
        await until_shown(pilot, words.PAGES_ALONE)


# Earlier versions


async def test_an_earlier_version_is_read_and_brought_back_and_the_newer_words_are_kept(
    lived_in: Home, clock: FixedClock
) -> None:
    journal = reopened(lived_in, clock)
    newest = journal.timeline(Filter(), 1)[0].id
    journal.change_words(newest, "in other words", "A title")
    journal.close()
    async with opened(lived_in, clock) as pilot:
        await pilot.press("2")
        await until_shown(pilot, "A title")
        await pilot.press("enter")
        await until_shown(pilot, "in other words")
        await pilot.press("v")
        await until(pilot, lambda: isinstance(pilot.app.screen, PageVersions))
        await until_shown(pilot, "until Saturday 14 March 2026, 09:30  here and now")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PageVersion))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Page))
        await until(pilot, lambda: words_of(pilot, "#body").strip() == "here and now")

    journal = reopened(lived_in, clock)
    assert [(one.title, one.words) for one in journal.earlier_versions(newest)] == [
        ("A title", "in other words"),
        (None, "here and now"),
    ]
    journal.close()


async def test_the_words_that_were_read_are_brought_back_though_the_page_changed_elsewhere_meanwhile(
    lived_in: Home, clock: FixedClock
) -> None:
    journal = reopened(lived_in, clock)
    newest = journal.timeline(Filter(), 1)[0].id
    journal.change_words(newest, "in other words", "")
    journal.close()
    async with opened(lived_in, clock) as pilot:
        await first_page(pilot, "in other words")
        await pilot.press("v")
        await until_shown(pilot, "here and now")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, PageVersion))
        await desk_of(pilot).ask(lambda journal: journal.change_words(newest, "changed once more", ""))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Page))
        await until(pilot, lambda: words_of(pilot, "#body").strip() == "here and now")


async def test_a_page_that_was_never_changed_says_so(lived_in: Home, clock: FixedClock) -> None:
    async with opened(lived_in, clock) as pilot:
        await first_page(pilot, "here and now")
        await pilot.press("v")
        await until_shown(pilot, words.NO_VERSIONS)


async def test_a_very_long_page_opens_for_reading_and_says_so_before_it_is_changed(
    home: Home, clock: FixedClock
) -> None:
    journal = reopened(home, clock)
    page(journal, "a long line of words\n" * 5_500)
    journal.close()
    async with opened(home, clock) as pilot:
        await first_page(pilot, "a long line of words")
        await pilot.press("e")
        await until_shown(pilot, LARGE_PAGE.split(".")[0])
        assert isinstance(pilot.app.screen, Page)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))


# Writing


async def to_a_page(pilot: Actor) -> None:
    await pilot.press("ctrl+n")
    await until(pilot, lambda: isinstance(pilot.app.screen, Write))
    await until_shown(pilot, "Saturday 14 March 2026")


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

    journal = reopened(home, clock)
    (entry,) = journal.items(Filter(), 5)
    assert isinstance(entry, JournalEntry)
    assert (entry.title, entry.body) == ("By the river", "it rained")
    journal.close()


async def test_the_note_of_a_check_in_is_changed_without_a_line_for_a_title(home: Home, clock: FixedClock) -> None:
    journal = reopened(home, clock)
    journal.record_check_in(replace(journal.blank_check_in(), note="slept well"))
    journal.close()
    async with opened(home, clock) as pilot:
        await first_page(pilot, "slept well")
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write))
        assert not pilot.app.screen.query_one("#page-title").display


async def test_a_question_is_skipped_and_the_page_has_none(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_a_page(pilot)
        await pilot.press("f5")
        await until(pilot, lambda: bool(words_of(pilot, "#prompt")))
        await pilot.press("ctrl+r", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write) and not words_of(pilot, "#prompt"))
        await pilot.press("ctrl+r")
        await until_shown(pilot, words.NO_QUESTION_YET)


async def test_a_question_that_is_put_away_is_gone_from_here_and_from_what_is_asked(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await to_a_page(pilot)
        await pilot.press("f5")
        await until(pilot, lambda: bool(words_of(pilot, "#prompt")))
        asked = words_of(pilot, "#prompt")
        await pilot.press("ctrl+r", "down", "down", "enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, Write) and not words_of(pilot, "#prompt"))

    journal = reopened(home, clock)
    (hidden,) = journal.choices().hidden_prompts
    assert next(prompt.text for prompt in prompts() if prompt.id == hidden) == asked
    assert journal.drafts() == []
    journal.close()


async def test_a_deep_question_has_its_line_before_it(
    home: Home, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(random.Random, "choice", _the_deepest)
    async with opened(home, clock) as pilot:
        await to_a_page(pilot)
        await pilot.press("f5")
        await until(pilot, lambda: bool(words_of(pilot, "#prompt")))
        assert DEEP not in words_of(pilot, "#prompt")
        await pilot.press("f5")
        await until(pilot, lambda: words_of(pilot, "#prompt").startswith(f"{DEEP}\n"))


def _the_deepest(_: random.Random, options: Any) -> Any:
    """Deep ones where there are any."""
    return max(options, key=lambda prompt: prompt.intensity == "deep")


async def test_with_no_question_left_it_says_so_and_the_page_stays(home: Home, clock: FixedClock) -> None:
    journal = reopened(home, clock)
    journal.make_choice("hidden-themes", "connectedness,hope,identity,meaning,empowerment,difficulties")
    journal.close()
    async with opened(home, clock) as pilot:
        await to_a_page(pilot)
        await write(pilot, "already some words")
        await pilot.press("f5")
        await until_shown(pilot, "There is no question left to ask.")
        assert pilot.app.screen.query_one(PageEditor).text == "already some words"

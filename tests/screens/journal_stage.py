"""What the tests of the Journal share: pages of a few days, and the ways to the list, a page and a month of it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace

from journal.clock import Clock
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.screens.stage import Actor, elsewhere, opened, to, until, until_shown, words_of
from tui.screens.journal import JournalScreen
from tui.screens.journal_month import JournalMonth
from tui.screens.page import Page

MARKUP = "[bold]river[/] [@click=app.quit()]"


def page(
    journal: OpenJournal, body: str, when: str | None = None, tags: tuple[str, ...] = (), title: str | None = None
) -> str:
    return journal.write_page(replace(journal.blank_page(when), body=body, title=title), tags=tags).id


def with_pages(home: Home, clock: FixedClock) -> Home:
    """Pages on a few days of March, a check-in, and one from two years ago."""
    with elsewhere(home, clock) as journal:
        page(journal, "a quiet river", "2026-03-01", ("river",))
        page(journal, MARKUP, "2026-03-05", ("[/river]",))
        page(journal, "two years ago", "2024-03-14")
        page(journal, "here and now")
        journal.record_check_in(replace(journal.blank_check_in("2026-03-10"), mood=4))
    return home


@asynccontextmanager
async def at_the_list(home: Home, clock: Clock, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Actor]:
    """The app on the Journal, with all of `with_pages` in it."""
    async with opened(home, clock, size) as pilot:
        await to(pilot, JournalScreen, "2")
        await until_shown(pilot, "two years")
        yield pilot


@asynccontextmanager
async def at_the_month(home: Home, clock: Clock, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Actor]:
    """The app on the month of today."""
    async with at_the_list(home, clock, size) as pilot:
        await to(pilot, JournalMonth, "m")
        await until_shown(pilot, "Pages.")
        yield pilot


@asynccontextmanager
async def at_first_page(home: Home, clock: Clock, shown: str) -> AsyncIterator[Actor]:
    """The app on the newest page, which says this."""
    async with opened(home, clock) as pilot:
        await pilot.press("2")
        await until_shown(pilot, shown)
        await to(pilot, Page, "enter")
        await until(pilot, lambda: shown in words_of(pilot, "#body"))
        yield pilot

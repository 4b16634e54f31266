"""Text pictures of the journal section as a person sees it. What its screens do is tested beside this."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from syrupy.assertion import SnapshotAssertion

from journal.paths import Home
from journal.use_cases.opening import WORDS_CONFIRMED, open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.pictures_stage import in_every_size, opened_without_chance, picture_after
from tests.screens.stage import until_shown

VIEWS: dict[str, tuple[tuple[str, ...], str]] = {
    "asked what to see": (("f",), "what I kept"),
    "some of it": (("f", "down", "enter", "down", "down", "enter"), "about hope"),
    "a month": (("m",), "14•]"),
    "a day of it": (("m", "home", "enter"), "Sunday 1 March"),
    "a day without anything": (("m", "left", "enter"), "Friday 13 March"),
    "other years": (("o",), "Fri 14 Mar 2025"),
    "a page": (("end", "up", "up", "enter"), "Rain on the roof"),
    "what a page is about": (("end", "up", "up", "enter", "a"), "get out most days"),
    "earlier versions": (("enter", "v"), "until Sat"),
    "an earlier version": (("enter", "v", "enter"), "Nobody there."),
    "a new page on a question": (("ctrl+n", "f5"), "Who or what"),
    "what to do with a question": (("ctrl+n", "f5", "ctrl+r"), "not ask me"),
    "words found": (("ctrl+f", "r", "i", "v"), "hold these words"),
    "a page that was found": (("ctrl+f", "h", "e", "r", "o", "enter", "enter"), "the heron"),
}
"""Keys that lead to it from the journal's list, and words by which it is known to have come."""


@pytest.fixture
def lived_in(home: Home, clock: FixedClock) -> Home:
    """Pages on a few days of two years, one of them changed, a check-in and a goal."""
    write_preferences(home, Preferences(country="GB"))
    journal = open_journal(home, PASSPHRASE, clock)
    clock.set(datetime(2026, 2, 20, 18, 0, tzinfo=UTC))
    goal = journal.add_goal("get out most days").id
    clock.set(datetime(2026, 3, 14, 9, 30, tzinfo=UTC))
    for day, body, themes, tags in (
        ("2025-03-14", "The first warm day. Sat by the river and thought of nothing.", (), ("river",)),
        ("2026-03-01", f"{'Rain on the roof. ' * 30}\n\nThen the heron came back.", ("hope",), ("river", "morning")),
        ("2026-03-05", "Slept in bits.", (), ("sleep",)),
    ):
        page = replace(journal.blank_page(day), body=body, title="By the river" if themes else None)
        journal.write_page(page, tags, themes, (goal,) if themes else ())
    journal.record_check_in(replace(journal.blank_check_in("2026-03-10"), mood=4, hope=6, feelings=("tired",)))
    changed = journal.write_page(replace(journal.blank_page(), body="Rang the shed. Nobody there."))
    journal.change_words(changed.id, "Rang the shed. A man called Des was there after all.")
    journal.keep(changed.id)
    journal.choose(WORDS_CONFIRMED, "yes")
    journal.close()
    return home


@in_every_size
@pytest.mark.parametrize("view", VIEWS)
async def test_a_view_of_the_journal_looks_as_it_did(
    view: str, size: tuple[int, int], lived_in: Home, clock: FixedClock, snapshot: SnapshotAssertion
) -> None:
    keys, words = VIEWS[view]
    async with opened_without_chance(lived_in, clock, size) as pilot:
        await pilot.press("2")
        await until_shown(pilot, "Rang the shed")
        assert await picture_after(pilot, keys, words) == snapshot

"""What looking at the screens as pictures has mended: room for words, and nothing left standing."""

from dataclasses import replace

import pytest

from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.stage import opened, picture, until, until_shown
from tests.screens.test_settings import at_settings, choose
from tui.widgets.rows import draw_row


@pytest.mark.parametrize(("width", "before"), [(36, "14 Mar 2026  "), (60, "Sat 14 Mar 2026   09:30  ")])
def test_where_a_row_is_short_the_weekday_and_the_clock_make_room_for_the_words(
    journal: OpenJournal, width: int, before: str
) -> None:
    journal.write_page(replace(journal.blank_page(), body="Rain, and a walk by the canal."))
    (row,) = journal.timeline(Filter(), 1, 0)
    assert "".join(text for text, _ in draw_row(row, width)) == f"{before}Rain, and a walk by the canal."


async def test_the_cairn_goes_from_a_screen_that_is_open_when_it_is_made_quiet(home: Home, clock: FixedClock) -> None:
    journal = open_journal(home, PASSPHRASE, clock)
    journal.add_thing("tool", {"name": "a long walk"})
    journal.close()
    async with opened(home, clock) as pilot:
        await until_shown(pilot, "(___")
        await at_settings(pilot)
        await choose(pilot, "quiet")
        await pilot.press("escape", "escape")
        await until_shown(pilot, "Hello.")
        await until(pilot, lambda: "(___" not in picture(pilot.app.screen))


async def test_the_title_of_a_page_begins_where_its_words_do(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock, (140, 45)) as pilot:
        await pilot.press("ctrl+n")
        await until_shown(pilot, "A title, if you like")
        shown = picture(pilot.app.screen).splitlines()
        assert {line.index(words) for words in ("A title", "Write here.") for line in shown if words in line} == {1}

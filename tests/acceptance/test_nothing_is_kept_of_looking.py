"""Acceptance check 3, as it is lived: after a look at everything no row is another, and no name in the vault counts.

What stands in the code and in the schema is looked at in `tests/wording/test_nothing_counted.py`.
"""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import WORDS_CONFIRMED
from tests.conftest import FixedClock
from tests.screens.stage import elsewhere, opened, rest, until_shown
from tests.wording.nothing_counted import barred
from tests.wording.test_nothing_counted import every_row
from tui.screens.settings import Settings

EVERYWHERE = ("2", "m", "escape", "3", "enter", "4", "5", "v", "t", "w", "6", "d", "escape", "f8", "escape", "f9")
"""Keys that look at something, and change nothing."""


def live(journal: OpenJournal) -> None:
    """A little of what a journal holds, a low answer on three days among it."""
    journal.choose(WORDS_CONFIRMED, "yes")
    journal.add_step(journal.add_goal("Get out most days").id, "shoes by the door")
    for when in ("2026-03-05", "2026-03-12", "2026-03-14"):
        blank = replace(journal.blank_check_in(when), feelings=("calm",))
        journal.record_check_in(replace(blank, mood=1, hope=6), helped=["walk"])
    journal.keep_draft(replace(journal.blank_page(), body="half a thought"))


def names_kept(journal: OpenJournal) -> Iterator[tuple[str, str]]:
    """Every name in the vault: of tables and columns as the engine has them, of settings, and inside what is JSON."""
    connection = journal._connection
    tables = [str(name) for (name,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for table in tables:
        yield "vault", table
        for (column,) in connection.rows(f"SELECT name FROM pragma_table_info('{table}')"):
            yield table, str(column)
    for (setting,) in connection.rows("SELECT name FROM setting"):
        yield "setting", str(setting)
    for rows in every_row(journal).values():
        for value in (value for row in rows for value in row if isinstance(value, str) and value.startswith("{")):
            yield from (("inside", name) for name in json.loads(value))


async def test_3_a_session_of_looking_leaves_every_row_as_it_was(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        live(journal)
        before = every_row(journal)
    for _ in range(2):
        clock.set(clock.now() + timedelta(days=1))
        async with opened(home, clock) as pilot:
            for key in EVERYWHERE:
                await pilot.press(key)
                await rest(pilot)
            assert isinstance(pilot.app.screen, Settings)
            await pilot.press("ctrl+q")
        with elsewhere(home, clock) as journal:
            assert every_row(journal) == before


async def test_3_a_session_of_checking_in_keeps_no_name_that_counts(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        live(journal)
    async with opened(home, clock) as pilot:
        await pilot.press("tab", "0", "ctrl+s")
        await until_shown(pilot, "Saved. Thank you")
        await pilot.press("tab", "7")
        await pilot.press("ctrl+q")
    with elsewhere(home, clock) as journal:
        names = set(names_kept(journal))
    assert {("vault", "check_in"), ("check_in", "mood"), ("inside", "scale_id")} <= names
    assert barred(names) == []

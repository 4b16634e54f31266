"""What a page is about, where there are more goals than come at a time: each of them can be reached."""

from dataclasses import replace

from journal.domain.entry import JournalEntry
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.screens.stage import Actor, opened, until, until_shown
from tests.screens.toolbox_stage import in_the_journal, shows
from tui.screens.page import Page
from tui.screens.page_about import GOALS_AT_A_TIME, PageAbout
from tui.widgets.ticks import TickRow, Ticks

MANY = 2 * GOALS_AT_A_TIME + 10


def _with_goals(journal: OpenJournal, about: int = 0) -> str:
    """A page that is about the first of many goals, and the id of it."""
    goals = [journal.add_goal(f"Goal number {place}").id for place in range(MANY)]
    page = journal.write_page(replace(journal.blank_page(), body="A quiet hour"))
    journal.set_page_about(page.id, goals=tuple(goals[:about]))
    return page.id


async def _to_its_goals(pilot: Actor) -> Ticks:
    await pilot.press("2")
    await until_shown(pilot, "A quiet hour")
    await pilot.press("enter")
    await shows(pilot, Page)
    await pilot.press("a")
    await shows(pilot, PageAbout)
    goals = pilot.app.screen.query_one("#goals", Ticks)
    await until(pilot, lambda: goals.display)
    goals.focus()
    await pilot.pause()
    return goals


async def _down_to_the_last(pilot: Actor, goals: Ticks) -> None:
    before = -1
    while goals.looked_at != before:
        before = goals.looked_at
        await pilot.press("end")
        await pilot.pause()


def _about(home: Home, clock: FixedClock, page_id: str) -> set[str]:
    def titles(journal: OpenJournal) -> set[str]:
        page = journal.read(page_id)
        assert isinstance(page, JournalEntry)
        return {journal.goal(goal_id).title for goal_id in page.goal_ids}

    return in_the_journal(home, clock, titles)


async def test_every_goal_comes_by_on_the_way_down(home: Home, clock: FixedClock) -> None:
    in_the_journal(home, clock, _with_goals)
    async with opened(home, clock) as pilot:
        goals = await _to_its_goals(pilot)
        await _down_to_the_last(pilot, goals)
        assert goals.looked_at == MANY - 1
        assert {row.words for row in goals.query(TickRow)} == {f"Goal number {place}" for place in range(MANY)}


async def test_one_that_came_later_is_turned_and_those_before_stay_turned(home: Home, clock: FixedClock) -> None:
    page_id = in_the_journal(home, clock, _with_goals)
    async with opened(home, clock) as pilot:
        goals = await _to_its_goals(pilot)
        await pilot.press("space", "end", "end", "space", "escape")
        await shows(pilot, Page)
        assert len(goals.ticked) == 2
        assert goals.ticked[-1] > GOALS_AT_A_TIME
    assert len(_about(home, clock, page_id)) == 2


async def test_a_page_about_more_than_come_at_a_time_keeps_them_all(home: Home, clock: FixedClock) -> None:
    about = GOALS_AT_A_TIME + 7
    page_id = in_the_journal(home, clock, lambda journal: _with_goals(journal, about))
    async with opened(home, clock) as pilot:
        goals = await _to_its_goals(pilot)
        assert len(goals.ticked) == about
        await pilot.press("space", "escape")
        await shows(pilot, Page)
    assert len(_about(home, clock, page_id)) == about - 1

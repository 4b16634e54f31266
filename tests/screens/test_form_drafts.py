"""What a form keeps until it is saved: the parts that were begun, and nothing of what was not touched."""

from dataclasses import replace
from functools import partial

from journal.domain.entry import answers_of
from journal.domain.goal import GOAL_PARTS, Goal
from journal.domain.parts import values_of
from journal.domain.shelves import SHELVES
from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.peers_stage import bar_at, draft_kinds, field_of, fill, press, sessions, to_peers
from tests.screens.stage import Actor, desk_of, elsewhere, opened, until, until_shown
from tui.modals.choose import Choose
from tui.screens.form import Form
from tui.screens.peers import Peers
from tui.screens.session_after import AfterForm
from tui.widgets.page_editor import PageEditor

TOOL = SHELVES["tool"].parts


def _has_gone(pilot: Actor, form: Form[object]) -> bool:
    return pilot.app.screen is not form


def _goal_form(pilot: Actor, goal: Goal) -> Form[object]:
    return Form[object](
        desk_of(pilot),
        "goal",
        GOAL_PARTS,
        lambda journal, values, draft_id: journal.change(goal.id, values, draft_id),
        heading=goal.title,
        values=values_of(goal, GOAL_PARTS),
        item_id=goal.id,
    )


async def _put_up(pilot: Actor, form: Form[object]) -> None:
    await pilot.app.push_screen(form)
    await until(pilot, lambda: pilot.app.screen is form and form.focused is not None)


async def test_what_was_changed_elsewhere_stays_beside_what_was_begun_here(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        goal = journal.add_goal("rest", values={"why_it_matters": "sleep"})
    async with opened(home, clock) as pilot:
        form = _goal_form(pilot, goal)
        await _put_up(pilot, form)
        await fill(pilot, "why_it_matters", " and calm")
        await fill(pilot, "ways", "a nap")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is not form)
        with elsewhere(home, clock) as journal:
            journal.change(goal.id, {"title": "rest more", "barriers": "noise"})
            goal = journal.goal(goal.id)
        again = _goal_form(pilot, goal)
        await _put_up(pilot, again)
        await until_shown(pilot, "What you had begun is here again.")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: pilot.app.screen is not again)
    with elsewhere(home, clock) as journal:
        saved = journal.goal(goal.id)
        assert (saved.title, saved.barriers) == ("rest more", "noise")
        assert (saved.why_it_matters, saved.ways) == ("sleep and calm", ("a nap",))
        assert journal.drafts() == []


async def test_a_part_emptied_in_a_draft_stays_empty_and_the_rest_stays_full(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        goal = journal.add_goal("rest", values={"why_it_matters": "sleep", "ways": ["a nap"], "barriers": "noise"})
    async with opened(home, clock) as pilot:
        for _ in range(2):
            form = _goal_form(pilot, goal)
            await _put_up(pilot, form)
            for name in ("why_it_matters", "ways"):
                field_of(pilot, name).query_one(PageEditor).load_text("")
            await pilot.press("escape")
            await until(pilot, partial(_has_gone, pilot, form))
        with elsewhere(home, clock) as journal:
            assert [answers_of(draft) for draft in journal.drafts()] == [{"why_it_matters": None, "ways": None}]
        form = _goal_form(pilot, goal)
        await _put_up(pilot, form)
        await until(pilot, lambda: field_of(pilot, "why_it_matters").value is None)
        await pilot.press("ctrl+s")
        await until(pilot, lambda: pilot.app.screen is not form)
    with elsewhere(home, clock) as journal:
        saved = journal.goal(goal.id)
        assert (saved.why_it_matters, saved.ways, saved.barriers) == (None, (), "noise")
        assert journal.drafts() == []


async def test_a_draft_that_says_what_is_so_by_now_goes_with_the_form(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        goal = journal.add_goal("rest")
        journal.keep_parts(replace(journal.blank_page(), kind="goal", item_id=goal.id), {"title": "rest more"})
        journal.change(goal.id, {"title": "rest more"})
        goal = journal.goal(goal.id)
    async with opened(home, clock) as pilot:
        form = _goal_form(pilot, goal)
        await _put_up(pilot, form)
        await until_shown(pilot, "What you had begun is here again.")
        await pilot.press("escape")
        await until(pilot, lambda: pilot.app.screen is not form)
    assert draft_kinds(home, clock) == []


async def test_a_part_begun_on_another_form_is_shown_and_goes_with_the_save(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        tool = journal.add_thing("tool", {"name": "a walk", "how_to": "slowly"})
        journal.keep_parts(replace(journal.blank_page(), kind="tool", item_id=tool.id), {"works_when": "mornings"})
    async with opened(home, clock) as pilot:
        form = Form[object](
            desk_of(pilot),
            "tool",
            TOOL[:2],
            lambda journal, values, draft_id: journal.change(tool.id, values, draft_id),
            heading="a walk",
            values=values_of(tool, TOOL),
            item_id=tool.id,
        )
        await _put_up(pilot, form)
        await until_shown(pilot, "mornings")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: pilot.app.screen is not form)
    with elsewhere(home, clock) as journal:
        (saved,) = journal.tools()
        assert (saved.name, saved.how_to, saved.works_when) == ("a walk", "slowly", "mornings")
        assert journal.drafts() == []


async def test_drafts_of_two_groups_are_kept_apart(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        journal.prepare_session({"hope_for": "to listen", "group_name": "the choir"})
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "a", Choose, "the choir · the half before is written")
        await press(pilot, "enter", AfterForm, "to listen")
        await fill(pilot, "received", "a song")
        await press(pilot, "escape", Peers, "[draft] After a session with the choir · a song")
        with elsewhere(home, clock) as journal:
            journal.prepare_session({"hope_for": "air", "group_name": "the walk"})
        await until_shown(pilot, "Session with the walk")
        await bar_at(pilot, "Session with the walk")
        await press(pilot, "enter", AfterForm, "air")
        assert field_of(pilot, "received").value is None
        await press(pilot, "escape", Peers)
        await bar_at(pilot, "[draft]")
        await press(pilot, "enter", AfterForm, "a song")
        await press(pilot, "ctrl+s", Peers, "the choir · a song")
    after = next(session for session in sessions(home, clock) if session.reflected_at)
    assert (after.group_name, after.hope_for, after.received) == ("the choir", "to listen", "a song")
    assert draft_kinds(home, clock) == []

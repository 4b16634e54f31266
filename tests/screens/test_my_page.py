"""My page for a facilitator: written here, all of it skippable; nothing is ticked, and saving sends nothing."""

from dataclasses import replace

from textual.content import Content
from textual.widgets import Static

from sync.consent.group_pages import goal_line
from tests.groups.people import Held
from tests.screens.my_page_stage import (
    MATTERS,
    SUPPORT,
    at_anas,
    held,
    joined,
    live,
    page_of,
    to_look,
    to_page,
    to_peers_row,
    write_page,
)
from tests.screens.peers_stage import field_of, fill, on, press, told
from tests.screens.stage import picture, rest, until, until_shown
from tui.screens.form import Form
from tui.screens.my_page import MyPage
from tui.screens.my_page_goals import PageGoals
from tui.screens.my_page_look import LookAtPage
from tui.screens.my_page_sentences import PageSentences
from tui.widgets.ticks import Ticks

__all__ = ["held", "joined"]

GOAL = "Get out most days"
HOSTILE = "[@click=app.quit()]x[/] \x1b[2J"


def a_goal(held: Held) -> str:
    goal = held.ana.journal.add_goal(GOAL)
    held.ana.journal.change(goal.id, {"why_it_matters": "light on the water"})
    return goal.id


async def test_three_parts_are_asked_first_and_the_rest_is_one_key_away(held: Held) -> None:
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await on(pilot, Form, "What matters to me now")
        shown = picture(pilot.app.screen)
        assert "A question for you" in shown
        assert "What is going well" not in shown
        await pilot.press("f5")
        await until_shown(pilot, "What is going well")


async def test_what_is_saved_stays_here_and_says_so(held: Held) -> None:
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await on(pilot, Form)
        await fill(pilot, "what_matters_to_me_now", MATTERS)
        await press(pilot, "ctrl+s", MyPage, "Kim sees nothing of it.")
        assert told(pilot)[-1] == "Saved. It stays here, and nothing has left."
        assert MATTERS in await rest(pilot)
    assert live(held.ana) is None
    assert (page_of(held.ana).summary, page_of(held.ana).name) == (None, None)


async def test_escape_from_the_form_keeps_a_draft_and_sends_nothing(held: Held) -> None:
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await on(pilot, Form)
        await fill(pilot, "questions_for_you", "Is Tuesday full?")
        await press(pilot, "escape", MyPage, "Nothing is written here yet.")
        await press(pilot, "e", Form, "Is Tuesday full?")
    assert page_of(held.ana).summary is None


async def test_what_was_typed_is_there_again_after_a_lock(held: Held) -> None:
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await on(pilot, Form)
        await fill(pilot, "support_i_would_like", SUPPORT)
        await pilot.press("ctrl+l")
        await until(pilot, lambda: pilot.app.return_value is not None)
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await on(pilot, Form, SUPPORT)
        assert field_of(pilot, "support_i_would_like").value == SUPPORT


async def test_no_goal_and_no_part_of_one_is_ticked_at_first(held: Held) -> None:
    a_goal(held)
    write_page(held)
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await press(pilot, "g", PageGoals, GOAL)
        assert pilot.app.screen.query_one(Ticks).ticked == []
        await pilot.press("ctrl+s")
        await until_shown(pilot, "No goal is chosen yet.")
        await pilot.press("x", "ctrl+s")
        await until_shown(pilot, f"What of this goal: {GOAL}")
        assert pilot.app.screen.query_one(Ticks).ticked == []


async def test_of_a_goal_goes_what_was_chosen_and_what_is_added_to_it_later_does_not(held: Held) -> None:
    goal = a_goal(held)
    write_page(held)
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await press(pilot, "g", PageGoals, GOAL)
        await rest(pilot)
        await pilot.press("x", "ctrl+s")
        await until_shown(pilot, "What of this goal")
        await rest(pilot)
        await pilot.press("x", "ctrl+s")
        await on(pilot, MyPage, GOAL)
        held.ana.journal.change(goal, {"how_id_like_support": "a private wish", "barriers": "a private fear"})
        await to_look(pilot)
        shown = picture(pilot.app.screen)
        assert GOAL in shown
        assert "light on the water" not in shown
        await press(pilot, "y", MyPage)
    page = page_of(held.ana).summary
    assert page is not None
    assert [part.model_dump(exclude_defaults=True) for part in page.goals] == [{"title": GOAL}]
    assert "private" not in page.model_dump_json()


async def test_a_goal_of_which_nothing_is_chosen_is_not_on_the_page(held: Held) -> None:
    goal = a_goal(held)
    write_page(held, what_matters_to_me_now=MATTERS, goals=[goal_line(goal, ["title"])])
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await press(pilot, "g", PageGoals, GOAL)
        await rest(pilot)
        assert pilot.app.screen.query_one(Ticks).ticked == [0]
        await pilot.press("ctrl+s")
        await until_shown(pilot, "What of this goal")
        await rest(pilot)
        await pilot.press("x", "ctrl+s")
        await on(pilot, MyPage)
    page = held.ana.summaries.written(held.ana.facilitator)
    assert page is not None
    assert page.goals == ()


async def test_escape_while_choosing_goals_leaves_the_page_as_it_was(held: Held) -> None:
    a_goal(held)
    write_page(held)
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await press(pilot, "g", PageGoals, GOAL)
        await rest(pilot)
        await pilot.press("x", "ctrl+s")
        await until_shown(pilot, "What of this goal")
        await press(pilot, "escape", MyPage)
    page = held.ana.summaries.written(held.ana.facilitator)
    assert page is not None
    assert page.goals == ()


async def test_sentences_of_the_look_back_are_offered_unticked_and_can_be_said_otherwise(held: Held) -> None:
    for day in range(1, 13):
        blank = held.ana.journal.blank_check_in(f"2026-03-{day:02d}T09:00")
        held.ana.journal.record_check_in(replace(blank, mood=6, hope=5))
    write_page(held)
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await press(pilot, "l", PageSentences, "my mood was mostly 6")
        rows = pilot.app.screen.query_one(Ticks)
        assert rows.ticked == []
        await pilot.press("ctrl+s")
        await until_shown(pilot, "No sentence is chosen yet.")
        await pilot.press("x", "ctrl+s")
        await on(pilot, Form, "Change them as you like")
        field = field_of(pilot, "look_back_lines")
        await field.fill(("Most days were all right.",))
        await press(pilot, "ctrl+s", MyPage, "Most days were all right.")
        assert "mostly 6" not in await rest(pilot)
    assert page_of(held.ana).summary is None


async def test_where_there_is_nothing_to_offer_that_is_said(held: Held) -> None:
    write_page(held)
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await press(pilot, "l", PageSentences, "There is nothing to offer yet")
        await press(pilot, "escape", MyPage)


async def test_words_that_look_like_markup_are_words(held: Held) -> None:
    held.ana.share({"what_matters_to_me_now": HOSTILE})
    write_page(held, what_matters_to_me_now=HOSTILE + "!")
    async with at_anas(held) as pilot:
        await to_page(pilot)
        await until_shown(pilot, "[@click=app.quit()]x[/]")
        await to_look(pilot)
        assert "[@click=app.quit()]x[/]" in picture(pilot.app.screen)
        assert "\x1b" not in picture(pilot.app.screen)
        offered = pilot.app.screen.query_one("#offer", Static).render()
        assert isinstance(offered, Content)
        assert "@click" not in str(offered.spans)


async def test_in_a_small_window_it_can_be_written_and_shared(held: Held) -> None:
    async with at_anas(held, (40, 12)) as pilot:
        await to_peers_row(pilot, "My page for Kim")
        await pilot.press("enter")
        await on(pilot, Form)
        await fill(pilot, "what_matters_to_me_now", MATTERS)
        await press(pilot, "ctrl+s", MyPage)
        await to_look(pilot)
        assert isinstance(pilot.app.screen, LookAtPage)
        assert "Esc keep private" in picture(pilot.app.screen)
        while isinstance(pilot.app.screen, LookAtPage):
            await pilot.press("y")
            await rest(pilot)
    assert live(held.ana) is not None

"""Goals on the screen: the list, and how a goal gets its title and one small step."""

from datetime import UTC, datetime

from textual.widgets import Input

from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.goals_stage import (
    STEP,
    TITLE,
    asked,
    drafts,
    goal_with_a_step,
    name_a_goal,
    reopened,
    the_goal,
    to_goals,
    told,
)
from tests.screens.stage import key, opened, picture, until, until_shown, write
from tui.modals.ask import Ask
from tui.modals.support_now import SupportNow
from tui.screens.goal import GoalScreen
from tui.screens.goals import Goals
from tui.widgets.nav import Nav


async def test_the_empty_list_says_what_will_be_there_and_the_key_that_starts(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_goals(pilot)
        await until_shown(pilot, "What you would like to move towards will be here. N names a goal.")


async def test_a_goal_with_a_step_by_keyboard_alone(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await goal_with_a_step(pilot)
        assert "moving towards it" in picture(pilot.app.screen)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Goals))
        await until_shown(pilot, f"{TITLE}  Next: {STEP}")
    goal = the_goal(home, clock)
    assert (goal.title, [step.text for step in goal.steps]) == (TITLE, [STEP])
    assert drafts(home, clock) == []


async def test_letters_typed_before_the_next_question_is_up_are_no_other_deed(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_goals(pilot)
        await pilot.press("n")
        await asked(pilot, "What would you like to move towards?")
        for name in (*"no3", "enter", *"nb3x"):
            pilot.app.post_message(key(name))
        await asked(pilot, "One small next step?")
        assert isinstance(pilot.app.screen_stack[-2], Goals)
    assert (the_goal(home, clock).title, the_goal(home, clock).bring) == ("no3", False)


async def test_an_empty_title_is_asked_again_and_nothing_is_made(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_goals(pilot)
        await pilot.press("n")
        await asked(pilot, "What would you like to move towards?")
        await write(pilot, "  ")
        await pilot.press("enter")
        await until_shown(pilot, "A goal needs a few words. Any words will do.")
        assert isinstance(pilot.app.screen, Ask)
        await write(pilot, "rest more")
        await pilot.press("enter")
        await asked(pilot, "One small next step?")
    assert the_goal(home, clock).title == "rest more"


async def test_a_starter_goal_is_one_key_away_and_its_words_can_be_changed(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_goals(pilot)
        await pilot.press("n")
        await asked(pilot, "Or begin with one of these")
        await pilot.press("down", "end", "enter")
        field = pilot.app.screen.query_one("#words", Input)
        await until(pilot, lambda: field.value == "Offer to listen to someone" and field.has_focus)
        await write(pilot, " on Sunday")
        await pilot.press("enter")
        await asked(pilot, "One small next step?")
    assert the_goal(home, clock).title == "Offer to listen to someone on Sunday"


async def test_a_starter_goal_never_writes_over_a_persons_own_words(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_goals(pilot)
        await pilot.press("n")
        await asked(pilot, "Or begin with one of these")
        await write(pilot, "mine")
        await pilot.press("down", "enter")
        await until_shown(pilot, "Your own words are in the line.")
        assert pilot.app.screen.query_one("#words", Input).value == "mine"


async def test_a_title_left_half_typed_is_there_when_it_is_asked_again(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_goals(pilot)
        await pilot.press("n")
        await asked(pilot, "What would you like to move towards?")
        await write(pilot, "half a")
        await pilot.press("ctrl+q")
        await until(pilot, lambda: pilot.app.return_value == "quit")
    async with opened(home, clock) as pilot:
        await to_goals(pilot)
        await pilot.press("n")
        await until_shown(pilot, "half a")
        await write(pilot, " goal")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, Goals))
        await pilot.press("n")
        await until_shown(pilot, "half a goal")
        await pilot.press("enter")
        await asked(pilot, "One small next step?")
    assert the_goal(home, clock).title == "half a goal"
    assert drafts(home, clock) == []


async def test_a_step_can_be_made_smaller_with_its_words_there_to_change(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await name_a_goal(pilot)
        await write(pilot, STEP)
        await pilot.press("enter")
        await asked(pilot, "Does that step feel doable?")
        await pilot.press("down", "down", "enter")
        await asked(pilot, "What would be a smaller step?")
        assert pilot.app.screen.query_one("#words", Input).value == STEP
        await write(pilot, " on Tuesday")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
        await until_shown(pilot, f"{STEP} on Tuesday")
    assert [step.text for step in the_goal(home, clock).steps] == [f"{STEP} on Tuesday"]
    assert drafts(home, clock) == []


async def test_not_sure_is_an_answer_too(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await name_a_goal(pilot)
        await write(pilot, STEP)
        await pilot.press("enter")
        await asked(pilot, "Does that step feel doable?")
        await pilot.press("down", "enter")
        await until(pilot, lambda: "That is fine. You can change it whenever you like." in told(pilot))
    assert [step.text for step in the_goal(home, clock).steps] == [STEP]


async def test_bring_is_marked_on_the_page_and_in_the_list(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await goal_with_a_step(pilot)
        await pilot.press("ctrl+b")
        await until_shown(pilot, "Marked to bring to a session.")
        await pilot.press("escape")
        await until_shown(pilot, "[bring]")
        assert the_goal(home, clock).bring
        await pilot.press("b")
        await until(pilot, lambda: "[bring]" not in picture(pilot.app.screen))
    assert not the_goal(home, clock).bring


async def test_a_deleted_goal_comes_back_with_its_step(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await goal_with_a_step(pilot)
        await pilot.press("delete")
        await until(pilot, lambda: isinstance(pilot.app.screen, Goals))
        await until_shown(pilot, "N names a goal")
        await pilot.press("f4")
        await until_shown(pilot, f"Next: {STEP}")
    assert [step.text for step in the_goal(home, clock).steps] == [STEP]


async def test_revisiting_is_said_from_its_day_on_and_not_before(home: Home, clock: FixedClock) -> None:
    journal = reopened(home, clock)
    goal = journal.add_goal(TITLE)
    journal.change(goal.id, {"revisit_on": "2026-03-20"})
    journal.close()
    async with opened(home, clock) as pilot:
        await to_goals(pilot)
        await until_shown(pilot, TITLE)
        assert "look at this again" not in picture(pilot.app.screen)
    clock.set(datetime(2026, 3, 20, 8, 0, tzinfo=UTC))
    async with opened(home, clock) as pilot:
        await to_goals(pilot)
        await until_shown(pilot, "You asked to look at this again.")
        await pilot.press("enter")
        await until_shown(pilot, "moving towards it  You asked to look at this again.")


async def test_a_goal_made_by_another_process_appears_by_itself(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_goals(pilot)
        await until_shown(pilot, "N names a goal")
        other = reopened(home, clock)
        made = other.add_goal("from elsewhere")
        other.close()
        await until_shown(pilot, "from elsewhere")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
        await until_shown(pilot, "No steps yet")
        other = reopened(home, clock)
        other.add_step(made.id, "a step from elsewhere")
        other.close()
        await until_shown(pilot, "[ ] a step from elsewhere")


async def test_support_opens_over_a_question_and_leads_back_to_its_words(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_goals(pilot)
        await pilot.press("n")
        await asked(pilot, "What would you like to move towards?")
        await write(pilot, "words")
        for name in ("f2", "ctrl+g"):
            await pilot.press(name)
            await until(pilot, lambda: isinstance(pilot.app.screen, SupportNow))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        assert pilot.app.screen.query_one("#words", Input).value == "words"


async def test_a_click_on_a_section_leads_there(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.click(Nav, offset=(picture(pilot.app.screen).index("Goals"), 0))
        await until(pilot, lambda: isinstance(pilot.app.screen, Goals))


async def test_more_than_three_at_once_is_said_once_and_softly(home: Home, clock: FixedClock) -> None:
    journal = reopened(home, clock)
    for number in range(3):
        journal.add_goal(f"goal {number}")
    journal.close()
    async with opened(home, clock) as pilot:
        await name_a_goal(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: any("Some of them can rest" in said for said in told(pilot)))

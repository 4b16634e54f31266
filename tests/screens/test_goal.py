"""One goal's page: its steps, where it stands, words about it, and the rest that may stay open."""

from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.goals_stage import STEP, TITLE, asked, drafts, goal_with_a_step, name_a_goal, reopened, the_goal
from tests.screens.stage import opened, picture, until, until_shown, write
from tui.modals.ask import Ask
from tui.modals.choose import Choose
from tui.modals.support_now import SupportNow
from tui.screens.form import Form
from tui.screens.goal import GoalScreen
from tui.screens.in_person import InPerson
from tui.widgets.page_editor import PageEditor
from tui.widgets.ticks import Ticks


async def test_the_step_can_be_left_out(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await name_a_goal(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
        await until_shown(pilot, "No steps yet, and none is needed.")
        assert "Everything else here can stay blank." in picture(pilot.app.screen)
    assert the_goal(home, clock).steps == ()


async def test_a_first_step_is_there_to_be_turned_at_once(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await name_a_goal(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
        await until_shown(pilot, "No steps yet")
        await pilot.press("a")
        await asked(pilot, "One small next step?")
        await write(pilot, STEP)
        await pilot.press("enter")
        await asked(pilot, "Does that step feel doable?")
        await pilot.press("enter")
        await until_shown(pilot, f"[ ] {STEP}")
        await until(pilot, lambda: pilot.app.screen.focused is pilot.app.screen.query_one(Ticks))
        await pilot.press("x")
        await until_shown(pilot, f"[x] {STEP}")


async def test_a_step_is_done_and_not_done_again(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await goal_with_a_step(pilot)
        await pilot.press("x")
        await until_shown(pilot, f"[x] {STEP}")
        await until_shown(pilot, "Done.")
        assert the_goal(home, clock).steps[0].status == "done"
        await pilot.press("space")
        await until_shown(pilot, "It is one to try.")
    step = the_goal(home, clock).steps[0]
    assert (step.status, step.done_at) == ("to_try", None)


async def test_a_step_can_be_set_aside_begun_and_put_in_other_words(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await goal_with_a_step(pilot)
        await pilot.press("o")
        await until_shown(pilot, f"{STEP} (set aside)")
        await pilot.press("d")
        await until_shown(pilot, f"{STEP} (doing it)")
        await pilot.press("w")
        await asked(pilot, "The step in other words:")
        await write(pilot, ", or Sam")
        await pilot.press("enter")
        await until_shown(pilot, f"{STEP}, or Sam (doing it)")
    assert the_goal(home, clock).steps[0].status == "doing"


async def test_reached_asks_what_helped_and_keeps_the_words(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await goal_with_a_step(pilot)
        await pilot.press("c")
        await asked(pilot, "Where it stands")
        await pilot.press("down", "down", "down", "enter")
        await asked(pilot, "You got there. What helped?")
        await write(pilot, "Priya did")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "What you wrote about it")
        assert "Priya did" in picture(pilot.app.screen)
    goal = the_goal(home, clock)
    assert (goal.status, [one.note for one in goal.reflections]) == ("reached", ["Priya did"])
    assert drafts(home, clock) == []


async def test_letting_go_is_a_choice_too(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await goal_with_a_step(pilot)
        await pilot.press("c")
        await asked(pilot, "Where it stands")
        await pilot.press("end", "enter")
        await until_shown(pilot, "Letting go of a goal is a choice too.")
    assert the_goal(home, clock).status == "let_go"


async def test_a_reflection_left_half_written_is_there_again(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await goal_with_a_step(pilot)
        await pilot.press("r")
        await asked(pilot, "A few words about it, if you like")
        await write(pilot, "slowly")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
        await pilot.press("r")
        await until(pilot, lambda: isinstance(pilot.app.screen, Ask))
        await until(pilot, lambda: pilot.app.screen.query_one(PageEditor).text == "slowly")
        await write(pilot, " but surely")
        await pilot.press("ctrl+s")
        await until_shown(pilot, "slowly but surely")
    assert [one.note for one in the_goal(home, clock).reflections] == ["slowly but surely"]


async def test_the_form_adds_what_makes_it_matter(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await goal_with_a_step(pilot)
        await pilot.press("e")
        await until(pilot, lambda: isinstance(pilot.app.screen, Form))
        await pilot.press("tab")
        await write(pilot, "The air")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
        await until_shown(pilot, "The air")
    goal = the_goal(home, clock)
    assert (goal.title, goal.why_it_matters) == (TITLE, "The air")


async def test_only_the_chosen_lines_are_shown_in_person_and_none_is_chosen_beforehand(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await goal_with_a_step(pilot)
        await pilot.press("p")
        await until(pilot, lambda: isinstance(pilot.app.screen, InPerson))
        assert pilot.app.screen.query_one(Ticks).ticked == []
        await pilot.press("ctrl+s")
        await until_shown(pilot, "No line is chosen yet.")
        await pilot.press("down", "x", "ctrl+s")
        await until(pilot, lambda: "Choose the lines" not in picture(pilot.app.screen))
        assert picture(pilot.app.screen).split() == f"Next: {STEP}".split()
        await pilot.press("escape")
        await until_shown(pilot, "Choose the lines")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))


async def test_a_goal_deleted_elsewhere_says_so_on_its_page(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await goal_with_a_step(pilot)
        other = reopened(home, clock)
        other.delete(other.goals()[0].id)
        other.close()
        await until_shown(pilot, "It is not in the journal any more.")


async def test_the_journal_opens_a_goal_on_its_own_screen(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await goal_with_a_step(pilot)
        await pilot.press("2")
        await until_shown(pilot, f"Goal: {TITLE}")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))


async def test_support_opens_over_a_choice_by_every_one_of_its_keys(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await goal_with_a_step(pilot)
        await pilot.press("c")
        await asked(pilot, "Where it stands")
        for name in ("f2", "ctrl+g", "exclamation_mark"):
            await pilot.press(name)
            await until(pilot, lambda: isinstance(pilot.app.screen, SupportNow))
            await pilot.press("escape")
            await until(pilot, lambda: isinstance(pilot.app.screen, Choose))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
    assert the_goal(home, clock).status == "moving_towards"

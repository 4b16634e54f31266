"""From an open goal to a yes: at most four keys, exactly what goes, and nothing without it."""

import pytest

from journal.domain.goal import Goal
from journal.paths import Home
from sync.consent.sharing import Sharing
from sync.records.consents import Status
from tests.conftest import FixedClock
from tests.pages.real_people import Two
from tests.screens.sharing_stage import (
    STEP,
    TITLE,
    around,
    before_the_screen,
    met,
    press_share,
    to_goal,
    told,
    two,
    visit_in_turn,
)
from tests.screens.stage import elsewhere, opened, picture, rest, until, until_shown
from tools.pictures_met import meet_each_other
from tui.screens.goal import GoalScreen

__all__ = ["around", "met", "two"]


@pytest.fixture
def goal(two: Two) -> Goal:
    named = two.ana.journal.add_goal(TITLE)
    two.ana.journal.add_step(named.id, STEP)
    two.ana.journal.change(named.id, {"why_it_matters": "light on the water"})
    return two.ana.journal.goal(named.id)


async def test_a_goal_is_shared_in_three_keys_and_the_partner_has_it(two: Two, goal: Goal) -> None:
    async with before_the_screen(two) as pilot:
        await to_goal(pilot)
        await press_share(pilot)
        await pilot.press("2")
        await until_shown(pilot, "Sam will see exactly:")
        shown = picture(pilot.app.screen)
        assert [line for line in (TITLE, f"Next: {STEP}", "until Friday 12 June 2026.") if line not in shown] == []
        assert "light on the water" not in shown
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
        await until_shown(pilot, "Shared with Sam until 12 June")
        assert "Shared until Friday 12 June 2026." in told(pilot)[-1]
    await visit_in_turn(two)
    (part,) = two.sam.view.goals
    assert (part.title, part.next_step and part.next_step.text, part.why_it_matters) == (TITLE, STEP, None)
    (consent,) = Sharing(two.ana.journal).shares()
    assert consent.said_with == "y"
    assert TITLE in consent.statement


async def test_with_two_partners_it_is_four_keys(two: Two, goal: Goal, home: Home, clock: FixedClock) -> None:
    (place := home.root.parent / "third").mkdir()
    noor = two.ana.journal.add_thing("partner", {"partner_alias": "Noor"})
    with elsewhere(home, clock) as third:
        await meet_each_other(two.ana.journal, third, noor.id, f"folder:{place}")
    async with before_the_screen(two) as pilot:
        await to_goal(pilot)
        await pilot.press("s")
        await until_shown(pilot, "Share with whom?")
        shown = picture(pilot.app.screen).splitlines()
        digit = next(row.split("Noor")[0].strip(" █") for row in shown if "Noor" in row)
        await pilot.press(digit)
        await until_shown(pilot, "Share with Noor")
        await rest(pilot)
        await pilot.press("2")
        await until_shown(pilot, "Noor will see exactly:")
        await pilot.press("y")
        await until_shown(pilot, "Shared with Noor until 12 June")
    (consent,) = Sharing(two.ana.journal).shares()
    assert consent.partner == noor.id


async def test_nothing_goes_before_something_was_chosen_and_looked_at(two: Two, goal: Goal) -> None:
    async with before_the_screen(two) as pilot:
        await to_goal(pilot)
        await press_share(pilot)
        assert "I choose to share" not in picture(pilot.app.screen)
        await pilot.press("y")
        assert "Share with Sam" in await rest(pilot)
    assert Sharing(two.ana.journal).shares() == []


@pytest.mark.parametrize("keys", [[], ["1"], ["3"]])
async def test_escape_keeps_it_private_at_every_step(two: Two, goal: Goal, keys: list[str]) -> None:
    async with before_the_screen(two) as pilot:
        await to_goal(pilot)
        await press_share(pilot)
        await pilot.press(*keys)
        await rest(pilot)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
        assert told(pilot)[-1] == "It stays here. Nothing was sent."
    assert Sharing(two.ana.journal).shares() == []


async def test_parts_are_chosen_one_by_one_and_none_is_ticked_from_the_start(two: Two, goal: Goal) -> None:
    async with before_the_screen(two) as pilot:
        await to_goal(pilot)
        await press_share(pilot)
        await pilot.press("3")
        await until_shown(pilot, "[ ] what makes it matter")
        shown = picture(pilot.app.screen)
        assert "[x]" not in shown.replace(TITLE, "")
        assert "how you would like support" not in shown, "what is blank cannot go"
        await pilot.press("ctrl+s")
        await until_shown(pilot, "No part is chosen yet.")
        await pilot.press("down", "x", "ctrl+s")
        await until_shown(pilot, "Sam will see exactly:")
        shown = picture(pilot.app.screen)
        assert "light on the water" in shown
        assert TITLE not in shown
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
    (consent,) = Sharing(two.ana.journal).shares()
    assert consent.fields == ("why_it_matters",)


async def test_another_day_can_be_chosen_and_what_is_said_yes_to_names_it(two: Two, goal: Goal) -> None:
    async with before_the_screen(two) as pilot:
        await to_goal(pilot)
        await press_share(pilot)
        await pilot.press("1")
        await until_shown(pilot, "until Friday 12 June 2026.")
        await pilot.press("u")
        await until_shown(pilot, "Until which day?")
        await rest(pilot)
        await pilot.press("home", "enter")
        await until_shown(pilot, "until Saturday 21 March 2026.")
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
    (consent,) = Sharing(two.ana.journal).shares()
    assert consent.expires == "2026-03-21"
    assert "21 March 2026" in consent.statement


async def test_what_changed_since_it_was_seen_is_not_shared_and_is_shown_anew(two: Two, goal: Goal) -> None:
    async with before_the_screen(two) as pilot:
        await to_goal(pilot)
        await press_share(pilot)
        await pilot.press("1")
        await until_shown(pilot, "Sam will see exactly:")
        two.ana.journal.change(goal.id, {"title": "Other words"})
        await pilot.press("y")
        await until_shown(pilot, "Other words")
        assert "The words have changed since you saw them." in picture(pilot.app.screen)
    assert Sharing(two.ana.journal).shares() == []


async def test_a_part_that_no_page_takes_is_refused_with_its_size(two: Two, goal: Goal) -> None:
    two.ana.journal.change(goal.id, {"why_it_matters": "x" * 2_001})
    async with before_the_screen(two) as pilot:
        await to_goal(pilot)
        await press_share(pilot)
        await pilot.press("3")
        await until_shown(pilot, "[ ] what makes it matter")
        await pilot.press("down", "x", "ctrl+s")
        await until_shown(pilot, "One part of it has 2001 characters; 2000 fit.")
        await pilot.press("y")
        await rest(pilot)
    assert Sharing(two.ana.journal).shares() == []


async def test_with_nobody_connected_it_says_so_and_how_to_show_it_all_the_same(two: Two, clock: FixedClock) -> None:
    two.ana.journal.add_goal(TITLE)
    from sync.pairing import Pairing

    Pairing(two.ana.journal).end(two.ana.partner)
    async with opened(two.ana.home, clock) as pilot:
        await to_goal(pilot)
        await pilot.press("s")
        await until(pilot, lambda: bool(told(pilot)))
        assert told(pilot)[-1].startswith("Nobody is connected with you yet.")
        assert told(pilot)[-1].endswith("show this in person: P.")
        assert isinstance(pilot.app.screen, GoalScreen)


async def test_new_words_wait_on_the_page_of_the_goal_until_a_yes(two: Two, goal: Goal) -> None:
    two.ana.share_goal(goal)
    await visit_in_turn(two)
    two.ana.journal.change(goal.id, {"title": "Get out some days"})
    async with before_the_screen(two) as pilot:
        await to_goal(pilot, "Get out some days")
        await until_shown(pilot, "Sam sees your earlier words. Y shows both.")
        await pilot.press("y")
        await until_shown(pilot, "Sam sees this line.")
        shown = picture(pilot.app.screen)
        assert shown.index(TITLE) < shown.index("Sam will see exactly:") < shown.index("Get out some days")
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
        await visit_in_turn(two)
        assert two.sam.titles == [TITLE]
        await pilot.press("y")
        await until_shown(pilot, "Sam sees this line.")
        await until_shown(pilot, "Sam will see exactly:")
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
        await until(pilot, lambda: "other words" not in picture(pilot.app.screen))
    await visit_in_turn(two)
    assert two.sam.titles == ["Get out some days"]


async def test_y_on_a_goal_without_new_words_says_that_none_wait(two: Two, goal: Goal) -> None:
    two.ana.share_goal(goal)
    async with before_the_screen(two) as pilot:
        await to_goal(pilot)
        await until_shown(pilot, "Shared with Sam until 12 June")
        await pilot.press("y")
        await until_shown(pilot, "No new words wait here.")


async def test_a_second_yes_takes_the_place_of_the_first_and_says_so_before(two: Two, goal: Goal) -> None:
    first = two.ana.share_goal(goal)
    async with before_the_screen(two) as pilot:
        await to_goal(pilot)
        await press_share(pilot)
        await until_shown(pilot, "A new yes takes the place of the one")
        await pilot.press("2")
        await until_shown(pilot, f"Next: {STEP}")
        await pilot.press("y")
        await until(pilot, lambda: isinstance(pilot.app.screen, GoalScreen))
    (consent,) = Sharing(two.ana.journal).shares()
    assert (consent.supersedes, consent.status, consent.shared) == (first.id, Status.ACTIVE, first.shared)

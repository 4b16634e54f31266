"""Peers on the screen: one list, partners by name, the week, and the way from a goal to a session and back."""

from datetime import UTC, datetime

import pytest
from textual.widgets import Input

from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.peers_stage import (
    GOAL,
    NEXT,
    bar_at,
    draft_kinds,
    field_of,
    fill,
    named,
    on,
    partners,
    press,
    sessions,
    to_peers,
    told,
)
from tests.screens.stage import Actor, elsewhere, key, opened, picture, until, until_shown, write
from tui.modals.ask import Ask
from tui.modals.choose import Choose
from tui.modals.support_now import SupportNow
from tui.screens.form import Form
from tui.screens.goal import GoalScreen
from tui.screens.partner import PartnerScreen
from tui.screens.peers import Peers
from tui.screens.session import SessionScreen
from tui.screens.session_after import AfterForm
from tui.screens.session_before import BeforeForm

# The journey


async def test_from_a_goal_to_a_session_and_back_as_a_step(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("3")
        await until_shown(pilot, "What you would like to move towards will be here.")
        await press(pilot, "n", Ask)
        await write(pilot, GOAL)
        await press(pilot, "enter", Ask, "One small next step?")
        await write(pilot, "Ask Priya along")
        await press(pilot, "enter", Choose, "Does that step feel doable?")
        await press(pilot, "enter", GoalScreen, "Ask Priya along")
        await pilot.press("b")
        await until_shown(pilot, "Marked to bring")
        await to_peers(pilot)
        await press(pilot, "f", BeforeForm, f"Goal: {GOAL}")
        assert "Next: Ask Priya along" in picture(pilot.app.screen)
        await write(pilot, "company")
        await press(pilot, "ctrl+s", Peers, "The half before is written.")
        await press(pilot, "a", AfterForm, "company")
        await fill(pilot, "gave", "time")
        await fill(pilot, "next", NEXT)
        await press(pilot, "ctrl+s", Choose, "Would you like that as a step of a goal?")
        await press(pilot, "enter", Ask, NEXT)
        await write(pilot, " on Monday")
        await press(pilot, "enter", Choose, "Does that step feel doable?")
        await press(pilot, "enter", Peers)
        await until(pilot, lambda: "It is a step of that goal now." in told(pilot))
        assert "Saved. What you brought is not marked any more." in told(pilot)
        assert "The half before is written." not in picture(pilot.app.screen)
    with elsewhere(home, clock) as journal:
        (goal,) = journal.goals()
        (session,) = journal.sessions()
        assert journal.agenda() == []
        assert [step.text for step in goal.steps] == ["Ask Priya along", f"{NEXT} on Monday"]
        assert (session.hope_for, session.gave, session.next) == ("company", "time", NEXT)
        assert session.goals_touched == (goal.id,)
        assert journal.drafts() == []


# The list


async def test_every_empty_part_says_what_will_be_there_and_the_key_that_starts_it(
    home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        shown = picture(pilot.app.screen)
        assert "N adds a name." in shown
        assert "W adds something." in shown
        assert "F starts one." in shown


@pytest.mark.parametrize(
    ("downs", "opens", "words"),
    [(0, Ask, "What name do you use for them?"), (1, Form, "What is in your week?"), (2, BeforeForm, "")],
)
async def test_enter_at_an_empty_part_starts_it_and_the_bar_passes_over_headings(
    home: Home, clock: FixedClock, downs: int, opens: type, words: str
) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await pilot.press(*["down"] * downs)
        await press(pilot, "enter", opens, words)


async def test_the_list_holds_partners_the_week_and_sessions_and_counts_nothing(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Sam [x]")
    with elsewhere(home, clock) as journal:
        journal.add_thing("week", {"label": "the group", "weekday": "thursday", "part_of_day": "evening"})
        journal.reflect_on_session({"stayed": "we laughed"}, partner="Sam [x]", when="2026-03-12")
        journal.reflect_on_session({"gave": "an ear", "group_name": "the men's group"}, when="2026-03-13")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        lines = [line.strip(" ▌▏") for line in picture(pilot.app.screen).splitlines()]
        assert "Sam [x]  two people, each with goals · meeting" in lines
        assert "Thursday evening: the group" in lines
        assert "What comes round in your week. Nobody keeps count of what you went to." in lines
        newest = lines.index("Fri 13 Mar 2026  the men's group · an ear")
        assert lines[newest + 1] == "Thu 12 Mar 2026  Sam [x] · we laughed"


async def test_what_is_written_elsewhere_appears_and_the_bar_stays_at_its_row(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Sam")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await bar_at(pilot, "Sam")
        named(home, clock, "Noor")
        await until_shown(pilot, "Noor")
        await until(pilot, lambda: "▌ Sam" in picture(pilot.app.screen))


async def test_deleting_asks_nothing_and_undo_brings_it_back(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Sam")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await bar_at(pilot, "Sam")
        await pilot.press("delete")
        await until_shown(pilot, "The sessions with them stay.")
        await until_shown(pilot, "N adds a name.")
        await pilot.press("f4")
        await until_shown(pilot, "Sam  two people")


async def test_a_long_list_of_sessions_is_scrolled_to_its_end_and_opened_there(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        for number in range(28):
            journal.reflect_on_session({"stayed": f"moment {number}."}, when=f"2026-03-{14 - number // 3:02}")
    async with opened(home, clock, (60, 20)) as pilot:
        await to_peers(pilot)
        await pilot.press("end")
        await until_shown(pilot, "moment 27.")
        await press(pilot, "enter", SessionScreen, "moment 27.")
        await pilot.press("escape", "home")
        await until_shown(pilot, "Partners")


async def test_what_comes_round_in_the_week_is_added_and_changed_in_words(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "w", Form, "What is in your week?")
        await write(pilot, "the library")
        await press(pilot, "ctrl+s", Peers, "Monday morning: the library")
        await bar_at(pilot, "the library")
        await press(pilot, "enter", Form, "Which day?")
        await pilot.press("tab", "down", "enter")
        await press(pilot, "ctrl+s", Peers, "Tuesday morning: the library")


# A partner


async def test_a_partner_needs_a_name_and_is_asked_again_for_it(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "n", Ask)
        await pilot.press("space", "enter")
        await until_shown(pilot, "A partner needs a name. Any name you like.")
        assert isinstance(pilot.app.screen, Ask)
        pilot.app.screen.query_one(Input).value = ""
        await write(pilot, "Sam")
        await press(pilot, "enter", Peers, "They are told nothing.")
        await until_shown(pilot, "Sam  two people")
    assert [partner.partner_alias for partner in partners(home, clock)] == ["Sam"]
    assert draft_kinds(home, clock) == []


async def _partner_page(pilot: Actor, name: str = "Sam") -> None:
    await to_peers(pilot)
    await bar_at(pilot, name)
    await press(pilot, "enter", PartnerScreen, "What we agreed")


async def test_my_part_of_an_agreement_is_looked_at_again_in_eight_weeks_if_no_day_is_picked(
    home: Home, clock: FixedClock
) -> None:
    named(home, clock, "Sam")
    async with opened(home, clock) as pilot:
        await _partner_page(pilot)
        await until_shown(pilot, "Nothing is written here yet, and nothing has to be.")
        assert "Either of us can pause or end this at any time." in picture(pilot.app.screen)
        await press(pilot, "g", Form, "Eight weeks from now, if you pick no other day.")
        await fill(pilot, "when", "Tuesdays by phone")
        await press(pilot, "ctrl+s", PartnerScreen, "Tuesdays by phone")
        assert "You asked to look" not in picture(pilot.app.screen)
    (sam,) = partners(home, clock)
    assert sam.review_on == "2026-05-09"
    clock.set(datetime(2026, 5, 9, 9, 30, tzinfo=UTC))
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await until_shown(pilot, "You asked to look at what you agreed again.")
        await _partner_page(pilot)
        await until_shown(pilot, "You asked to look at what you agreed again.")


async def test_a_day_taken_out_of_an_agreement_stays_out(home: Home, clock: FixedClock) -> None:
    (sam,) = named(home, clock, "Sam")
    with elsewhere(home, clock) as journal:
        journal.change(sam, {"when": "Tuesdays", "review_on": "2026-05-09"})
    async with opened(home, clock) as pilot:
        await _partner_page(pilot)
        await press(pilot, "g", Form, "Tuesdays")
        field = field_of(pilot, "review_on")
        field.query_one(Input).value = ""
        await press(pilot, "ctrl+s", PartnerScreen)
        await until(pilot, lambda: "9 May 2026" not in picture(pilot.app.screen))
    assert partners(home, clock)[0].review_on is None


async def test_a_break_and_an_end_are_said_in_words_and_need_no_reason(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Sam")
    async with opened(home, clock) as pilot:
        await _partner_page(pilot)
        await press(pilot, "c", Choose, "Where it stands")
        await pilot.press("down", "down")
        await press(pilot, "enter", PartnerScreen, "A break it is.")
        await until_shown(pilot, "taking a break")
        await press(pilot, "c", Choose)
        await pilot.press("end")
        await press(pilot, "enter", Ask, "A few words about how it ended")
        await write(pilot, "with thanks")
        await press(pilot, "ctrl+s", PartnerScreen, "with thanks")
        await until_shown(pilot, "When did it end? 14 Mar 2026")
        await press(pilot, "c", Choose)
        await pilot.press("home")
        await press(pilot, "enter", PartnerScreen, "You are meeting.")
    (sam,) = partners(home, clock)
    assert (sam.status, sam.ended_on, sam.ending_note) == ("active", None, "with thanks")


async def test_sessions_with_a_partner_are_listed_and_opened_from_the_page(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Sam", "Noor")
    with elsewhere(home, clock) as journal:
        journal.reflect_on_session({"stayed": "the bus"}, partner="Sam")
        journal.reflect_on_session({"stayed": "the rain"}, partner="Noor")
    async with opened(home, clock) as pilot:
        await _partner_page(pilot)
        await until_shown(pilot, "the bus")
        assert "the rain" not in picture(pilot.app.screen)
        await pilot.press("tab")
        await press(pilot, "enter", SessionScreen, "the bus")


async def test_a_session_begun_on_a_partners_page_is_with_them(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Sam", "Noor")
    async with opened(home, clock) as pilot:
        await _partner_page(pilot)
        await press(pilot, "f", BeforeForm, "Before a session with Sam")
        await write(pilot, "company")
        await press(pilot, "ctrl+s", PartnerScreen, "company")
        await press(pilot, "a", AfterForm, "What you wrote before")
        await write(pilot, "time")
        await press(pilot, "ctrl+s", PartnerScreen, "time")
    (session,) = sessions(home, clock)
    assert (session.partner_alias, session.hope_for, session.gave) == ("Sam", "company", "time")


async def test_a_partner_deleted_elsewhere_says_so_calmly(home: Home, clock: FixedClock) -> None:
    (sam,) = named(home, clock, "Sam")
    async with opened(home, clock) as pilot:
        await _partner_page(pilot)
        with elsewhere(home, clock) as journal:
            journal.delete(sam)
        await until_shown(pilot, "It is not in the journal any more.")
        await pilot.press("g", "c", "e", "f", "a", "delete")
        assert isinstance(pilot.app.screen, PartnerScreen)


async def test_the_name_is_changed_and_its_sessions_say_the_new_one(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Sam")
    with elsewhere(home, clock) as journal:
        journal.reflect_on_session({"stayed": "the bus"}, partner="Sam")
    async with opened(home, clock) as pilot:
        await _partner_page(pilot)
        await press(pilot, "e", Form, "What name do you use for them?")
        await write(pilot, "my")
        await press(pilot, "ctrl+s", PartnerScreen, "Sammy")
        await press(pilot, "escape", Peers, "Sammy · the bus")


# Everywhere


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)])
async def test_support_is_one_key_away_over_each_of_them(home: Home, clock: FixedClock, size: tuple[int, int]) -> None:
    named(home, clock, "Sam")
    async with opened(home, clock, size) as pilot:
        await to_peers(pilot)
        for keys, screen in {"a": Choose, "enter": AfterForm}.items():
            await press(pilot, keys, screen)
            await pilot.press("f2")
            await until(pilot, lambda: isinstance(pilot.app.screen, SupportNow))
            await pilot.press("escape")
            await on(pilot, screen)


async def test_a_key_pressed_twice_asks_once(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Sam")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        for _ in range(2):
            pilot.app.post_message(key("a"))
        await on(pilot, Choose)
        await pilot.pause()
        assert sum(isinstance(screen, Choose) for screen in pilot.app.screen_stack) == 1

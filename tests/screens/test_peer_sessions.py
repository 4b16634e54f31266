"""Both halves of a session on the screen, and a session to read."""

from datetime import UTC, datetime

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
    press,
    sessions,
    to_peers,
    told,
)
from tests.screens.stage import elsewhere, opened, picture, until, until_shown, write
from tui.modals.ask import Ask
from tui.modals.choose import Choose
from tui.screens.form import Form
from tui.screens.partner import PartnerScreen
from tui.screens.peers import Peers
from tui.screens.session import SessionScreen
from tui.screens.session_after import AfterForm
from tui.screens.session_before import BeforeForm
from tui.widgets.page_editor import PageEditor

# Before a session


async def test_what_waits_is_here_to_be_changed_and_stays_one_session(home: Home, clock: FixedClock) -> None:
    (sam,) = named(home, clock, "Sam")
    with elsewhere(home, clock) as journal:
        journal.change(sam, {"when": "Tuesdays by phone"})
        journal.prepare_session({"hope_for": "company", "not_today": "work"}, partner=sam)
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "f", Choose, "Sam · the half before is written")
        await press(pilot, "enter", BeforeForm, "Before a session with Sam")
        await pilot.press("shift+tab", "end")
        await until_shown(pilot, "Meet in a public place until you know each other.")
        await pilot.press("pageup", "tab")
        await until_shown(pilot, "Tuesdays by phone")
        await write(pilot, " and quiet")
        not_today = field_of(pilot, "not_today")
        not_today.query_one(PageEditor).load_text("")
        await press(pilot, "ctrl+s", Peers, "company and quiet")
    (session,) = sessions(home, clock)
    assert (session.hope_for, session.not_today, session.partner_alias) == ("company and quiet", None, "Sam")


async def test_with_nobody_to_choose_from_nobody_is_asked_for(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "f", BeforeForm, "Nothing is marked to bring, which is fine.")
        await write(pilot, "an idea")
        await press(pilot, "ctrl+s", Peers, "an idea")
    (session,) = sessions(home, clock)
    assert (session.partner_id, session.group_name, session.hope_for) == (None, None, "an idea")


async def test_a_group_is_named_in_the_form_itself(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Sam")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "a", Choose, "a group")
        await pilot.press("down")
        await press(pilot, "enter", AfterForm, "Which group?")
        await write(pilot, "the men's group")
        await fill(pilot, "received", "a laugh")
        await press(pilot, "ctrl+s", Peers, "the men's group · a laugh")
    (session,) = sessions(home, clock)
    assert (session.group_name, session.format, session.partner_id) == ("the men's group", "group", None)


async def test_a_group_is_written_about_while_another_half_waits(home: Home, clock: FixedClock) -> None:
    (sam,) = named(home, clock, "Sam")
    with elsewhere(home, clock) as journal:
        with_sam = journal.prepare_session({"hope_for": "company"}, partner=sam)
        with_others = journal.prepare_session({"hope_for": "to listen", "group_name": "the choir"})
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "a", Choose, "a group")
        shown = picture(pilot.app.screen)
        assert "Sam · the half before is written" in shown
        assert "the choir · the half before is written" in shown
        await pilot.press("end", "up")
        await press(pilot, "enter", AfterForm, "Which group?")
        assert "What you wrote before" not in picture(pilot.app.screen)
        await write(pilot, "the men's group")
        await fill(pilot, "received", "a laugh")
        await press(pilot, "ctrl+s", Peers, "the men's group · a laugh")
    group = next(session for session in sessions(home, clock) if session.reflected_at)
    assert (group.group_name, group.partner_id) == ("the men's group", None)
    assert {session.id for session in sessions(home, clock)} == {group.id, with_sam.id, with_others.id}


async def test_a_groups_half_that_waits_is_gone_on_with(home: Home, clock: FixedClock) -> None:
    (sam,) = named(home, clock, "Sam")
    with elsewhere(home, clock) as journal:
        before = journal.prepare_session({"hope_for": "to listen", "group_name": "the choir", "format": "informal"})
        journal.prepare_session({"hope_for": "company"}, partner=sam)
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await bar_at(pilot, "Session with the choir")
        await press(pilot, "enter", AfterForm, "to listen")
        await fill(pilot, "received", "a song")
        await press(pilot, "ctrl+s", Peers, "the choir · a song")
    after = next(session for session in sessions(home, clock) if session.reflected_at)
    assert (after.id, after.group_name, after.format) == (before.id, "the choir", "informal")


async def test_a_half_that_names_nobody_becomes_the_partners(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Sam")
    with elsewhere(home, clock) as journal:
        before = journal.prepare_session({"hope_for": "company"})
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "f", Choose, "nobody by name · the half before is written")
        await pilot.press("down")
        await press(pilot, "enter", BeforeForm, "company")
        assert "Before a session with Sam" in picture(pilot.app.screen)
        await write(pilot, " and quiet")
        await press(pilot, "ctrl+s", Peers, "Sam · company and quiet")
    (session,) = sessions(home, clock)
    assert (session.id, session.partner_alias) == (before.id, "Sam")


async def test_a_long_agenda_is_scrolled_with_the_keys(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        for number in range(12):
            journal.bring(journal.add_goal(f"goal {number}.").id)
    async with opened(home, clock, (40, 12)) as pilot:
        await to_peers(pilot)
        await press(pilot, "f", BeforeForm, "goal 0.")
        assert pilot.app.screen.query_one(PageEditor).has_focus
        await pilot.press("shift+tab", "end")
        await until_shown(pilot, "goal 11.")


# After a session


async def test_a_half_written_reflection_is_here_again_with_its_day(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Noor", "Sam")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "a", Choose)
        await pilot.press("down")
        await press(pilot, "enter", AfterForm, "After a session with Sam")
        await write(pilot, "half a thought")
        await press(pilot, "ctrl+o", Ask, "Which day was it?")
        await write(pilot, "yesterday")
        await press(pilot, "enter", AfterForm, "Friday 13 March 2026")
        await press(pilot, "escape", Peers, "[draft] After a session with Sam · half a thought")
        await press(pilot, "a", Choose)
        await press(pilot, "enter", AfterForm, "After a session with Noor")
        assert "half a thought" not in picture(pilot.app.screen)
        await press(pilot, "escape", Peers)
        await bar_at(pilot, "[draft]")
        await press(pilot, "enter", AfterForm, "half a thought")
        await until_shown(pilot, "Friday 13 March 2026")
        await write(pilot, " and the rest")
        await press(pilot, "ctrl+s", Peers, "half a thought and the rest")
    (session,) = sessions(home, clock)
    assert (session.moment.for_date, session.partner_alias) == ("2026-03-13", "Sam")
    assert draft_kinds(home, clock) == []


async def test_a_day_that_has_not_come_is_said_and_the_words_stay(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "a", AfterForm)
        await write(pilot, "time")
        await press(pilot, "ctrl+o", Ask)
        await write(pilot, "2027-01-01")
        await press(pilot, "enter", AfterForm, "from 1900-01-01 to today")
        assert "Saturday 14 March 2026" in picture(pilot.app.screen)
        await press(pilot, "ctrl+s", Peers, "time")


async def test_what_did_not_feel_right_is_answered_and_leads_to_what_was_agreed(home: Home, clock: FixedClock) -> None:
    named(home, clock, "Sam")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "a", Choose)
        await press(pilot, "enter", AfterForm)
        field = field_of(pilot, "felt_right")
        field.field.focus()
        await pilot.press("down", "down", "down", "enter")
        await press(pilot, "ctrl+s", Choose, "None of these needs a reason.")
        assert "Thank you for saying so." in picture(pilot.app.screen)
        await pilot.press("down")
        await press(pilot, "enter", PartnerScreen, "What we agreed")
    (session,) = sessions(home, clock)
    assert session.felt_right == "not_really"


async def test_what_comes_next_stays_with_the_session_unless_a_hand_puts_it_elsewhere(
    home: Home, clock: FixedClock
) -> None:
    with elsewhere(home, clock) as journal:
        journal.add_goal("Learn three songs")
        brought = journal.bring(journal.add_goal(GOAL).id)
        journal.add_goal("Find a group")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "a", AfterForm)
        await fill(pilot, "next", NEXT)
        await press(pilot, "ctrl+s", Choose, "Would you like that as a step of a goal?")
        options = [line.strip(" █") for line in picture(pilot.app.screen).splitlines() if "( )" in line]
        assert options[0] == f"( ) {GOAL}"
        assert options[-1] == "( ) no, it can stay with the session"
        await pilot.press("end")
        await press(pilot, "enter", Peers, NEXT)
    with elsewhere(home, clock) as journal:
        assert [goal.steps for goal in journal.goals()] == [(), (), ()]
        assert journal.sessions()[0].goals_touched == (brought.id,)


async def test_a_goal_deleted_meanwhile_says_so_and_the_words_stay(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        goal_id = journal.add_goal(GOAL).id
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "a", AfterForm)
        await fill(pilot, "next", NEXT)
        await press(pilot, "ctrl+s", Choose)
        await press(pilot, "enter", Ask, NEXT)
        with elsewhere(home, clock) as journal:
            journal.delete(goal_id)
        await pilot.press("enter")
        await until_shown(pilot, "It is not in the journal any more. What you typed is still here.")
        assert NEXT in picture(pilot.app.screen)
        await press(pilot, "escape", Peers)
    assert sessions(home, clock)[0].next == NEXT


async def test_a_partner_deleted_meanwhile_takes_no_words_along(home: Home, clock: FixedClock) -> None:
    (sam,) = named(home, clock, "Sam")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "a", Choose)
        await press(pilot, "enter", AfterForm)
        await write(pilot, "time")
        with elsewhere(home, clock) as journal:
            journal.delete(sam)
        await press(pilot, "ctrl+s", Peers)
        await until(pilot, lambda: any("with nobody by name" in said for said in told(pilot)))
    (session,) = sessions(home, clock)
    assert (session.gave, session.partner_id) == ("time", None)
    assert draft_kinds(home, clock) == []


async def test_a_draft_about_a_deleted_partner_is_still_gone_on_with(home: Home, clock: FixedClock) -> None:
    (sam,) = named(home, clock, "Sam")
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "f", Choose)
        await press(pilot, "enter", BeforeForm)
        await write(pilot, "half a hope")
        await press(pilot, "escape", Peers, "[draft] Before a session with Sam")
        with elsewhere(home, clock) as journal:
            journal.delete(sam)
        await until_shown(pilot, "N adds a name.")
        await bar_at(pilot, "half a hope")
        await press(pilot, "enter", BeforeForm, "half a hope")
        await press(pilot, "ctrl+s", Peers)
    assert [session.hope_for for session in sessions(home, clock)] == ["half a hope"]


async def test_what_waits_and_is_deleted_meanwhile_is_written_anew(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        waiting = journal.prepare_session({"hope_for": "company", "not_today": "work"})
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await press(pilot, "f", BeforeForm, "company")
        await write(pilot, ", and a laugh")
        with elsewhere(home, clock) as journal:
            journal.delete(waiting.id)
        await press(pilot, "ctrl+s", Peers, "company, and a laugh")
    (session,) = sessions(home, clock)
    assert session.id != waiting.id
    assert (session.hope_for, session.not_today) == ("company, and a laugh", "work")


# One session


async def test_a_session_is_read_changed_kept_and_deleted_with_undo(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        goal = journal.bring(journal.add_goal(GOAL).id)
        journal.bring(journal.add_goal("A second one").id)
        journal.reflect_on_session({"gave": "time", "settle": "tea"}, goals=(goal.id,))
        journal.delete(goal.id)
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await bar_at(pilot, "time")
        await press(pilot, "enter", SessionScreen, "What did you give?")
        await until_shown(pilot, "tea")
        assert "A second one" in picture(pilot.app.screen)
        assert GOAL not in picture(pilot.app.screen)
        await pilot.press("k")
        await until_shown(pilot, "[kept]")
        await press(pilot, "e", Form, "time")
        await write(pilot, " and tea")
        await press(pilot, "ctrl+s", SessionScreen, "time and tea")
        await press(pilot, "delete", Peers, "F starts one.")
        await pilot.press("f4")
        await until_shown(pilot, "[kept] time and tea")


async def test_a_waiting_session_on_its_page_leads_to_the_other_half(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        journal.prepare_session({"hope_for": "company"})
    async with opened(home, clock) as pilot:
        await pilot.press("2")
        await until_shown(pilot, "company")
        await press(pilot, "enter", SessionScreen, "The other half is here when you want it.")
        await press(pilot, "a", AfterForm, "What you wrote before")
        await write(pilot, "time")
        await press(pilot, "ctrl+s", SessionScreen, "What did you give?")
        assert "The other half" not in picture(pilot.app.screen)


async def test_a_half_that_was_written_long_ago_is_changed_as_it_is(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        journal.prepare_session({"hope_for": "company"})
        clock.set(datetime(2026, 3, 30, 9, 30, tzinfo=UTC))
        journal.add_goal(GOAL)
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        assert "The other half" not in picture(pilot.app.screen)
        await bar_at(pilot, "company")
        await press(pilot, "enter", SessionScreen, "company")
        await pilot.press("a")
        await press(pilot, "e", Form, "What did you give?")
        await fill(pilot, "hope_for", " and quiet")
        await press(pilot, "ctrl+s", SessionScreen, "company and quiet")
    assert [session.hope_for for session in sessions(home, clock)] == ["company and quiet"]


async def test_what_comes_next_can_become_a_step_later_from_the_session(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        session = journal.reflect_on_session({"gave": "time"})
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await bar_at(pilot, "time")
        await press(pilot, "enter", SessionScreen)
        await until_shown(pilot, "time")
        await pilot.press("t")
        await until_shown(pilot, "There is no next step in this session.")
        with elsewhere(home, clock) as journal:
            journal.change(session.id, {"next": NEXT})
        await until_shown(pilot, NEXT)
        await pilot.press("t")
        await until_shown(pilot, "The words stay here.")
        with elsewhere(home, clock) as journal:
            goal_id = journal.add_goal(GOAL).id
        await press(pilot, "t", Choose, "Would you like that as a step of a goal?")
        await press(pilot, "enter", Ask, NEXT)
        await press(pilot, "enter", Choose, "Does that step feel doable?")
        await press(pilot, "enter", SessionScreen)
    with elsewhere(home, clock) as journal:
        assert [step.text for step in journal.goal(goal_id).steps] == [NEXT]


async def test_a_session_deleted_elsewhere_says_so_calmly(home: Home, clock: FixedClock) -> None:
    with elsewhere(home, clock) as journal:
        session = journal.reflect_on_session({"gave": "time"})
    async with opened(home, clock) as pilot:
        await to_peers(pilot)
        await bar_at(pilot, "time")
        await press(pilot, "enter", SessionScreen)
        await until_shown(pilot, "What did you give?")
        with elsewhere(home, clock) as journal:
            journal.delete(session.id)
        await until_shown(pilot, "It is not in the journal any more.")
        await pilot.press("e", "a", "k", "t", "delete")
        assert isinstance(pilot.app.screen, SessionScreen)
        await press(pilot, "escape", Peers)

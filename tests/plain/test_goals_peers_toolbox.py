"""Goals, peer sessions and what helps, by answers that are typed."""

from datetime import date, timedelta

import pytest

from journal.domain.peer_session import PeerSession
from journal.domain.shelves import AGREEMENT_REVIEW_DAYS, CopingTool, MyPerson, PeerPartnership, WeekAnchor
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.plain.stage import visit
from tui.wording import goals as of_goals
from tui.wording import hard_day, peers, saved, toolbox
from tui.wording import plain as words
from tui.wording import screen as shown

# Goals


def test_a_goal_needs_a_title_and_everything_after_it_can_be_left(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    heard = visit(journal, home, clock, "new goal", "", "skip", "Get out most days", "")
    (goal,) = journal.goals()
    assert (goal.title, goal.status, goal.steps) == ("Get out most days", "moving_towards", ())
    assert heard.said.count(of_goals.NEEDS_WORDS) == 2


def test_a_step_is_saved_at_once_and_can_be_made_smaller(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    visit(journal, home, clock, "new goal", "Get out", "Walk to the canal", "make it smaller", "Shoes by the door")
    (goal,) = journal.goals()
    assert [(step.text, step.status) for step in goal.steps] == [("Shoes by the door", "to_try")]


def test_a_step_that_was_typed_stays_where_nobody_says_whether_it_feels_doable(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    visit(journal, home, clock, "new goal", "Get out", "Walk to the canal")
    assert [step.text for step in journal.goals()[0].steps] == ["Walk to the canal"]


def test_a_goal_can_begin_with_one_of_four_whose_words_are_open(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    visit(journal, home, clock, "new goal", "4", "Offer to listen to Ana", "", "new goal", "1", "back", "3", "", "")
    assert {goal.title for goal in journal.goals()} == {"Offer to listen to Ana", of_goals.STARTERS[2]}


def test_steps_are_done_set_aside_and_put_in_other_words(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    goal = journal.add_goal("Get out")
    for text in ("one", "two", "three"):
        journal.add_step(goal.id, text)
    answers = [
        "goals",
        "1",
        "done",
        "1",
        "set aside",
        "two",
        "reword",
        "3",
        "drei",
        "doing",
        "3",
        "step",
        "four",
        "yes",
    ]
    heard = visit(journal, home, clock, *answers)
    assert [(step.text, step.status) for step in journal.goal(goal.id).steps] == [
        ("one", "done"),
        ("two", "set_aside"),
        ("drei", "doing"),
        ("four", "to_try"),
    ]
    assert "one: Done." in heard.said
    assert "to try: two" in heard.said


def test_where_a_goal_stands_is_said_in_words_and_a_reached_one_is_worth_a_few(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    goal = journal.add_goal("Get out")
    heard = visit(journal, home, clock, "goals", "1", "status", "let go", "status", "reached", "Ana did.", ".", "list")
    changed = journal.goal(goal.id)
    assert changed.status == "reached"
    assert [one.note for one in changed.reflections] == ["Ana did."]
    assert of_goals.AFTER_STATUS["let_go"] in heard.said
    assert "Saturday 14 March 2026\nAna did." in heard.said


def test_parts_of_a_goal_are_changed_one_at_a_time(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    goal = journal.add_goal("Get out")
    answers = ["goals", "1", "change", "2", "The light.", "And air.", ".", "3", "bus", "on foot", ".", "8", "1, 2"]
    visit(journal, home, clock, *answers, "9", "soon", "2026-04-01", "1", "Get out most days", "2", "clear", "", "back")
    changed = journal.goal(goal.id)
    assert changed.title == "Get out most days"
    assert changed.why_it_matters is None
    assert changed.ways == ("bus", "on foot")
    assert changed.themes == ("connectedness", "hope")
    assert changed.revisit_on == "2026-04-01"
    assert journal.drafts() == []


def test_a_part_that_something_came_between_is_here_again(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    goal = journal.add_goal("Get out")
    visit(journal, home, clock, "goals", "1", "change", "2", "The light.")
    assert journal.goal(goal.id).why_it_matters is None
    heard = visit(journal, home, clock, "drafts", "1", "1", *[""] * 9)
    assert shown.DRAFT_BACK in heard.said
    assert journal.goal(goal.id).why_it_matters == "The light."
    assert journal.drafts() == []


def test_words_about_a_goal_that_something_came_between_are_here_again(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    goal = journal.add_goal("Get out")
    visit(journal, home, clock, "goals", "1", "reflect", "It was")
    visit(journal, home, clock, "drafts", "1", "1", "good to go.", ".")
    assert [one.note for one in journal.goal(goal.id).reflections] == ["It was\ngood to go."]
    assert journal.drafts() == []


def test_chosen_lines_of_a_goal_are_said_alone(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    journal.add_goal("Get out", values={"why_it_matters": "The light.", "barriers": "Rain."})
    heard = visit(journal, home, clock, "goals", "1", "show", "1, 2", "show", "")
    place = heard.said.index(next(line for line in heard.said if line.startswith(words.WHICH_LINES)))
    assert heard.said[place + 1 : place + 3] == ["Get out", "What makes it matter: The light."]
    assert "Rain." not in heard.said[place]
    assert peers.NOTHING_CHOSEN in heard.said


def test_a_goal_is_brought_deleted_and_comes_back(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    goal = journal.add_goal("Get out")
    visit(journal, home, clock, "goals", "1", "bring", "delete", "", "undo")
    assert journal.goal(goal.id).bring is True


def test_over_three_at_once_one_soft_sentence_is_said(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    for title in ("one", "two", "three"):
        journal.add_goal(title)
    assert of_goals.MANY in visit(journal, home, clock, "new goal", "four", "").said


# Peers


def session(journal: OpenJournal) -> PeerSession:
    (only,) = journal.sessions()
    return only


def test_a_goal_is_brought_to_a_session_and_what_comes_next_is_a_step_of_it(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    """Show at the end, 1."""
    visit(journal, home, clock, "new goal", "Get out most days", "Walk to the canal", "yes", "goals", "1", "bring")
    before = visit(journal, home, clock, "before", "Sam", "1", "Company.", ".", "", "")
    assert "Sat 14 Mar 2026. Goal: Get out most days" in before.said
    assert session(journal).hope_for == "Company."
    answers = ["after", "1", "", "A story.", ".", "Time.", ".", "He laughed.", ".", "Ask Ana.", ".", "yes", "no"]
    after = visit(journal, home, clock, *answers, "1", "Ask Ana along", "yes")
    made = session(journal)
    (goal,) = journal.goals()
    assert (made.partner_alias, made.hope_for, made.gave, made.next) == ("Sam", "Company.", "A story.", "Ask Ana.")
    assert made.goals_touched == (goal.id,)
    assert [step.text for step in goal.steps] == ["Walk to the canal", "Ask Ana along"]
    assert (goal.bring, journal.agenda(), journal.drafts()) == (False, [], [])
    assert "Company." in after.text
    assert peers.STORIES in after.said
    assert peers.SAVED_AFTER in after.said


def test_what_comes_next_can_be_a_step_of_one_of_several_goals_or_stay_with_the_session(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    first, second = journal.add_goal("Get out"), journal.add_goal("Bread")
    asked = ["after", "", "", "", "", "", "Ask Ana.", ".", "", "no"]
    visit(journal, home, clock, *asked, "Get out", "", "yes", *asked, "stay")
    assert [step.text for step in journal.goal(first.id).steps] == ["Ask Ana."]
    assert journal.goal(second.id).steps == ()


def test_a_session_can_be_with_a_group_or_nobody_by_name_and_of_another_day(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    visit(journal, home, clock, "after", "Thursday group", "2", "yesterday", "", "", "A laugh.", ".", "", "", "")
    made = session(journal)
    assert (made.group_name, made.partner_id, made.stayed) == ("Thursday group", None, "A laugh.")
    assert made.moment.for_date == "2026-03-13"


def test_the_rest_about_a_session_is_offered_once_behind_one_word(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    goal = journal.add_goal("Get out")
    four = ["after", "", "", "A story.", ".", "", "", "", "3"]
    rest = ["yes", "group", "1", "2", "both", "2", "1, 3", "mostly", "", "", "Tea.", ".", "1"]
    heard = visit(journal, home, clock, *four, *rest)
    made = session(journal)
    assert (made.felt_right, made.format, made.mode, made.setting) == (
        "not_really",
        "group",
        "face_to_face",
        "informal",
    )
    assert (made.role_today, made.taking_part, made.support_kinds) == ("both", "listening", ("social", "practical"))
    assert (made.felt_heard, made.settle, made.goals_touched) == ("mostly", "Tea.", (goal.id,))
    assert peers.NOT_RIGHT in heard.said


def test_a_reflection_that_something_came_between_is_here_again(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    visit(journal, home, clock, "after", "", "", "A story.", ".", "Half a")
    assert journal.sessions() == []
    visit(journal, home, clock, "after", "", "", "", "", "", "", "", "")
    assert (session(journal).gave, session(journal).received) == ("A story.", "Half a")
    assert journal.drafts() == []


@pytest.mark.parametrize("deed", ["before", "after"])
def test_a_session_in_which_nothing_is_typed_is_not_saved(
    journal: OpenJournal, home: Home, clock: FixedClock, deed: str
) -> None:
    heard = visit(journal, home, clock, deed, "", *[""] * (3 if deed == "before" else 7))
    assert words.NOTHING_TYPED in heard.said
    assert journal.sessions() == []


def test_sessions_are_listed_opened_changed_and_kept(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    journal.reflect_on_session({"gave": "A story."})
    visit(journal, home, clock, "sessions", "1", "change", "6", "A laugh.", ".", "", "keep")
    assert (session(journal).stayed, session(journal).keep) == ("A laugh.", True)
    visit(journal, home, clock, "journal", "1", "delete")
    assert journal.sessions() == []


def test_a_partner_is_a_name_and_an_agreement_has_a_day_to_look_at_it_again(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    new = ["partners", "new", "", "Sam", "1", "peer", "", "2026-01-01"]
    heard = visit(journal, home, clock, *new, "1", "agreement", "Company.", ".", "", "", "", "")
    partner = journal.partner("sam")
    assert (partner.kind, partner.supporter_title, partner.started_on) == (
        "intentional_one_to_one",
        "peer",
        "2026-01-01",
    )
    assert partner.why_we_meet == "Company."
    eight_weeks = date(2026, 3, 14) + timedelta(AGREEMENT_REVIEW_DAYS)
    assert partner.review_on == eight_weeks.isoformat()
    assert set(peers.FIXED_LINES) <= set(heard.said)
    assert peers.PARTNER_NEEDS_NAME in heard.said
    assert "What do we each hope for, and bring?\nCompany." in visit(journal, home, clock, "before", "1").text


def test_a_partnership_takes_a_break_or_ends_and_its_words_stay(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    journal.add_thing("partner", {"partner_alias": "Sam"})
    heard = visit(journal, home, clock, "partners", "1", "status", "3", "status", "ended", "We moved.", ".", "", "list")
    partner = journal.things("partner")[0]
    assert isinstance(partner, PeerPartnership)
    assert (partner.status, partner.ended_on, partner.ending_note) == ("ended", "2026-03-14", "We moved.")
    assert peers.AFTER_PARTNER_STATUS["paused"] in heard.said
    assert "1 Sam [ended]" in heard.said


def test_an_agreement_asks_to_be_seen_on_its_day(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    sam = journal.add_thing("partner", {"partner_alias": "Sam"})
    journal.agree(sam.id, {"when": "Mondays", "review_on": "2026-03-14"})
    heard = visit(journal, home, clock, "partners", "1", "agreement", "", "", "", "", "2026-05-01", "", "list")
    assert f"1 Sam. {peers.LOOK_AT_AGREEMENT}" in heard.said
    assert peers.LOOK_AT_AGREEMENT in heard.said
    assert "1 Sam" in heard.said


def test_a_week_says_what_comes_round_in_it(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    heard = visit(journal, home, clock, "week", "new", "The group", "thursday", "evening", "", "")
    (anchor,) = journal.things("week")
    assert isinstance(anchor, WeekAnchor)
    assert (anchor.label, anchor.weekday, anchor.part_of_day) == ("The group", "thursday", "evening")
    assert "1 Thursday evening: The group" in heard.said


# Toolbox


def test_something_that_helps_is_added_marked_and_drawn(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    new = ["tools", "new", "A walk", "By the canal.", ".", "", "2", "", "movement"]
    heard = visit(journal, home, clock, *new, "1", "mark", "a lot", "", "surprise me", "", "surprise")
    (tool,) = journal.tools()
    assert (tool.name, tool.how_to, tool.learnt_from, tool.kind) == ("A walk", "By the canal.", "peer", "movement")
    assert [one.id for one in journal.what_helped()] == [tool.id]
    assert heard.said.count(toolbox.drawn("A walk")) == 2


def test_an_empty_toolbox_has_nothing_to_draw(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    assert toolbox.NOTHING_TO_DRAW in visit(journal, home, clock, "surprise me").said


def test_people_strengths_and_a_story_are_added_changed_and_deleted(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    visit(journal, home, clock, "people", "new", "Priya", "a friend", "1, 4", "0123", "yes")
    (person,) = journal.things("person")
    assert isinstance(person, MyPerson)
    assert (person.alias, person.good_for, person.contact, person.asked_ok) == (
        "Priya",
        ("talk", "laugh"),
        "0123",
        "yes",
    )
    visit(journal, home, clock, "people", "1", "change", "4", "0987", "3", "3", "", "delete", "")
    assert journal.things("person") == []
    visit(journal, home, clock, "undo", "strengths", "new", "I listen", "", "a peer", "")
    heard = visit(
        journal, home, clock, "people", "1", "", "", "strengths", "1", "", "", "story", "new", "Mine", "Once.", "."
    )
    assert "How do you reach them? 0987" in heard.said
    assert "I listen" in heard.said
    assert len(journal.things("story")) == 1


def test_something_new_that_something_came_between_is_here_again(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    visit(journal, home, clock, "tools", "new", "A walk", "By the")
    assert journal.tools() == []
    visit(journal, home, clock, "drafts", "1", "1", "", "", "", "", "", "")
    (tool,) = journal.tools()
    assert (tool.name, tool.how_to) == ("A walk", "By the")
    assert journal.drafts() == []


def test_a_plan_is_written_a_section_at_a_time_changed_and_taken_out(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    heard = visit(journal, home, clock, "plans", "2", "4", "Priya", "the library", ".", "", "1", "", "")
    assert journal.plan("getting_through")["people_and_places_that_lift_me"].words == "Priya\nthe library"
    assert toolbox.EASIER_DAY in heard.said
    visit(journal, home, clock, "plans", "2", "4", "one line", "1", "Ana", "4", "take it all out")
    assert journal.plan("getting_through") == {}
    visit(journal, home, clock, "undo", "plans", "2", "4", "1", "and half a")
    assert journal.plan("getting_through")["people_and_places_that_lift_me"].words == "Ana\nthe library"
    visit(journal, home, clock, "drafts", "1", "1", "nothing more")
    assert "and half a" in journal.plan("getting_through")["people_and_places_that_lift_me"].words
    assert journal.drafts() == []


def test_a_hard_day_says_what_was_put_by_and_asks_one_gentle_question(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    empty = visit(journal, home, clock, "hard day", "")
    assert {hard_day.NO_PLAN, hard_day.NO_PEOPLE, hard_day.NOTHING_HELPED, words.NOTHING_KEPT} <= set(empty.said)
    journal.write_plan("getting_through", "people_i_can_ask", "Priya")
    journal.add_thing("person", {"alias": "Priya", "good_for": ["talk"], "contact": "0123"})
    tool = journal.add_thing("tool", {"name": "A walk", "how_to": "By the canal."})
    assert isinstance(tool, CopingTool)
    journal.mark_tool(tool.id, "a_lot")
    visit(journal, home, clock, "write", "", "", "", "It moved.", ".", "journal", "1", "keep")
    heard = visit(journal, home, clock, "hard day", "yes", "", "It is heavy.", ".")
    assert {"People I can ask: Priya", "Priya: a talk. 0123", "A walk: By the canal.", "It moved."} <= set(heard.said)
    assert hard_day.HARD_DAY_HELLO in heard.said
    assert sum(line.startswith("Prompt: ") for line in heard.said) == 1
    assert shown.PAGE_SAVED in heard.said


def test_names_inside_a_list_can_be_typed_from_the_first_one(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    heard = visit(journal, home, clock, "toolbox", "strengths", "", "", "peers", "5", "", "", "strengths", "")
    assert heard.said.count(toolbox.BRING_SOMETHING) == 2
    assert peers.NOBODY_COUNTS in heard.said
    assert saved.CHANGED not in heard.said

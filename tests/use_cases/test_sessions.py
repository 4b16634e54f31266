"""Peer sessions: what is brought, what is written before, and what stays afterwards."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from journal.domain.goal import Goal
from journal.errors import Ambiguous, BadInput, NotAllowed, NotFound
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock


@pytest.fixture
def sam(journal: OpenJournal) -> str:
    return journal.add_thing("partner", {"partner_alias": "Sam"}).id


def test_what_is_marked_to_bring_is_the_agenda_oldest_first(journal: OpenJournal, clock: FixedClock) -> None:
    goal = journal.bring(journal.add_goal("Get out").id)
    clock.set(datetime(2026, 3, 15, 9, 30, tzinfo=UTC))
    check_in = journal.bring(journal.record_check_in(journal.blank_check_in()).check_in.id)
    page = journal.bring(journal.write_page(replace(journal.blank_page("2026-03-13"), body="x")).id)
    assert journal.agenda() == [page, goal, check_in]
    journal.bring(page.id, bring=False)
    assert journal.agenda() == [goal, check_in]


def test_a_reflection_takes_the_marks_and_remembers_the_goals(journal: OpenJournal) -> None:
    goal = journal.add_goal("Get out")
    page = journal.write_page(replace(journal.blank_page(), body="x"))
    for thing in (goal, page):
        journal.bring(thing.id)
    session = journal.reflect_on_session({"gave": "time"})
    assert journal.agenda() == []
    assert session.goals_touched == (goal.id,)
    assert session.reflected_at is not None


def test_what_is_written_before_joins_what_is_written_after(journal: OpenJournal, sam: str, clock: FixedClock) -> None:
    before = journal.prepare_session({"hope_for": "a quiet talk"}, partner="sam")
    assert journal.agenda() == []
    assert journal.waiting_session("Sam") == before
    assert journal.waiting_session() is None
    clock.set(datetime(2026, 3, 16, 18, 0, tzinfo=UTC))
    after = journal.reflect_on_session({"stayed": "we laughed", "felt_right": "yes"}, partner=sam[:6])
    assert (after.id, after.hope_for, after.stayed) == (before.id, "a quiet talk", "we laughed")
    assert (after.partner_alias, after.moment.for_date) == ("Sam", "2026-03-16")
    assert journal.sessions() == [after]
    assert journal.waiting_session() is None


def test_a_reflection_on_somebody_else_leaves_what_was_written_before_alone(journal: OpenJournal, sam: str) -> None:
    journal.add_thing("partner", {"partner_alias": "Noor"})
    before = journal.prepare_session({"hope_for": "a quiet talk"}, partner=sam)
    other = journal.reflect_on_session({"gave": "time"}, partner="Noor")
    assert other.id != before.id
    assert journal.waiting_session("Sam") == before


def test_a_reflection_with_nobody_named_or_with_a_group_leaves_what_was_written_for_a_partner_alone(
    journal: OpenJournal, sam: str
) -> None:
    before = journal.prepare_session({"hope_for": "a quiet talk"}, partner=sam)
    for values in ({"gave": "time"}, {"gave": "time", "group_name": "the Thursday group"}):
        other = journal.reflect_on_session(values)
        assert (other.id != before.id, other.partner_id) == (True, None)
    assert journal.waiting_session("Sam") == before


def test_what_was_written_for_one_group_is_not_of_another(journal: OpenJournal) -> None:
    before = journal.prepare_session({"hope_for": "a quiet talk", "group_name": "Thursday group"})
    assert journal.reflect_on_session({"gave": "time", "group_name": "the choir"}).id != before.id
    assert journal.reflect_on_session({"gave": "time", "group_name": "thursday group"}).id == before.id


def test_what_was_written_with_nobody_named_can_become_anybodys(journal: OpenJournal, sam: str) -> None:
    before = journal.prepare_session({"hope_for": "a quiet talk"})
    after = journal.reflect_on_session({"gave": "time"}, partner="Sam")
    assert (after.id, after.partner_id) == (before.id, sam)


def test_what_was_written_long_before_is_of_another_session(journal: OpenJournal, clock: FixedClock) -> None:
    before = journal.prepare_session({"hope_for": "a quiet talk"})
    clock.set(datetime(2026, 3, 30, 18, 0, tzinfo=UTC))
    assert journal.reflect_on_session({"gave": "time"}).id != before.id


def test_words_written_before_that_are_changed_after_are_kept(journal: OpenJournal) -> None:
    journal.prepare_session({"hope_for": "a quiet talk"})
    journal.reflect_on_session({"hope_for": "company", "gave": "time"})
    assert journal._connection.one("SELECT words FROM earlier_version") == '{"hope_for": "a quiet talk"}'


def test_a_session_with_nothing_in_it_is_not_kept(journal: OpenJournal) -> None:
    with pytest.raises(BadInput, match="nothing to keep"):
        journal.prepare_session({"hope_for": " "})
    with pytest.raises(BadInput, match="nothing to keep"):
        journal.reflect_on_session({})
    assert journal.sessions() == []


def test_an_unknown_field_is_named_and_an_unknown_word_says_what_is_allowed(journal: OpenJournal) -> None:
    with pytest.raises(BadInput, match="no field “given” here"):
        journal.reflect_on_session({"given": "time"})
    with pytest.raises(NotAllowed, match="felt_right takes one of: yes, mostly"):
        journal.reflect_on_session({"felt_right": "no"})


def test_a_refused_reflection_takes_no_mark(journal: OpenJournal) -> None:
    goal = journal.bring(journal.add_goal("Get out").id)
    with pytest.raises(NotFound):
        journal.reflect_on_session({"gave": "time"}, goals=("0000",))
    assert [item.id for item in journal.agenda()] == [goal.id]
    assert journal.sessions() == []


def test_a_partner_is_known_by_name_in_any_case_or_by_id(journal: OpenJournal, sam: str) -> None:
    assert journal.partner(" SAM ").id == journal.partner(sam[:5]).id == sam
    for nobody in ("Robin", "0000", "x"):
        with pytest.raises(NotFound, match="no partner of that name or id"):
            journal.partner(nobody)


def test_a_session_is_with_a_partner_or_with_a_group(journal: OpenJournal, sam: str) -> None:
    with pytest.raises(BadInput, match="with a partner or with a group"):
        journal.reflect_on_session({"gave": "time", "group_name": "the choir"}, partner=sam)
    assert journal.sessions() == []


def test_a_name_that_two_partners_have_is_told_apart_by_id(journal: OpenJournal, sam: str) -> None:
    other = journal.add_thing("partner", {"partner_alias": "sam"}).id
    with pytest.raises(Ambiguous, match="More than one partner"):
        journal.partner("Sam")
    assert journal.partner(other).id == other


def test_an_end_has_its_day_and_meeting_again_takes_it_away(journal: OpenJournal, sam: str) -> None:
    ended = journal.set_partner_status("Sam", "ended", "It was good")
    assert (ended.status, ended.ended_on, ended.ending_note) == ("ended", "2026-03-14", "It was good")
    again = journal.change(sam, {"status": "active"})
    assert getattr(again, "ended_on", "") is None


def test_the_first_agreement_is_looked_at_again_in_eight_weeks_unless_no_day_is_wanted(
    journal: OpenJournal, sam: str
) -> None:
    assert journal.agree("Sam", {"when": "Tuesdays"}).review_on == "2026-05-09"
    other = journal.add_thing("partner", {"partner_alias": "Noor"}).id
    assert journal.agree(other, {"when": "Tuesdays", "review_on": None}).review_on is None
    assert not journal.partner("Sam").asks_to_be_seen("2026-05-08")
    assert journal.partner("Sam").asks_to_be_seen("2026-05-09")


def test_my_part_of_the_agreement_is_mine_to_change(journal: OpenJournal, sam: str) -> None:
    journal.change(sam, {"when": "Tuesdays by phone", "review_on": "2026-05-09"})
    journal.change(sam, {"when": "Thursdays by phone"})
    assert journal.partner("Sam").when == "Thursdays by phone"
    assert journal._connection.one("SELECT words FROM earlier_version") == '{"when": "Tuesdays by phone"}'


def test_deleting_a_goal_keeps_sessions_that_touched_it_and_undo_brings_both_back(journal: OpenJournal) -> None:
    goal = journal.bring(journal.add_goal("Get out").id)
    session = journal.reflect_on_session({"gave": "time"})
    unmarked = journal.goal(goal.id)
    journal.delete(goal.id)
    assert journal.sessions() == [replace(session, goals_touched=())]
    journal.undo()
    assert journal.sessions() == [session]
    assert journal.goal(goal.id) == unmarked
    assert isinstance(unmarked, Goal)


def test_deleting_a_partner_keeps_the_sessions_with_them(journal: OpenJournal, sam: str) -> None:
    session = journal.reflect_on_session({"gave": "time"}, partner="Sam")
    journal.delete(sam)
    assert journal.sessions() == [replace(session, partner_id=None, partner_alias=None)]
    journal.undo()
    assert journal.sessions() == [session]


def test_what_is_over_its_thirty_days_goes_and_what_touched_it_stays(
    journal: OpenJournal, sam: str, clock: FixedClock
) -> None:
    goal = journal.bring(journal.add_goal("Get out").id)
    session = journal.reflect_on_session({"gave": "time"}, partner="Sam")
    journal.delete(goal.id)
    journal.delete(sam)
    clock.set(datetime(2026, 5, 1, tzinfo=UTC))
    assert journal.let_go_of_old() == 2
    assert [one.id for one in journal.sessions()] == [session.id]
    journal.verify()


def test_a_session_cannot_be_brought_and_a_goal_cannot_be_kept_for_a_hard_day(journal: OpenJournal) -> None:
    session, goal = journal.reflect_on_session({"stayed": "we laughed"}), journal.add_goal("Get out")
    with pytest.raises(BadInput, match="Only a check-in, a page or a goal"):
        journal.bring(session.id)
    with pytest.raises(BadInput, match="Only a check-in, a page or a session"):
        journal.keep(goal.id)
    journal.keep(session.id)
    assert [item.id for item in journal.kept()] == [session.id]


def test_other_peoples_confidences_are_found_by_their_words_alone(journal: OpenJournal) -> None:
    session = journal.reflect_on_session({"group_name": "Thursday group", "learned_about_others": "patience"})
    assert [found.id for found in journal.search("thursday patience")[1]] == [session.id]

"""Goals: named, moved towards in small steps, and never measured."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from journal.errors import BadInput, NotAllowed, NotFound
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock


def test_a_goal_needs_a_title_and_nothing_else(journal: OpenJournal) -> None:
    goal = journal.add_goal("Get out most days")
    assert journal.goal(goal.id) == goal
    assert (goal.status, goal.steps, goal.why_it_matters, goal.next_step) == ("moving_towards", (), None, None)
    with pytest.raises(BadInput, match="title takes a few words"):
        journal.add_goal(" \n")


def test_the_next_step_is_the_first_that_is_neither_done_nor_set_aside(journal: OpenJournal) -> None:
    goal = journal.add_goal("Get out most days")
    first, second, third = (journal.add_step(goal.id, text) for text in ("shoes by the door", "ask Priya", "the canal"))
    journal.set_step(first.id, "done")
    journal.set_step(second.id[:8], "set_aside")
    assert journal.goal(goal.id).next_step == third


def test_a_step_that_is_done_says_when_and_forgets_it_when_it_is_not(journal: OpenJournal, clock: FixedClock) -> None:
    step = journal.add_step(journal.add_goal("Get out").id, "shoes by the door")
    done = journal.set_step(step.id, "done")
    clock.set(datetime(2026, 3, 15, 9, 30, tzinfo=UTC))
    assert done.done_at == journal.set_step(step.id, "done").done_at == "2026-03-14T09:30:00.000000+00:00"
    assert journal.set_step(step.id, "to_try").done_at is None


def test_goals_are_listed_by_status_and_within_one_the_newest_first(journal: OpenJournal, clock: FixedClock) -> None:
    for hour, (title, status) in enumerate(
        [("a", "let_go"), ("b", "moving_towards"), ("c", "idea"), ("d", "moving_towards"), ("e", "reached")]
    ):
        clock.set(datetime(2026, 3, 14, hour, tzinfo=UTC))
        journal.set_goal_status(journal.add_goal(title).id, status)
    assert [goal.title for goal in journal.goals()] == ["d", "b", "c", "e", "a"]
    assert [goal.title for goal in journal.goals("moving_towards")] == ["d", "b"]


@pytest.mark.parametrize("status", ["done", "", "Reached"])
def test_a_status_is_one_of_those_there_are(journal: OpenJournal, status: str) -> None:
    goal = journal.add_goal("Get out")
    with pytest.raises(NotAllowed, match="status takes one of: moving_towards, idea, resting"):
        journal.set_goal_status(goal.id, status)
    with pytest.raises(NotAllowed):
        journal.goals(status)


def test_an_unknown_goal_or_step_is_not_found(journal: OpenJournal) -> None:
    with pytest.raises(NotFound):
        journal.goal("0000")
    with pytest.raises(NotFound):
        journal.set_step("0000", "done")
    page = journal.write_page(replace(journal.blank_page(), body="x"))
    with pytest.raises(NotFound, match="no goal with that id"):
        journal.add_step(page.id, "a step")


def test_words_that_are_changed_are_kept_as_they_were(journal: OpenJournal) -> None:
    goal = journal.add_goal("Get out most days")
    journal.change(goal.id, {"why_it_matters": "air", "ways": ["bus"]})
    changed = journal.change(goal.id, {"why_it_matters": "light"})
    kept = [json.loads(str(words)) for (words,) in journal._connection.rows("SELECT words FROM earlier_version")]
    assert changed == journal.goal(goal.id)
    assert (journal.goal(goal.id).why_it_matters, journal.goal(goal.id).ways) == ("light", ("bus",))
    assert kept == [{"why_it_matters": "air"}]


def test_a_smaller_step_takes_the_place_of_the_first_whose_words_are_kept(journal: OpenJournal) -> None:
    goal = journal.add_goal("Get out")
    step = journal.add_step(goal.id, "walk to the canal")
    journal.reword_step(step.id, "shoes by the door")
    assert [step.text for step in journal.goal(goal.id).steps] == ["shoes by the door"]
    assert journal._connection.one("SELECT words FROM earlier_version") == '{"step": "walk to the canal"}'


def test_every_word_of_a_goal_is_found(journal: OpenJournal) -> None:
    goal = journal.add_goal("Get out", values={"ways": ["heron"], "barriers": "sleet"})
    journal.add_step(goal.id, "gloves")
    journal.reflect_on_goal(goal.id, "It was windy", "yesterday")
    journal.change(goal.id, {"people_who_help": ["Odile"]})
    for word in ("out", "heron", "sleet", "gloves", "windy", "odile"):
        total, found = journal.search(word)
        assert (total, [one.kind for one in found]) == (1, ["goal"])


def test_looking_again_is_only_ever_said(journal: OpenJournal) -> None:
    goal = journal.change(journal.add_goal("Get out").id, {"revisit_on": "2026-03-14"})
    seen = journal.goal(goal.id)
    assert not seen.asks_to_be_seen("2026-03-13")
    assert seen.asks_to_be_seen("2026-03-14")


def test_a_goal_that_is_deleted_comes_back_with_everything(journal: OpenJournal) -> None:
    goal = journal.add_goal("Get out", values={"why_it_matters": "air"})
    journal.set_step(journal.add_step(goal.id, "gloves").id, "done")
    journal.reflect_on_goal(goal.id, "It was windy")
    journal.bring(goal.id)
    before = journal.goal(goal.id)
    journal.delete(goal.id)
    assert journal.goals() == []
    assert journal.agenda() == []
    assert journal.search("gloves")[0] == 0
    journal.undo()
    assert journal.goal(goal.id) == before
    assert journal.search("gloves")[0] == 1


def test_a_page_may_be_about_a_goal(journal: OpenJournal) -> None:
    goal = journal.add_goal("Get out")
    page = journal.write_page(replace(journal.blank_page(), body="the canal"), goals=(goal.id[:6],))
    assert page.goal_ids == (goal.id,)
    journal.delete(goal.id)
    assert getattr(journal.read(page.id), "goal_ids", None) == ()


def test_today_shows_next_steps_of_at_most_three_goals(journal: OpenJournal) -> None:
    for title in "abcd":
        journal.add_step(journal.add_goal(title).id, f"step of {title}")
    journal.add_goal("no step")
    assert len(journal.first_page().next_steps) == 3
    assert ("d", "step of d") in journal.first_page().next_steps

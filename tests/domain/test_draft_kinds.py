"""Where drafts are kept: one place for each form, whichever way it is filled in."""

import json

import pytest

from journal.domain.draft_kinds import (
    AGREEMENT,
    ENDING,
    GOAL_REFLECTION,
    HALVES,
    SESSION_AFTER,
    SESSION_BEFORE,
    STEP_WORDS,
    Place,
    belongs_to,
    change_of,
    half_begun,
    half_of,
    new_thing,
    parts_of,
    plan_section,
    section_of,
    session_half,
    shelf_of_new,
    whom_of,
)
from journal.domain.entry import Draft
from journal.domain.moments import Moment
from journal.domain.peer_session import Whom
from journal.domain.shelves import PLANS, SHELVES, CopingTool, PlanPart

MOMENT = Moment("2026-03-14T09:00:00+00:00", "Europe/London", "2026-03-14")


def draft(place: Place, **answers: object) -> Draft:
    return Draft("d", place.kind, MOMENT, "", item_id=place.item_id, answers=json.dumps(answers) if answers else None)


@pytest.mark.parametrize("half", [SESSION_BEFORE, SESSION_AFTER])
def test_each_partner_a_group_and_nobody_have_a_place_of_their_own(half: str) -> None:
    places = [session_half(half, whom) for whom in (Whom("sam"), Whom("noor"), Whom(None, "the choir"), Whom())]
    assert len(set(places)) == len(places)
    assert {place.kind for place in places} <= set(HALVES)
    assert session_half(half, Whom(), in_group=True) == session_half(half, Whom(None, "the choir"))
    assert {half_of(draft(place)) for place in places} == {half}


def test_a_half_of_a_group_is_not_taken_for_another_groups() -> None:
    place = session_half(SESSION_AFTER, Whom(None, "the choir"))
    named, unnamed = draft(place, group_name="The  Choir", gave="time"), draft(place, gave="time")
    assert whom_of(named) == Whom(None, "The Choir")
    assert half_begun([named], SESSION_AFTER, Whom(None, "the choir")) is named
    assert half_begun([named], SESSION_AFTER, Whom(None, "the walk")) is None
    assert half_begun([named, unnamed], SESSION_AFTER, Whom(None, "the walk")) is unnamed
    assert half_begun([named], SESSION_AFTER, Whom(), in_group=True) is named
    assert half_begun([named], SESSION_BEFORE, Whom(None, "the choir")) is None


def test_what_is_new_on_a_shelf_is_known_again_by_its_place() -> None:
    for shelf in SHELVES:
        assert shelf_of_new(draft(new_thing(shelf))) == shelf
        assert shelf_of_new(draft(Place(shelf, "some-id"))) is None


def test_a_section_has_one_place_whether_it_is_written_or_not() -> None:
    for plan, sections in PLANS.items():
        for section in sections:
            assert change_of("plan", PlanPart("p", plan=plan, section=section)) == plan_section(section)
            assert section_of(draft(plan_section(section))) == (plan, section)
    assert change_of("tool", CopingTool("t")) == Place("tool", "t")
    assert section_of(draft(Place("tool", "t"))) is None


def test_every_kind_says_whose_it_is() -> None:
    said = {kind: belongs_to(kind) for kind in (STEP_WORDS, GOAL_REFLECTION, AGREEMENT, ENDING, *HALVES)}
    assert said == {
        STEP_WORDS: "goal",
        GOAL_REFLECTION: "goal",
        AGREEMENT: "partner",
        ENDING: "partner",
        **dict.fromkeys(HALVES, "session"),
    }
    assert {belongs_to(new_thing(shelf).kind) for shelf in SHELVES} == set(SHELVES)
    assert belongs_to(plan_section("stressors").kind) == "plan"
    for other in ("entry", "check-in", "something-else"):
        assert (belongs_to(other), parts_of(belongs_to(other))) == (other, ())

"""Every part a person fills in has its words, and no words are left over."""

import pytest

from journal.data import prompts
from journal.domain.check_in import HELPED_MARKS
from journal.domain.goal import GOAL_PARTS, GOAL_STATUSES, STEP_STATUSES
from journal.domain.parts import Part
from journal.domain.peer_session import PROMPTS_BEFORE, SESSION_PARTS
from journal.domain.prompts import prompt_named
from journal.domain.shelves import PLANS, SHELVES
from tui.wording import parts as words
from tui.wording import shelf_parts

PARTS = {
    "goal": (*GOAL_PARTS, Part("status", "one_of", GOAL_STATUSES)),
    "step": (Part("text", "line"), Part("status", "one_of", STEP_STATUSES)),
    "session": SESSION_PARTS,
    **{kind: shelf.every_part for kind, shelf in SHELVES.items()},
}
PARTS["tool"] = (*PARTS["tool"], Part("helped", "one_of", HELPED_MARKS))

EVERY_PART = [(kind, part) for kind, parts in PARTS.items() for part in parts]
NAMES = [f"{kind}.{part.name}" for kind, part in EVERY_PART]


@pytest.mark.parametrize(("kind", "part"), EVERY_PART, ids=NAMES)
def test_a_part_and_each_of_its_values_have_words(kind: str, part: Part) -> None:
    assert words.label(kind, part.name).strip()
    said = [words.word(kind, part.name, value) for value in part.allowed]
    assert all(said)
    assert len(set(said)) == len(said), "two values are told apart by their words"


def test_no_words_are_left_over_for_a_part_that_is_not_there() -> None:
    known = {(kind, part.name): set(part.allowed) for kind, part in EVERY_PART}
    labelled = {(kind, name) for kind, labels in words.LABELS.items() for name in labels}
    asked_by_a_prompt = {("session", name) for name in words.PROMPTS_ASKED}
    assert labelled | asked_by_a_prompt == set(known)
    assert not labelled & asked_by_a_prompt
    assert {(kind, name) for kind, hints in words.HINTS.items() for name in hints} <= set(known)
    assert {place: set(said) for place, said in words.WORDS.items()} == {
        place: allowed for place, allowed in known.items() if allowed
    }


def test_each_plan_and_each_of_its_sections_has_a_title_and_no_other_has() -> None:
    sections = {section for plan in PLANS.values() for section in plan}
    assert {plan: words.plan_title(plan) for plan in PLANS} == shelf_parts.PLAN_TITLES
    assert {section: words.section_title(section) for section in sections} == shelf_parts.SECTION_TITLES
    assert len(set(shelf_parts.SECTION_TITLES.values())) == len(sections)


def test_what_is_asked_before_a_session_is_the_prompt_itself() -> None:
    for name, prompt_id in PROMPTS_BEFORE.items():
        assert words.label("session", name) == prompt_named(prompts(), prompt_id).text


def test_words_for_a_part_nobody_knows_are_an_error_and_not_a_blank() -> None:
    with pytest.raises(KeyError):
        words.label("goal", "deadline")
    with pytest.raises(KeyError):
        words.word("goal", "status", "overdue")

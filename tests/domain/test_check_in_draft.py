"""A check-in that is not saved yet keeps its scale, so that no answer ever becomes one of another scale."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.domain.check_in_draft import Filled, dimensions_asked, filled_of
from journal.domain.entry import Draft
from journal.domain.moments import Moment
from journal.domain.scales import DIMENSIONS, SCALES

BLANK = Draft(id="a", kind="check-in", moment=Moment("2026-03-14T09:30:00+00:00", "UTC", "2026-03-14"), body="")
SCALE_IDS = st.sampled_from(sorted(SCALES))


def kept(filled: Filled) -> Draft:
    """The draft that it would be."""
    return replace(BLANK, body=filled.note, answers=json.dumps(filled.answers()))


@st.composite
def filled_in(draw: st.DrawFn) -> Filled:
    scale = SCALES[draw(SCALE_IDS)]
    if scale.lowest is None or scale.highest is None:
        return Filled(scale.id, {}, draw(st.text()), draw(st.text()), draw(st.text()))
    answers = st.none() | st.integers(scale.lowest, scale.highest)
    numbers = draw(st.dictionaries(st.sampled_from(DIMENSIONS), answers))
    return Filled(scale.id, numbers, draw(st.text()), draw(st.text()), draw(st.text()))


@given(filled_in(), SCALE_IDS)
def test_whatever_is_chosen_meanwhile_a_draft_comes_back_as_it_was(filled: Filled, chosen: str) -> None:
    back = filled_of(kept(filled), chosen)
    assert back.is_as(filled)
    assert back.scale_id == (filled.scale_id if filled.given else chosen)


@given(filled_in(), st.sets(st.sampled_from(DIMENSIONS)))
def test_what_has_an_answer_is_asked_whatever_is_chosen_in_the_order_of_a_check_in(
    filled: Filled, chosen: set[str]
) -> None:
    asked = dimensions_asked(chosen, filled)
    assert list(asked) == sorted(asked, key=DIMENSIONS.index)
    assert set(asked) == (chosen | set(filled.given) if SCALES[filled.scale_id].lowest is not None else set())


def test_a_draft_from_before_there_was_a_choice_is_on_0_to_10() -> None:
    old = replace(BLANK, answers=json.dumps({"mood": 2, "feelings": "calm"}))
    assert filled_of(old, "easy3_v1") == Filled("n11_v1", {"mood": 2}, "calm")


@pytest.mark.parametrize(
    "answers",
    [
        '{"mood": 4, "scale_id": "easy3_v1"}',
        '{"mood": 4, "scale_id": "n99"}',
        '{"mood": true}',
        '{"mood": "4"}',
        "[4]",
        "not json",
    ],
)
def test_a_number_that_is_none_of_its_scales_is_no_answer(answers: str) -> None:
    assert filled_of(replace(BLANK, answers=answers), "words5_v1") == Filled("words5_v1", {})


def test_an_answer_of_nought_is_an_answer() -> None:
    assert not Filled("n11_v1", {"mood": 0}).is_blank
    assert filled_of(kept(Filled("n11_v1", {"mood": 0})), "words5_v1").given == {"mood": 0}

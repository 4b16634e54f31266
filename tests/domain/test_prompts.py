"""Which question comes: never a deep one first, none that is hidden, light ones alone where that was chosen."""

import random
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.data import prompts
from journal.domain.entry import THEME_TAGS
from journal.domain.prompts import PHASES, choose_prompt
from journal.errors import NotAllowed, NotFound

ALL = prompts()
IDS = [prompt.id for prompt in ALL]


drawn = partial(choose_prompt, ALL)
"""With chance first, then the options by name."""


@given(st.integers(), st.sampled_from(PHASES))
def test_the_first_question_is_never_a_deep_one(seed: int, phase: str) -> None:
    assert drawn(random.Random(seed), phase=phase).intensity != "deep"


@given(st.integers(), st.sets(st.sampled_from(IDS), max_size=15), st.sets(st.sampled_from(THEME_TAGS), max_size=4))
def test_what_is_hidden_never_comes(seed: int, hidden: set[str], themes: set[str]) -> None:
    try:
        prompt = drawn(random.Random(seed), deep=True, hidden=hidden, hidden_themes=themes)
    except NotFound:
        return
    assert prompt.id not in hidden
    assert prompt.theme not in themes


@given(st.integers(), st.booleans())
def test_where_light_ones_were_chosen_no_other_comes(seed: int, deep: bool) -> None:
    assert drawn(random.Random(seed), deep=deep, only_light=True).intensity == "light"


@given(st.integers(), st.sampled_from(PHASES))
def test_another_is_another(seed: int, phase: str) -> None:
    """Drawn by the same chance, so that it would be the same one."""
    before = drawn(random.Random(seed), phase=phase).id
    assert drawn(random.Random(seed), phase=phase, but_not=before).id != before


def test_the_last_one_left_comes_again_and_with_none_left_that_is_told() -> None:
    hope = [prompt.id for prompt in ALL if prompt.theme == "hope" and prompt.phase == "anytime"]
    assert drawn(random.Random(1), theme="hope", deep=True, hidden=hope[1:], but_not=hope[0]).id == hope[0]
    with pytest.raises(NotFound):
        drawn(random.Random(1), theme="hope", deep=True, hidden=hope)


@pytest.mark.parametrize(("phase", "theme"), [("noon", None), ("anytime", "weather")])
def test_an_unknown_phase_or_theme_is_told(phase: str, theme: str | None) -> None:
    with pytest.raises(NotAllowed):
        drawn(random.Random(1), phase=phase, theme=theme)

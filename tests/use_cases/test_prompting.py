"""One question to write about, as the person would have them."""

import random

import pytest

from journal.data import prompts
from journal.errors import NotFound
from journal.use_cases.open_journal import OpenJournal

WEIGHTS = {prompt.id: prompt.intensity for prompt in prompts()}
TRIES = 200


def weights(journal: OpenJournal, after: str | None) -> set[str]:
    """How heavy the questions are that come."""
    return {journal.prompt(random.Random(seed), after=after).intensity for seed in range(TRIES)}


def test_a_deep_one_comes_after_another_and_never_first(journal: OpenJournal) -> None:
    assert weights(journal, None) == {"light", "medium"}
    assert weights(journal, "c1") == {"light", "medium", "deep"}


def test_no_deep_one_comes_on_a_day_with_a_low_answer(journal: OpenJournal) -> None:
    journal.record_check_in(journal.blank_check_in().with_answers({"hope": 1}))
    assert weights(journal, "c1") == {"light", "medium"}


def test_easy_mode_asks_light_ones_alone(journal: OpenJournal) -> None:
    journal.make_choice("easy", "on")
    assert weights(journal, "c1") == {"light"}


def test_what_was_put_away_does_not_come_and_settings_bring_it_back(journal: OpenJournal) -> None:
    journal.hide_prompt("h1")
    journal.hide_prompt("c1")
    journal.hide_prompt("c1")
    assert journal.choices().hidden_prompts == ("h1", "c1")
    come = {journal.prompt(random.Random(seed)).id for seed in range(TRIES)}
    assert not come & {"h1", "c1"}
    journal.make_choice("hidden-prompts", "")
    assert "c1" in {journal.prompt(random.Random(seed)).id for seed in range(TRIES)}


def test_a_hidden_theme_is_not_asked_about(journal: OpenJournal) -> None:
    journal.make_choice("hidden-themes", "hope,identity")
    come = {journal.prompt(random.Random(seed)).theme for seed in range(TRIES)}
    assert come == {"connectedness", "meaning", "empowerment"}
    with pytest.raises(NotFound):
        journal.prompt(random.Random(1), theme="hope")


def test_a_question_that_there_is_none_of_cannot_be_put_away(journal: OpenJournal) -> None:
    with pytest.raises(NotFound):
        journal.hide_prompt("zz9")
    assert journal.choices().hidden_prompts == ()


def test_a_hard_day_has_one_gentle_question_or_none_where_all_are_put_away(journal: OpenJournal) -> None:
    asked = journal.gentle_prompt(random.Random(1))
    assert asked is not None
    assert (asked.phase, asked.intensity != "deep") == ("hard_day", True)
    journal.make_choice("hidden-themes", "difficulties")
    assert journal.gentle_prompt(random.Random(1)) is None

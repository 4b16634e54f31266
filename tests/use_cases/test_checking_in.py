"""Checking in: the chosen scale, marks as typed, the two soft lines, and the welcome after a gap."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.domain.check_in import HELPED_MARKS, CheckIn
from journal.domain.scales import SCALES
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock

ONE_JOURNAL = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30)


def low(journal: OpenJournal, scale_id: str) -> CheckIn:
    """A check-in with the lowest hope of its scale."""
    return replace(journal.blank_check_in(), scale_id=scale_id, hope=SCALES[scale_id].lowest)


@ONE_JOURNAL
@given(
    st.none() | st.sampled_from([*SCALES, "", "n99", " WORDS5_V1 "]), st.sampled_from([None, "on", "off", "On ", "1"])
)
def test_the_chosen_scale_read_by_itself_is_the_one_among_all_choices(
    journal: OpenJournal, scale: str | None, easy: str | None
) -> None:
    journal.choose("scale", scale or "n11_v1")
    journal.choose("easy", easy or "off")
    assert journal.chosen_scale() == journal.choices().scale_id


def test_what_helped_is_kept_with_each_of_the_four_marks(journal: OpenJournal) -> None:
    journal.add_thing("tool", {"name": "Tea, hot"})
    typed = ["a walk a lot", "tea, hot a little", "the radio not this time", "a bath not sure", "a nap"]
    saved = journal.record_check_in(journal.blank_check_in(), helped=typed)
    uses = {journal.tool(use.tool_id).name: use.helped for use in saved.check_in.tools_used}
    assert uses == {
        "a walk": "a_lot",
        "Tea, hot": "a_little",
        "the radio": "not_this_time",
        "a bath": "not_sure",
        "a nap": "a_little",
    }
    assert {uses[journal.tool(tool_id).name] for tool_id in saved.helping} == {"a_lot", "a_little"}
    assert set(uses.values()) == set(HELPED_MARKS)


def test_of_one_tool_the_mark_that_was_said_last_holds(journal: OpenJournal) -> None:
    saved = journal.record_check_in(journal.blank_check_in(), helped=["a walk a lot", "A  walk not sure"])
    assert [use.helped for use in saved.check_in.tools_used] == ["not_sure"]
    assert [tool.name for tool in journal.tools()] == ["a walk"]


@pytest.mark.parametrize("scale_id", ["n11_v1", "words5_v1", "easy3_v1"])
def test_the_line_about_support_may_follow_the_lowest_answer_of_each_scale_once_a_day(
    journal: OpenJournal, scale_id: str
) -> None:
    assert [journal.record_check_in(low(journal, scale_id)).support_is_offered for _ in range(2)] == [True, False]


def test_it_may_follow_the_word_hopeless_and_then_no_low_answer_that_day(journal: OpenJournal) -> None:
    word = replace(journal.blank_check_in(), scale_id="words_only", feelings=("hopeless",))
    assert journal.record_check_in(word).support_is_offered
    assert not journal.record_check_in(low(journal, "n11_v1")).support_is_offered


@pytest.mark.parametrize("scale_id", ["n11_v1", "words5_v1", "easy3_v1"])
def test_other_answers_and_low_energy_bring_no_line(journal: OpenJournal, scale_id: str) -> None:
    lowest = SCALES[scale_id].lowest or 0
    above = replace(journal.blank_check_in(), scale_id=scale_id, mood=lowest + 2, energy=lowest, connection=lowest)
    assert not journal.record_check_in(above).support_is_offered


def test_the_sixth_check_in_of_today_and_no_other_may_be_followed_by_a_line(journal: OpenJournal) -> None:
    said = [journal.record_check_in(journal.blank_check_in()).is_one_of_many for _ in range(8)]
    assert said == [False] * 5 + [True] + [False] * 2


def test_six_check_ins_written_today_for_another_day_bring_no_line(journal: OpenJournal) -> None:
    assert not any(journal.record_check_in(journal.blank_check_in("yesterday")).is_one_of_many for _ in range(7))


def test_who_wrote_for_a_day_long_ago_was_not_away(journal: OpenJournal, clock: FixedClock) -> None:
    journal.record_check_in(journal.blank_check_in("2026-01-01"))
    assert not journal.first_page().after_a_gap
    clock.set(clock.now() + timedelta(days=20))
    assert journal.first_page().after_a_gap
    journal.record_check_in(journal.blank_check_in("2026-01-02"))
    assert not journal.first_page().after_a_gap


def test_a_change_is_being_there_too(journal: OpenJournal, clock: FixedClock) -> None:
    page = journal.write_page(replace(journal.blank_page(), body="one"))
    clock.set(clock.now() + timedelta(days=20))
    journal.change_words(page.id, "two")
    assert not journal.first_page().after_a_gap

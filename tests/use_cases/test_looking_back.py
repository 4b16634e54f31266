"""Looking back on a real journal: what is read, over which days, and that nothing comes of having looked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from journal.domain.check_in import ToolUse
from journal.domain.look_back import DimensionLookBack, LookBack
from journal.errors import NotAllowed, OutOfRange
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.domain.look_back_days import vectors

TODAY = "2026-03-14"
"""Of the tests' clock."""


def note(
    journal: OpenJournal, when: str, *, scale_id: str = "n11_v1", tools: Sequence[str] = (), words: Sequence[str] = (),
    **answers: int,
) -> str:  # fmt: skip
    """One check-in, and its id."""
    blank = replace(journal.blank_check_in(when), scale_id=scale_id, feelings=tuple(words))
    used = tuple(ToolUse(tool, "a_little") for tool in tools)
    filled = replace(blank.with_answers(dict(answers)), tools_used=used)
    return journal.record_check_in(filled).check_in.id


def tag(journal: OpenJournal, when: str, *tags: str) -> None:
    """A page with these tags."""
    journal.write_page(replace(journal.blank_page(when), body="a few words"), tags)


def back(days: int, today: str = TODAY) -> str:
    """So many days before today."""
    return (date.fromisoformat(today) - timedelta(days=days)).isoformat()


def mood_of(found: LookBack) -> DimensionLookBack:
    return next(one for one in found.dimensions if one.dimension == "mood")


def of_the_vectors(journal: OpenJournal, clock: FixedClock) -> None:
    """The vectors' days in the journal, `walk` as a tool on some of its days and as a tag on the others."""
    clock.set(datetime(2026, 3, 28, 21, tzinfo=UTC))
    walk = journal.add_thing("tool", {"name": "walk"}).id
    for index, value in vectors()["series"]:
        day = back(27 - index, "2026-03-28")
        is_walk = index in vectors()["walk_days"]
        if value is not None:
            note(journal, day, mood=value, tools=[walk] if is_walk and index % 2 else [])
        if is_walk and not index % 2:
            tag(journal, day, "walk")
        if index in vectors()["rare_days"]:
            tag(journal, day, "rare")


def test_acceptance_9_a_journal_with_the_days_of_the_vectors_says_what_they_say(
    journal: OpenJournal, clock: FixedClock
) -> None:
    of_the_vectors(journal, clock)
    expected = vectors()["expected"]
    found = journal.look_back()
    mood = mood_of(found)
    assert (found.first_day, found.last_day) == (vectors()["start"], vectors()["end"])
    assert mood.coverage.noted_days == expected["noted_days"]
    assert (mood.typical_range.low, mood.typical_range.middle, mood.typical_range.high) == (5, 6, 6)
    assert mood.moving_middle.middles[27] == expected["moving_median"]["27"]
    assert mood.week_beside_week.label == expected["week_compare_end"]["label"]
    assert mood.day_to_day.pairs == expected["day_to_day"]["pairs"]
    rare, walk = mood.goes_together
    assert (rare.name, rare.label, rare.days_with) == ("rare", "not_enough", 3)
    assert (walk.name, walk.label, walk.shift, walk.low, walk.high) == ("walk", "may_go_together_higher", 2, 1, 3)


def test_an_empty_journal_says_that_there_is_not_enough(journal: OpenJournal) -> None:
    found = journal.look_back()
    assert [one.dimension for one in found.dimensions] == ["mood", "hope"]
    assert {insight.label for insight in found.insights} == {"not_enough"}
    assert (found.helped, found.feelings) == ((), ())
    assert mood_of(found).scale_id is None


def test_of_several_answers_in_a_day_the_middle_counts(journal: OpenJournal) -> None:
    for hour, mood in ((8, 2), (12, 3), (20, 9)):
        note(journal, f"{back(1)} {hour:02}:00", mood=mood)
    (yesterday, today) = journal.look_back(2).dimensions[0].noted
    assert (yesterday.value, yesterday.times) == (3, 3)
    assert (today.value, today.times) == (None, 0)


@pytest.mark.parametrize("days", [1, 7, 28, 29, 51, 56, 57, 366])
def test_a_window_is_as_long_as_it_says_and_ends_today(journal: OpenJournal, days: int) -> None:
    note(journal, back(days - 1), mood=3)
    note(journal, back(days), mood=9)
    found = journal.look_back(days)
    mood = mood_of(found)
    assert (found.first_day, found.last_day, found.days) == (back(days - 1), TODAY, days)
    assert len(mood.noted) == len(mood.moving_middle.middles) == days
    assert (mood.noted[0].value, mood.coverage.noted_days) == (3, 1)


@pytest.mark.parametrize("days", [10, 56, 366])
def test_the_six_days_before_a_window_are_part_of_its_first_moving_middles_alone(
    journal: OpenJournal, days: int
) -> None:
    for before in (5, 3, 1):
        note(journal, back(days + before), mood=6)
    note(journal, back(0), mood=2)
    mood = mood_of(journal.look_back(days))
    assert mood.moving_middle.middles[:2] == (6, None)
    assert mood.coverage.noted_days == 1


def test_what_may_go_together_is_looked_for_in_56_days_whatever_the_window(journal: OpenJournal) -> None:
    for days in (55, 56):
        note(journal, back(days), mood=6)
        tag(journal, back(days), "rain")
    for window in (1, 28, 366):
        (rain,) = mood_of(journal.look_back(window)).goes_together
        assert (rain.days_with, rain.days_without) == (1, 0)


@pytest.mark.parametrize("days", [0, -1, 367])
def test_a_window_that_is_none_is_refused(journal: OpenJournal, days: int) -> None:
    with pytest.raises(OutOfRange, match="days takes a whole number from 1 to 366"):
        journal.look_back(days)


def test_a_dimension_that_is_none_is_refused(journal: OpenJournal) -> None:
    with pytest.raises(NotAllowed):
        journal.look_back(dimension="weather")
    with pytest.raises(NotAllowed):
        journal.year_at_a_glance("weather")


def test_only_what_a_person_chose_to_notice_is_told_unless_they_ask(journal: OpenJournal) -> None:
    note(journal, TODAY, mood=5, energy=4)
    journal.make_choice("dimensions", "energy")
    assert [one.dimension for one in journal.look_back().dimensions] == ["energy"]
    assert [one.dimension for one in journal.look_back(dimension="mood").dimensions] == ["mood"]
    journal.make_choice("dimensions", "")
    assert journal.look_back().dimensions == ()


def test_acceptance_10_after_a_change_of_scale_the_newest_counts_and_that_is_said(journal: OpenJournal) -> None:
    for days in range(20, 10, -1):
        note(journal, back(days), mood=9)
    assert mood_of(journal.look_back()).other_scales is False
    for days in range(10, 0, -1):
        note(journal, back(days), scale_id="words5_v1", mood=2)
    mood = mood_of(journal.look_back())
    assert (mood.scale_id, mood.other_scales, mood.coverage.noted_days) == ("words5_v1", True, 10)
    assert mood.typical_range.high == 2
    year = journal.year_at_a_glance("mood")
    assert {day.value for day in year.days} == {None, 2}
    assert (year.scale_id, year.other_scales) == ("words5_v1", True)


def test_acceptance_10_the_newest_scale_is_that_of_the_newest_day_and_not_of_what_was_typed_last(
    journal: OpenJournal,
) -> None:
    note(journal, back(0), scale_id="words5_v1", mood=2)
    note(journal, back(3), mood=9)
    mood = mood_of(journal.look_back())
    assert (mood.scale_id, mood.other_scales, mood.coverage.noted_days) == ("words5_v1", True, 1)


def test_acceptance_10_each_dimension_has_its_own_newest_scale(journal: OpenJournal) -> None:
    note(journal, back(2), mood=9, hope=8)
    note(journal, back(1), scale_id="easy3_v1", mood=2)
    by_name = {one.dimension: one.scale_id for one in journal.look_back().dimensions}
    assert by_name == {"mood": "easy3_v1", "hope": "n11_v1"}


def test_words_alone_have_no_numbers_and_no_place_among_numbers(journal: OpenJournal) -> None:
    journal.make_choice("scale", "words_only")
    for days in (3, 2, 1):
        note(journal, back(days), scale_id="words_only", words=["calm"])
    found = journal.look_back()
    assert found.dimensions == ()
    assert [(one.feeling, one.days, one.label) for one in found.feelings] == [("calm", 3, None)]
    note(journal, back(4), mood=5)
    assert [one.dimension for one in journal.look_back().dimensions] == ["mood"], (
        "what was noted before is still theirs"
    )


@pytest.mark.parametrize("scale_id", ["words_only", "a scale of another year"])
def test_acceptance_10_a_number_on_a_scale_that_has_none_is_no_number(journal: OpenJournal, scale_id: str) -> None:
    """Neither way of writing it gives such a row; a file may hold one all the same."""
    note(journal, back(2), mood=4)
    note(journal, back(1), mood=9)
    journal._connection.execute(
        "UPDATE check_in SET scale_id = ? WHERE item = (SELECT number FROM item WHERE for_date = ?)",
        (scale_id, back(1)),
    )
    mood = mood_of(journal.look_back())
    assert (mood.scale_id, mood.other_scales, mood.coverage.noted_days) == ("n11_v1", False, 1)


def test_words_are_counted_by_the_day_and_ones_own_whatever_their_capitals(journal: OpenJournal) -> None:
    note(journal, back(3), words=["calm", "Like lead"])
    note(journal, back(2), words=["calm", "like lead"])
    note(journal, back(2), words=["calm"])
    found = {one.feeling: one.on for one in journal.look_back().feelings}
    assert found == {"calm": (back(3), back(2)), "like lead": (back(3), back(2))}


def test_tools_are_told_by_the_name_they_have_now_and_in_its_order(journal: OpenJournal) -> None:
    walk = journal.add_thing("tool", {"name": "a walk"}).id
    music = journal.add_thing("tool", {"name": "music"}).id
    for days in (3, 2, 1):
        note(journal, back(days), tools=[music, walk])
    note(journal, back(28), tools=[walk])
    journal.change(walk, {"name": "Walking"})
    found = journal.look_back().helped
    assert [(one.name, one.times, one.helped_times) for one in found] == [("music", 3, 3), ("Walking", 3, 3)]


def test_what_is_deleted_is_out_of_sight_here_too(journal: OpenJournal) -> None:
    walk = journal.add_thing("tool", {"name": "a walk"}).id
    kept = note(journal, back(2), mood=4, tools=[walk], words=["calm"])
    gone = note(journal, back(1), mood=8, tools=[walk], words=["calm"])
    tag(journal, back(1), "rain")
    journal.delete(gone)
    found = journal.look_back()
    assert [day.for_date for day in mood_of(found).noted if day.value is not None] == [back(2)]
    assert (found.helped[0].times, found.feelings[0].days) == (1, 1)
    journal.delete(walk)
    assert journal.look_back().helped == ()
    assert [row.name for row in mood_of(journal.look_back()).goes_together] == ["rain"]
    journal.delete(kept)
    assert mood_of(journal.look_back()).coverage.noted_days == 0


def test_a_year_says_which_days_have_a_note_whatever_kind_it_is(journal: OpenJournal, clock: FixedClock) -> None:
    note(journal, back(364), mood=5)
    note(journal, back(365), mood=5)
    tag(journal, back(2), "rain")
    journal.add_thing("tool", {"name": "a walk"})
    journal.add_goal("Get out most days")
    year = journal.year_at_a_glance()
    assert (year.dimension, len(year.days), year.days[0].for_date, year.days[-1].for_date) == (
        "mood", 365, back(364), TODAY,
    )  # fmt: skip
    assert [(day.for_date, day.value) for day in year.days if day.noted] == [(back(364), 5), (back(2), None)]


def test_to_look_back_writes_nothing(journal: OpenJournal, clock: FixedClock) -> None:
    of_the_vectors(journal, clock)
    before = journal._meta.write_counter()
    for look in (journal.look_back, journal.year_at_a_glance, journal.look_back_prompts):
        look()
    assert journal._meta.write_counter() == before


def asked(journal: OpenJournal) -> list[str]:
    return [prompt.id for prompt in journal.look_back_prompts()]


def test_the_question_about_a_peer_partner_comes_where_there_is_an_active_one(journal: OpenJournal) -> None:
    assert asked(journal) == ["w1", "w2", "w3"]
    sam = journal.add_thing("partner", {"partner_alias": "Sam"}).id
    assert asked(journal) == ["w1", "w2", "w3", "w4"]
    journal.change(sam, {"status": "paused"})
    assert asked(journal) == ["w1", "w2", "w3"]
    journal.change(sam, {"status": "active"})
    journal.delete(sam)
    assert asked(journal) == ["w1", "w2", "w3"]


def test_a_question_that_is_not_to_be_asked_is_not(journal: OpenJournal) -> None:
    journal.make_choice("hidden-prompts", "w1")
    assert asked(journal) == ["w2", "w3"]
    journal.make_choice("hidden-themes", "empowerment")
    assert asked(journal) == ["w3"]
    journal.make_choice("easy", "on")
    assert asked(journal) == [], "light questions alone"

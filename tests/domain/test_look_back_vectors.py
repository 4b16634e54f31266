"""Every figure of the look back, against the vectors of the domain brief; and "not enough" one short of each floor."""

import pytest

from journal.domain.look_back import NOT_ENOUGH
from journal.domain.look_back_days import days_until
from journal.domain.look_back_middles import (
    carry_over,
    coverage,
    day_to_day,
    moving_middle,
    moving_middles,
    typical_range,
    week_beside_week,
)
from journal.domain.look_back_tallies import Use, feelings_count, helped_tally
from journal.domain.look_back_together import carried_over, goes_together, shift_between
from tests.domain.look_back_days import days_of_the_vectors, noted, noted_in_the_vectors, some_days, vectors

DAYS = days_of_the_vectors()
NOTED = noted_in_the_vectors()
EXPECTED = vectors()["expected"]
USED = {
    "noted_days", "typical", "moving_median", "week_compare_end", "week_compare_day13", "week_compare_day20",
    "week_compare_day5", "day_to_day", "lag1", "assoc_walk_K1", "assoc_walk_K4", "assoc_rare",
}  # fmt: skip
"""What is expected of each of these is asserted below."""


def days_until_index(index: int) -> tuple[str, ...]:
    return days_until(DAYS[index], 14)


def test_acceptance_9_nothing_that_the_vectors_expect_is_left_out() -> None:
    assert set(EXPECTED) == USED


def test_the_days_that_were_noted_are_counted() -> None:
    found = coverage(NOTED, DAYS)
    assert (found.label, found.noted_days, found.days) == (None, EXPECTED["noted_days"], 28)


def test_the_typical_range_is_that_of_the_vectors() -> None:
    found = typical_range(NOTED, DAYS)
    wanted = EXPECTED["typical"]
    assert (found.label, found.noted_days) == (None, wanted["n"])
    assert (found.low, found.middle, found.high) == (wanted["q1"], wanted["median"], wanted["q3"])


@pytest.mark.parametrize("index", EXPECTED["moving_median"])
def test_the_moving_middle_is_that_of_the_vectors(index: str) -> None:
    found = moving_middle(NOTED, DAYS, before=days_until(DAYS[0], 7)[:-1])
    assert len(found.middles) == 28
    assert found.middles[int(index)] == EXPECTED["moving_median"][index]


@pytest.mark.parametrize(
    ("name", "index"),
    [("week_compare_end", 27), ("week_compare_day13", 13), ("week_compare_day20", 20), ("week_compare_day5", 5)],
)
def test_a_week_beside_a_week_is_that_of_the_vectors(name: str, index: int) -> None:
    wanted = EXPECTED[name]
    found = week_beside_week(NOTED, days_until_index(index))
    assert (found.label, found.this_days, found.last_days) == (wanted["label"], wanted["n_this"], wanted["n_last"])
    assert (found.this_middle, found.last_middle) == (wanted.get("this"), wanted.get("last"))
    if found.this_middle is not None and found.last_middle is not None:
        assert found.this_middle - found.last_middle == wanted["diff"]


def test_day_to_day_is_that_of_the_vectors() -> None:
    found = day_to_day(NOTED, DAYS)
    assert (found.label, found.pairs) == (None, EXPECTED["day_to_day"]["pairs"])
    assert found.change == pytest.approx(EXPECTED["day_to_day"]["mean_abs_change"], abs=0.0006)


def test_the_carry_over_is_that_of_the_vectors() -> None:
    found, pairs = carry_over(NOTED.of(DAYS))
    wanted, wanted_pairs = EXPECTED["lag1"]
    assert found == pytest.approx(wanted, abs=0.00005)
    assert pairs == wanted_pairs


@pytest.mark.parametrize("name", ["assoc_walk_K1", "assoc_walk_K4"])
def test_what_may_go_together_is_that_of_the_vectors(name: str) -> None:
    wanted = EXPECTED[name]
    marked = {"walk": some_days(vectors()["walk_days"], DAYS)}
    # Three more that qualify by the same days: what they are called is another matter.
    marked |= {f"walk {number}": marked["walk"] for number in range(1, wanted["K"])}
    found = goes_together(NOTED, DAYS, marked)[0]
    assert (found.label, found.days_with, found.days_without) == (
        wanted["label"], wanted["n_with"], wanted["n_without"],
    )  # fmt: skip
    assert (found.middle_with, found.middle_without) == (wanted["median_with"], wanted["median_without"])
    assert (found.shift, found.low, found.high) == (wanted["shift"], wanted["low"], wanted["high"])
    assert carried_over(NOTED.of(DAYS)) == pytest.approx(wanted["lag1_used"], abs=0.0005)


def test_a_rare_tag_is_not_enough_and_makes_the_others_no_stricter() -> None:
    wanted = EXPECTED["assoc_rare"]
    marked = {"rare": some_days(vectors()["rare_days"], DAYS), "walk": some_days(vectors()["walk_days"], DAYS)}
    rare, walk = goes_together(NOTED, DAYS, marked)
    assert (rare.label, rare.days_with, rare.days_without) == (wanted["label"], wanted["n_with"], wanted["n_without"])
    assert (rare.middle_with, rare.middle_without, rare.shift, rare.low, rare.high) == (None,) * 5
    assert goes_together(NOTED, DAYS, {"walk": marked["walk"]}) == (walk,)


def test_coverage_needs_one_day() -> None:
    assert coverage(noted([None] * 28), DAYS).label == NOT_ENOUGH
    assert coverage(noted([5] + [None] * 27), DAYS).label is None


def test_a_typical_range_needs_eight_days() -> None:
    assert typical_range(noted([5] * 7 + [None] * 21), DAYS).label == NOT_ENOUGH
    assert typical_range(noted([5] * 8 + [None] * 20), DAYS).label is None


def test_a_moving_middle_needs_three_days_of_seven() -> None:
    assert moving_middles([4, None, None, None, None, None, 6]) == [None] * 7
    assert moving_middles([4, None, None, 5, None, None, 6])[-1] == 5
    assert moving_middles([4, 5, None, None, None, None, None, 6])[-1] is None, "eight days are not seven"
    assert moving_middle(noted([4, 4] + [None] * 26), DAYS, before=()).label == NOT_ENOUGH
    assert moving_middle(noted([4, 4, 4] + [None] * 25), DAYS, before=()).label is None


@pytest.mark.parametrize(("before", "now"), [(3, 4), (4, 3), (0, 7), (7, 0)])
def test_a_week_beside_a_week_needs_four_days_in_each(before: int, now: int) -> None:
    values = [5] * before + [None] * (7 - before) + [5] * now + [None] * (7 - now)
    assert week_beside_week(noted(values), DAYS[-14:]).label == NOT_ENOUGH
    enough = [5] * 4 + [None] * 3 + [5] * 4 + [None] * 3
    assert week_beside_week(noted(enough), DAYS[-14:]).label == "about_the_same"


@pytest.mark.parametrize(
    ("last", "this", "label"),
    [(5, 6, "higher"), (6, 5, "lower"), (5, 5, "about_the_same")],
)
def test_one_whole_step_apart_is_higher_or_lower(last: int, this: int, label: str) -> None:
    assert week_beside_week(noted([last] * 7 + [this] * 7), DAYS[-14:]).label == label


def test_day_to_day_needs_seven_pairs() -> None:
    assert day_to_day(noted([5] * 7 + [None] * 21), DAYS).label == NOT_ENOUGH
    assert day_to_day(noted([5] * 8 + [None] * 20), DAYS).label is None
    assert day_to_day(noted([5, None] * 14), DAYS).pairs == 0, "a gap is never stepped over"


@pytest.mark.parametrize(("with_it", "without"), [(4, 10), (10, 4), (6, 7), (5, 8)])
def test_what_goes_together_needs_five_days_with_five_without_and_fourteen_in_all(with_it: int, without: int) -> None:
    values = noted([5] * (with_it + without) + [None] * (28 - with_it - without))
    assert goes_together(values, DAYS, {"walk": set(DAYS[:with_it])})[0].label == NOT_ENOUGH


@pytest.mark.parametrize(("with_it", "without"), [(5, 9), (9, 5), (7, 7)])
def test_at_the_floor_something_is_said(with_it: int, without: int) -> None:
    values = noted([5] * (with_it + without) + [None] * (28 - with_it - without))
    found = goes_together(values, DAYS, {"walk": set(DAYS[:with_it])})[0]
    assert (found.label, found.days_with, found.days_without) == ("no_clear_difference", with_it, without)


def test_a_tally_needs_three_uses() -> None:
    uses = [Use("2026-03-01", "t", "walk", "a_little")] * 2
    assert helped_tally(uses)[0].label == NOT_ENOUGH
    (found,) = helped_tally([*uses, Use("2026-03-01", "t", "walk", "not_this_time")])
    assert (found.label, found.times, found.helped_times) == (None, 3, 2)


def test_a_feeling_needs_three_days_and_not_three_times() -> None:
    chosen = [("2026-03-01", "calm"), ("2026-03-01", "calm"), ("2026-03-02", "calm")]
    assert feelings_count(chosen)[0].label == NOT_ENOUGH
    (found,) = feelings_count([*chosen, ("2026-03-04", "calm")])
    assert (found.label, found.days, found.on) == (None, 3, ("2026-03-01", "2026-03-02", "2026-03-04"))


def test_fewer_than_ten_pairs_carry_over_as_the_brief_says_and_more_no_further_than_it_says() -> None:
    assert carried_over([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]) == 0.3, "nine pairs"
    assert carried_over([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) == 0.8, "ten that rise together"
    assert carried_over([1, 9] * 10) == 0, "never under nothing"
    assert carried_over([5] * 20) == 0.3, "answers that are all the same cannot say"


def test_the_place_of_an_interval_is_that_of_the_formula() -> None:
    """Seven days by eight: 56 differences, of which 1.96 standard deviations of 8.64 leave out ten at each end."""
    with_it, without = [0, 8, 16, 24, 32, 40, 48], [0, -1, -2, -3, -4, -5, -6, -7]
    for carried, compared, left_out in ((0, 1, 10), (0, 4, 5), (0.3, 1, 3), (0.3, 4, 0), (0.8, 1, 0)):
        shift = shift_between(with_it, without, carried, compared)
        assert (shift.low, shift.high) == (left_out, 55 - left_out), (carried, compared)


def test_the_more_names_qualify_the_stricter_each_of_them_is_looked_at() -> None:
    days = days_until("2026-03-28", 56)
    values = noted([place * 7 % 11 for place in range(56)])
    walk = {day for day in days if values.values[day] >= 6}
    alone = goes_together(values, days, {"walk": walk})[0]
    among = goes_together(values, days, {"walk": walk, **{f"x {n}": set(days[n : n + 20]) for n in range(36)}})[0]
    rare = goes_together(values, days, {"walk": walk, **{f"x {n}": {days[n]} for n in range(36)}})[0]
    assert (alone.low or 0) > (among.low or 0)
    assert rare == alone, "names with too few days make nothing stricter"

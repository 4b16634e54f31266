"""Laws of the look back: any order, never two scales, never outside what was noted, gaps stay gaps."""

from itertools import pairwise
from random import Random
from statistics import quantiles

from hypothesis import given
from hypothesis import strategies as st

from journal.domain.look_back import (
    MAY_GO_TOGETHER_HIGHER,
    MAY_GO_TOGETHER_LOWER,
    NO_CLEAR_DIFFERENCE,
    NOT_ENOUGH,
    DimensionLookBack,
)
from journal.domain.look_back_days import Answer, DayValues, day_values, days_until, noted_days
from journal.domain.look_back_middles import (
    carry_over,
    coverage,
    day_to_day,
    moving_middle,
    moving_middles,
    next_door,
    quantile,
    typical_range,
    week_beside_week,
)
from journal.domain.look_back_tallies import Use, feelings_count, helped_tally
from journal.domain.look_back_together import carried_over, goes_together, named_days, shift_between
from journal.domain.scales import SCALES
from tests.domain.look_back_days import noted

DAYS = days_until("2026-03-28", 28)
BEFORE = days_until("2026-02-28", 6)
WITH_NUMBERS = [name for name, scale in SCALES.items() if scale.lowest is not None]
TINY = 1e-9

series = st.lists(st.none() | st.integers(0, 10), min_size=28, max_size=28)
given_values = st.lists(st.integers(0, 20).map(lambda halves: halves / 2), min_size=1, max_size=30)


@st.composite
def answers(draw: st.DrawFn, scales: list[str] = WITH_NUMBERS, days: tuple[str, ...] = DAYS) -> list[Answer]:
    """Check-ins with numbers, each on its own scale, in any order."""
    made = []
    for number in range(draw(st.integers(0, 40))):
        day = draw(st.sampled_from(days))
        scale = SCALES[draw(st.sampled_from(scales))]
        hour = draw(st.integers(0, 23))
        given_answer = draw(st.integers(scale.lowest or 0, scale.highest or 0))
        made.append(Answer(day, f"{day}T{hour:02}:00:00.000000+00:00", number, scale.id, given_answer))
    return made


def everything(noted_values: DayValues) -> DimensionLookBack:
    """Every statistic of one dimension."""
    return DimensionLookBack(
        dimension=noted_values.dimension,
        scale_id=noted_values.scale_id,
        other_scales=noted_values.other_scales,
        noted=noted_days(noted_values, DAYS),
        coverage=coverage(noted_values, DAYS),
        typical_range=typical_range(noted_values, DAYS),
        moving_middle=moving_middle(noted_values, DAYS, BEFORE),
        week_beside_week=week_beside_week(noted_values, DAYS[-14:]),
        day_to_day=day_to_day(noted_values, DAYS),
        goes_together=goes_together(noted_values, DAYS, {"walk": set(DAYS[::2])}),
    )


@given(answers(), st.randoms(use_true_random=False))
def test_the_order_in_which_answers_come_changes_nothing(given_answers: list[Answer], chance: Random) -> None:
    shuffled = list(given_answers)
    chance.shuffle(shuffled)
    assert everything(day_values("mood", shuffled)) == everything(day_values("mood", given_answers))


@given(answers(), st.sampled_from(WITH_NUMBERS))
def test_acceptance_10_answers_on_an_earlier_scale_never_enter_any_statistic(
    earlier: list[Answer], newest: str
) -> None:
    """What came before on other scales, on the same days or earlier, changes one thing: that it is said."""
    on_newest = [
        Answer(day, f"{day}T23:30:00.000000+00:00", 1_000 + place, newest, place % 3 + 1)
        for place, day in enumerate(DAYS[8:])
    ]
    others = [one for one in earlier if one.scale_id != newest]
    alone, among = everything(day_values("mood", on_newest)), everything(day_values("mood", [*others, *on_newest]))
    assert among.insights == alone.insights
    assert among.noted == alone.noted
    assert among.scale_id == alone.scale_id == newest
    assert (among.other_scales, alone.other_scales) == (bool(others), False)


@given(answers())
def test_acceptance_10_every_figure_is_on_the_one_scale_that_is_said(given_answers: list[Answer]) -> None:
    found = everything(day_values("mood", given_answers))
    if found.scale_id is None:
        assert given_answers == []
        return
    scale = SCALES[found.scale_id]
    low, high = scale.lowest or 0, scale.highest or 0
    figures = [
        *(day.value for day in found.noted),
        *found.moving_middle.middles,
        found.typical_range.low,
        found.typical_range.middle,
        found.typical_range.high,
        found.week_beside_week.this_middle,
        found.week_beside_week.last_middle,
    ]
    assert all(low <= figure <= high for figure in figures if figure is not None)
    assert found.day_to_day.change is None or 0 <= found.day_to_day.change <= high - low
    assert {insight.scale_id for insight in found.insights if hasattr(insight, "scale_id")} == {scale.id}
    assert sum(day.times for day in found.noted) == sum(one.scale_id == scale.id for one in given_answers)


@given(series)
def test_a_gap_stays_a_gap_and_is_never_counted(values: list[int | None]) -> None:
    found = everything(noted(values))
    assert [day.value for day in found.noted] == values
    assert found.gap_days == values.count(None) == 28 - found.coverage.noted_days
    assert found.day_to_day.pairs == sum(before is not None and after is not None for before, after in pairwise(values))


@given(st.lists(st.none() | st.integers(0, 10), max_size=60), st.integers(1, 90))
def test_smoothing_keeps_length_and_scale_and_a_day_already_shown_never_changes(
    values: list[int | None], days: int
) -> None:
    smooth = moving_middles(values, days)
    assert len(smooth) == len(values)
    assert all(middle is None or 0 <= middle <= 10 for middle in smooth)
    assert moving_middles([*values, 0, 0, 0], days)[: len(values)] == smooth


def test_one_hard_evening_barely_moves_a_calm_month() -> None:
    assert moving_middles([7] * 29 + [0])[-1] == 7


@given(st.lists(st.integers(0, 20).map(lambda halves: halves / 2), min_size=2, max_size=40))
def test_quartiles_are_those_that_python_calls_inclusive(values: list[float]) -> None:
    """Its own, made another way: the same "type 7"."""
    assert [quantile(values, part) for part in (0.25, 0.5, 0.75)] == quantiles(values, n=4, method="inclusive")


@given(given_values, st.sampled_from([0.25, 0.5, 0.75]))
def test_a_quartile_lies_among_what_was_noted(values: list[float], part: float) -> None:
    assert min(values) <= quantile(values, part) <= max(values)
    assert quantile(values, 0.25) <= quantile(values, 0.5) <= quantile(values, 0.75)


@given(series)
def test_what_carries_over_lies_where_the_brief_puts_it(values: list[int | None]) -> None:
    found, pairs = carry_over(values)
    assert pairs == len(next_door(values))
    assert found is None or -1 - TINY <= found <= 1 + TINY
    assert 0 <= carried_over(values) <= 0.8


@given(given_values, given_values, st.floats(0, 0.8), st.integers(1, 60))
def test_an_interval_holds_its_shift_and_turns_round_with_its_groups(
    one: list[float], other: list[float], carried: float, compared: int
) -> None:
    shift, turned = shift_between(one, other, carried, compared), shift_between(other, one, carried, compared)
    assert min(one) - max(other) <= shift.low <= shift.middle <= shift.high <= max(one) - min(other)
    assert (turned.middle, turned.low, turned.high) == (-shift.middle, -shift.high, -shift.low)
    opposite = {
        MAY_GO_TOGETHER_HIGHER: MAY_GO_TOGETHER_LOWER,
        MAY_GO_TOGETHER_LOWER: MAY_GO_TOGETHER_HIGHER,
        NO_CLEAR_DIFFERENCE: NO_CLEAR_DIFFERENCE,
    }
    assert turned.label == opposite[shift.label]


@given(given_values, given_values, st.floats(0, 0.8), st.integers(1, 60))
def test_more_that_is_compared_never_makes_an_interval_narrower(
    one: list[float], other: list[float], carried: float, compared: int
) -> None:
    few, many = shift_between(one, other, carried, compared), shift_between(one, other, carried, compared + 1)
    assert many.low <= few.low <= few.high <= many.high


@given(series, st.dictionaries(st.text("abc", min_size=1, max_size=3), st.sets(st.sampled_from(DAYS)), max_size=6))
def test_rows_stand_in_the_order_of_their_names_and_every_name_has_one(
    values: list[int | None], on: dict[str, set[str]]
) -> None:
    """Whatever their figures, so that nothing is ranked by how far it lies apart."""
    marked = named_days((name, day) for name, days in on.items() for day in days)
    rows = goes_together(noted(values), DAYS, marked)
    count = sum(value is not None for value in values)
    assert [row.name for row in rows] == sorted(name for name, days in on.items() if days)
    assert all(row.days_with + row.days_without == count for row in rows)
    assert all((row.shift is None) == (row.label == NOT_ENOUGH) for row in rows)


def test_a_tag_and_a_tool_of_one_name_are_one_row_whatever_their_capitals() -> None:
    marks = [("Walk", DAYS[0]), ("music", DAYS[2]), (" walk", DAYS[1]), ("walk", DAYS[0])]
    assert named_days(marks) == {"music": {DAYS[2]}, "walk": {DAYS[0], DAYS[1]}}


uses = st.lists(
    st.builds(
        Use,
        st.sampled_from(DAYS),
        st.sampled_from("abc"),
        st.just("walk"),
        st.sampled_from(["a_lot", "a_little", "not_this_time", "not_sure"]),
    ),
    max_size=30,
)


@given(uses, st.randoms(use_true_random=False))
def test_tallies_come_out_the_same_in_any_order_and_add_up(given_uses: list[Use], chance: Random) -> None:
    shuffled = list(given_uses)
    chance.shuffle(shuffled)
    tallies = helped_tally(given_uses)
    assert helped_tally(shuffled) == tallies
    assert sum(tally.times for tally in tallies) == len(given_uses)
    assert all(tally.helped_times <= tally.times for tally in tallies)


@given(st.lists(st.tuples(st.sampled_from(DAYS), st.sampled_from(["calm", "sad", "on_edge"])), max_size=40))
def test_a_word_is_counted_once_a_day_by_itself(chosen: list[tuple[str, str]]) -> None:
    found = {one.feeling: one.on for one in feelings_count(chosen)}
    assert found == {
        word: tuple(sorted({day for day, it in chosen if it == word})) for word in {it for _, it in chosen}
    }
    assert list(found) == sorted(found)

"""Pictures of days: every noted day is there, and what was not noted stays open at every size."""

import re
from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.widgets.stage import Stage, on_stage
from tui.widgets.chart import GAP, HERE, Chart, Panel, about_that_fits, names_that_fit, scale_that_fits
from tui.widgets.chart_dots import cells_of, columns_of, drawn

SCALE = ((0, "very low"), (5, "in between"), (10, "very good"))
BRAILLE = re.compile("[\u2801-\u28ff]")

answers = st.lists(st.one_of(st.none(), st.floats(0, 10, allow_nan=False)), min_size=1, max_size=120)
rooms = st.tuples(st.integers(1, 260), st.integers(1, 60))


@given(answers, rooms, st.booleans())
def test_every_noted_day_has_a_dot_and_every_dot_is_inside(
    values: list[float | None], room: tuple[int, int], line: bool
) -> None:
    across, up = room
    picture = drawn(values, 0, 10, across, up, line)
    with_dots = {x for x, _ in picture.noted}
    columns = columns_of(len(values), across)
    assert all(column in with_dots for column, value in zip(columns, values, strict=True) if value is not None)
    assert all(0 <= x < across and 0 <= y < up for x, y in picture.noted | picture.between)


@given(answers, rooms)
def test_nothing_is_drawn_over_days_that_were_not_noted(values: list[float | None], room: tuple[int, int]) -> None:
    across, up = room
    assume(len(values) <= across)
    picture = drawn(values, 0, 10, across, up, True)
    taken = {x for x, _ in picture.noted | picture.between}
    columns = columns_of(len(values), across)
    noted = [day for day, value in enumerate(values) if value is not None]
    for before, after in pairwise(noted):
        if after - before > 1:
            assert not taken & set(range(columns[before + 1], columns[after]))


@given(answers, rooms)
def test_before_the_first_noted_day_and_after_the_last_nothing_is_drawn(
    values: list[float | None], room: tuple[int, int]
) -> None:
    across, up = room
    noted = [day for day, value in enumerate(values) if value is not None]
    assume(noted)
    columns = columns_of(len(values), across)
    picture = drawn(values, 0, 10, across, up, True)
    taken = {x for x, _ in picture.noted | picture.between}
    assert min(taken) == columns[noted[0]]
    assert max(taken) <= columns[noted[-1]] + 1


@given(answers, rooms)
def test_points_alone_stay_points(values: list[float | None], room: tuple[int, int]) -> None:
    assert not drawn(values, 0, 10, *room, False).between


@given(st.integers(0, 400), st.integers(1, 300))
def test_days_never_go_back_and_none_shares_a_column_while_there_is_room(days: int, across: int) -> None:
    columns = columns_of(days, across)
    assert columns == sorted(columns)
    assert all(0 <= column < across for column in columns)
    if days <= across:
        assert len(set(columns)) == days


@given(st.lists(st.floats(0, 10, allow_nan=False), min_size=2, max_size=2), st.integers(1, 60))
def test_a_higher_number_never_stands_lower(two: list[float], up: int) -> None:
    low, high = sorted(two)
    picture = drawn([low, None, high], 0, 10, 40, up, True)
    first, last = (min(y for x, y in picture.noted if (x > 20) == right) for right in (False, True))
    assert last <= first


def test_two_noted_days_next_door_are_joined_and_two_further_apart_are_not() -> None:
    assert drawn([2.0, 8.0], 0, 10, 40, 16, True).between
    assert not drawn([2.0, None, 8.0], 0, 10, 60, 16, True).between


def test_dots_become_braille_and_what_has_none_is_a_space() -> None:
    assert cells_of(frozenset({(0, 0), (1, 3), (4, 0)}), 3, 1) == ["⢁ ⠁"]


def test_a_scale_says_its_ends_and_its_middle_where_there_is_little_room() -> None:
    five = ((1, "not at all"), (2, "a little"), (3, "somewhat"), (4, "quite"), (5, "very"))
    assert scale_that_fits(SCALE, 38) == "0 very low  5 in between  10 very good"
    assert scale_that_fits(SCALE, 36) == "0 very low 5 in between 10 very good"
    assert scale_that_fits(five, 36) == "1 not at all  3 somewhat  5 very"
    assert scale_that_fits(SCALE, 20) == "0 very low 10 very good"


def test_names_stay_even_where_not_all_fit() -> None:
    weeks = [(at * 8, f"{at} Mar") for at in range(5)]
    assert names_that_fit(weeks, 40) == "0 Mar   1 Mar   2 Mar   3 Mar   4 Mar"
    assert names_that_fit([(at // 2, name) for at, name in weeks], 20) == "0 Mar   2 Mar"
    assert names_that_fit([(0, "March")], 3) == ""


def test_what_is_said_beside_a_name_goes_whole_or_not_at_all() -> None:
    assert about_that_fits(("four weeks", "each day"), 40) == "  four weeks, each day"
    assert about_that_fits(("four weeks", "each day"), 20) == "  four weeks"
    assert about_that_fits(("four weeks", "each day"), 5) == ""


# The widget

VALUES = (4.0, 5.0, None, None, 3.0, 8.0, None, 6.0, 6.0, None, 2.0, None, None, 7.0)
DATES = [(0, "1 Mar"), (7, "8 Mar")]


def chart(count: int = 1) -> Chart:
    panels = [
        Panel("Mood", SCALE, VALUES),
        Panel("Hope", SCALE, VALUES[::-1], about=("the middle", "of seven days"), joined=False),
    ]
    return Chart(panels[:count], DATES)


def drawn_columns(row: str) -> set[int]:
    return {match.start() for match in BRAILLE.finditer(row)}


async def test_it_names_what_it_shows_the_words_of_the_scale_and_the_days() -> None:
    async with on_stage(chart(), size=(78, 12)) as (stage, _):
        rows = stage.picture()
    assert rows[0] == "Mood"
    assert [word for word in ("10 very good", "5 in between", "0 very low") if any(word in row for row in rows)] == [
        "10 very good", "5 in between", "0 very low",
    ]  # fmt: skip
    assert "1 Mar" in rows[-1]
    assert "8 Mar" in rows[-1]


@pytest.mark.parametrize("size", [(140, 30), (78, 12), (60, 10), (38, 7), (30, 6)])
async def test_a_dot_stands_under_every_day_that_was_not_noted_and_no_braille_over_it(size: tuple[int, int]) -> None:
    async with on_stage(chart(), size=size) as (stage, _):
        rows = stage.picture()
    under = next(row for row in rows if GAP in row)
    gaps = {place for place, sign in enumerate(under) if sign == GAP}
    assert len(gaps) == sum(value is None for value in VALUES)
    assert not gaps & set().union(*(drawn_columns(row) for row in rows))


async def test_words_that_would_take_the_room_of_the_picture_have_a_row_of_their_own() -> None:
    long = ((0, "nothing that one could speak of"), (10, "more of it than ever before"))
    async with on_stage(Chart([Panel("Hope", long, VALUES)], []), size=(78, 12)) as (stage, _):
        rows = stage.picture()
    assert rows[1] == "0 nothing that one could speak of  10 more of it than ever before"
    assert min(at for row in rows for at in drawn_columns(row)) == 3


async def test_two_panels_stand_one_under_another_over_the_same_days() -> None:
    async with on_stage(chart(2), size=(100, 24)) as (stage, _):
        rows = stage.picture()
    assert rows[0] == "Mood"
    hope = next(at for at, row in enumerate(rows) if row.startswith("Hope"))
    assert "the middle" in rows[hope]
    assert sum(bool(drawn_columns(row)) for row in rows[:hope]) >= 3
    assert sum(bool(drawn_columns(row)) for row in rows[hope:]) >= 3
    assert sum("8 Mar" in row for row in rows) == 1


async def test_left_and_right_choose_a_day_and_home_and_end_the_ends() -> None:
    picture = chart()
    async with on_stage(picture, size=(78, 12)) as (stage, pilot):
        picture.focus()
        await pilot.press("left", "left", "h", "home", "left", "right", "l", "end", "right")
        chosen = [message.day for message in stage.all_heard(Chart.Chosen)]
        assert chosen == [13, 12, 11, 0, 0, 1, 2, 13, 13]
        assert sum(row.count(HERE) for row in stage.picture()) == 1


@pytest.mark.parametrize(("key", "day"), [("left", 13), ("right", 0), ("home", 0), ("end", 13)])
async def test_the_first_key_comes_in_from_the_near_end_or_goes_to_the_one_it_names(key: str, day: int) -> None:
    picture = chart()
    async with on_stage(picture, size=(78, 12)) as (_, pilot):
        picture.focus()
        await pilot.press(key)
        assert picture.day == day


async def test_a_click_chooses_the_nearest_day_and_one_on_the_words_none() -> None:
    picture = chart()
    async with on_stage(picture, size=(78, 12)) as (_, pilot):
        await pilot.click(picture, offset=(2, 4))
        assert picture.day is None
        await pilot.click(picture, offset=(77, 4))
        assert picture.day == len(VALUES) - 1


async def test_it_is_drawn_anew_for_every_size_and_the_day_that_is_read_stays() -> None:
    picture = chart(2)
    async with on_stage(picture, size=(78, 24)) as (stage, pilot):
        picture.focus()
        await pilot.press("left", "left")
        for size in [(140, 45), (40, 12), (20, 6), (3, 2), (1, 1), (78, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert all(len(row) <= size[0] for row in stage.picture())
            assert picture.day == 12
        assert sum(row.count(HERE) for row in stage.picture()) == 2


async def test_other_days_keep_the_day_that_is_read_within_them() -> None:
    picture = chart()
    async with on_stage(picture, size=(78, 12)) as (stage, pilot):
        picture.day = 13
        picture.show([Panel("Mood", SCALE, VALUES[:5])], [])
        await pilot.pause()
        assert picture.day == 4
        picture.show([], [])
        await pilot.pause()
        assert picture.day is None
        assert not "".join(stage.picture()).strip()


async def test_it_paints_its_own_ground_in_every_look() -> None:
    for theme in ("dusk", "dawn", "contrast"):
        picture = chart()
        async with on_stage(picture, size=(78, 12), theme=theme) as (stage, _):
            grounds = {piece.style.bgcolor for row in range(12) for piece in picture.render_line(row) if piece.style}
            assert grounds == {_background(stage)}


def _background(stage: Stage) -> object:
    return stage.screen.background_colors[1].rich_color


@pytest.mark.parametrize(
    ("height", "named"),
    [(10, ["very", "quite", "somewhat", "a little", "not at all"]), (6, ["very", "somewhat", "not at all"])],
)
async def test_every_word_of_a_scale_is_named_or_its_ends_and_its_middle(height: int, named: list[str]) -> None:
    five = ((1, "not at all"), (2, "a little"), (3, "somewhat"), (4, "quite"), (5, "very"))
    async with on_stage(Chart([Panel("Hope", five, (1.0, 5.0))], []), size=(78, height)) as (stage, _):
        rows = stage.picture()
    assert [word for row in rows for _, word in five if row[3:].startswith(word)] == named

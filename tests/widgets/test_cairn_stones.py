"""The cairn only ever grows, says no number, and stays in its place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.widgets.stage import on_stage
from tui.widgets.cairn_stones import CairnStones, stones

counts, widths, heights = st.integers(0, 200), st.integers(5, 60), st.integers(2, 14)


def spans(rows: list[str]) -> list[tuple[int, int]]:
    """First and last cell of each stone, from the ground up; the upper edge on top is no stone."""
    return [(row.index("("), row.index(")")) for row in reversed(rows) if "(" in row]


def test_nothing_named_yet_is_no_cairn() -> None:
    assert stones(0) == []


def test_the_first_things_are_a_stone_each() -> None:
    assert [len(spans(stones(count))) for count in range(1, 6)] == [1, 2, 3, 4, 5]


def test_more_things_than_rows_make_wider_stones() -> None:
    def cells(count: int) -> int:
        return sum(right - left for left, right in spans(stones(count)))

    assert len(stones(6)) == len(stones(5)) == 6
    assert cells(7) > cells(6) > cells(5)


@given(counts, widths, heights)
def test_one_thing_more_never_makes_a_stone_narrower(count: int, width: int, height: int) -> None:
    before, after = spans(stones(count, width, height)), spans(stones(count + 1, width, height))
    assert len(after) >= len(before)
    assert all(new[0] <= old[0] and new[1] >= old[1] for old, new in zip(before, after, strict=False))


@given(counts, widths, heights)
def test_it_stays_in_its_place(count: int, width: int, height: int) -> None:
    rows = stones(count, width, height)
    assert len(rows) <= height
    assert all(len(row) <= width and row == row.rstrip() for row in rows)


@given(counts, widths, heights)
def test_each_stone_lies_on_one_at_least_as_wide(count: int, width: int, height: int) -> None:
    cells = [right - left for left, right in spans(stones(count, width, height))]
    assert cells == sorted(cells, reverse=True)


@given(counts, widths, heights)
def test_it_shows_no_number_and_needs_no_special_font(count: int, width: int, height: int) -> None:
    assert set("".join(stones(count, width, height))) <= set("(_) ")


@pytest.mark.parametrize(("width", "height"), [(4, 6), (20, 1), (0, 0)])
def test_without_room_there_is_none(width: int, height: int) -> None:
    assert stones(3, width, height) == []


async def test_the_widget_grows_with_its_count() -> None:
    cairn = CairnStones(2)
    async with on_stage(cairn) as (stage, pilot):
        assert [row for row in stage.picture() if row] == stones(2)
        cairn.count = 4
        await pilot.pause()
        assert [row for row in stage.picture() if row] == stones(4)


async def test_the_widget_takes_no_room_without_stones() -> None:
    cairn = CairnStones()
    async with on_stage(cairn) as (_, pilot):
        assert not cairn.display
        cairn.count = 1
        await pilot.pause()
        assert cairn.outer_size.height == 2

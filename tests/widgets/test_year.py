"""A year of signs: every day stands under its week and beside its weekday, at every width."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.widgets.stage import on_stage
from tui.widgets.year import DAYS_OF_A_WEEK, HERE, MORE, NOT_NOTED, NOTED, THIRDS, WEEKDAY_CELLS, Year, sign_of

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
SIGNS = [THIRDS[0], NOT_NOTED, THIRDS[1], THIRDS[2], NOTED] * 73
MONTHS = [(20, "Apr"), (50, "May"), (334, "Mar")]


async def shown(year: Year, signs: list[str] = SIGNS, first_row: int = 3) -> None:
    year.show(signs, first_row, WEEKDAYS, MONTHS)


@pytest.mark.parametrize(
    ("value", "lowest", "highest", "sign"),
    [
        (0, 0, 10, "▁"), (3, 0, 10, "▁"), (4, 0, 10, "▃"), (6.5, 0, 10, "▃"), (7, 0, 10, "▅"), (10, 0, 10, "▅"),
        (2, 1, 5, "▁"), (3, 1, 5, "▃"), (4, 1, 5, "▅"), (1, 1, 3, "▁"), (2, 1, 3, "▃"), (3, 1, 3, "▅"),
    ],
)  # fmt: skip
def test_a_number_has_the_sign_of_its_third(value: float, lowest: int, highest: int, sign: str) -> None:
    assert sign_of(value, lowest, highest, noted=True) == sign


def test_a_day_without_a_number_is_noted_or_not_and_never_low() -> None:
    assert sign_of(None, 0, 10, noted=True) == NOTED
    assert sign_of(None, 0, 10, noted=False) == NOT_NOTED
    assert sign_of(3, None, None, noted=True) == NOTED


@given(st.lists(st.floats(0, 10, allow_nan=False), min_size=2, max_size=2))
def test_a_higher_number_never_has_a_lower_sign(two: list[float]) -> None:
    low, high = sorted(two)
    assert THIRDS.index(sign_of(low, 0, 10, noted=True)) <= THIRDS.index(sign_of(high, 0, 10, noted=True))


@pytest.mark.parametrize("width", [78, 130])
async def test_every_day_stands_under_its_week_and_beside_its_weekday(width: int) -> None:
    year = Year()
    async with on_stage(year, size=(width, 8)) as (stage, pilot):
        await shown(year)
        await pilot.pause()
        rows = stage.picture()
    step = 2 if width == 130 else 1
    for day, sign in enumerate(SIGNS):
        week, row = divmod(day + 3, DAYS_OF_A_WEEK)
        assert rows[1 + row][WEEKDAY_CELLS + week * step] == sign
    assert [row[1:4] for row in rows[1:]] == list(WEEKDAYS)
    assert rows[0].split() == ["Apr", "May", "Mar"]


async def test_where_there_is_little_room_the_last_weeks_are_shown_and_more_is_hinted_at() -> None:
    year = Year()
    async with on_stage(year, size=(38, 8)) as (stage, pilot):
        await shown(year)
        await pilot.pause()
        assert stage.picture()[0].strip().startswith(MORE)
        assert stage.picture()[4].rstrip()[-1] == SIGNS[-1]
        year.focus()
        await pilot.press("home")
        assert MORE not in stage.picture()[0]
        assert stage.picture()[4][WEEKDAY_CELLS] == SIGNS[0]


async def test_arrows_go_a_day_or_a_week_and_home_and_end_to_the_ends() -> None:
    year = Year()
    async with on_stage(year, size=(78, 8)) as (stage, pilot):
        await shown(year)
        year.focus()
        await pilot.press("up", "up", "left", "j", "l", "home", "left", "end", "down")
        chosen = [message.day for message in stage.all_heard(Year.Chosen)]
        assert chosen == [364, 363, 356, 357, 364, 0, 0, 364, 364]


async def test_the_day_that_is_read_is_marked_without_colour_too() -> None:
    year = Year()
    async with on_stage(year, size=(78, 8)) as (stage, pilot):
        await shown(year)
        year.day = 0
        await pilot.pause()
        assert stage.picture()[4].startswith(HERE)
        turned = [
            piece.text for row in range(8) for piece in year.render_line(row) if piece.style and piece.style.reverse
        ]
        assert turned == [SIGNS[0]]


async def test_a_click_chooses_the_day_under_it_and_none_where_there_is_none() -> None:
    year = Year()
    async with on_stage(year, size=(78, 8)) as (_, pilot):
        await shown(year)
        await pilot.pause()
        await pilot.click(year, offset=(WEEKDAY_CELLS, 1))
        assert year.day is None
        await pilot.click(year, offset=(WEEKDAY_CELLS + 1, 1))
        assert year.day == 4


async def test_it_is_drawn_anew_for_every_size() -> None:
    year = Year()
    async with on_stage(year, size=(78, 24)) as (stage, pilot):
        await shown(year)
        year.day = 5
        for size in [(140, 45), (40, 12), (9, 3), (1, 1), (78, 24)]:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert all(len(row) <= size[0] for row in stage.picture())
        assert year.day == 5


async def test_the_same_signs_have_the_same_colour_in_every_look() -> None:
    for theme in ("dusk", "dawn", "contrast"):
        year = Year()
        async with on_stage(year, size=(78, 8), theme=theme) as (_, pilot):
            await shown(year)
            await pilot.pause()
            colours = {
                piece.style.color
                for row in range(1, 8)
                for piece in year.render_line(row)
                if piece.style and set(piece.text) & set(THIRDS)
            }
            assert len(colours) == 1

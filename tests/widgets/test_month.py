"""A month as a calendar: moved through by keyboard and mouse, with signs that are told without colour."""

from datetime import date

import pytest

from tests.widgets.stage import on_stage
from tui.widgets.month import Month

TODAY = date(2026, 3, 14)
EARLIEST = date(1900, 1, 1)


def month(day: date = TODAY, first_day: int = 0, latest: date = date(2026, 12, 31)) -> Month:
    return Month(day, earliest=EARLIEST, latest=latest, first_day=first_day)


async def test_days_stand_under_their_weekday_the_one_looked_at_in_brackets_and_a_sign_where_something_is() -> None:
    shown = month()
    async with on_stage(shown, size=(60, 14)) as (stage, pilot):
        shown.show_written([date(2026, 3, 1), TODAY])
        await pilot.pause()
        assert [row.rstrip() for row in stage.picture()[:7]] == [
            " Mo   Tu   We   Th   Fr   Sa   Su",
            "                                1•",
            "  2    3    4    5    6    7    8",
            "  9   10   11   12   13  [14•] 15",
            " 16   17   18   19   20   21   22",
            " 23   24   25   26   27   28   29",
            " 30   31",
        ]


async def test_the_week_begins_where_the_person_says() -> None:
    async with on_stage(month(first_day=6), size=(60, 14)) as (stage, _):
        assert stage.picture()[0].split() == ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"]
        assert stage.picture()[1].split() == ["1", "2", "3", "4", "5", "6", "7"]


@pytest.mark.parametrize(
    ("key", "day"),
    [
        ("left", "2026-03-13"),
        ("l", "2026-03-15"),
        ("up", "2026-03-07"),
        ("j", "2026-03-21"),
        ("pageup", "2026-02-14"),
        ("pagedown", "2026-04-14"),
        ("home", "2026-03-01"),
        ("end", "2026-03-31"),
    ],
)
async def test_keys_move_by_a_day_a_week_and_a_month(key: str, day: str) -> None:
    shown = month()
    async with on_stage(shown) as (stage, pilot):
        shown.focus()
        await pilot.press(key)
        assert shown.day.isoformat() == day
        assert [message.day.isoformat() for message in stage.all_heard(Month.Looked)] == [day]


async def test_a_month_on_from_the_31st_is_the_last_day_there_is() -> None:
    shown = month(date(2024, 1, 31))
    async with on_stage(shown) as (_, pilot):
        shown.focus()
        await pilot.press("pagedown")
        assert shown.day == date(2024, 2, 29)


@pytest.mark.parametrize(("day", "key"), [(TODAY, "right"), (TODAY, "pagedown"), (EARLIEST, "left"), (EARLIEST, "up")])
async def test_no_day_beyond_the_ends_is_looked_at(day: date, key: str) -> None:
    shown = month(day, latest=TODAY)
    async with on_stage(shown) as (stage, pilot):
        shown.focus()
        await pilot.press(key)
        assert shown.day == day
        assert stage.all_heard(Month.Looked) == []


async def test_enter_opens_the_day() -> None:
    shown = month()
    async with on_stage(shown) as (stage, pilot):
        shown.focus()
        await pilot.press("left", "enter")
        assert [message.day for message in stage.all_heard(Month.Opened)] == [date(2026, 3, 13)]


async def test_a_click_looks_at_a_day_and_a_double_click_opens_it() -> None:
    shown = month()
    async with on_stage(shown, size=(60, 14)) as (stage, pilot):
        await pilot.click(shown, offset=(12, 2), times=2)
        assert shown.day == date(2026, 3, 4)
        assert [message.day for message in stage.all_heard(Month.Opened)] == [date(2026, 3, 4)]


@pytest.mark.parametrize("place", [(0, 1), (3, 0), (20, 6)])
async def test_a_click_beside_the_days_does_nothing(place: tuple[int, int]) -> None:
    shown = month()
    async with on_stage(shown, size=(60, 14)) as (_, pilot):
        await pilot.click(shown, offset=place)
        assert shown.day == TODAY


async def test_where_there_is_room_the_weeks_have_air() -> None:
    async with on_stage(month(), size=(80, 24)) as (stage, _):
        shown = [row.rstrip() for row in stage.picture()[:13]]
        assert shown[0].startswith(" Mo      Tu")
        assert [bool(row) for row in shown[1:6]] == [False, True, False, True, False]

"""Days in rows: columns stand under their heads, and the newest row is the current one."""

from tests.widgets.stage import on_stage
from tui.widgets.chart_table import Table, line_of, widths_of
from tui.widgets.long_list import LongList

HEADS = ("day", "answer", "times noted")
ROWS = [("Sunday 1 March", "4", "once"), ("Monday 2 March", "no note", ""), ("Tuesday 3 March", "10", "twice")]


async def test_every_column_begins_where_its_head_does() -> None:
    table = Table()
    async with on_stage(table, size=(78, 10)) as (stage, pilot):
        await table.show(HEADS, ROWS)
        await pilot.pause()
        head, *rows = stage.picture()[:4]
    at = head.index("answer")
    assert [row[at:].split("  ")[0] for row in rows] == ["4", "no note", "10"]
    assert rows[2].index("twice") == head.index("times noted")


async def test_the_newest_row_is_the_current_one_and_keys_move_from_there() -> None:
    table = Table()
    async with on_stage(table, size=(78, 10)) as (stage, pilot):
        await table.show(HEADS, ROWS)
        table.rows.focus()
        await pilot.press("up", "up", "up", "end")
        moved = [message.item for message in stage.all_heard(LongList.Moved)]
        assert moved[-3:] == [1, 0, 2]


async def test_other_days_come_in_place_of_those_before() -> None:
    table = Table()
    async with on_stage(table, size=(30, 6)) as (stage, pilot):
        await table.show(HEADS, ROWS)
        await table.show(("day",), [("Friday 6 March",)])
        await pilot.pause()
        assert [row.strip("▏ ") for row in stage.picture()[:3]] == ["day", "Friday 6 March", ""]


def test_a_column_is_as_wide_as_its_widest_words() -> None:
    assert widths_of([("a", "bcd"), ("ef", "")]) == [2, 3]
    assert line_of(("a", ""), [2, 3], 40) == "a"
    assert line_of(("日", "x"), [3, 1], 40) == "日   x"


async def test_a_column_for_which_there_is_no_room_goes_whole_with_its_head() -> None:
    table = Table()
    async with on_stage(table, size=(78, 10)) as (stage, pilot):
        await table.show(HEADS, ROWS)
        await pilot.resize_terminal(28, 10)
        await pilot.pause()
        assert [row.strip("▏ ") for row in stage.picture()[:2]] == ["day              answer", "Sunday 1 March   4"]
        assert not any("…" in row for row in stage.picture())

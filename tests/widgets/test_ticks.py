"""Several things, each yes or no, by keyboard and mouse, told apart without colour."""

import pytest
from textual.containers import VerticalScroll

from tests.widgets.stage import on_stage
from tui.widgets.ticks import TickRow, Ticks

ROWS = [("ask Priya along", False), ("look up the bus", True), ("pack a bag", False)]


def _drawn(picture: list[str]) -> list[str]:
    return [words for row in picture if (words := row.strip(" █▂▄▆"))]


async def test_each_row_shows_its_mark_and_its_words() -> None:
    async with on_stage(Ticks(ROWS)) as (stage, _):
        assert _drawn(stage.picture()) == ["[ ] ask Priya along", "[x] look up the bus", "[ ] pack a bag"]


@pytest.mark.parametrize("key", ["space", "enter", "x"])
async def test_a_key_turns_the_row_looked_at_and_says_so(key: str) -> None:
    ticks = Ticks(ROWS)
    async with on_stage(ticks) as (stage, pilot):
        ticks.focus()
        await pilot.press("down", key, key, "end", key)
        turned = [(message.index, message.ticked) for message in stage.all_heard(Ticks.Turned)]
    assert turned == [(1, False), (1, True), (2, True)]
    assert ticks.ticked == [1, 2]


async def test_the_row_looked_at_has_the_bar() -> None:
    ticks = Ticks(ROWS)
    async with on_stage(ticks) as (stage, pilot):
        ticks.focus()
        await pilot.press("j", "j", "k")
        assert stage.picture()[:3] == ["  [ ] ask Priya along", "█ [x] look up the bus", "  [ ] pack a bag"]


async def test_a_click_turns_a_row() -> None:
    ticks = Ticks(ROWS)
    async with on_stage(ticks) as (stage, pilot):
        await pilot.click(list(ticks.query(TickRow))[2])
        assert [message.index for message in stage.all_heard(Ticks.Turned)] == [2]


async def test_other_rows_can_be_shown_and_nobody_is_told() -> None:
    ticks = Ticks(ROWS)
    async with on_stage(ticks) as (stage, pilot):
        ticks.focus()
        await pilot.press("end")
        await ticks.show_rows([("one alone", True)])
        await pilot.pause()
        assert _drawn(stage.picture()) == ["[x] one alone"]
        assert (ticks.looked_at, ticks.ticked) == (0, [0])
        await ticks.show_rows([*ROWS, ("a fourth", True)])
        await pilot.pause()
        assert _drawn(stage.picture())[-1] == "[x] a fourth"
        assert stage.all_heard(Ticks.Turned) == []


async def test_no_rows_are_no_trouble() -> None:
    ticks = Ticks()
    async with on_stage(ticks) as (stage, pilot):
        ticks.focus()
        await pilot.press("down", "x", "end", "enter")
        assert stage.all_heard(Ticks.Turned) == []


async def test_a_row_out_of_sight_comes_into_sight_and_past_the_end_the_page_scrolls() -> None:
    ticks = Ticks([(f"row {number}", False) for number in range(20)])
    below = Ticks([("below", False)])
    async with on_stage(VerticalScroll(ticks, below), size=(40, 6)) as (stage, pilot):
        ticks.focus()
        await pilot.press("end")
        await pilot.pause()
        assert "[ ] row 19" in _drawn(stage.picture())
        await pilot.press("down")
        await pilot.pause()
        assert "[ ] below" in _drawn(stage.picture())


async def test_a_persons_words_are_words_and_long_ones_begin_under_themselves() -> None:
    async with on_stage(Ticks([("I felt [not] okay\x1b[2J and went home", False)]), size=(30, 4)) as (stage, _):
        assert [row[2:] for row in stage.picture()[:2]] == ["[ ] I felt [not] okay[2J and", "    went home"]

"""A list with headings in it: the bar passes over them, and nothing that is said under a row stays out of sight."""

from collections.abc import Sequence

import pytest

from tests.widgets.stage import Stage, on_stage
from tui.widgets.answers import Answers
from tui.widgets.numbered import Numbered
from tui.widgets.told_list import Told, ToldList, heading, told

WIDTH = 30


def bar(stage: Stage) -> list[str]:
    """What the bar stands at."""
    return [row.removeprefix("▌ ") for row in stage.picture() if row.startswith("▌")]


async def show(rows: ToldList, *what: Sequence[Told] | Told) -> None:
    rows.focus()
    await rows.tell([row for one in what for row in ([one] if isinstance(one, Told) else one)])


async def test_the_bar_passes_over_headings_and_sentences() -> None:
    rows = ToldList(id="list")
    async with on_stage(rows) as (stage, pilot):
        await show(rows, heading("Head"), told("one", WIDTH, opens=1, key="a"), told("under it", WIDTH))
        await show(
            rows, heading("Head"), told("one", WIDTH, opens=1), told("under", WIDTH), told("two", WIDTH, opens=2)
        )
        await pilot.pause()
        assert bar(stage) == ["one"]
        await pilot.press("down")
        assert (bar(stage), rows.opened) == (["two"], 2)


async def test_with_nothing_to_open_there_is_no_bar() -> None:
    rows = ToldList(id="list")
    async with on_stage(rows) as (stage, pilot):
        await show(rows, heading("Head"), told("Nothing yet.", WIDTH))
        await pilot.pause()
        assert bar(stage) == []
        assert not rows.has_any
        assert "  Nothing yet." in stage.picture()


async def test_the_bar_finds_its_place_again_when_rows_come_before_it() -> None:
    rows = ToldList(id="list")
    async with on_stage(rows) as (stage, pilot):
        await show(rows, told("one", WIDTH, opens=1, key="a"), told("two", WIDTH, opens=2, key="b"))
        await pilot.press("down")
        await show(
            rows,
            told("new", WIDTH, opens=3, key="c"),
            told("one", WIDTH, opens=1),
            told("two", WIDTH, opens=2, key="b"),
        )
        await pilot.pause()
        assert bar(stage) == ["two"]


async def test_what_is_said_under_the_last_row_comes_into_sight_with_it() -> None:
    rows = ToldList(id="list")
    async with on_stage(rows, size=(40, 6)) as (stage, pilot):
        ten = [row for at in range(10) for row in told(f"row {at}", WIDTH, opens=at)]
        await show(rows, ten, told("said under it", WIDTH), told("and this", WIDTH))
        await pilot.press("end")
        await pilot.pause()
        assert bar(stage) == ["row 9"]
        assert "  and this" in stage.picture()


async def test_words_on_several_rows_are_about_the_same_and_stand_under_one_another() -> None:
    rows = told("a long line that does not fit\nanother", 14, opens="x", key="k", indent=2)
    assert [row.pieces[0][0] for row in rows] == ["  a long line", "  that does", "  not fit", "  another"]
    assert {row.opens for row in rows} == {"x"}
    assert [row.key for row in rows] == ["k", "", "", ""]


async def test_words_of_anybody_are_inert_in_it() -> None:
    (row,) = told("\x1b[31mred \u202eturned [bold]x[/bold]", 60)
    assert row.pieces[0][0] == "[31mred turned [bold]x[/bold]"


@pytest.mark.parametrize(("key", "chosen"), [("2", [1]), ("9", []), ("0", []), ("enter", [0])])
async def test_a_digit_answers_at_once_and_one_without_a_row_does_nothing(key: str, chosen: list[int]) -> None:
    answers = Answers([("", "one"), ("", "two")])
    async with on_stage(answers) as (stage, pilot):
        answers.focus()
        await pilot.press(key)
        await pilot.pause()
        assert [heard.index for heard in stage.all_heard(Numbered.Chosen)] == chosen

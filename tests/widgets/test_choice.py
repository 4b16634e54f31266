"""Yes or no, and one of several, by keyboard and mouse, told apart without colour."""

import pytest
from textual.containers import VerticalScroll

from tests.widgets.stage import on_stage
from tui.widgets.choice import OneOf, Option, Tick

OPTIONS = ["an idea", "moving towards it", "resting"]


@pytest.mark.parametrize("key", ["space", "enter"])
async def test_a_tick_turns_and_says_so(key: str) -> None:
    tick = Tick("a walk helped")
    async with on_stage(tick) as (stage, pilot):
        assert stage.picture()[0].strip() == "[ ] a walk helped"
        tick.focus()
        await pilot.press(key)
        assert stage.picture()[0].strip(" █") == "[x] a walk helped"
        await pilot.press(key)
        assert [message.ticked for message in stage.all_heard(Tick.Changed)] == [True, False]


async def test_a_click_turns_a_tick() -> None:
    tick = Tick("a walk helped", ticked=True)
    async with on_stage(tick) as (_, pilot):
        await pilot.click(tick)
        assert not tick.ticked


async def test_code_turns_a_tick_without_a_word_to_anybody() -> None:
    tick = Tick("a walk helped")
    async with on_stage(tick) as (stage, pilot):
        tick.ticked = True
        await pilot.pause()
        assert stage.picture()[0].strip() == "[x] a walk helped"
        assert stage.all_heard(Tick.Changed) == []


async def test_a_persons_words_are_words() -> None:
    async with on_stage(Tick("I felt [not] okay\x1b[2J")) as (stage, _):
        assert stage.picture()[0].strip() == "[ ] I felt [not] okay[2J"


async def test_long_words_begin_under_themselves() -> None:
    async with on_stage(Tick("look at the bus timetable for Tuesday"), size=(30, 5)) as (stage, _):
        assert [row[2:] for row in stage.picture()[:2]] == [
            "[ ] look at the bus",
            "    timetable for Tuesday",
        ]


async def test_nothing_is_chosen_beforehand() -> None:
    one_of = OneOf(OPTIONS)
    async with on_stage(one_of) as (stage, _):
        assert [row.strip() for row in stage.picture()[:3]] == [f"( ) {option}" for option in OPTIONS]
        assert one_of.chosen is None


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        (["enter"], [0]),
        (["down", "space"], [1]),
        (["j", "j", "k", "enter"], [1]),
        (["end", "down", "enter"], [2]),
        (["down", "home", "up", "enter"], [0]),
        (["down", "enter", "down", "enter"], [1, 2]),
        (["down", "down"], []),
    ],
)
async def test_keys_look_and_choose(keys: list[str], chosen: list[int]) -> None:
    one_of = OneOf(OPTIONS)
    async with on_stage(one_of) as (stage, pilot):
        one_of.focus()
        await pilot.press(*keys)
        assert [message.index for message in stage.all_heard(OneOf.Chosen)] == chosen


async def test_the_chosen_one_is_marked_and_the_one_looked_at_has_the_bar() -> None:
    one_of = OneOf(OPTIONS, chosen=0)
    async with on_stage(one_of) as (stage, pilot):
        one_of.focus()
        await pilot.press("down")
        first, second, _ = stage.picture()[:3]
    assert first.strip() == "(•) an idea"
    assert second == "█ ( ) moving towards it"


async def test_a_click_chooses() -> None:
    one_of = OneOf(OPTIONS)
    async with on_stage(one_of) as (stage, pilot):
        await pilot.click(list(one_of.query(Option))[2])
        assert [message.index for message in stage.all_heard(OneOf.Chosen)] == [2]
        assert one_of.chosen == 2


async def test_code_chooses_without_a_word_to_anybody() -> None:
    one_of = OneOf(OPTIONS)
    async with on_stage(one_of) as (stage, pilot):
        one_of.chosen = 1
        await pilot.pause()
        assert stage.picture()[1].strip() == "(•) moving towards it"
        assert stage.all_heard(OneOf.Chosen) == []


async def test_an_option_out_of_sight_comes_into_sight_when_looked_at() -> None:
    one_of = OneOf([f"option {number}" for number in range(30)])
    async with on_stage(VerticalScroll(one_of), size=(40, 6)) as (stage, pilot):
        one_of.focus()
        await pilot.press("end")
        await pilot.pause()
        assert any("( ) option 29" in row for row in stage.picture())


async def test_no_options_are_no_trouble() -> None:
    one_of = OneOf([])
    async with on_stage(one_of) as (stage, pilot):
        one_of.focus()
        await pilot.press("down", "enter")
        assert stage.all_heard(OneOf.Chosen) == []

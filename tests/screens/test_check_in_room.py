"""Today in windows of many sizes: all of it can be reached, and nothing is lost by making one smaller."""

import pytest
from textual.widget import Widget

from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.check_in_stage import FIVE, answers, on_today, save, type_into, typed_in
from tests.screens.stage import Actor, picture, rest, until_shown, write
from tui.widgets.scale import Scale
from tui.wording import check_in as words


def focus_is_whole(pilot: Actor) -> bool:
    """Whether the field with the focus is in sight, and its question above it."""
    screen = pilot.app.screen
    focused = screen.focused
    assert focused is not None
    asked = next((one for one in focused.ancestors if isinstance(one, Widget) and one.has_class("asked")), focused)
    return screen.query_one("#column").content_region.contains_region(asked.region)


@pytest.mark.parametrize("choices", [{}, {"scale": "words5_v1"}, {"easy": "on"}, {"scale": "words_only"}], ids=str)
async def test_a_whole_check_in_stands_on_80_by_24_in_every_style(
    home: Home, clock: FixedClock, choices: dict[str, str]
) -> None:
    async with on_today(home, clock, (80, 24), **choices) as pilot:
        await rest(pilot)
        assert pilot.app.screen.query_one("#column").max_scroll_y == 0
        assert "Shared: nothing" in picture(pilot.app.screen)


@pytest.mark.parametrize("size", [(80, 24), (60, 20), (40, 12)], ids=str)
async def test_with_five_questions_each_field_comes_into_sight_with_its_question(
    home: Home, clock: FixedClock, size: tuple[int, int]
) -> None:
    async with on_today(home, clock, size, dimensions=FIVE) as pilot:
        for _ in range(8):
            await pilot.press("tab")
            await pilot.pause()
            assert focus_is_whole(pilot)


async def test_what_stands_below_is_read_with_the_arrows_where_it_does_not_fit(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock, (40, 12)) as pilot:
        assert "Shared: nothing" not in picture(pilot.app.screen)
        await pilot.press(*["down"] * 20)
        await until_shown(pilot, "Shared: nothing")
        await pilot.press("pageup", "pageup", "up")
        await until_shown(pilot, "Hello.")


async def test_a_window_made_smaller_and_larger_while_writing_loses_nothing(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock, (140, 45), dimensions=FIVE) as pilot:
        await pilot.press("tab", "6", "tab", "1", "0")
        await type_into(pilot, "feelings", "calm")
        await type_into(pilot, "note", "half a ")
        for size in ((40, 12), (80, 24), (20, 5), (1, 1), (60, 20), (140, 45)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            await write(pilot, "x")
        assert (answers(pilot)["mood"], answers(pilot)["hope"]) == (6, 10)
        assert (typed_in(pilot, "feelings"), typed_in(pilot, "note")) == ("calm", "half a xxxxxx")
        await save(pilot)


async def test_a_digit_after_another_window_size_goes_to_the_same_question(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock) as pilot:
        await pilot.press("tab", "1")
        await pilot.resize_terminal(40, 12)
        await pilot.pause()
        await pilot.press("0")
        assert answers(pilot) == {"mood": 10, "hope": None}
        assert isinstance(pilot.app.screen.focused, Scale)


async def test_after_a_save_what_was_said_is_in_sight_on_the_smallest_window(home: Home, clock: FixedClock) -> None:
    async with on_today(home, clock, (40, 12)) as pilot:
        await pilot.press("tab", "0")
        await save(pilot)
        await rest(pilot)
        shown = " ".join(picture(pilot.app.screen).split())
        assert words.SAVED in shown
        assert "If today is heavy" in shown

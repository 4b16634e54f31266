"""Names in a row: which one is open is seen without colour, and there is room for it at every width."""

import pytest

from tests.widgets.stage import on_stage
from tui.widgets.tabs_line import TabsLine, tabs_that_fit

NAMES = ["Things that help", "My plans", "My people", "What I bring", "My story"]
HERE = "\u203a"


@pytest.mark.parametrize("width", [5, 12, 24, 38, 58, 66, 78])
def test_the_open_one_is_named_at_every_width_and_no_name_is_cut_beside_it(width: int) -> None:
    for current, name in enumerate(NAMES):
        pieces = tabs_that_fit(NAMES, current, width)
        shown = [index for index, _ in pieces if index is not None]
        assert (current, HERE + name) in pieces
        assert shown == list(range(shown[0], shown[-1] + 1))
        assert len(shown) == 1 or sum(len(words) for _, words in pieces) <= width


def test_all_are_named_where_there_is_room_and_more_is_hinted_at_where_not() -> None:
    def row(current: int, width: int) -> str:
        return "".join(words for _, words in tabs_that_fit(NAMES, current, width))

    assert row(0, 66) == f"{HERE}Things that help   My plans   My people   What I bring   My story"
    assert row(2, 30).startswith("\u2026 ")
    assert row(0, 30).endswith(" \u2026")


async def test_the_open_one_has_a_sign_and_is_bold_and_the_others_are_neither() -> None:
    tabs = TabsLine(NAMES)
    async with on_stage(tabs) as (stage, pilot):
        tabs.current = 1
        await pilot.pause()
        assert stage.picture()[0].count(HERE) == 1
        bold = "".join(piece.text for piece in tabs.render_line(0) if piece.style is not None and piece.style.bold)
        assert bold == f"{HERE}My plans"


async def test_a_click_says_which_and_turns_nothing_by_itself() -> None:
    tabs = TabsLine(NAMES)
    async with on_stage(tabs) as (stage, pilot):
        await pilot.click(tabs, offset=(22, 0))
        await pilot.click(tabs, offset=(75, 0))
        assert [message.index for message in stage.all_heard(TabsLine.Chosen)] == [1]
        assert tabs.current == 0


async def test_it_never_turns_past_the_ends_and_takes_no_focus() -> None:
    tabs = TabsLine(NAMES)
    async with on_stage(tabs):
        tabs.current = 9
        assert tabs.current == len(NAMES) - 1
        tabs.current = -1
        assert tabs.current == 0
        assert not tabs.can_focus

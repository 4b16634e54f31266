"""The sections in three looks, and a click on each."""

import pytest

from tests.widgets.stage import on_stage
from tui.key_map import KeyMap
from tui.widgets.nav import HERE, NO_KEY, Nav, Variant

SECTIONS = [
    ("1", "Today"),
    ("2", "Journal"),
    ("3", "Goals"),
    ("4", "Peers"),
    ("5", "Look back"),
    ("6", "Toolbox"),
]


def nav(current: str = "2") -> Nav:
    return Nav(SECTIONS, current=current)


def as_left_bar(bar: Nav) -> Nav:
    bar.styles.width, bar.styles.height = 20, "100%"
    return bar


@pytest.mark.parametrize(("width", "look"), [(40, "compact"), (77, "compact"), (78, "top"), (140, "top")])
async def test_the_width_decides_the_look(width: int, look: Variant) -> None:
    bar = nav()
    async with on_stage(bar, size=(width, 24)):
        assert bar.look == look


async def test_compact_shows_digits_and_the_current_name() -> None:
    async with on_stage(nav(), size=(40, 12)) as (stage, _):
        assert stage.picture()[0].strip() == "1 [2] 3  4  5  6  Journal"


async def test_on_top_all_names_stand_in_one_row_of_seventy_two_cells() -> None:
    async with on_stage(nav(), size=(78, 24)) as (stage, _):
        row = stage.picture()[0].strip()
    assert row == f"1 Today  {HERE}2 Journal   3 Goals   4 Peers   5 Look back   6 Toolbox"
    assert len(row) <= 72


async def test_on_the_left_names_stand_one_under_another() -> None:
    async with on_stage(as_left_bar(nav()), size=(110, 24)) as (stage, _):
        rows = [row.strip() for row in stage.picture()[:8]]
    assert rows == [
        "cairn",
        "",
        "1 Today",
        f"{HERE} 2 Journal",
        "3 Goals",
        "4 Peers",
        "5 Look back",
        "6 Toolbox",
    ]


async def test_a_fixed_look_overrules_the_size() -> None:
    bar = nav()
    async with on_stage(bar, size=(140, 24)) as (stage, pilot):
        bar.variant = "compact"
        await pilot.pause()
        assert "[2]" in stage.picture()[0]


async def test_going_elsewhere_moves_the_mark() -> None:
    bar = nav()
    async with on_stage(bar) as (stage, pilot):
        bar.current = "6"
        await pilot.pause()
        assert stage.picture()[0].strip().endswith(f"{HERE}6 Toolbox")


@pytest.mark.parametrize("width", [40, 90])
async def test_a_click_on_each_section_says_its_key(width: int) -> None:
    bar = nav("1")
    async with on_stage(bar, size=(width, 24)) as (stage, pilot):
        row = stage.picture()[0]
        for key, _ in SECTIONS:
            await pilot.click(bar, offset=(row.index(key), 0))
        assert [message.key for message in stage.all_heard(Nav.Chosen)] == list("123456")


async def test_a_click_in_the_left_bar_says_its_key_and_beside_it_nothing() -> None:
    bar = as_left_bar(nav())
    async with on_stage(bar, size=(110, 24)) as (stage, pilot):
        for y in (0, 1, 2, 7, 8):
            await pilot.click(bar, offset=(5, y))
        assert [message.key for message in stage.all_heard(Nav.Chosen)] == ["1", "6"]


@pytest.mark.parametrize(
    ("width", "row"),
    [
        (84, f"  1 Today  {HERE}F12 Journal   {NO_KEY} Goals   4 Peers   5 Look back   6 Toolbox"),
        (40, f"  1 [F12] {NO_KEY}  4  5  6  Journal"),
    ],
)
async def test_the_key_of_now_stands_there_and_a_click_still_leads_to_its_section(width: int, row: str) -> None:
    bar = nav()
    async with on_stage(bar, size=(width, 24)) as (stage, pilot):
        stage.key_map = KeyMap({"journal": ("f12",), "goals": ()})
        bar.refresh()
        await pilot.pause()
        assert stage.picture()[0] == row
        for shown in ("F12", "4", "6"):
            await pilot.click(bar, offset=(row.index(shown), 0))
        assert [message.key for message in stage.all_heard(Nav.Chosen)] == ["2", "4", "6"]


async def test_names_that_do_not_all_fit_give_way_to_the_short_form() -> None:
    bar = nav()
    async with on_stage(bar, size=(78, 24)) as (stage, pilot):
        stage.key_map = KeyMap({"today": ("shift+delete",), "goals": ("shift+insert",)})
        bar.refresh()
        await pilot.pause()
        assert bar.look == "compact"

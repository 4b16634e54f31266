"""A list of a hundred thousand rows that fetches two pages, and rows that nothing in them can break."""

import asyncio
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from journal.errors import Busy
from tests.widgets.stage import Stage, on_stage
from tui.widgets.long_list import KEPT_PAGES, PAGE_ROWS, LongList, Piece, cut_to

EMPTY = "What you write will be here. n writes the first page."


class Shelf:
    """Items in memory, which remembers what it was asked for and can keep one waiting or refuse."""

    def __init__(self, items: Sequence[str]) -> None:
        self.items = list(items)
        self.asked: list[int] = []
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.is_busy = False

    async def fetch(self, offset: int, limit: int) -> Sequence[str]:
        self.asked.append(offset)
        await self.may_answer.wait()
        if self.is_busy:
            raise Busy
        return self.items[offset : offset + limit]


def draw(item: str, width: int) -> Sequence[Piece]:
    return [(item, ""), ("  a day in March", "$text-muted")]


def shelf_of(count: int) -> Shelf:
    return Shelf([f"page {number}" for number in range(count)])


def list_of(shelf: Shelf) -> LongList[str]:
    return LongList(shelf.fetch, draw, empty=EMPTY)


def moved(stage: Stage) -> list[str | None]:
    return [message.item for message in stage.all_heard(LongList.Moved)]


async def test_a_hundred_thousand_rows_take_two_fetches_to_show_and_to_see_the_end() -> None:
    shelf = shelf_of(100_000)
    pages = list_of(shelf)
    async with on_stage(pages) as (stage, pilot):
        await pages.set_total(100_000)
        pages.focus()
        await pilot.press("end")
        await pilot.pause()
        assert stage.picture()[-1].strip(" ▁█▌") == "page 99999  a day in March"
        assert sorted(set(shelf.asked)) == [0, 99_900]
        assert pages.current == "page 99999"


@pytest.mark.parametrize(
    ("keys", "row"),
    [
        (["down", "down", "up"], 1),
        (["j", "j", "j", "k"], 2),
        (["up"], 0),
        (["end"], 299),
        (["end", "down"], 299),
        (["end", "home"], 0),
        (["pagedown"], 9),
        (["pagedown", "pagedown", "pageup"], 9),
    ],
)
async def test_keys_move_the_current_row_and_keep_it_in_sight(keys: list[str], row: int) -> None:
    pages = list_of(shelf_of(300))
    async with on_stage(pages, size=(60, 10)) as (stage, pilot):
        await pages.set_total(300)
        pages.focus()
        await pilot.press(*keys)
        await pilot.pause()
        assert pages.current == f"page {row}"
        (marked,) = [line for line in stage.picture() if line.startswith("▌")]
        assert f"page {row} " in marked


async def test_moving_and_opening_are_told_with_the_item() -> None:
    pages = list_of(shelf_of(3))
    async with on_stage(pages) as (stage, pilot):
        await pages.set_total(3)
        pages.focus()
        await pilot.press("down", "enter")
        await pilot.pause()
        (opened,) = stage.all_heard(LongList.Opened)
    assert (opened.control, opened.item) == (pages, "page 1")
    assert moved(stage) == ["page 0", "page 1"]


async def test_an_empty_list_says_what_will_be_there() -> None:
    pages = list_of(shelf_of(0))
    async with on_stage(pages, size=(40, 6)) as (stage, pilot):
        await pages.set_total(0)
        pages.focus()
        await pilot.press("down", "enter", "end")
        assert " ".join(row.strip() for row in stage.picture()).strip() == EMPTY
        assert pages.current is None
        assert stage.all_heard(LongList.Opened) == []
        assert moved(stage) == [None]


async def test_rows_on_their_way_are_dots_and_then_words() -> None:
    shelf = shelf_of(5)
    pages = list_of(shelf)
    async with on_stage(pages) as (stage, pilot):
        shelf.may_answer.clear()
        waiting = asyncio.create_task(pages.set_total(5))
        await pilot.pause()
        assert [row.strip(" ▏") for row in stage.picture()[:6]] == ["…"] * 5 + [""]
        assert pages.current is None
        shelf.may_answer.set()
        await waiting
        await pilot.pause()
        assert stage.picture()[4].strip() == "page 4  a day in March"


async def test_rows_in_sight_stay_until_the_new_ones_are_there() -> None:
    shelf = shelf_of(3)
    pages = list_of(shelf)
    async with on_stage(pages) as (stage, pilot):
        await pages.set_total(3)
        shelf.items[0] = "another word"
        shelf.may_answer.clear()
        pages.refresh_rows()
        await pilot.pause()
        assert "page 0" in stage.picture()[0]
        assert pages.current is None
        shelf.may_answer.set()
        await stage.workers.wait_for_complete()
        await pilot.pause()
        assert "another word" in stage.picture()[0]
        assert pages.current == "another word"


async def test_what_was_asked_before_a_change_is_not_shown_after_it() -> None:
    shelf = shelf_of(3)
    pages = list_of(shelf)
    async with on_stage(pages) as (_, pilot):
        shelf.may_answer.clear()
        old = asyncio.create_task(pages.set_total(3))
        await pilot.pause()
        before, shelf.items = shelf.items, ["new"]
        new = asyncio.create_task(pages.set_total(1))
        await pilot.pause()
        shelf.may_answer.set()
        await asyncio.gather(old, new)
        assert before[0] == "page 0"
        assert pages.current == "new"


async def test_a_shorter_list_moves_the_current_row_into_it() -> None:
    shelf = shelf_of(300)
    pages = list_of(shelf)
    async with on_stage(pages) as (_, pilot):
        await pages.set_total(300)
        pages.focus()
        await pilot.press("end")
        shelf.items = shelf.items[:10]
        await pages.set_total(10)
        assert pages.current == "page 9"


async def test_only_a_few_pages_stay_in_memory_and_the_ones_in_sight_are_among_them() -> None:
    shelf = shelf_of(5_000)
    pages = list_of(shelf)
    async with on_stage(pages, size=(60, 10)) as (stage, pilot):
        await pages.set_total(5_000)
        for row in [*range(50, 2_500, PAGE_ROWS), 1_505, 1_495]:
            pages.row = row
            await stage.workers.wait_for_complete()
            await pilot.pause()
        assert len(pages._pages) == KEPT_PAGES
        assert not any("…" in line for line in stage.picture())


async def test_a_page_that_cannot_be_fetched_is_told_and_asked_for_again_later() -> None:
    shelf = shelf_of(300)
    pages = list_of(shelf)
    async with on_stage(pages, size=(60, 10)) as (stage, pilot):
        await pages.set_total(300)
        pages.focus()
        shelf.is_busy = True
        await pilot.press("end")
        await pilot.pause()
        problems = [message.problem for message in stage.all_heard(LongList.NotFetched)]
        assert problems
        assert all(isinstance(problem, Busy) for problem in problems)
        shelf.is_busy = False
        await pilot.press("up")
        await pilot.pause()
        assert pages.current == "page 298"


async def test_who_sets_the_total_hears_the_refusal() -> None:
    shelf = shelf_of(3)
    shelf.is_busy = True
    pages = list_of(shelf)
    async with on_stage(pages):
        with pytest.raises(Busy):
            await pages.set_total(3)


async def test_a_click_goes_to_a_row_and_a_second_one_opens_it() -> None:
    pages = list_of(shelf_of(5))
    async with on_stage(pages) as (stage, pilot):
        await pages.set_total(5)
        await pilot.click(pages, offset=(5, 3))
        assert pages.current == "page 3"
        assert stage.all_heard(LongList.Opened) == []
        await pilot.click(pages, offset=(5, 3), times=2)
        assert [message.item for message in stage.all_heard(LongList.Opened)] == ["page 3"]
        await pilot.click(pages, offset=(5, 9))
        assert pages.current == "page 3"


async def test_every_cell_of_the_list_has_a_ground_of_its_own() -> None:
    pages = list_of(shelf_of(2))
    async with on_stage(pages, size=(30, 5)) as (_, _):
        await pages.set_total(2)
        segments = [segment for y in range(5) for segment in pages.render_line(y)]
    assert all(segment.style is not None and segment.style.bgcolor is not None for segment in segments)


async def test_hostile_and_wide_words_stay_in_their_row() -> None:
    items = ["I felt [not] okay [/]", "\x1b[2J\nsecond line\ttab", "日本語" * 30, "🙂" * 40, "שלום " * 20]
    pages = list_of(Shelf(items))
    async with on_stage(pages, size=(41, 6)) as (stage, pilot):
        await pages.set_total(5)
        await pilot.pause()
        rows = stage.picture()
    assert "I felt [not] okay [/]" in rows[0]
    assert "[2J second line    tab" in rows[1]
    assert all(cell_len(row) <= 41 for row in rows)
    assert all(row.endswith(("…", "…\u2069")) for row in rows[2:5])


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (3, 2)])
async def test_on_the_smallest_screen_nothing_breaks(size: tuple[int, int]) -> None:
    pages = list_of(shelf_of(200))
    async with on_stage(pages, size=size) as (_, pilot):
        await pages.set_total(200)
        pages.focus()
        await pilot.press("end", "home", "pagedown")
        assert pages.current is not None


hard_words = st.text(
    st.one_of(st.characters(), st.sampled_from("日🙂\u200d\ufe0f\u0301\x1b\n\t ❤👩🏽‍🚀שa")), max_size=20
)


@given(st.lists(st.tuples(hard_words, st.just("")), max_size=4), st.integers(0, 30))
def test_a_cut_row_fits_and_no_control_is_left(pieces: list[Piece], width: int) -> None:
    words = "".join(shown for shown, _ in cut_to(pieces, width))
    assert sum(cell_len(shown) for shown, _ in cut_to(pieces, width)) <= width
    assert not any(ord(character) < 0x20 for character in words)


def test_what_is_left_out_is_said_with_dots() -> None:
    assert cut_to([("abcdef", "")], 4) == [("abc…", "")]
    assert cut_to([("abcd", ""), ("ef", "bold")], 4) == [("abc…", "")]
    assert cut_to([("ab", ""), ("cd", "bold")], 4) == [("ab", ""), ("cd", "bold")]
    assert cut_to([("日本語", "")], 4) == [("日 …", "")]

"""Writing a page: what is told and when, and what a very large paste does."""

import asyncio
from time import perf_counter

import pytest
from textual import events
from textual.widgets import Input

from tests.widgets.stage import Stage, on_stage
from tui.widgets.draft_rhythm import DraftRhythm
from tui.widgets.page_editor import LARGEST_PAGE, LONGEST_LINE, PageEditor, can_be_edited


def quick() -> DraftRhythm:
    return DraftRhythm(rest_s=0.01, longest_s=0.05)


def never() -> DraftRhythm:
    return DraftRhythm(rest_s=1e6, longest_s=1e6)


def told(stage: Stage) -> list[str]:
    return [message.text for message in stage.all_heard(PageEditor.Rested)]


async def test_a_rest_is_told_with_all_the_words() -> None:
    class Reader(Stage):
        def on_page_editor_rested(self, message: PageEditor.Rested) -> None:
            if message.text == "calm":
                has_all.set()

    has_all = asyncio.Event()
    editor = PageEditor(rhythm=quick())
    stage = Reader(editor)
    async with stage.run_test(message_hook=stage.hear) as pilot:
        editor.focus()
        await pilot.press("c", "a", "l", "m")
        async with asyncio.timeout(10):
            await has_all.wait()
        assert stage.all_heard(PageEditor.Rested)[-1].control is editor


async def test_leaving_the_field_is_told_at_once() -> None:
    editor, other = PageEditor(rhythm=never()), Input()
    async with on_stage(editor, other) as (stage, pilot):
        editor.focus()
        await pilot.press("a", "tab")
        await pilot.pause()
        assert other.has_focus
        assert told(stage) == ["a"]


async def test_resting_now_is_told_once() -> None:
    editor = PageEditor(rhythm=never())
    async with on_stage(editor) as (stage, pilot):
        editor.focus()
        await pilot.press("a")
        editor.rest_now()
        editor.rest_now()
        await pilot.pause()
        assert told(stage) == ["a"]


async def test_words_that_were_loaded_are_not_told_back() -> None:
    editor = PageEditor(rhythm=never())
    async with on_stage(editor) as (stage, pilot):
        editor.load_text("from yesterday")
        await pilot.pause()
        editor.rest_now()
        await pilot.pause()
        assert told(stage) == []


async def test_tab_moves_on_and_is_not_written() -> None:
    editor, other = PageEditor(), Input()
    async with on_stage(editor, other) as (_, pilot):
        editor.focus()
        await pilot.press("tab")
        assert other.has_focus
        assert editor.text == ""


async def test_words_are_shown_as_they_are_and_wrapped() -> None:
    editor = PageEditor()
    async with on_stage(editor, size=(20, 6)) as (stage, pilot):
        editor.load_text("I felt [not] okay, [b]really[/] not\x1b[2J")
        await pilot.pause()
        shown = [row.strip(" ▏") for row in stage.picture()]
    assert shown[:4] == ["I felt [not]", "okay,", "[b]really[/]", "not[2J"]


async def test_the_placeholder_is_not_markup() -> None:
    async with on_stage(PageEditor(placeholder="A word, [or] nothing.")) as (stage, _):
        assert "A word, [or] nothing." in stage.picture()[0]


async def test_a_megabyte_in_ordinary_lines_goes_in() -> None:
    editor = PageEditor(rhythm=never())
    page = "a line of words here\n" * 45_000
    async with on_stage(editor) as (_, pilot):
        editor.focus()
        began = perf_counter()
        editor.post_message(events.Paste(page))
        await pilot.pause()
        assert editor.text == page
        assert perf_counter() - began < 10


@pytest.mark.parametrize("paste", ["x" * (LONGEST_LINE + 1), "日本語" * 333_000, "short\n" * (LARGEST_PAGE // 6 + 1)])
async def test_what_would_make_every_key_slow_stays_out_and_is_handed_back_whole(paste: str) -> None:
    editor = PageEditor()
    async with on_stage(editor) as (stage, pilot):
        editor.focus()
        await pilot.press("a")
        editor.post_message(events.Paste(paste))
        await pilot.pause()
        (message,) = stage.all_heard(PageEditor.NotPasted)
    assert message.text == paste
    assert editor.text == "a"


async def test_pasting_inside_cairn_follows_the_same_rule() -> None:
    editor = PageEditor()
    async with on_stage(editor) as (stage, pilot):
        editor.focus()
        stage.copy_to_clipboard("calm")
        await pilot.press("ctrl+v")
        stage.copy_to_clipboard("x" * (LONGEST_LINE + 1))
        await pilot.press("ctrl+v")
        assert editor.text == "calm"
        assert len(stage.all_heard(PageEditor.NotPasted)) == 1


def test_a_long_page_can_be_edited_unless_one_of_its_lines_is_too_long() -> None:
    assert can_be_edited("a line\n" * 100_000)
    assert not can_be_edited("a " * LONGEST_LINE)

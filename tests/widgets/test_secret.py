"""A passphrase never reaches a clipboard, the screen, or the next person's eyes."""

import pytest
from textual import events
from textual.selection import SELECT_ALL

from tests.widgets.stage import on_stage
from tui.widgets.secret import Secret

PASSPHRASE = "correct horse battery"


@pytest.mark.parametrize("key", ["ctrl+c", "super+c", "ctrl+x", "super+x", "ctrl+insert", "shift+delete"])
async def test_copy_and_cut_do_nothing(key: str) -> None:
    secret = Secret()
    async with on_stage(secret) as (stage, pilot):
        secret.focus()
        secret.value = PASSPHRASE
        secret.select_all()
        await pilot.press(key)
        assert stage.clipboard == ""
        assert secret.value in (PASSPHRASE, "")


async def test_cut_takes_nothing_away() -> None:
    secret = Secret()
    async with on_stage(secret) as (_, pilot):
        secret.focus()
        secret.value = PASSPHRASE
        secret.select_all()
        await pilot.press("ctrl+x")
        assert secret.value == PASSPHRASE


async def test_marking_with_the_mouse_or_everything_gives_no_text() -> None:
    secret = Secret()
    async with on_stage(secret) as (stage, pilot):
        secret.value = PASSPHRASE
        secret.select_all()
        await pilot.pause()
        assert secret.selected_text == ""
        assert secret.get_selection(SELECT_ALL) is None
        stage.screen.text_select_all()
        assert PASSPHRASE not in (stage.screen.get_selected_text() or "")


async def test_it_is_never_on_the_screen() -> None:
    secret = Secret()
    async with on_stage(secret) as (stage, pilot):
        secret.focus()
        await pilot.press(*"horse")
        assert "•••••" in "".join(stage.picture())
        assert not set("horse") & set("".join(stage.picture()))


async def test_taking_it_empties_the_field() -> None:
    secret = Secret()
    async with on_stage(secret) as (_, pilot):
        secret.focus()
        await pilot.press(*"horse")
        assert secret.take() == "horse"
        assert secret.value == ""
        assert secret.take() == ""


@pytest.mark.parametrize(
    ("pasted", "taken"),
    [
        ("horse battery", "horse battery"),
        ("horse battery\n", "horse battery"),
        (" one two \r\n\r\n three four\n", "one two three four"),
    ],
)
async def test_a_paste_of_several_lines_loses_no_word(pasted: str, taken: str) -> None:
    secret = Secret()
    async with on_stage(secret) as (_, pilot):
        secret.focus()
        secret.post_message(events.Paste(pasted))
        await pilot.pause()
        assert secret.take() == taken

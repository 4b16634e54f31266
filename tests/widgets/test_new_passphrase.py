"""A passphrase asked for twice: every letter goes into the field that was meant, however fast it came."""

import pytest
from textual import events
from textual.widgets import Static

from tests.widgets.stage import Stage, on_stage
from tui.widgets.first_steps import NewPassphrase
from tui.widgets.secret import Secret
from tui.wording import screen as words


def type_at_once(stage: Stage, typed: str) -> None:
    """Every key before the first of them is looked at, as a fast hand or a password manager does."""
    for letter in typed:
        is_enter = letter == "\n"
        stage.post_message(events.Key("enter" if is_enter else letter, "\r" if is_enter else letter))


def said(stage: Stage) -> str:
    return str(stage.query_one("#said", Static).content)


@pytest.mark.parametrize(
    ("typed", "chosen", "sentence"),
    [
        ("abcdef\nabcdef\n", ["abcdef"], words.MAKING),
        ("abcdef\nabcdeg\n", [], words.NOT_THE_SAME),
        ("abcdef\nabcdeg\nabcdef\n", ["abcdef"], words.MAKING),
        ("abc\n", [], ""),
    ],
)
async def test_keys_that_come_all_at_once_go_where_enter_led(typed: str, chosen: list[str], sentence: str) -> None:
    async with on_stage(NewPassphrase()) as (stage, pilot):
        await pilot.pause()
        type_at_once(stage, typed)
        for _ in typed:
            await pilot.pause()
        assert [message.passphrase for message in stage.all_heard(NewPassphrase.Chosen)] == chosen
        assert said(stage) == sentence
        assert stage.query_one("#first", Secret).value == ("" if chosen else typed.partition("\n")[0])


async def test_enter_in_an_empty_field_says_so_and_stays_there() -> None:
    async with on_stage(NewPassphrase()) as (stage, pilot):
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert said(stage) == words.NO_PASSPHRASE
        assert stage.query_one("#first").has_focus

"""Where nothing is yet, one sentence says what will be there, and names the one key that begins it."""

import pytest

from journal.paths import Home
from tests.conftest import FixedClock
from tests.screens.stage import opened, picture, until, until_shown
from tui.screens.hearing import Hearing

EMPTY = {
    "journal": (("2",), "Your check-ins and pages will be here, newest first. Ctrl+N writes a page."),
    "goals": (("3",), "What you would like to move towards will be here. n names a goal."),
    "partners": (("4",), "People you meet with will be here, by name alone. n adds a name."),
    "my week": (("4",), "What comes round in your week will be here. w adds something."),
    "sessions": (("4",), "What you write before and after a session will be here. f starts one."),
    "things that help": (("6",), "What helps you will be here. n starts."),
    "my people": (("6", "right", "right"), "People you can turn to will be here. n starts."),
    "what I bring": (("6", "right", "right", "right"), "What you bring will be here. n starts."),
    "my story": (
        ("6", "right", "right", "right", "right"),
        "Your own story will be here, if you ever want to write it. n starts.",
    ),
}
"""The keys that lead there from Today, and the sentence."""


@pytest.mark.parametrize("size", [(80, 24), (40, 12)], ids=str)
@pytest.mark.parametrize("place", EMPTY)
async def test_an_empty_list_says_what_will_appear_and_its_one_key(
    place: str, size: tuple[int, int], home: Home, clock: FixedClock
) -> None:
    keys, sentence = EMPTY[place]
    async with opened(home, clock, size) as pilot:
        for key in keys:
            await pilot.press(key)
        await until(pilot, lambda: isinstance(pilot.app.screen, Hearing) and pilot.app.screen.WHERE != "today")
        await until(pilot, lambda: sentence in " ".join(picture(pilot.app.screen).replace("▌", " ").split()))


async def test_a_plan_shows_its_parts_blank_and_the_key_that_opens_one(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("6", "right")
        await until_shown(pilot, "(blank)")
        assert "Enter read or write" in picture(pilot.app.screen)


async def test_today_begins_with_the_check_in_itself_and_says_its_key(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await until_shown(pilot, "How is your mood today, so far?")
        assert "Tab answer" in picture(pilot.app.screen)

"""Where nothing is yet, one sentence says what will be there, and names the one key that begins it."""

from dataclasses import replace

import pytest

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.screens.stage import Actor, opened, picture, until, until_shown
from tui.chosen import put_keys
from tui.key_map import KeyMap, deed_named
from tui.screens.hearing import Hearing
from tui.widgets.keys_line import KeysLine

EMPTY = {
    "journal": (("2",), "Your check-ins and pages will be here, newest first. Ctrl+N writes a page."),
    "goals": (("3",), "What you would like to move towards will be here. N names a goal."),
    "partners": (("4",), "People you meet with will be here, by name alone. N adds a name."),
    "my week": (("4",), "What comes round in your week will be here. W adds something."),
    "sessions": (("4",), "What you write before and after a session will be here. F starts one."),
    "things that help": (("6",), "What helps you will be here. N starts."),
    "my people": (("6", "right", "right"), "People you can turn to will be here. N starts."),
    "what I bring": (("6", "right", "right", "right"), "What you bring will be here. N starts."),
    "my story": (
        ("6", "right", "right", "right", "right"),
        "Your own story will be here, if you ever want to write it. N starts.",
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


STARTS = {"write": "2", "new-goal": "3", "add-partner": "4", "add-to-week": "4", "before-session": "4",
          "check-in": "5", "new-thing": "6"}  # fmt: skip
"""Deeds that an empty section names, and the section."""


@pytest.mark.parametrize("deed_id", STARTS)
async def test_the_sentence_names_the_key_that_a_person_has_chosen_from_the_moment_it_is_chosen(
    deed_id: str, home: Home, clock: FixedClock, journal: OpenJournal
) -> None:
    deed = deed_named(deed_id)
    async with opened(home, clock) as pilot:
        await pilot.press(STARTS[deed_id])
        before = KeyMap().keyed(f"{{{deed_id.replace('-', '_')}}}")
        await until(pilot, lambda: f". {before} " in _in_one_line(pilot))
        put_keys(journal, KeyMap().with_keys(deed, ("f12",)))
        await until(pilot, lambda: ". F12 " in _in_one_line(pilot) and f". {before} " not in _in_one_line(pilot))


def _in_one_line(pilot: Actor) -> str:
    return " ".join(picture(pilot.app.screen).replace("▌", " ").split())


@pytest.mark.parametrize(("section", "needs_a_row"), [("2", "open"), ("3", "open"), ("3", "delete"), ("6", "open")])
async def test_an_empty_list_offers_no_key_that_needs_a_row(
    section: str, needs_a_row: str, home: Home, clock: FixedClock
) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press(section)
        await until(pilot, lambda: "will be here" in picture(pilot.app.screen))
        assert needs_a_row not in str(pilot.app.screen.query_one(KeysLine).render())


NARROW = {
    "1": ("Ctrl+S save",),
    "2": ("Ctrl+N write", "/ search"),
    "3": ("N new", "Enter open", "F1 help"),
    "4": ("F before", "A after", "F1 help"),
    "5": ("V view", "T table", "F1 help"),
    "6": ("N add", "Enter open", "F1 help"),
}
"""What is needed most in each section."""


@pytest.mark.parametrize("section", NARROW)
async def test_at_forty_columns_the_keys_that_are_needed_most_are_still_there(
    section: str, home: Home, clock: FixedClock, journal: OpenJournal
) -> None:
    journal.add_goal("Sleep with the phone in the kitchen")
    journal.add_thing("tool", {"name": "A walk"})
    journal.record_check_in(replace(journal.blank_check_in(), mood=5))
    async with opened(home, clock, (40, 12)) as pilot:
        await pilot.press(section)
        wanted = (*NARROW[section], "F2 support")
        await until(pilot, lambda: all(key in picture(pilot.app.screen).splitlines()[-1] for key in wanted))


async def test_a_plan_shows_its_parts_blank_and_the_key_that_opens_one(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await pilot.press("6", "right")
        await until_shown(pilot, "(blank)")
        assert "Enter read or write" in picture(pilot.app.screen)


async def test_today_begins_with_the_check_in_itself_and_says_its_key(home: Home, clock: FixedClock) -> None:
    async with opened(home, clock) as pilot:
        await until_shown(pilot, "How is your mood today, so far?")
        assert "Tab answer" in picture(pilot.app.screen)

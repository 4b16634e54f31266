"""Text pictures of the sections as a person sees them. They come last: what the screens do is tested beside this."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from syrupy.assertion import SnapshotAssertion

from journal.domain.check_in import ToolUse
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import WORDS_CONFIRMED, open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from tests.conftest import PASSPHRASE, FixedClock
from tests.screens.look_back_stage import noted
from tests.screens.pictures_stage import in_every_size, opened_without_chance, picture_after
from tests.screens.stage import opened, rest, until_shown

SECTIONS = {
    "today": ((), "Hello."),
    "journal": (("2",), "Rain, and"),
    "goals": (("3",), "Get out most days"),
    "peers": (("4",), "Sam"),
    "toolbox": (("6",), "a long walk"),
    "a hard day": (("d",), "People who listen"),
    "support now": (("f2",), "2 Shout"),
    "support now, one line": (("f2", "2"), "Text SHOUT"),
    "support now, my own people and plan": (("f2", "4"), "Priya, then Sam"),
    "support now, worried about someone else": (("f2", "5"), "Ask them how they are"),
    "support now, advice": (("f2", "6"), "Hub of Hope"),
    "support now, every line": (("f2", "m"), "Samaritans"),
    "my support lines": (("f2", "e"), "Shout: text SHOUT"),
    "settings": (("f9",), "0 to 10"),
    "keys of every deed": (("f9", *["down"] * 9, "enter"), "Support now"),
    "help": (("3", "f1"), "On this screen"),
}
"""Keys that lead to it from Today, and words by which it is known to have come."""

LOOKING_BACK = {
    "a picture": ((), "each day you noted"),
    "a day that is read": (("left", "left", "left"), "no note."),
    "a table": (("t",), "Sat 28 Mar 2026"),
    "middles": (("m",), "middles of seven days"),
    "eight weeks": (("w",), "the last eight weeks"),
    "goes together": (("comma", "comma", "comma"), "On the 10 days"),
    "a question": (("comma", "comma"), "go well this week"),
    "a year": (("comma", "end"), "Saturday 28 March 2026"),
}
"""Keys on Look back, and words by which it is known to have come."""


@pytest.fixture
def lived_in(home: Home, clock: FixedClock) -> Home:
    """A journal with one of everything, made through the same deeds that a person uses."""
    write_preferences(home, Preferences(country="GB"))
    journal = open_journal(home, PASSPHRASE, clock)
    clock.set(datetime(2026, 3, 12, 18, 0, tzinfo=UTC))
    _named(journal)
    _goals(journal)
    clock.set(datetime(2026, 3, 13, 20, 15, tzinfo=UTC))
    _met(journal)
    walk = journal.add_thing("tool", {"name": "a long walk"}).id
    evening = replace(
        journal.blank_check_in(), mood=4, hope=6, feelings=("tired", "calm"), tools_used=(ToolUse(walk, "a_lot"),)
    )
    journal.record_check_in(evening)
    page = journal.write_page(replace(journal.blank_page(), body="Rain, and a walk by the canal."))
    journal.keep(page.id)
    journal.choose(WORDS_CONFIRMED, "yes")
    journal.close()
    clock.set(datetime(2026, 3, 14, 9, 30, tzinfo=UTC))
    return home


def _named(journal: OpenJournal) -> None:
    journal.add_thing("tool", {"name": "a long walk", "learnt_from": "peer", "how_to": "to the lock and back"})
    journal.add_thing("tool", {"name": "the radio, low"})
    journal.add_thing("strength", {"text": "I listen well"})
    journal.add_thing("person", {"alias": "Priya", "good_for": ["talk", "laugh"], "asked_ok": "yes"})
    journal.add_thing("week", {"label": "the Thursday group", "weekday": "thursday", "part_of_day": "evening"})
    journal.write_plan("getting_through", "people_i_can_ask", "Priya, then Sam")


def _goals(journal: OpenJournal) -> None:
    outside = journal.add_goal("Get out most days", values={"why_it_matters": "Daylight, and faces I know."})
    journal.set_step(journal.add_step(outside.id, "shoes by the door").id, "done")
    journal.add_step(outside.id, "ask Priya along on Tuesday")
    journal.set_goal_status(journal.add_goal("Learn three songs on the piano").id, "idea")
    journal.set_goal_status(journal.add_goal("Find out about a peer group near me").id, "reached")
    journal.bring(outside.id)


def _met(journal: OpenJournal) -> None:
    journal.add_thing("partner", {"partner_alias": "Sam"})
    journal.reflect_on_session({"gave": "time", "stayed": "We both laughed about the bus"}, partner="Sam")
    journal.bring(journal.goals()[0].id)


@in_every_size
@pytest.mark.parametrize("section", SECTIONS)
async def test_a_section_looks_as_it_did(
    section: str, size: tuple[int, int], lived_in: Home, clock: FixedClock, snapshot: SnapshotAssertion
) -> None:
    keys, words = SECTIONS[section]
    async with opened_without_chance(lived_in, clock, size) as pilot:
        await pilot.press(*keys)
        await until_shown(pilot, words)
        assert await rest(pilot) == snapshot


@in_every_size
@pytest.mark.parametrize("view", LOOKING_BACK)
async def test_a_view_of_look_back_looks_as_it_did(
    view: str, size: tuple[int, int], home: Home, clock: FixedClock, snapshot: SnapshotAssertion
) -> None:
    noted(home, clock)
    keys, words = LOOKING_BACK[view]
    async with opened(home, clock, size) as pilot:
        await pilot.press("5")
        await until_shown(pilot, "own notes, counted")
        assert await picture_after(pilot, keys, words) == snapshot


@in_every_size
async def test_look_back_before_the_first_note_looks_as_it_did(
    size: tuple[int, int], home: Home, clock: FixedClock, snapshot: SnapshotAssertion
) -> None:
    async with opened(home, clock, size) as pilot:
        await pilot.press("5")
        await until_shown(pilot, "Ctrl+T")
        assert await rest(pilot) == snapshot

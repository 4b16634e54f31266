"""Settings in plain lines: said in words, changed one after the other, and left as they are by whoever goes back."""

import pytest

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.preferences import read_preferences
from tests.conftest import FixedClock
from tests.plain.stage import Stage, visit
from tui.chosen import read_chosen
from tui.plain.begin import greet
from tui.plain.settings import OFFERED
from tui.plain.visit import Visit
from tui.wording import settings as words
from tui.wording import settings_keys as key_words


@pytest.mark.parametrize(
    ("typed", "name", "value"),
    [
        (("name", "Sam"), "name", "Sam"),
        (("what to notice", "1, energy"), "dimensions", "mood,energy"),
        (("what to notice", "nothing"), "dimensions", ""),
        (("how you answer", "five words"), "scale", "words5_v1"),
        (("easy mode",), "easy", "on"),
        (("themes put away", "hope"), "hidden-themes", "hope"),
        (("look", "dawn"), "look", "dawn"),
        (("quiet screen",), "quiet", "on"),
        (("plain lines",), "plain", "on"),
        (("keys", "write=f12"), "keys", {"write": ["f12"]}),
        (("locks by itself", "10"), "lock-after", 10),
        (("country", "ie"), "country", "IE"),
        (("first day of the week", "sunday"), "first-day", "sunday"),
    ],
)
def test_each_of_them_is_chosen(
    journal: OpenJournal, home: Home, clock: FixedClock, typed: tuple[str, ...], name: str, value: object
) -> None:
    visit(journal, home, clock, "settings", *typed, "back")
    assert read_chosen(journal, home).value(name) == value


@pytest.mark.parametrize("typed", ["easy mode", "quiet screen", "plain lines"])
def test_what_is_on_is_turned_off_by_its_name_again(
    journal: OpenJournal, home: Home, clock: FixedClock, typed: str
) -> None:
    before = read_chosen(journal, home)
    visit(journal, home, clock, "settings", typed, "back")
    assert read_chosen(journal, home) != before
    visit(journal, home, clock, "settings", typed, "back")
    assert read_chosen(journal, home) == before


def test_all_of_them_are_said_with_numbers(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    stage = visit(journal, home, clock, "settings", "back")
    for number, name in enumerate(OFFERED, 1):
        assert f"{number} {words.CALLED[name]}: {read_chosen(journal, home).in_words(name)}" in stage.said


def test_what_came_of_it_is_said_in_a_sentence(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    stage = visit(journal, home, clock, "settings", "look", "contrast", "back")
    assert words.chosen("look", words.LOOKS["contrast"]) in stage.said


def test_a_name_is_taken_away_with_a_word(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    journal.make_choice("name", "Sam")
    visit(journal, home, clock, "settings", "name", "clear", "back")
    assert journal.choices().name == ""


def test_questions_that_were_put_away_all_come_back(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    journal.make_choice("hidden-prompts", "h1,h2")
    visit(journal, home, clock, "settings", "questions put away", "back")
    assert journal.choices().hidden_prompts == ()


@pytest.mark.parametrize("leaves", ["", "back", "skip"])
def test_whoever_goes_back_leaves_it_as_it_was(
    journal: OpenJournal, home: Home, clock: FixedClock, leaves: str
) -> None:
    visit(journal, home, clock, "settings", "how you answer", leaves, "back")
    assert journal.choices().scale == "n11_v1"
    assert read_preferences(home).look is None


def test_keys_that_cannot_be_are_refused_in_a_sentence(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    stage = visit(journal, home, clock, "settings", "keys", "write=f8", "back")
    assert key_words.taken("F8", "Keys and copies", "Everywhere") in stage.said
    assert journal.setting("keys") is None


def test_what_cannot_be_read_is_said_in_the_list_and_at_the_beginning(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    journal.choose("scale", "stars")
    home.before_unlock.write_text("not a file of ours")
    said = words.not_read(["scale", "country", "region", "look", "plain", "quiet"])
    assert said in visit(journal, home, clock, "settings", "back").said
    stage = Stage(home, clock)
    greet(Visit(stage.door, journal))
    assert said in stage.said

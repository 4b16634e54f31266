"""`cairn settings`: what can be chosen by name, and how it is refused."""

import pytest

from journal.use_cases.open_journal import OpenJournal
from tests.commands.answers import answer, refused
from tests.commands.conftest import Here
from tui.wording import locking as words


def test_without_a_name_all_are_listed_with_what_holds_now(here: Here) -> None:
    assert answer(here("settings", "--json")) == {"settings": [{"key": "lock-after", "value": 5}]}
    assert here("settings").stdout == "lock-after: 5 minutes\n"


@pytest.mark.parametrize("minutes", [1, 7, 30])
def test_a_value_is_chosen_and_said_from_then_on(here: Here, journal: OpenJournal, minutes: int) -> None:
    assert answer(here("settings", "lock-after", str(minutes), "--json")) == {"key": "lock-after", "value": minutes}
    assert journal.lock_after_minutes() == minutes
    assert answer(here("settings", "lock-after", "--json"))["value"] == minutes


def test_what_was_chosen_is_said_in_a_sentence(here: Here) -> None:
    assert here("settings", "lock-after", "1").stdout == f"{words.locks_after(1)}\n"


@pytest.mark.parametrize("value", ["0", "31", "-5", "five", "5.5", "", "9999", "\N{ARABIC-INDIC DIGIT FIVE}"])
def test_a_value_out_of_range_is_exit_2_and_nothing_changes(here: Here, journal: OpenJournal, value: str) -> None:
    told = refused(here("settings", "lock-after", value, "--json"), 2)
    assert told["message"] == words.NOT_MINUTES
    assert journal.lock_after_minutes() == 5


def test_a_name_that_is_not_known_is_exit_2_with_those_that_are(here: Here) -> None:
    told = refused(here("settings", "look", "--json"), 2)
    assert told["message"] == words.unknown_setting(["lock-after"])

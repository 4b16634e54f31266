"""Support in plain lines: at every question, by topic, with a person's own once the journal is open."""

from pathlib import Path

import pytest

from journal.data import support_file_bytes
from journal.domain.support_own import SUPPORT_LINES
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.preferences import Preferences, write_preferences
from journal.use_cases.support_lines import lines_at
from tests.conftest import FixedClock
from tests.plain.stage import Stage, Whispered, visit
from tui.plain.long_words import ask_long
from tui.plain.start import hold
from tui.plain.support import support_lines
from tui.wording import hard_day, plain_support, support
from tui.wording import plain as words
from tui.wording import support_import as importing
from tui.wording import support_own as own


@pytest.fixture
def in_wales(home: Home) -> Home:
    write_preferences(home, Preferences(country="GB", region="Wales"))
    return home


def test_before_unlock_the_first_lines_come_at_once_and_say_what_comes_later(in_wales: Home) -> None:
    said = support_lines(in_wales, "")
    assert said[:3] == [
        "Support now.",
        "If your life or someone else's is in danger, call 999 now. You can also go to A&E.",
        support.LISTENING,
    ]
    assert said[3:6] == [
        "1 Samaritans: call 116 123, free, any time",
        "2 Shout: text SHOUT to 85258, free, any time",
        "3 NHS 111, option 2 (Wales): call 111, then option 2, any time",
    ]
    assert {support.NOBODY_WATCHES, support.UNCHECKED, support.OWN_AFTER_UNLOCK} <= set(said)
    assert said[-1] == "These lines are for GB, Wales."


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("! more", "CALM helpline: call 0800 58 58 58, 5pm to midnight"),
        ("! worried", support.WORRIED_LINES[0]),
        ("! ADVICE", "Hub of Hope: hubofhope.co.uk (not a crisis line)"),
        ("!  mine", hard_day.NO_PEOPLE),
    ],
)
def test_each_topic_is_typed_at_any_question_and_the_question_comes_again(
    journal: OpenJournal, in_wales: Home, clock: FixedClock, typed: str, said: str
) -> None:
    heard = visit(journal, in_wales, clock, "new goal", typed, "Rest")
    assert said in heard.text
    assert [goal.title for goal in journal.goals()] == ["Rest"]


def test_in_the_middle_of_a_page_a_topic_is_said_and_nothing_of_the_page_is_lost(
    in_wales: Home, clock: FixedClock
) -> None:
    stage = Stage(in_wales, clock, "Rain.", "! worried", "And a walk.", ".")
    assert ask_long(stage.talk, "Write.") == "Rain.\nAnd a walk."
    assert support.WORRIED_LINES[0] in stage.said


def test_in_front_of_the_door_my_own_people_wait_for_the_passphrase(in_wales: Home, clock: FixedClock) -> None:
    stage = Stage(in_wales, clock, "! mine", "quit", secrets=Whispered())
    hold(stage.door, output_is_terminal=False)
    assert plain_support.MINE_AFTER_UNLOCK in stage.said


def test_with_the_journal_open_own_people_plan_and_lines_are_said(
    journal: OpenJournal, in_wales: Home, clock: FixedClock
) -> None:
    journal.add_thing("person", {"alias": "Priya", "contact": "the blue number"})
    journal.write_plan("getting_through", "people_i_can_ask", "Priya, then Sam")
    journal.write_support_line("Sam\nring the shed")
    heard = visit(journal, in_wales, clock, "! mine", "!")
    assert "Priya: the blue number" in heard.said
    assert "People I can ask: Priya, then Sam" in heard.said
    assert "1 Sam: ring the shed" in heard.said
    assert support.OWN_AFTER_UNLOCK not in heard.said


def test_a_line_of_ones_own_is_added_changed_hidden_moved_and_erased(
    journal: OpenJournal, in_wales: Home, clock: FixedClock
) -> None:
    heard = visit(journal, in_wales, clock, "my support lines", "new", "Sam", "ring the shed", ".", "")
    assert own.ADDED in heard.said
    assert "1 [yours] Sam: ring the shed" in heard.said

    visit(journal, in_wales, clock, "my support lines", "1", "1", "Sam", "knock", ".", "")
    assert [line.reach for line in journal.arrangement().own] == ["knock"]

    visit(journal, in_wales, clock, "my support lines", "2", "1", "")
    assert journal.arrangement().hidden == ("gb-samaritans",)
    heard = visit(journal, in_wales, clock, "my support lines", "2", "1", "", "!")
    assert journal.arrangement().hidden == ()
    assert "2 Samaritans: call 116 123, free, any time" in heard.said

    visit(journal, in_wales, clock, "my support lines", "2", "2", "1", "")
    assert journal.arrangement().order[0] == "gb-samaritans"

    heard = visit(journal, in_wales, clock, "my support lines", "2", "4", "2", "2", "4", "1", "")
    assert own.ERASED in heard.said
    assert journal.arrangement().own == ()


def test_a_line_that_is_not_whole_yet_is_kept_and_found_again(
    journal: OpenJournal, in_wales: Home, clock: FixedClock
) -> None:
    heard = visit(journal, in_wales, clock, "my support lines", "new", "Sam", ".", "new", "ring the shed", ".", "")
    assert "A line of your own takes a name" in heard.text
    assert [(line.name, line.reach) for line in journal.arrangement().own] == [("Sam", "ring the shed")]
    assert journal.drafts() == []


def test_an_order_that_cannot_be_read_is_told(journal: OpenJournal, in_wales: Home, clock: FixedClock) -> None:
    journal.choose(SUPPORT_LINES, "{")
    heard = visit(journal, in_wales, clock, "my support lines", "", "!")
    assert own.UNREADABLE in heard.said
    assert "1 Samaritans: call 116 123, free, any time" in heard.said


def test_a_file_of_lines_is_refused_by_its_line_then_taken_and_given_back(
    journal: OpenJournal, in_wales: Home, clock: FixedClock, tmp_path: Path
) -> None:
    broken, whole = tmp_path / "broken.json", tmp_path / "whole.json"
    broken.write_bytes(support_file_bytes().replace(b'"116123"', b'"+116123"', 1))
    whole.write_bytes(support_file_bytes())
    heard = visit(journal, in_wales, clock, "support file", str(broken), "support file", str(whole))
    assert "Line 190: " in heard.text
    assert importing.BROUGHT in heard.said
    assert lines_at(in_wales).is_brought
    heard = visit(journal, in_wales, clock, "support file", "shipped")
    assert importing.SHIPPED in heard.said
    assert not lines_at(in_wales).is_brought


def test_a_country_that_was_never_said_is_asked_for_and_never_guessed(home: Home) -> None:
    said = support_lines(home, "")
    assert support.NO_COUNTRY in said
    assert said[-1] == words.CHOOSE_COUNTRY
    assert not any("999" in line for line in said)

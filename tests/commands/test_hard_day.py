"""`cairn hard-day`: lines first, then what the person put by for such a day."""

from dataclasses import replace

from journal.data import prompts
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.preferences import Preferences, write_preferences
from tests.commands.answers import answer
from tests.commands.conftest import Here
from tests.conftest import Cairn
from tui.wording import hard_day as words

KEYS = ["lines", "plan", "people", "helped", "kept", "kept_words", "prompt"]


def fill(journal: OpenJournal) -> None:
    journal.write_plan("getting_through", "people_i_can_ask", "ring the office")
    journal.add_thing("person", {"alias": "Priya", "good_for": ["talk"], "contact": "upstairs"})
    journal.mark_tool(journal.add_thing("tool", {"name": "a walk"}).id, "a_lot")
    page = journal.write_page(replace(journal.blank_page(), body="It passed before."))
    journal.keep(page.id)


def test_what_was_put_by_comes_after_the_lines_and_in_its_order(here: Here, journal: OpenJournal, home: Home) -> None:
    write_preferences(home, Preferences(country="GB"))
    fill(journal)
    document = answer(here("hard-day", "--json"))
    assert list(document) == KEYS
    assert document["lines"][0]["dial"][0] == "999"
    assert any(line["name"] == "Samaritans" for line in document["lines"])
    assert document["plan"]["sections"]["people_i_can_ask"] == "ring the office"
    assert [person["alias"] for person in document["people"]] == ["Priya"]
    assert [tool["name"] for tool in document["helped"]] == ["a walk"]
    assert [item["body"] for item in document["kept"]] == ["It passed before."]
    shown = here("hard-day").stdout
    order = ["999", "Samaritans", "ring the office", "Priya", "a walk", "It passed before.", words.ONE_QUESTION]
    assert [shown.index(part) for part in order] == sorted(shown.index(part) for part in order)


def test_with_nothing_put_by_every_part_says_what_can_be_there(cairn: Cairn) -> None:
    document = answer(cairn("hard-day", "--json"))
    assert list(document) == KEYS
    assert (document["people"], document["helped"], document["kept"]) == ([], [], [])
    shown = cairn("hard-day").stdout
    assert "112 in much of the world" in shown, "no country is guessed"
    for line in (words.NO_PLAN, words.NO_PEOPLE, words.NOTHING_HELPED, "cairn keep ID"):
        assert line in shown


def test_its_one_question_is_a_gentle_one(here: Here) -> None:
    gentle = {prompt.id for prompt in prompts() if prompt.phase == "hard_day" and prompt.intensity != "deep"}
    assert {answer(here("hard-day", "--json"))["prompt"]["id"] for _ in range(6)} <= gentle


def test_nothing_is_kept_of_its_having_been_asked(here: Here, journal: OpenJournal) -> None:
    before = journal.verify().rows
    here("hard-day")
    assert journal.verify().rows == before


def test_words_that_were_kept_are_there_whole_with_the_id_to_open_them(here: Here, journal: OpenJournal) -> None:
    page = journal.write_page(replace(journal.blank_page(), title="Then", body="long\n" * 200 + "end"))
    journal.keep(page.id)
    assert f"Then\n{page.body}  ({page.id[:8]})" in here("hard-day").stdout


def test_a_tool_says_how_and_a_person_what_they_are_good_for(here: Here, journal: OpenJournal) -> None:
    fill(journal)
    journal.change(journal.tools()[0].id, {"how_to": "by the canal"})
    shown = here("hard-day").stdout
    assert "Priya\na talk. upstairs\n" in shown
    assert "a walk\nby the canal\n" in shown


def test_its_lines_are_the_persons_own_first_and_without_those_out_of_sight(
    here: Here, journal: OpenJournal, home: Home
) -> None:
    write_preferences(home, Preferences(country="GB"))
    journal.write_support_line("Sam\nring the shed")
    journal.hide_support_line("gb-samaritans")
    names = [line["name"] for line in answer(here("hard-day", "--json"))["lines"]]
    assert names.index("Sam") < names.index("Shout")
    assert "Samaritans" not in names
    shown = here("hard-day").stdout
    assert shown.index("999") < shown.index("ring the shed")
    assert "Samaritans" not in shown

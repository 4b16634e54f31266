"""A check-in in plain lines as it was chosen: what is asked, how, for which day, and what helped."""

from journal.domain.check_in import CheckIn
from journal.domain.entry import answers_of
from journal.domain.scales import DIMENSIONS
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.plain.stage import Stage, visit
from tui.plain.begin import greet
from tui.plain.visit import Visit
from tui.wording import check_in as of_check_in
from tui.wording import plain as words
from tui.wording import today

BEGINS = "check in"


def only(journal: OpenJournal) -> CheckIn:
    (made,) = journal.items(Filter(kind="check-in"), 5)
    assert isinstance(made, CheckIn)
    return made


def helped(journal: OpenJournal) -> dict[str, str]:
    return {journal.tool(use.tool_id).name: use.helped for use in only(journal).tools_used}


def test_what_was_chosen_is_asked_in_the_order_of_a_check_in(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    journal.make_choice("dimensions", ",".join(reversed(DIMENSIONS)))
    heard = visit(journal, home, clock, BEGINS, "1", "2", "3", "4", "5", "", "", "")
    assert list(only(journal).answers().values()) == [1, 2, 3, 4, 5]
    asked = [line for line in heard.said if line.endswith("?") or "? 0 " in line]
    questions = [of_check_in.TODAY[name] for name in DIMENSIONS]
    assert [line for question in questions for line in asked if line.startswith(question)] == [
        line for line in asked if line.startswith(tuple(questions))
    ]


def test_a_check_in_for_a_past_day_is_worded_for_it(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    heard = visit(journal, home, clock, "check in for a day", "tomorrow", "2026-03-01", "6", "", "", "a bus a lot", "")
    made = only(journal)
    assert (made.moment.for_date, made.mood) == ("2026-03-01", 6)
    assert "Sunday 1 March 2026." in heard.said
    assert any(line.startswith(of_check_in.THAT_DAY["mood"]) for line in heard.said)
    assert any(line.startswith(of_check_in.HELPED_THAT_DAY) for line in heard.said)


def test_no_day_is_no_check_in(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    visit(journal, home, clock, "check in for a day", "")
    assert journal.items(Filter(), 5) == []


def test_a_draft_keeps_its_scale_and_its_questions_whatever_is_chosen_meanwhile(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    journal.make_choice("scale", "words5_v1")
    visit(journal, home, clock, BEGINS, "very good")
    assert [answers_of(draft) for draft in journal.drafts()] == [{"mood": 5, "scale_id": "words5_v1"}]
    journal.make_choice("easy", "on")
    journal.make_choice("dimensions", "hope")
    heard = visit(journal, home, clock, BEGINS, "", "quite", "", "", "")
    made = only(journal)
    assert (made.scale_id, made.mood, made.hope) == ("words5_v1", 5, 4)
    assert "mood: very good" in heard.said
    visit(journal, home, clock, BEGINS, "3", "", "", "")
    assert {one.scale_id for one in journal.items(Filter(), 5) if isinstance(one, CheckIn)} == {
        "words5_v1",
        "easy3_v1",
    }


def test_tools_are_offered_by_number_and_each_is_asked_for_its_mark(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    for name in ("a bath", "tea, hot"):
        journal.add_thing("tool", {"name": name})
    answers = ["1, 2 not sure, a nap", "not this time", "1"]
    heard = visit(journal, home, clock, BEGINS, "", "", "", *answers, "")
    assert helped(journal) == {"a bath": "not_this_time", "tea, hot": "not_sure", "a nap": "a_lot"}
    assert "2 tea, hot" in heard.text.split("\n")
    assert any(line.startswith(today.did_it_help("a bath")) for line in heard.said)
    assert of_check_in.you_noted(["a nap"]) in heard.said


def test_a_mark_that_is_gone_past_is_a_little_as_on_the_screen(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    visit(journal, home, clock, BEGINS, "", "", "", "a walk", "", "")
    assert helped(journal) == {"a walk": "a_little"}


def test_a_long_toolbox_is_listed_when_it_is_asked_for(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    for number in range(12):
        journal.add_thing("tool", {"name": f"thing {number:02}"})
    heard = visit(journal, home, clock, BEGINS, "", "", "", "list", "12 a lot", "")
    assert helped(journal) == {"thing 11": "a_lot"}
    assert heard.said.count("12 thing 11") == 1


def test_easy_mode_asks_with_three_words_and_one_idea_a_line(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    journal.make_choice("easy", "on")
    heard = visit(journal, home, clock, BEGINS, "in between", "3", "", "", "")
    made = only(journal)
    assert (made.scale_id, made.mood, made.hope) == ("easy3_v1", 2, 3)
    lines = heard.text.split("\n")
    assert "Any words for it?" in lines
    assert "Up to five, with commas between, or none." in lines


def test_easy_mode_begins_with_one_step_and_nothing_beside_it(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    for name in ("one", "two"):
        journal.add_step(journal.add_goal(f"Towards {name}").id, f"step {name}")
    journal.add_thing("strength", {"text": "I listen well"})
    stage = Stage(home, clock)
    greet(Visit(stage.door, journal))
    assert sum("step " in line for line in stage.said) == 2
    assert "You bring: I listen well" in stage.said
    journal.make_choice("easy", "on")
    easy = Stage(home, clock)
    greet(Visit(easy.door, journal))
    assert [line for line in easy.said if "step " in line] in (["step one"], ["step two"])
    assert "You bring: I listen well" not in easy.said


def test_a_sentence_with_a_day_or_a_name_in_it_is_not_broken() -> None:
    assert words.one_idea_a_line("A day is like 2026-03-01. Enter. “list” says it. e.g. this") == (
        "A day is like 2026-03-01.\nEnter.\n“list” says it. e.g. this"
    )

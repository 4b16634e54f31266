"""The journal in plain lines: some of it, a month, other years, what a page is about, and said before."""

from dataclasses import replace

import pytest

from journal.data import prompts
from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.plain.stage import visit
from tui.wording import journal as words


def page(journal: OpenJournal, body: str, when: str | None = None) -> str:
    return journal.write_page(replace(journal.blank_page(when), body=body)).id


def read(journal: OpenJournal, item_id: str) -> JournalEntry:
    item = journal.read(item_id)
    assert isinstance(item, JournalEntry)
    return item


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (["one kind of thing", "pages"], "Showing 2 pages. “all” shows everything."),
        (["a theme", "hope"], "Showing 1 thing about hope. “all” shows everything."),
        (["a tag", "river"], "Showing 1 thing tagged “river”. “all” shows everything."),
        (["a goal", "get out"], "Showing 2 things for the goal “get out”. “all” shows everything."),
        (["7", "2026-03-01", ""], "Showing 4 things from 1 Mar 2026 on. “all” shows everything."),
        (["some days", "", "2026-03-01"], "Showing 1 thing up to 1 Mar 2026. “all” shows everything."),
    ],
)
def test_some_of_it_is_said_in_words_with_how_many(
    journal: OpenJournal, home: Home, clock: FixedClock, answers: list[str], said: str
) -> None:
    goal = journal.add_goal("get out").id
    journal.set_page_about(page(journal, "a quiet river"), themes=("hope",), tags=("river",), goals=(goal,))
    page(journal, "another day", "2026-03-01")
    journal.record_check_in(journal.blank_check_in().with_answers({"mood": 4}))
    heard = visit(journal, home, clock, "some", *answers)
    assert said in heard.said


def test_all_shows_everything_again(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    page(journal, "a quiet river")
    journal.record_check_in(journal.blank_check_in().with_answers({"mood": 4}))
    heard = visit(journal, home, clock, "journal", "some", "one kind of thing", "goals", "all")
    rows = [line for line in heard.said if "a quiet river" in line]
    assert len(rows) == 2, heard.text


def test_a_month_names_the_days_that_have_something_and_no_others(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    page(journal, "a quiet river", "2026-02-03")
    page(journal, "another", "2026-02-20")
    heard = visit(journal, home, clock, "month", "March", "2026-02", "1", "1")
    assert words.NO_SUCH_MONTH in heard.said
    days = [line for line in heard.said if "February 2026: " in line]
    assert days == ["1 Tuesday 3 February 2026: pages", "2 Friday 20 February 2026: pages"]
    assert "a quiet river" in heard.said


def test_a_month_is_turned_and_an_empty_one_says_so(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    page(journal, "a quiet river", "2026-02-03")
    heard = visit(journal, home, clock, "month", "", "before", "before", "next")
    assert [line for line in heard.said if line in ("March 2026.", "February 2026.", "January 2026.")] == [
        "March 2026.",
        "February 2026.",
        "January 2026.",
        "February 2026.",
    ]
    assert words.MONTH_EMPTY in heard.said


def test_a_page_is_written_for_a_day_of_the_month(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    page(journal, "a quiet river", "2026-02-03")
    visit(journal, home, clock, "month", "2026-02", "1", "write", "no", "", "more about it", ".")
    lines = journal.timeline(Filter("2026-02-03", "2026-02-03"), 5)
    assert {line.first_words for line in lines} == {"a quiet river", "more about it"}


def test_other_years_are_read_with_their_days(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    heard = visit(journal, home, clock, "other years")
    assert words.NOT_THAT_DAY_YET in heard.said
    page(journal, "two years ago", "2024-03-14")
    heard = visit(journal, home, clock, "other years", "1")
    assert any("Thu 14 Mar 2024" in line for line in heard.said)


def test_what_is_skipped_of_what_a_page_is_about_stays_and_none_takes_it_away(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    goal = journal.add_goal("get out").id
    item_id = page(journal, "a quiet river")
    visit(journal, home, clock, "journal", "1", "about", "hope, meaning", "river, bridge", "get out")
    about = read(journal, item_id)
    assert (set(about.themes), about.tags, about.goal_ids) == ({"hope", "meaning"}, ("bridge", "river"), (goal,))
    visit(journal, home, clock, "journal", "1", "about", "none of these", "", "")
    visit(journal, home, clock, "journal", "1", "about", "", "clear", "none of these")
    heard = visit(journal, home, clock, "journal", "1", "about", "", "", "")
    about = read(journal, item_id)
    assert (about.themes, about.tags, about.goal_ids) == ((), (), ())
    assert words.ABOUT_STAYS in heard.said


def test_an_earlier_version_is_read_whole_and_brought_back_at_a_yes_alone(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    item_id = page(journal, "first\nof two lines")
    heard = visit(journal, home, clock, "journal", "1", "versions")
    assert words.NO_VERSIONS in heard.said
    journal.change_words(item_id, "second")
    heard = visit(journal, home, clock, "journal", "1", "versions", "1", "no")
    assert "first\nof two lines" in heard.said
    assert read(journal, item_id).body == "second"
    heard = visit(journal, home, clock, "journal", "1", "versions", "1", "yes")
    assert words.BROUGHT_BACK in heard.said
    assert read(journal, item_id).body == "first\nof two lines"
    assert [one.words for one in journal.earlier_versions(item_id)] == ["second", "first\nof two lines"]


def test_a_question_that_is_put_away_is_followed_by_another(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    visit(journal, home, clock, "write", "", "yes", "do not ask me this one again", "yes, this one", "", "words", ".")
    (hidden,) = journal.choices().hidden_prompts
    (written,) = journal.items(Filter(), 5)
    assert isinstance(written, JournalEntry)
    assert written.prompt_id not in (None, hidden)
    assert written.prompt_id in {prompt.id for prompt in prompts()}


def test_with_no_question_left_the_page_goes_on_without_one(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    journal.make_choice("hidden-themes", "connectedness,hope,identity,meaning,empowerment,difficulties")
    heard = visit(journal, home, clock, "write", "", "yes", "", "words", ".")
    assert words.NOTHING_TO_ASK in heard.said
    assert [line.first_words for line in journal.timeline(Filter(), 5)] == ["words"]

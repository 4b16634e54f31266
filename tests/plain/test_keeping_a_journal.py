"""Checking in, writing, finding, changing and taking back, by answers that are typed."""

from dataclasses import replace

import pytest

from journal.domain.check_in import CheckIn
from journal.domain.entry import Draft, JournalEntry
from journal.domain.timeline import Filter, Item
from journal.errors import Busy, NoRoom
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.preferences import Preferences, read_preferences, write_preferences
from tests.conftest import FixedClock
from tests.plain.stage import Stage, how_it_ends, visit
from tui.plain.registry import every_deed
from tui.plain.visit import NotSaved, Visit
from tui.wording import about, saved, support
from tui.wording import check_in as of_check_in
from tui.wording import plain as words
from tui.wording import screen as shown

FROM_THE_RIGHT = "\u05e9\u05dc\u05d5\u05dd 🙂 \u0627\u0644\u0639\u0631\u0628\u064a\u0629"


def items(journal: OpenJournal) -> list[Item]:
    return journal.items(Filter(), 50)


def only_page(journal: OpenJournal) -> JournalEntry:
    (page,) = items(journal)
    assert isinstance(page, JournalEntry)
    return page


def only_check_in(journal: OpenJournal) -> CheckIn:
    (check_in,) = items(journal)
    assert isinstance(check_in, CheckIn)
    return check_in


# Checking in


def test_a_check_in_is_asked_part_by_part_and_the_words_of_each_answer_are_said(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    answers = ["check in", "6", "7", "calm, my own word", "a walk a lot, tea", "", "Rain.", "A walk.", "."]
    heard = visit(journal, home, clock, *answers)
    made = only_check_in(journal)
    assert (made.mood, made.hope, made.feelings, made.note) == (6, 7, ("calm", "my own word"), "Rain.\nA walk.")
    assert [(journal.tool(use.tool_id).name, use.helped) for use in made.tools_used] == [
        ("a walk", "a_lot"),
        ("tea", "a_little"),
    ]
    assert "6: nearer in between than very good." in heard.said
    assert of_check_in.you_noted(["a walk", "tea"]) in heard.said


def test_every_part_of_a_check_in_can_be_skipped_and_nothing_answered_saves_nothing(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    heard = visit(journal, home, clock, "1", "skip", "", "skip", "", "skip")
    assert heard.said.count(of_check_in.NOT_ANSWERED) == 2
    assert words.NOTHING_ANSWERED in heard.said
    assert items(journal) == []
    assert journal.drafts() == []


def test_back_leads_to_the_answer_before_which_can_be_another(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    visit(journal, home, clock, "check in", "6", "back", "4", "", "", "", "")
    assert only_check_in(journal).mood == 4


@pytest.mark.parametrize("typed", ["11", "-1", "6.5", "six", "0x6", "9" * 50])
def test_a_number_outside_the_scale_is_told_and_asked_again(
    journal: OpenJournal, home: Home, clock: FixedClock, typed: str
) -> None:
    heard = visit(journal, home, clock, "check in", typed, "0", "", "", "", "")
    assert only_check_in(journal).mood == 0
    assert words.a_number(0, 10) in heard.said
    assert words.HEAVY in heard.said


def test_feelings_and_tools_can_be_chosen_from_lists(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    journal.add_thing("tool", {"name": "music"})
    answers = ["check in", "", "", "list", "2", "2, 4", "list", "back", "", "list", "1 a lot", ""]
    heard = visit(journal, home, clock, *answers)
    made = only_check_in(journal)
    assert made.feelings == ("calm", "content")
    assert [(journal.tool(use.tool_id).name, use.helped) for use in made.tools_used] == [("music", "a_lot")]
    assert "1 music" in heard.said


def test_more_than_five_feelings_are_told_and_asked_again(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    heard = visit(journal, home, clock, "check in", "", "", "a, b, c, d, e, f", "a, b, c, d, e", "", "")
    assert words.MANY_FEELINGS in heard.said
    assert len(only_check_in(journal).feelings) == 5


def test_scales_with_a_word_for_every_point_are_asked_as_a_list(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    journal.choose("scale", "words5_v1")
    heard = visit(journal, home, clock, "check in", "good", "2", "", "", "")
    made = only_check_in(journal)
    assert (made.scale_id, made.mood, made.hope) == ("words5_v1", 4, 2)
    assert "2: a little." in heard.said


def test_on_the_scale_without_numbers_none_is_asked_for(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    journal.choose("scale", "words_only")
    visit(journal, home, clock, "check in", "calm", "", "")
    assert only_check_in(journal).feelings == ("calm",)


def test_a_check_in_that_something_came_between_is_here_again(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    visit(journal, home, clock, "check in", "6", "", "calm", "a walk", "2", "half a")
    assert items(journal) == []
    heard = visit(journal, home, clock, "check in", "", "8", "", "", "clear")
    made = only_check_in(journal)
    assert (made.mood, made.hope, made.feelings, made.note) == (6, 8, ("calm",), None)
    assert shown.DRAFT_BACK in heard.said
    assert journal.drafts() == []


def test_leaving_a_check_in_by_back_keeps_what_was_filled_in(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    heard = visit(journal, home, clock, "check in", "6", "back", "back")
    assert words.KEPT_AS_DRAFT in heard.said
    assert len(journal.drafts()) == 1


# Writing


def test_a_page_is_written_for_any_day_with_a_title_and_kept_as_typed(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    heard = visit(journal, home, clock, "write", "2026-03-01", "", "The bus", "It came.", "", "  On time.", ".")
    page = only_page(journal)
    assert (page.moment.for_date, page.title, page.body) == ("2026-03-01", "The bus", "It came.\n\n  On time.")
    assert "Sunday 1 March 2026." in heard.said
    assert shown.PAGE_SAVED in heard.said


def test_a_day_that_has_not_been_is_told_and_asked_again(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    visit(journal, home, clock, "write", "2026-04-01", "soon", "yesterday", "", "", "words", ".")
    assert only_page(journal).moment.for_date == "2026-03-13"


def test_a_page_can_answer_a_question_and_another_one_is_offered(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    heard = visit(journal, home, clock, "write", "", "yes", "another", "1", "", "words", ".")
    prompts = [line for line in heard.said if line.startswith("Prompt: ")]
    assert len(set(prompts)) == 2
    assert only_page(journal).prompt_id is not None
    heard = visit(journal, home, clock, "journal", "1")
    assert prompts[1] in heard.said


def test_a_question_can_be_left_for_a_blank_page(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    visit(journal, home, clock, "write", "", "yes", "a blank page", "", "words", ".")
    assert only_page(journal).prompt_id is None


def test_an_empty_page_is_not_saved(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    heard = visit(journal, home, clock, "write", "", "", "", ".")
    assert words.EMPTY_PAGE in heard.said
    assert items(journal) == []


def test_support_is_said_in_the_middle_of_a_pages_title_question(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    heard = visit(journal, home, clock, "write", "", "", "!", "A title", "words", ".")
    assert f"{support.TITLE}." in heard.said
    assert only_page(journal).title == "A title"


@pytest.mark.parametrize("typed", [["A title"], ["", "half a thought"], ["A title", "half a thought"]])
def test_the_end_of_input_in_a_page_keeps_a_draft_which_can_be_gone_on_with(
    journal: OpenJournal, home: Home, clock: FixedClock, typed: list[str]
) -> None:
    visit(journal, home, clock, "write", "", "", *typed)
    assert items(journal) == []
    visit(journal, home, clock, "drafts", "1", "1", "", "and the rest", ".")
    page = only_page(journal)
    assert page.body == "\n".join([*typed[1:], "and the rest"])
    assert page.title == (typed[0] or None)
    assert journal.drafts() == []


def test_a_draft_put_out_of_sight_comes_back_with_undo(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    journal.keep_draft(replace(journal.blank_page(), body="half a thought"))
    visit(journal, home, clock, "drafts", "1", "put it out of sight", "", "undo")
    assert [draft.body for draft in journal.drafts()] == ["half a thought"]


def test_words_from_the_right_and_emoji_are_kept_and_said_in_isolation(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    body = f"{FROM_THE_RIGHT}\nand on"
    visit(journal, home, clock, "write", "", "", "👩\u200d👩\u200d👧 \u05d9\u05d5\u05dd", *body.split("\n"), ".")
    assert only_page(journal).body == body
    heard = visit(journal, home, clock, "journal", "1", "", "", "search", FROM_THE_RIGHT.split(maxsplit=1)[0])
    assert f"\u2068{FROM_THE_RIGHT}\u2069\nand on" in heard.text
    assert "1 thing holds these words." in heard.said


def test_words_that_could_act_on_a_terminal_are_kept_and_said_without_their_power(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    visit(journal, home, clock, "write", "", "", "", "red \x1b[31m \x9b2J [not] markup", ".")
    assert only_page(journal).body == "red \x1b[31m \x9b2J [not] markup"
    assert "red [31m 2J [not] markup" in visit(journal, home, clock, "journal", "1").text


# Reading, changing, taking back


def test_the_journal_is_read_newest_first_a_few_rows_at_a_time_and_numbers_stay(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    for day in range(1, 13):
        journal.write_page(replace(journal.blank_page(f"2026-03-{day:02}"), body=f"page of {day}"))
    heard = visit(journal, home, clock, "journal", "more", "1", "", "11", "")
    rows = [line for line in heard.said if ". Page: page of" in line]
    assert rows[0] == "1 Thu 12 Mar 2026, 12:00. Page: page of 12"
    assert rows[11] == "12 Sun 1 Mar 2026, 12:00. Page: page of 1"
    assert len(rows) == 12
    opened = [line for line in heard.said if line.startswith("page of")]
    assert opened == ["page of 12", "page of 2"]


def test_the_words_of_a_page_can_be_changed_a_line_at_a_time(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    entry = journal.write_page(replace(journal.blank_page(), body="one\ntwo\nthree", title="Old"))
    visit(journal, home, clock, "journal", "1", "change", "2", "9", "2", "deux", "change", "2", "3", "clear")
    assert journal.read(entry.id) == only_page(journal)
    assert only_page(journal).body == "one\ndeux"
    visit(journal, home, clock, "journal", "1", "change", "1", "drei", ".", "change", "title", "New")
    assert (only_page(journal).title, only_page(journal).body) == ("New", "one\ndeux\ndrei")
    heard = visit(journal, home, clock, "journal", "1", "change", "all", "Anew.", ".", "change", "4", "clear")
    assert (only_page(journal).title, only_page(journal).body) == (None, "Anew.")
    assert heard.said.count(saved.CHANGED) == 2


def test_a_change_that_something_came_between_is_here_again(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    journal.write_page(replace(journal.blank_page(), body="one"))
    visit(journal, home, clock, "journal", "1", "change", "1", "two")
    assert only_page(journal).body == "one"
    visit(journal, home, clock, "drafts", "1", "1", "nothing more")
    assert only_page(journal).body == "one\ntwo"
    assert journal.drafts() == []


def test_a_change_of_nothing_changes_nothing(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    before = journal.write_page(replace(journal.blank_page(), body="one"))
    heard = visit(journal, home, clock, "journal", "1", "change", "", "change", "2", "1", "")
    assert heard.said.count(words.EMPTY_CHANGE) == 2
    assert journal.read(before.id) == before


def test_the_note_of_a_check_in_can_be_changed(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    journal.record_check_in(replace(journal.blank_check_in(), mood=5))
    visit(journal, home, clock, "journal", "1", "change", "A note.", ".")
    assert only_check_in(journal).note == "A note."


def test_the_two_marks_are_set_and_taken_away_by_the_same_name(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    journal.write_page(replace(journal.blank_page(), body="one"))
    heard = visit(journal, home, clock, "journal", "1", "keep", "bring", "", "", "journal")
    assert (only_page(journal).keep, only_page(journal).bring) == (True, True)
    assert "1 Sat 14 Mar 2026, 09:30. [kept] [bring] Page: one" in heard.said
    visit(journal, home, clock, "journal", "1", "keep", "bring")
    assert (only_page(journal).keep, only_page(journal).bring) == (False, False)


def test_delete_puts_out_of_sight_and_undo_brings_back(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    before = journal.write_page(replace(journal.blank_page(), body="one"))
    heard = visit(journal, home, clock, "journal", "1", "delete", "1", "", "undo", "undo")
    assert words.DELETED in heard.said
    assert only_page(journal) == before
    assert "There is nothing to take back." in heard.said


def test_search_finds_words_anywhere_and_opens_what_holds_them(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    journal.write_page(replace(journal.blank_page(), body="Crème brûlée by the river"))
    heard = visit(journal, home, clock, "search", "creme", "1", "", "", "nowhere", "")
    assert "Crème brûlée by the river" in heard.said
    assert saved.NOTHING_FOUND in heard.said


# Everything else


def test_a_deed_is_typed_by_number_name_or_a_start_of_it(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    number = [deed.name for deed in every_deed()].index(words.ABOUT.name) + 1
    for typed in (str(number), "about", "ab", "ABOUT"):
        assert about.INTENDED_PURPOSE in visit(journal, home, clock, typed).said
    heard = visit(journal, home, clock, "0", str(len(every_deed()) + 1), "nonsense", "s")
    assert heard.said.count(words.NO_SUCH_DEED) == 4


def test_the_first_list_is_the_help_and_back_stays_there(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    heard = visit(journal, home, clock, "help", "back")
    assert heard.said.count(f"1 {words.CHECK_IN.name}: {words.CHECK_IN.says}") == 3
    assert words.FIRST_LIST in heard.said


def test_country_is_chosen_any_day_and_a_skip_leaves_it(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    visit(journal, home, clock, "country", "gb", "Wales", "country", "", "support")
    assert read_preferences(home) == Preferences(country="GB", region="Wales")


def test_plain_lines_are_remembered_and_forgotten_by_the_same_name(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    write_preferences(home, Preferences(country="GB"))
    visit(journal, home, clock, "plain lines")
    assert read_preferences(home) == Preferences(country="GB", plain=True)
    visit(journal, home, clock, "plain lines")
    assert read_preferences(home) == Preferences(country="GB", plain=False)


@pytest.mark.parametrize(
    ("typed", "how"), [("lock", "lock"), (str(len(every_deed())), "quit"), ("quit clear", "clear")]
)
def test_leaving_is_typed(journal: OpenJournal, home: Home, clock: FixedClock, typed: str, how: str) -> None:
    assert how_it_ends(Stage(home, clock, typed), journal) == how


def test_a_save_that_is_refused_is_tried_again(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    stage = Stage(home, clock, "")
    refusals = [Busy(), NoRoom()]

    def save() -> str:
        if refusals:
            raise refusals.pop()
        return "saved"

    stage.keyboard._answers = ["", ""]
    assert Visit(stage.door, journal).save(save) == "saved"
    assert stage.said.count(words.TRY_AGAIN) == 2


def test_words_that_cannot_be_saved_are_never_called_saved_where_nobody_answers(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    def save() -> None:
        raise NoRoom

    with pytest.raises(NotSaved) as lost:
        Visit(Stage(home, clock).door, journal).save(save)
    assert isinstance(lost.value.problem, NoRoom)


def test_a_draft_of_a_kind_that_is_not_known_here_becomes_a_page(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    draft: Draft = replace(journal.blank_page(), kind="a form of tomorrow", item_id="0" * 36)
    journal.keep_answers(draft, {"wish": "Rain"})
    visit(journal, home, clock, "drafts", "1", "1", "", ".")
    assert "Rain" in only_page(journal).body

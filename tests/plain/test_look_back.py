"""Looking back, by answers that are typed."""

from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.plain.stage import Stage, visit
from tests.plain.test_acceptance import HOSTILE, NOT_FOR_EARS
from tests.use_cases.test_looking_back import back, note, of_the_vectors, tag
from tui.wording import look_back as words
from tui.wording import plain
from tui.wording.journal import NOT_ASKED_AGAIN


def heard(journal: OpenJournal, home: Home, clock: FixedClock, *answers: str) -> Stage:
    return visit(journal, home, clock, "look back", *answers)


def test_it_is_told_in_sentences_under_headings_and_one_question_comes_last(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    of_the_vectors(journal, clock)
    said = heard(journal, home, clock).said
    begins = said.index(words.OPENING)
    told = said[begins:]
    assert told[1:3] == ["From 1 Mar 2026 to 28 Mar 2026.", "Mood:"]
    assert "In the last 28 days your mood was mostly between 5 and 6 (22 days noted)." in told
    asked = told.index(f"{words.QUESTIONS}:")
    assert told.index(words.CAVEAT) < asked
    assert told[asked + 1].startswith("Prompt: Did anything go well this week")
    assert sum(line.endswith("?") for line in told) == 1, "one question, and no more"
    assert not any("Sat 28 Mar" in line for line in told)


def test_before_the_first_check_in_it_says_what_will_be_here(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    said = heard(journal, home, clock).said
    assert said[said.index(words.OPENING) + 1] == words.EMPTY
    assert words.CAVEAT not in said


def test_each_day_is_said_where_it_is_asked_for(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    of_the_vectors(journal, clock)
    said = heard(journal, home, clock, "each day").said
    assert "Sat 28 Mar 2026: mood 8, middle of 7 days 6.5" in said
    assert "Thu 26 Mar 2026: no note, middle of 7 days 6" in said


def test_other_days_are_told_anew_and_each_day_is_of_them(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    note(journal, back(40), mood=6)
    said = heard(journal, home, clock, "days", "41", "each day").said
    assert "You noted your mood on 1 day in the last 41 days." in said
    assert "Mon 2 Feb 2026: mood 6" in said


def test_a_number_of_days_that_is_none_is_said_and_the_days_stay(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    note(journal, back(1), mood=6)
    answers = ("days", "0", "days", "367", "days", "a week", "days", "", "each day")
    said = heard(journal, home, clock, *answers).said
    assert said.count("days takes a whole number from 1 to 366.") == 3
    assert "Sun 15 Feb 2026: no note" in said
    assert "Sat 14 Feb 2026: no note" not in said


def test_a_year_is_said_a_month_a_line(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    note(journal, back(1), mood=6)
    tag(journal, back(0), "rain")
    assert "March 2026: 13 mood 6, 14 noted" in heard(journal, home, clock, "year").said


def test_one_question_at_a_time_another_or_never_again(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    answers = ("question", "4", "another", "another", "4", "1", "skip", "The canal, again.", ".")
    said = heard(journal, home, clock, *answers).said
    (page,) = [item for item in journal.items(Filter(), 10) if isinstance(item, JournalEntry)]
    assert journal.choices().hidden_prompts == ("w1", "w2")
    assert (page.prompt_id, page.body) == ("w3", "The canal, again.")
    assert said.count(NOT_ASKED_AGAIN) == 2


def test_a_question_is_put_by_with_one_word_or_with_enter(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    heard(journal, home, clock, "question", "none of them", "question", "", "year")
    assert journal.items(Filter(), 10) == []
    assert journal.choices().hidden_prompts == ()


def test_whoever_wants_no_questions_is_asked_none(journal: OpenJournal, home: Home, clock: FixedClock) -> None:
    journal.make_choice("hidden-prompts", "w1,w2,w3,w4")
    said = heard(journal, home, clock, "question").said
    assert plain.NO_QUESTIONS in said
    assert f"{words.QUESTIONS}:" not in said


def test_acceptance_11_ones_own_words_in_a_sentence_are_words_alone(
    journal: OpenJournal, home: Home, clock: FixedClock
) -> None:
    tool = journal.add_thing("tool", {"name": HOSTILE}).id
    for days in range(20):
        note(journal, back(days), mood=days % 5, tools=[tool] if days % 2 else [], words=[HOSTILE])
    said = heard(journal, home, clock).text
    assert [said.count(f"{begins} 'red") for begins in ("You marked", "You chose", "days you noted")] == [1, 1, 1]
    assert NOT_FOR_EARS.findall(said) == []

"""A NUL in a person's words cuts nothing: not the row of a list, not what a search shows, not what is found."""

from dataclasses import replace

import pytest

from journal.domain.check_in import ToolUse
from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.store.timeline import FIRST_WORDS
from journal.use_cases.open_journal import OpenJournal
from tui.inert import inert_line
from tui.wording.items import line_in_words

WORDS = "a quiet\0hour by the river"


def write(journal: OpenJournal, body: str, title: str | None = None) -> JournalEntry:
    return journal.write_page(replace(journal.blank_page(), body=body, title=title))


def first_words(journal: OpenJournal) -> list[str]:
    return [line.first_words for line in journal.timeline(Filter(), 5)]


def test_the_row_of_a_page_goes_on_behind_it(journal: OpenJournal) -> None:
    write(journal, WORDS)
    assert first_words(journal) == [WORDS]


def test_the_row_of_a_title_goes_on_behind_it(journal: OpenJournal) -> None:
    write(journal, "words", title=WORDS)
    assert first_words(journal) == [WORDS]


def test_the_row_of_a_note_goes_on_behind_it(journal: OpenJournal) -> None:
    journal.record_check_in(replace(journal.blank_check_in(), note=WORDS))
    assert first_words(journal) == [WORDS]


def test_it_is_shown_as_any_other_control(journal: OpenJournal) -> None:
    write(journal, WORDS)
    (line,) = journal.timeline(Filter(), 5)
    assert inert_line(line_in_words(line)) == "a quiethour by the river"


@pytest.mark.parametrize("letter", ["a", "é", "日", "🙂"])
def test_a_row_has_as_many_characters_as_ever_however_long_each_is(journal: OpenJournal, letter: str) -> None:
    write(journal, f"x{letter * 900}")
    (words,) = first_words(journal)
    assert words == f"x{letter * (FIRST_WORDS - 1)}"


@pytest.mark.parametrize("typed", ["quiet", "hour", "river"])
def test_a_search_shows_the_words_on_both_sides_of_it(journal: OpenJournal, typed: str) -> None:
    write(journal, WORDS)
    _, (found,) = journal.search(typed)
    assert found.excerpt == "a quiet hour by the river"


def test_a_check_in_is_shown_with_the_whole_name_of_what_helped(journal: OpenJournal) -> None:
    tool = journal.add_thing("tool", {"name": WORDS})
    journal.record_check_in(replace(journal.blank_check_in(), tools_used=(ToolUse(tool.id, "a_lot"),)))
    _, (found,) = journal.search("river")
    assert found.excerpt == WORDS


def test_the_words_themselves_stay_as_they_were_written(journal: OpenJournal) -> None:
    page = write(journal, WORDS)
    read = journal.read(page.id)
    assert isinstance(read, JournalEntry)
    assert read.body == WORDS

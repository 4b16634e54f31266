"""The words by which anything of the journal is known again."""

from dataclasses import replace

from journal.domain.timeline import words_of
from journal.use_cases.open_journal import OpenJournal


def test_a_page_is_its_title_and_its_body(journal: OpenJournal) -> None:
    page = journal.write_page(replace(journal.blank_page(), title="The bus", body="It came.\n"))
    assert words_of(page) == ("The bus", "It came.\n")
    assert words_of(replace(page, title=None)) == ("It came.\n",)


def test_a_check_in_is_its_note_and_a_goal_its_title(journal: OpenJournal) -> None:
    assert words_of(replace(journal.blank_check_in(), note="tea")) == ("tea",)
    assert words_of(journal.blank_check_in()) == ()
    assert words_of(journal.add_goal("Get out")) == ("Get out",)


def test_a_session_is_what_stayed_or_else_all_that_was_written(journal: OpenJournal) -> None:
    session = journal.reflect_on_session({"gave": "time", "hope_for": "company", "format": "group"})
    assert words_of(session) == ("company", "time")
    assert words_of(replace(session, stayed="a laugh")) == ("a laugh",)

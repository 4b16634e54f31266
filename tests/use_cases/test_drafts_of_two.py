"""Drafts while two cairns are open: whoever keeps words over others goes on under an id of its own."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from journal.domain.entry import Draft, answers_of
from journal.errors import NotFound
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock


@pytest.fixture
def other(home: Home, journal: OpenJournal) -> Iterator[OpenJournal]:
    """The same journal in another cairn, a moment ahead."""
    opened = open_journal(home, PASSPHRASE, FixedClock(datetime(2026, 3, 14, 9, 31, tzinfo=UTC)))
    yield opened
    opened.close()
    assert journal is not opened


def bodies(journal: OpenJournal) -> set[str]:
    return {draft.body for draft in journal.drafts()}


def test_a_list_of_drafts_takes_none_of_them_up(journal: OpenJournal, other: OpenJournal) -> None:
    begun = journal.keep_draft(replace(journal.blank_page(), body="one"))
    other.keep_draft(replace(other.take_up(begun), body="one and two"))
    journal.drafts()
    journal.first_page()
    journal.keep_draft(replace(begun, body="one, and more"))
    assert bodies(journal) == {"one and two", "one, and more"}


def test_words_that_nobody_changed_are_not_kept_twice(journal: OpenJournal, other: OpenJournal) -> None:
    begun = journal.keep_draft(replace(journal.blank_page(), body="one"))
    other.keep_draft(replace(other.take_up(begun), body="one and two"))
    journal.keep_draft(begun)
    assert bodies(journal) == {"one and two"}


def test_a_draft_from_a_list_is_told_apart_by_when_it_was_kept(
    journal: OpenJournal, other: OpenJournal, clock: FixedClock
) -> None:
    begun = journal.keep_draft(replace(journal.blank_page(), body="one"))
    listed = other.drafts()[0]
    journal.keep_draft(replace(begun, body="one and two"))
    clock.set(datetime(2026, 3, 14, 9, 40, tzinfo=UTC))
    journal.keep_draft(replace(begun, body="one, two and three"))
    other.keep_draft(replace(listed, body="from the list"))
    assert bodies(journal) == {"one, two and three", "from the list"}


def test_what_was_begun_and_taken_up_is_gone_on_with_in_place(journal: OpenJournal, other: OpenJournal) -> None:
    blank = replace(journal.blank_page(), kind="goal-title", body="Get")
    journal.keep_draft(blank)
    begun = other.begun("goal-title")
    assert begun is not None
    other.keep_draft(replace(begun, body="Get out"))
    assert bodies(journal) == {"Get out"}


def test_a_form_keeps_what_differs_and_says_what_was_taken_away(journal: OpenJournal) -> None:
    blank = Draft(id="d", kind="goal", moment=journal.moment(), body="", item_id="g")
    journal.keep_parts(blank, {"barriers": "rain", "why_it_matters": None, "ways": ("bus",)})
    begun = journal.begun("goal", "g")
    assert begun is not None
    assert answers_of(begun) == {"barriers": "rain", "why_it_matters": None, "ways": ["bus"]}


def test_a_draft_put_out_of_sight_comes_back_as_it_was(journal: OpenJournal) -> None:
    check_in = replace(journal.blank_page(), kind="check-in", body="a note")
    journal.keep_answers(check_in, {"mood": 3, "helped": "a walk"})
    before = journal.drafts()
    journal.set_aside(before[0].id)
    assert journal.drafts() == []
    deed = journal.undo()
    assert (deed.kinds, deed.items) == (("draft",), 1)
    assert journal.drafts() == before


def test_a_draft_put_out_of_sight_goes_after_its_thirty_days(journal: OpenJournal, clock: FixedClock) -> None:
    journal.keep_draft(replace(journal.blank_page(), body="one"))
    journal.set_aside(journal.drafts()[0].id)
    clock.set(datetime(2026, 5, 1, tzinfo=UTC))
    journal.let_go_of_old()
    assert journal._connection.one("SELECT count(*) FROM deed_draft") == 0
    with pytest.raises(NotFound):
        journal.undo()


def test_undo_says_which(journal: OpenJournal) -> None:
    goal, tool = journal.add_goal("Get out"), journal.add_thing("tool", {"name": "a walk"})
    journal.delete(goal.id)
    journal.delete(tool.id)
    assert [(deed.kinds, deed.called) for deed in journal.deeds()] == [(("tool",), "a walk"), (("goal",), "Get out")]
    assert journal.undo().called == "a walk"


def test_a_draft_that_was_emptied_and_has_words_again_is_the_same_draft(journal: OpenJournal) -> None:
    draft = replace(journal.blank_page(), kind="goal", item_id="g")
    for words in ("rain", "", "sleet"):
        journal.keep_parts(draft, {"barriers": words} if words else {})
    assert [(kept.id, kept.item_id) for kept in journal.drafts()] == [(draft.id, "g")]

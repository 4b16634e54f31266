"""Deeds on an open journal: what stays, what goes, and what is never kept."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from journal.domain.check_in import ToolUse
from journal.domain.timeline import Filter
from journal.errors import Ambiguous, BadInput, NotFound, OutOfRange
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock

NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)


def write(journal: OpenJournal, words: str, when: str | None = None) -> str:
    return journal.write_page(replace(journal.blank_page(when), body=words)).id


def test_a_check_in_with_everything_blank_is_kept(journal: OpenJournal) -> None:
    """Acceptance check 4."""
    blank = journal.blank_check_in()
    journal.record_check_in(blank)
    assert journal.read(blank.id) == blank


def test_every_part_of_a_check_in_comes_back_as_it_was(journal: OpenJournal) -> None:
    tool = journal.add_thing("tool", {"name": "a walk"})
    check_in = replace(
        journal.blank_check_in("yesterday 18:30").with_answers({"mood": 0, "hope": 10, "energy": 5}),
        feelings=("calm", "my own word"),
        tools_used=(ToolUse(tool.id, "a_little"),),
        note="nothing \x00 lost\r\n",
        keep=True,
        bring=True,
    )
    journal.record_check_in(check_in)
    assert journal.read(check_in.id) == check_in


def test_a_low_answer_writes_nothing_beyond_the_check_in_and_offers_support_once_a_day(journal: OpenJournal) -> None:
    """Acceptance check 5."""
    before = journal.verify().rows
    first = journal.record_check_in(journal.blank_check_in().with_answers({"mood": 0}))
    second = journal.record_check_in(journal.blank_check_in().with_answers({"hope": 1}))
    other_day = journal.record_check_in(journal.blank_check_in("yesterday").with_answers({"mood": 1}))
    assert [first.support_is_offered, second.support_is_offered, other_day.support_is_offered] == [True, False, True]
    after = journal.verify().rows
    assert {name: after[name] - before[name] for name in after if after[name] != before[name]} == {
        "check_in": 3,
        "item": 3,
    }


def test_a_blank_low_or_answered_zero_are_told_apart(journal: OpenJournal) -> None:
    journal.record_check_in(journal.blank_check_in().with_answers({"mood": None, "hope": 0}))
    (line,) = journal.timeline(Filter(), 5)
    assert line.answers == (("hope", 0),)


def test_a_value_out_of_range_saves_nothing(journal: OpenJournal) -> None:
    with pytest.raises(OutOfRange):
        journal.record_check_in(journal.blank_check_in().with_answers({"mood": 11}))
    assert journal.timeline_count(Filter()) == 0


def test_the_day_of_a_page_never_moves_with_the_traveller(home: Home) -> None:
    in_london = open_journal(home, PASSPHRASE, FixedClock(datetime(2026, 3, 14, 23, 30, tzinfo=UTC), "Europe/London"))
    page = write(in_london, "late")
    in_london.close()
    in_auckland = open_journal(
        home, PASSPHRASE, FixedClock(datetime(2026, 3, 15, 9, 0, tzinfo=UTC), "Pacific/Auckland")
    )
    assert in_auckland.read(page).moment.for_date == "2026-03-14"
    assert in_auckland.read(page).moment.at == "2026-03-14T23:30:00+00:00"
    in_auckland.close()


def test_the_timeline_is_newest_first_and_pages_join_without_gap_or_repeat(journal: OpenJournal) -> None:
    for number in range(25):
        write(journal, f"page {number}", f"2026-01-{number % 20 + 1:02}")
    whole = journal.timeline(Filter(), 100)
    pages = [line for offset in range(0, 25, 7) for line in journal.timeline(Filter(), 7, offset)]
    assert pages == whole
    assert [line.for_date for line in whole] == sorted((line.for_date for line in whole), reverse=True)


def test_what_was_deleted_waits_30_days_and_then_its_words_are_gone(home: Home) -> None:
    clock = FixedClock(NOW)
    journal = open_journal(home, PASSPHRASE, clock)
    write(journal, "to be gone")
    journal.delete(journal.timeline(Filter(), 1)[0].id)
    journal.close()

    clock.set(NOW + timedelta(days=29))
    journal = open_journal(home, PASSPHRASE, clock)
    assert journal.verify().rows["entry"] == 1
    journal.close()

    clock.set(NOW + timedelta(days=31))
    journal = open_journal(home, PASSPHRASE, clock)
    assert journal.verify().rows["entry"] == 0
    with pytest.raises(NotFound):
        journal.undo()
    journal.close()


def test_undo_takes_back_one_deed_at_a_time_the_newest_first(journal: OpenJournal) -> None:
    first, second = write(journal, "first"), write(journal, "second")
    journal.delete(first)
    journal.delete(second)
    journal.undo()
    assert [line.first_words for line in journal.timeline(Filter(), 5)] == ["second"]
    journal.undo()
    assert journal.timeline_count(Filter()) == 2


def test_drafts_are_kept_over_and_over_and_go_when_saved(journal: OpenJournal) -> None:
    draft = journal.blank_page()
    for words in ("a", "a thought", "a thought, whole"):
        journal.keep_draft(replace(draft, body=words))
    assert [kept.body for kept in journal.drafts()] == ["a thought, whole"]
    journal.write_page(replace(draft, body="a thought, whole"))
    assert journal.drafts() == []


def test_a_draft_with_nothing_left_in_it_is_let_go(journal: OpenJournal) -> None:
    draft = replace(journal.blank_page(), body="words")
    journal.keep_draft(draft)
    journal.keep_draft(replace(draft, body="  "))
    assert journal.drafts() == []


def test_a_changed_page_keeps_every_earlier_version(journal: OpenJournal) -> None:
    page = write(journal, "one")
    for words in ("two", "three"):
        journal.change_words(page, words)
    assert journal.verify().rows["earlier_version"] == 2
    assert journal.search("three")[0] == 1
    assert journal.search("one")[0] == 0


def test_a_page_cannot_be_emptied_by_a_change(journal: OpenJournal) -> None:
    page = write(journal, "words")
    with pytest.raises(BadInput):
        journal.change_words(page, "  ")
    assert journal.read(page).body == "words"  # type: ignore[union-attr]  # a page


def test_an_id_may_be_shortened_as_long_as_it_is_one_things_own(journal: OpenJournal) -> None:
    ids = [write(journal, str(number)) for number in range(40)]
    assert journal.read(ids[0][:12]).id == ids[0]
    with pytest.raises(BadInput):
        journal.read(ids[0][:3])
    with pytest.raises(NotFound):
        journal.read("zzzz")
    for wildcard in ("____", "%%%%"):
        with pytest.raises(NotFound):
            journal.read(wildcard)


def test_an_id_that_fits_two_things_is_told(journal: OpenJournal) -> None:
    twins = [replace(journal.blank_check_in(), id=f"aaaa{number}") for number in range(2)]
    for twin in twins:
        journal.record_check_in(twin)
    with pytest.raises(Ambiguous):
        journal.read("aaaa")


def test_tools_are_known_by_name_in_any_case(journal: OpenJournal) -> None:
    walk = journal.add_thing("tool", {"name": "A Walk"})
    saved = journal.record_check_in(journal.blank_check_in(), helped=["a walk a lot", "music", "tea a little"])
    assert [use.helped for use in saved.check_in.tools_used] == ["a_lot", "a_little", "a_little"]
    assert saved.check_in.tools_used[0].tool_id == walk.id
    assert journal.search("music")[0] == 1
    assert [tool.name for tool in journal.tools()] == ["A Walk", "music", "tea"]


def test_kept_things_are_there_on_a_hard_day(journal: OpenJournal) -> None:
    page = write(journal, "words for a hard day")
    journal.keep(page[:8])
    assert [item.id for item in journal.kept()] == [page]
    journal.keep(page, False)
    assert journal.kept() == []


def test_a_person_is_welcomed_back_after_a_gap_and_never_told_how_long(home: Home) -> None:
    clock = FixedClock(NOW)
    journal = open_journal(home, PASSPHRASE, clock)
    assert not journal.first_page().after_a_gap, "nothing was ever written, so nobody has been away"
    write(journal, "before")
    assert not journal.first_page().after_a_gap
    clock.set(NOW + timedelta(days=40))
    assert journal.first_page().after_a_gap
    journal.close()


def test_another_process_is_noticed_and_ones_own_writing_is_not(journal: OpenJournal, home: Home) -> None:
    before = journal.changes_elsewhere()
    write(journal, "mine")
    assert journal.changes_elsewhere() == before
    other = open_journal(home, PASSPHRASE, FixedClock())
    write(other, "theirs")
    other.close()
    assert journal.changes_elsewhere() != before


def test_a_deep_question_stays_away_on_a_day_with_a_low_answer(journal: OpenJournal) -> None:
    assert not journal.is_low_day()
    journal.record_check_in(journal.blank_check_in("yesterday").with_answers({"mood": 0}))
    assert not journal.is_low_day()
    journal.record_check_in(journal.blank_check_in().with_answers({"hope": 1}))
    assert journal.is_low_day()

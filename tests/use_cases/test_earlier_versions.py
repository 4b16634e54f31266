"""What a page said before it was changed, and what it is about."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from journal.domain.entry import JournalEntry
from journal.domain.timeline import EarlierVersion
from journal.errors import BadInput, NotAllowed, NotFound
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock


def page(journal: OpenJournal, body: str, title: str | None = None) -> str:
    return journal.write_page(replace(journal.blank_page(), body=body, title=title)).id


def read(journal: OpenJournal, item_id: str) -> tuple[str | None, str]:
    item = journal.read(item_id)
    assert isinstance(item, JournalEntry)
    return item.title, item.body


def test_earlier_versions_are_listed_newest_first_with_their_day(journal: OpenJournal, clock: FixedClock) -> None:
    item_id = page(journal, "first", "One")
    clock.set(datetime(2026, 3, 15, 10, tzinfo=UTC))
    journal.change_words(item_id, "second", "Two")
    clock.set(datetime(2026, 3, 16, 10, tzinfo=UTC))
    journal.change_words(item_id, "third")
    assert journal.earlier_versions(item_id) == [
        EarlierVersion("2026-03-16T10:00:00.000000+00:00", "Two", "second"),
        EarlierVersion("2026-03-15T10:00:00.000000+00:00", "One", "first"),
    ]


def test_words_that_are_brought_back_are_a_new_change_and_nothing_is_lost(journal: OpenJournal) -> None:
    item_id = page(journal, "first")
    journal.change_words(item_id, "second", "A title")
    journal.bring_back(item_id, 1)
    assert read(journal, item_id) == (None, "first")
    assert [one.words for one in journal.earlier_versions(item_id)] == ["second", "first"]
    journal.bring_back(item_id, 1)
    assert read(journal, item_id) == ("A title", "second")
    assert journal.search("second")[0] == 1


def test_a_note_that_was_blank_comes_back_blank(journal: OpenJournal) -> None:
    check_in = journal.record_check_in(replace(journal.blank_check_in(), mood=5)).check_in.id
    journal.change_words(check_in, "slept well")
    assert getattr(journal.bring_back(check_in, 1), "note", "") is None
    assert getattr(journal.bring_back(check_in, 1), "note", "") == "slept well"


@pytest.mark.parametrize("which", [0, 2, -1])
def test_a_version_that_is_not_there_is_told_and_nothing_changes(journal: OpenJournal, which: int) -> None:
    item_id = page(journal, "first")
    journal.change_words(item_id, "second")
    with pytest.raises(NotFound):
        journal.bring_back(item_id, which)
    assert read(journal, item_id) == (None, "second")


def test_a_page_that_was_never_changed_has_none(journal: OpenJournal) -> None:
    item_id = page(journal, "first")
    assert journal.earlier_versions(item_id) == []
    with pytest.raises(NotFound):
        journal.bring_back(item_id, 1)


def test_a_goal_has_parts_and_no_list_of_versions(journal: OpenJournal) -> None:
    with pytest.raises(BadInput):
        journal.earlier_versions(journal.add_goal("get out").id)


def test_what_a_page_is_about_takes_the_place_of_what_it_was_about(journal: OpenJournal) -> None:
    goals = [journal.add_goal(title).id for title in ("get out", "sing")]
    item_id = page(journal, "by the river")
    journal.set_page_about(item_id, themes=("hope",), tags=("river", "sleep"), goals=(goals[0],))
    changed = journal.set_page_about(item_id, tags=("heron",), goals=(goals[1][:8],))
    assert (changed.themes, changed.tags, changed.goal_ids) == (("hope",), ("heron",), (goals[1],))
    assert changed.body == "by the river"
    assert [journal.search(word)[0] for word in ("heron", "sleep")] == [1, 0]
    emptied = journal.set_page_about(item_id, themes=(), tags=(), goals=())
    assert (emptied.themes, emptied.tags, emptied.goal_ids) == ((), (), ())


def test_a_goal_that_is_out_of_sight_is_still_what_the_page_is_about_when_it_comes_back(journal: OpenJournal) -> None:
    goals = [journal.add_goal(title).id for title in ("get out", "sing")]
    item_id = page(journal, "by the river")
    journal.set_page_about(item_id, goals=(goals[0],))
    journal.delete(goals[0])
    assert journal.set_page_about(item_id, goals=(goals[1],)).goal_ids == (goals[1],)
    journal.undo()
    assert set(getattr(journal.read(item_id), "goal_ids", ())) == set(goals)


@pytest.mark.parametrize(
    ("about", "problem"),
    [({"themes": ("weather",)}, NotAllowed), ({"tags": (" ",)}, BadInput), ({"goals": ("ffffffff",)}, NotFound)],
)
def test_what_cannot_be_is_told_and_the_page_stays(
    journal: OpenJournal, about: dict[str, tuple[str, ...]], problem: type[Exception]
) -> None:
    item_id = page(journal, "by the river")
    journal.set_page_about(item_id, themes=("hope",), tags=("river",))
    with pytest.raises(problem):
        journal.set_page_about(item_id, **about)
    kept = journal.read(item_id)
    assert isinstance(kept, JournalEntry)
    assert (kept.themes, kept.tags, kept.edited_at) == (("hope",), ("river",), kept.edited_at)

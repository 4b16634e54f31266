"""An import is taken back as it came; what was changed here since, or is named by words of the person's own, stays."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from journal.domain.timeline import Filter
from journal.paths import Home
from journal.store import taken_back
from journal.use_cases.arriving_archive import bring_in_archive
from journal.use_cases.leaving import export_archive
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import FixedClock
from tests.demo.a_demo import filled
from tests.portable.archive_stage import Empties, empties_of, lists_in


@pytest.fixture(scope="module")
def empties(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Empties:
    return empties_of(template_home, tmp_path_factory.mktemp("journals"))


@pytest.fixture(scope="module")
def life(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of four months, with changes and a draft in it."""
    place = tmp_path_factory.mktemp("life")
    journal = filled(place, datetime(2026, 3, 13, 18, 40, tzinfo=UTC))
    archive = export_archive(journal, place / "archive").path
    journal.close()
    return archive


@pytest.fixture
def journal(empties: Empties) -> Iterator[OpenJournal]:
    with empties.journal() as journal:
        yield journal


def write(journal: OpenJournal, words: str) -> str:
    return journal.write_page(replace(journal.blank_page(), body=words)).id


def later(journal: OpenJournal) -> None:
    """A day goes by."""
    assert isinstance(journal._clock, FixedClock)
    journal._clock.set(datetime(2026, 3, 15, tzinfo=UTC))


@pytest.mark.parametrize("few", [10_000, 0], ids=["one by one", "all at once"])
def test_everything_goes_again_with_what_had_been_changed_before_it_came(
    journal: OpenJournal, life: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(taken_back, "FEW", few)
    own = write(journal, "my own words by the canal")
    before = lists_in(export_archive(journal, tmp_path / "before").path)
    came = bring_in_archive(journal, life).new
    assert (came["earlier-version"], came["draft"]) == (2, 1)
    taken = journal.undo()
    assert taken.items == sum(came.values()) - came["earlier-version"]
    assert lists_in(export_archive(journal, tmp_path / "after").path) == before
    assert [found.id for found in journal.search("canal")[1]] == [own]
    journal.verify()

    again = bring_in_archive(journal, life)
    assert again.new == came
    assert journal.search("canal")[0] > 1
    assert write(journal, "canal, once more") in [found.id for found in journal.search("canal")[1]]
    journal.verify()


def test_what_is_taken_out_leaves_no_word_in_the_index(
    journal: OpenJournal, life: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taken_back, "FEW", 0)
    bring_in_archive(journal, life)
    journal.undo()
    assert journal._connection.rows("SELECT rowid FROM search_index UNION SELECT rowid FROM tool_index") == []
    assert journal._connection.rows("SELECT v FROM search_index_config WHERE k = 'secure-delete'") == [(1,)]


def test_what_was_changed_here_since_stays(journal: OpenJournal, empties: Empties, tmp_path: Path) -> None:
    with empties.journal("left") as old:
        page, other = write(old, "a page"), write(old, "another")
        old.change_words(page, "changed there")
        step = old.add_goal("a goal with a step")
        note = old.add_goal("a goal with words")
        plain = old.add_goal("a goal")
        old.add_step(plain.id, "to the door")
        archive = export_archive(old, tmp_path / "archive").path
    bring_in_archive(journal, archive)
    later(journal)
    journal.change_words(page, "changed here")
    journal.add_step(step.id, "out")
    journal.reflect_on_goal(note.id, "it went well")
    assert journal.undo().items == 2
    assert {item.id for item in journal.items(Filter(), 9)} == {page, step.id, note.id}
    assert bring_in_archive(journal, archive).new == {"goal": 1, "entry": 1}
    assert journal.read(other).id == other
    assert journal.goal(plain.id).steps[0].text == "to the door"


def test_what_the_persons_own_words_name_stays(journal: OpenJournal, empties: Empties, tmp_path: Path) -> None:
    with empties.journal("left") as old:
        tool, unused = old.add_thing("tool", {"name": "a walk"}), old.add_thing("tool", {"name": "tea"})
        goal = old.add_goal("Go out")
        partner = old.add_thing("partner", {"partner_alias": "Sam"})
        old.record_check_in(old.blank_check_in(), helped=("a walk", "tea"))
        archive = export_archive(old, tmp_path / "archive").path
    bring_in_archive(journal, archive)
    own = journal.record_check_in(journal.blank_check_in(), helped=("a walk",)).check_in
    journal.write_page(replace(journal.blank_page(), body="mine"), goals=(goal.id,))
    journal.reflect_on_session({"gave": "time"}, "Sam")
    assert journal.undo().items == 2
    assert [one.id for one in journal.tools()] == [tool.id] != [unused.id]
    assert journal.read(own.id) == own
    assert (journal.goal(goal.id).title, journal.partner("Sam").id) == ("Go out", partner.id)


def test_a_draft_that_somebody_went_on_with_stays(journal: OpenJournal, empties: Empties, tmp_path: Path) -> None:
    with empties.journal("left") as old:
        write(old, "a page")
        gone_on = old.keep_draft(replace(old.blank_page(), body="begun"))
        old.keep_draft(replace(old.blank_page(), body="left"))
        archive = export_archive(old, tmp_path / "archive").path
    bring_in_archive(journal, archive)
    later(journal)
    journal.keep_draft(replace(journal.take_up(gone_on), body="begun, and more"))
    assert journal.undo().items == 2
    assert [draft.body for draft in journal.drafts()] == ["begun, and more"]


@pytest.mark.parametrize("way", ["waited 30 days", "erased"])
def test_what_went_for_good_here_is_never_brought_back(journal: OpenJournal, tmp_path: Path, way: str) -> None:
    """Written here, and never in an import: the archive alone remembers it."""
    page = write(journal, "a page")
    archive = export_archive(journal, tmp_path / "archive").path
    if way == "erased":
        journal.erase(journal.what_goes(page))
    else:
        journal.delete(page)
        journal._items.purge("9999")
    assert bring_in_archive(journal, archive).known == {"entry": 1}
    assert journal.timeline_count(Filter()) == 0


def test_what_was_taken_back_long_ago_may_come_again(journal: OpenJournal, empties: Empties, tmp_path: Path) -> None:
    with empties.journal("left") as old:
        page = write(old, "a page")
        archive = export_archive(old, tmp_path / "archive").path
    bring_in_archive(journal, archive)
    journal.undo()
    journal._items.purge("9999")
    assert bring_in_archive(journal, archive).new == {"entry": 1}
    assert journal.read(page).id == page

"""Erasing: exactly what was said goes, for good; nothing else does."""

from dataclasses import replace

import pytest

from journal.errors import BadInput, NoJournal, NotFound
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import create_journal, open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from journal.use_cases.snapshots import snapshot_if_due
from journal.vault.gone import erase_everything, finish_erasing
from journal.vault.key_slots import FLOOR
from tests.conftest import PASSPHRASE, FixedClock


def write(journal: OpenJournal, body: str, when: str | None = None) -> str:
    return journal.write_page(replace(journal.blank_page(when), body=body)).id


def everything_in(journal: OpenJournal) -> str:
    """Every value of every table, to look for words in."""
    tables = [str(name) for (name,) in journal._connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    return "\n".join(str(row) for table in tables for row in journal._connection.rows(f'SELECT * FROM "{table}"'))


def test_the_engine_writes_zeros_over_what_goes(journal: OpenJournal) -> None:
    assert journal._connection.one("PRAGMA secure_delete") == 1


def test_one_page_goes_with_its_drafts_and_earlier_words_and_nothing_else(journal: OpenJournal) -> None:
    page = write(journal, "first words of heron")
    journal.change_words(page, "second words of heron")
    journal.keep_draft(replace(journal.blank_page(), body="third words of heron", item_id=page))
    write(journal, "a page that stays")

    going = journal.what_goes(page)
    assert going.counts == {"entry": 1, "draft": 1, "earlier-version": 1}
    journal.erase(going)

    assert "heron" not in everything_in(journal)
    assert "a page that stays" in everything_in(journal)
    assert journal.search("heron")[0] == 0
    with pytest.raises(NotFound):
        journal.undo()
    journal.verify()


def test_what_was_deleted_and_waits_can_be_erased_by_its_whole_id(journal: OpenJournal) -> None:
    page = write(journal, "deleted words of heron")
    journal.delete(page)
    with pytest.raises(NotFound):
        journal.what_goes(page[:8])
    journal.erase(journal.what_goes(page))
    assert "heron" not in everything_in(journal)


def test_some_days_go_and_the_days_around_them_stay(journal: OpenJournal) -> None:
    write(journal, "before", "2026-03-01")
    write(journal, "gone one", "2026-03-02")
    journal.record_check_in(journal.blank_check_in("2026-03-03"))
    journal.delete(write(journal, "gone and deleted", "2026-03-03"))
    write(journal, "after", "2026-03-04")
    goal = journal.add_goal("A goal that stays").id
    journal.reflect_on_goal(goal, "gone words about a goal", "2026-03-02")

    going = journal.what_goes(first="2026-03-02", last="2026-03-03")
    assert going.counts == {"check-in": 1, "entry": 2, "reflection": 1}
    journal.erase(going)

    left = everything_in(journal)
    assert "gone" not in left
    assert "before" in left
    assert "after" in left
    assert "A goal that stays" in left
    assert journal.search("gone")[0] == 0


def test_days_without_anything_are_said_to_be_so(journal: OpenJournal) -> None:
    assert journal.what_goes(first="2026-01-01", last="2026-01-02").is_nothing


@pytest.mark.parametrize(("first", "last"), [("2026-03-02", None), (None, "2026-03-02"), ("2026-03-03", "2026-03-02")])
def test_days_that_are_none_are_refused(journal: OpenJournal, first: str | None, last: str | None) -> None:
    with pytest.raises(BadInput):
        journal.what_goes(first=first, last=last)


def test_everything_goes_and_a_new_journal_can_begin(home: Home, clock: FixedClock) -> None:
    write_preferences(home, Preferences(country="GB"))
    journal = open_journal(home, PASSPHRASE, clock)
    write(journal, "a page")
    assert journal.unlocked is not None
    snapshot_if_due(journal.unlocked, clock)
    journal.close()

    erase_everything(home)

    assert not home.root.exists()
    with pytest.raises(NoJournal):
        erase_everything(home)
    create_journal(home, PASSPHRASE, clock, FLOOR)
    assert not list(home.snapshots.glob("*"))


def test_an_erasing_that_was_stopped_is_finished_and_spares_a_journal_made_since(home: Home, clock: FixedClock) -> None:
    home.vault.rename(home.root / "vault.gone-1")
    home.snapshots.mkdir()
    (home.snapshots / "2026-03-14.backup").write_bytes(b"sealed words")
    create_journal(home, PASSPHRASE, clock, FLOOR)
    finish_erasing(home)
    assert not list(home.root.glob("vault.gone-*"))
    open_journal(home, PASSPHRASE, clock).close()


def test_an_erasing_that_was_stopped_is_finished_before_anything_else_is_said(home: Home, clock: FixedClock) -> None:
    home.vault.rename(home.root / "vault.gone-1")
    home.snapshots.mkdir()
    (home.snapshots / "2026-03-14.backup").write_bytes(b"sealed words")
    with pytest.raises(NoJournal):
        open_journal(home, PASSPHRASE, clock)
    assert not home.root.exists()

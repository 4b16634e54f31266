"""A file whose list of tables is damaged: a safety copy knows where everything begins."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from journal.errors import Damaged
from journal.paths import Home
from journal.store.connection import open_database
from journal.store.transaction import transaction
from journal.use_cases.opening import open_journal
from journal.use_cases.rescuing import NOTHING_READABLE, rescue
from journal.use_cases.snapshots import snapshot_if_due, snapshots_in
from tests.conftest import PASSPHRASE, FixedClock
from tests.store.damaged_journals import (
    NOW,
    copied,
    database_of,
    everything,
    pages_of_the_list,
    unlocked,
    with_page_harmed,
)
from tests.store.locked_file import PAGE, files_of


@pytest.fixture
def source(kept: Home, tmp_path: Path) -> Home:
    """A journal, a safety copy of it, and one page that was written since."""
    home = copied(kept, tmp_path / "source")
    assert snapshot_if_due(unlocked(home), FixedClock(NOW))
    journal = open_journal(home, PASSPHRASE, FixedClock(NOW + timedelta(days=1)))
    journal.write_page(replace(journal.blank_page(), body="written since"))
    journal.close()
    return home


def test_everything_is_found_whichever_page_of_the_list_is_damaged(
    source: Home, tmp_path: Path, later: FixedClock
) -> None:
    expected, listed = everything(source), pages_of_the_list(source)
    assert len(listed) >= 3
    for page in listed:
        harmed = copied(source, tmp_path / f"harmed-{page}")
        with_page_harmed(harmed, page)
        before, to = files_of(harmed.root), Home(tmp_path / f"to-{page}")
        done = rescue(unlocked(harmed), to, later)
        assert done.is_whole, page
        assert everything(to) == expected, page
        assert files_of(harmed.root) == before
        assert {path.name for path in to.vault.iterdir()} == {"header", "header.bak", "journal-2.db"}


def test_all_of_the_list_may_be_gone_but_for_the_salt(source: Home, tmp_path: Path, later: FixedClock) -> None:
    expected, database = everything(source), database_of(source)
    content = bytearray(database.read_bytes())
    for page in pages_of_the_list(source):
        begins = page * PAGE + (16 if page == 0 else 0)
        content[begins : (page + 1) * PAGE] = bytes((page + 1) * PAGE - begins)
    database.write_bytes(content)
    done = rescue(unlocked(source), Home(tmp_path / "to"), later)
    assert (done.is_whole, everything(Home(tmp_path / "to"))) == (True, expected)


def test_of_a_file_that_was_cut_off_too_what_is_left_comes_over(
    source: Home, tmp_path: Path, later: FixedClock
) -> None:
    with_page_harmed(source, 0)
    database = database_of(source)
    database.write_bytes(database.read_bytes()[: -2 * PAGE - 100])
    done = rescue(unlocked(source), Home(tmp_path / "to"), later)
    assert not done.is_whole
    assert done.rows["entry"] > 0


def test_a_damaged_safety_copy_is_passed_over_for_an_earlier_one(
    source: Home, tmp_path: Path, later: FixedClock
) -> None:
    assert snapshot_if_due(unlocked(source), FixedClock(NOW + timedelta(days=2)))
    newest = snapshots_in(source)[-1].path
    newest.write_bytes(newest.read_bytes()[:-1])
    expected = everything(source)
    with_page_harmed(source, 0)
    rescue(unlocked(source), Home(tmp_path / "to"), later)
    assert everything(Home(tmp_path / "to")) == expected


def test_a_safety_copy_of_an_older_schema_does_not_know_where_everything_is(
    source: Home, tmp_path: Path, later: FixedClock
) -> None:
    """Told as what it is: a table that was looked for in a wrong place would be worse than none."""
    connection = open_database(database_of(source), unlocked(source).keys.database_key())
    with transaction(connection):
        connection.execute("INSERT INTO migration SELECT max(number) + 1, 'later', '2026-03-15' FROM migration")
    connection.close()
    with_page_harmed(source, 0)
    with pytest.raises(Damaged, match=NOTHING_READABLE):
        rescue(unlocked(source), Home(tmp_path / "to"), later)
    assert not (tmp_path / "to").exists()

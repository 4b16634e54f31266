"""A journal file of another moment: a write that was cut off, and what was put back as it was before.

The rest of the rows of the security brief, b.8. What nothing can notice is said as plainly as what is noticed.
"""

from collections import Counter

import pytest

from journal.domain.entry import JournalEntry
from journal.domain.timeline import Filter
from journal.paths import Home
from journal.store.salvage_copy import rollback_of
from journal.use_cases.opening import open_journal
from journal.use_cases.snapshots import snapshot_if_due
from tests.conftest import PASSPHRASE, FixedClock
from tests.store.conftest import PAGES
from tests.store.harmed_home import A_PAGE, CHECK_IN, INNER_ORDER, NOT_OURS, damaged, said, where_noticed
from tests.store.locked_file import PAGE, database_of, page_of, with_page

# A write that was cut off, and the file beside it that rolls it back


def test_a_write_that_was_cut_off_is_rolled_back(cut_off: Home, clock: FixedClock) -> None:
    assert where_noticed(cut_off, clock) == "nowhere"
    assert pages_in(cut_off, clock) == {f"Day {number}": False for number in range(PAGES)}


def test_of_a_write_that_was_cut_off_a_bit_of_the_file_beside_it_costs_nothing_that_was_saved(
    cut_off: Home, clock: FixedClock
) -> None:
    """Some of these are told and some cannot be: what is read all the same lacks nothing that was acknowledged."""
    halfway = {path: path.read_bytes() for path in cut_off.vault.glob("journal-1.db*")}
    beside = rollback_of(database_of(cut_off))
    noticed: Counter[str] = Counter()
    for place in (0, 12, 19, 24, 515, 516, 2000, 4611, 4616, 20000, len(halfway[beside]) - 1):
        for path, content in halfway.items():
            path.write_bytes(content)
        content = halfway[beside]
        beside.write_bytes(content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :])
        noticed[where_noticed(cut_off, clock)] += 1
        assert_loud_or_all_there(cut_off, clock)
    assert noticed["opening"] + noticed["verify"] >= 2
    assert noticed["nowhere"] >= 2


def test_of_a_write_that_was_cut_off_without_the_file_beside_it_words_that_were_never_saved_may_be_there(
    cut_off: Home, clock: FixedClock
) -> None:
    """Promised by nobody: every check passes. What was saved is there, with what was being saved in part."""
    rollback_of(database_of(cut_off)).unlink()
    assert where_noticed(cut_off, clock) == "nowhere"
    pages = pages_in(cut_off, clock)
    assert set(pages) == {f"Day {number}" for number in range(PAGES)}
    assert any(pages.values())


HALF_WRITTEN = " half written"


@pytest.fixture
def cut_off(filled_home: Home, clock: FixedClock) -> Home:
    """A journal as it is when the power goes in the middle of a commit, with the file that rolls it back."""
    journal = open_journal(filled_home, PASSPHRASE, clock)
    journal._connection.execute("PRAGMA cache_size = 5")
    journal._connection.execute("BEGIN IMMEDIATE")
    journal._connection.execute("UPDATE entry SET body = body || ?", (HALF_WRITTEN,))
    halfway = {path: path.read_bytes() for path in filled_home.vault.glob("journal-1.db*")}
    journal._connection.execute("ROLLBACK")
    journal.close()
    assert len(halfway) == 2
    assert halfway[database_of(filled_home)] != database_of(filled_home).read_bytes()
    for path, content in halfway.items():
        path.write_bytes(content)
    return filled_home


def assert_loud_or_all_there(home: Home, clock: FixedClock) -> None:
    if where_noticed(home, clock) == "nowhere":
        assert set(pages_in(home, clock)) == {f"Day {number}" for number in range(PAGES)}
    else:
        assert said(home, "vault", "verify") in [damaged(sentence) for sentence in (NOT_OURS, INNER_ORDER, A_PAGE)]


def pages_in(home: Home, clock: FixedClock) -> dict[str, bool]:
    """The first line of every page, and whether words that were never saved stand at its end."""
    journal = open_journal(home, PASSPHRASE, clock)
    try:
        items = journal.items(Filter(kind="entry"), 100)
        pages = [item.body for item in items if isinstance(item, JournalEntry)]
        return {body.partition("\n")[0]: body.endswith(HALF_WRITTEN) for body in pages}
    finally:
        journal.close()


# What nothing in the file can notice


def test_a_page_put_back_as_it_was_before_is_not_noticed(filled_home: Home, clock: FixedClock) -> None:
    """Promised by nobody: every check passes, and a word that was changed is as it was."""
    older = database_of(filled_home).read_bytes()
    journal = open_journal(filled_home, PASSPHRASE, clock)
    journal._connection.execute("UPDATE entry SET body = replace(body, 'Day', 'Dax')")
    journal.close()
    newer = database_of(filled_home).read_bytes()
    changed = [number for number in range(len(older) // PAGE) if page_of(older, number) != page_of(newer, number)]
    put_back = max(changed)
    database_of(filled_home).write_bytes(with_page(newer, put_back, page_of(older, put_back)))

    assert where_noticed(filled_home, clock) == "nowhere"
    words = pages_in(filled_home, clock)
    assert any(line.startswith("Day") for line in words)
    assert any(line.startswith("Dax") for line in words)


def test_a_whole_file_put_back_as_it_was_before_is_not_noticed_by_any_check(
    filled_home: Home, clock: FixedClock
) -> None:
    older = database_of(filled_home).read_bytes()
    assert said(filled_home, *CHECK_IN)[0] == 0
    database_of(filled_home).write_bytes(older)
    assert where_noticed(filled_home, clock) == "nowhere"
    assert said(filled_home, "vault", "verify")[0] == 0


def test_a_safety_copy_made_since_tells_that_the_file_is_an_older_one(filled_home: Home, clock: FixedClock) -> None:
    """Not damage, and no accusation: it opens, and knows the day of the copy."""
    older = database_of(filled_home).read_bytes()
    journal = open_journal(filled_home, PASSPHRASE, clock)
    journal.record_check_in(journal.blank_check_in())
    assert journal.newer_copy_day() is None
    assert journal.unlocked is not None
    snapshot_if_due(journal.unlocked, clock)
    assert journal.newer_copy_day() is None
    journal.close()
    database_of(filled_home).write_bytes(older)

    journal = open_journal(filled_home, PASSPHRASE, clock)
    assert journal.newer_copy_day() == clock.now().date()
    journal.close()

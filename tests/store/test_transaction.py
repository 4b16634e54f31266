"""Everything in a transaction, or nothing; and every other process can see that something was written."""

from dataclasses import replace

import pytest

from journal.domain.check_in import ToolUse
from journal.domain.timeline import Filter
from journal.errors import BadInput, Busy, NotFound
from journal.paths import Home
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from tests.conftest import PASSPHRASE, FixedClock


class PowerCut(BaseException):
    """Not an `Exception`, as an interrupt is not."""


def write_counter(journal: OpenJournal) -> int:
    return int(journal._connection.one("SELECT write_counter FROM meta") or 0)


def write_and_break_off(journal: OpenJournal, problem: BaseException) -> None:
    """Two settings in one transaction that never comes to its end."""
    with transaction(journal._connection):
        journal._settings.put("one", "1")
        journal._settings.put("two", "2")
        raise problem


@pytest.mark.parametrize("problem", [BadInput(), ValueError(), KeyboardInterrupt(), PowerCut()], ids=repr)
def test_whatever_ends_a_transaction_early_takes_all_of_it_back(journal: OpenJournal, problem: BaseException) -> None:
    counter = write_counter(journal)
    with pytest.raises(type(problem)):
        write_and_break_off(journal, problem)

    assert (journal.setting("one"), journal.setting("two")) == (None, None)
    assert write_counter(journal) == counter
    assert not journal._connection.in_transaction


def test_what_was_taken_back_leaves_the_journal_ready_for_the_next(journal: OpenJournal) -> None:
    with pytest.raises(BadInput):
        write_and_break_off(journal, BadInput())
    journal.choose("one", "kept")
    assert journal.setting("one") == "kept"


def test_each_transaction_counts_once(journal: OpenJournal) -> None:
    before = write_counter(journal)
    journal.choose("one", "1")
    journal.record_check_in(journal.blank_check_in())
    assert write_counter(journal) == before + 2


def test_a_check_in_with_an_unknown_tool_leaves_nothing_of_itself(journal: OpenJournal) -> None:
    blank = replace(journal.blank_check_in(), mood=6, note="still to be said", tools_used=(ToolUse("abcd", "a_lot"),))
    with pytest.raises(NotFound):
        journal.record_check_in(blank)

    assert journal.timeline_count(Filter()) == 0
    assert journal.search("still") == (0, [])


def test_a_second_process_keeps_a_writer_waiting_and_loses_nothing(home: Home, journal: OpenJournal) -> None:
    other = open_journal(home, PASSPHRASE, FixedClock())
    journal._connection.rows("PRAGMA busy_timeout = 20")
    with transaction(other._connection):
        other._settings.put("theirs", "1")
        with pytest.raises(Busy):
            journal.choose("ours", "1")

    journal.choose("ours", "1")
    assert (other.setting("ours"), journal.setting("theirs")) == ("1", "1")
    other.close()


def test_another_process_that_wrote_is_noticed_and_ones_own_writing_is_not(home: Home, journal: OpenJournal) -> None:
    other = open_journal(home, PASSPHRASE, FixedClock())
    first = journal.changes_elsewhere()

    journal.choose("ours", "1")
    assert journal.changes_elsewhere() == first
    other.choose("theirs", "1")
    assert journal.changes_elsewhere() != first
    other.close()

"""A look at every page, once a week, that keeps nobody from saving."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from journal.errors import Damaged
from journal.paths import Home
from journal.store import checking
from journal.store.connection import Connection, Row, Value, open_database
from journal.use_cases.checking import check_if_due
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.unlocking import Unlocked
from tests.conftest import FixedClock
from tests.store.locked_file import PAGE, database_of, flip


@pytest.fixture
def unlocked(journal: OpenJournal) -> Unlocked:
    assert journal.unlocked is not None
    journal.write_page(replace(journal.blank_page(), body="words"))
    return journal.unlocked


@pytest.fixture
def a_week_later(clock: FixedClock) -> FixedClock:
    clock.set(clock.now() + timedelta(days=8))
    return clock


def test_it_is_not_made_before_a_week_has_gone_by(unlocked: Unlocked, clock: FixedClock) -> None:
    told: list[int] = []
    assert not check_if_due(unlocked, clock, lambda done, _: told.append(done))
    assert told == []


def test_it_is_made_once_a_week_and_remembered(
    journal: OpenJournal, unlocked: Unlocked, a_week_later: FixedClock
) -> None:
    told: list[int] = []
    assert journal.is_check_due()
    assert check_if_due(unlocked, a_week_later, lambda done, _: told.append(done))
    assert told == sorted(told)
    assert (told[0], told[-1]) == (0, 1000)
    assert not journal.is_check_due()
    assert not check_if_due(unlocked, a_week_later)


def test_between_its_pieces_anybody_can_save(
    journal: OpenJournal, unlocked: Unlocked, a_week_later: FixedClock
) -> None:
    journal._connection.execute("PRAGMA busy_timeout = 0")
    saved = []

    def save(done: int, _whole: int) -> None:
        journal.choose("a-small-choice", str(done))
        saved.append(done)

    assert check_if_due(unlocked, a_week_later, save)
    assert len(saved) > 30
    assert journal.setting("a-small-choice") == "1000"


@pytest.mark.parametrize("page", [-1, 30], ids=["the last page", "one in the middle"])
def test_a_page_that_does_not_pass_is_told_and_not_noted_as_checked(
    journal: OpenJournal, unlocked: Unlocked, a_week_later: FixedClock, home: Home, page: int
) -> None:
    content = database_of(home).read_bytes()
    database_of(home).write_bytes(flip(content, page % (len(content) // PAGE), 100))
    with pytest.raises(Damaged, match=f"^{checking.BAD_PAGE}$"):
        check_if_due(unlocked, a_week_later)
    database_of(home).write_bytes(content)
    assert journal.is_check_due()


def test_a_table_that_is_not_in_order_is_told(
    journal: OpenJournal, unlocked: Unlocked, a_week_later: FixedClock
) -> None:
    """As where pages of two moments were mixed: each passes its check."""
    journal._connection.execute("PRAGMA ignore_check_constraints = ON")
    journal._connection.execute("UPDATE meta SET one = 2")
    with pytest.raises(Damaged, match=f"^{checking.BROKEN_ORDER}$"):
        check_if_due(unlocked, a_week_later)


def test_rows_that_belong_to_nothing_are_told(
    journal: OpenJournal, unlocked: Unlocked, a_week_later: FixedClock
) -> None:
    journal._connection.execute("PRAGMA foreign_keys = OFF")
    journal._connection.execute("DELETE FROM item")
    with pytest.raises(Damaged, match=f"^{checking.STRAY_ROWS}$"):
        check_if_due(unlocked, a_week_later)


def test_a_journal_under_another_key_by_now_is_not_ours_to_check(unlocked: Unlocked, a_week_later: FixedClock) -> None:
    """The file that was opened may be gone: no reason to call anything damaged."""
    before = replace(unlocked, header=replace(unlocked.header, generation=unlocked.header.generation + 1))
    assert not check_if_due(before, a_week_later)


def test_a_journal_that_is_gone_is_not_checked(unlocked: Unlocked, a_week_later: FixedClock, home: Home) -> None:
    for path in home.vault.iterdir():
        path.unlink()
    assert not check_if_due(unlocked, a_week_later)


class _Stop(Exception):
    pass


def test_it_can_be_stopped_and_lets_the_file_go(
    journal: OpenJournal, unlocked: Unlocked, a_week_later: FixedClock
) -> None:
    def stop(done: int, _whole: int) -> None:
        if done > 400:
            raise _Stop

    with pytest.raises(_Stop):
        check_if_due(unlocked, a_week_later, stop)
    assert journal.is_check_due()
    journal._connection.execute("PRAGMA busy_timeout = 0")
    journal._connection.execute("BEGIN EXCLUSIVE")
    journal._connection.execute("ROLLBACK")


class _Changing(Connection):
    """A connection that meets a page which is half written the first time it looks, and whole the next."""

    looked = 0

    def __init__(self, real: Connection) -> None:
        super().__init__(real._engine)

    def rows(self, sql: str, values: Sequence[Value] = ()) -> list[Row]:
        if sql == "PRAGMA cipher_integrity_check":
            self.looked += 1
            return [("a page does not pass",)] if self.looked == 1 else []
        return super().rows(sql, values)


def test_a_page_that_was_half_written_while_it_looked_is_not_called_damage(home: Home, unlocked: Unlocked) -> None:
    connection = _Changing(open_database(database_of(home), unlocked.keys.database_key()))
    checking.check_in_pieces(connection)
    assert connection.looked == 2
    assert not connection.in_transaction
    connection.close()

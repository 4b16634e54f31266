"""A journal with something of every kind in it, its safety copy and an older backup, and every row that one holds."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from journal.clock import SystemClock
from journal.errors import NotOpened
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import create_journal, open_journal, open_journal_with_words
from journal.use_cases.safe_copies import create_backup, opened_backup, restore_backup, verify_backup
from journal.use_cases.snapshots import snapshot_if_due
from journal.use_cases.unlocking import unlock_with_passphrase, with_passphrase
from journal.vault.key_slots import FLOOR
from tests.conftest import PASSPHRASE, FixedClock
from tests.faults.stopping import Place

DAYS_AGO = 3
"""So long ago was it made, by the clock that the deeds go by: its safety copy is old, and nothing is let go yet."""
_NOT_ROWS = ("search_index_", "sqlite_", "meta")

Rows = frozenset[tuple[object, ...]]
"""Each with the name of its table in front."""


@dataclass(frozen=True)
class Filled:
    """Where it is, and what is known of it."""

    place: Place
    paper: str
    """The recovery words."""
    rows: Rows
    earlier: Rows
    """What the backup holds."""
    page: str
    """The id of a page that is in the journal, its safety copy and the backup."""

    def copy(self, place: Place) -> None:
        """The journal, its safety copy and the backup."""
        shutil.copytree(self.place.root, place.root, dirs_exist_ok=True)

    def copy_backup(self, place: Place) -> None:
        """The backup alone."""
        shutil.copyfile(self.place.backup, place.backup)

    def copy_home(self, place: Place) -> None:
        """The journal and its safety copy."""
        shutil.copytree(self.place.home.root, place.home.root)


def fill(place: Place) -> Filled:
    """Make it. The derivation must be the one that costs nothing."""
    place.backup.parent.mkdir(parents=True)
    clock, home = FixedClock(datetime.now(UTC) - timedelta(days=DAYS_AGO)), place.home
    paper = " ".join(create_journal(home, PASSPHRASE, clock, FLOOR).words.words)
    journal = open_journal(home, PASSPHRASE, clock)
    pages = []
    for number in range(4):
        words = " ".join(f"word{number}x{nth}" for nth in range(30 + 160 * (number % 2)))
        page = replace(journal.blank_page(), body=f"Day {number}\n{words}")
        pages.append(journal.write_page(page, tags=(f"t{number}",)).id)
        journal.record_check_in(replace(journal.blank_check_in(), mood=number), helped=(f"tool {number}",))
    goal = journal.add_goal("Get out most days")
    journal.add_step(goal.id, "Ask Priya along")
    journal.delete(journal.write_page(replace(journal.blank_page(), body="not this one")).id)
    create_backup(unlock_with_passphrase(home, PASSPHRASE), place.backup, clock)
    earlier = rows_in(journal)
    journal.record_check_in(journal.blank_check_in())
    snapshot_if_due(unlock_with_passphrase(home, PASSPHRASE), clock)
    journal.keep_draft(replace(journal.blank_page(), body="half a line"))
    rows = rows_in(journal)
    journal.close()
    return Filled(place, paper, rows, earlier, pages[-1])


def rows_in(journal: OpenJournal) -> Rows:
    """Every row of every table that holds what a person wrote or did."""
    connection = journal._connection
    tables = [str(name) for (name,) in connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    kept = [table for table in tables if not table.startswith(_NOT_ROWS)]
    return frozenset((table, *row) for table in kept for row in connection.rows(f'SELECT * FROM "{table}"'))


def rows_of(home: Home, passphrase: str = PASSPHRASE) -> Rows:
    """The same of a journal that opens with its passphrase, once every page of it was found whole."""
    journal = open_journal(home, passphrase, SystemClock())
    try:
        journal.verify()
        return rows_in(journal)
    finally:
        journal.close()


def rows_of_backup(path: Path, folder: Path) -> Rows:
    """The same of a backup, restored into a new place for real."""
    restore_backup(Home(folder), path, with_passphrase(PASSPHRASE), SystemClock())
    return rows_of(Home(folder))


def words_that_open(home: Home, candidates: Iterable[str]) -> list[str]:
    """Those of the recovery words that open it."""
    opened = []
    for words in candidates:
        try:
            open_journal_with_words(home, words, SystemClock()).close()
        except NotOpened:
            continue
        opened.append(words)
    return opened


def passphrases_that_open(home: Home, candidates: Iterable[str]) -> list[str]:
    """Those of the passphrases that open it."""
    opened = []
    for passphrase in candidates:
        try:
            open_journal(home, passphrase, SystemClock()).close()
        except NotOpened:
            continue
        opened.append(passphrase)
    return opened


def passphrases_of_backup(path: Path, candidates: Iterable[str]) -> list[str]:
    """Those of the passphrases that open a backup."""
    opened = []
    for passphrase in candidates:
        try:
            opened_backup(path, with_passphrase(passphrase))
        except NotOpened:
            continue
        opened.append(passphrase)
    return opened


def is_whole_backup(home: Home, path: Path, passphrase: str = PASSPHRASE) -> bool:
    """Whether a backup can really be restored: if it is not, the test ends here."""
    return bool(verify_backup(home, path, with_passphrase(passphrase), SystemClock()).rows)

"""A journal with something in every table, and its file harmed where a table or an index stands."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any
from uuid import uuid4

from journal.domain.check_in import CheckIn, ToolUse
from journal.domain.entry import JournalEntry
from journal.errors import CairnError
from journal.paths import Home
from journal.portable.arriving import ArrivingPage
from journal.store.connection import Connection, Row, open_database
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.rooms import Rooms
from journal.use_cases.unlocking import Unlocked, unlock_with_passphrase
from tests.conftest import PASSPHRASE, FixedClock
from tests.store.locked_file import PAGE, flip

DAYS = 40
"""A page and a check-in for each; long enough that every big table has several pages of the file."""
NOW = datetime(2026, 3, 14, 9, 30, tzinfo=UTC)

NOT_COMPARED = {"meta", "migration"}


def fill(home: Home) -> None:
    """Write something into every table there is."""
    clock = FixedClock(NOW - timedelta(days=DAYS))
    journal = open_journal(home, PASSPHRASE, clock)
    try:
        _things(journal)
        _Days(journal._connection, clock).live(clock)
        clock.set(NOW)
        _changes(journal)
    finally:
        journal.close()


class _Days(Rooms):
    """Writes what the deeds write, in one transaction in place of one each: a disk takes its time for every one."""

    def live(self, clock: FixedClock) -> None:
        (goal,), (walk,) = self._goals.numbers(), self._shelves.all("tool")
        with transaction(self._connection):
            for number in range(DAYS):
                clock.set(NOW - timedelta(days=DAYS - number))
                now: dict[str, Any] = {"moment": self.moment(), "recorded_at": self.now_utc()}
                words = " ".join(f"word{number}x{place}" for place in range(30))
                tags = (f"tag{number}", "walk")
                page = JournalEntry(
                    id=str(uuid4()), body=words, title=f"Day {number}", tags=tags, themes=("hope",), **now
                )
                self._add(self._entries.add(page), (goal,) * (number % 2))
                check_in = CheckIn(
                    id=str(uuid4()),
                    mood=number % 11,
                    feelings=("calm", "tired"),
                    tools_used=(ToolUse(walk.id, "a_little"),),
                    note=f"note{number} of the day",
                    **now,
                )
                self._add(self._check_ins.add(check_in), ())

    def _add(self, number: int, goals: tuple[int, ...]) -> None:
        self._goals.link(number, goals)
        kind = self._items.kind_of(number)
        self._index(number, self._item(number, kind))


def _things(journal: OpenJournal) -> None:
    journal.choose("a-small-choice", "some value")
    journal.add_thing("tool", {"name": "a walk", "how_to": "out of the door"})
    journal.add_thing("strength", {"text": "patience"})
    journal.add_thing("person", {"alias": "Priya", "good_for": ["talk"]})
    journal.add_thing("week", {"label": "swimming"})
    journal.add_thing("story", {"title": "mine", "body": "it began in spring"})
    journal.write_plan("staying_well", "when_im_well", "I sing")
    partner = journal.add_thing("partner", {"partner_alias": "Sam"})
    goal = journal.add_goal("get out most days", values={"why_it_matters": "the air"})
    for step in ("shoes by the door", "ask Priya along"):
        journal.add_step(goal.id, step)
    journal.reflect_on_goal(goal.id, "it went well")
    journal.reflect_on_session({"gave": "time", "stayed": "a kind word"}, partner=partner.id, goals=(goal.id,))


def _changes(journal: OpenJournal) -> None:
    journal.keep_draft(replace(journal.blank_page(), body="on its way"))
    begun = journal.keep_draft(replace(journal.blank_page(), body="put aside"))
    journal.set_aside(begun.id)
    pages = [journal.write_page(replace(journal.blank_page(), body=f"to be deleted {number}")).id for number in (1, 2)]
    journal.change_words(pages[0], "other words")
    for page in pages:
        journal.delete(page)
    kept = journal.write_page(replace(journal.blank_page(), body="first words"))
    journal.change_words(kept.id, "second words")
    journal.keep(kept.id)
    journal.bring(kept.id)
    arriving = ArrivingPage("f" * 64, datetime(2025, 1, 2, 3, 4), None, "from elsewhere", ("old",), None, 1, False)  # noqa: DTZ001  # wall time, as a file has it
    journal.bring_in("jrnl", [arriving], "Europe/London")


def database_of(home: Home) -> Path:
    """The one database there is."""
    (database,) = home.vault.glob("journal-*.db")
    return database


def unlocked(home: Home) -> Unlocked:
    return unlock_with_passphrase(home, PASSPHRASE)


def connection_to(home: Home) -> Connection:
    return open_database(database_of(home), unlocked(home).keys.database_key())


def tables_in(connection: Connection) -> list[str]:
    """The tables of a journal that are no part of a search index, in the order of the schema."""
    rows = connection.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_index%' AND name NOT LIKE 'sqlite_%'"
    )
    return [str(name) for (name,) in rows if name not in NOT_COMPARED]


def everything(home: Home) -> dict[str, list[Row]]:
    """Every row of every table, and every word of both search indexes."""
    connection = connection_to(home)
    try:
        found = {table: connection.rows(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables_in(connection)}
        for index in ("search_index", "tool_index"):
            found[index] = connection.rows(f"SELECT rowid, words FROM {index} ORDER BY rowid")
        return found
    finally:
        connection.close()


def with_page_harmed(home: Home, page: int, place: int = 100) -> None:
    """One bit of one page (counted from 0) the other way round."""
    database_of(home).write_bytes(flip(database_of(home).read_bytes(), page, place))


def root_of(home: Home, name: str) -> int:
    """The first page, counted from 0, of a table or an index: nothing in it is found without it."""
    connection = connection_to(home)
    try:
        return int(connection.one("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)) or 0) - 1
    finally:
        connection.close()


@cache
def leaf_of(home: Home, table: str) -> int:
    """A page, counted from 0, with rows in the middle of a table and with nothing else; found by trying."""
    whole, key = database_of(home).read_bytes(), bytes(unlocked(home).keys.database_key())
    trial = home.root / "trial.db"
    ends = [f"SELECT * FROM {table} NOT INDEXED ORDER BY 1{order} LIMIT 1" for order in ("", " DESC")]
    try:
        last = len(whole) // PAGE
        # The later ones first: the earlier hold the list of tables and what is small.
        for page in sorted(range(root_of(home, table) + 1, last), key=lambda page: abs(page - last * 3 // 4)):
            trial.write_bytes(flip(whole, page, 100))
            if not _can_read(trial, key, f"SELECT * FROM {table} NOT INDEXED") and all(
                _can_read(trial, key, end) for end in ends
            ):
                return page
    finally:
        trial.unlink()
    raise AssertionError(f"{table} is so small that it has no page in its middle")


def pages_of_the_list(home: Home) -> list[int]:
    """The pages, counted from 0, that say where every table begins; found by trying."""
    whole, key = database_of(home).read_bytes(), bytes(unlocked(home).keys.database_key())
    trial = home.root / "trial.db"
    found = []
    try:
        for page in range(len(whole) // PAGE):
            trial.write_bytes(flip(whole, page, 100))
            if not _can_read(trial, key, "SELECT sql FROM sqlite_master"):
                found.append(page)
    finally:
        trial.unlink()
    return found


def _can_read(path: Path, key: bytes, sql: str) -> bool:
    try:
        connection = open_database(path, bytearray(key))
    except CairnError:
        return False
    try:
        connection.rows(sql)
    except CairnError:
        return False
    finally:
        connection.close()
    return True


def copied(home: Home, place: Path, harm: Callable[[Home], object] = lambda _: None) -> Home:
    """A copy of a journal of this test's own, harmed."""
    shutil.copytree(home.root, place)
    own = Home(place)
    harm(own)
    return own

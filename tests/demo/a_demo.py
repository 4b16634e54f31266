"""A demo journal as it is at a moment, and what the tests ask of it."""

from datetime import datetime, timedelta
from pathlib import Path

from journal.domain.check_in import CheckIn
from journal.domain.timeline import Filter, Item
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.preferences import Preferences
from tests.conftest import FixedClock
from tui.commands.demo_journal import make_demo_journal
from tui.wording import demo

Rows = dict[str, list[tuple[object, ...]]]

DIFFER = {"id", "vault_id", "made_at", "applied_at"}
"""Columns that differ whenever a journal is made: ids, and when it was."""


def filled(place: Path, now: datetime, zone: str = "Europe/London") -> OpenJournal:
    """A demo journal made at this moment, open."""
    home, clock = Home(place / "home"), FixedClock(now, zone)
    make_demo_journal(home, demo.PASSPHRASE, clock, Preferences(country="IE"))
    return open_journal(home, demo.PASSPHRASE, clock)


def everything(journal: OpenJournal) -> list[Item]:
    return journal.items(Filter(), 1000)


def check_ins(journal: OpenJournal) -> list[CheckIn]:
    """Oldest first."""
    found = [item for item in everything(journal) if isinstance(item, CheckIn)]
    return sorted(found, key=lambda check_in: check_in.moment.at_utc)


def rows_of(journal: OpenJournal, leave_out: set[str] = DIFFER) -> Rows:
    """Every row of every table, by table, but for these columns; the index of search is left out."""
    connection = journal._connection
    tables = connection.rows(
        "SELECT name FROM sqlite_master WHERE type = 'table'"
        " AND name NOT LIKE 'sqlite%' AND name NOT LIKE 'search_index%'"
    )
    rows: Rows = {}
    for table in (str(name) for (name,) in tables):
        columns = [str(name) for (name,) in connection.rows(f"SELECT name FROM pragma_table_info('{table}')")]
        chosen = ", ".join(f'"{column}"' for column in columns if column not in leave_out)
        rows[table] = sorted(connection.rows(f'SELECT {chosen or "NULL"} FROM "{table}"'), key=repr)
    return rows


def weeks_before(journal: OpenJournal, item: Item) -> int:
    """In which week it was, counted back from the one that today is in; weeks begin on Monday."""
    today = datetime.fromisoformat(journal.moment().for_date)
    monday = today - timedelta(days=today.weekday())
    day = datetime.fromisoformat(item.moment.for_date)
    return -((day - monday).days // 7)

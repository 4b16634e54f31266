"""What the tests of keys and copies do over and over: a person at a terminal, pages, and what is in a journal."""

from dataclasses import replace
from pathlib import Path

from journal.clock import Clock
from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.safe_copies import create_backup
from journal.use_cases.unlocking import Unlocked
from tests.conftest import PASSPHRASE
from tests.plain.stage import Stage, Whispered

NEW = "another four quiet words"


def typed_at(home: Home, clock: Clock, *answers: str, secrets: tuple[str, ...] = (PASSPHRASE,)) -> Stage:
    """A person at a terminal, who types these answers and these secrets."""
    return Stage(home, clock, *answers, secrets=Whispered(*secrets), is_typed=True)


def write(journal: OpenJournal, body: str, day: str | None = None) -> str:
    """A page is there; its id."""
    return journal.write_page(replace(journal.blank_page(day), body=body)).id


def bodies_in(journal: OpenJournal) -> set[str]:
    """The words of every page, out of sight or not."""
    return {str(body) for (body,) in journal._connection.rows("SELECT body FROM entry")}


def bodies(home: Home, clock: Clock, passphrase: str = PASSPHRASE) -> set[str]:
    """The same of a journal that is not open."""
    journal = open_journal(home, passphrase, clock)
    found = bodies_in(journal)
    journal.close()
    return found


def unlocked_of(journal: OpenJournal) -> Unlocked:
    """What opened it."""
    assert journal.unlocked is not None
    return journal.unlocked


def backed_up(journal: OpenJournal, clock: Clock, path: Path) -> Path:
    """A backup is there."""
    return create_backup(unlocked_of(journal), path, clock).path

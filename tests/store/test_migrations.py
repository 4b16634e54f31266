"""Steps of the schema: applied and recorded together, after a copy, by one process, and never backwards."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from journal.domain.timeline import Filter
from journal.errors import CairnError, NewerFormat, NoRoom
from journal.paths import Home
from journal.store.connection import create_database
from journal.store.migrations import SCHEMA, Step, migrate, newest, statements, steps_in
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import bring_up_to_date, open_journal
from journal.use_cases.safe_copies import restore_backup
from journal.use_cases.unlocking import with_passphrase
from journal.vault.secrets import RootKey
from tests.conftest import PASSPHRASE, Cairn, FixedClock
from tests.store.locked_file import files_of
from tests.store.upgrading import COMING, LATER, NEXT

ROOT = Path(__file__).parents[2]
BEFORE = [step.number for step in steps_in()]
COPY = f"before-upgrade-{NEXT:04}.backup"
NOW = "2026-04-01T10:00:00.000000+00:00"
BREAKS_OFF = Step(NEXT, "breaks_off", "CREATE TABLE half (x TEXT) STRICT;\nINSERT INTO nowhere VALUES (1);\n")


def opened(home: Home) -> OpenJournal:
    return open_journal(home, PASSPHRASE, FixedClock())


def upgrade(home: Home, journal: OpenJournal, *steps: Step) -> int:
    assert journal.unlocked is not None
    return bring_up_to_date(journal.unlocked, journal._connection, [*steps_in(), *steps], LATER)


def applied(journal: OpenJournal) -> list[int]:
    return [int(number or 0) for (number,) in journal._connection.rows("SELECT number FROM migration ORDER BY number")]


def tables(journal: OpenJournal) -> set[str]:
    return {str(name) for (name,) in journal._connection.rows("SELECT name FROM sqlite_master WHERE type = 'table'")}


def ids(journal: OpenJournal) -> list[str]:
    return [line.id for line in journal.timeline(Filter(), 1000)]


def test_steps_are_numbered_without_a_gap_and_each_file_has_a_name() -> None:
    assert [step.number for step in steps_in()] == list(range(1, len(steps_in()) + 1))
    assert all(re.fullmatch(r"[a-z_]+", step.name) for step in steps_in())
    assert {path.name for path in SCHEMA.iterdir()} == {f"{step.number:04}_{step.name}.sql" for step in steps_in()}


def test_every_word_of_a_step_is_in_a_statement() -> None:
    for step in steps_in():
        assert "".join(statements(step.sql)).strip() == step.sql.strip()


def test_a_statement_may_have_words_beside_and_behind_it() -> None:
    script = (
        "-- First; then the next.\nCREATE TABLE a (\n  x TEXT, -- one; two\n  y TEXT\n);  -- the end\nDROP TABLE a;"
    )
    assert len(list(statements(script))) == 2
    assert "".join(statements(script)) == script


def test_a_new_journal_has_every_step_and_its_record(home: Home) -> None:
    journal = opened(home)
    assert applied(journal) == [step.number for step in steps_in()]
    assert newest(steps_in()) == applied(journal)[-1]
    journal.close()


def test_opening_a_journal_that_is_up_to_date_changes_no_byte(filled_home: Home) -> None:
    before = files_of(filled_home.root)
    opened(filled_home).close()
    assert files_of(filled_home.root) == before


def test_a_step_and_its_record_come_together(filled_home: Home) -> None:
    journal = opened(filled_home)
    before = ids(journal)

    assert upgrade(filled_home, journal, COMING) == 1

    assert applied(journal)[-1] == NEXT
    assert journal._connection.one("SELECT count(*) FROM coming") == len(before)
    assert ids(journal) == before
    assert upgrade(filled_home, journal, COMING) == 0
    journal.close()


def test_a_step_that_breaks_off_leaves_the_journal_as_it_was(filled_home: Home) -> None:
    journal = opened(filled_home)
    before, vault = ids(journal), files_of(filled_home.vault)

    with pytest.raises(CairnError):
        upgrade(filled_home, journal, BREAKS_OFF)

    assert not journal._connection.in_transaction
    assert "half" not in tables(journal)
    assert applied(journal) == BEFORE
    journal.verify()
    journal.close()
    again = opened(filled_home)
    assert ids(again) == before
    again.close()
    assert files_of(filled_home.vault).keys() == vault.keys()


def test_when_a_later_step_breaks_off_the_earlier_one_goes_with_it(filled_home: Home) -> None:
    journal = opened(filled_home)
    with pytest.raises(CairnError):
        upgrade(filled_home, journal, COMING, Step(NEXT + 1, "breaks_off", BREAKS_OFF.sql))
    assert applied(journal) == BEFORE
    assert not {"coming", "half"} & tables(journal)
    journal.close()


def test_the_upgrade_can_be_tried_again_after_it_broke_off(filled_home: Home) -> None:
    journal = opened(filled_home)
    with pytest.raises(CairnError):
        upgrade(filled_home, journal, BREAKS_OFF)
    assert upgrade(filled_home, journal, COMING) == 1
    assert [path.name for path in filled_home.snapshots.iterdir()] == [COPY]
    journal.close()


def test_the_copy_before_an_upgrade_is_a_backup_of_what_was_there(filled_home: Home, tmp_path: Path) -> None:
    journal = opened(filled_home)
    pages = ids(journal)
    upgrade(filled_home, journal, COMING)
    journal.close()

    copy = filled_home.snapshots / COPY
    assert copy.stat().st_mode & 0o777 == 0o600
    gone_back = Home(tmp_path / "gone back")
    restore_backup(gone_back, copy, with_passphrase(PASSPHRASE), LATER)
    old = opened(gone_back)
    assert (ids(old), applied(old)) == (pages, BEFORE)
    old.verify()
    old.close()


def test_without_room_for_the_copy_nothing_is_upgraded(filled_home: Home) -> None:
    filled_home.snapshots.write_text("a file where the folder should be", encoding="utf-8")
    journal = opened(filled_home)

    with pytest.raises(NoRoom, match="no room for a copy"):
        upgrade(filled_home, journal, COMING)

    assert applied(journal) == BEFORE
    assert "coming" not in tables(journal)
    assert not journal._connection.in_transaction
    journal.close()


def test_a_new_database_needs_no_copy(tmp_path: Path) -> None:
    def copy_first(_: int) -> None:
        raise AssertionError("a new database was copied")

    connection = create_database(tmp_path / "new.db", RootKey.generate().database_key())
    assert migrate(connection, [*steps_in(), COMING], NOW, copy_first) == NEXT
    connection.close()


def test_a_journal_of_a_newer_cairn_is_refused_and_not_touched(filled_home: Home, cairn: Cairn) -> None:
    journal = opened(filled_home)
    upgrade(filled_home, journal, COMING)
    journal.close()
    before = files_of(filled_home.root)

    with pytest.raises(NewerFormat):
        opened(filled_home)
    done = cairn("check-in", "--mood", "6", at=filled_home)

    assert (done.returncode, done.stdout) == (8, "")
    assert done.stderr == (
        "cairn: This journal was written by a newer cairn. Nothing was changed.\nOpen it with that version of cairn.\n"
    )
    assert files_of(filled_home.root) == before


def test_two_processes_upgrade_one_journal_once(filled_home: Home) -> None:
    upgraders = [
        subprocess.Popen(
            [sys.executable, "-P", "-m", "tests.store.upgrading", str(filled_home.root)],
            cwd=ROOT,
            env={"PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": "1"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    for upgrader in upgraders:
        assert upgrader.stdout is not None
        assert upgrader.stdout.readline() == "ready\n"
    told = [upgrader.communicate("go\n", timeout=60) for upgrader in upgraders]

    assert sorted(said for said, _ in told) == ["0\n", "1\n"]
    assert [complaint for _, complaint in told] == ["", ""]
    assert [path.name for path in filled_home.snapshots.iterdir()] == [COPY]
    with pytest.raises(NewerFormat):
        opened(filled_home)

"""The one door to the engine: its settings hold, no second file is opened, and its errors carry no word."""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.errors import BadInput, Busy, CairnError, Damaged, NoRoom
from journal.store import connection as door
from journal.store.connection import Connection, create_database, open_database
from journal.vault.secrets import RootKey
from tests.faults.injected import ROOT
from tests.quick_store import GUARD

SETTINGS = {
    "cipher_memory_security": (1, "1"),
    "temp_store": (2,),
    "locking_mode": ("normal",),
    "busy_timeout": (10_000,),
    "journal_mode": ("delete",),
    "synchronous": (3,),
    "foreign_keys": (1,),
    "trusted_schema": (0,),
}
"""Source: security brief, b.4 step 6. `temp_store` 2 is memory, `synchronous` 3 is EXTRA."""

READ_BACK = """
import json, pathlib, sys
from journal.store.connection import create_database
from journal.vault.secrets import RootKey

opened = create_database(pathlib.Path(sys.argv[1]), RootKey(bytearray(range(32))).database_key())
print(json.dumps({name: opened.one(f"PRAGMA {name}") for name in sys.argv[2:]}))
"""
SECRET_WORDS = "words that belong to one person"


@pytest.fixture
def root() -> RootKey:
    return RootKey(bytearray(range(32)))


@pytest.fixture
def connection(tmp_path: Path, root: RootKey) -> Iterator[Connection]:
    """A database with one table, opened as a journal is."""
    made = create_database(tmp_path / "journal-1.db", root.database_key())
    made.execute("CREATE TABLE thing (number INTEGER PRIMARY KEY, words TEXT UNIQUE CHECK (words <> 'no')) STRICT")
    made.close()
    opened = open_database(tmp_path / "journal-1.db", root.database_key())
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def read_back(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Every setting of a database that a process of its own has opened, as a person's does."""
    place = str(tmp_path_factory.mktemp("settings") / "journal-1.db")
    done = subprocess.run(
        [sys.executable, "-c", READ_BACK, place, *SETTINGS], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


@pytest.mark.parametrize(("name", "expected"), SETTINGS.items(), ids=SETTINGS)
def test_a_setting_is_what_the_brief_says(
    read_back: dict[str, object], name: str, expected: tuple[object, ...]
) -> None:
    assert read_back[name] in expected


@pytest.mark.parametrize("name", sorted(SETTINGS.keys() - {GUARD}))
def test_a_journal_of_the_tests_has_the_same_but_for_the_guard_over_memory(connection: Connection, name: str) -> None:
    assert connection.one(f"PRAGMA {name}") in SETTINGS[name]


def test_a_setting_that_does_not_hold_stops_the_opening(
    tmp_path: Path, root: RootKey, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As in a build of the engine that knows one of them under another name, or not at all."""
    monkeypatch.setattr(door, "_PRAGMAS", (("no_such_setting", "ON", 1),))
    with pytest.raises(CairnError):
        open_database(tmp_path / "journal-1.db", root.database_key())


def test_a_setting_that_was_taken_for_another_stops_the_opening(
    tmp_path: Path, root: RootKey, connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(door, "_PRAGMAS", (("synchronous", "OFF", 3),))
    with pytest.raises(CairnError, match="does not keep the settings"):
        open_database(tmp_path / "journal-1.db", root.database_key())


@pytest.mark.parametrize(
    "sql",
    [
        "ATTACH '{path}' AS other",
        "ATTACH '{path}' AS other KEY ''",
        "ATTACH DATABASE ':memory:' AS other",
        "ATTACH '' AS other",
        "VACUUM INTO '{path}'",
    ],
)
def test_no_second_file_is_opened_beside_the_journal(connection: Connection, tmp_path: Path, sql: str) -> None:
    with pytest.raises(CairnError):
        connection.execute(sql.format(path=tmp_path / "other.db"))
    assert [path.name for path in tmp_path.iterdir()] == ["journal-1.db"]
    assert [name for _, name, _ in connection.rows("PRAGMA database_list")] == ["main"]


@pytest.mark.parametrize(
    "pragma",
    ["key = 'x'", "rekey = 'x'", "hexkey = '00'", "hexrekey = '00'", "temp_store = FILE", "journal_mode = WAL",
     "synchronous = OFF"],
)  # fmt: skip
def test_no_statement_changes_the_key_or_what_keeps_words_off_the_disk(connection: Connection, pragma: str) -> None:
    with pytest.raises(CairnError):
        connection.execute(f"PRAGMA {pragma}")
    assert connection.one("PRAGMA journal_mode") == "delete"
    assert connection.one("PRAGMA synchronous") == 3
    assert connection.one("SELECT count(*) FROM sqlite_master") is not None


def test_an_engine_without_the_guard_would_open_a_second_file(tmp_path: Path) -> None:
    """What the guard is for, seen in the standard library's engine."""
    unguarded = sqlite3.connect(tmp_path / "one.db")
    unguarded.execute("ATTACH ? AS other", (str(tmp_path / "other.db"),))
    unguarded.execute("CREATE TABLE other.words (x TEXT)")
    unguarded.close()
    assert (tmp_path / "other.db").exists()


def test_a_database_that_is_there_is_never_made_anew(tmp_path: Path, root: RootKey, connection: Connection) -> None:
    with pytest.raises(FileExistsError):
        create_database(tmp_path / "journal-1.db", root.database_key())


def test_a_database_is_locked_from_its_first_byte(tmp_path: Path, connection: Connection) -> None:
    content = (tmp_path / "journal-1.db").read_bytes()
    assert b"SQLite format" not in content
    assert b"thing" not in content


def test_the_key_of_another_journal_opens_nothing(tmp_path: Path, connection: Connection) -> None:
    with pytest.raises(Damaged):
        open_database(tmp_path / "journal-1.db", RootKey(bytearray(32)).database_key())


def test_what_cannot_be_read_is_said(tmp_path: Path, root: RootKey) -> None:
    (tmp_path / "journal-1.db").mkdir()
    with pytest.raises(NoRoom, match="cannot be read"):
        open_database(tmp_path / "journal-1.db", root.database_key())


def test_another_writer_is_waited_for_and_then_said(tmp_path: Path, root: RootKey, connection: Connection) -> None:
    writer = open_database(tmp_path / "journal-1.db", root.database_key())
    writer.execute("BEGIN IMMEDIATE")
    connection.rows("PRAGMA busy_timeout = 20")

    with pytest.raises(Busy):
        connection.execute("BEGIN IMMEDIATE")

    writer.execute("ROLLBACK")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("ROLLBACK")
    writer.close()


def test_a_reader_is_not_kept_waiting_by_a_writer(tmp_path: Path, root: RootKey, connection: Connection) -> None:
    writer = open_database(tmp_path / "journal-1.db", root.database_key())
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("INSERT INTO thing (words) VALUES ('unfinished')")

    assert connection.one("SELECT count(*) FROM thing") == 0

    writer.execute("ROLLBACK")
    writer.close()


@pytest.mark.parametrize(
    "sql",
    [
        f"SELECT '{SECRET_WORDS}' FROM nowhere",
        f"SELECT {SECRET_WORDS}",
        f"INSERT INTO thing (number, words) VALUES ('{SECRET_WORDS}', 'x')",
        "INSERT INTO thing (words) VALUES ('no')",
    ],
    ids=["no such table", "no grammar", "another type", "a check"],
)
def test_an_error_of_the_engine_repeats_nothing(connection: Connection, sql: str) -> None:
    with pytest.raises(CairnError) as refused:
        connection.execute(sql)
    assert str(refused.value) == CairnError.sentence
    assert refused.value.hint == ""


@pytest.mark.parametrize("words", [f"{SECRET_WORDS} \ud83d", "\udcff"])
def test_half_a_character_is_refused_without_repeating_it(connection: Connection, words: str) -> None:
    with pytest.raises(BadInput) as refused:
        connection.execute("INSERT INTO thing (words) VALUES (?)", (words,))
    assert str(refused.value) == "Some of that text holds characters that cannot be kept."
    assert refused.value.__cause__ is None
    assert connection.one("SELECT count(*) FROM thing") == 0


def test_one_answer_where_there_is_none_is_damage(connection: Connection) -> None:
    with pytest.raises(Damaged):
        connection.one("SELECT words FROM thing")

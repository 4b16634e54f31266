"""`docs/threat-model.md`: every promise is numbered and names tests that are there; what is not promised is so."""

import ast
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
import sqlcipher3

from journal.paths import Home
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import open_journal
from journal.use_cases.safe_copies import create_backup, restore_backup
from journal.use_cases.snapshots import snapshot_if_due
from journal.use_cases.unlocking import with_passphrase
from journal.use_cases.ways_in import change_passphrase, draw_rotation
from tests.conftest import PASSPHRASE, FixedClock
from tests.docs.conftest import ROOT

PAGE = (ROOT / "docs" / "threat-model.md").read_text(encoding="utf-8")
EACH_STORE = {"store", "relay", "kept"}
"""What hands a test of the relay SQLite, and PostgreSQL."""
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")


def promises() -> dict[int, str]:
    """What stands under each number."""
    parts = re.split(r"^### (\d+)\. ", PAGE[: PAGE.index("## Not promised")], flags=re.MULTILINE)[1:]
    return {int(number): text for number, text in zip(parts[::2], parts[1::2], strict=True)}


def proofs() -> dict[str, str]:
    """The rows of the last tables, by their number."""
    return dict(re.findall(r"^\| ([A-Z]\d+) \| .* \| (.*) \|$", PAGE, re.MULTILINE))


def found_in(path: Path) -> dict[str, set[str]]:
    """Every test of a file, with what it is handed."""
    nodes = ast.parse(path.read_text(encoding="utf-8")).body
    functions = [node for node in nodes if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return {function.name: {one.arg for one in function.args.args} for function in functions}


def test_promises_are_numbered_without_a_gap() -> None:
    assert list(promises()) == list(range(1, len(promises()) + 1))
    assert len(promises()) >= 30


def test_every_promise_names_its_proof() -> None:
    without = [number for number, text in promises().items() if not NAMED.findall(text.partition("\nProof: ")[2])]
    assert without == []


def test_every_proof_of_the_vault_of_sharing_and_of_the_relay_is_named() -> None:
    numbered = {"V": 11, "P": 3, "E": 6, "M": 3, "C": 4, "R": 4}
    assert list(proofs()) == [f"{letter}{each}" for letter, most in numbered.items() for each in range(1, most + 1)]
    assert [number for number, text in proofs().items() if not NAMED.findall(text)] == []


def test_every_test_that_is_named_is_there() -> None:
    named = NAMED.findall(PAGE)
    assert len(named) == PAGE.count("`tests/"), "each is a file and a test"
    files = {file: found_in(ROOT / file) for file in {file for file, _ in named} if (ROOT / file).is_file()}
    assert [f"{file}::{test}" for file, test in named if test not in files.get(file, {})] == []


@pytest.mark.parametrize("number", ["R1", "R2", "R3", "R4"])
def test_each_of_the_relays_numbers_is_promised_and_its_proofs_are_the_promises(number: str) -> None:
    (promised,) = [text for text in promises().values() if f"({number})" in text.partition("\n")[0]]
    proved = NAMED.findall(proofs()[number])
    assert len(proved) >= 5
    assert set(NAMED.findall(promised)) & set(proved)


@pytest.mark.parametrize("number", ["R1", "R2", "R4"])
def test_what_is_said_of_a_relay_is_tried_on_both_stores(number: str) -> None:
    """By a test that is handed each store in turn, else by one of each store."""
    proved = NAMED.findall(proofs()[number])
    handed = {(file, test): found_in(ROOT / file)[test] for file, test in proved}
    alone = {file for (file, _), arguments in handed.items() if arguments.isdisjoint(EACH_STORE)}
    assert len(handed) > len(alone)
    assert alone in (set(), {"tests/relay/test_sqlite_slots.py", "tests/relay/test_postgres_slots.py"})


def test_every_link_of_it_leads_somewhere() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", PAGE):
        assert (ROOT / "docs" / target).exists(), target


# What is promised and has no other place


def test_the_process_that_holds_a_key_writes_no_core_and_may_not_be_looked_into() -> None:
    """As the first line of the program leaves it: with a new start the system forgets, so it is set each time."""
    asked = (
        "import ctypes, resource, sys\n"
        "from journal.vault.process import harden_process\n"
        "harden_process()\n"
        "dumpable = ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) if sys.platform == 'linux' else 0\n"
        "print(*resource.getrlimit(resource.RLIMIT_CORE), dumpable)\n"
    )
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, cwd=ROOT, check=True)
    assert done.stdout == "0 0 0\n"
    first = (ROOT / "tui" / "cli.py").read_text(encoding="utf-8").partition("def main(")[2]
    assert 0 < first.index("\n    harden_process()\n") < first.index("build_parser(typed)")


def test_what_the_engine_is_really_told_holds_no_key_and_no_change_of_one(
    home: Home, clock: FixedClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """V8 while it runs: every statement of every connection, through all that is done with keys."""
    told: list[str] = []
    connect = sqlcipher3.connect

    class Spoken(sqlcipher3.Connection):  # type: ignore[misc]  # the engine ships no types
        def execute(self, sql: str, *values: object) -> object:
            told.append(sql)
            return super().execute(sql, *values)

        def executemany(self, sql: str, rows: object) -> object:
            told.append(sql)
            return super().executemany(sql, rows)

    monkeypatch.setattr(sqlcipher3, "connect", lambda *place, **how: connect(*place, factory=Spoken, **how))
    journal = open_journal(home, PASSPHRASE, clock)
    journal.write_page(replace(journal.blank_page(), body="a page"))
    assert journal.unlocked is not None
    hexes = {bytes(journal.unlocked.keys.database_key())[2:-1].decode()}
    snapshot_if_due(journal.unlocked, clock)
    backup = create_backup(journal.unlocked, tmp_path / "copy", clock).path
    journal.close()
    change_passphrase(home, PASSPHRASE, "another four quiet words")
    hexes.add(bytes(draw_rotation(home, "another four quiet words").take_effect().keys.database_key())[2:-1].decode())
    restore_backup(home, backup, with_passphrase(PASSPHRASE), clock, over=True)

    assert any("PRAGMA cipher_log_level" in sql for sql in told)
    assert any("INSERT INTO entry" in sql for sql in told)
    forbidden = re.compile(r"pragma\W+(hex)?(re)?key|\battach\b|vacuum\W+into|temp_store\W+file", re.IGNORECASE)
    assert [sql for sql in told if forbidden.search(sql)] == []
    assert [sql for sql in told if any(key in sql.lower() for key in hexes)] == []


# What is not promised, and is as it is said to be


def test_a_whole_folder_from_before_is_not_noticed(home: Home, clock: FixedClock, tmp_path: Path) -> None:
    def write(body: str) -> None:
        journal = open_journal(home, PASSPHRASE, clock)
        journal.write_page(replace(journal.blank_page(), body=body))
        assert journal.unlocked is not None
        snapshot_if_due(journal.unlocked, clock)
        journal.close()

    write("last week")
    shutil.copytree(home.root, tmp_path / "last week")
    write("today")
    shutil.rmtree(home.root)
    shutil.copytree(tmp_path / "last week", home.root)

    older = open_journal(home, PASSPHRASE, clock)
    older.verify()
    assert older.newer_copy_day() is None
    older.close()


def test_a_copy_elsewhere_still_opens_with_what_opened_it_then(
    home: Home, journal: OpenJournal, clock: FixedClock, tmp_path: Path
) -> None:
    assert journal.unlocked is not None
    backup = create_backup(journal.unlocked, tmp_path / "copy", clock).path
    journal.close()
    change_passphrase(home, PASSPHRASE, "another four quiet words")
    restore_backup(Home(tmp_path / "elsewhere"), backup, with_passphrase(PASSPHRASE), clock)
    open_journal(Home(tmp_path / "elsewhere"), PASSPHRASE, clock).close()

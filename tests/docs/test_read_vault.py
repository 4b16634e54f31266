"""The stand-alone reader: a journal can be read without cairn, by a program of one file that anybody can read first."""

import ast
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from journal.paths import Home
from journal.store.connection import open_database
from journal.use_cases.unlocking import unlock_with_passphrase
from tests.architecture import source_rules
from tests.conftest import PASSPHRASE
from tests.docs.conftest import READER, ROOT
from tests.frozen.test_frozen_backups import PASSPHRASE as LATER
from tests.frozen.test_frozen_journals import PASSPHRASE as FIRST
from tests.vault.header_bytes import files_of, flipped
from tests.vault.test_backup_vectors import file_of, vectors_with

HEADERS = ROOT / "tests" / "vectors" / "vault"
NO_DATABASE = "The journal file is not what cairn wrote."
MODULES = {"cryptography", "sqlcipher3"}
AND_THEN_SAY = f"""
import runpy, sys
before = {{name.partition(".")[0] for name in sys.modules}}
sys.argv = sys.argv[1:]
runpy.run_path({str(READER)!r}, run_name="__main__")
after = {{name.partition(".")[0] for name in sys.modules}}
print(*sorted(after - before - sys.stdlib_module_names), file=sys.stderr)
"""

Things = list[dict[str, Any]]


def run(place: Path, passphrase: str, elsewhere: Path, *program: str) -> "subprocess.CompletedProcess[str]":
    """The program as somebody runs it who has nothing of cairn: isolated, in a folder of their own."""
    elsewhere.mkdir(exist_ok=True)
    return subprocess.run(
        [sys.executable, "-I", *(program or (str(READER),)), str(place), "--passphrase-fd", "0"],
        input=f"{passphrase}\n",
        capture_output=True,
        text=True,
        cwd=elsewhere,
        env={"PATH": os.environ["PATH"], "TMPDIR": str(elsewhere)},
        timeout=60,
        check=False,
    )


def things_in(lines: str) -> Things:
    return [json.loads(line) for line in lines.splitlines()]


def headers_with(key: str) -> list[Any]:
    """Vectors of key files that are opened with a passphrase."""
    found = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(HEADERS.glob("*.json"))}
    return [
        pytest.param(vector, id=name)
        for name, vector in found.items()
        if key in vector and "passphrase" in vector["opens_with"]
    ]


def read(
    reader: ModuleType,
    place: Path,
    passphrase: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Things:
    """The same in this process, asked for the passphrase as on a terminal."""
    monkeypatch.setattr(sys, "argv", ["read_vault.py", str(place)])
    monkeypatch.setattr(reader.getpass, "getpass", lambda _question: passphrase)
    reader.main()
    return things_in(capsys.readouterr().out)


# As a process of its own


def test_a_journal_of_the_first_version_is_read_whole(frozen: Path, tmp_path: Path) -> None:
    before = files_of(frozen)

    done = run(frozen / "journal-0001", FIRST, tmp_path / "elsewhere")

    assert (done.returncode, done.stderr) == (0, "")
    check_in, page, *others = things_in(done.stdout)
    assert page["entry"][0]["body"] == "By the canal, later.\n\n\u05e9\u05dc\u05d5\u05dd"
    assert (check_in["check_in"][0]["mood"], check_in["check_in_feeling"][0]["feeling"]) == (6, "calm")
    assert [thing["tool"][0]["name"] for thing in others if thing["kind"] == "tool"] == ["a walk", "music, quietly"]
    assert [thing["draft"][0]["body"] for thing in others if thing["kind"] == "draft"] == ["begun"]
    assert files_of(frozen) == before
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_vault_is_read_with_every_kind_of_thing(frozen: Path, tmp_path: Path) -> None:
    done = run(frozen / "journal-0002", LATER, tmp_path / "elsewhere")

    assert (done.returncode, done.stderr) == (0, "")
    kinds = [thing["kind"] for thing in things_in(done.stdout)]
    assert sorted(kinds) == sorted(
        ["check-in"] * 2
        + ["draft"] * 2
        + ["goal"] * 2
        + ["plan"] * 2
        + ["session"] * 2
        + ["entry", "partner", "person", "story", "strength", "tool", "week"]
    )


def test_a_backup_is_read_with_two_packages_and_nothing_of_cairn(frozen: Path, tmp_path: Path) -> None:
    before = files_of(frozen)

    done = run(frozen / "backup-0002", LATER, tmp_path / "elsewhere", "-c", AND_THEN_SAY, str(READER))

    assert done.returncode == 0
    assert {name for name in done.stderr.split() if not name.startswith("_")} == MODULES
    goal = things_in(done.stdout)[0]
    assert goal["goal"][0]["title"] == "Get out most days"
    assert [step["text"] for step in goal["goal_step"]] == ["ask about a walk on Tuesday", "find my boots"]
    assert goal["goal_reflection"][0]["note"] == "Easier in the morning. \u05e9\u05dc\u05d5\u05dd"
    assert files_of(frozen) == before
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_another_passphrase_is_one_sentence_and_nothing_else(frozen: Path, tmp_path: Path) -> None:
    done = run(frozen / "backup-0002", "another one", tmp_path / "elsewhere")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "That passphrase does not open it.\n"


# As a program of one file


def test_it_imports_two_packages_and_the_standard_library() -> None:
    imported: set[str] = set()
    for node in ast.walk(ast.parse(READER.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            imported.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.module is not None
            assert node.level == 0
            imported.add(node.module.partition(".")[0])
    assert imported - sys.stdlib_module_names == MODULES


def test_it_is_short_enough_to_be_read_first() -> None:
    assert len(READER.read_text(encoding="utf-8").splitlines()) < 180


def test_it_uses_no_statement_that_the_journal_may_not_use(tmp_path: Path) -> None:
    (tmp_path / "tools").mkdir()
    shutil.copy(READER, tmp_path / "tools")
    assert source_rules.engine_statements(tmp_path) == []


def test_the_page_on_the_format_names_it() -> None:
    assert "read_vault.py" in (ROOT / "docs" / "vault-format.md").read_text(encoding="utf-8")


# What it reads


def test_a_vault_and_its_backup_are_read_alike(
    reader: ModuleType, frozen: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    vault = read(reader, frozen / "journal-0002" / "vault", LATER, monkeypatch, capsys)
    assert len(vault) == 17
    assert read(reader, frozen / "backup-0002", LATER, monkeypatch, capsys) == vault


def test_the_second_key_file_is_read_where_the_first_is_damaged(
    reader: ModuleType, frozen: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    header = frozen / "journal-0002" / "vault" / "header"
    header.write_bytes(flipped(header.read_bytes(), 40))
    assert len(read(reader, frozen / "journal-0002", LATER, monkeypatch, capsys)) == 17


def test_a_write_that_was_cut_off_is_taken_back_in_the_copy_alone(
    reader: ModuleType, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    unlocked = unlock_with_passphrase(home, PASSPHRASE)
    writer = open_database(home.vault / "journal-1.db", unlocked.keys.database_key())
    writer.rows("PRAGMA cache_size = 1")
    writer.execute("BEGIN IMMEDIATE")
    for number in range(200):
        writer.execute(
            "INSERT INTO draft (id, kind, at, zone, for_date, body, saved_at) VALUES (?, 'entry', '', '', '', ?, '')",
            (str(number), "half written " * 40),
        )
    shutil.copytree(home.root, tmp_path / "cut off")
    writer.execute("ROLLBACK")
    writer.close()
    left = tmp_path / "cut off" / "vault" / "journal-1.db-journal"
    assert left.stat().st_size > 0
    before = files_of(tmp_path / "cut off")

    assert read(reader, tmp_path / "cut off", PASSPHRASE, monkeypatch, capsys) == []
    assert files_of(tmp_path / "cut off") == before


def test_a_damaged_page_is_said_and_what_can_be_read_is(
    reader: ModuleType, frozen: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    database = frozen / "journal-0002" / "vault" / "journal-1.db"
    content = database.read_bytes()
    database.write_bytes(flipped(content, len(content) - 3000))
    monkeypatch.setattr(sys, "argv", ["read_vault.py", str(frozen / "journal-0002")])
    monkeypatch.setattr(reader.getpass, "getpass", lambda _question: LATER)
    reader.main()
    printed = capsys.readouterr()
    assert printed.err == "A page of the journal file does not pass its check. Words may be missing.\n"
    assert len(things_in(printed.out)) == 17


@pytest.mark.parametrize("vector", headers_with("expected"))
def test_a_key_file_gives_it_the_root_that_it_gives_cairn(reader: ModuleType, vector: dict[str, Any]) -> None:
    root, vault_id, name = reader.unlocked(vector["header"].encode("ascii"), vector["opens_with"]["passphrase"])
    expected = vector["expected"]
    assert (root.hex(), vault_id.hex()) == (expected["root"], expected["vault_id"])
    assert name == f"journal-{expected['gen']}.db"


@pytest.mark.parametrize("vector", headers_with("error"))
def test_a_key_file_that_cairn_refuses_it_refuses(
    reader: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    vector: dict[str, Any],
) -> None:
    (tmp_path / "vault").mkdir()
    (tmp_path / "vault" / "header").write_bytes(vector["header"].encode("ascii"))
    sentence = refusal(reader, tmp_path, vector, monkeypatch)
    assert sentence != NO_DATABASE, "it never came to the database"
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize("vector", vectors_with("error"))
def test_a_backup_that_cairn_refuses_it_refuses(
    reader: ModuleType,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    vector: dict[str, Any],
) -> None:
    sentence = refusal(reader, file_of(vector, tmp_path), vector, monkeypatch)
    assert re.fullmatch(r"[A-Z][^.]+\.", sentence)
    assert (sentence == NO_DATABASE) == vector["about"].startswith(
        ("The bytes are the right ones", "A database that", "Less")
    )
    assert capsys.readouterr().out == ""


def refusal(reader: ModuleType, place: Path, vector: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> str:
    """The sentence that ends it."""
    monkeypatch.setattr(sys, "argv", ["read_vault.py", str(place)])
    monkeypatch.setattr(reader.getpass, "getpass", lambda _question: vector["opens_with"]["passphrase"])
    with pytest.raises(SystemExit) as refused:
        reader.main()
    return str(refused.value.code)

"""`cairn vault passphrase|recovery|rotate`, `cairn backup` and `cairn erase`, each as a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from journal.paths import Home
from journal.use_cases.opening import open_journal
from journal.use_cases.snapshots import snapshots_in
from tests.conftest import PASSPHRASE, Cairn, FixedClock, cairn_environment

NEW = "another four quiet words"


@pytest.fixture
def written_home(home: Home) -> Home:
    journal = open_journal(home, PASSPHRASE, FixedClock())
    journal.write_page(replace(journal.blank_page(), body="a page about a heron"))
    journal.close()
    return home


def with_lines(
    home: Home, lines: Sequence[str], *arguments: str, words: str = ""
) -> "subprocess.CompletedProcess[str]":
    """A call that reads its passphrases from a descriptor."""
    reader, writer = os.pipe()
    os.write(writer, "".join(f"{line}\n" for line in lines).encode())
    os.close(writer)
    try:
        return subprocess.run(
            [sys.executable, "-P", "-m", "tui", "--passphrase-fd", str(reader), *arguments],
            input=words, text=True, capture_output=True, pass_fds=[reader], timeout=60, check=False,
            env=cairn_environment(home, CAIRN_PASSPHRASE_COMMAND=""),
        )  # fmt: skip
    finally:
        os.close(reader)


def bodies(home: Home, passphrase: str = PASSPHRASE) -> list[str]:
    journal = open_journal(home, passphrase, FixedClock())
    found = [str(body) for (body,) in journal._connection.rows("SELECT body FROM entry")]
    journal.close()
    return found


def test_the_old_passphrase_and_then_the_new_one_by_a_descriptor(written_home: Home) -> None:
    done = with_lines(written_home, [PASSPHRASE, NEW], "vault", "passphrase", "--json")
    assert (done.returncode, json.loads(done.stdout), done.stderr) == (0, {"changed": "passphrase"}, "")
    assert bodies(written_home, NEW) == ["a page about a heron"]


def test_a_wrong_passphrase_changes_nothing_and_a_missing_second_line_neither(written_home: Home) -> None:
    before = written_home.header.read_bytes()
    assert with_lines(written_home, ["wrong", NEW], "vault", "passphrase").returncode == 3
    assert with_lines(written_home, [PASSPHRASE], "vault", "passphrase").returncode == 2
    assert written_home.header.read_bytes() == before


def test_new_recovery_words_go_to_a_file_and_are_checked_from_it(
    written_home: Home, cairn: Cairn, tmp_path: Path
) -> None:
    out = tmp_path / "words"
    assert cairn("vault", "recovery", "--recovery-out", str(out)).returncode == 0
    assert out.stat().st_mode & 0o777 == 0o600
    checked = cairn("vault", "recovery", "--check", "-", "--json", words=out.read_text(encoding="utf-8"))
    assert json.loads(checked.stdout) == {"open": True}
    assert cairn("vault", "recovery", "--check", "-", words="zoo " * 15).returncode == 3
    assert cairn("vault", "recovery", "--recovery-out", str(out)).returncode == 8
    assert cairn("vault", "recovery").returncode == 2


def test_a_forgotten_passphrase_is_replaced_by_way_of_the_words(
    written_home: Home, cairn: Cairn, tmp_path: Path
) -> None:
    out = tmp_path / "words"
    cairn("vault", "recovery", "--recovery-out", str(out))
    words = out.read_text(encoding="utf-8")
    assert with_lines(written_home, [NEW], "vault", "passphrase", "--recovery", "-", words="zoo " * 15).returncode == 3
    assert with_lines(written_home, [NEW], "vault", "passphrase", "--recovery", "-", words=words).returncode == 0
    assert bodies(written_home, NEW) == ["a page about a heron"]


def test_a_new_key_keeps_every_page_and_says_what_stops_working(written_home: Home, cairn: Cairn) -> None:
    done = cairn("vault", "rotate", "--recovery-out", "-", "--json")
    document = json.loads(done.stdout)
    assert (document["changed"], document["gen"], len(document["recovery_words"])) == ("key", 2, 15)
    assert bodies(written_home) == ["a page about a heron"]
    assert [copy.generation for copy in snapshots_in(written_home)] == [2]


def test_old_copies_go_with_the_old_key_when_that_is_asked_for(
    written_home: Home, cairn: Cairn, tmp_path: Path
) -> None:
    written_home.snapshots.mkdir()
    (written_home.snapshots / "2026-03-01.backup").touch()
    done = cairn("vault", "rotate", "--recovery-out", str(tmp_path / "words"), "--delete-old-copies")
    assert done.returncode == 0
    assert "Your old printed words do not open it any more." in done.stdout
    assert [copy.generation for copy in snapshots_in(written_home)] == [2]


def test_a_backup_is_made_checked_and_put_back(written_home: Home, cairn: Cairn, tmp_path: Path) -> None:
    copy, other = tmp_path / "copy", Home(tmp_path / "other")
    made = json.loads(cairn("backup", "create", str(copy), "--json").stdout)
    assert (made["file"], made["rows"]["entry"]) == (str(copy), 1)
    assert cairn("backup", "create", str(copy)).returncode == 8
    checked = cairn("backup", "verify", str(copy))
    assert "It holds 1 page." in checked.stdout
    assert cairn("backup", "restore", str(copy), at=other).returncode == 0
    assert bodies(other) == ["a page about a heron"]


def test_a_journal_that_is_there_is_replaced_only_for_the_word(
    written_home: Home, cairn: Cairn, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    cairn("backup", "create", str(copy))
    cairn("write", "-", words="written since")
    refused = cairn("backup", "restore", str(copy), "-", words="no")
    assert (refused.returncode, len(bodies(written_home))) == (8, 2)
    assert cairn("backup", "restore", str(copy)).returncode == 2
    done = json.loads(cairn("backup", "restore", str(copy), "-", "--json", words="restore\n").stdout)
    assert bodies(written_home) == ["a page about a heron"]
    assert Path(done["kept"]).is_dir()


def test_a_bad_backup_is_told_by_its_code_and_nothing_is_asked(
    written_home: Home, cairn: Cairn, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    cairn("backup", "create", str(copy))
    copy.write_bytes(copy.read_bytes()[:-1])
    before = written_home.header.read_bytes()
    for deed in ("verify", "restore"):
        done = cairn("backup", deed, str(copy), CAIRN_PASSPHRASE_COMMAND="exit 1")
        assert (done.returncode, done.stderr) == (
            5,
            "cairn: This backup was cut off, added to or changed. Nothing was changed.\n",
        )
    assert cairn("backup", "verify", str(tmp_path / "none")).returncode == 4
    assert written_home.header.read_bytes() == before


def test_a_page_is_erased_for_the_word_and_not_without_it(written_home: Home, cairn: Cairn) -> None:
    page = json.loads(cairn("show", "--json").stdout)["items"][0]["id"]
    for words in ("", "yes", "erased"):
        assert cairn("erase", page, "-", words=words).returncode == 8
    assert cairn("erase", page).returncode == 2
    done = cairn("erase", page, "-", "--json", words="erase\n")
    assert json.loads(done.stdout) == {"erased": {"entry": 1}, "new_safety_copy": True}
    assert "This goes: 1 page." in done.stderr
    assert bodies(written_home) == []


def test_days_and_everything_are_erased_and_unclear_calls_are_off(written_home: Home, cairn: Cairn) -> None:
    assert cairn("erase").returncode == 2
    assert cairn("erase", "--everything", "--from", "today").returncode == 2
    assert cairn("erase", "--from", "2026-01-01", "--to", "2026-01-02", "-", words="erase").returncode == 4
    assert cairn("erase", "--from", "2026-03-14", "--to", "2026-03-14", "-", words="erase").returncode == 0
    assert bodies(written_home) == []
    assert cairn("erase", "--everything", "-", words="erase").returncode == 0
    assert not written_home.root.exists()
    assert cairn("show").returncode == 4


def test_a_shell_makes_a_safety_copy_when_the_last_is_a_week_old(written_home: Home, cairn: Cairn) -> None:
    written_home.snapshots.mkdir()
    (written_home.snapshots / "2026-03-14.backup").touch()
    assert cairn("show").returncode == 0
    assert len(snapshots_in(written_home)) == 2
    assert cairn("show").returncode == 0
    assert len(snapshots_in(written_home)) == 2

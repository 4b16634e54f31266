"""Making a journal from the shell, and bringing one in from jrnl."""

import json
from pathlib import Path

from journal.paths import Home
from tests.commands.answers import answer
from tests.conftest import Cairn
from tests.portable.jrnl_journal import make_jrnl_exports


def test_init_without_a_terminal_makes_a_journal_and_hands_over_fifteen_words(cairn: Cairn, tmp_path: Path) -> None:
    at, words = Home(tmp_path / "new"), tmp_path / "words.txt"
    made = answer(cairn("init", "--country", "gb", "--recovery-out", str(words), "--json", at=at))
    assert set(made) == {"home", "id"}
    assert made["home"] == str(at.root)
    assert len(words.read_text().split()) == 15
    assert words.stat().st_mode & 0o777 == 0o600
    assert json.loads(at.before_unlock.read_text())["country"] == "GB"
    assert answer(cairn("show", "--json", at=at)) == {"items": []}


def test_init_without_a_terminal_and_without_a_place_for_the_words_is_exit_2_and_makes_nothing(
    cairn: Cairn, tmp_path: Path
) -> None:
    at = Home(tmp_path / "new")
    assert cairn("init", at=at).returncode == 2
    assert cairn("init", "--recovery-out", "-", at=at, CAIRN_PASSPHRASE_COMMAND="").returncode == 2
    assert cairn("init", "--recovery-out", "-", "--country", "XX", at=at).returncode == 2
    assert not at.root.exists()


def test_init_where_a_journal_is_already_is_exit_8_and_changes_nothing(cairn: Cairn, home: Home) -> None:
    before = {path.name: path.read_bytes() for path in home.vault.iterdir()}
    assert cairn("init", "--recovery-out", "-").returncode == 8
    assert {path.name: path.read_bytes() for path in home.vault.iterdir()} == before


def test_init_never_writes_over_a_file_that_is_there(cairn: Cairn, tmp_path: Path) -> None:
    taken = tmp_path / "taken"
    taken.write_text("mine")
    assert cairn("init", "--recovery-out", str(taken), at=Home(tmp_path / "new")).returncode == 8
    assert taken.read_text() == "mine"
    assert not (tmp_path / "new").exists()


def test_a_thousand_pages_of_jrnl_come_in_from_text_and_json_alike_and_never_twice(
    cairn: Cairn, home: Home, tmp_path: Path
) -> None:
    """Show at the end, 3: written by jrnl itself in this run."""
    exports = make_jrnl_exports(tmp_path / "jrnl", 1000)
    looked = answer(cairn("import", str(exports.text), "--dry-run", "--json"))
    assert looked["counts"] == {"new": 1000, "known": 0, "broken": 0}
    assert answer(cairn("show", "--json")) == {"items": []}, "a dry run changes nothing"

    first = answer(cairn("import", str(exports.text), "--from", "jrnl", "--zone", "Europe/London", "--json"))
    assert first["counts"] == {"new": 1000, "known": 0, "broken": 0}
    again = answer(cairn("import", str(exports.json), "--json"))
    assert again["counts"] == {"new": 0, "known": 1000, "broken": 0}
    assert answer(cairn("import", str(exports.text), "--json"))["counts"]["new"] == 0

    found = answer(cairn("search", "café", "--limit", "2000", "--json"))
    assert 0 < found["total"] <= 1000
    assert len(found["results"]) == found["total"]
    assert answer(cairn("vault", "verify", "--json"))["rows"]["entry"] == 1000

    gone = answer(cairn("delete", found["results"][0]["id"], "--json"))["id"]
    assert answer(cairn("import", str(exports.json), "--json"))["counts"]["new"] == 0, "what was deleted stays away"
    assert answer(cairn("undo", "--json"))["kind"] == "delete"
    assert answer(cairn("show", gone, "--json"))["id"] == gone
    taken_back = answer(cairn("undo", "--json"))
    assert (taken_back["kind"], taken_back["items"], taken_back["kinds"]) == ("import", 1000, ["entry"])
    assert answer(cairn("show", "--json")) == {"items": []}
    assert answer(cairn("import", str(exports.json), "--json"))["counts"]["new"] == 1000, (
        "taken back, it may come again"
    )


def test_broken_rows_are_named_by_line_and_nothing_comes_in_without_keep_good(cairn: Cairn, tmp_path: Path) -> None:
    file = tmp_path / "journal.txt"
    file.write_text(
        "[2024-01-02 09:05] A good day\nwords\n\n"
        "[2024-13-40 09:05] no such day\nprivate\n\n[2024-01-04 10:00] Another\n"
    )
    done = cairn("import", str(file))
    assert done.returncode == 2
    assert "line 4" in done.stderr
    assert "private" not in done.stderr
    assert answer(cairn("show", "--json")) == {"items": []}

    kept = answer(cairn("import", str(file), "--keep-good", "--json"))
    assert kept["counts"] == {"new": 2, "known": 0, "broken": 1}
    assert any("line 4" in doubt for doubt in kept["doubtful"])


def test_a_file_that_is_not_there_or_not_jrnls_is_exit_2(cairn: Cairn, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign"
    foreign.write_bytes(b"\x00\x01\x02")
    for path in (tmp_path / "nowhere", tmp_path, foreign):
        assert cairn("import", str(path)).returncode == 2
    assert cairn("import", str(foreign), "--zone", "Nowhere/Land").returncode == 2

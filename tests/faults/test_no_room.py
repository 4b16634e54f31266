"""A disk that is full, broken or not to be written on: one clear sentence, nothing changed, and the next try works."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.errors import Busy, NoRoom
from journal.paths import Home
from journal.store.transaction import transaction
from journal.use_cases.open_journal import OpenJournal
from tests.conftest import PASSPHRASE, Cairn
from tests.faults.as_nobody import NOBODY, as_an_ordinary_user
from tests.faults.children import Done, Nursery
from tests.faults.injected import DISK_BROKEN, DISK_FULL, Fault, struck
from tui.wording import shell

NOT_SAVED = f"cairn: {NoRoom.sentence}\n{NoRoom.hint}\n"


def check_in(nursery: Nursery, home: Home, fault: Fault, log: Path, *more: str) -> Done:
    """The command, with a disk that fails it."""
    return nursery.run(_call(home, *more), words=f"{PASSPHRASE}\n", fault=fault, log=log)


def _call(home: Home, *more: str) -> list[str]:
    return ["cairn", "--home", str(home.root), "--passphrase-fd", "0", "check-in", "--mood", "6", *more]


def ids(cairn: Cairn, home: Home) -> list[str]:
    return [item["id"] for item in json.loads(cairn("show", "--json", at=home).stdout)["items"]]


def failing_calls() -> list[object]:
    """A disk that fails once, and one that fails from then on, at the first writes, in the middle and at the last."""
    cases = [
        ("pwrite64", "1"),
        ("pwrite64", "1+"),
        ("pwrite64", "12+"),
        ("pwrite64", "25"),
        ("pwrite64", "27+"),
        ("fsync", "1+"),
    ]
    return [
        pytest.param(name, when, effect, id=f"{effect[6:]} at {name} {when}")
        for effect in (DISK_FULL, DISK_BROKEN)
        for name, when in cases
    ]


def assert_not_saved_and_next_saved(nursery: Nursery, home: Home, log: Path, cairn: Cairn, fault: Fault) -> None:
    """A check-in before, one that fails, one after: the first and the last are there, and every page is whole."""
    before = json.loads(cairn("check-in", "--mood", "1", "--json", at=home).stdout)["id"]

    done = check_in(nursery, home, fault, log)

    assert struck(log)
    assert (done.code, done.said, done.told.decode()) == (6, b"", NOT_SAVED)
    assert ids(cairn, home) == [before]
    again = json.loads(cairn("check-in", "--mood", "6", "--json", at=home).stdout)["id"]
    assert ids(cairn, home) == [again, before]
    assert cairn("vault", "verify", at=home).returncode == 0


@pytest.mark.parametrize(("name", "when", "effect"), failing_calls())
def test_a_check_in_that_the_disk_does_not_take_is_said_and_the_next_one_works(
    nursery: Nursery, quick_home: Home, tmp_path: Path, cairn: Cairn, name: str, when: str, effect: str
) -> None:
    assert_not_saved_and_next_saved(nursery, quick_home, tmp_path / "strace", cairn, Fault(name, when, effect))


def test_a_check_in_without_room_for_its_rollback_journal_is_said_and_the_next_one_works(
    nursery: Nursery, quick_home: Home, tmp_path: Path, cairn: Cairn
) -> None:
    log, undisturbed = tmp_path / "strace", Home(tmp_path / "undisturbed")
    shutil.copytree(quick_home.root, undisturbed.root)
    calls = nursery.calls(_call(undisturbed), undisturbed.root, log, words=f"{PASSPHRASE}\n")
    made = next(call for call in calls if call.name == "openat" and "-journal" in call.line)

    assert_not_saved_and_next_saved(nursery, quick_home, log, cairn, Fault("openat", str(made.nth), DISK_FULL))


def test_a_failure_is_one_document_with_json(nursery: Nursery, quick_home: Home, tmp_path: Path) -> None:
    """Reading needs no write: only the save fails."""
    done = check_in(nursery, quick_home, Fault("pwrite64", "1+", DISK_FULL), tmp_path / "strace", "--json")
    assert done.code == 6
    assert json.loads(done.told)["error"]["code"] == "no-room"


@pytest.mark.soak
def test_a_journal_that_another_process_keeps_for_ten_seconds_is_said_to_be_busy(
    home: Home, cairn: Cairn, journal: OpenJournal
) -> None:
    """It takes those ten seconds. Reading goes on meanwhile."""
    with transaction(journal._connection):
        assert cairn("show").returncode == 0
        done = cairn("check-in", "--mood", "6")
    assert (done.returncode, done.stdout) == (6, "")
    assert done.stderr == f"cairn: {Busy.sentence}\n{Busy.hint}\n"
    assert ids(cairn, home) == []


def test_a_journal_that_was_made_gives_its_words_even_where_the_choices_find_no_room(
    nursery: Nursery, tmp_path: Path
) -> None:
    words, log = f"{PASSPHRASE}\n", tmp_path / "strace"
    undisturbed, home = Home(tmp_path / "undisturbed"), Home(tmp_path / "home")

    def made_at(place: Home) -> list[str]:
        call = ("--passphrase-fd", "0", "init", "--country", "GB", "--recovery-out", "-")
        return ["cairn", "--home", str(place.root), *call]

    calls = nursery.calls(made_at(undisturbed), undisturbed.root, log, words=words)
    choices = next(call for call in calls if call.name == "write" and "before-unlock.json" in call.line)

    done = nursery.run(made_at(home), words=words, fault=Fault("write", str(choices.nth), DISK_FULL), log=log)

    assert struck(log)
    assert len(done.said.split(b"\n")[0].split()) == 15 or not home.exists()


# A home that this user may read and not write


@pytest.fixture
def unwritable(template_home: Home) -> Iterator[Home]:
    """A copy that belongs to an ordinary user and may not be written to, in a place that user can reach."""
    place = Path(tempfile.mkdtemp(prefix="unwritable-"))
    home = Home(place / "home")
    shutil.copytree(template_home.root, home.root)
    paths = [place, home.root, *home.root.rglob("*")]
    for path in reversed(paths):
        path.chmod(0o500 if path.is_dir() else 0o400)
        if os.geteuid() == 0:
            os.chown(path, NOBODY, NOBODY)
    yield home
    for path in paths:
        path.chmod(0o700 if path.is_dir() else 0o600)
    shutil.rmtree(place)


def test_a_home_that_may_not_be_written_is_read_all_the_same(unwritable: Home) -> None:
    shown = as_an_ordinary_user(unwritable, "show")
    assert (shown.returncode, shown.stdout, shown.stderr) == (0, f"{shell.NOTHING_HERE}\n", "")


def test_a_home_that_may_not_be_written_takes_no_check_in_and_says_so(unwritable: Home) -> None:
    before = {path: path.read_bytes() for path in unwritable.root.rglob("*") if path.is_file()}

    done = as_an_ordinary_user(unwritable, "check-in", "--mood", "6")

    assert (done.returncode, done.stdout, done.stderr) == (6, "", NOT_SAVED)
    assert {path: path.read_bytes() for path in unwritable.root.rglob("*") if path.is_file()} == before


def test_a_place_that_may_not_be_written_gets_no_journal(unwritable: Home) -> None:
    done = as_an_ordinary_user(Home(unwritable.root / "deeper"), "init", "--recovery-out", "-")
    assert (done.returncode, done.stdout, done.stderr) == (6, "", NOT_SAVED)


def test_a_damaged_key_file_that_may_not_be_mended_is_said(unwritable: Home) -> None:
    unwritable.header.chmod(0o600)
    unwritable.header.write_bytes(b"cut off")
    unwritable.header.chmod(0o400)

    shown = as_an_ordinary_user(unwritable, "show")

    assert (shown.returncode, shown.stdout) == (0, f"{shell.NOTHING_HERE}\n")
    assert shown.stderr == f"{shell.HEADER_NOT_MENDED}\n"


def test_a_home_that_may_not_be_entered_is_not_called_empty(unwritable: Home) -> None:
    """As after `sudo`, when it belongs to somebody else."""
    unwritable.vault.chmod(0o000)
    done = as_an_ordinary_user(unwritable, "show")
    assert (done.returncode, done.stdout) == (6, "")
    assert done.stderr.startswith("cairn: ")

"""`cairn export`, and what it wrote coming back: said before it is done, for this user alone, never over a file."""

import json
import os
import signal
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from subprocess import CompletedProcess
from typing import IO, Any

import pytest

from journal.domain.timeline import Filter
from journal.errors import AlreadyThere, NoRoom
from journal.paths import Home
from journal.portable import new_place
from journal.portable.new_place import new_file
from journal.use_cases.open_journal import OpenJournal
from journal.use_cases.opening import create_journal
from journal.vault import key_slots
from journal.vault.key_slots import FLOOR
from tests.commands.answers import answer, refused
from tests.commands.conftest import Here
from tests.conftest import PASSPHRASE, Cairn, FixedClock
from tests.portable.archive_stage import SECRET, live, pages_of, rewritten, with_line
from tests.store.remembered_argon2 import RememberedArgon2id
from tui.commands import export, keeping_safe
from tui.commands.terminal import Terminal
from tui.wording import leaving

FORMATS = ("archive", "json", "markdown")


@pytest.fixture
def asked(here: Here, journal: OpenJournal, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """Whether each opening was to ask for the passphrase, whatever is held."""
    openings: list[bool] = []

    @contextmanager
    def opened(_: Terminal, *, ask_again: bool = False) -> Iterator[OpenJournal]:
        openings.append(ask_again)
        yield journal

    monkeypatch.setattr(Terminal, "journal", opened)
    return openings


def write(journal: OpenJournal, words: str) -> str:
    return journal.write_page(replace(journal.blank_page(), body=words)).id


def left(here: Here, form: str, path: Path) -> "CompletedProcess[str]":
    return here("export", "--format", form, "--to", str(path))


def test_everything_goes_through_two_commands_into_a_new_journal(
    cairn: Cairn, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As real processes: what was written in one home is read in another."""
    monkeypatch.setattr(key_slots, "Argon2id", RememberedArgon2id)
    item_id = answer(cairn("write", "--json", "-", words=SECRET))["id"]
    archive, other = tmp_path / "archive", Home(tmp_path / "other")
    told = cairn("export", "--format", "archive", "--to", str(archive), "--json")
    assert answer(told)["counts"]["entry"] == 1
    assert leaving.NOT_LOCKED in told.stderr
    assert stat.S_IMODE(archive.stat().st_mode) == 0o600

    create_journal(other, PASSPHRASE, FixedClock(), FLOOR)
    looked = answer(cairn("import", str(archive), "--from", "cairn", "--dry-run", "--json", at=other))
    assert (looked["counts"], looked["dry_run"]) == ({"new": 1, "known": 0, "broken": 0}, True)
    assert answer(cairn("show", "--json", at=other)) == {"items": []}
    assert answer(cairn("import", str(archive), "--json", at=other))["counts"]["new"] == 1
    assert answer(cairn("show", item_id, "--json", at=other))["body"] == SECRET


@pytest.mark.parametrize("form", FORMATS)
def test_it_says_that_the_copy_is_not_locked_before_a_passphrase_is_asked_for(
    home: Home, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    said: list[str] = []

    def passphrase(_: Terminal, _question: str) -> str:
        said.append(capsys.readouterr().err)
        raise KeyboardInterrupt

    monkeypatch.setattr(Terminal, "passphrase", passphrase)
    options = {"format": form, "to": str(tmp_path / "out"), "home": str(home.root), "json": False, "locked": False}
    with pytest.raises(KeyboardInterrupt):
        export.run(_namespace(options))
    assert said == ["This makes a copy that is not locked. Anyone who opens it can read it.\n"]
    assert not (tmp_path / "out").exists()


def _namespace(options: dict[str, Any]) -> Any:
    from argparse import Namespace

    return Namespace(**{"passphrase_fd": None, "afterwards": [], **options})


@pytest.mark.parametrize("form", FORMATS)
def test_it_asks_for_the_passphrase_even_where_the_key_is_held(
    here: Here, asked: list[bool], tmp_path: Path, form: str
) -> None:
    assert left(here, form, tmp_path / "out").returncode == 0
    assert asked == [True]


@pytest.mark.parametrize("form", FORMATS)
def test_it_says_where_the_copy_is_and_what_it_holds(
    here: Here, asked: list[bool], journal: OpenJournal, tmp_path: Path, form: str
) -> None:
    write(journal, SECRET)
    journal.add_goal("Go out")
    done = left(here, form, tmp_path / "out")
    assert done.stdout.splitlines()[:2] == [
        f"Your copy is in {tmp_path / 'out'}",
        "It holds 1 goal and 1 page.",
    ]
    assert SECRET not in done.stdout + done.stderr
    told = answer(here("export", "--format", form, "--to", str(tmp_path / "again"), "--json"))
    assert (told["format"], told["path"]) == (form, str(tmp_path / "again"))
    assert (told["counts"]["entry"], told["counts"]["session"]) == (1, 0)


@pytest.mark.parametrize("form", FORMATS)
def test_a_dash_is_no_place_and_nothing_is_asked_for(here: Here, asked: list[bool], tmp_path: Path, form: str) -> None:
    """A file called `-` would lie about, not locked."""
    done = here("export", "--format", form, "--to", "-")
    assert (done.returncode, done.stderr, asked) == (2, f"cairn: {leaving.NO_DASH}\n", [])


@pytest.mark.parametrize("form", FORMATS)
def test_it_never_writes_over_anything(here: Here, asked: list[bool], tmp_path: Path, form: str) -> None:
    mine, folder, nowhere = tmp_path / "mine", tmp_path / "folder", tmp_path / "nowhere"
    mine.write_text("mine")
    folder.mkdir()
    (folder / "mine").write_text("mine")
    (tmp_path / "link").symlink_to(nowhere)
    for taken in (mine, folder, tmp_path / "link"):
        told = refused(here("export", "--format", form, "--to", str(taken), "--json"), 8)
        assert told["code"] == "already-there"
    assert refused(here("export", "--format", form, "--to", str(nowhere / "out"), "--json"), 2)
    assert (mine.read_text(), (folder / "mine").read_text()) == ("mine", "mine")
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "home") == ["folder", "link", "mine"]
    assert asked == [], "nobody types a passphrase for what cannot be done"


@pytest.mark.parametrize("form", ["archive", "json"])
def test_a_file_is_for_this_user_alone_whatever_the_umask(
    here: Here, asked: list[bool], tmp_path: Path, form: str
) -> None:
    for umask in (0, 0o777):
        before = os.umask(umask)
        try:
            left(here, form, tmp_path / f"out-{umask}")
        finally:
            os.umask(before)
        assert stat.S_IMODE((tmp_path / f"out-{umask}").stat().st_mode) == 0o600


@pytest.fixture(params=["links", "no links"])
def disk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """A disk as most are, and one as most sticks are."""
    if request.param == "no links":

        def refuse(*_: object) -> None:
            raise PermissionError(1, "Operation not permitted")

        monkeypatch.setattr(os, "link", refuse)
    return str(request.param)


def test_a_file_that_appears_meanwhile_is_not_written_over(disk: str, tmp_path: Path) -> None:
    path = tmp_path / "out"

    def while_somebody_writes_there() -> None:
        with new_file(path):
            path.write_text(f"somebody else's, on a disk with {disk}")

    with pytest.raises(AlreadyThere):
        while_somebody_writes_there()
    assert path.read_text().startswith("somebody else's")
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


def test_a_file_has_its_name_only_when_it_is_whole(disk: str, tmp_path: Path) -> None:
    path = tmp_path / "out"
    with new_file(path) as file:
        file.write(b"half")
        assert not path.exists()
        assert [stat.S_IMODE(one.stat().st_mode) for one in tmp_path.iterdir()] == [0o600]
        file.write(b" and half")
    assert path.read_bytes() == b"half and half", disk
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["out"]


@pytest.mark.parametrize("when", ["fsync", "replace"])
def test_a_disk_that_says_no_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str) -> None:
    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, when, refuse)
    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(NoRoom), new_file(tmp_path / "out") as file:
        file.write(b"half")
    assert not [one for one in tmp_path.iterdir() if one.stat().st_size]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_ending_it_from_outside_leaves_nothing_behind(
    here: Here,
    asked: list[bool],
    journal: OpenJournal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: signal.Signals,
) -> None:
    write(journal, SECRET)

    def end_it(_done: int, _whole: int) -> None:
        assert [path for path in tmp_path.iterdir() if path.name.startswith(".leaving-")]
        os.kill(os.getpid(), number)

    monkeypatch.setattr(export, "progress_on_terminal", lambda: end_it)
    for form in FORMATS:
        assert left(here, form, tmp_path / "out").returncode == 128 + number
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_progress_is_told_where_somebody_can_see_it(
    here: Here, asked: list[bool], journal: OpenJournal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[int, int]] = []
    live(journal, pages_of(120))
    monkeypatch.setattr(export, "progress_on_terminal", lambda: lambda done, whole: told.append((done, whole)))
    for form in FORMATS:
        left(here, form, tmp_path / form)
    assert told == [(100, 120), (120, 120)] * 3
    assert keeping_safe.progress_on_terminal() is None, "not into a file"


# Coming back


@pytest.fixture
def archive(here: Here, asked: list[bool], journal: OpenJournal, tmp_path: Path) -> Path:
    """Of a journal from which everything has gone since."""
    page, goal = write(journal, SECRET), journal.add_goal("Go out").id
    journal.keep_draft(replace(journal.blank_page(), body="begun"))
    path = tmp_path / "archive"
    left(here, "archive", path)
    journal._connection.execute("DELETE FROM item")
    journal._connection.execute("DELETE FROM draft")
    assert journal.timeline_count(Filter()) == 0
    assert page != goal
    asked.clear()
    return path


@pytest.mark.parametrize("source", [(), ("--from", "auto"), ("--from", "cairn")])
def test_an_archive_comes_in_as_it_left_and_is_taken_back(
    here: Here, archive: Path, journal: OpenJournal, asked: list[bool], source: tuple[str, ...]
) -> None:
    looked = here("import", str(archive), "--dry-run", *source)
    assert looked.stdout.splitlines() == [
        "1 goal, 1 page and 1 draft would come in.",
        "It is all of Saturday 14 March 2026.",
    ]
    assert journal.timeline_count(Filter()) == 0
    came = here("import", str(archive), *source)
    assert came.stdout.splitlines() == [
        "1 goal, 1 page and 1 draft came in.",
        "It is all of Saturday 14 March 2026.",
        "cairn undo takes the import back.",
    ]
    assert here("import", str(archive), *source).stdout.startswith(
        "All that this archive holds is here, or was here before."
    )
    assert asked == [False] * 3
    assert journal.undo().items == 3


def test_the_document_of_an_import_has_the_keys_of_every_import(here: Here, archive: Path) -> None:
    told = answer(here("import", str(archive), "--json"))
    assert told == {
        "counts": {"new": 3, "known": 0, "broken": 0},
        "new": {"goal": 1, "entry": 1, "draft": 1},
        "known": {},
        "first": "2026-03-14",
        "last": "2026-03-14",
        "kept_in_origin": [],
        "doubtful": [],
        "dry_run": False,
    }


def test_what_is_wrong_with_an_archive_is_told_by_exit_code_and_place(
    here: Here, archive: Path, tmp_path: Path, journal: OpenJournal
) -> None:
    cut = tmp_path / "cut"
    cut.write_bytes(archive.read_bytes()[:-100])
    assert refused(here("import", str(cut), "--json"), 5)["code"] == "damaged"
    odd = with_line(archive, "entries.jsonl", mood=SECRET)
    told = refused(here("import", str(odd), "--json"), 5)
    assert told["message"].startswith("entries.jsonl, line 1: ")
    newer = rewritten(archive, {}, version=3)
    assert refused(here("import", str(newer), "--json"), 8)["code"] == "newer-format"
    assert journal.timeline_count(Filter()) == 0


def test_a_call_that_is_off_is_exit_2(here: Here, archive: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "foreign"
    foreign.write_text("[2024-01-02 09:05] A page of jrnl's\n")
    for call in (
        (str(tmp_path / "nowhere"), "--from", "cairn"),
        (str(tmp_path), "--from", "cairn"),
        (str(foreign), "--from", "cairn"),
        (str(archive), "--from", "jrnl"),
        (str(archive), "--zone", "Europe/London"),
        (str(archive), "--keep-good"),
    ):
        assert refused(here("import", *call, "--json"), 2), call
    assert answer(here("import", str(foreign), "--json"))["counts"]["new"] == 1, "any other file is taken as before"


def test_the_document_can_be_read_by_any_program(
    here: Here, asked: list[bool], journal: OpenJournal, tmp_path: Path
) -> None:
    write(journal, SECRET)
    left(here, "json", tmp_path / "out")
    loaded = json.loads((tmp_path / "out").read_bytes())
    assert loaded["entries"][0]["body"] == SECRET


def test_what_is_written_is_on_the_disk_before_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda _: order.append("on the disk"))
    give_name = new_place._give_name

    def named(fresh: Path, path: Path) -> None:
        order.append("named")
        give_name(fresh, path)

    monkeypatch.setattr(new_place, "_give_name", named)
    file: IO[bytes]
    with new_file(tmp_path / "out") as file:
        file.write(b"whole")
    assert order[:2] == ["on the disk", "named"]

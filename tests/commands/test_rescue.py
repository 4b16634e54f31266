"""`cairn vault rescue`: the call, the account it gives, and what it refuses."""

import io
import os
import shutil
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import replace
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from journal.errors import AlreadyThere, NotOpened
from journal.paths import Home
from journal.use_cases.opening import open_journal
from journal.use_cases.rescuing import INSIDE, NOTHING_READABLE, NotRead, Rescued
from journal.use_cases.snapshots import snapshot_if_due
from journal.vault import key_slots
from tests.commands.answers import answer, refused
from tests.conftest import PASSPHRASE, Cairn, FixedClock
from tests.store.damaged_journals import root_of, with_page_harmed
from tests.store.locked_file import database_of, files_of
from tests.store.remembered_argon2 import RememberedArgon2id
from tui import cli
from tui.commands.grammar import build_parser
from tui.wording import rescue as words

Rescues = Callable[..., "CompletedProcess[str]"]


@pytest.fixture(scope="module")
def written_template(template_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("written") / "home")
    shutil.copytree(template_home.root, home.root)
    journal = open_journal(home, PASSPHRASE, FixedClock())
    for number in range(3):
        journal.write_page(replace(journal.blank_page(), body=f"words {number}"), tags=("walk",))
        journal.record_check_in(journal.blank_check_in())
    journal.close()
    return home


@pytest.fixture
def written(written_template: Home, tmp_path: Path) -> Home:
    """A journal with a few things in it, of this test's own."""
    shutil.copytree(written_template.root, tmp_path / "written")
    return Home(tmp_path / "written")


@pytest.fixture
def rescue(written: Home, monkeypatch: pytest.MonkeyPatch) -> Rescues:
    """Call the command in this process."""
    monkeypatch.setattr(key_slots, "Argon2id", RememberedArgon2id)

    def run(*more: str, at: Home = written, passphrase: str = PASSPHRASE) -> "CompletedProcess[str]":
        into, out = os.pipe()
        os.write(out, f"{passphrase}\n".encode())
        os.close(out)
        said, told = io.StringIO(), io.StringIO()
        call = ["vault", "rescue", "--home", str(at.root), "--passphrase-fd", str(into), *more]
        with redirect_stdout(said), redirect_stderr(told):
            code = cli.run(build_parser(call).parse_args(call))
        os.close(into)
        return CompletedProcess(call, code, said.getvalue(), told.getvalue())

    return run


def test_it_answers_with_everything_that_came_over(rescue: Rescues, written: Home, tmp_path: Path) -> None:
    document = answer(rescue("--to", str(tmp_path / "to"), "--json"))
    assert document == {
        "to": str(tmp_path / "to"),
        "rows": {"setting": 1, "item": 6, "check_in": 3, "entry": 3, "item_tag": 3},
        "not_read": [],
        "without_a_day": 0,
        "words_from_search": 0,
        "without_words": 0,
        "left_out": {},
    }


def test_a_person_is_told_where_it_is_and_how_it_opens(rescue: Rescues, written: Home, tmp_path: Path) -> None:
    done = rescue("--to", str(tmp_path / "to"))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        f"What can be read of your journal is now in {tmp_path / 'to'}",
        "It holds 3 check-ins and 3 pages.",
        words.ALL_OF_IT,
        words.SAME_KEYS,
        f"The journal you had is as it was, in {written.root}",
        f"To open the new one: cairn --home {tmp_path / 'to'}",
    ]


def test_what_was_lost_is_said_by_name_and_day(rescue: Rescues, written: Home, tmp_path: Path) -> None:
    for table in ("entry", "search_index_content"):
        with_page_harmed(written, root_of(written, table))
    before = files_of(written.root)
    document = answer(rescue("--to", str(tmp_path / "one"), "--json"))
    said = rescue("--to", str(tmp_path / "other"))
    assert document["not_read"] == [{"table": "entry", "places": 1, "between": ["2026-03-14", "2026-03-14"]}]
    assert document["without_words"] == 3
    assert said.stdout.splitlines()[2:5] == [
        words.NOT_ALL_OF_IT,
        "  pages, around 14 Mar 2026",
        "Where “…” stands, words could not be read. That is so for 3 things.",
    ]
    assert files_of(written.root) == before


def test_a_safety_copy_that_may_hold_more_is_named(rescue: Rescues, written: Home, tmp_path: Path) -> None:
    make_copy(written)
    with_page_harmed(written, root_of(written, "entry"))
    assert words.MAY_HOLD in rescue("--to", str(tmp_path / "to")).stdout


def make_copy(home: Home) -> Path:
    journal = open_journal(home, PASSPHRASE, FixedClock())
    assert journal.unlocked is not None
    path = snapshot_if_due(journal.unlocked, FixedClock())
    journal.close()
    assert path is not None
    return path


def test_where_nothing_can_be_read_the_safety_copies_are_named(rescue: Rescues, written: Home, tmp_path: Path) -> None:
    path = make_copy(written)
    # Its salt: without that no page of it can be read, and no list of tables helps.
    with_page_harmed(written, 0, place=8)
    done = rescue("--to", str(tmp_path / "to"))
    assert (done.returncode, done.stdout) == (5, "")
    copy = f"There is a safety copy of 14 Mar 2026: cairn backup restore {path}"
    assert done.stderr == f"cairn: {NOTHING_READABLE}\n{copy}\n"
    assert not (tmp_path / "to").exists()


def test_without_a_safety_copy_it_says_that_there_is_none(rescue: Rescues, written: Home, tmp_path: Path) -> None:
    database_of(written).unlink()
    told = refused(rescue("--to", str(tmp_path / "to"), "--json"), 5)
    assert told["hint"] == words.NO_COPY_HERE


def test_two_damaged_key_files_are_told_with_the_same_way_out(rescue: Rescues, written: Home, tmp_path: Path) -> None:
    for header in (written.header, written.header_copy):
        header.write_bytes(b"nothing of ours")
    told = refused(rescue("--to", str(tmp_path / "to"), "--json"), 5)
    assert "key file" in told["message"]
    assert told["hint"] == words.NO_COPY_HERE


def test_a_wrong_passphrase_is_said_as_everywhere(rescue: Rescues, written: Home, tmp_path: Path) -> None:
    with_page_harmed(written, 0)
    done = rescue("--to", str(tmp_path / "to"), passphrase="not these words")
    assert (done.returncode, done.stdout, done.stderr) == (3, "", f"cairn: {NotOpened.sentence}\n")
    assert not (tmp_path / "to").exists()


@pytest.mark.parametrize("place", ["", "\0", "file", "file/deeper"])
def test_a_place_that_is_no_folder_is_refused_before_anything_is_asked(
    rescue: Rescues, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    told = refused(rescue("--to", place, "--json"), 2)
    assert told["message"] == words.NOT_A_FOLDER
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_it_never_takes_the_place_of_a_journal_nor_stands_inside_one(rescue: Rescues, written: Home) -> None:
    before = files_of(written.root)
    assert refused(rescue("--to", str(written.root), "--json"), 8)["message"] == AlreadyThere.sentence
    assert refused(rescue("--to", str(written.root / "new"), "--json"), 2)["message"] == INSIDE
    assert files_of(written.root) == before


def test_without_a_journal_there_is_nothing_to_rescue(rescue: Rescues, tmp_path: Path) -> None:
    refused(rescue("--to", str(tmp_path / "to"), "--json", at=Home(tmp_path / "nowhere")), 4)


def test_the_real_command_rescues_and_says_nothing_else(written: Home, cairn: Cairn, tmp_path: Path) -> None:
    with_page_harmed(written, root_of(written, "entry"))
    done = cairn("vault", "rescue", "--to", str(tmp_path / "to"), "--json", at=written)
    assert answer(done)["words_from_search"] == 3
    assert done.stderr == ""
    shown = answer(cairn("search", "words", "--json", at=Home(tmp_path / "to")))
    assert shown["total"] == 3


# The account


def account_of(**more: object) -> list[str]:
    nothing = {"rows": {"entry": 1}, "not_read": (), "without_a_day": 0, "words_from_search": 0, "without_words": 0}
    rescued = Rescued(**{"home": Home(Path("/new")), "left_out": {}, **nothing, **more})  # type: ignore[arg-type]  # as named
    return words.account(rescued, "/old", has_copies=False)


def test_a_place_between_two_days_is_said_with_both() -> None:
    lost = (NotRead("check_in", 2, ("2025-12-30", "2026-01-02")), NotRead("draft", 1, None))
    assert account_of(not_read=lost)[3:5] == ["  check-ins, from 30 Dec 2025 to 2 Jan 2026", "  drafts"]


def test_the_same_place_is_said_once() -> None:
    lost = (NotRead("deed", 1, None), NotRead("deed_item", 1, None))
    assert [line for line in account_of(not_read=lost) if "undo" in line] == ["  what you can undo"]


@pytest.mark.parametrize(
    ("what", "line"),
    [
        ({"without_a_day": 1}, "The day of 1 thing could not be read. You find that under today."),
        (
            {"words_from_search": 2},
            "2 things got the words back from what the search keeps. Title, text and tags stand there in one.",
        ),
        ({"without_words": 2, "left_out": {"item_tag": 3}}, "Left out, for what they belong to is gone: tags (3)."),
    ],
)
def test_each_kind_of_loss_has_its_line(what: dict[str, object], line: str) -> None:
    assert line in account_of(**what)


def test_every_table_there_is_has_a_name_that_a_person_knows(written: Home) -> None:
    from tests.store.damaged_journals import connection_to, tables_in

    connection = connection_to(written)
    tables = tables_in(connection)
    connection.close()
    assert len(tables) > 20
    assert [table for table in tables if table not in words._PLACES] == []

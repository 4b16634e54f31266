"""Making a journal: private whatever the umask, whole or not at all, and of two at once one wins."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from journal.errors import AlreadyThere, NoJournal, NoRoom
from journal.paths import Home
from journal.use_cases.opening import create_journal, open_journal
from journal.use_cases.preferences import Preferences, write_preferences
from journal.vault.header import parse_header
from journal.vault.key_slots import FLOOR, HIGHEST_CHOSEN_KIB, Cost, suitable_cost
from tests.conftest import PASSPHRASE, Cairn, FixedClock, cairn_environment
from tests.vault.header_bytes import files_of
from tests.vault.quick_argon2 import QuickArgon2id

ROOT = Path(__file__).parents[2]


@pytest.fixture(params=[0o000, 0o022, 0o027, 0o077], ids="umask {:03o}".format)
def umask(request: pytest.FixtureRequest) -> Iterator[int]:
    before = os.umask(request.param)
    yield request.param
    os.umask(before)


def modes_of(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder.parent)): stat.filemode(path.stat().st_mode)
        for path in [folder, *sorted(folder.rglob("*"))]
    }


def test_only_this_user_can_read_a_journal_whatever_the_umask(
    tmp_path: Path, clock: FixedClock, quick_argon2: type[QuickArgon2id], umask: int
) -> None:
    home = Home(tmp_path / "made" / "home")
    create_journal(home, PASSPHRASE, clock, FLOOR)
    write_preferences(home, Preferences(country="GB"))
    home.header_copy.unlink()
    open_journal(home, PASSPHRASE, clock).close()

    assert modes_of(tmp_path / "made") == {
        "made": "drwx------",
        "made/home": "drwx------",
        "made/home/before-unlock.json": "-rw-------",
        "made/home/vault": "drwx------",
        "made/home/vault/header": "-rw-------",
        "made/home/vault/header.bak": "-rw-------",
        "made/home/vault/journal-1.db": "-rw-------",
    }


def test_the_command_makes_private_files_and_words_under_umask_0(tmp_path: Path) -> None:
    home, words = Home(tmp_path / "home"), tmp_path / "words"
    done = subprocess.run(
        [sys.executable, "-P", "-m", "tui", "init", "--country", "GB", "--recovery-out", str(words)],
        env=cairn_environment(home),
        cwd=ROOT,
        capture_output=True,
        check=False,
        umask=0,
    )
    assert done.returncode == 0
    assert set(modes_of(home.root).values()) == {"drwx------", "-rw-------"}
    assert stat.filemode(words.stat().st_mode) == "-rw-------"


def test_a_new_journal_holds_these_files_and_no_other(
    tmp_path: Path, clock: FixedClock, quick_argon2: type[QuickArgon2id]
) -> None:
    home = Home(tmp_path / "home")
    made = create_journal(home, PASSPHRASE, clock, FLOOR)

    assert set(files_of(tmp_path)) == {"home/vault/header", "home/vault/header.bak", "home/vault/journal-1.db"}
    assert home.header.read_bytes() == home.header_copy.read_bytes()
    header = parse_header(home.header.read_bytes())
    assert (header.vault_id.hex(), header.generation) == (made.vault_id, 1)
    assert [slot.kind for slot in header.slots] == ["pass", "recovery"]


def test_two_journals_share_no_byte_that_matters(
    tmp_path: Path, clock: FixedClock, quick_argon2: type[QuickArgon2id]
) -> None:
    one, other = Home(tmp_path / "one"), Home(tmp_path / "other")
    words = [create_journal(home, PASSPHRASE, clock, FLOOR).words for home in (one, other)]

    headers = [parse_header(home.header.read_bytes()) for home in (one, other)]
    assert headers[0].vault_id != headers[1].vault_id
    assert {slot.line for slot in headers[0].slots}.isdisjoint(slot.line for slot in headers[1].slots)
    assert {slot.body[:24] for slot in headers[0].slots}.isdisjoint(slot.body[:24] for slot in headers[1].slots)
    assert words[0].words != words[1].words


def test_the_database_starts_with_random_bytes_not_a_name(quick_home: Home) -> None:
    content = (quick_home.vault / "journal-1.db").read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert len(set(content[:4096])) > 200


def test_nothing_is_made_over_a_journal(quick_home: Home, clock: FixedClock) -> None:
    before = files_of(quick_home.root)
    with pytest.raises(AlreadyThere):
        create_journal(quick_home, PASSPHRASE, clock, FLOOR)
    assert files_of(quick_home.root) == before


@pytest.mark.parametrize("left", ["header", "header.bak", "journal-1.db"])
def test_nothing_is_made_over_what_is_left_of_a_journal(quick_home: Home, clock: FixedClock, left: str) -> None:
    for path in quick_home.vault.iterdir():
        if path.name != left:
            path.unlink()
    before = files_of(quick_home.root)
    with pytest.raises(AlreadyThere):
        create_journal(quick_home, PASSPHRASE, clock, FLOOR)
    assert files_of(quick_home.root) == before


def test_a_place_that_cannot_be_a_folder_is_said_and_left_as_it_is(
    tmp_path: Path, clock: FixedClock, quick_argon2: type[QuickArgon2id]
) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(NoRoom):
        create_journal(Home(tmp_path / "file" / "home"), PASSPHRASE, clock, FLOOR)
    assert files_of(tmp_path) == {"file": b"mine"}


def test_where_nothing_was_made_there_is_no_journal(tmp_path: Path, clock: FixedClock) -> None:
    with pytest.raises(NoJournal):
        open_journal(Home(tmp_path / "home"), PASSPHRASE, clock)
    assert list(tmp_path.iterdir()) == []


def test_a_journal_that_appears_while_another_is_made_stands(
    tmp_path: Path, quick_template: Home, quick_argon2: type[QuickArgon2id]
) -> None:
    home = Home(tmp_path / "home")

    class ClockOfTheSlower(FixedClock):
        """By the time it is asked, somebody else's journal stands here."""

        def now(self) -> datetime:
            shutil.copytree(quick_template.vault, home.vault, dirs_exist_ok=True)
            return super().now()

    with pytest.raises(AlreadyThere):
        create_journal(home, "another passphrase", ClockOfTheSlower(), FLOOR)

    open_journal(home, PASSPHRASE, FixedClock()).close()
    assert files_of(home.root) == files_of(quick_template.root)


def test_two_commands_that_make_a_journal_at_once_one_wins_and_nothing_is_lost(tmp_path: Path, cairn: Cairn) -> None:
    """Their passphrases differ, so that it can be told whose journal stands."""
    home = Home(tmp_path / "contested")
    environment = cairn_environment(home)
    del environment["CAIRN_PASSPHRASE_COMMAND"]
    makers = [
        subprocess.Popen(
            [sys.executable, "-P", "-m", "tui", "--passphrase-fd", "0", "init", "--recovery-out", "-"],
            env=environment,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for _ in range(2)
    ]
    for name, maker in zip(("first", "second"), makers, strict=True):
        assert maker.stdin is not None
        maker.stdin.write(f"the {name} passphrase\n".encode())
        maker.stdin.flush()
    told = [maker.communicate(timeout=120) for maker in makers]
    codes = [maker.returncode for maker in makers]

    assert sorted(codes) == [0, 8]
    won, lost = codes.index(0), codes.index(8)
    assert told[lost][0] == b""
    assert told[lost][1] == b"cairn: There is a journal here already. Nothing was changed.\n"
    opened = cairn(
        "vault", "verify", at=home, CAIRN_PASSPHRASE_COMMAND=f"echo the {('first', 'second')[won]} passphrase"
    )
    assert opened.returncode == 0
    assert set(files_of(home.vault)) == {"header", "header.bak", "journal-1.db"}
    assert {path.name for path in home.root.iterdir()} <= {"vault", "before-unlock.json"}


def test_the_chosen_cost_is_never_under_the_floor_nor_over_256_mib() -> None:
    cost = suitable_cost()
    assert cost.is_allowed()
    assert FLOOR.memory_kib <= cost.memory_kib <= HIGHEST_CHOSEN_KIB
    assert (cost.passes, cost.lanes) == (FLOOR.passes, FLOOR.lanes) == (3, 4)
    assert Cost(64 * 1024, 3, 4) == FLOOR

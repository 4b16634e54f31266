"""A home on a disk of its own that is full, or may not be written: an ordinary user reads, and is told what cannot be.

Root proves nothing here: no mode stops it, and some systems keep room back for it alone. Source: security brief, V7.
"""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.errors import NoRoom
from journal.paths import Home
from tests.conftest import PASSPHRASE
from tests.faults.as_nobody import NOBODY, as_an_ordinary_user
from tests.faults.children import Done, Nursery
from tests.faults.disks import close_for_writing, fill_up, small_disk
from tui.wording import shell

DISK_BYTES = 4 << 20
NOT_SAVED = f"cairn: {NoRoom.sentence}\n{NoRoom.hint}\n"


@pytest.fixture
def disk() -> Iterator[Path]:
    """A small disk in memory that belongs to an ordinary user."""
    with tempfile.TemporaryDirectory(prefix="disk-") as place:
        Path(place).chmod(0o755)
        (Path(place) / "disk").mkdir()
        with small_disk(Path(place) / "disk", DISK_BYTES, "mode=0700", f"uid={NOBODY}", f"gid={NOBODY}") as disk:
            yield disk


@pytest.fixture
def there(disk: Path, quick_home: Home) -> Home:
    """A journal on it."""
    home = Home(disk / "home")
    shutil.copytree(quick_home.root, home.root)
    for path in (home.root, *home.root.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    return home


def cairn(nursery: Nursery, home: Home, *call: str, words: str = "") -> Done:
    """A command as an ordinary user."""
    deed = ["cairn", "--home", str(home.root), "--passphrase-fd", "0", *call]
    return nursery.run(deed, words=f"{PASSPHRASE}\n{words}", user=NOBODY)


def files_of(home: Home) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.root.rglob("*") if path.is_file()}


SAVES = {
    "check-in": (("check-in", "--mood", "6"), ""),
    "a page": (("write", "-"), "a lantern\n"),
    "another passphrase": (("vault", "passphrase"), "five other words by the sea\n"),
    "a choice": (("settings", "lock-after", "10"), ""),
}


def assert_read(nursery: Nursery, home: Home) -> None:
    """Whatever the disk takes, what is on it can be read."""
    shown = cairn(nursery, home, "show")
    assert (shown.code, shown.said.decode(), shown.told) == (0, f"{shell.NOTHING_HERE}\n", b"")
    assert cairn(nursery, home, "vault", "verify").code == 0


@pytest.mark.parametrize("save", SAVES)
def test_on_a_full_disk_nothing_changes_and_it_is_said_and_with_room_it_works(
    nursery: Nursery, disk: Path, there: Home, save: str
) -> None:
    filling, before = fill_up(disk), files_of(there)
    call, words = SAVES[save]

    done = cairn(nursery, there, *call, words=words)

    assert (done.code, done.said, done.told.decode()) == (6, b"", NOT_SAVED)
    assert files_of(there) == before
    assert_read(nursery, there)
    filling.unlink()
    assert cairn(nursery, there, *call, words=words).code == 0


@pytest.mark.parametrize("save", SAVES)
def test_on_a_disk_that_may_not_be_written_nothing_changes_and_it_is_said(
    nursery: Nursery, disk: Path, there: Home, save: str
) -> None:
    close_for_writing(disk)
    before = files_of(there)
    call, words = SAVES[save]

    done = cairn(nursery, there, *call, words=words)

    assert (done.code, done.said, done.told.decode()) == (6, b"", NOT_SAVED)
    assert files_of(there) == before
    assert_read(nursery, there)


def test_a_damaged_key_file_that_cannot_be_mended_there_is_said(nursery: Nursery, disk: Path, there: Home) -> None:
    there.header.write_bytes(b"cut off")
    close_for_writing(disk)
    shown = cairn(nursery, there, "show")
    assert (shown.code, shown.said.decode(), shown.told.decode()) == (
        0,
        f"{shell.NOTHING_HERE}\n",
        f"{shell.HEADER_NOT_MENDED}\n",
    )


@pytest.mark.parametrize("is_full", [True, False], ids=["full", "read only"])
def test_no_journal_is_made_and_no_backup_put_there(
    nursery: Nursery, disk: Path, quick_home: Home, is_full: bool
) -> None:
    backup = disk / "waymark.backup"
    assert nursery.run(["backup", str(quick_home.root), str(backup)]).code == 0
    os.chown(backup, NOBODY, NOBODY)
    if is_full:
        fill_up(disk)
    else:
        close_for_writing(disk)
    new = Home(disk / "new")

    made = cairn(nursery, new, "init", "--recovery-out", "-")
    restored = cairn(nursery, new, "backup", "restore", str(backup))

    assert (made.code, made.said, made.told.decode()) == (6, b"", NOT_SAVED)
    assert (restored.code, restored.said) == (6, b"")
    assert restored.told.startswith(b"cairn: ")
    assert not new.exists()


def test_no_backup_is_left_half_made_where_there_is_no_room(nursery: Nursery, disk: Path, there: Home) -> None:
    fill_up(disk)
    done = cairn(nursery, there, "backup", "create", str(disk / "waymark.backup"))
    assert (done.code, done.said) == (6, b"")
    assert done.told.startswith(b"cairn: ")
    assert sorted(path.name for path in disk.iterdir()) == ["filling", "home"]


def test_the_program_as_it_is_installed_says_the_same(disk: Path, template_home: Home) -> None:

    home = Home(disk / "home")
    shutil.copytree(template_home.root, home.root)
    for path in (home.root, *home.root.rglob("*")):
        os.chown(path, NOBODY, NOBODY)
    fill_up(disk)
    done = as_an_ordinary_user(home, "check-in", "--mood", "6")
    assert (done.returncode, done.stdout, done.stderr) == (6, "", NOT_SAVED)
    close_for_writing(disk)
    done = as_an_ordinary_user(home, "check-in", "--mood", "6")
    assert (done.returncode, done.stdout, done.stderr) == (6, "", NOT_SAVED)
    shown = as_an_ordinary_user(home, "show")
    assert (shown.returncode, shown.stdout, shown.stderr) == (0, f"{shell.NOTHING_HERE}\n", "")

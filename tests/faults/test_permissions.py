"""Nobody else reads a file of the home, whatever the umask; and where others could write, nothing is opened."""

import os
import stat
from pathlib import Path

import pytest

from journal.errors import OpenToOthers
from journal.paths import Home, check_private
from tests.conftest import PASSPHRASE, Cairn
from tests.faults.as_nobody import NOBODY, as_an_ordinary_user
from tests.faults.children import Nursery
from tests.faults.injected import KILL, Fault
from tui.wording import shell

ROOT = 0
OTHERS_WRITE = f"cairn: {OpenToOthers.sentence}\n{OpenToOthers.hint}\n"


def modes_of(folder: Path) -> dict[str, str]:
    """Each path below a folder, and the folder itself, with its mode."""
    return {
        str(path.relative_to(folder.parent)): stat.filemode(path.lstat().st_mode)
        for path in (folder, *folder.rglob("*"))
    }


def files_of(home: Home) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in home.root.rglob("*") if path.is_file()}


def give_away(monkeypatch: pytest.MonkeyPatch, user: int, *folders: Path) -> None:
    """Make folders somebody else's. Only root may; to anybody else the system says from now on that they are."""
    if os.geteuid() == ROOT:
        for folder in folders:
            os.chown(folder, user, user)
        return
    found = Path.stat

    def said(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        fields = [*found(path, follow_symlinks=follow_symlinks)]
        fields[stat.ST_UID] = user if path in folders else fields[stat.ST_UID]
        return os.stat_result(fields)

    monkeypatch.setattr(Path, "stat", said)


# Whatever the umask


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o077], ids="umask {:03o}".format)
def test_every_file_that_any_command_makes_is_for_its_owner_alone(nursery: Nursery, tmp_path: Path, mask: int) -> None:
    place = tmp_path / "place"
    place.mkdir()
    home = Home(place / "home")

    def cairn(*call: str, words: str = PASSPHRASE) -> None:
        done = nursery.run(["cairn", "--home", str(home.root), "--passphrase-fd", "0", *call], words=words, mask=mask)
        assert done.code == 0, (call, done.told)

    cairn("init", "--country", "GB", "--recovery-out", str(place / "words"))
    cairn("check-in", "--mood", "6")
    cairn("write", "--tag", "sea", "-", words=f"{PASSPHRASE}\na line\n")
    assert nursery.run(["snapshot", str(home.root)], mask=mask).code == 0
    cairn("vault", "rotate", "--recovery-out", str(place / "new words"))
    cairn("vault", "passphrase", words=f"{PASSPHRASE}\n{PASSPHRASE}\n")
    cairn("backup", "create", str(place / "backup"))
    cairn("export", "--format", "archive", "--to", str(place / "archive.zip"))
    cairn("export", "--format", "json", "--to", str(place / "document.json"))
    cairn("export", "--format", "markdown", "--to", str(place / "pages"))
    assert nursery.run(["restore-over", str(home.root), str(place / "backup")], mask=mask).code == 0

    modes = modes_of(place)
    del modes["place"]
    assert set(modes.values()) == {"drwx------", "-rw-------"}
    for folder in ("home/snapshots/", "home/before-restore-", "home/vault/journal-", "pages/"):
        assert any(name.startswith(f"place/{folder}") for name in modes), folder
    for name in ("home", "home/before-unlock.json", "words", "new words", "backup", "archive.zip", "document.json"):
        assert f"place/{name}" in modes


def test_what_a_save_leaves_when_it_is_killed_is_for_its_owner_alone(
    nursery: Nursery, quick_home: Home, tmp_path: Path
) -> None:
    call = ["cairn", "--home", str(quick_home.root), "--passphrase-fd", "0", "check-in", "--mood", "6"]
    nursery.run(call, words=PASSPHRASE, fault=Fault("pwrite64", "20", KILL), log=tmp_path / "strace", mask=0)
    modes = modes_of(quick_home.vault)
    assert modes["vault/journal-1.db-journal"] == "-rw-------"
    assert set(modes.values()) == {"drwx------", "-rw-------"}


# Where others could write


@pytest.mark.parametrize("folder", ["home", "home/vault", "home/snapshots"])
@pytest.mark.parametrize("bits", [0o020, 0o002, 0o777, 0o1777], ids=oct)
def test_where_others_can_write_nothing_is_opened_and_nothing_changes(
    home: Home, cairn: Cairn, folder: str, bits: int
) -> None:
    home.snapshots.mkdir(mode=0o700)
    judged = home.root.parent / folder
    judged.chmod(0o700 | bits)
    before = files_of(home)

    for call in (("show",), ("check-in", "--mood", "6"), ("vault", "info")):
        done = cairn(*call)
        assert (done.returncode, done.stdout, done.stderr) == (8, "", OTHERS_WRITE), call

    assert files_of(home) == before
    assert judged.stat().st_mode & 0o7777 == 0o700 | bits
    judged.chmod(0o700)
    assert cairn("show").returncode == 0


def test_where_others_can_write_no_journal_is_made(tmp_path: Path, cairn: Cairn) -> None:
    at = Home(tmp_path / "shared")
    at.root.mkdir()
    at.root.chmod(0o770)
    done = cairn("init", "--recovery-out", "-", at=at)
    assert (done.returncode, done.stdout, done.stderr) == (8, "", OTHERS_WRITE)
    assert list(at.root.iterdir()) == []


@pytest.mark.parametrize("folder", ["home", "home/vault"])
def test_a_folder_that_belongs_to_somebody_else_is_not_opened(
    home: Home, cairn: Cairn, monkeypatch: pytest.MonkeyPatch, folder: str
) -> None:
    give_away(monkeypatch, NOBODY, home.root.parent / folder)
    done = cairn("show")
    assert (done.returncode, done.stdout) == (8, "")
    assert done.stderr.startswith("cairn: Somebody else owns the folder of this journal")


def test_a_folder_above_that_everybody_writes_to_is_no_reason(home: Home, cairn: Cairn) -> None:
    home.root.parent.chmod(0o1777)
    assert cairn("check-in", "--mood", "6").returncode == 0


# Where others could read


def test_a_home_that_others_could_read_is_theirs_no_more_and_nobody_is_told(home: Home, cairn: Cairn) -> None:
    home.snapshots.mkdir()
    for folder in (home.root, home.vault, home.snapshots):
        folder.chmod(0o755)
    done = cairn("show")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{shell.NOTHING_HERE}\n", "")
    assert {stat.filemode(mode.stat().st_mode) for mode in (home.root, home.vault, home.snapshots)} == {"drwx------"}


def test_what_the_owner_took_from_himself_stays_taken(home: Home) -> None:
    """A home that may not be written to, and that others could read, is closed to them alone."""
    home.vault.chmod(0o555)
    check_private(home)
    assert stat.filemode(home.vault.stat().st_mode) == "dr-x------"


def test_a_link_is_judged_by_what_it_leads_to(home: Home, tmp_path: Path) -> None:
    """A link itself can always be written to, by its mode."""
    (tmp_path / "link").symlink_to(home.root)
    check_private(Home(tmp_path / "link"))
    home.root.chmod(0o770)
    with pytest.raises(OpenToOthers):
        check_private(Home(tmp_path / "link"))


def test_where_there_is_nothing_nothing_is_judged(tmp_path: Path) -> None:
    check_private(Home(tmp_path / "nowhere" / "at all"))


def test_a_home_of_roots_is_read_by_another_user_who_may(
    reachable: Home, cairn: Cairn, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a stick that was mounted for everybody: root can do everything anyhow."""
    for path in (reachable.root, *reachable.root.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    give_away(monkeypatch, ROOT, reachable.root, reachable.vault)
    shown = as_an_ordinary_user(reachable, "show") if os.geteuid() == ROOT else cairn("show", at=reachable)
    assert (shown.returncode, shown.stdout, shown.stderr) == (0, f"{shell.NOTHING_HERE}\n", "")
    assert stat.filemode(reachable.root.stat().st_mode) == "drwxr-xr-x"

"""Support lines where everything is in the way: a home that cannot be read, a full disk, a write that stops halfway.

Root proves nothing here, so cairn runs as an ordinary user.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.data import support_file_bytes
from journal.errors import NoRoom
from journal.paths import Home
from journal.use_cases.preferences import Preferences, write_preferences
from journal.use_cases.support_lines import bring_lines
from tests.faults.as_nobody import NOBODY, as_an_ordinary_user
from tests.faults.children import Nursery
from tests.faults.disks import fill_up
from tests.faults.injected import DISK_FULL, KILL, Fault, struck
from tests.faults.test_small_disks import disk, there

__all__ = ["disk", "there"]

SAMARITANS = "call 116 123"


@pytest.fixture
def shut(reachable: Home) -> Iterator[Home]:
    """A home with a country and a file of lines, which nobody but root may look into."""
    write_preferences(reachable, Preferences(country="IE"))
    bring_lines(reachable, support_file_bytes())
    reachable.root.chmod(0)
    yield reachable
    reachable.root.chmod(0o700)


def test_a_home_that_cannot_be_looked_into_keeps_nobody_from_the_lines(shut: Home) -> None:
    for call in (("support",), ("support", "--country", "GB"), ("support", "--json")):
        done = as_an_ordinary_user(shut, *call)
        assert (done.returncode, done.stderr) == (0, ""), call
    assert SAMARITANS in as_an_ordinary_user(shut, "support", "--country", "GB").stdout
    assert "112 in much of the world" in as_an_ordinary_user(shut, "support").stdout


def test_a_file_of_lines_that_cannot_be_read_gives_way_to_those_that_ship_and_says_so(shut: Home) -> None:
    shut.root.chmod(0o755)
    shut.support_lines.chmod(0)
    done = as_an_ordinary_user(shut, "support", "--country", "GB")
    assert (done.returncode, done.stderr) == (0, "")
    assert SAMARITANS in done.stdout
    assert "The file of lines you brought in cannot be read any more." in done.stdout


def test_a_file_that_cannot_be_put_there_is_told_and_nothing_is_left_behind(shut: Home, tmp_path: Path) -> None:
    shut.root.chmod(0o555)
    before = sorted(path.name for path in shut.root.iterdir())
    file = shut.root.parent / "lines.json"
    file.write_bytes(support_file_bytes())
    file.chmod(0o644)
    done = as_an_ordinary_user(shut, "support", "import", str(file))
    assert (done.returncode, done.stdout) == (6, "")
    assert NoRoom.sentence in done.stderr
    assert sorted(path.name for path in shut.root.iterdir()) == before


def test_on_a_full_disk_the_lines_are_shown_and_a_file_of_them_is_refused_and_nothing_is_lost(
    disk: Path, there: Home
) -> None:
    write_preferences(there, Preferences(country="IE"))
    for path in (there.before_unlock,):
        os.chown(path, NOBODY, NOBODY)
    file = disk / "lines.json"
    file.write_bytes(support_file_bytes())
    file.chmod(0o644)
    fill_up(disk)
    assert SAMARITANS in as_an_ordinary_user(there, "support").stdout
    done = as_an_ordinary_user(there, "support", "import", str(file))
    assert (done.returncode, done.stdout) == (6, "")
    assert NoRoom.sentence in done.stderr
    assert not there.support_lines.exists()
    assert as_an_ordinary_user(there, "support", "--country", "GB").returncode == 0


@pytest.mark.parametrize("fault", ["kill", "full"])
def test_a_write_that_stops_halfway_leaves_the_file_that_was_there(
    nursery: Nursery, quick_home: Home, tmp_path: Path, fault: str
) -> None:
    first = support_file_bytes()
    bring_lines(quick_home, first)
    file, log = tmp_path / "lines.json", tmp_path / "strace"
    file.write_bytes(first.replace(b'"name": "Samaritans"', b'"name": "Samaritans (new)"'))
    call = ["cairn", "--home", str(quick_home.root), "support", "import", str(file)]
    done = nursery.run(call, fault=Fault("write", "1", KILL if fault == "kill" else DISK_FULL), log=log)
    assert struck(log)
    assert done.code != 0
    assert quick_home.support_lines.read_bytes() == first
    assert nursery.run([*call[:3], "support"]).code == 0

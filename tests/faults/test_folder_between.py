"""A folder between two people that is full or closed: told once, nothing lost, and what waits goes later."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.paths import Home
from tests.commands.two_homes import TITLE, Two, two_people
from tests.conftest import Cairn
from tests.faults.as_nobody import NOBODY, as_an_ordinary_user

ROOM_BYTES = 4 * 16_384
"""For two messages of a meeting and a page of each, written beside before they are renamed."""


@pytest.fixture
def two(cairn: Cairn, template_home: Home, tmp_path: Path) -> Iterator[Two]:
    """Two people, and between them a small disk in memory."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    two = two_people(cairn, template_home, tmp_path)
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={ROOM_BYTES * 2}", "none", str(two.between)]
    if subprocess.run(mounting, check=False).returncode:
        pytest.skip("this system lets nobody mount a disk")
    yield two
    subprocess.run(["umount", str(two.between)], check=True)


def test_a_full_folder_is_exit_7_leaves_nothing_half_written_and_is_tried_again(two: Two) -> None:
    two.meet()
    two.ana.shares(two.ana.has_goal())
    filling, before = two.between / "filling", {path: path.read_bytes() for path in two.between.iterdir()}
    with filling.open("wb", buffering=0) as file:
        room = os.statvfs(two.between)
        os.posix_fallocate(file.fileno(), 0, room.f_bavail * room.f_frsize)
    done = two.ana.run("sync")
    assert (done.returncode, done.stdout.count("could not be reached")) == (7, 1)
    assert {path: path.read_bytes() for path in two.between.iterdir() if path != filling} == before
    words = two.ana.does("partner", "invite", "--via", two.via)["words"]
    two.sam.is_refused(4, "partner", "join", "-", "--preview", "--via", two.via, words=words)
    filling.unlink()
    two.sync()
    assert two.sam.does("partner", "join", "-", "--preview", "--via", two.via, words=words)["kind"] == "partner"
    assert [shared["goal"]["title"] for shared in two.sam.does("inbox")["shared"]] == [TITLE]


def test_a_folder_that_may_not_be_written_is_exit_7_for_an_ordinary_user(cairn: Cairn, template_home: Home) -> None:
    with tempfile.TemporaryDirectory(prefix="reachable-", ignore_cleanup_errors=True) as place:
        Path(place).chmod(0o755)
        two = two_people(cairn, template_home, Path(place))
        two.meet()
        two.ana.shares(two.ana.has_goal())
        for path in (two.ana.home.root, *two.ana.home.root.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        two.between.chmod(0o555)
        for call in (("sync",), ("partner", "invite", "--via", two.via)):
            done = as_an_ordinary_user(two.ana.home, *call)
            assert (done.returncode, "could not be reached" in done.stdout + done.stderr) == (7, True), done.stderr
        assert as_an_ordinary_user(two.ana.home, "share", "list").returncode == 0
        two.between.chmod(0o777)
        assert as_an_ordinary_user(two.ana.home, "sync").returncode == 0
        two.sam.does("sync")
        assert [shared["goal"]["title"] for shared in two.sam.does("inbox")["shared"]] == [TITLE]

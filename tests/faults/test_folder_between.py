"""A folder between two people that is full, closed or silent: told once, nothing lost, and what waits goes later."""

import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.paths import Home
from tests.commands.two_homes import TITLE, Two, two_people
from tests.conftest import Cairn
from tests.faults.as_nobody import NOBODY, as_an_ordinary_user
from tests.faults.disks import fill_up, silent_disk, small_disk
from tests.faults.hurried import in_a_hurry
from tui.wording import together

ROOM_BYTES = 4 * 16_384
"""For two messages of a meeting and a page of each, written beside before they are renamed."""


@pytest.fixture
def two(cairn: Cairn, template_home: Home, tmp_path: Path) -> Iterator[Two]:
    """Two people, and between them a small disk in memory."""
    two = two_people(cairn, template_home, tmp_path)
    with small_disk(two.between, ROOM_BYTES * 2):
        yield two


def test_a_full_folder_is_exit_7_leaves_nothing_half_written_and_is_tried_again(two: Two) -> None:
    two.meet()
    two.ana.shares(two.ana.has_goal())
    before = {path: path.read_bytes() for path in two.between.iterdir()}
    filling = fill_up(two.between)
    done = two.ana.run("sync")
    assert (done.returncode, done.stdout.count("could not be reached")) == (7, 1)
    assert {path: path.read_bytes() for path in two.between.iterdir() if path != filling} == before
    made = two.ana.run("partner", "invite", "--via", two.via, "--json")
    assert made.returncode == 7
    words = json.loads(made.stdout)["words"]
    told = two.ana.run("partner", "invite", "--via", two.via)
    assert (told.returncode, together.KEPT_HERE in told.stdout) == (7, True)
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


def test_a_watch_says_once_that_the_folder_is_gone(
    cairn: Cairn, template_home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    two, looks = two_people(cairn, template_home, tmp_path), iter([None, None, None])
    two.invited()
    two.between.rename(two.between.with_name("away"))

    def interrupted_at_last(*_: object) -> None:
        if next(looks, 0) == 0:
            raise KeyboardInterrupt

    monkeypatch.setattr("tui.commands.sync.wait_here", interrupted_at_last)
    done = two.ana.run("sync", "--watch")
    assert (done.returncode, done.stdout.count("could not be reached")) == (130, 1)


@pytest.mark.soak
def test_a_folder_that_never_answers_is_exit_7_and_the_command_ends(
    cairn: Cairn, template_home: Home, tmp_path: Path
) -> None:
    two = two_people(cairn, template_home, tmp_path)
    words, place = two.invited(), ("--via", two.via)
    with silent_disk(two.between):
        for call in (("sync",), ("partner", "invite", *place), ("partner", "join", "-", *place)):
            done = in_a_hurry(two.ana.home, *call, words=words)
            assert (done.returncode, "could not be reached" in done.stdout + done.stderr) == (7, True), done.stderr
    assert two.ana.does("sync")["problems"] == []

"""Where a key holder is reached: nowhere but in a folder of one's own, and only one's own process is believed."""

import _socket
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from journal.errors import BadInput, NoRoom
from journal.paths import FOLDER, Home
from journal.vault.holder_place import RUNTIME, Place, place_to_take, places_taken
from journal.vault.holding_keys import check_can_hold, held_keys, let_go
from tests.vault.holding import GENERATION, NOBODY, PYTHON, VAULT_ID, hold, sockets_in

IS_ROOT = os.geteuid() == 0


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Home]:
    monkeypatch.delenv(RUNTIME, raising=False)
    (tmp_path / "home").mkdir(mode=0o700)
    home = Home(tmp_path / "home")
    yield home
    let_go(home)


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a log-in gives to this user."""
    folder = tmp_path / "run"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv(RUNTIME, str(folder))
    return folder


def folder_taken(home: Home) -> Path | None:
    with place_to_take(home) as place:
        return Path(f"/proc/self/fd/{place.folder}").resolve() if place else None


def is_held(home: Home) -> bool:
    return held_keys(home, VAULT_ID, GENERATION) is not None


def test_it_is_in_the_folder_of_the_log_in_where_that_is_private(home: Home, runtime: Path) -> None:
    assert folder_taken(home) == runtime / FOLDER
    hold(home)
    assert is_held(home)
    assert sockets_in(home.root) == []


@pytest.mark.parametrize("mode", [0o755, 0o750, 0o701])
def test_it_is_in_the_home_where_others_can_enter_that_folder(home: Home, runtime: Path, mode: int) -> None:
    runtime.chmod(mode)
    assert folder_taken(home) == home.root
    runtime.chmod(0o700)
    (runtime / FOLDER).mkdir()
    (runtime / FOLDER).chmod(mode)
    assert folder_taken(home) == home.root


def test_a_folder_that_is_named_but_not_there_or_not_whole_is_passed_over(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    for named in ("/nowhere", "run", "", "\0"):
        monkeypatch.setattr(os, "environ", {RUNTIME: named})
        assert folder_taken(home) == home.root


def test_one_in_each_place_is_let_go(home: Home, runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    in_runtime = hold(home)
    monkeypatch.delenv(RUNTIME)
    assert not is_held(home)
    in_home = hold(home)
    monkeypatch.setenv(RUNTIME, str(runtime))
    assert let_go(home) is True
    assert in_runtime.ends(within_s=0)
    assert in_home.ends(within_s=0)


def test_two_homes_have_a_holder_each(home: Home, runtime: Path, tmp_path: Path) -> None:
    other = Home(tmp_path / "other")
    hold(home)
    assert is_held(home)
    assert not is_held(other)
    hold(other, generation=GENERATION + 1)
    assert is_held(home)
    assert let_go(other) is True


def test_a_home_is_the_same_by_any_way_to_it_and_may_have_a_long_one(tmp_path: Path, runtime: Path) -> None:
    deep = tmp_path.joinpath(*["a folder with a long name"] * 8)
    deep.mkdir(parents=True)
    home, by_link = Home(deep / "home"), Home(tmp_path / "link")
    home.root.mkdir(mode=0o700)
    by_link.root.symlink_to(home.root)
    hold(home)
    assert is_held(by_link)
    assert let_go(by_link) is True


def test_a_long_way_to_the_home_itself_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(RUNTIME, raising=False)
    home = Home(tmp_path.joinpath(*["a folder with a long name"] * 8))
    home.root.mkdir(mode=0o700, parents=True)
    hold(home)
    assert is_held(home)
    assert let_go(home) is True


def test_a_home_that_others_can_enter_will_not_do(home: Home) -> None:
    home.root.chmod(0o755)
    with pytest.raises(BadInput, match="no folder here that only you can enter"):
        hold(home)


def test_another_users_socket_is_passed_over_and_left_alone(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as theirs:
        theirs.bind(f"{home.root}/held")
        theirs.listen()
        if IS_ROOT:
            os.chown(home.root / "held", NOBODY, NOBODY)
        else:
            # An ordinary user cannot give a file away.
            monkeypatch.setattr(Place, "mark", lambda _: (1, 1, NOBODY))
        assert list(places_taken(home)) == []
        assert not is_held(home)
    assert sockets_in(home.root) == [home.root / "held"]


def test_another_users_process_is_not_believed(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """It listens at a socket that is ours, as far as the file system can tell."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.bind(f"{home.root}/held")
        listening = (
            "import os, socket, sys\n"
            "if os.geteuid() == 0: os.setuid(int(sys.argv[2]))\n"
            "line = socket.socket(fileno=int(sys.argv[1]))\n"
            "line.listen(); print('listening', flush=True); input()"
        )
        with subprocess.Popen(
            [*PYTHON, "-c", listening, str(line.fileno()), str(NOBODY)], pass_fds=[line.fileno()],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        ) as other:  # fmt: skip
            assert other.stdout is not None
            assert other.stdout.readline() == b"listening\n"
            if not IS_ROOT:
                # An ordinary user cannot become another: then we are the other one.
                monkeypatch.setattr(os, "geteuid", lambda: NOBODY)
            assert not is_held(home)
            assert let_go(home) is False
            other.communicate(b"\n")


def test_what_is_no_socket_is_passed_over(home: Home) -> None:
    (home.root / "held").mkdir()
    assert not is_held(home)
    assert let_go(home) is False


def test_a_stale_name_is_removed_and_a_new_one_in_its_place_is_not(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as gone:
            gone.bind(f"{home.root}/new")
            (home.root / "new").rename(home.root / "held")
    assert not is_held(home)
    assert sockets_in(home.root) == []
    hold(home)
    for place in places_taken(home):
        place.clear((0, 0, 0))
    assert is_held(home)


@pytest.mark.parametrize("missing", ["Linux", "SO_PEERCRED", "a Python to start"])
def test_a_system_that_lacks_a_part_is_told_so_and_nothing_is_held(
    home: Home, monkeypatch: pytest.MonkeyPatch, missing: str
) -> None:
    if missing == "Linux":
        monkeypatch.setattr(sys, "platform", "darwin")
    elif missing == "SO_PEERCRED":
        monkeypatch.delattr(_socket, "SO_PEERCRED")
    else:
        monkeypatch.setattr(sys, "executable", "")
    with pytest.raises(BadInput, match="on Linux alone so far"):
        check_can_hold()
    with pytest.raises(BadInput):
        hold(home)
    assert not is_held(home)
    assert let_go(home) is False


@pytest.mark.parametrize("program", ["/nowhere/python", "/bin/false", "/bin/cat"])
def test_a_holder_that_does_not_start_is_told_and_nothing_is_left(
    home: Home, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(sys, "executable", program)
    with pytest.raises(NoRoom, match="could not be started"):
        hold(home)
    assert list(home.root.iterdir()) == []

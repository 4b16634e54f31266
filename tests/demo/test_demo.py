"""`cairn demo` on a terminal: shown, opened, locked, left, and told to end; nothing of it stays."""

import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from journal.paths import Home
from tests.conftest import Cairn, cairn_environment
from tui.commands.temporary_place import temporary_place
from tui.wording import demo as words

PATIENCE_S = 60.0
QUICK_EXIT, LOCK = b"\x11", b"\x0c"


class OnTerminal:
    """`cairn demo` on a terminal of 80 by 24, and the folder it may use."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (24, 80))
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-m", "tui", "demo"],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            env=cairn_environment(Home(place.parent / "untouched"), TMPDIR=str(place), TERM="xterm-256color"),
        )
        os.close(theirs)
        self._shown = b""

    def type(self, keys: bytes) -> None:
        os.write(self._ours, keys)

    def wait_for(self, text: str) -> None:
        """Read until it has been shown since the last wait."""
        until = time.monotonic() + PATIENCE_S
        while text not in self._words():
            assert time.monotonic() < until, f"never shown: {text}; but: {self._words()[-500:]}"
            if not self._read():
                raise AssertionError(f"it ended before it showed: {text}; but: {self._words()[-500:]}")
        self._shown = b""

    def ended(self) -> int:
        """Its exit code, once it has ended."""
        while self._read():
            pass
        return self.process.wait(timeout=PATIENCE_S)

    def is_gone(self) -> bool:
        """Whether neither it nor the screen it started is there any more."""
        try:
            os.killpg(self.process.pid, 0)
        except ProcessLookupError:
            return True
        return False

    def close(self) -> None:
        if not self.is_gone():
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._ours)

    def _words(self) -> str:
        return re.sub(r"\x1b\[[0-9;?<>=:]*[a-zA-Z]", "", self._shown.decode(errors="replace"))

    def _read(self) -> bool:
        ready, _, _ = select.select([self._ours], [], [], PATIENCE_S)
        assert ready, "nothing more came"
        try:
            came = os.read(self._ours, 65536)
        except OSError:
            return False
        self._shown += came
        return bool(came)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


@pytest.fixture
def demo(place: Path) -> Iterator[OnTerminal]:
    shown = OnTerminal(place)
    yield shown
    shown.close()


def open_it(demo: OnTerminal) -> None:
    demo.wait_for(words.PASSPHRASE)
    demo.wait_for(words.ENTER_OPENS)
    demo.type(b"\r")
    demo.wait_for("Hello.")


def test_the_passphrase_is_shown_it_opens_by_itself_and_leaving_removes_it(demo: OnTerminal) -> None:
    open_it(demo)
    (folder,) = demo.place.iterdir()
    assert folder.stat().st_mode & 0o777 == 0o700
    demo.type(QUICK_EXIT)
    assert demo.ended() == 0
    assert list(demo.place.iterdir()) == []
    assert not (demo.place.parent / "untouched").exists()


def test_after_a_lock_the_passphrase_that_was_shown_opens_it(demo: OnTerminal) -> None:
    open_it(demo)
    demo.type(LOCK)
    demo.wait_for("Passphrase:")
    assert len(list(demo.place.iterdir())) == 1
    demo.type(words.PASSPHRASE.encode() + b"\r")
    demo.wait_for("Hello.")
    demo.type(QUICK_EXIT)
    assert demo.ended() == 0
    assert list(demo.place.iterdir()) == []


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)])
def test_told_to_end_it_takes_the_screen_and_the_folder_along(
    demo: OnTerminal, number: signal.Signals, code: int
) -> None:
    open_it(demo)
    demo.process.send_signal(number)
    assert demo.ended() == code
    assert list(demo.place.iterdir()) == []
    assert demo.is_gone()


def test_told_to_end_before_it_is_open_nothing_stays(demo: OnTerminal) -> None:
    demo.wait_for(words.MAKING)
    demo.process.send_signal(signal.SIGTERM)
    assert demo.ended() == 143
    assert list(demo.place.iterdir()) == []


def test_ctrl_d_where_enter_would_have_opened_it_leaves(demo: OnTerminal) -> None:
    demo.wait_for(words.ENTER_OPENS)
    demo.type(b"\x04")
    assert demo.ended() == 0
    assert list(demo.place.iterdir()) == []


def test_without_a_terminal_one_sentence_says_so(cairn: Cairn, place: Path) -> None:
    done = cairn("demo", TMPDIR=str(place))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[0] == "cairn: The screen needs a terminal."
    assert "demo --tour" in done.stderr
    assert list(place.iterdir()) == []


@pytest.fixture
def _temporary_here(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(place))


@pytest.mark.usefixtures("_temporary_here")
def test_a_temporary_place_is_gone_whatever_happened_in_it(place: Path) -> None:
    def fail() -> None:
        with temporary_place() as folder:
            (folder / "something").write_text("words")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert list(place.iterdir()) == []


@pytest.mark.usefixtures("_temporary_here")
def test_a_signal_in_it_leaves_with_its_code_and_what_heard_signals_before_hears_them_again(place: Path) -> None:
    heard: list[Callable[..., object] | int | None] = [signal.getsignal(signal.SIGTERM)]

    def be_told() -> None:
        with temporary_place():
            os.kill(os.getpid(), signal.SIGTERM)
            raise AssertionError("the signal was not heard")

    with pytest.raises(SystemExit) as leaving:
        be_told()
    assert leaving.value.code == 143
    assert [signal.getsignal(signal.SIGTERM)] == heard
    assert list(place.iterdir()) == []

"""cairn on a terminal of 80 by 24, whose every byte is seen."""

import os
import pty
import select
import subprocess
import sys
import termios
import time
from pathlib import Path

from journal.paths import Home
from tests.conftest import cairn_environment

PATIENCE_S = 60.0


class OnTerminal:
    """One call of cairn, at which somebody types."""

    before_it_starts = ""
    """Python that is run in the new process first."""

    def __init__(self, home: Home, *arguments: str, **more: str) -> None:
        """Start it, with no passphrase but what is typed.

        Args:
            home: where the journal is.
            arguments: behind `cairn`.
            more: variables, `TERM` among them.
        """
        self._ours, theirs = pty.openpty()
        termios.tcsetwinsize(theirs, (24, 80))
        environment = {**cairn_environment(home), "TERM": "xterm-256color", **more}
        del environment["CAIRN_PASSPHRASE_COMMAND"]
        self.process = subprocess.Popen(
            [sys.executable, "-P", "-c", self.before_it_starts + _AT_ITS_TERMINAL, *arguments],
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
            cwd=Path(__file__).parents[2],
            env=environment,
        )
        os.close(theirs)
        self.shown = b""
        self._seen = 0

    @property
    def text(self) -> str:
        """What has been shown, as one line: rows are folded between words."""
        return " ".join(self.shown.decode(errors="replace").split())

    def type(self, *lines: str) -> None:
        """Type lines, each with Enter behind it."""
        for line in lines:
            os.write(self._ours, f"{line}\n".encode())

    def press(self, keys: bytes) -> None:
        os.write(self._ours, keys)

    def wait_for(self, text: str) -> None:
        """Read until it has been shown, after what was waited for before."""
        until = time.monotonic() + PATIENCE_S
        while (place := self.text.find(text, self._seen)) < 0:
            assert time.monotonic() < until, f"never shown: {text}; but: {self.text[-500:]}"
            assert self._read(), f"it ended before it showed: {text}; but: {self.text[-500:]}"
        self._seen = place + len(text)

    def ended(self) -> int:
        """Its exit code, once it has ended."""
        while self._read():
            continue
        return self.process.wait(timeout=PATIENCE_S)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        os.close(self._ours)

    def _read(self) -> bool:
        ready, _, _ = select.select([self._ours], [], [], PATIENCE_S)
        assert ready, "nothing more came"
        try:
            came = os.read(self._ours, 65536)
        except OSError:
            return False
        self.shown += came
        return bool(came)


_AT_ITS_TERMINAL = """
import fcntl, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
from tui.cli import main
sys.exit(main())
"""
"""Makes the terminal its own first, as a shell would: a passphrase is asked for on that one."""

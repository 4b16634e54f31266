"""A real terminal of 80 by 24 under tmux, one server a test; waits for words, never for time."""

import os
import shlex
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Sequence
from pathlib import Path

PATIENCE_S = 20.0
_LOOK_AGAIN_S = 0.05


class Terminal:
    """One program in one pane."""

    def __init__(self, program: Sequence[str], environment: dict[str, str], size: tuple[int, int] = (80, 24)) -> None:
        # The server gets nothing else: `COLUMNS` and `LINES` of whoever runs the tests would fix the size.
        self._environment = environment
        self._socket = f"cairn-{uuid.uuid4().hex[:12]}"
        self._code_file = Path(environment["HOME"]) / f"code-{self._socket}"
        # The pane's first process, whose number `program_id` gives, becomes the program: signals reach it alone.
        run = f"{shlex.join(program)}; echo $? > {shlex.quote(str(self._code_file))}; exec cat"
        given = [part for name, value in environment.items() for part in ("-e", f"{name}={value}")]
        width, height = (str(cells) for cells in size)
        self._tmux("new-session", "-d", "-s", "t", "-x", width, "-y", height, "-e", "COLORTERM=truecolor", *given, run)
        self._tmux("set", "-g", "status", "off")
        self._tmux("resize-window", "-t", "t", "-x", width, "-y", height)

    def keys(self, *names: str) -> None:
        """Press keys, as tmux names them: `Tab`, `Enter`, `C-s`, `F2`."""
        self._tmux("send-keys", "-t", "t", *names)

    def type(self, words: str) -> None:
        """Type words as they are."""
        self._tmux("send-keys", "-t", "t", "-l", words)

    def resize(self, width: int, height: int) -> None:
        self._tmux("resize-window", "-t", "t", "-x", str(width), "-y", str(height))

    def shown(self, *, with_history: bool = False) -> str:
        """What is on the screen, and above it if asked."""
        return self._tmux("capture-pane", "-p", "-t", "t", *(["-S", "-"] if with_history else []))

    def title(self) -> str:
        """What stands over the window."""
        return self._tmux("display-message", "-p", "-t", "t", "#{pane_title}#{window_name}").strip()

    def wait_for(self, words: str, *, gone: bool = False) -> str:
        """Wait until these words are on the screen, or gone from it, and the screen has come to rest.

        A picture reaches the terminal in several writes: what is read between two of them is half of it.
        """
        ends = time.monotonic() + PATIENCE_S
        before = ""
        while time.monotonic() < ends:
            shown = self.shown()
            if (words in shown) is not gone and shown == before:
                return shown
            before = shown
            time.sleep(_LOOK_AGAIN_S)
        raise AssertionError(f"{words!r} {'stayed on' if gone else 'never came to'} the screen:\n{self.shown()}")

    def wait_for_code(self) -> int:
        """Wait until the program has ended, and give its exit code."""
        ends = time.monotonic() + PATIENCE_S
        while time.monotonic() < ends:
            if self._code_file.exists() and (said := self._code_file.read_text().strip()):
                return int(said)
            time.sleep(_LOOK_AGAIN_S)
        raise AssertionError(f"it never ended; the screen shows:\n{self.shown()}")

    def program_ids(self) -> list[int]:
        """The numbers of the processes that the pane's shell has started."""
        shell = self._tmux("list-panes", "-t", "t", "-F", "#{pane_pid}").strip()
        children = Path(f"/proc/{shell}/task/{shell}/children").read_text().split()
        return [int(child) for child in children]

    def signal(self, number: signal.Signals) -> None:
        """Send a signal to the program alone."""
        for process in self.program_ids():
            os.kill(process, number)

    def close(self) -> None:
        """End the terminal and whatever still runs in it."""
        self._tmux("kill-server", check=False)

    def _tmux(self, *arguments: str, check: bool = True) -> str:
        done = subprocess.run(
            ["tmux", "-L", self._socket, "-f", "/dev/null", *arguments],
            capture_output=True,
            text=True,
            check=check,
            env=self._environment,
            timeout=PATIENCE_S,
        )
        return done.stdout


CAIRN = [sys.executable, "-P", "-m", "tui"]

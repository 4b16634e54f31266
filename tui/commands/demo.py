"""`cairn demo`: a filled journal in a temporary place, shown by a process of its own and removed by this one."""

import os
import subprocess
import sys
from argparse import Namespace

from journal.errors import BadInput
from journal.paths import Home
from journal.use_cases.preferences import read_preferences
from tui.commands.plain_lines import wants_plain_lines
from tui.commands.temporary_place import temporary_place
from tui.commands.terminal import PASSPHRASE_COMMAND, Terminal
from tui.wording import demo as words
from tui.wording import plain, shell

GIVE_UP_ENDING_S = 8.0
"""The screen gives itself 5 s to keep its draft and restore the terminal."""


def run(options: Namespace) -> int:
    """Fill a journal, say its passphrase, and show it until the person leaves."""
    # The door "Look around" leads here with the options of the screen, which has no tour.
    if getattr(options, "tour", False):
        from tui.commands import tour

        return tour.run(options)
    terminal = Terminal(options)
    plainly = wants_plain_lines(terminal)
    if not plainly and not terminal.has_screen():
        raise BadInput(shell.SCREEN_NEEDS_TERMINAL, hint=shell.SCREEN_NEEDS_TERMINAL_HINT)
    try:
        with temporary_place() as place:
            home = Home(place / "home")
            terminal.say(words.MAKING)
            _make(terminal, home)
            if plainly:
                # Nothing is read here: what is typed ahead, or comes through a pipe, is for the lines that follow.
                terminal.say_block(plain.demo_begins(words.PASSPHRASE))
                return _show(home, "--plain")
            terminal.say_block(words.begins(words.PASSPHRASE))
            terminal.ask(words.ENTER_OPENS)
            return _show(home)
    except EOFError:
        # Ctrl+D where Enter would have opened it: they would rather not.
        return 0


def _make(terminal: Terminal, home: Home) -> None:
    from tui.commands.demo_journal import make_demo_journal

    make_demo_journal(home, words.PASSPHRASE, terminal.clock, read_preferences(terminal.home))


def _show(home: Home, *more: str) -> int:
    """Run cairn on it and return its exit code. It opens by itself, and after a lock it asks."""
    reading, writing = os.pipe()
    os.write(writing, f"{words.PASSPHRASE}\n".encode())
    os.close(writing)
    call = [sys.executable, "-P", "-m", "tui", "--home", str(home.root), "--passphrase-fd", str(reading), *more]
    screen = subprocess.Popen(call, pass_fds=(reading,), env=_environment())  # noqa: S603 - our own program
    try:
        os.close(reading)
        return _exit_code(screen.wait())
    finally:
        _end(screen)


def _environment() -> dict[str, str]:
    """Ours, without what leads to the person's own journal."""
    own = ("CAIRN_HOME", PASSPHRASE_COMMAND)
    return {name: value for name, value in os.environ.items() if name not in own}


def _end(screen: "subprocess.Popen[bytes]") -> None:
    """Where we are told to end, the screen is told too, and has time to restore the terminal."""
    if screen.poll() is None:
        screen.terminate()
        try:
            screen.wait(GIVE_UP_ENDING_S)
        except subprocess.TimeoutExpired:
            screen.kill()
            screen.wait()


def _exit_code(ended: int) -> int:
    """As a shell counts: 128 and the number of the signal that ended it."""
    return ended if ended >= 0 else 128 - ended

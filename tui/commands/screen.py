"""`cairn`: the screen, or the same as plain lines. The one command that imports Textual."""

import os
import sys
from argparse import Namespace

from journal.errors import BadInput
from tui.commands.plain_lines import CLEAR, clear_window, converse, wants_plain_lines
from tui.commands.terminal import Terminal
from tui.wording import locking, shell


def run(options: Namespace) -> int:
    """Show the screen or hold the conversation until the person leaves, then do what leaving asked for."""
    terminal = Terminal(options)
    if wants_plain_lines(terminal):
        return _converse(terminal)
    if not terminal.has_screen():
        raise BadInput(shell.SCREEN_NEEDS_TERMINAL, hint=shell.SCREEN_NEEDS_TERMINAL_HINT)
    return show(terminal)


def _converse(terminal: Terminal) -> int:
    """Hold the conversation in plain lines once."""
    left = converse(terminal)
    if left.clears:
        clear_window()
    if left.by_itself:
        print(shell.LAST_WORDS_NOT_KEPT if left.lost_words else locking.BY_ITSELF, flush=True)
    if left.how == "look-around":
        from tui.commands import demo

        return demo.run(terminal.options)
    return _replace_process(terminal, "--plain") if left.how == "lock" else 0


def show(terminal: Terminal) -> int:
    """Run the app once."""
    from tui.app import CairnApp

    app = CairnApp(terminal.home, terminal.clock, _given_passphrase(terminal))
    try:
        leaving = app.run()
    finally:
        problem = app.finish()
    if problem is not None:
        print(shell.LAST_WORDS_NOT_KEPT, file=sys.stderr)
    if leaving == "lock":
        return _replace_process(terminal)
    if leaving == "look-around":
        from tui.commands import demo

        return demo.run(terminal.options)
    if leaving == "crashed":
        from tui.crash import tell_places

        return tell_places(app.crashed_at)
    if leaving == "quit":
        sys.stdout.write(CLEAR)
    return app.return_code or 0


def _given_passphrase(terminal: Terminal) -> str | None:
    """A passphrase that came with the call opens at once; after a lock a person must be there."""
    if terminal.options.locked or not terminal.has_passphrase_source() or not terminal.home.exists():
        return None
    return terminal.passphrase(shell.PASSPHRASE)


def _replace_process(terminal: Terminal, *more: str) -> int:
    """Begin anew, locked: nothing that was read is left in the new process."""
    arguments = [sys.executable, "-P", "-m", "tui", "--home", str(terminal.home.root), "--locked", *more]
    if hasattr(os, "execv") and os.name == "posix" and terminal.can_ask():
        sys.stdout.flush()
        os.execv(sys.executable, arguments)  # noqa: S606  # this very program, with no word of a person's
    print(shell.LOCKED)
    return 0

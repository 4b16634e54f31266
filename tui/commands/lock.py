"""`cairn lock`: what was left unlocked for the shell is locked at once. The screen locks by itself."""

from argparse import Namespace

from journal.use_cases.staying import let_go
from tui.commands.terminal import Terminal
from tui.wording import staying


def run(options: Namespace) -> int:
    """Say what it did. That nothing was unlocked is no failure."""
    terminal = Terminal(options)
    was_unlocked = let_go(terminal.home)
    line = staying.LET_GO if was_unlocked else staying.LOCKED_ALREADY
    return terminal.answer({"was_unlocked": was_unlocked}, [line], changed=True)

"""`cairn delete`: out of sight, for 30 days."""

from argparse import Namespace

from tui.commands.terminal import Terminal
from tui.wording import shell


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    with terminal.journal() as journal:
        item_id = journal.delete(options.id)
    return terminal.answer({"id": item_id}, [shell.deleted(item_id)], changed=True)

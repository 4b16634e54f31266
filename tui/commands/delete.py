"""`cairn delete`: out of sight, for 30 days."""

from argparse import Namespace

from tui.commands.finding import find
from tui.commands.terminal import Terminal
from tui.wording import goals, shell


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    with terminal.journal() as journal:
        kind, found = find(journal, options.id)
        item_id = journal.delete(found.id)
    if kind == "goal":
        terminal.say(goals.DELETING_KEEPS)
    return terminal.answer({"id": item_id}, [shell.deleted(item_id)], changed=True)

"""`cairn undo`: take back the newest delete or import of 30 days."""

from argparse import Namespace

from tui.commands.terminal import Terminal
from tui.wording import shell


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    with terminal.journal() as journal:
        if options.only_list:
            deeds = journal.deeds()
            documents = [{"kind": deed.kind, "at": deed.at, "items": deed.items} for deed in deeds]
            lines = [shell.can_be_undone(deed.kind, deed.at, deed.items) for deed in deeds]
            return terminal.answer({"deeds": documents}, lines or [shell.NOTHING_TO_TAKE_BACK])
        deed = journal.undo()
    return terminal.answer(
        {"kind": deed.kind, "at": deed.at, "items": deed.items}, [shell.undone(deed.kind, deed.items)], changed=True
    )

"""`cairn keep`: keep something for a hard day."""

from argparse import Namespace

from tui.commands.documents import document_of
from tui.commands.terminal import Terminal
from tui.wording import shell


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    with terminal.journal() as journal:
        item = journal.keep(options.id, not options.off)
    return terminal.answer(document_of(item), [shell.NOT_KEPT if options.off else shell.KEPT], changed=True)

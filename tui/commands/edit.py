"""`cairn edit`: new words in place of the old, which are kept."""

from argparse import Namespace

from journal.errors import BadInput
from tui.commands.documents import document_of
from tui.commands.terminal import Terminal
from tui.wording import shell
from tui.wording.items import item_in_lines


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    with terminal.journal() as journal:
        item = journal.read(options.id)
        if options.dash is None and terminal.can_ask():
            for line in item_in_lines(item, {}):
                terminal.say_block(line)
        text = terminal.text(options.dash is not None, shell.CHANGE_HERE)
        if not text.strip():
            raise BadInput(shell.EMPTY_CHANGE)
        changed = terminal.save(lambda: journal.change_words(item.id, text))
        return terminal.answer(document_of(changed), [shell.CHANGED], changed=True)

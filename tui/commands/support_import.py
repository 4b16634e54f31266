"""`cairn support import`: a file of support lines in place of those that count now. No passphrase, no network."""

from argparse import Namespace
from pathlib import Path

from journal.errors import BadInput
from journal.use_cases.preferences import read_preferences
from journal.use_cases.support_lines import bring_lines, content_of, take_lines_that_ship
from tui.commands.support import file_document
from tui.commands.terminal import Terminal
from tui.wording import support_import as words


def run(options: Namespace) -> int:
    """Check every rule first. A file that breaks one is refused by its line, and what is there stays."""
    terminal = Terminal(options)
    if options.shipped == (options.file is not None):
        raise BadInput(words.WHICH)
    if options.shipped:
        known = take_lines_that_ship(terminal.home)
        lines = [words.SHIPPED]
    else:
        known = bring_lines(terminal.home, content_of(Path(options.file)))
        lines = [words.BROUGHT]
    lines += words.told(known, read_preferences(terminal.home).country)
    return terminal.answer({"lines": len(known.lines), **file_document(known)}, lines, changed=True)

"""`cairn keep`: keep something for a hard day."""

import re
from argparse import Namespace

from journal.errors import NotFound
from journal.use_cases.open_journal import OpenJournal
from tui.commands.documents import document_of
from tui.commands.terminal import Terminal
from tui.wording import shell

_OF_A_MESSAGE = re.compile(r"([0-9a-f]{8})-(-?\d{1,6})")
"""As the inbox prints it: the start of a partner's id, and a number."""


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    with terminal.journal() as journal:
        if (message := _OF_A_MESSAGE.fullmatch(options.id)) is not None:
            return _keep_words(terminal, journal, message[1], int(message[2]))
        item = journal.keep(options.id, not options.off)
    return terminal.answer(document_of(item), [shell.NOT_KEPT if options.off else shell.KEPT], changed=True)


def _keep_words(terminal: Terminal, journal: OpenJournal, partner: str, number: int) -> int:
    """Words of a partner, by the id that the inbox shows."""
    from sync.consent.words import Words

    words, off = Words(journal), terminal.options.off
    found = [one for one in words.received() if one.partner.startswith(partner) and one.no == number]
    if len(found) != 1:
        raise NotFound(shell.NO_SUCH_MESSAGE)
    words.keep(found[0], not off)
    document = {"partner": found[0].partner, "id": terminal.options.id, "text": found[0].text, "keep": not off}
    return terminal.answer(document, [shell.NOT_KEPT if off else shell.KEPT], changed=True)

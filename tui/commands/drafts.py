"""`cairn drafts`: words that were on their way when something came between."""

from argparse import Namespace

from tui.commands.documents import draft_document
from tui.commands.terminal import Terminal
from tui.wording import shell
from tui.wording.items import draft_in_words, short_day


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    with terminal.journal() as journal:
        drafts = journal.drafts()
    lines = [f"{short_day(d.moment.for_date):>11}  {d.id[:8]}  {d.kind}\n{draft_in_words(d)}" for d in drafts]
    return terminal.answer({"drafts": [draft_document(draft) for draft in drafts]}, lines or [shell.NO_DRAFTS])

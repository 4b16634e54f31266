"""`cairn drafts`: words that were on their way when something came between."""

from argparse import Namespace

from tui.commands.documents import draft_document
from tui.commands.terminal import Terminal
from tui.wording import shell
from tui.wording.items import short_day


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    with terminal.journal() as journal:
        drafts = journal.drafts()
    lines = [f"{short_day(d.moment.for_date):>11}  {d.id[:8]}  {d.kind}\n{d.body}" for d in drafts]
    return terminal.answer({"drafts": [draft_document(draft) for draft in drafts]}, lines or [shell.NO_DRAFTS])

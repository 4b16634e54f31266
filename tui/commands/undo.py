"""`cairn undo`: take back the newest delete or import of 30 days."""

from argparse import Namespace
from typing import Any

from journal.domain.timeline import Deed
from tui.commands.terminal import Terminal
from tui.wording import shell


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    with terminal.journal() as journal:
        if options.only_list:
            deeds = journal.deeds()
            lines = [shell.can_be_undone(deed) for deed in deeds]
            return terminal.answer(
                {"deeds": [_document(deed) for deed in deeds]}, lines or [shell.NOTHING_TO_TAKE_BACK]
            )
        deed = journal.undo()
    return terminal.answer(_document(deed), [shell.undone(deed)], changed=True)


def _document(deed: Deed) -> dict[str, Any]:
    return {"kind": deed.kind, "at": deed.at, "items": deed.items, "kinds": list(deed.kinds), "called": deed.called}

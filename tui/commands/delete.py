"""`cairn delete`: out of sight, for 30 days."""

from argparse import Namespace

from journal.use_cases.open_journal import OpenJournal
from tui.commands.finding import find
from tui.commands.telling import telling
from tui.commands.terminal import Terminal
from tui.wording import goals, shell


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    with terminal.journal() as journal:
        kind, found = find(journal, options.id)
        with telling(terminal, _told(journal, kind, found.id)):
            item_id = journal.delete(found.id)
    if kind == "goal":
        terminal.say(goals.DELETING_KEEPS)
    return terminal.answer({"id": item_id}, [shell.deleted(item_id)], changed=True)


def _told(journal: OpenJournal, kind: str, item_id: str) -> list[str]:
    """What it would end between two people."""
    if kind not in ("goal", "partner", "summary") or not journal.things("partner"):
        return []
    from tui.sharing_reading import ends_with

    return ends_with(journal, item_id)

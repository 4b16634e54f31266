"""`cairn bring`: mark something for the next peer session, or see what is marked."""

from argparse import Namespace
from collections.abc import Mapping, Sequence

from journal.domain.timeline import Item, words_of
from journal.errors import BadInput
from tui.commands.documents import document_of
from tui.commands.finding import tool_names
from tui.commands.terminal import Terminal
from tui.wording import peers, saved, shell
from tui.wording.dates import short_day
from tui.wording.items import KIND_NAMES, NO_WORDS, body_of, kind_of


def run(options: Namespace) -> int:
    """Mark it, take the mark away, or list what is marked, the oldest first."""
    terminal = Terminal(options)
    if options.id is None and options.off:
        raise BadInput(shell.OFF_TAKES_ID)
    with terminal.journal() as journal:
        if options.id is None:
            agenda = journal.agenda()
            lines = agenda_in_lines(agenda, tool_names(journal)) or [peers.NOTHING_BROUGHT, shell.HOW_TO_BRING]
            return terminal.answer({"agenda": [document_of(item) for item in agenda]}, lines)
        item = journal.bring(options.id, not options.off)
    said = saved.NOT_BRINGING if options.off else saved.BRINGING
    return terminal.answer(document_of(item), [said], changed=True)


def agenda_in_lines(agenda: Sequence[Item], names: Mapping[str, str]) -> list[str]:
    """Each thing with its day, the start of its id, and its first words. `names`: of the tools, by id."""
    return [f"{short_day(item.moment.for_date):>11}  {item.id[:8]}  {_said(item, names)}" for item in agenda]


def _said(item: Item, names: Mapping[str, str]) -> str:
    return f"{KIND_NAMES[kind_of(item)]}: {_first_words(item, names)}"


def _first_words(item: Item, names: Mapping[str, str]) -> str:
    """The first line of what a person wrote there."""
    own = next(iter(words_of(item)), "")
    lines = own.strip().splitlines() or body_of(item, dict(names)) or [NO_WORDS]
    return lines[0]

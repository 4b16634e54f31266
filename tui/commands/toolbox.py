"""`cairn toolbox`: things that help, and whether they did this time."""

import random
from argparse import Namespace

from journal.use_cases.open_journal import OpenJournal
from tui.commands import shelf
from tui.commands.documents import document_of, thing_document
from tui.commands.terminal import Terminal
from tui.wording import toolbox
from tui.wording.check_in import HELPED
from tui.wording.things import thing_in_lines


def run(options: Namespace) -> int:
    """One deed on the toolbox."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        return _DEEDS[options.deed](terminal, journal)


def _mark(terminal: Terminal, journal: OpenJournal) -> int:
    """A check-in with this one use: the only place where a use is kept."""
    tool = journal.tool(terminal.options.tool)
    saved = journal.mark_tool(tool.id, terminal.options.mark)
    lines = [f"{tool.name}: {HELPED[terminal.options.mark]}", toolbox.MARKED]
    return terminal.answer(document_of(saved.check_in), lines, changed=True)


def _surprise(terminal: Terminal, journal: OpenJournal) -> int:
    tool = journal.surprise(random.Random())
    if tool is None:
        return terminal.answer({"tool": None}, [toolbox.NOTHING_TO_DRAW])
    name, *rest = thing_in_lines(tool)
    return terminal.answer({"tool": thing_document(tool)}, [f"{toolbox.drawn(name)}  ({tool.id[:8]})", *rest])


_DEEDS = {**shelf.DEEDS, "mark": _mark, "surprise": _surprise}

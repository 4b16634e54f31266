"""`cairn show`: the timeline, or one thing."""

from argparse import Namespace

from journal.domain.timeline import Filter, Item, Line
from journal.errors import BadInput
from journal.use_cases.open_journal import OpenJournal
from tui.commands.documents import document_of
from tui.commands.finding import find, tool_names
from tui.commands.shelf import show_thing
from tui.commands.terminal import Terminal
from tui.wording import shell
from tui.wording.dates import clock_of, short_day
from tui.wording.items import BRING, KEPT, KIND_NAMES, item_in_lines, line_in_words


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    if options.id is not None and (options.first_day or options.last_day or options.kind):
        raise BadInput(shell.ONE_OR_MANY)
    with terminal.journal() as journal:
        return _one(terminal, journal) if options.id is not None else _many(terminal, journal)


def _one(terminal: Terminal, journal: OpenJournal) -> int:
    _, found = find(journal, terminal.options.id)
    if not isinstance(found, Item):
        return show_thing(terminal, found)
    return terminal.answer(document_of(found), item_in_lines(found, tool_names(journal)))


def _many(terminal: Terminal, journal: OpenJournal) -> int:
    options = terminal.options
    first = journal.moment(options.first_day).for_date if options.first_day else None
    last = journal.moment(options.last_day).for_date if options.last_day else None
    chosen = Filter(first, last, options.kind)
    if terminal.as_json:
        return terminal.answer({"items": [document_of(item) for item in journal.items(chosen, options.limit)]}, [])
    lines = [
        f"{short_day(line.for_date):>11} {clock_of(line.at)}  {line.id[:8]}  {_said(line)}"
        for line in journal.timeline(chosen, options.limit)
    ]
    return terminal.answer({}, lines or [shell.NOTHING_HERE])


def _said(line: Line) -> str:
    """What it is, its marks, and its words; a goal and a session say themselves what they are."""
    marks = "".join(f"{mark} " for mark, is_set in ((KEPT, line.keep), (BRING, line.bring)) if is_set)
    if line.kind in ("goal", "session"):
        return f"{marks}{line_in_words(line)}"
    return f"{KIND_NAMES[line.kind]}{f' {marks.rstrip()}' if marks else ''}: {line_in_words(line)}"

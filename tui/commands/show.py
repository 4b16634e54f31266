"""`cairn show`: the timeline, or one thing."""

from argparse import Namespace

from journal.domain.timeline import Filter
from journal.errors import BadInput
from journal.use_cases.open_journal import OpenJournal
from tui.commands.documents import document_of
from tui.commands.terminal import Terminal
from tui.wording import shell
from tui.wording.items import CHECK_IN, KEPT, PAGE, clock_of, item_in_lines, line_in_words, short_day


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    if options.id is not None and (options.first_day or options.last_day or options.kind):
        raise BadInput(shell.ONE_OR_MANY)
    with terminal.journal() as journal:
        return _one(terminal, journal) if options.id is not None else _many(terminal, journal)


def _one(terminal: Terminal, journal: OpenJournal) -> int:
    item = journal.read(terminal.options.id)
    names = {tool.id: tool.name for tool in journal.tools()}
    return terminal.answer(document_of(item), item_in_lines(item, names))


def _many(terminal: Terminal, journal: OpenJournal) -> int:
    options = terminal.options
    first = journal.moment(options.first_day).for_date if options.first_day else None
    last = journal.moment(options.last_day).for_date if options.last_day else None
    chosen = Filter(first, last, options.kind)
    if terminal.as_json:
        return terminal.answer({"items": [document_of(item) for item in journal.items(chosen, options.limit)]}, [])
    lines = [
        f"{short_day(line.for_date):>11} {clock_of(line.at)}  {line.id[:8]}  "
        f"{CHECK_IN if line.kind == 'check-in' else PAGE}{' ' + KEPT if line.keep else ''}: {line_in_words(line)}"
        for line in journal.timeline(chosen, options.limit)
    ]
    return terminal.answer({}, lines or [shell.NOTHING_HERE])

"""`cairn search`: words anywhere. With a dash they come from standard input, so that no shell remembers them."""

from argparse import Namespace

from journal.errors import BadInput
from tui.commands.finding import kind_typed
from tui.commands.terminal import Terminal
from tui.wording import shell
from tui.wording.dates import short_day


def run(options: Namespace) -> int:
    terminal = Terminal(options)
    from_standard_input, kind = options.words == ["-"], kind_typed(options.kind)
    with terminal.journal() as journal:
        typed = terminal.line(shell.SEARCH_FOR) if from_standard_input else " ".join(options.words)
        if not typed.strip():
            raise BadInput(shell.NOTHING_TO_SEARCH)
        total, found = journal.search(typed, kind, options.limit)
        results = [{"kind": one.kind, "id": one.id, "for_date": one.for_date, "excerpt": one.excerpt} for one in found]
        lines = [f"{short_day(one.for_date):>11}  {one.id[:8]}  {' '.join(one.excerpt.split())}" for one in found]
        if total > len(found):
            lines.append(shell.more_found(len(found), total))
        return terminal.answer({"query": typed, "total": total, "results": results}, lines or [shell.NOTHING_FOUND])

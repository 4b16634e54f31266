"""`cairn sync`: meet every partner where they can be met, once or again and again."""

import time
from argparse import Namespace

from journal.use_cases.open_journal import OpenJournal
from sync.carrying import MEET_EVERY_S, Report, meet_and_wait
from sync.exchange import Exchange
from tui.commands.terminal import Terminal
from tui.sharing_reading import name_of
from tui.wording import together

_NOT_REACHED = "not-reached"
_EXIT_NOT_REACHED = 7


def run(options: Namespace) -> int:
    """One round, or rounds until something came, or until Ctrl+C."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        partner = None if options.partner is None else journal.partner(options.partner).id
        if options.clock_is_right:
            Exchange(journal).say_clock_is_right()
        report = meet_and_wait(journal, partner)
        until = time.monotonic() + options.wait
        while options.watch or (not report.received and time.monotonic() < until):
            if options.watch and (report.sent or report.received or report.problems):
                _answer(terminal, journal, report)
            time.sleep(MEET_EVERY_S if options.watch else 1.0)
            report = meet_and_wait(journal, partner)
        return _answer(terminal, journal, report)


def _answer(terminal: Terminal, journal: OpenJournal, report: Report) -> int:
    problems = [{"partner": one.partner, "code": one.code} for one in report.problems]
    met = together.SYNCED.format(sent=report.sent, received=report.received)
    lines = [
        met if Exchange(journal).gather() else together.NOTHING_TO_MEET,
        *(together.PROBLEMS[one.code].format(name=name_of(journal, one.partner)) for one in report.problems),
    ]
    terminal.answer(
        {"sent": report.sent, "received": report.received, "problems": problems},
        lines,
        changed=bool(report.sent or report.received),
    )
    return _EXIT_NOT_REACHED if any(one.code == _NOT_REACHED for one in report.problems) else 0

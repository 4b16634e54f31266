"""`cairn sync`: meet every partner where they can be met, once or again and again."""

import time
from argparse import Namespace

from journal.errors import NotFound
from journal.use_cases.open_journal import OpenJournal
from sync.carrying import MEET_EVERY_S, WAIT_AT_RELAY_S, Problem, Report, meet_and_wait, wait_here
from sync.errors import OUT_OF_REACH
from sync.exchange import Exchange
from tui.commands.partner_meeting import whom_of
from tui.commands.terminal import Terminal
from tui.sharing_reading import name_of
from tui.wording import together
from tui.wording.summary_commands import LOOKED, NOBODY_THERE, NOBODY_THERE_HINT

_LOOK_AGAIN_S = 1.0
"""With `--wait` somebody stands by."""
_EXIT_NOT_REACHED = 7


def run(options: Namespace) -> int:
    """One round, or rounds until something came, or until Ctrl+C."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        partner = None if options.partner is None else _whom(journal, options.partner)
        if options.clock_is_right:
            Exchange(journal).say_clock_is_right()
        report, told = meet_and_wait(journal, partner), Report()
        until = time.monotonic() + options.wait
        is_facilitators = journal.is_facilitators
        # In a facilitator's home it waits as long as it was told to: when something came is when somebody was there.
        while options.watch or ((is_facilitators or not report.received) and time.monotonic() < until):
            news = report.problems != told.problems or (not is_facilitators and (report.sent or report.received))
            if options.watch and news:
                # A problem is said once, until it has gone.
                _answer(terminal, journal, report)
            told = report
            left = WAIT_AT_RELAY_S if options.watch else max(0.0, until - time.monotonic())
            wait_here(report, MEET_EVERY_S if options.watch else _LOOK_AGAIN_S, min(left, WAIT_AT_RELAY_S))
            report = meet_and_wait(journal, partner)
        return _answer(terminal, journal, report)


def _whom(journal: OpenJournal, typed: str) -> str:
    """Whom to meet alone. In a facilitator's home that is somebody who shares a page, or is about to join.

    Raises:
        NotFound, Ambiguous: nobody there, or more than one.
    """
    found = journal.partner(whom_of(journal, typed)).id
    if journal.is_facilitators:
        from sync.consent.groups import Groups

        groups = Groups(journal)
        there = {page.member for page in groups.summaries()} | {invite.member for invite in groups.on_their_way()}
        if found not in there:
            raise NotFound(NOBODY_THERE, hint=NOBODY_THERE_HINT)
    return found


def _answer(terminal: Terminal, journal: OpenJournal, report: Report) -> int:
    problems = [
        {"partner": one.partner, "code": one.code}
        for one in _told_once(report, is_facilitators=journal.is_facilitators)
    ]
    met = together.SYNCED.format(sent=report.sent, received=report.received)
    # What was met may have been an end, after which there is nobody any more.
    is_anybody = report.sent or report.received or Exchange(journal).gather()
    is_out_of_reach = any(one.code in OUT_OF_REACH for one in report.problems)
    # Where nothing was reached, that is all there is to say.
    counted = [] if is_out_of_reach and not (report.sent or report.received) else [met]
    said = [together.PROBLEMS[one.code].format(name=name_of(journal, one.partner)) for one in report.problems]
    if journal.is_facilitators:
        # Nothing of how many there are, or of when one of them was there.
        counted, said = [LOOKED], list(dict.fromkeys(said))
    lines = [*(counted if is_anybody else [together.NOTHING_TO_MEET]), *said]
    sent, received = (None, None) if journal.is_facilitators else (report.sent, report.received)
    terminal.answer(
        {"sent": sent, "received": received, "problems": problems},
        lines,
        changed=bool(report.sent or report.received),
    )
    return _EXIT_NOT_REACHED if is_out_of_reach else 0


def _told_once(report: Report, *, is_facilitators: bool) -> list[Problem]:
    """Every problem; in a facilitator's home each kind once, since how many members there are is told nowhere."""
    if not is_facilitators:
        return report.problems
    return list({one.code: one for one in report.problems}.values())

"""`cairn session list|show`: peer sessions, each with what was written before and after it."""

from argparse import Namespace

from journal.domain.peer_session import PeerSession
from journal.use_cases.open_journal import OpenJournal
from tui.commands.documents import document_of
from tui.commands.terminal import Terminal
from tui.wording import peers, shell
from tui.wording.dates import short_day
from tui.wording.items import head_of
from tui.wording.things import session_in_lines


def run(options: Namespace) -> int:
    """One deed on sessions that are there."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        return _show(terminal, journal) if options.deed == "show" else _list(terminal, journal)


def _list(terminal: Terminal, journal: OpenJournal) -> int:
    sessions = journal.sessions()
    document = {"sessions": [document_of(session) for session in sessions]}
    return terminal.answer(document, [_line(session) for session in sessions] or [shell.NOTHING_HERE])


def _show(terminal: Terminal, journal: OpenJournal) -> int:
    session = journal.session(terminal.options.id)
    lines = [f"{head_of(session)}  ({session.id[:8]})", *session_in_lines(session)]
    touched = [f"  {journal.goal(goal_id).title}  ({goal_id[:8]})" for goal_id in session.goals_touched]
    if touched:
        lines += [peers.GOALS_TOUCHED, *touched]
    return terminal.answer(document_of(session), lines)


def _line(session: PeerSession) -> str:
    said = peers.session_with(session.partner_alias or session.group_name)
    if session.reflected_at is None:
        said = f"{said} · {shell.WAITING}"
    elif written := session.stayed or session.next or session.gave or session.received:
        said = f"{said} · {' '.join(written.split())}"
    return f"{short_day(session.moment.for_date):>11}  {session.id[:8]}  {said}"

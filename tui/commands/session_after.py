"""`cairn session after`: what stayed, and what next; from a script a JSON object of any parts of a session."""

from argparse import Namespace

from journal.domain.draft_kinds import SESSION_AFTER, WHEN, session_half
from journal.domain.peer_session import AFTER, BEFORE, MORE, Whom
from journal.errors import BadInput
from journal.use_cases.open_journal import OpenJournal
from tui.commands.asking import Begun, ask_parts
from tui.commands.documents import document_of
from tui.commands.standard_input import flattened, read_object
from tui.commands.terminal import Terminal
from tui.wording import peers, shell
from tui.wording.things import parts_in_lines, session_in_lines

GROUPS = {"before": BEFORE, "after": AFTER, "more": MORE}
"""How `session show --json` prints the parts."""


def run(options: Namespace) -> int:
    """Everything the call names is looked up before a word is read, so that none is lost."""
    terminal = Terminal(options)
    if options.dash is None and not terminal.can_ask():
        raise BadInput(shell.NEEDS_DASH)
    with terminal.journal() as journal:
        partner_id = None if options.partner is None else journal.partner(options.partner).id
        goals = [journal.goal(goal).id for goal in options.goal]
        about = {name: getattr(options, name) for name in ("format", "mode") if getattr(options, name) is not None}
        place = session_half(SESSION_AFTER, Whom(partner_id), in_group=options.format == "group")
        when = journal.moment(options.at)
        begun = Begun(journal, place, {**about, **({} if options.at is None else {WHEN: when.at})})
        asks = options.dash is None
        values = _ask(terminal, journal, partner_id, begun) if asks else flattened(read_object(), GROUPS)
        if asks and not values:
            terminal.say(shell.SKIPPED_ALL)
            return 0
        brought = bool(journal.agenda())
        session = terminal.save(
            lambda: journal.reflect_on_session({**values, **about}, partner_id, options.at, goals, begun.id)
        )
        if not asks:
            terminal.say(peers.STORIES)
        lines = [peers.SAVED_AFTER if brought else peers.SAVED_WITHOUT_MARKS, *session_in_lines(session)]
        if session.felt_right == "not_really":
            lines.append(peers.NOT_RIGHT)
        return terminal.answer(document_of(session), lines, changed=True)


def _ask(terminal: Terminal, journal: OpenJournal, partner_id: str | None, begun: Begun) -> dict[str, object]:
    """The four questions, under what was written before."""
    terminal.say(peers.STORIES)
    waiting = journal.waiting_session(partner_id)
    written = [] if waiting is None else parts_in_lines("session", waiting, BEFORE)
    if written:
        terminal.say_block("\n".join([peers.WROTE_BEFORE, *written]))
    return ask_parts(terminal, "session", AFTER, begun.keep)

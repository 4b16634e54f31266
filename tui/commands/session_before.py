"""`cairn session before`: what is marked to bring, what was agreed, and up to three questions."""

from argparse import Namespace
from typing import Any

from journal.data import prompts
from journal.domain.draft_kinds import SESSION_BEFORE, session_half
from journal.domain.parts import read_parts
from journal.domain.peer_session import ABOUT, BEFORE, PROMPTS_BEFORE, PeerSession, Whom
from journal.domain.prompts import prompt_named
from journal.domain.shelves import AGREEMENT, PeerPartnership
from journal.domain.timeline import Item
from journal.use_cases.open_journal import OpenJournal
from tui.commands.asking import Begun, ask_parts
from tui.commands.bring import agenda_in_lines
from tui.commands.documents import document_of, thing_document
from tui.commands.finding import tool_names
from tui.commands.standard_input import flattened, read_object
from tui.commands.terminal import Terminal
from tui.wording import peers, shell
from tui.wording.shipped import question_named
from tui.wording.things import parts_in_lines


def run(options: Namespace) -> int:
    """Say it all; then keep what a script hands in or a person types."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        partner = None if options.partner is None else journal.partner(options.partner)
        journal.moment(options.at)
        agenda = journal.agenda()
        if not terminal.as_json:
            terminal.answer({}, _lines(journal, agenda, partner))
        kept = _keep(terminal, journal, partner)
        if kept is not None:
            terminal.say(peers.SAVED_BEFORE)
        if not terminal.as_json:
            return 0
        waiting = kept or journal.waiting_session(None if partner is None else partner.id)
        return terminal.answer(_document(agenda, partner, waiting), [], changed=kept is not None)


def _keep(terminal: Terminal, journal: OpenJournal, partner: PeerPartnership | None) -> PeerSession | None:
    """The session as it is now, or `None` where nothing was written."""
    options = terminal.options
    partner_id = None if partner is None else partner.id
    if options.dash is not None:
        values = flattened(read_object(), {"before": BEFORE})
        return journal.prepare_session(values, partner_id, options.at)
    if not terminal.can_ask():
        return None
    begun = Begun(journal, session_half(SESSION_BEFORE, Whom(partner_id)))
    asked = ask_parts(terminal, "session", BEFORE, begun.keep)
    if not any(read_parts((*BEFORE, *ABOUT), asked).values()):
        terminal.say(shell.SKIPPED_ALL)
        return None
    return terminal.save(lambda: journal.prepare_session(asked, partner_id, options.at, begun.id))


def _document(agenda: list[Item], partner: PeerPartnership | None, session: PeerSession | None) -> dict[str, Any]:
    asked = [(field, prompt_named(prompts(), prompt_id)) for field, prompt_id in PROMPTS_BEFORE.items()]
    return {
        "agenda": [document_of(item) for item in agenda],
        "partner": None if partner is None else thing_document(partner),
        "prompts": [{"id": prompt.id, "text": prompt.text, "field": field} for field, prompt in asked],
        "session": None if session is None else document_of(session),
    }


def _lines(journal: OpenJournal, agenda: list[Item], partner: PeerPartnership | None) -> list[str]:
    lines = [peers.BROUGHT, *(agenda_in_lines(agenda, tool_names(journal)) or [peers.NOTHING_BROUGHT])]
    if partner is not None:
        agreed = parts_in_lines("partner", partner, AGREEMENT) or [peers.NOTHING_AGREED]
        lines += ["", peers.agreed_with(partner.partner_alias), *agreed, *peers.FIXED_LINES]
        if partner.review_on is not None and partner.review_on <= journal.moment().for_date:
            lines.append(peers.LOOK_AT_AGREEMENT)
    questions = [f"  {question_named(prompt_id)}" for prompt_id in PROMPTS_BEFORE.values()]
    return [*lines, "", shell.PROMPTS, *questions]

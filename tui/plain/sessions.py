"""Before a peer session: what is brought, what was agreed, three questions. And the list of all sessions."""

from journal.domain.parts import values_of
from journal.domain.peer_session import BEFORE, PeerSession
from journal.domain.shelves import AGREEMENT, PeerPartnership
from tui.plain.forms import Form
from tui.plain.listing import Listing, rows_of
from tui.plain.session_page import open_session
from tui.plain.visit import Visit
from tui.plain.whom import GROUP_NAME, Whom, ask_whom
from tui.wording import peers
from tui.wording import plain as words
from tui.wording import plain_rows as rows
from tui.wording.things import parts_in_lines

DRAFT = "session-before"
"""The name of its drafts, as on the screen."""


def read_sessions(visit: Visit) -> None:
    """Every session, newest first; a number opens one."""
    Listing[PeerSession](
        visit,
        rows_of(visit.journal.sessions),
        rows.session_row,
        lambda session: open_session(visit, session.id),
        empty=peers.sessions_empty(words.typed(words.BEFORE.name)),
    ).stay()


def before(visit: Visit, whom: Whom | None = None) -> None:
    """What is marked to bring, what was agreed, and three questions, each of which can be skipped."""
    visit.talk.say(f"{peers.BEFORE}.")
    who = ask_whom(visit) if whom is None else whom
    _say_agenda(visit)
    if who.partner is not None:
        _say_agreement(visit, who.partner)
    waiting = visit.journal.waiting_session(who.partner_id)
    now = values_of(waiting, BEFORE) if waiting is not None else {}
    form = Form(
        visit,
        "session",
        (*BEFORE, GROUP_NAME),
        draft_kind=who.draft_kind(DRAFT),
        item_id=who.partner_id,
        values={**now, **who.group},
    )
    form.fill_in(BEFORE)
    changed = form.changed_from({**now, **who.group})
    if not changed:
        visit.talk.say(words.NOTHING_TYPED)
        return
    values = {**who.group, **changed}
    visit.save(lambda: visit.journal.prepare_session(values, who.partner_id, draft_id=form.draft.id))
    visit.talk.say(peers.SAVED_BEFORE)


def _say_agreement(visit: Visit, partner: PeerPartnership) -> None:
    """What was agreed, where anything was, and whether the day has come to look at it again."""
    written = parts_in_lines("partner", partner, AGREEMENT)
    again = partner.review_on is not None and partner.review_on <= visit.journal.moment().for_date
    lines = [*([f"{peers.AGREED}:", *written] if written else []), *([peers.LOOK_AT_AGREEMENT] if again else [])]
    visit.talk.say(*lines)


def _say_agenda(visit: Visit) -> None:
    agenda = visit.journal.agenda()
    visit.talk.say(*([f"{peers.BROUGHT}:", *map(rows.agenda_row, agenda)] if agenda else [peers.NOTHING_BROUGHT]))

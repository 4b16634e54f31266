"""Before a peer session: what is brought, what was agreed, three questions. And the list of all sessions."""

from functools import partial

from journal.domain.draft_kinds import SESSION_BEFORE
from journal.domain.entry import Draft
from journal.domain.parts import Value, values_of
from journal.domain.peer_session import BEFORE, PeerSession, Whom
from journal.domain.shelves import AGREEMENT, PeerPartnership
from tui.plain.forms import Form
from tui.plain.listing import Listing, rows_of
from tui.plain.session_page import open_session
from tui.plain.visit import Visit
from tui.plain.whom import GROUP_NAME, ask_whom, draft_of_half, known_of, named_first, whom_of_begun
from tui.wording import peers
from tui.wording import plain as words
from tui.wording import plain_rows as rows
from tui.wording.things import parts_in_lines


def read_sessions(visit: Visit) -> None:
    """Every session, newest first; a number opens one."""
    Listing[PeerSession](
        visit,
        rows_of(visit.journal.sessions),
        rows.session_row,
        lambda session: open_session(visit, session.id),
        empty=peers.SESSIONS_EMPTY.format(before_session=words.typed(words.BEFORE.name)),
    ).stay()


def before(visit: Visit, begun: Draft | None = None) -> None:
    """What is marked to bring, what was agreed, and three questions, each of which can be skipped.

    Args:
        visit: whom to ask.
        begun: the draft to go on with; else it is asked with whom, and the latest with them is gone on with.
    """
    visit.talk.say(f"{peers.BEFORE}.")
    whom = ask_whom(visit) if begun is None else whom_of_begun(visit, begun)
    _say_agenda(visit)
    if whom.partner_id is not None:
        _say_agreement(visit, visit.journal.partner(whom.partner_id))
    waiting = visit.journal.waiting_session(whom.partner_id, whom.group_name)
    draft = begun or draft_of_half(visit, SESSION_BEFORE, whom)
    known = known_of(draft, whom, waiting)
    form = Form(
        visit,
        "session",
        (*BEFORE, GROUP_NAME),
        draft,
        values={**(values_of(waiting, BEFORE) if waiting is not None else {}), **known},
        beside=known,
    )
    form.fill_in((*named_first(draft, whom), *BEFORE))
    changed = form.changed()
    if not changed:
        visit.talk.say(words.NOTHING_TYPED)
        return
    visit.save(partial(_keep, visit, whom, waiting, {**known, **changed}, form.draft.id))
    visit.talk.say(peers.SAVED_BEFORE)


def _keep(visit: Visit, whom: Whom, waiting: PeerSession | None, values: dict[str, Value], draft_id: str) -> object:
    """On the half that is theirs already, blanks too; else on the one that is joined, or a new one."""
    if waiting is not None and (waiting.whom.matches(whom) or not any(values.values())):
        return visit.journal.change(waiting.id, values, draft_id)
    return visit.journal.prepare_session(values, whom.partner_id, draft_id=draft_id)


def _say_agreement(visit: Visit, partner: PeerPartnership) -> None:
    """What was agreed, where anything was, and whether the day has come to look at it again."""
    written = parts_in_lines("partner", partner, AGREEMENT)
    again = partner.review_on is not None and partner.review_on <= visit.journal.moment().for_date
    lines = [*([f"{peers.AGREED}:", *written] if written else []), *([peers.LOOK_AT_AGREEMENT] if again else [])]
    visit.talk.say(*lines)


def _say_agenda(visit: Visit) -> None:
    agenda = visit.journal.agenda()
    visit.talk.say(*([f"{peers.BROUGHT}:", *map(rows.agenda_row, agenda)] if agenda else [peers.NOTHING_BROUGHT]))

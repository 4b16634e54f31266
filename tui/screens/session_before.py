"""Before a session: what was brought, what was agreed, and three questions that can all stay blank."""

from functools import partial
from typing import TYPE_CHECKING

from journal.domain.draft_kinds import SESSION_BEFORE, session_half
from journal.domain.parts import Value, values_of
from journal.domain.peer_session import ABOUT, BEFORE, PeerSession
from journal.errors import NotFound
from tui.screens.hearing import Hearing
from tui.screens.session_form import (
    SessionForm,
    Surroundings,
    agenda_passage,
    agreement_passage,
    open_form,
    parts_asked,
)
from tui.screens.session_whom import Company, ask_whom, group_parts
from tui.store_thread import Desk
from tui.wording import peers as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

_PARTS = (*BEFORE, *ABOUT)


class BeforeForm(SessionForm[PeerSession]):
    """One half of a session. What waits already is here to be changed."""

    half = SESSION_BEFORE

    def __init__(self, desk: Desk, around: Surroundings) -> None:
        self.company = company = around.company
        self._waiting = around.waiting
        self._known: dict[str, Value] = values_of(around.waiting, _PARTS) if around.waiting is not None else {}
        asked, rest = parts_asked(company, BEFORE, ABOUT)
        super().__init__(
            desk,
            "session",
            asked,
            self._keep,
            heading=words.before_with(company.name),
            values=self._known,
            item_id=company.partner_id,
            draft_kind=session_half(self.half, company.whom, in_group=company.in_group).kind,
            more=rest,
            saved=words.SAVED_BEFORE,
        )
        self.passages = [agenda_passage(around.agenda, around.tool_names)]
        if around.partner is not None:
            self.passages = [*self.passages, agreement_passage(around.partner)]

    def _keep(self, journal: "OpenJournal", values: dict[str, Value], draft_id: str) -> PeerSession:
        """Keep it on what waits, or as a new half. Where that was deleted meanwhile, no word goes with it."""
        if self._waiting is not None:
            try:
                return self._change(journal, self._waiting, values, draft_id)
            except NotFound:
                values = {**self._known, **values}
        values = {**group_parts(self.company, None), **values}
        try:
            return journal.prepare_session(values, self.company.partner_id, draft_id=draft_id)
        except NotFound:
            return journal.prepare_session(values, draft_id=draft_id)

    def _change(
        self, journal: "OpenJournal", waiting: PeerSession, values: dict[str, Value], draft_id: str
    ) -> PeerSession:
        """A half that names nobody yet becomes the partner's; any other is changed as it is, to blanks too."""
        if waiting.partner_id == self.company.partner_id or not any(values.values()):
            return journal.session(journal.change(waiting.id, values, draft_id).id)
        return journal.prepare_session(values, self.company.partner_id, draft_id=draft_id)


def before_session(screen: Hearing, desk: Desk, company: Company | None = None) -> None:
    """Open the half before a session over this screen; with whom it is, is asked where that is not known."""
    if company is None:
        ask_whom(screen, desk, partial(before_session, screen, desk))
    else:
        open_form(screen, desk, company, partial(BeforeForm, desk))

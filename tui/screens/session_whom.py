"""With whom a session is: a partner, a group, or nobody by name. Asked the same way before it and after it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.entry import Draft
from journal.domain.parts import Value
from journal.domain.peer_session import PeerSession
from journal.domain.shelves import PeerPartnership
from tui.modals.choose import Choose
from tui.screens.hearing import Hearing
from tui.store_thread import Desk
from tui.wording import peers as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

BEFORE_DRAFT, AFTER_DRAFT = "session-before", "session-after"
_OF_A_GROUP = "-group"
DRAFT_KINDS = (BEFORE_DRAFT, AFTER_DRAFT, BEFORE_DRAFT + _OF_A_GROUP, AFTER_DRAFT + _OF_A_GROUP)
"""Each half has a draft of its own for every partner, one for a group and one for nobody by name."""

STATUSES = ("active", "invited", "paused", "ended")
"""In this order partners are offered."""


@dataclass(frozen=True, slots=True)
class Whom:
    """A partner, a group, or neither."""

    partner_id: str | None = None
    name: str | None = None
    """As the person calls them."""
    in_group: bool = False

    @property
    def is_new_group(self) -> bool:
        """Whether it is a group whose name is still to be written."""
        return self.in_group and self.name is None

    def draft_kind(self, half: str) -> str:
        """The kind of the draft of one half, `BEFORE_DRAFT` or `AFTER_DRAFT`."""
        return half + _OF_A_GROUP if self.in_group else half


def whom_of(session: PeerSession) -> Whom:
    """With whom a session is, as it stands in the journal."""
    in_group = session.partner_id is None and session.group_name is not None
    return Whom(session.partner_id, session.partner_alias or session.group_name, in_group)


def group_parts(whom: Whom, waiting: PeerSession | None) -> dict[str, Value]:
    """What is known of a group's session without a word: that it is one, and which half it goes on with."""
    if not whom.in_group:
        return {}
    if waiting is None:
        return {"format": "group"}
    return {"format": waiting.format or "group", "group_name": waiting.group_name}


def whom_of_draft(draft: Draft, known: Sequence[PeerPartnership]) -> Whom:
    """With whom the session is that a draft of `DRAFT_KINDS` speaks of; a name that was deleted stays unsaid."""
    names = {partner.id: partner.partner_alias for partner in known}
    return Whom(draft.item_id, names.get(draft.item_id or ""), draft.kind.endswith(_OF_A_GROUP))


def partners(journal: "OpenJournal") -> list[PeerPartnership]:
    """Every partner: those one meets with first, those that ended last, by name."""
    known = [thing for thing in journal.things("partner") if isinstance(thing, PeerPartnership)]
    return sorted(known, key=lambda partner: STATUSES.index(partner.status))


def waiting_sessions(journal: "OpenJournal") -> list[PeerSession]:
    """Every session that the other half can be written for: one for each partner, and one with no partner."""
    with_partners = [(partner.id, journal.waiting_session(partner.id)) for partner in partners(journal)]
    found = [journal.waiting_session(), *(half for name, half in with_partners if half and half.partner_id == name)]
    return [session for session in found if session is not None]


def ask_whom(screen: Hearing, desk: Desk, then: Callable[[Whom], object]) -> None:
    """Ask with whom it is, and go on with the answer; where there is nobody to choose from, go on at once."""
    screen.hear(desk.ask(_answers), lambda answers: _ask(screen, answers, then))


def _answers(journal: "OpenJournal") -> list[tuple[str, Whom]]:
    """What can be chosen, in words; what is written already stands first, so that one key goes on with it."""
    waiting = waiting_sessions(journal)
    known = partners(journal)
    if not known:
        return [("", whom_of(waiting[0]) if waiting else Whom())]
    halves = [whom_of(session) for session in waiting]
    with_a_half = {whom.partner_id for whom in halves}
    others = [Whom(partner.id, partner.partner_alias) for partner in known if partner.id not in with_a_half]
    # A half with no partner is joined by what names nobody, so nobody by name is not offered beside it.
    others += [Whom(in_group=True), *([] if None in with_a_half else [Whom()])]
    return [
        *((words.whom_waiting(whom.name or _nobody(whom)), whom) for whom in halves),
        *((whom.name or _nobody(whom), whom) for whom in others),
    ]


def _nobody(whom: Whom) -> str:
    return words.IN_A_GROUP if whom.in_group else words.NOBODY_BY_NAME


def _ask(screen: Hearing, answers: list[tuple[str, Whom]], then: Callable[[Whom], object]) -> None:
    # The person may have gone elsewhere, or pressed the key twice, while the names were on their way.
    if not screen.is_active:
        return
    if len(answers) == 1:
        then(answers[0][1])
        return

    def chosen(index: int | None) -> None:
        if index is not None:
            then(answers[index][1])

    screen.app.push_screen(Choose(words.WITH_WHOM, [said for said, _ in answers]), chosen)

"""With whom a session is: a partner, a group, or nobody by name. Asked the same way before it and after it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.entry import Draft
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

    def may_be(self, session: PeerSession) -> bool:
        """Whether a session that is there can be with them: it says so, or says nobody by name."""
        said = whom_of(session)
        if said.partner_id is None and not said.in_group:
            return True
        return (said.partner_id, said.in_group) == (self.partner_id, self.in_group)

    def draft_kind(self, half: str) -> str:
        """The kind of the draft of one half, `BEFORE_DRAFT` or `AFTER_DRAFT`."""
        return half + _OF_A_GROUP if self.in_group else half


def whom_of(session: PeerSession) -> Whom:
    """With whom a session is, as it stands in the journal."""
    return Whom(session.partner_id, session.partner_alias or session.group_name, session.group_name is not None)


def whom_of_draft(draft: Draft, known: Sequence[PeerPartnership]) -> Whom:
    """With whom the session is that a draft of `DRAFT_KINDS` speaks of; a name that was deleted stays unsaid."""
    names = {partner.id: partner.partner_alias for partner in known}
    return Whom(draft.item_id, names.get(draft.item_id or ""), draft.kind.endswith(_OF_A_GROUP))


def partners(journal: "OpenJournal") -> list[PeerPartnership]:
    """Every partner: those one meets with first, those that ended last, by name."""
    known = [thing for thing in journal.things("partner") if isinstance(thing, PeerPartnership)]
    return sorted(known, key=lambda partner: STATUSES.index(partner.status))


def waiting_sessions(journal: "OpenJournal") -> list[PeerSession]:
    """Every session that the other half can be written for: one for each partner, and one for nobody by name."""
    names = [None, *(partner.id for partner in partners(journal))]
    found = [session for name in names if (session := journal.waiting_session(name)) is not None]
    return list({session.id: session for session in found}.values())


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
    written = [(words.whom_waiting(whom.name or _nobody(whom)), whom) for whom in halves]
    others = [Whom(partner.id, partner.partner_alias) for partner in known]
    others += [Whom(in_group=True), Whom()]
    taken = {(whom.partner_id, whom.in_group) for whom in halves}
    return written + [
        (whom.name or _nobody(whom), whom) for whom in others if (whom.partner_id, whom.in_group) not in taken
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

"""With whom a session is: a partner, a group, or nobody by name. Asked the same way before it and after it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from journal.domain.draft_kinds import is_in_group, whom_of
from journal.domain.entry import Draft
from journal.domain.parts import Value
from journal.domain.peer_session import PeerSession, Whom, half_meant
from journal.domain.shelves import PeerPartnership
from tui.modals.choose import Choose
from tui.screens.hearing import Hearing
from tui.store_thread import Desk
from tui.wording import peers as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

NOBODY = Whom()

STATUSES = ("active", "invited", "paused", "ended")
"""In this order partners are offered."""


@dataclass(frozen=True, slots=True)
class Company:
    """With whom a session is, as the screens say it."""

    whom: Whom = NOBODY
    name: str | None = None
    """As the person calls them."""
    in_group: bool = False
    """A group's name may still have to be written."""

    @property
    def partner_id(self) -> str | None:
        return self.whom.partner_id

    @property
    def is_new_group(self) -> bool:
        """Whether it is a group whose name is still to be written."""
        return self.in_group and self.name is None


def with_partner(partner: PeerPartnership) -> Company:
    """With one partner."""
    return Company(Whom(partner.id), partner.partner_alias)


def company_of(session: PeerSession) -> Company:
    """With whom a session is, as it stands in the journal."""
    if session.partner_id is not None:
        return Company(Whom(session.partner_id), session.partner_alias)
    return Company(session.whom, session.group_name, session.group_name is not None)


def company_of_draft(draft: Draft, known: Sequence[PeerPartnership]) -> Company:
    """With whom the session is that a draft of `HALVES` is for; a name that was deleted stays unsaid."""
    whom, names = whom_of(draft), {partner.id: partner.partner_alias for partner in known}
    return Company(whom, whom.group_name or names.get(whom.partner_id or ""), is_in_group(draft))


def group_parts(company: Company, waiting: PeerSession | None) -> dict[str, Value]:
    """What is known of a group's session without a word: that it is one, which, and how it was to be."""
    if not company.in_group:
        return {}
    named: dict[str, Value] = {"group_name": company.name} if company.name else {}
    return {"format": (waiting.format if waiting is not None else None) or "group", **named}


def partners(journal: "OpenJournal") -> list[PeerPartnership]:
    """Every partner: those one meets with first, those that ended last, by name."""
    known = [thing for thing in journal.things("partner") if isinstance(thing, PeerPartnership)]
    return sorted(known, key=lambda partner: STATUSES.index(partner.status))


def ask_whom(screen: Hearing, desk: Desk, then: Callable[[Company], object]) -> None:
    """Ask with whom it is, and go on with the answer; where there is nobody to choose from, go on at once."""
    screen.hear(desk.ask(_answers), lambda answers: _ask(screen, answers, then))


def _answers(journal: "OpenJournal") -> list[tuple[str, Company]]:
    """What can be chosen, in words; what is written already stands first, so that one key goes on with it."""
    waiting = journal.waiting_sessions()
    known = partners(journal)
    halves = [company_of(session) for session in waiting]
    with_a_half = {half.partner_id for half in halves}
    others = [with_partner(partner) for partner in known if partner.id not in with_a_half]
    if known or any(not half.whom.is_nobody for half in halves):
        others.append(Company(in_group=True))
    # Nobody by name is not offered beside a half that what names nobody would join.
    if half_meant(waiting, NOBODY) is None:
        others.append(Company())
    return [
        *((words.whom_waiting(half.name or words.NOBODY_BY_NAME), half) for half in halves),
        *((company.name or _nobody(company), company) for company in others),
    ]


def _nobody(company: Company) -> str:
    return words.IN_A_GROUP if company.in_group else words.NOBODY_BY_NAME


def _ask(screen: Hearing, answers: list[tuple[str, Company]], then: Callable[[Company], object]) -> None:
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

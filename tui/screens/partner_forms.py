"""What is filled in about a partner: the name and the rest, and my part of the agreement."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from journal.domain import draft_kinds
from journal.domain.parts import values_of
from journal.domain.shelves import AGREEMENT, SHELVES, PeerPartnership
from tui.screens.form import Form
from tui.store_thread import Desk
from tui.wording import peers as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


def details_form(desk: Desk, partner: PeerPartnership) -> Form[object]:
    """The name, and everything else that can be said about a partner."""
    shelf = SHELVES["partner"]
    ending = [part for part in shelf.deed_parts if part.name in ("ended_on", "ending_note")]
    parts = (*shelf.parts, *(ending if partner.status == "ended" else ()))
    return Form(
        desk,
        "partner",
        parts,
        lambda journal, values, draft_id: journal.change(partner.id, values, draft_id),
        heading=partner.partner_alias,
        values=values_of(partner, parts),
        item_id=partner.id,
    )


def agreement_form(desk: Desk, partner: PeerPartnership, *, told: Sequence[str] = ()) -> Form[object]:
    """My part of the agreement. The other side writes its own.

    Args:
        desk: the journal.
        partner: with whom.
        told: what is said of who sees it once it is saved; nothing where it stays here.
    """
    return Form(
        desk,
        "partner",
        AGREEMENT,
        lambda journal, values, draft_id: _agree(journal, partner.id, values, draft_id, sends=bool(told)),
        heading=words.agreed_with(partner.partner_alias),
        values=values_of(partner, AGREEMENT),
        item_id=partner.id,
        draft_kind=draft_kinds.AGREEMENT,
        lines=(
            *told,
            words.EACH_WRITES,
            *words.FIXED_LINES,
            *([] if partner.has_agreement else [words.REVIEW_IN_EIGHT_WEEKS]),
        ),
        saved=words.SAVED_AGREEMENT,
    )


def _agree(
    journal: "OpenJournal", partner_id: str, values: Mapping[str, Any], draft_id: str | None, *, sends: bool
) -> object:
    """Keep my part; a partner who is or will be connected sees it."""
    if not sends:
        return journal.agree(partner_id, values, draft_id)
    from sync.consent.words import Words

    return Words(journal).agree(partner_id, values, draft_id)

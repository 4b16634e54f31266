"""What is filled in about a partner: the name and the rest, and my part of the agreement."""

from journal.domain import draft_kinds
from journal.domain.parts import values_of
from journal.domain.shelves import AGREEMENT, SHELVES, PeerPartnership
from tui.screens.form import Form
from tui.store_thread import Desk
from tui.wording import peers as words


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


def agreement_form(desk: Desk, partner: PeerPartnership) -> Form[object]:
    """My part of the agreement. The other side writes its own."""
    return Form(
        desk,
        "partner",
        AGREEMENT,
        lambda journal, values, draft_id: journal.agree(partner.id, values, draft_id),
        heading=words.agreed_with(partner.partner_alias),
        values=values_of(partner, AGREEMENT),
        item_id=partner.id,
        draft_kind=draft_kinds.AGREEMENT,
        lines=(
            words.EACH_WRITES,
            *words.FIXED_LINES,
            *([] if partner.has_agreement else [words.REVIEW_IN_EIGHT_WEEKS]),
        ),
        saved=words.SAVED_AGREEMENT,
    )

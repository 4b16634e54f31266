"""What is filled in about a partner: the name and the rest, and my part of the agreement."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.domain.parts import Value, values_of
from journal.domain.shelves import AGREEMENT, AGREEMENT_REVIEW_DAYS, SHELVES, PeerPartnership
from tui.screens.form import Form
from tui.store_thread import Desk
from tui.wording import peers as words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

AGREEMENT_DRAFT = "agreement"
"""The kind of its drafts: a partner's other parts have drafts of their own."""


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
    known = values_of(partner, AGREEMENT)
    is_new = not any(known.values())

    def agree(journal: "OpenJournal", values: dict[str, Value], draft_id: str) -> object:
        if is_new and not values.get("review_on"):
            values = {**values, "review_on": _in_eight_weeks(journal.moment().for_date)}
        return journal.change(partner.id, values, draft_id)

    return Form(
        desk,
        "partner",
        AGREEMENT,
        agree,
        heading=words.agreed_with(partner.partner_alias),
        values=known,
        item_id=partner.id,
        draft_kind=AGREEMENT_DRAFT,
        lines=(words.EACH_WRITES, *words.FIXED_LINES, *([words.REVIEW_IN_EIGHT_WEEKS] if is_new else [])),
        saved=words.SAVED_AGREEMENT,
    )


def _in_eight_weeks(today: str) -> str:
    return (date.fromisoformat(today) + timedelta(AGREEMENT_REVIEW_DAYS)).isoformat()

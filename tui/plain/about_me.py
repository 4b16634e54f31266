"""A facilitator's role card: what the people in their groups see of them before anybody shares a page."""

from functools import partial

from journal.domain.draft_kinds import Place, new_thing
from journal.domain.entry import Draft
from journal.domain.groups import ROLE_CARD_PARTS, RoleCard
from journal.domain.parts import Part, values_of
from sync.consent.groups import Groups
from tui.plain.changing import part_line
from tui.plain.choosing import ask_one_of
from tui.plain.deeds import Deed, Menu
from tui.plain.forms import Form, begun_at
from tui.plain.visit import Visit
from tui.wording import plain as words
from tui.wording import plain_groups as said
from tui.wording.facilitating_parts import I_DO, I_DO_NOT, ROLE_CARD_SAYS
from tui.wording.parts import label
from tui.wording.summary import NOT_URGENT

CARD = "role_card"
OFFERED = {"i_do": I_DO, "i_do_not": I_DO_NOT}
"""What stands in a new one, to be changed."""


def about_me(visit: Visit) -> None:
    """The card as it is, what is still to write, then whatever is chosen."""
    Menu(visit, deeds(), words.WHAT_NEXT, opened=say_card).stay(visit)


def deeds() -> tuple[Deed[Visit], ...]:
    """Both ways to write it."""
    return (Deed(said.WRITE_CARD, write_card), Deed(words.CHANGE_PARTS, change_card))


def say_card(visit: Visit) -> None:
    """The card as the people in a group see it."""
    groups = Groups(visit.journal)
    card = groups.role_card()
    visit.talk.say(*([said.NO_CARD] if card is None else _as_seen(card)))
    visit.talk.say(*said.still_to_write(groups.still_to_write()))


def _as_seen(card: RoleCard) -> list[str]:
    name = [f"{label(CARD, 'name')} {card.name}"] if card.name else []
    written = [f"{says}\n{text}" for part, says in ROLE_CARD_SAYS.items() if (text := getattr(card, part))]
    return [*name, *written, NOT_URGENT]


def write_card(visit: Visit, begun: Draft | None = None) -> None:
    """Every part, one after the other; each can be skipped. `begun` is the draft to go on with, else the latest."""
    form = _form(visit, begun)
    form.fill_in()
    _save(visit, form)


def change_card(visit: Visit) -> None:
    """One part after the other; each is saved as soon as it is there."""
    visit.talk.say(said.CARD_CHANGES)
    known = False
    while True:
        card = Groups(visit.journal).role_card()
        values = {} if card is None else values_of(card, ROLE_CARD_PARTS)
        options = [(part, part_line(CARD, part, values)) for part in ROLE_CARD_PARTS]
        part = ask_one_of(visit.talk, words.ANOTHER_PART if known else words.WHICH_PART, options, lists=not known)
        known = True
        if part is None:
            return
        _change_one(visit, part)


def _change_one(visit: Visit, part: Part) -> None:
    form = _form(visit, None)
    form.fill_in([part])
    _save(visit, form)


def _form(visit: Visit, begun: Draft | None) -> Form:
    card = Groups(visit.journal).role_card()
    place = new_thing(CARD) if card is None else Place(CARD, card.id)
    values = {} if card is None else values_of(card, ROLE_CARD_PARTS)
    offered = OFFERED if card is None else {}
    return Form(visit, CARD, ROLE_CARD_PARTS, begun or begun_at(visit, place), values=values, offered=offered)


def _save(visit: Visit, form: Form) -> None:
    changed = form.changed()
    if changed:
        visit.save(partial(Groups(visit.journal).write_role_card, changed, form.draft.id))
        visit.talk.say(said.CARD_SAVED, *said.still_to_write(Groups(visit.journal).still_to_write()))

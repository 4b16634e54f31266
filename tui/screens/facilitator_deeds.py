"""What a facilitator begins from more than one section: a group, an invite, the role card."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Generic, TypeVar

from journal.domain.draft_kinds import new_thing
from journal.domain.groups import ROLE_CARD_PARTS, PeerGroup, RoleCard
from journal.domain.parts import Value, values_of
from tui.language import _
from tui.modals.ask import Ask, Kept, Words
from tui.modals.choose import Choose
from tui.screens.form import Form
from tui.screens.hearing import Hearing
from tui.screens.meeting_told import MeetNow
from tui.store_thread import Desk
from tui.wording import facilitating as words
from tui.wording.facilitating_parts import I_DO, I_DO_NOT
from tui.wording.parts import hint, label

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

T = TypeVar("T")
NEW_CARD: dict[str, Value] = {"i_do": I_DO, "i_do_not": I_DO_NOT}
"""What stands in a new role card, to be changed."""


class Prefilled(Form[T], Generic[T]):
    """A form whose first words are ours: what stands in it is saved, whether somebody has changed it or not."""

    def _changed(self) -> dict[str, Value]:
        changed = super()._changed()
        ours = {name: value for name, value in self._values.items() if value and name not in changed}
        return {**ours, **changed}


def edit_card(screen: Hearing, desk: Desk, card: RoleCard | None) -> None:
    """The role card, whole; a new one has words to begin with."""
    made = Prefilled if card is None else Form
    form: Form[RoleCard] = made(
        desk,
        "role_card",
        ROLE_CARD_PARTS,
        _write_card,
        heading=words.AS_SEEN,
        values=NEW_CARD if card is None else values_of(card, ROLE_CARD_PARTS),
        item_id=None if card is None else card.id,
        lines=words.CARD_LINES,
        saved=words.CARD_SAVED,
        then=lambda _: screen.post_message(MeetNow()),
    )
    screen.app.push_screen(form)


def _write_card(journal: "OpenJournal", values: dict[str, Value], draft_id: str) -> RoleCard:
    from sync.consent.groups import Groups

    return Groups(journal).write_role_card(values, draft_id)


def begin_group(screen: Hearing, desk: Desk, made: Callable[[PeerGroup], object]) -> None:
    """A name, then a place. `made`: called with the group."""
    from tui.screens.facilitator_new_group import NewGroup

    def named(answer: Words | None) -> None:
        if answer is not None:
            screen.app.push_screen(NewGroup(desk, answer.text, answer.draft_id, made))

    screen.app.push_screen(
        Ask(
            label("peer_group", "name"),
            kept=Kept(desk, *new_thing("peer_group"), part="name"),
            hint=hint("peer_group", "name"),
            lines=words.NAME_LINES,
            needs=words.NAME_NEEDS_WORDS,
            deed=_("next"),
        ),
        named,
    )


def begin_invite(screen: Hearing, desk: Desk, groups: list[PeerGroup]) -> None:
    """An invite to the one group, or to one of several. `groups`: those that can be joined, at least one."""
    from tui.screens.facilitator_invite import GroupInvite

    def invite(group: PeerGroup) -> None:
        screen.app.push_screen(GroupInvite(desk, group))

    if len(groups) == 1:
        invite(groups[0])
    else:
        question = Choose(words.WHICH_GROUP, [group.name for group in groups])
        screen.app.push_screen(question, lambda at: None if at is None else invite(groups[at]))

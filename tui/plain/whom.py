"""With whom: a partner, a group, or nobody by name. Asked the same way before a session and after it."""

from dataclasses import dataclass

from journal.domain.entry import Draft, answers_of
from journal.domain.parts import Value
from journal.domain.peer_session import ABOUT
from journal.domain.shelves import PeerPartnership
from tui.plain.choosing import ask_one_of, chosen_number, numbered
from tui.plain.visit import Visit
from tui.wording import peers
from tui.wording import plain as words

A_PARTNER, A_GROUP = "partner", "group"
OF_A_GROUP = "-group"
GROUP_NAME = next(part for part in ABOUT if part.name == "group_name")


@dataclass(frozen=True, slots=True)
class Whom:
    """Somebody by name, a group by name, or neither."""

    partner: PeerPartnership | None = None
    group_name: str | None = None

    @property
    def partner_id(self) -> str | None:
        """The id of the partner, if there is one."""
        return None if self.partner is None else self.partner.id

    @property
    def group(self) -> dict[str, Value]:
        """The part of a session that says which group it was."""
        return {GROUP_NAME.name: self.group_name} if self.group_name else {}

    def draft_kind(self, half: str) -> str:
        """The name of the drafts of one half: a group has drafts of its own, as on the screen."""
        return half + OF_A_GROUP if self.group_name else half


def ask_whom(visit: Visit) -> Whom:
    """A number of a partner, a name, or nothing.

    Raises:
        Back, Leave, EndOfInput: as they say.
    """
    known = [one for one in partners(visit) if one.status != "ended"]
    visit.talk.say(*numbered([one.partner_alias for one in known]))
    typed = visit.talk.ask(peers.WITH_WHOM)
    if typed is None:
        return Whom()
    place = chosen_number(typed, len(known))
    if place is not None:
        return Whom(known[place])
    wanted = " ".join(typed.split()).casefold()
    named = [one for one in known if one.partner_alias.casefold() == wanted]
    return Whom(named[0]) if len(named) == 1 else _new_name(visit, typed)


def partners(visit: Visit) -> list[PeerPartnership]:
    """Every partner, by name."""
    return [thing for thing in visit.journal.things("partner") if isinstance(thing, PeerPartnership)]


def _new_name(visit: Visit, name: str) -> Whom:
    """A name that is not known yet: a person's or a group's."""
    kinds = ((A_PARTNER, words.A_PARTNER), (A_GROUP, words.A_GROUP))
    kind = ask_one_of(visit.talk, words.WHAT_IS_THIS_NAME, kinds)
    if kind == A_PARTNER:
        added = visit.save(lambda: visit.journal.add_thing("partner", {"partner_alias": name}))
        visit.talk.say(peers.PARTNER_SAVED)
        return Whom(added if isinstance(added, PeerPartnership) else None)
    return Whom(group_name=name if kind == A_GROUP else None)


def whom_of_draft(visit: Visit, draft: Draft) -> Whom:
    """With whom the session is that a draft was begun for; a partner who was deleted stays unsaid."""
    partner = next((one for one in partners(visit) if one.id == draft.item_id), None)
    group_name = answers_of(draft).get(GROUP_NAME.name)
    return Whom(partner, str(group_name) if group_name else None)

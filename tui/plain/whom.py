"""With whom: a partner, a group, or nobody by name. Asked the same way before a session and after it."""

from journal.domain.draft_kinds import half_begun, is_in_group, session_half, whom_of
from journal.domain.entry import Draft
from journal.domain.parts import Part, Value
from journal.domain.peer_session import ABOUT, PeerSession, Whom
from journal.domain.shelves import PeerPartnership
from tui.plain.choosing import ask_one_of, chosen_number, numbered
from tui.plain.forms import blank_at
from tui.plain.visit import Visit
from tui.wording import peers
from tui.wording import plain as words

A_PARTNER, A_GROUP = "partner", "group"
GROUP_NAME = next(part for part in ABOUT if part.name == "group_name")


def ask_whom(visit: Visit) -> Whom:
    """A number, a name, or nothing. A group is known while a half of it waits.

    Raises:
        Back, Leave, EndOfInput: as they say.
    """
    known = [(Whom(one.id), one.partner_alias) for one in partners(visit) if one.status != "ended"]
    groups = [half.whom.group_name for half in visit.journal.waiting_sessions()]
    known += [(Whom(group_name=name), name) for name in dict.fromkeys(groups) if name is not None]
    visit.talk.say(*numbered(_told_apart(known)))
    while (typed := visit.talk.ask(peers.WITH_WHOM)) is not None:
        place = chosen_number(typed, len(known))
        if place is not None:
            return known[place][0]
        wanted = _plainly(typed)
        named = [whom for whom, name in known if _plainly(name) == wanted]
        if not named:
            return _new_name(visit, typed)
        if len(named) == 1:
            return named[0]
        visit.talk.say(peers.SEVERAL_OF_THAT_NAME)
    return Whom()


def _told_apart(known: list[tuple[Whom, str]]) -> list[str]:
    """The names as they are said; where several have the same, each with the start of its id, as in a shell."""
    names = [_plainly(name) for _, name in known]
    return [
        f"{name} ({whom.partner_id[:8]})" if whom.partner_id and names.count(_plainly(name)) > 1 else name
        for whom, name in known
    ]


def _plainly(name: str) -> str:
    return " ".join(name.split()).casefold()


def draft_of_half(visit: Visit, half: str, whom: Whom) -> Draft:
    """What was begun of this half with them, or a draft with nothing in it yet."""
    begun = half_begun(visit.journal.drafts(), half, whom)
    return visit.journal.take_up(begun) if begun is not None else blank_at(visit, session_half(half, whom))


def whom_of_begun(visit: Visit, draft: Draft) -> Whom:
    """With whom the session is that a draft was begun for; a partner who was deleted stays unsaid."""
    whom = whom_of(draft)
    is_known = whom.partner_id in {one.id for one in partners(visit)}
    return whom if is_known else Whom(group_name=whom.group_name)


def named_first(draft: Draft, whom: Whom) -> tuple[Part, ...]:
    """The name of a group that has none yet, to be asked before anything else."""
    return (GROUP_NAME,) if is_in_group(draft) and whom.group_name is None else ()


def known_of(draft: Draft, whom: Whom, waiting: PeerSession | None) -> dict[str, Value]:
    """What is known of a group's session without a word: that it is one, how it was to be, and which."""
    if not is_in_group(draft):
        return {}
    named: dict[str, Value] = {GROUP_NAME.name: whom.group_name} if whom.group_name else {}
    return {"format": (waiting.format if waiting is not None else None) or "group", **named}


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
        return Whom(added.id)
    return Whom(group_name=" ".join(name.split()) if kind == A_GROUP else None)

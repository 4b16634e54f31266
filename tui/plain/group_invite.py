"""Inviting people to a group, one by one. An invite that is not finished has a day and a time, and no name."""

from sync.consent.groups import Groups, OnItsWay
from sync.pairing import Pairing
from sync.records.pairs import State
from tui.plain import meeting
from tui.plain.choosing import ask_one_of
from tui.plain.group_open import OpenGroup
from tui.plain.shelves import OpenThing
from tui.plain.visit import Visit
from tui.wording import meeting as words
from tui.wording import plain_groups as said
from tui.wording import plain_together, together
from tui.wording.facilitating import MATCHED
from tui.wording.summary_commands import invite_in_words


def invite(it: OpenGroup) -> None:
    """Twelve words for one person, said once; whoever answers has to compare four words."""
    visit, group = it.visit, it.open()
    is_known = "limits_of_confidentiality" not in Groups(visit.journal).still_to_write()
    visit.talk.say(said.WHAT_AN_INVITE_IS, *([] if is_known else [said.LIMITS_FIRST]))
    lasting = [(hours, how) for hours, how in words.LASTING]
    hours = ask_one_of(visit.talk, f"{words.HOW_LONG}:", lasting) or lasting[0][0]
    made = visit.save(
        lambda: Pairing(visit.journal).invite(group.via, my_name=None, called=group.name, group=group.name, hours=hours)
    )
    meeting.say_words(visit, made.words, made.via, made.expires_at)
    meeting.meet_now(visit, made.partner, quietly=True)


def compare(it: OpenGroup) -> None:
    """The four words of an invite that was answered; of one that was not, its twelve words again."""
    visit, chosen = it.visit, _choose(it)
    if chosen is None:
        return
    if chosen.state is State.MEETING:
        meeting.meet_now(visit, chosen.member, quietly=True)
    invited = Pairing(visit.journal).invited(chosen.member)
    if invited is not None:
        visit.talk.say(plain_together.WORDS_AGAIN)
        meeting.say_words(visit, invited.words, invited.via, invited.expires_at)
    elif chosen.state is State.MATCHED:
        visit.talk.say(said.THEIR_WORD)
    else:
        meeting.compare(OpenThing(visit, "partner", chosen.member), matched=MATCHED)


def take_back(it: OpenGroup) -> None:
    """An invite that is on its way does nothing any more, once that was asked."""
    chosen = _choose(it)
    if chosen is not None:
        meeting.end(OpenThing(it.visit, "partner", chosen.member))


def row(visit: Visit, one: OnItsWay) -> str:
    """An invite, by when it was made, and how it stands."""
    made = invite_in_words(meeting.local(visit, one.begun_at))
    return f"{made[:1].upper()}{made[1:]}: {together.PAIR_STATES[one.state.value]}."


def _choose(it: OpenGroup) -> OnItsWay | None:
    visit = it.visit
    there = Groups(visit.journal).on_their_way(it.read())
    if not there:
        visit.talk.say(said.NO_INVITES)
    if len(there) < 2:
        return there[0] if there else None
    return ask_one_of(visit.talk, said.WHICH_INVITE, [(one, row(visit, one)) for one in there])

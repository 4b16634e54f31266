"""Two people meet: twelve words from one to the other, four words that both compare, and an end."""

import asyncio
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from sync.carrying import check_place, find_invite, meet_and_wait
from sync.errors import OtherKind, OtherWords
from sync.exchange import CLOCK_IS_BACK, Exchange
from sync.pairing import Pairing, can_join
from sync.records.pairs import OPEN, Pair, Pairs, State
from tui.language import sentence_of
from tui.plain.choosing import ask_one_of, ask_yes
from tui.plain.places import ask_path
from tui.plain.shelves import OpenThing, say_thing
from tui.plain.visit import Visit
from tui.sharing_reading import name_of
from tui.wording import meeting as words
from tui.wording import plain_together as said
from tui.wording import together

_BEGUN = (State.MEETING, State.TO_COMPARE)
_FOLDER = "folder:"


def pair_with(visit: Visit, partner_id: str) -> Pair | None:
    """How one stands with a partner; `None` where they are here by name alone."""
    return Pairs(visit.journal.connection).get(partner_id)


def say_partner(it: OpenThing) -> None:
    """Everything about a partner, and how one stands with them."""
    say_thing(it)
    pair = pair_with(it.visit, it.id)
    if pair is None:
        it.visit.talk.say(said.BY_NAME_ALONE)
        return
    state = f"{together.PAIR_STATES[pair.state.value]}."
    if pair.state in OPEN:
        it.visit.talk.say(state, words.MEET_IN.format(place=place_told(pair.via)))
    else:
        why = words.reasons(pair.why)
        it.visit.talk.say(state, *([why] if why else []), said.MEET_AGAIN)


def invite(visit: Visit, partner_id: str | None = None) -> None:
    """Twelve words for one person: somebody new, or a partner who is here by name or to be met again."""
    if _is_open(visit, partner_id):
        return
    visit.talk.say(words.WHAT_INVITING_IS, words.ABOUT_FOLDER)
    folder = ask_path(visit.talk, said.WHICH_FOLDER, _check)
    if folder is None:
        return
    name = visit.talk.ask(said.WHAT_NAME)
    lasting = [(hours, how) for hours, how in words.LASTING]
    hours = ask_one_of(visit.talk, f"{words.HOW_LONG}:", lasting) or lasting[0][0]
    made = visit.save(
        lambda: Pairing(visit.journal).invite(
            f"{_FOLDER}{folder}", my_name=name, called=together.CALLED, partner=partner_id, hours=hours
        )
    )
    _say_words(visit, made.words, made.via, made.expires_at)
    meet_now(visit, made.partner, quietly=True)


def join(visit: Visit, partner_id: str | None = None) -> None:
    """Take the twelve words of an invite: first what it is and where, then the joining."""
    if _is_open(visit, partner_id):
        return
    folder = ask_path(visit.talk, said.WHICH_FOLDER, _check)
    typed = visit.talk.ask(said.WHAT_WORDS) if folder is not None else None
    if folder is None or typed is None:
        visit.talk.say(said.NOT_JOINED)
        return
    pairing = Pairing(visit.journal)
    found = asyncio.run(find_invite(pairing, typed, f"{_FOLDER}{folder}"))
    until = words.moment(_local(visit, found.invitation.exp))
    visit.talk.say(together.invite_says(found.invitation.kind, found.invitation.group, str(folder), until))
    if not can_join(found.invitation):
        raise OtherKind
    if not ask_yes(visit.talk, said.JOIN_IT):
        visit.talk.say(said.NOT_JOINED)
        return
    name = visit.talk.ask(said.WHAT_NAME)
    partner = visit.save(
        lambda: pairing.join(
            found.code, found.first, found.via, my_name=name, called=together.CALLED, partner=partner_id
        )
    )
    meet_now(visit, partner, quietly=True)
    visit.talk.say(together.JOINED)


def compare(it: OpenThing) -> None:
    """The four words, once they are here; whether they match, they differ, or later."""
    visit, pairing = it.visit, Pairing(it.visit.journal)
    pair, four = pairing.words(it.id)
    if not four and pair.state is State.MEETING:
        meet_now(visit, it.id, quietly=True)
        pair, four = pairing.words(it.id)
    if pair.state is not State.TO_COMPARE:
        visit.talk.say(said.NO_WORDS_YET if pair.state is State.MEETING else together.PAIR_STATES[pair.state.value])
        return
    visit.talk.say(" ".join(four), together.COMPARE)
    answers = [(True, words.THEY_MATCH), (False, words.THEY_DIFFER), (None, words.LATER)]
    is_same = ask_one_of(visit.talk, said.DO_THEY_MATCH, answers)
    if is_same is None:
        return
    try:
        visit.save(lambda: pairing.say_match(it.id, four) if is_same else pairing.say_differ(it.id))
    except OtherWords as problem:
        visit.talk.say(sentence_of(problem))
        compare(it)
        return
    visit.talk.say(together.MATCHED if is_same else together.DIFFERED)
    meet_now(visit, it.id, quietly=True)


def end(it: OpenThing) -> None:
    """One question, and no reason is asked."""
    visit, pair = it.visit, pair_with(it.visit, it.id)
    if pair is None or pair.state not in OPEN:
        visit.talk.say(words.NOTHING_TO_END)
        return
    has_begun = pair.state in _BEGUN
    visit.talk.say(*(words.TAKING_BACK_SAYS if has_begun else words.ENDING_SAYS))
    question = words.TAKE_BACK if has_begun else words.END_WITH
    if ask_yes(visit.talk, question.format(name=name_of(visit.journal, it.id))):
        visit.save(lambda: Pairing(visit.journal).end(it.id))
        visit.talk.say(words.TAKEN_BACK if has_begun else together.ENDED)
        meet_now(visit, it.id, quietly=True)


def meet(visit: Visit) -> None:
    """Look at every place once, and say how it went; a clock that went back is asked about."""
    if not Exchange(visit.journal).gather():
        visit.talk.say(said.NOBODY_TO_MEET)
    elif meet_now(visit) and ask_yes(visit.talk, said.CLOCK_IS_RIGHT):
        visit.save(Exchange(visit.journal).say_clock_is_right)
        meet_now(visit)


def meet_now(visit: Visit, partner_id: str | None = None, *, quietly: bool = False) -> bool:
    """One round; whether a clock that went back was in the way. `quietly`: what is in the way is said and no more."""
    report = visit.save(lambda: meet_and_wait(visit.journal, partner_id))
    met = [] if quietly else [together.SYNCED.format(sent=report.sent, received=report.received)]
    problems = [together.PROBLEMS[one.code].format(name=name_of(visit.journal, one.partner)) for one in report.problems]
    visit.talk.say(*met, *problems)
    return any(one.code == CLOCK_IS_BACK for one in report.problems)


def _is_open(visit: Visit, partner_id: str | None) -> bool:
    """Whether there is nothing to begin with this partner; it is said."""
    pair = None if partner_id is None else pair_with(visit, partner_id)
    if partner_id is None or pair is None or pair.state not in OPEN or pair.state is State.ENDING:
        return False
    invited = Pairing(visit.journal).invited(partner_id)
    if invited is not None:
        visit.talk.say(said.WORDS_AGAIN)
        _say_words(visit, invited.words, invited.via, invited.expires_at)
    elif pair.state in _BEGUN:
        visit.talk.say(said.NO_WORDS_YET)
    else:
        visit.talk.say(said.CONNECTED_ALREADY.format(name=name_of(visit.journal, partner_id)))
    return True


def _say_words(visit: Visit, twelve: tuple[str, ...], via: str, expires_at: str) -> None:
    until = words.moment(_local(visit, expires_at))
    visit.talk.say(
        " ".join(twelve),
        together.INVITED,
        words.THEY_ALSO_NEED.format(place=as_they_type(via)),
        together.ANSWER_UNTIL.format(until=until),
    )


def _check(folder: Path) -> None:
    asyncio.run(check_place(f"{_FOLDER}{folder}"))


def _local(visit: Visit, instant: str) -> str:
    """A UTC instant on the person's own clock, ISO 8601."""
    return datetime.fromisoformat(instant).astimezone(ZoneInfo(visit.door.clock.zone())).isoformat()

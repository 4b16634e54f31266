"""Two people meet: twelve words from one to the other, four words that both compare, and an end."""

import asyncio
from datetime import datetime
from zoneinfo import ZoneInfo

from journal.errors import CairnError
from sync.carrying import Found, check_place, find_invite, meet_and_wait, proxy_to
from sync.errors import OUT_OF_REACH, OtherWords
from sync.exchange import CLOCK_IS_BACK, Exchange
from sync.pairing import Pairing
from sync.records.pairs import FACILITATOR, OPEN, Pair, Pairs, State
from tui.language import hint_of, sentence_of
from tui.plain.choosing import ask_one_of, ask_yes
from tui.plain.places import path_of
from tui.plain.shelves import OpenThing, say_thing
from tui.plain.visit import Visit
from tui.sharing_reading import name_of
from tui.wording import meeting as words
from tui.wording import plain_together as said
from tui.wording import together
from tui.wording.meeting_place import as_they_type, is_relay, place_told, relay_typed, seen_there
from tui.wording.my_page import WHAT_A_FACILITATOR_SEES
from tui.wording.summary import FACILITATOR as FACILITATORS_NAME
from tui.wording.summary_commands import LOOKED

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
    if pair.state in OPEN and pair.state is not State.ENDING:
        it.visit.talk.say(state, words.MEET_IN.format(place=place_told(pair.via)))
    else:
        why = words.reasons(pair.why, name_of(it.visit.journal, it.id))
        it.visit.talk.say(state, *([why] if why else []), said.MEET_AGAIN)


def invite(visit: Visit, partner_id: str | None = None) -> None:
    """Twelve words for one person: somebody new, or a partner who is here by name or to be met again."""
    if _is_open(visit, partner_id):
        return
    visit.talk.say(words.WHAT_INVITING_IS, words.ABOUT_FOLDER)
    via = ask_place(visit, makes=True)
    if via is None:
        return
    name = visit.talk.ask(said.WHAT_NAME)
    lasting = [(hours, how) for hours, how in words.LASTING]
    hours = ask_one_of(visit.talk, f"{words.HOW_LONG}:", lasting) or lasting[0][0]
    made = visit.save(
        lambda: Pairing(visit.journal).invite(
            via, my_name=name, called=together.CALLED, partner=partner_id, hours=hours
        )
    )
    say_words(visit, made.words, made.via, made.expires_at)
    meet_now(visit, made.partner, quietly=True)


def join(visit: Visit, partner_id: str | None = None) -> None:
    """Take the twelve words of an invite: first what it is and where, then the joining."""
    if _is_open(visit, partner_id):
        return
    via = ask_place(visit, makes=False)
    pairing = Pairing(visit.journal)
    found = None if via is None else _ask_words(visit, pairing, via)
    if via is None or found is None:
        visit.talk.say(said.NOT_JOINED)
        return
    invite = found.invitation
    until = words.moment(local(visit, invite.exp))
    visit.talk.say(together.invite_says(invite.kind, invite.group, place_told(via), until, at_relay=is_relay(via)))
    visit.talk.say(*([WHAT_A_FACILITATOR_SEES] if invite.kind == FACILITATOR else []))
    if not ask_yes(visit.talk, said.JOIN_IT):
        visit.talk.say(said.NOT_JOINED)
        return
    name = visit.talk.ask(said.WHAT_NAME)
    called = FACILITATORS_NAME if invite.kind == FACILITATOR else together.CALLED
    partner = visit.save(
        lambda: pairing.join(found.code, found.first, found.via, my_name=name, called=called, partner=partner_id)
    )
    meet_now(visit, partner, quietly=True)
    visit.talk.say(together.JOINED)


def compare(it: OpenThing, matched: str = together.MATCHED) -> None:
    """The four words, once they are here; whether they match, they differ, or later. `matched`: said to a match."""
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
        compare(it, matched)
        return
    visit.talk.say(matched if is_same else together.DIFFERED)
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
    """One round; whether a clock that went back was in the way. `quietly`: what is in the way is said and no more.

    A facilitator is not told how many pages went or came, nor one thing more than once: that would count people.
    """
    report = visit.save(lambda: meet_and_wait(visit.journal, partner_id))
    is_there = report.sent or report.received or not any(one.code in OUT_OF_REACH for one in report.problems)
    counted = together.SYNCED.format(sent=report.sent, received=report.received)
    looked = LOOKED if visit.journal.is_facilitators else counted
    problems = [together.PROBLEMS[one.code].format(name=name_of(visit.journal, one.partner)) for one in report.problems]
    visit.talk.say(*([] if quietly or not is_there else [looked]), *dict.fromkeys(problems))
    return any(one.code == CLOCK_IS_BACK for one in report.problems)


def _is_open(visit: Visit, partner_id: str | None) -> bool:
    """Whether there is nothing to begin with this partner; it is said."""
    pair = None if partner_id is None else pair_with(visit, partner_id)
    if partner_id is None or pair is None or pair.state not in OPEN or pair.state is State.ENDING:
        return False
    invited = Pairing(visit.journal).invited(partner_id)
    if invited is not None:
        visit.talk.say(said.WORDS_AGAIN)
        say_words(visit, invited.words, invited.via, invited.expires_at)
    elif pair.state in _BEGUN:
        visit.talk.say(said.NO_WORDS_YET)
    else:
        visit.talk.say(said.CONNECTED_ALREADY.format(name=name_of(visit.journal, partner_id)))
    return True


def say_words(visit: Visit, twelve: tuple[str, ...], via: str, expires_at: str) -> None:
    """The words of an invite, what they are for, and what else the other needs."""
    until = words.moment(local(visit, expires_at))
    visit.talk.say(
        " ".join(twelve),
        together.INVITED,
        words.THEY_ALSO_NEED.format(place=as_they_type(via)),
        together.ANSWER_UNTIL.format(until=until),
    )


def ask_place(visit: Visit, *, makes: bool) -> str | None:
    """Where both meet, asked for until it is a place; `None` where it was skipped.

    What a relay sees is said before it is reached. Where nothing is made there, the words tell whether it is the one.
    """
    while (typed := visit.talk.ask(said.WHICH_FOLDER)) is not None:
        try:
            via = relay_typed(typed) or f"{_FOLDER}{path_of(typed)}"
            if is_relay(via):
                visit.talk.say(*seen_there(via, asyncio.run(proxy_to(via))))
            if makes or not is_relay(via):
                asyncio.run(check_place(via))
        except CairnError as problem:
            visit.talk.say(sentence_of(problem), *([hint_of(problem)] if problem.hint else []))
        else:
            return via
    return None


def _ask_words(visit: Visit, pairing: Pairing, via: str) -> Found | None:
    """The invite of the twelve words, asked for until it is found; `None` where it was skipped."""
    while (typed := visit.talk.ask(said.WHAT_WORDS)) is not None:
        try:
            return asyncio.run(find_invite(pairing, typed, via))
        except CairnError as problem:
            visit.talk.say(sentence_of(problem), *([hint_of(problem)] if problem.hint else []))
    return None


def local(visit: Visit, instant: str) -> str:
    """A UTC instant on the person's own clock, ISO 8601."""
    return datetime.fromisoformat(instant).astimezone(ZoneInfo(visit.door.clock.zone())).isoformat()

"""`cairn partner invite`, `join`, `compare` and `end`: two people meet through twelve words."""

import asyncio
import os
import time
from argparse import Namespace
from collections.abc import Mapping
from contextlib import suppress

from journal.errors import Ambiguous, NotFound
from journal.use_cases.open_journal import OpenJournal
from sync.carrying import WAIT_AT_RELAY_S, check_place, find_invite, meet_and_wait, place_with, proxy_to, wait_here
from sync.ending import DIFFER
from sync.errors import OUT_OF_REACH, NotReached, OtherWords, TooOld
from sync.pairing import Pairing
from sync.protocol.writers import Writer
from sync.records.pairs import FACILITATOR, Pair, Pairs, State
from tui.commands.terminal import Terminal
from tui.exits import exit_code
from tui.sharing_reading import name_of
from tui.wording import meeting_place, together
from tui.wording import summary as of_summary
from tui.wording import summary_commands as of_groups
from tui.wording.facilitating import MATCHED as MATCHED_IN_GROUP
from tui.wording.meeting_place import is_relay, seen_there, via_told
from tui.wording.my_page import WHAT_A_FACILITATOR_SEES

_LOOK_EVERY_S = 1.0
ADMISSION_TOKEN = "CAIRN_ADMISSION_TOKEN"
"""Of the environment: arguments are seen by others, and kept by a shell."""


def run(options: Namespace) -> int:
    """One deed of meeting somebody."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        return _DEEDS[options.deed](terminal, journal)


def _invite(terminal: Terminal, journal: OpenJournal) -> int:
    options, via = terminal.options, via_of(terminal)
    asyncio.run(check_place(via))
    made = Pairing(journal).invite(
        via, my_name=options.alias, called=together.CALLED, partner=options.partner, hours=options.hours
    )
    words = " ".join(made.words)
    place, words_at = via_told(via), meeting_place.WORDS_AT if is_relay(via) else together.WORDS_AT
    document = {"partner": made.partner, "words": words, "via": place, "expires_at": made.expires_at}
    lines = [
        words_at.format(words=words, place=place),
        together.INVITED,
        together.ANSWER_UNTIL.format(until=made.expires_at),
    ]
    return carried(terminal, journal, made.partner, document, lines)


def _join(terminal: Terminal, journal: OpenJournal) -> int:
    options, via = terminal.options, via_of(terminal)
    pairing = Pairing(journal)
    is_asked = options.dash is None and terminal.can_ask()
    typed = terminal.ask(together.THE_TWELVE) if is_asked else terminal.text(True, "")
    found = asyncio.run(find_invite(pairing, typed, via))
    kind, group = found.invitation.kind, found.invitation.group
    document = {"kind": kind, "group": group}
    place, until, of_group = via_told(via), found.invitation.exp, kind == FACILITATOR
    says = together.invite_says(kind, group, place, until, at_relay=is_relay(via))
    if options.preview:
        return terminal.answer({**document, "via": place, "expires_at": until}, [says])
    called = of_summary.FACILITATOR if of_group else together.CALLED
    partner = pairing.join(found.code, found.first, via, my_name=options.alias, called=called, partner=options.partner)
    lines = [says, WHAT_A_FACILITATOR_SEES, together.JOINED, of_groups.CARD_COMES] if of_group else [together.JOINED]
    return carried(terminal, journal, partner, {"partner": partner, **document}, lines)


def _compare(terminal: Terminal, journal: OpenJournal) -> int:
    options, pairing = terminal.options, Pairing(journal)
    options.partner = whom_of(journal, options.partner)
    # A yes is to these: the ones that were seen, or those that are here before anything else comes.
    seen = tuple(terminal.text(True, "").lower().split()) if options.seen else pairing.words(options.partner)[1]
    until = time.monotonic() + options.wait
    while not pairing.words(options.partner)[1] and time.monotonic() < until:
        pair = pairing.words(options.partner)[0]
        if pair.state is not State.MEETING:
            break
        left = until - time.monotonic()
        wait_here(meet_and_wait(journal, pair.partner), _LOOK_EVERY_S, min(left, WAIT_AT_RELAY_S))
    try:
        if options.match:
            pairing.say_match(options.partner, seen)
        elif options.differ:
            pairing.say_differ(options.partner)
    except OtherWords:
        if not terminal.as_json:
            terminal.answer({}, _compared(journal, *pairing.words(options.partner)))
        raise
    pair, words = pairing.words(options.partner)
    lines = _compared(journal, pair, words)
    return terminal.answer(
        {"state": _state(pair), "words": list(words)}, lines, changed=options.match or options.differ
    )


def via_of(terminal: Terminal) -> str:
    """The place, with the token that the environment holds for a relay. What is seen there is said beforehand."""
    via = place_with(terminal.options.via, os.environ.get(ADMISSION_TOKEN, ""))
    if is_relay(via) and not terminal.as_json:
        for sentence in seen_there(via, asyncio.run(proxy_to(via))):
            terminal.say(sentence)
    return via


def whom_of(journal: OpenJournal, typed: str) -> str:
    """Whom the call means. In a facilitator's home somebody has a name while their page is there, and else an id.

    Raises:
        NotFound, Ambiguous: nobody there, or more than one.
    """
    if not journal.is_facilitators:
        return typed
    from sync.consent.groups import Groups

    with suppress(NotFound):
        return Groups(journal).summary(typed).member
    pairs = [pair for pair in Pairs(journal.connection).all() if pair.writer is Writer.FACILITATOR]
    found = [pair.partner for pair in pairs if len(typed) >= 4 and pair.partner.startswith(typed.casefold())]
    if len(found) > 1:
        raise Ambiguous
    if not found:
        raise NotFound(of_groups.NOBODY_THERE, hint=of_groups.NOBODY_THERE_HINT)
    return found[0]


def _state(pair: Pair) -> str:
    if pair.state is State.BROKEN or pair.why in (DIFFER, TooOld.code):
        return "differ"
    if pair.state is State.MEETING:
        return "not-yet"
    return "to-compare" if pair.state is State.TO_COMPARE else "match"


def _compared(journal: OpenJournal, pair: Pair, words: tuple[str, ...]) -> list[str]:
    match _state(pair):
        case "not-yet":
            return [together.NOT_YET]
        case "to-compare":
            # Of a member there is no name yet.
            name = pair.partner[:8] if journal.is_facilitators else name_of(journal, pair.partner)
            say = together.SAY_MATCH.format(name=name)
            return [" ".join(words), together.COMPARE, say]
        case "differ":
            if pair.state is not State.BROKEN and pair.why == DIFFER:
                # What was shared before was shared.
                return [together.ENDED]
            return [together.DIFFERED if pair.why == DIFFER else together.WHY_BROKEN.get(pair.why or "", "")]
        case _:
            matched = MATCHED_IN_GROUP if journal.is_facilitators else together.MATCHED
            return [matched if pair.state is State.MATCHED else together.ALREADY_MATCHED]


def _end(terminal: Terminal, journal: OpenJournal) -> int:
    pair = Pairing(journal).end(whom_of(journal, terminal.options.partner))
    document = {"partner": pair.partner, "state": pair.state.value}
    return carried(terminal, journal, pair.partner, document, [together.ENDED])


def carried(
    terminal: Terminal, journal: OpenJournal, partner: str, document: Mapping[str, str | None], lines: list[str]
) -> int:
    """Answer, and bring what was made to where both meet. Where that is not reached it is kept, and said so."""
    codes = [problem.code for problem in meet_and_wait(journal, partner).problems]
    said = [together.PROBLEMS[code].format(name=name_of(journal, partner)) for code in codes]
    is_kept = bool(OUT_OF_REACH.intersection(codes))
    terminal.answer({**document}, [*lines, *said, *([together.KEPT_HERE] if is_kept else [])], changed=True)
    return exit_code(NotReached()) if is_kept else 0


_DEEDS = {"invite": _invite, "join": _join, "compare": _compare, "end": _end}

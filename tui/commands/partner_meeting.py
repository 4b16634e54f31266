"""`cairn partner invite`, `join`, `compare` and `end`: two people meet through twelve words."""

import asyncio
import time
from argparse import Namespace

from journal.use_cases.open_journal import OpenJournal
from sync.carrying import check_place, find_invite, meet_and_wait
from sync.pairing import DIFFER, Pairing
from sync.records.pairs import Pair, State
from tui.commands.terminal import Terminal
from tui.wording import together

_LOOK_EVERY_S = 1.0


def run(options: Namespace) -> int:
    """One deed of meeting somebody."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        return _DEEDS[options.deed](terminal, journal)


def _invite(terminal: Terminal, journal: OpenJournal) -> int:
    options = terminal.options
    asyncio.run(check_place(options.via))
    made = Pairing(journal).invite(
        options.via, my_name=options.alias, called=together.CALLED, partner=options.partner, hours=options.hours
    )
    report = meet_and_wait(journal, made.partner)
    words = " ".join(made.words)
    document = {"partner": made.partner, "words": words, "via": made.via, "expires_at": made.expires_at}
    lines = [
        together.WORDS_AT.format(words=words, place=made.via),
        together.INVITED,
        together.ANSWER_UNTIL.format(until=made.expires_at),
        *(together.PROBLEMS[problem.code].format(name=together.CALLED) for problem in report.problems),
    ]
    return terminal.answer(document, lines, changed=True)


def _join(terminal: Terminal, journal: OpenJournal) -> int:
    options = terminal.options
    pairing = Pairing(journal)
    found = asyncio.run(find_invite(pairing, terminal.text(True, ""), options.via))
    document = {"kind": found.invitation.kind, "group": found.invitation.group}
    if options.preview:
        lines = [together.INVITE_SAYS.format(place=options.via, until=found.invitation.exp)]
        return terminal.answer({**document, "via": options.via, "expires_at": found.invitation.exp}, lines)
    partner = pairing.join(
        found.code, found.first, options.via, my_name=options.alias, called=together.CALLED, partner=options.partner
    )
    meet_and_wait(journal, partner)
    return terminal.answer({"partner": partner, **document}, [together.JOINED], changed=True)


def _compare(terminal: Terminal, journal: OpenJournal) -> int:
    options, pairing = terminal.options, Pairing(journal)
    until = time.monotonic() + options.wait
    while not pairing.words(options.partner)[1] and time.monotonic() < until:
        pair = pairing.words(options.partner)[0]
        if pair.state is not State.MEETING:
            break
        meet_and_wait(journal, pair.partner)
        time.sleep(_LOOK_EVERY_S)
    if options.match:
        pairing.say_match(options.partner)
    elif options.differ:
        pairing.say_differ(options.partner)
    pair, words = pairing.words(options.partner)
    return terminal.answer(
        {"state": _state(pair), "words": list(words)}, _compared(pair, words), changed=options.match or options.differ
    )


def _state(pair: Pair) -> str:
    if pair.state is State.BROKEN or pair.why == DIFFER:
        return "differ"
    if pair.state is State.MEETING:
        return "not-yet"
    return "to-compare" if pair.state is State.TO_COMPARE else "match"


def _compared(pair: Pair, words: tuple[str, ...]) -> list[str]:
    match _state(pair):
        case "not-yet":
            return [together.NOT_YET]
        case "to-compare":
            return [" ".join(words), together.COMPARE]
        case "differ":
            if pair.state is not State.BROKEN:
                # What was shared before was shared.
                return [together.ENDED]
            return [together.DIFFERED if pair.why == DIFFER else together.WHY_BROKEN.get(pair.why or "", "")]
        case _:
            return [together.MATCHED if pair.state is State.MATCHED else together.ALREADY_MATCHED]


def _end(terminal: Terminal, journal: OpenJournal) -> int:
    pair = Pairing(journal).end(terminal.options.partner)
    meet_and_wait(journal, pair.partner)
    return terminal.answer({"partner": pair.partner, "state": pair.state.value}, [together.ENDED], changed=True)


_DEEDS = {"invite": _invite, "join": _join, "compare": _compare, "end": _end}

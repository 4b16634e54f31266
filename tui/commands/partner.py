"""`cairn partner`: people one meets with, by name alone, and the person's own part of what was agreed."""

from argparse import Namespace
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from journal.domain import draft_kinds
from journal.domain.draft_kinds import Place, new_thing
from journal.domain.parts import Value, read_parts
from journal.domain.shelves import AGREEMENT, SHELVES, PeerPartnership
from journal.errors import BadInput, NotConfirmed
from journal.use_cases.open_journal import OpenJournal
from sync.records.pairs import FACILITATOR, Pair, Pairs
from tui.commands.as_printed import read_as_printed
from tui.commands.asking import Begun, ask_parts
from tui.commands.changing import Changing, new_values
from tui.commands.documents import thing_document
from tui.commands.standard_input import only_line, read_object
from tui.commands.telling import telling
from tui.commands.terminal import Terminal
from tui.wording import peers, saved, sharing, shell, together
from tui.wording.meeting import reasons
from tui.wording.meeting_place import via_told
from tui.wording.my_page import standing
from tui.wording.partners import agreed_in_lines, look_again
from tui.wording.parts import word
from tui.wording.plain_together import SAY_YES_TO_IT
from tui.wording.sharing_lines import theirs_in_lines
from tui.wording.things import parts_in_lines, thing_in_lines

if TYPE_CHECKING:
    from sync.consent.words import TheirPage

_PRINTED_AS = {"alias": "partner_alias", "state": "status"}
"""Names of the contract's documents, and the parts they stand for."""

_INDENT = " " * 10


def run(options: Namespace) -> int:
    """One deed on partners."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        return _DEEDS[options.deed](terminal, journal)


def _add(terminal: Terminal, journal: OpenJournal) -> int:
    options, begun = terminal.options, Begun(journal, new_thing("partner"))
    if options.alias is not None:
        asked: dict[str, object] = {"partner_alias": options.alias}
    elif options.dash is None and terminal.can_ask():
        asked = ask_parts(terminal, "partner", SHELVES["partner"].parts, begun.keep)
    else:
        asked = {"partner_alias": only_line(terminal.text(True, ""), peers.NAME_IS_ONE_LINE)}
    if not str(asked["partner_alias"]).strip():
        raise BadInput(peers.PARTNER_NEEDS_NAME)
    partner = terminal.save(lambda: journal.add_thing("partner", asked, begun.id))
    terminal.say(peers.PARTNER_SAVED)
    return terminal.answer(thing_document(partner), [_line(journal.partner(partner.id))], changed=True)


def _list(terminal: Terminal, journal: OpenJournal) -> int:
    if journal.is_facilitators:
        from tui.commands.group import list_whom_there_is

        return list_whom_there_is(terminal, journal)
    partners = [thing for thing in journal.things("partner") if isinstance(thing, PeerPartnership)]
    pairs = {pair.partner: pair for pair in Pairs(journal.connection).all()}
    document = {"partners": [{**thing_document(one), "pair": _pair(pairs.get(one.id))} for one in partners]}
    today = journal.moment().for_date
    lines = [
        "\n".join([_line(one), *(_INDENT + line for line in [*_paired(pairs, one), *look_again(one, today)])])
        for one in partners
    ]
    return terminal.answer(document, lines or [shell.NOTHING_HERE])


def _pair(pair: Pair | None) -> dict[str, object] | None:
    if pair is None:
        return None
    of_group = {} if pair.kind != FACILITATOR else {"group": pair.group_name}
    return {"state": pair.state.value, "via": via_told(pair.via), "why": pair.why, **of_group}


def _paired(pairs: dict[str, Pair], partner: PeerPartnership) -> list[str]:
    pair = pairs.get(partner.id)
    if pair is None:
        return []
    why = reasons(pair.why, partner.partner_alias)
    holds = [] if pair.kind != FACILITATOR else [standing(pair.group_name)]
    state = " · ".join([*holds, together.PAIR_STATES[pair.state.value], via_told(pair.via)])
    return [state, *([why] if why else [])]


def _show(terminal: Terminal, journal: OpenJournal) -> int:
    partner = journal.partner(terminal.options.partner)
    asked = look_again(partner, journal.moment().for_date)
    return terminal.answer(thing_document(partner), [*_whole(partner), *peers.FIXED_LINES, *asked])


def _agree(terminal: Terminal, journal: OpenJournal) -> int:
    """My part, one section after the other; without the dash a script is shown what there is."""
    from sync.consent.words import Words
    from tui.sharing_reading import told_of_part

    partner, words = journal.partner(terminal.options.partner), Words(journal)
    if terminal.options.yes:
        seen = _seen_of_theirs(terminal, words.their_page(partner.id), partner.partner_alias)
        terminal.save(lambda: words.say_yes_to_theirs(partner.id, seen))
        return _answer_agreed(terminal, journal, partner, [sharing.YES_SAID], changed=True)
    if terminal.options.dash is None and not terminal.can_ask():
        return _answer_agreed(terminal, journal, partner, [peers.AGREEMENT, *agreed_in_lines(partner)])
    if terminal.options.dash is None:
        when = [] if partner.has_agreement else [peers.REVIEW_IN_EIGHT_WEEKS]
        terminal.say_block("\n".join((*peers.FIXED_LINES, peers.EACH_WRITES, *when)))
    mine = parts_in_lines("partner", partner, AGREEMENT)
    it = Changing("partner", partner.id, AGREEMENT, mine, draft=Place(draft_kinds.AGREEMENT, partner.id))
    with telling(terminal, told_of_part(journal, partner.id)):
        values, draft_id = new_values(terminal, journal, it)
        if not values:
            return _ask_to_send_part(terminal, journal, partner)
        agreed = terminal.save(lambda: words.agree(partner.id, values, draft_id))
    return _answer_agreed(terminal, journal, agreed, [peers.SAVED_AGREEMENT, *agreed_in_lines(agreed)], changed=True)


def _seen_of_theirs(terminal: Terminal, page: "TheirPage | None", name: str) -> Mapping[str, object]:
    """The part that a yes is said to: the one handed in, or the one that is shown here and now."""
    if terminal.options.dash is not None:
        return read_object()
    if page is None or not page.agreement:
        return {}
    terminal.say_block("\n".join(theirs_in_lines(page, name)))
    if terminal.can_ask() and terminal.ask(SAY_YES_TO_IT).strip().casefold() != together.YES.casefold():
        raise NotConfirmed
    return page.agreement


def _ask_to_send_part(terminal: Terminal, journal: OpenJournal, partner: PeerPartnership) -> int:
    """Whether my part is to go as it is, where nothing of it was changed and the partner sees another."""
    from sync.consent.words import Words
    from tui.sharing_reading import part_sent

    if not Words(journal).part_waits(partner.id):
        return 0
    terminal.say(sharing.PART_WAITS.format(name=partner.partner_alias))
    if terminal.ask(sharing.SEND_PART_ASKED).strip().casefold() != together.YES.casefold():
        return 0
    said = terminal.save(lambda: part_sent(journal, partner.id))
    return _answer_agreed(terminal, journal, partner, [said], changed=True)


def _answer_agreed(
    terminal: Terminal, journal: OpenJournal, partner: PeerPartnership, lines: list[str], *, changed: bool = False
) -> int:
    """My part and theirs, side by side where a script reads it, one after the other where a person does."""
    from sync.consent.words import Words

    page, waits = Words(journal).their_page(partner.id), Words(journal).part_waits(partner.id)
    document = {
        "partner": partner.id,
        "alias": partner.partner_alias,
        "agreement": thing_document(partner)["agreement"],
        "theirs": dict(page.agreement) if page else {},
        "they_say_yes": page is not None and page.says_yes,
        "i_say_yes": page is not None and page.said_yes,
        "my_part_waits": waits,
        "fixed_lines": list(peers.FIXED_LINES),
    }
    theirs = [] if page is None else theirs_in_lines(page, partner.partner_alias, partner.has_agreement)
    mine = [sharing.PART_WAITS.format(name=partner.partner_alias)] if waits else []
    return terminal.answer(document, [*lines, *mine, *theirs, *peers.FIXED_LINES], changed=changed)


def _next_time(terminal: Terminal, journal: OpenJournal) -> int:
    """A line for the next time, which both see; a blank one takes it away."""
    from sync.consent.words import Words
    from tui.sharing_reading import told_of_words

    partner, words = journal.partner(terminal.options.partner), Words(journal)
    with telling(terminal, told_of_words(journal, partner.id)):
        line = terminal.text(terminal.options.dash is not None, sharing.NEXT_TIME_ASKED).strip() or None
        terminal.save(lambda: words.say_line(partner.id, line))
    said = sharing.NEXT_TIME_SAVED if line else sharing.NEXT_TIME_GONE
    return terminal.answer({"partner": partner.id, "line": line}, [said], changed=True)


def _edit(terminal: Terminal, journal: OpenJournal) -> int:
    return edit_partner(terminal, journal, journal.partner(terminal.options.partner))


def edit_partner(terminal: Terminal, journal: OpenJournal, partner: PeerPartnership) -> int:
    """New values for some parts of a partner, its part of the agreement and where it stands among them."""
    parts, printed = SHELVES["partner"].every_part, thing_document(partner)
    read = partial(read_as_printed, printed, parts, {"agreement": AGREEMENT}, _PRINTED_AS)
    values, draft_id = new_values(terminal, journal, Changing("partner", partner.id, parts, _whole(partner), read))
    if not values:
        return 0
    given = read_parts(parts, values)
    terminal.save(lambda: _change(journal, partner, given, draft_id))
    changed = journal.partner(partner.id)
    if changed.status != partner.status:
        terminal.say(peers.AFTER_PARTNER_STATUS[changed.status])
    return terminal.answer(thing_document(changed), [saved.CHANGED, _line(changed)], changed=True)


def _change(journal: OpenJournal, partner: PeerPartnership, given: dict[str, Value], draft_id: str | None) -> None:
    """Each part by the deed that knows its rules; a day on which it ended stands only beside an end."""
    agreed = {part.name: given[part.name] for part in AGREEMENT if part.name in given}
    other = {name: value for name, value in given.items() if name not in agreed and name != "status"}
    status = given.get("status", partner.status) or PeerPartnership(id="").status
    if status != partner.status:
        journal.set_partner_status(partner.id, str(status))
        if status == "ended":
            _end_sharing(journal, partner.id)
        if status != "ended" or not other.get("ended_on"):
            other.pop("ended_on", None)
    if agreed:
        journal.agree(partner.id, agreed)
    if other:
        journal.change(partner.id, other)
    if draft_id is not None:
        # Last of all, so that nothing typed is let go before every part of it is saved.
        journal.keep_draft(replace(journal.blank_page(), id=draft_id))


def _end_sharing(journal: OpenJournal, partner: str) -> None:
    """Whoever has ended is met no more."""
    from sync.pairing import Pairing

    Pairing(journal).end_if_open(partner)


def _line(partner: PeerPartnership) -> str:
    return f"{partner.id[:8]}  {partner.partner_alias} · {word('partner', 'status', partner.status)}"


def _whole(partner: PeerPartnership) -> list[str]:
    name, *rest = thing_in_lines(partner)
    return [f"{name}  ({partner.id[:8]})", *rest]


_DEEDS = {"add": _add, "list": _list, "show": _show, "agree": _agree, "next-time": _next_time, "edit": _edit}

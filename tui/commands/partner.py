"""`cairn partner`: people one meets with, by name alone, and the person's own part of what was agreed."""

from argparse import Namespace
from datetime import date, timedelta

from journal.domain.parts import read_parts
from journal.domain.shelves import AGREEMENT, AGREEMENT_REVIEW_DAYS, SHELVES, PeerPartnership
from journal.errors import BadInput
from journal.use_cases.open_journal import OpenJournal
from tui.commands.asking import Begun, ask_parts
from tui.commands.changing import Changing, new_values
from tui.commands.documents import thing_document
from tui.commands.standard_input import read_object
from tui.commands.terminal import Terminal
from tui.wording import peers, saved, shell
from tui.wording.parts import word
from tui.wording.things import parts_in_lines, thing_in_lines

_PRINTED_AS = {"alias": "partner_alias", "state": "status"}
"""Names of the contract's documents, and the parts they stand for."""

AGREEMENT_DRAFT = "agreement"
"""The kind of its drafts, which the screen takes up again."""


def run(options: Namespace) -> int:
    """One deed on partners."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        return _DEEDS[options.deed](terminal, journal)


def _add(terminal: Terminal, journal: OpenJournal) -> int:
    options, begun = terminal.options, Begun(journal, "partner")
    if options.alias is not None:
        asked: dict[str, object] = {"partner_alias": options.alias}
    elif options.dash is None and terminal.can_ask():
        asked = ask_parts(terminal, "partner", SHELVES["partner"].parts, begun.keep)
    else:
        asked = {"partner_alias": terminal.text(True, peers.ADD_PARTNER)}
    if not str(asked["partner_alias"]).strip():
        raise BadInput(peers.PARTNER_NEEDS_NAME)
    partner = terminal.save(lambda: journal.add_thing("partner", asked, begun.id))
    terminal.say(peers.PARTNER_SAVED)
    return terminal.answer(thing_document(partner), [_line(journal.partner(partner.id))], changed=True)


def _list(terminal: Terminal, journal: OpenJournal) -> int:
    partners = [thing for thing in journal.things("partner") if isinstance(thing, PeerPartnership)]
    document = {"partners": [thing_document(partner) for partner in partners]}
    return terminal.answer(document, [_line(partner) for partner in partners] or [shell.NOTHING_HERE])


def _show(terminal: Terminal, journal: OpenJournal) -> int:
    partner = journal.partner(terminal.options.partner)
    return terminal.answer(thing_document(partner), [*_whole(partner), *peers.FIXED_LINES])


def _agree(terminal: Terminal, journal: OpenJournal) -> int:
    """My part, one section after the other; without the dash a script is shown what there is."""
    partner = journal.partner(terminal.options.partner)
    if terminal.options.dash is None and not terminal.can_ask():
        mine = parts_in_lines("partner", partner, AGREEMENT) or [peers.NOTHING_AGREED]
        return _answer_agreed(terminal, partner, [peers.AGREEMENT, *mine])
    if terminal.options.dash is None:
        terminal.say_block("\n".join((*peers.FIXED_LINES, peers.EACH_WRITES, peers.REVIEW_IN_EIGHT_WEEKS)))
    mine = parts_in_lines("partner", partner, AGREEMENT)
    it = Changing("partner", partner.id, AGREEMENT, mine, draft_kind=AGREEMENT_DRAFT)
    values, draft_id = new_values(terminal, journal, it)
    if not values:
        return 0
    given = _with_a_day(journal, partner, {**read_parts(AGREEMENT, values)})
    terminal.save(lambda: journal.change(partner.id, given, draft_id))
    agreed = journal.partner(partner.id)
    mine = parts_in_lines("partner", agreed, AGREEMENT) or [peers.NOTHING_AGREED]
    return _answer_agreed(terminal, agreed, [peers.SAVED_AGREEMENT, *mine], changed=True)


def _with_a_day(journal: OpenJournal, partner: PeerPartnership, given: dict[str, object]) -> dict[str, object]:
    """Eight weeks from now, where no other day was picked and something was written."""
    if "review_on" in given or partner.review_on is not None or not any(given.values()):
        return given
    today = date.fromisoformat(journal.moment().for_date)
    return {**given, "review_on": (today + timedelta(AGREEMENT_REVIEW_DAYS)).isoformat()}


def _answer_agreed(terminal: Terminal, partner: PeerPartnership, lines: list[str], *, changed: bool = False) -> int:
    document = {
        "partner": partner.id,
        "alias": partner.partner_alias,
        "agreement": thing_document(partner)["agreement"],
        "fixed_lines": list(peers.FIXED_LINES),
    }
    return terminal.answer(document, [*lines, *peers.FIXED_LINES], changed=changed)


def _edit(terminal: Terminal, journal: OpenJournal) -> int:
    return edit_partner(terminal, journal, journal.partner(terminal.options.partner))


def edit_partner(terminal: Terminal, journal: OpenJournal, partner: PeerPartnership) -> int:
    """New values for some parts of a partner; an end without a day is an end today."""
    parts = SHELVES["partner"].every_part
    it = Changing("partner", partner.id, parts, _whole(partner), _read_partner)
    values, draft_id = new_values(terminal, journal, it)
    if not values:
        return 0
    given: dict[str, object] = {**read_parts(parts, values)}
    if given.get("status") == "ended" and "ended_on" not in given and partner.ended_on is None:
        given["ended_on"] = journal.moment().for_date
    terminal.save(lambda: journal.change(partner.id, given, draft_id))
    changed = journal.partner(partner.id)
    if changed.status != partner.status:
        terminal.say(peers.AFTER_PARTNER_STATUS[changed.status])
    return terminal.answer(thing_document(changed), [saved.CHANGED, _line(changed)], changed=True)


def _read_partner() -> dict[str, object]:
    """Parts by their own names, or by those that `partner show --json` prints."""
    read: dict[str, object] = {}
    for name, value in read_object().items():
        part = _PRINTED_AS.get(name, name)
        if part in read:
            raise BadInput(shell.field_twice(part))
        read[part] = value
    return read


def _line(partner: PeerPartnership) -> str:
    return f"{partner.id[:8]}  {partner.partner_alias} · {word('partner', 'status', partner.status)}"


def _whole(partner: PeerPartnership) -> list[str]:
    name, *rest = thing_in_lines(partner)
    return [f"{name}  ({partner.id[:8]})", *rest]


_DEEDS = {"add": _add, "list": _list, "show": _show, "agree": _agree, "edit": _edit}

"""`cairn about-me`: the role card of a facilitator, which everybody in their groups reads before sharing anything."""

from argparse import Namespace
from functools import partial
from typing import Any

from journal.domain.draft_kinds import Place, new_thing
from journal.domain.groups import ROLE_CARD_PARTS, RoleCard
from journal.domain.parts import values_of
from journal.errors import BadInput
from journal.use_cases.open_journal import OpenJournal
from sync.consent.groups import Groups
from tui.commands.as_printed import read_as_printed
from tui.commands.asking import Begun, ask_parts
from tui.commands.changing import Changing, new_values
from tui.commands.terminal import Terminal
from tui.wording import shell
from tui.wording import summary_commands as words
from tui.wording.facilitating_parts import I_DO, I_DO_NOT
from tui.wording.parts import label
from tui.wording.summary import NOT_URGENT
from tui.wording.things import parts_in_lines

PREFILLED = {"i_do": I_DO, "i_do_not": I_DO_NOT}
"""What stands in a new card, to be changed."""
_PRINTED_ONLY = "still_to_write"


def run(options: Namespace) -> int:
    """Show the card, or change it."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        deed = {"show": _show, "edit": _edit}[options.deed]
        return deed(terminal, journal, Groups(journal))


def _show(terminal: Terminal, _journal: OpenJournal, groups: Groups) -> int:
    return terminal.answer(_document(groups), _in_lines(groups))


def _edit(terminal: Terminal, journal: OpenJournal, groups: Groups) -> int:
    card = groups.role_card()
    if card is None:
        values, draft_id = _first_values(terminal, journal, groups)
        values = {**PREFILLED, **values} if values else {}
    else:
        read = partial(read_as_printed, _document(groups), ROLE_CARD_PARTS)
        it = Changing("role_card", card.id, ROLE_CARD_PARTS, _in_lines(groups), read)
        values, draft_id = new_values(terminal, journal, it)
    if not values:
        return 0
    terminal.save(lambda: groups.write_role_card(values, draft_id))
    return terminal.answer(_document(groups), [words.CARD_SAVED, *_in_lines(groups)], changed=True)


def _first_values(terminal: Terminal, journal: OpenJournal, groups: Groups) -> tuple[dict[str, object], str | None]:
    """What is given for a card that is not there yet: what is left out of two parts has words of its own."""
    if terminal.options.dash is not None:
        values = read_as_printed(_document(groups), ROLE_CARD_PARTS)
        if not values:
            raise BadInput(shell.EMPTY_CHANGE)
        return values, None
    if not terminal.can_ask():
        raise BadInput(shell.NEEDS_DASH)
    for line in (words.CARD_PREFILLED, *parts_in_lines("role_card", RoleCard(id="", **PREFILLED), ROLE_CARD_PARTS)):
        terminal.say_block(line)
    place: Place = new_thing("role_card")
    begun = Begun(journal, place)
    asked = ask_parts(terminal, "role_card", ROLE_CARD_PARTS, begun.keep)
    if not asked:
        terminal.say(shell.NOTHING_CHANGED)
    return asked, begun.id


def _document(groups: Groups) -> dict[str, Any]:
    card = groups.role_card() or RoleCard(id="")
    return {**values_of(card, ROLE_CARD_PARTS), _PRINTED_ONLY: list(groups.still_to_write())}


def _in_lines(groups: Groups) -> list[str]:
    card, blank = groups.role_card(), [label("role_card", name) for name in groups.still_to_write()]
    if card is None:
        return [words.CARD_EMPTY]
    still = [words.STILL_BLANK.format(parts=" ".join(blank))] if blank else []
    return [*parts_in_lines("role_card", card, ROLE_CARD_PARTS), NOT_URGENT, *still]

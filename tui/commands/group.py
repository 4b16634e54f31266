"""`cairn group`: the groups that a facilitator holds, in a home of their own.

There is no list of members: whoever shares a page now is in `group show`, and nobody else is anywhere.
"""

import asyncio
from argparse import Namespace
from datetime import datetime
from functools import partial
from typing import Any

from journal.domain.draft_kinds import Place
from journal.domain.groups import GROUP_AGREEMENT, GroupNote, PeerGroup
from journal.domain.parts import values_of
from journal.errors import BadInput
from journal.use_cases.open_journal import OpenJournal
from sync.carrying import check_place
from sync.consent.groups import Groups, OnItsWay, Received
from sync.pairing import Pairing
from tui.commands.as_printed import read_as_printed
from tui.commands.asking import Begun
from tui.commands.changing import Changing, new_values
from tui.commands.partner_meeting import carried, via_of
from tui.commands.standard_input import only_line
from tui.commands.terminal import Terminal, read_standard_input
from tui.wording import meeting_place, together
from tui.wording import summary_commands as words
from tui.wording.dates import short_day
from tui.wording.meeting_place import is_relay, via_told
from tui.wording.summary import PURPOSE, SOMEBODY
from tui.wording.summary_commands import group_in_line, invite_in_words, note_in_line, shared_page_in_line
from tui.wording.things import parts_in_lines

PURPOSE_ID = "agree_support"
"""What a page for a facilitator is for. Source: domain brief, section 3."""


def run(options: Namespace) -> int:
    """One deed on groups."""
    terminal = Terminal(options)
    with terminal.journal() as journal:
        return _DEEDS[options.deed](terminal, journal, Groups(journal))


def _create(terminal: Terminal, _journal: OpenJournal, groups: Groups) -> int:
    via = via_of(terminal)
    asyncio.run(check_place(via))
    name = terminal.options.alias
    if name is None:
        name = only_line(terminal.line(f"{words.GROUP_ASKED}"), words.NAME_IS_ONE_LINE)
    if not name.strip():
        raise BadInput(words.GROUP_NEEDS_NAME)
    group = terminal.save(lambda: groups.create(name, via))
    card = [] if groups.role_card() else [words.CARD_FIRST]
    return terminal.answer({"group": group.id}, [_line(group), words.GROUP_MADE, *card], changed=True)


def _list(terminal: Terminal, _journal: OpenJournal, groups: Groups) -> int:
    there = groups.all()
    document = {"groups": [_document(groups, group) for group in there]}
    return terminal.answer(document, [_line(group) for group in there] or [words.NO_GROUPS])


def _invite(terminal: Terminal, journal: OpenJournal, groups: Groups) -> int:
    group = groups.open_group(terminal.options.group)
    made = Pairing(journal).invite(
        group.via, my_name=None, called=group.name, group=group.name, hours=terminal.options.hours
    )
    twelve, place = " ".join(made.words), via_told(group.via)
    words_at = meeting_place.WORDS_AT if is_relay(group.via) else together.WORDS_AT
    document = {
        "partner": made.partner, "words": twelve, "via": place, "expires_at": made.expires_at, "group": group.id,
    }  # fmt: skip
    lines = [
        words_at.format(words=twelve, place=place),
        together.INVITED,
        together.ANSWER_UNTIL.format(until=made.expires_at),
        words.FOR_ONE_MEMBER.format(id=made.partner[:8]),
        *([] if groups.role_card() else [words.CARD_FIRST]),
    ]
    return carried(terminal, journal, made.partner, document, lines)


def _show(terminal: Terminal, _journal: OpenJournal, groups: Groups) -> int:
    group = groups.group(terminal.options.group)
    received = groups.summaries(group)
    document = {
        **_document(groups, group),
        "agreement": values_of(group, GROUP_AGREEMENT),
        "summaries": [received_document(each, group.id) for each in received],
    }
    pages = [received_in_line(each) for each in received] or [words.NO_PAGES]
    agreed = parts_in_lines("peer_group", group, GROUP_AGREEMENT) or [words.NOTHING_AGREED]
    closing = [] if group.closing_words is None else [group.closing_words]
    return terminal.answer(document, [group_in_line(group), *closing, "", *pages, "", *agreed])


def received_document(received: Received, group_id: str | None) -> dict[str, Any]:
    """One page that is shared now, by name: not its words, which are read one page at a time."""
    return {
        "partner": received.member,
        "name": received.name,
        "group": group_id,
        "purpose": PURPOSE_ID,
        "until": received.summary.until,
        "is_new": received.is_new,
    }


def received_in_line(received: Received) -> str:
    """The same for a person, with the start of its id."""
    return f"{received.member[:8]}  {shared_page_in_line(received, received.name or SOMEBODY, PURPOSE)}"


def list_whom_there_is(terminal: Terminal, journal: OpenJournal) -> int:
    """Whose pages are here, by name, and invites on their way: nobody else is in a facilitator's home."""
    groups = Groups(journal)
    ids = {group.name: group.id for group in groups.all()}
    received, invites = groups.summaries(), groups.on_their_way()
    document = {
        "partners": [
            *(
                {"partner": each.member, "alias": each.name, "state": "active", "group": ids.get(each.group or "")}
                for each in received
            ),
            *(
                {"partner": each.member, "alias": None, "state": each.state.value, "group": ids.get(each.group or "")}
                for each in invites
            ),
        ]
    }
    lines = [*map(received_in_line, received), *(invite_in_line(journal, each) for each in invites)]
    return terminal.answer(document, lines or [words.NO_PAGES])


def _agree(terminal: Terminal, journal: OpenJournal, groups: Groups) -> int:
    """What was agreed, one part after the other; without the dash a script is shown what there is."""
    group = groups.open_group(terminal.options.group)
    there = parts_in_lines("peer_group", group, GROUP_AGREEMENT)
    if terminal.options.dash is None and not terminal.can_ask():
        return terminal.answer(_agreement(group), there or [words.NOTHING_AGREED])
    read = partial(read_as_printed, _agreement(group), GROUP_AGREEMENT, {"agreement": GROUP_AGREEMENT})
    it = Changing("peer_group", group.id, GROUP_AGREEMENT, there, read)
    values, draft_id = new_values(terminal, journal, it)
    if not values:
        return 0
    agreed = terminal.save(lambda: groups.agree(group.id, values, draft_id))
    lines = [words.CHANGE_GOES, *parts_in_lines("peer_group", agreed, GROUP_AGREEMENT)]
    return terminal.answer(_agreement(agreed), lines, changed=True)


def _agreement(group: PeerGroup) -> dict[str, Any]:
    return {"group": group.id, "name": group.name, "agreement": values_of(group, GROUP_AGREEMENT)}


def _note(terminal: Terminal, journal: OpenJournal, groups: Groups) -> int:
    group = groups.open_group(terminal.options.group)
    begun = Begun(journal, Place("group_note", group.id))
    text = terminal.text(
        terminal.options.dash is not None,
        words.NOTE_ASKED,
        lambda so_far: begun.keep({"text": so_far} if so_far.strip() else {}),
    )
    note = terminal.save(lambda: groups.write_note(group.id, text, begun.id))
    return terminal.answer(_note_document(note), [together.ENCOURAGED], changed=True)


def _notes(terminal: Terminal, journal: OpenJournal, groups: Groups) -> int:
    notes = groups.notes(terminal.options.group)
    lines = [note_in_line(note, short_day(_local(journal, note.created_at)[:10])) for note in notes]
    return terminal.answer({"notes": [_note_document(note) for note in notes]}, lines or [words.NO_NOTES])


def _note_document(note: GroupNote) -> dict[str, Any]:
    return {"id": note.id, "group": note.group, "text": note.text, "at": note.created_at}


def _close(terminal: Terminal, _journal: OpenJournal, groups: Groups) -> int:
    """Told to everybody, with or without a name of who holds it next."""
    options = terminal.options
    group, told = groups.open_group(options.group), None
    if options.dash is not None:
        told = read_standard_input()
    elif terminal.can_ask():
        told = terminal.text(False, words.CLOSING_ASKED, may_skip=True)
    to = getattr(options, "to", None)
    if to is not None and not to.strip():
        raise BadInput(words.HOLDER_NEEDS_NAME)
    closing = terminal.save(lambda: groups.close(group.id, days=options.days, words=told, handed_to=to))
    return terminal.answer(_document(groups, closing), [words.CHANGE_GOES, _line(closing)], changed=True)


def _go_on(terminal: Terminal, _journal: OpenJournal, groups: Groups) -> int:
    group = terminal.save(lambda: groups.go_on(terminal.options.group))
    return terminal.answer(_document(groups, group), [words.CHANGE_GOES, _line(group)], changed=True)


def _invites(terminal: Terminal, journal: OpenJournal, groups: Groups) -> int:
    """Each by when it was made, since nobody has sent a name yet."""
    ids = {group.name: group.id for group in groups.all()}
    invites = groups.on_their_way()
    document = {
        "invites": [
            {**invite_document(each), "group": ids.get(each.group or ""), "begun_at": each.begun_at} for each in invites
        ]
    }
    return terminal.answer(document, [invite_in_line(journal, each) for each in invites] or [words.NO_INVITES])


def invite_document(invite: OnItsWay) -> dict[str, Any]:
    """An invite that is not finished."""
    return {"partner": invite.member, "state": invite.state.value}


def invite_in_line(journal: OpenJournal, invite: OnItsWay) -> str:
    """The same for a person, with the start of its id."""
    said = [invite_in_words(_local(journal, invite.begun_at)), *([invite.group] if invite.group else [])]
    return f"{invite.member[:8]}  {' · '.join([*said, together.PAIR_STATES[invite.state.value]])}"


def _local(journal: OpenJournal, at: str) -> str:
    """A UTC instant by the clock on the wall here."""
    return datetime.fromisoformat(at).astimezone(journal.clock.now().tzinfo).isoformat()


def _document(groups: Groups, group: PeerGroup) -> dict[str, Any]:
    return {
        "group": group.id,
        "name": group.name,
        "via": via_told(group.via),
        "closes_on": group.closes_on,
        "closing_words": group.closing_words,
        "handed_to": group.handed_to,
        "is_closed": groups.is_closed(group),
    }


def _line(group: PeerGroup) -> str:
    return f"{group.id[:8]}  {group_in_line(group)}"


_DEEDS = {
    "create": _create,
    "list": _list,
    "invite": _invite,
    "invites": _invites,
    "show": _show,
    "agree": _agree,
    "note": _note,
    "notes": _notes,
    "close": _close,
    "hand-over": _close,
    "go-on": _go_on,
}

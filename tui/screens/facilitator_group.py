"""Group: what a facilitator holds, what it agreed, notes to it, and invites on their way. Nobody in it is listed."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from journal.domain.groups import GROUP_AGREEMENT, PeerGroup
from tui.actions import deeds_of
from tui.language import _
from tui.modals.choose import Choose
from tui.screens.facilitator_asking import ask_groups
from tui.screens.facilitator_deeds import begin_group, begin_invite
from tui.screens.facilitator_group_forms import agreement_form, ask_note, closing_form, handing_form
from tui.screens.facilitator_invite import GroupCompare, GroupInvite
from tui.screens.hearing import bindings_of
from tui.screens.meeting_invite import local_time
from tui.screens.meeting_told import MeetNow
from tui.screens.sections import section_nav
from tui.screens.told import ToldScreen
from tui.store_thread import Desk
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.told_list import Told, ToldList, heading, told
from tui.wording import facilitating as words
from tui.wording import meeting, together
from tui.wording.dates import day_in_words, short_day
from tui.wording.meeting_place import place_told
from tui.wording.parts import label
from tui.wording.summary_commands import invite_in_words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


@dataclass(frozen=True, slots=True)
class Invite:
    """An invite that is not finished. It has no name."""

    member: str
    """The id under which it is kept."""
    begun_at: str
    """Local instant, ISO 8601."""
    state: str
    """The value of `State`."""


@dataclass(frozen=True, slots=True)
class Note:
    """A note to the group, with its local day."""

    id: str
    day: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OfAgreement:
    """A row of what the group agreed."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What the home holds for this section."""

    groups: Sequence[PeerGroup]
    group: PeerGroup | None
    """The one that is looked at."""
    usual_end: str = ""
    """The last day that a closing begins with, ISO 8601."""
    is_closed: bool = False
    invites: Sequence[Invite] = ()
    notes: Sequence[Note] = ()


class GroupScreen(ToldScreen[Holding]):
    """The section: one group at a time, and every deed of it on one key."""

    WHERE = "group"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("group"))

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, lambda journal: _holding(journal, None), self._all_told)
        self._chosen: str | None = None
        """The id of the group that is looked at; the first while none was chosen."""

    def compose(self) -> ComposeResult:
        yield section_nav("group")
        yield ToldList(id="list")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        holding = self._found
        new = ("G", _("new group"))
        if holding is None or holding.group is None or holding.is_closed:
            return [new, ("F1", _("help"))]
        opened = self._list.opened if self.query(ToldList) else None
        here = [("Enter", _("show")), ("X", _("take back"))] if isinstance(opened, Invite) else []
        goes_on = [("A", _("go on after all"))] if holding.group.closes_on else []
        first = [*here, ("N", _("note")), ("I", _("invite")), ("E", _("agreement")), ("F1", _("help")), *goes_on]
        return [*first, ("C", _("close")), ("H", _("hand over")), new]

    # Reading

    def _read(self) -> None:
        chosen = self._chosen
        asked = ask_groups(self._desk, lambda journal: _holding(journal, chosen))
        self.hear(asyncio.ensure_future(asked), self._show, self._not_there)

    # What there is to read

    def _all_told(self, holding: Holding, width: int) -> Sequence[Told]:
        group = holding.group
        if group is None:
            return told(keyed(self, words.NO_GROUP), width, "$text-muted")
        blocks = [self._several(holding, width), self._group(holding, group, width)]
        if not holding.is_closed:
            blocks.append(self._invites(holding, width))
        blocks += [self._agreed(group, width), self._notes(holding, width)]
        rows: list[Told] = []
        for block in filter(None, blocks):
            rows += [Told(), *block] if rows else block
        return rows

    def _several(self, holding: Holding, width: int) -> list[Told]:
        if len(holding.groups) == 1:
            return []
        rows = [heading(words.GROUPS)]
        for group in holding.groups:
            mark = words.CHOSEN if group is holding.group else words.NOT_CHOSEN
            rows += told(f"{mark} {group.name}", width, opens=group, key=group.id)
        return rows

    def _group(self, holding: Holding, group: PeerGroup, width: int) -> list[Told]:
        rows = [heading(group.name), *told(_meets_in(group), width, "$text-muted")]
        if holding.is_closed:
            rows += told(words.HAS_CLOSED, width)
        elif group.closes_on is not None:
            says = words.HANDED_AFTER if group.handed_to else words.CLOSES_AFTER
            day = day_in_words(group.closes_on)
            # Its key first: a name may hold anything.
            rows += told(keyed(self, says).format(name=group.handed_to, day=day), width)
        if group.closing_words and group.closes_on is not None:
            rows += told(group.closing_words, width, indent=2)
        return rows

    def _invites(self, holding: Holding, width: int) -> list[Told]:
        rows = [heading(words.INVITES)]
        for invite in holding.invites:
            state = together.PAIR_STATES[invite.state]
            said = words.INVITE_ROW.format(invite=invite_in_words(invite.begun_at), state=state)
            rows += told(said, width, opens=invite, key=invite.member)
        says = words.INVITE_TAKES if holding.invites else words.INVITES_EMPTY
        return [*rows, *told(keyed(self, says), width, "$text-muted")]

    def _agreed(self, group: PeerGroup, width: int) -> list[Told]:
        rows = [heading(words.AGREED)]
        for part in GROUP_AGREEMENT:
            if text := getattr(group, part.name):
                rows += told(label("peer_group", part.name), width, "$text-muted")
                rows += told(text, width, opens=OfAgreement(), key=part.name, indent=2)
        return rows if len(rows) > 1 else [*rows, *told(keyed(self, words.AGREED_EMPTY), width, "$text-muted")]

    def _notes(self, holding: Holding, width: int) -> list[Told]:
        rows = [heading(words.NOTES)]
        for note in holding.notes:
            rows += told(note.day, width, "$text-muted")
            rows += told(note.text, width, opens=note, key=note.id, indent=2)
        return rows if holding.notes else [*rows, *told(keyed(self, words.NOTES_EMPTY), width, "$text-muted")]

    # Opening

    def _open(self, what: object) -> None:
        """A group is looked at; an invite is shown; the agreement is changed; after a note comes another."""
        if isinstance(what, PeerGroup):
            self._look_at(what)
        elif isinstance(what, Invite):
            self._show_invite(what)
        elif isinstance(what, OfAgreement):
            self.action_agree()
        elif isinstance(what, Note):
            self.action_note()

    def _look_at(self, group: PeerGroup) -> None:
        self._chosen = group.id
        self._say("")
        self._read()

    def _with_group(self, deed: Callable[[PeerGroup], object]) -> None:
        """Do it with the group that is looked at; where there is none, or it has closed, say so."""
        holding = self._found
        if holding is None:
            return
        if holding.group is None:
            self._say(keyed(self, words.FIRST_A_GROUP.replace("{group_key}", "{new_group}")))
        elif holding.is_closed:
            self._say(words.CLOSED_FOR_GOOD)
        else:
            deed(holding.group)

    # Words to everybody in it

    def action_note(self) -> None:
        self._with_group(lambda group: ask_note(self, self._desk, group, lambda: self._goes(words.NOTE_SAVED)))

    def action_agree(self) -> None:
        self._with_group(lambda group: self.app.push_screen(agreement_form(self._desk, group, self._told_to_all)))

    def action_close(self) -> None:
        self._with_group(
            lambda group: self.app.push_screen(closing_form(self._desk, group, self._usual, self._told_to_all))
        )

    def action_hand_over(self) -> None:
        self._with_group(
            lambda group: self.app.push_screen(handing_form(self._desk, group, self._usual, self._told_to_all))
        )

    def _told_to_all(self, _group: PeerGroup) -> None:
        self.post_message(MeetNow())

    @property
    def _usual(self) -> str:
        return self._found.usual_end if self._found is not None else ""

    def action_go_on(self) -> None:
        def go_on(group: PeerGroup) -> None:
            if group.closes_on is None:
                self._say(words.NOTHING_TO_GO_ON)
                return
            self.hear(self._desk.ask(lambda journal: _go_on(journal, group.id)), lambda _: self._goes(words.GOES_ON))

        self._with_group(go_on)

    # Groups and invites

    def action_new_group(self) -> None:
        begin_group(self, self._desk, self._look_at)

    def action_invite(self) -> None:
        self._with_group(lambda group: begin_invite(self, self._desk, [group]))

    def action_compare(self) -> None:
        """Of the invite at the bar, or the one there is."""
        if (invite := self._invite) is not None:
            self._show_invite(invite)
        else:
            self._say(words.NO_INVITE_HERE)

    @property
    def _invite(self) -> Invite | None:
        opened = self._list.opened
        if isinstance(opened, Invite):
            return opened
        there = self._found.invites if self._found is not None else ()
        return there[0] if len(there) == 1 else None

    def _show_invite(self, invite: Invite) -> None:
        """Its words, while nobody has answered; then the four to compare."""
        group = self._found.group if self._found is not None else None
        if invite.state == "meeting" and group is not None:
            self.app.push_screen(GroupInvite(self._desk, group, invite.member))
        else:
            self.app.push_screen(GroupCompare(self._desk, invite.member))

    def action_take_back(self) -> None:
        invite = self._invite
        if invite is None:
            self._say(words.NO_INVITE_HERE)
            return
        options = (meeting.TAKE_IT_BACK, meeting.LEAVE_IT)
        question = Choose(words.TAKE_BACK, options, lines=meeting.TAKING_BACK_SAYS)
        self.app.push_screen(question, lambda at: self._take_back(invite.member) if at == 0 else None)

    def _take_back(self, member: str) -> None:
        asked = self._desk.ask(lambda journal: _take_back(journal, member))
        self.hear(asked, lambda _: self._goes(meeting.TAKEN_BACK))


def _meets_in(group: PeerGroup) -> str:
    return words.MEETS_IN.format(place=place_told(group.via))


def _holding(journal: "OpenJournal", chosen: str | None) -> Holding:
    from sync.consent.groups import NOTICE_DAYS, Groups

    groups = Groups(journal)
    there = groups.all()
    open_first = sorted(there, key=groups.is_closed)
    group = next((each for each in there if each.id == chosen), open_first[0] if open_first else None)
    if group is None:
        return Holding((), None)
    notes = [
        Note(each.id, short_day(local_time(journal, each.created_at)[:10]), each.text)
        for each in groups.notes(group.id)
    ]
    invites = [
        Invite(each.member, local_time(journal, each.begun_at), each.state.value) for each in groups.on_their_way(group)
    ]
    usual = (date.fromisoformat(journal.moment().for_date) + timedelta(NOTICE_DAYS)).isoformat()
    return Holding(there, group, usual, groups.is_closed(group), invites, notes)


def _go_on(journal: "OpenJournal", group_id: str) -> None:
    from sync.consent.groups import Groups

    Groups(journal).go_on(group_id)


def _take_back(journal: "OpenJournal", member: str) -> None:
    from sync.pairing import Pairing

    Pairing(journal).end_if_open(member)

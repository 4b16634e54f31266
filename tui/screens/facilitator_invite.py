"""An invite to a group: how long it lasts, then twelve words; and the four words of whoever has answered."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from journal.domain.groups import PeerGroup
from journal.errors import CairnError
from tui.language import hint_of, sentence_of
from tui.screens.meeting_compare import MeetingCompare
from tui.screens.meeting_invite import MeetingInvite, local_time
from tui.screens.meeting_told import load_what_meets
from tui.screens.meeting_words import WordsShown
from tui.store_thread import Desk
from tui.widgets.choice import OneOf
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.wording import facilitating as words
from tui.wording import meeting

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from sync.pairing import Invited
    from sync.records.pairs import Pair


class GroupInvite(MeetingInvite):
    """Takes the home, the group, and an invite that was made before, whose words are shown again.

    The place is the group's, and the name that the other sees is the one of the role card: nothing is asked but how
    long it lasts.
    """

    SAID_WHEN_OVER: ClassVar[str] = words.INVITE_OVER

    def __init__(self, desk: Desk, group: PeerGroup, partner_id: str | None = None) -> None:
        super().__init__(desk, partner_id, words.INVITE_TO.format(group=group.name), group.via)
        self._group = group

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column", can_focus=False):
            yield Static(as_content(self._heading), id="head", classes="heading")
            with Vertical(id="asked"):
                yield Static(words.WHAT_AN_INVITE_IS, classes="muted", markup=False)
                yield Static("", id="no-card", classes="muted", markup=False)
                yield Static(meeting.HOW_LONG, classes="part", markup=False)
                yield OneOf([said for _hours, said in meeting.LASTING], 0, id="lasting")
            with Vertical(id="made"):
                yield WordsShown("", id="words")
                yield Static(meeting.SAY_THEM, id="say", markup=False)
                yield Static("", id="where")
                yield Static("", id="until", classes="muted")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def on_mount(self, event: events.Mount | None = None) -> None:
        # What an invite of a partner asks besides is not asked here.
        if event is not None:
            event.prevent_default()
        self.query_one("#made").display = False
        self.query_one("#no-card").display = False
        self._say("")
        if self._partner_id is not None:
            self._read_again(self._partner_id)
        self.hear(self._desk.ask(_has_limits), self._show_card)
        self.query_one("#lasting").focus()

    def _show_card(self, has_limits: bool) -> None:
        line = self.query_one("#no-card", Static)
        line.update(words.NO_CARD_YET)
        line.display = not has_limits

    def action_onwards(self) -> None:
        if self._made is not None:
            self._compare()
        elif isinstance(self.focused, OneOf):
            self.focused.action_choose()

    def action_make(self) -> None:
        """With the time that is chosen."""
        if self._making or self._made is not None:
            return
        lasting = self.query_one(OneOf)
        hours = meeting.LASTING[lasting.chosen or 0][0]
        self._making = True
        self._say(meeting.MAKING)
        self.hear(asyncio.ensure_future(self._invite_member(hours)), self._show, self._refused)

    async def _invite_member(self, hours: int) -> "tuple[Invited, str]":
        """Touches no widget."""
        await asyncio.to_thread(load_what_meets)
        group = self._group.id
        return await self._desk.ask(lambda journal: _invite(journal, group, hours))

    def _refused(self, problem: CairnError) -> None:
        self._making = False
        self._say(" ".join(part for part in (sentence_of(problem), hint_of(problem)) if part))
        self.query_one("#lasting").focus()

    def _compare(self) -> None:
        if self._answered and self._partner_id is not None:
            partner_id = self._partner_id
            self.dismiss()
            self.app.push_screen(GroupCompare(self._desk, partner_id))

    def action_back(self) -> None:
        self.dismiss()


class GroupCompare(MeetingCompare):
    """The four words with somebody whose name is not known."""

    SAID_TO_MATCH: ClassVar[str] = words.MATCHED

    def _show(self, found: "tuple[str, Pair | None]") -> None:
        super()._show((words.WHO_JOINS, found[1]))


def _has_limits(journal: "OpenJournal") -> bool:
    from sync.consent.groups import Groups

    card = Groups(journal).role_card()
    return card is not None and bool(card.limits_of_confidentiality)


def _invite(journal: "OpenJournal", group_id: str, hours: int) -> "tuple[Invited, str]":
    from sync.consent.groups import Groups
    from sync.pairing import Pairing

    group = Groups(journal).open_group(group_id)
    made = Pairing(journal).invite(group.via, my_name=None, called=group.name, group=group.name, hours=hours)
    return made, local_time(journal, made.expires_at)

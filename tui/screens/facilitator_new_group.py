"""A new group: its name is here already; the place where the facilitator and the members meet is asked."""

import asyncio
from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static

from journal.domain.groups import PeerGroup
from journal.errors import BadInput, CairnError
from journal.use_cases.open_journal import OpenJournal
from tui.actions import deeds_of
from tui.language import _, hint_of, sentence_of
from tui.screens.facilitator_asking import let_draft_go
from tui.screens.hearing import bindings_of
from tui.screens.meeting_place import AsksPlace
from tui.screens.meeting_told import load_what_meets
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.path_field import PathField
from tui.wording import facilitating as words
from tui.wording import meeting


class NewGroup(AsksPlace):
    """Makes the group, and says so.

    Args:
        desk: the facilitator's home.
        name: of the group.
        draft_id: of the draft that the name is in.
        made: called with the group when it is there.
    """

    WHERE = "new-group"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("new-group"))

    def __init__(self, desk: Desk, name: str, draft_id: str, made: Callable[[PeerGroup], object]) -> None:
        super().__init__()
        self._desk = desk
        self._via = ""
        self._name_typed = name
        self._draft_id = draft_id
        self._then = made
        self._making = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column", can_focus=False):
            yield Static(words.NEW_GROUP, classes="heading", markup=False)
            yield Static(as_content(self._name_typed), id="called")
            yield Static(words.WHERE_WE_MEET, classes="part", markup=False)
            yield PathField(placeholder=meeting.FOLDER_HINT, id="place")
            yield Static(words.ABOUT_PLACE, classes="muted", markup=False)
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Ctrl+S", _("make it")), ("Esc", _("back"))]

    def on_mount(self) -> None:
        self._say("")
        self.put_place()
        self.query_one("#place").focus()

    @on(Input.Submitted)
    def submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_make()

    def action_make(self) -> None:
        """When the field has taken every letter that was typed before."""
        self.after_typing(self._make)

    def _make(self) -> None:
        if self._making:
            return
        try:
            via = self.place_typed()
        except BadInput as problem:
            self._say(sentence_of(problem))
            return
        self._making = True
        self._say(meeting.MAKING)
        self.hear(asyncio.ensure_future(self._create(via)), self._made, self._refused)

    async def _create(self, via: str) -> PeerGroup:
        """Touches no widget."""
        await asyncio.to_thread(load_what_meets)
        await self.reach_first(via, words.NO_PLACE)
        name, draft_id = self._name_typed, self._draft_id
        return await self._desk.ask(lambda journal: _create(journal, name, via, draft_id))

    def _made(self, group: PeerGroup) -> None:
        self.app.notify(words.GROUP_MADE, markup=False)
        self.announce_change()
        self.dismiss()
        self.app.call_later(self._then, group)

    def _refused(self, problem: CairnError) -> None:
        self._making = False
        self._say(" ".join(part for part in (sentence_of(problem), hint_of(problem)) if part))
        self.query_one("#place").focus()

    def _say(self, sentence: str) -> None:
        said = self.query_one("#said", Static)
        said.update(as_content(sentence))
        said.display = bool(sentence)


def _create(journal: OpenJournal, name: str, via: str, draft_id: str) -> PeerGroup:
    from sync.consent.groups import Groups

    group = Groups(journal).create(name, via)
    let_draft_go(journal, draft_id)
    return group

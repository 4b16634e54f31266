"""Joining with twelve words: first what they are an invite to, then, with one more key, the joining."""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from journal.errors import BadInput, CairnError
from tui.actions import deeds_of
from tui.language import _, hint_of, sentence_of
from tui.screens.hearing import bindings_of
from tui.screens.meeting_invite import local_time
from tui.screens.meeting_place import AsksPlace
from tui.screens.meeting_told import MeetNow, load_what_meets
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.one_line import OneLine
from tui.widgets.path_field import PathField
from tui.widgets.secret import Secret
from tui.wording import meeting as words
from tui.wording import my_page, summary, together
from tui.wording.meeting_place import is_relay, place_told

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from sync.carrying import Found

RECOVERY_WORDS = "recovery-words"
"""The code of the refusal of as many words as recovery words have."""
_RECOVERY_WORDS = 15
FACILITATOR = "facilitator"
"""As `sync.records.pairs` has it: the kind of an invite."""


class MeetingJoin(AsksPlace):
    """Nothing is joined before the kind of the invite and the place were seen.

    Args:
        desk: the journal.
        then: called with the partner's id, when this has gone.
        partner_id: somebody who is there by name, or is to be met again; nobody: a new partner.
        heading: what stands on top.
        via: the place of the last time, if any.
        my_name: what stands where the name is asked for.
    """

    WHERE = "meeting-join"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("meeting-join"))

    def __init__(
        self,
        desk: Desk,
        then: Callable[[str], object],
        partner_id: str | None = None,
        heading: str = words.JOIN,
        via: str = "",
        my_name: str = "",
    ) -> None:
        super().__init__()
        self._desk = desk
        self._then = then
        self._partner_id = partner_id
        self._heading = heading
        self._via = via
        self._my_name = my_name
        self._found: Found | None = None
        self._busy = False
        self._begun = False
        """Whether what the invite says has been on the screen."""
        self._reads_on = False
        """Whether the name is not in sight yet, below what the invite says."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column", can_focus=False):
            yield Static(as_content(self._heading), id="head", classes="heading")
            with Vertical(id="asked"):
                yield Static(words.SAME_FOLDER, classes="part", markup=False)
                yield PathField(placeholder=words.FOLDER_HINT, id="place")
                yield Static(words.THE_TWELVE, classes="part", markup=False)
                yield Secret(id="twelve")
                yield Static(words.TYPE_THEM, classes="muted", markup=False)
                if self._partner_id is None:
                    yield Static(words.MET_BEFORE, classes="muted", markup=False)
            with Vertical(id="found"):
                yield Static("", id="says", classes="part")
                yield Static(my_page.WHAT_A_FACILITATOR_SEES, id="holds-group", markup=False)
                yield Static(words.WHICH_NAME, classes="part", markup=False)
                yield OneLine(id="name")
                yield Static("", id="about-name", classes="muted", markup=False)
                yield Static(words.JOINED_BY_ENTER, classes="part", markup=False)
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        onwards = _("read on") if self._reads_on else _("join")
        return [("Enter", _("look") if self._found is None else onwards), ("Esc", _("leave it"))]

    def on_mount(self) -> None:
        self.query_one("#found").display = False
        self.put_place()
        # Shown while they are typed: twelve words in dots are not to be got right.
        self.query_one(Secret).password = False
        self.query_one("#name", Input).value = self._my_name
        self.query_one(Secret if self._via else "#place").focus()
        column = self.query_one("#column")
        # Whether the name is in sight can be told when what was found has its place on the screen.
        self.watch(column, "virtual_size", self._laid_out, init=False)
        self.watch(column, "scroll_y", self.on_resize, init=False)

    def on_resize(self) -> None:
        self.call_after_refresh(self._look_for_name)

    def action_onwards(self) -> None:
        """From the place to the words at once, so that what is typed fast after Enter goes where Enter led."""
        self._begin_to_read()
        if self._reads_on:
            self.query_one("#column", VerticalScroll).scroll_page_down(animate=False, force=True)
            self.call_after_refresh(self._look_for_name)
        elif self._found is not None:
            self.after_typing(self._join)
        elif self.focused is self.query_one("#place") and not self.query_one(Secret).value.strip():
            self._say("")
            # A widget's own `focus` waits for its turn; this is done when it returns.
            self.set_focus(self.query_one(Secret))
        else:
            place = self.query_one("#place")
            place.call_later(lambda: self.query_one(Secret).call_later(self._begin_to_look))

    # Looking

    def _begin_to_look(self) -> None:
        """What was typed stays until the invite is there, so that a slip can be put right."""
        typed = self.query_one(Secret).value
        if self._busy or self._found is not None:
            return
        if not typed.strip():
            self._say(words.NEEDS_TWELVE)
            return
        try:
            # Recovery words are refused before any place is: they shall not wait on the screen for one.
            via = "" if len(typed.split()) == _RECOVERY_WORDS else self.place_typed()
        except BadInput as problem:
            self._say(sentence_of(problem))
            self.query_one("#place").focus()
            return
        self._busy = True
        self._say(words.LOOKING)
        self.hear(asyncio.ensure_future(self._look(typed, via)), self._show, self._refused)

    async def _look(self, typed: str, via: str) -> "tuple[Found, str]":
        """Touches no widget."""
        await asyncio.to_thread(load_what_meets)
        from sync.carrying import find_invite
        from sync.pairing import Pairing

        await self.see_first(via)
        pairing = await self._desk.ask(Pairing)
        found = await find_invite(pairing, typed, via)
        return found, await self._desk.ask(lambda journal: local_time(journal, found.invitation.exp))

    def _show(self, answer: "tuple[Found, str]") -> None:
        found, until = answer
        self._busy = False
        self.query_one(Secret).take()
        invite = found.invitation
        says = together.invite_says(
            invite.kind, invite.group, place_told(found.via), words.moment(until), at_relay=is_relay(found.via)
        )
        self._found = found
        self._say("")
        self.query_one("#asked").display = False
        self.query_one("#found").display = True
        self.query_one("#says", Static).update(as_content(says))
        is_of_facilitator = invite.kind == FACILITATOR
        self.query_one("#holds-group").display = is_of_facilitator
        self.query_one("#about-name", Static).update(my_page.ABOUT_NAME if is_of_facilitator else words.ABOUT_NAME)
        self.set_focus(self.query_one("#name"), scroll_visible=False)
        self.say_keys()

    # From what it says to the name

    def _laid_out(self) -> None:
        self.call_after_refresh(self._begin_to_read)

    def _begin_to_read(self) -> None:
        """Nobody types into a field that is out of sight, and what the invite says is not passed over for it."""
        column = self.query_one("#column", VerticalScroll)
        if self._found is None or self._begun:
            return
        self._begun = True
        if not column.can_view_entire(self.query_one("#name")):
            self._reads_on = True
            column.can_focus = True
            self.set_focus(column, scroll_visible=False)
            column.scroll_home(animate=False)
            self.say_keys()

    def _look_for_name(self) -> None:
        column, name = self.query_one("#column", VerticalScroll), self.query_one("#name")
        is_at_end = column.scroll_offset.y >= column.max_scroll_y
        if self._reads_on and (is_at_end or name.has_focus or column.can_view_entire(name)):
            self._reads_on = False
            self.set_focus(name)
            column.can_focus = False
            self.say_keys()

    # Joining

    def _join(self) -> None:
        if self._busy or (found := self._found) is None:
            return
        name, partner_id = " ".join(self.query_one("#name", Input).value.split()), self._partner_id
        self._busy = True
        self._say(words.MAKING)
        self.hear(self._desk.ask(lambda journal: _join(journal, found, name, partner_id)), self._joined, self._refused)

    def _joined(self, partner_id: str) -> None:
        self.app.notify(together.JOINED, markup=False)
        self.post_message(MeetNow())
        self.announce_change()
        self.dismiss()
        self.app.call_later(self._then, partner_id)

    def _refused(self, problem: CairnError) -> None:
        self._busy = False
        if problem.code == RECOVERY_WORDS:
            # They open the journal: they shall not stand here for whoever looks on.
            self.query_one(Secret).take()
        self._say(" ".join(part for part in (sentence_of(problem), hint_of(problem)) if part))

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(as_content(sentence))


def _join(journal: "OpenJournal", found: "Found", name: str, partner_id: str | None) -> str:
    from sync.pairing import Pairing

    called = summary.FACILITATOR if found.invitation.kind == FACILITATOR else together.CALLED
    return Pairing(journal).join(
        found.code, found.first, found.via, my_name=name or None, called=called, partner=partner_id
    )

"""Inviting a partner: a folder, a name and how long, then twelve words to be said or given on paper."""

import asyncio
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Static

from journal.errors import BadInput, CairnError
from tui.actions import deeds_of
from tui.language import _, hint_of, sentence_of
from tui.screens.hearing import bindings_of
from tui.screens.meeting_compare import MeetingCompare
from tui.screens.meeting_place import AsksPlace
from tui.screens.meeting_told import MeetNow, load_what_meets
from tui.screens.meeting_words import WordsShown, as_picture, fits_in, in_columns
from tui.store_thread import Desk
from tui.widgets.choice import OneOf
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.one_line import OneLine
from tui.widgets.path_field import PathField
from tui.wording import meeting as words
from tui.wording import together
from tui.wording.meeting_place import as_they_type

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from sync.pairing import Invited

AIRY_ROWS = 20
"""From this height on a blank row stands between the words."""
ANSWERED = ("to_compare", "matched", "active")
OVER = ("broken", "ending", "ended")


class MeetingInvite(AsksPlace):
    """Asks for what an invite needs, and shows its words until somebody has answered.

    Args:
        desk: the journal.
        partner_id: somebody who is there by name, or is to be met again; nobody: a new partner.
        heading: what stands on top.
        via: the place of the last time, if any.
    """

    WHERE = "meeting-invite"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("meeting-invite"))
    SAID_WHEN_OVER: ClassVar[str] = words.WORDS_OVER
    """Of words that are to be said to nobody any more; it may name keys."""

    def __init__(
        self, desk: Desk, partner_id: str | None = None, heading: str = words.INVITE, via: str = "", my_name: str = ""
    ) -> None:
        super().__init__()
        self._desk = desk
        self._partner_id = partner_id
        self._heading = heading
        self._via = via
        self._my_name = my_name
        self._made: Invited | None = None
        self._until = ""
        self._making = False
        self._answered = False
        self._as_picture = False

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column", can_focus=False):
            yield Static(as_content(self._heading), id="head", classes="heading")
            with Vertical(id="asked"):
                yield Static(words.WHAT_INVITING_IS, classes="muted", markup=False)
                yield Static(words.WHICH_FOLDER, classes="part", markup=False)
                yield PathField(placeholder=words.FOLDER_HINT, id="place")
                yield Static(words.ABOUT_FOLDER, classes="muted", markup=False)
                yield Static(words.WHICH_NAME, classes="part", markup=False)
                yield OneLine(id="name")
                yield Static(words.ABOUT_NAME, classes="muted", markup=False)
                yield Static(words.HOW_LONG, classes="part", markup=False)
                yield OneOf([said for _hours, said in words.LASTING], 0, id="lasting")
            with Vertical(id="made"):
                yield WordsShown("", id="words")
                yield Static(words.SAY_THEM, id="say", markup=False)
                yield Static("", id="where")
                yield Static("", id="until", classes="muted")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        if self._made is None and self.query("#asked") and not self.query_one("#asked").display:
            # Nothing is asked, so nothing can be made.
            return [("Esc", _("back"))]
        if self._made is None:
            return [("Ctrl+S", _("make the words")), ("Esc", _("back")), ("Tab", _("next"))]
        after = [("Enter", _("compare"))] if self._answered else []
        return [*after, ("Esc", _("back")), ("V", _("as words") if self._as_picture else _("as a picture"))]

    def on_mount(self) -> None:
        self.query_one("#made").display = False
        self.put_place()
        self.query_one("#name", Input).value = self._my_name
        if self._partner_id is not None:
            self._read_again(self._partner_id)
        self.query_one("#place").focus()

    # Asking

    def action_onwards(self) -> None:
        """From one field to the next at once, so that what is typed fast after Enter goes where Enter led."""
        if self._made is not None:
            self._compare()
        elif self.focused is self.query_one("#place"):
            # A widget's own `focus` waits for its turn; this is done when it returns.
            self.set_focus(self.query_one("#name"))
        elif self.focused is self.query_one("#name"):
            self.set_focus(self.query_one("#lasting"))
        elif isinstance(self.focused, OneOf):
            self.focused.action_choose()

    @on(OneOf.Chosen)
    def chosen(self, event: OneOf.Chosen) -> None:
        event.stop()
        self.action_make()

    def action_make(self) -> None:
        """When both fields have taken every letter that was typed before."""
        name = self.query_one("#name")
        self.query_one("#place").call_later(lambda: name.call_later(self._make))

    def _make(self) -> None:
        if self._making or self._made is not None:
            return
        try:
            via = self.place_typed()
        except BadInput as problem:
            self._say(sentence_of(problem))
            self.query_one("#place").focus()
            return
        name = " ".join(self.query_one("#name", Input).value.split())
        hours = words.LASTING[self.query_one(OneOf).chosen or 0][0]
        self._making = True
        self._say(words.MAKING)
        self.hear(asyncio.ensure_future(self._invite(via, name, hours)), self._show, self._refused)

    async def _invite(self, via: str, name: str, hours: int) -> "tuple[Invited, str]":
        """Touches no widget."""
        await asyncio.to_thread(load_what_meets)
        await self.reach_first(via, words.NO_FOLDER)
        partner_id = self._partner_id
        return await self._desk.ask(lambda journal: _invite(journal, partner_id, via, name, hours))

    def _refused(self, problem: CairnError) -> None:
        self._making = False
        self._say(" ".join(part for part in (sentence_of(problem), hint_of(problem)) if part))
        self.query_one("#place").focus()

    # What was made

    def _read_again(self, partner_id: str) -> None:
        """The words of an invite that nobody has answered are shown again."""
        self.hear(asyncio.ensure_future(self._look(partner_id)), self._show_again)

    async def _look(self, partner_id: str) -> "tuple[tuple[Invited, str] | None, str]":
        await asyncio.to_thread(load_what_meets)
        return await self._desk.ask(lambda journal: _standing(journal, partner_id))

    def _show_again(self, found: "tuple[tuple[Invited, str] | None, str]") -> None:
        invited, state = found
        if invited is not None and self._made is None:
            self._show(invited)
        elif self._made is None and state == "meeting":
            # Answered already, or it is their invite: there is nothing to make.
            self.query_one("#asked").display = False
            self._making = True
            self._say(words.NEXT_JOINED)
            self.say_keys()
        if self._made is not None and state in OVER:
            # They are to be said to nobody any more.
            self._made, self._making = None, True
            self.query_one("#head", Static).update(as_content(self._heading))
            self.query_one("#made").display = False
            self._say(keyed(self, self.SAID_WHEN_OVER))
            self.say_keys()
        if self._made is not None and not self._answered and state in ANSWERED:
            self._answered = True
            self._say(words.ANSWERED)
            self.say_keys()

    def _show(self, made: "tuple[Invited, str]") -> None:
        first = self._made is None and self._making
        self._made, self._until = made
        self._partner_id = self._made.partner
        self._making = False
        self._say("")
        self.query_one("#asked").display = False
        self.query_one("#made").display = True
        self.query_one("#head", Static).update(as_content(words.TWELVE_WORDS))
        place = as_they_type(self._made.via)
        self.query_one("#where", Static).update(as_content(words.THEY_ALSO_NEED.format(place=place)))
        self.query_one("#until", Static).update(together.ANSWER_UNTIL.format(until=words.moment(self._until)))
        self._draw()
        column = self.query_one("#column")
        column.can_focus = True
        column.focus()
        column.scroll_home(animate=False)
        self.say_keys()
        if first:
            self.post_message(MeetNow())
            self.announce_change()

    def on_resize(self) -> None:
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        if self._made is None:
            return
        shown, room = self.query_one("#words", Static), self.query_one("#column").scrollable_content_region
        picture = as_picture(self._made.words) if self._as_picture else None
        if picture is None:
            shown.update(in_columns(self._made.words, room.width, airy=self.size.height >= AIRY_ROWS))
        else:
            # No camera reads half of it.
            fits = fits_in(picture, room.width, room.height - shown.styles.margin.height)
            shown.update(picture if fits else words.PICTURE_NEEDS_ROOM)
        for name in ("#say", "#where", "#until", "#head"):
            self.query_one(name).display = picture is None
        if self._as_picture and picture is None:
            self._as_picture = False
            self._say(words.NO_PICTURE)

    def action_picture(self) -> None:
        """The words as a camera reads them, and back."""
        if self._made is not None:
            self._as_picture = not self._as_picture
            self._say("")
            self.call_after_refresh(self._draw)
            self.say_keys()

    def _compare(self) -> None:
        """On to the four words, once there are some."""
        if self._answered and self._partner_id is not None:
            partner_id = self._partner_id
            self.dismiss()
            self.app.push_screen(MeetingCompare(self._desk, partner_id))

    def journal_changed(self) -> None:
        if self._made is not None:
            self._read_again(self._made.partner)

    def _say(self, sentence: str) -> None:
        said = self.query_one("#said", Static)
        said.update(as_content(sentence))
        said.display = bool(sentence)


def _invite(journal: "OpenJournal", partner_id: str | None, via: str, name: str, hours: int) -> "tuple[Invited, str]":
    from sync.pairing import Pairing

    made = Pairing(journal).invite(via, my_name=name or None, called=together.CALLED, partner=partner_id, hours=hours)
    return made, local_time(journal, made.expires_at)


def _standing(journal: "OpenJournal", partner_id: str) -> "tuple[tuple[Invited, str] | None, str]":
    """The invite nobody has answered, with its local end, and how one stands by now."""
    from sync.pairing import Pairing
    from tui.screens.meeting_told import pairs_of

    invited = Pairing(journal).invited(partner_id)
    pair = pairs_of(journal).get(partner_id)
    state = "" if pair is None else pair.state.value
    return (None if invited is None else (invited, local_time(journal, invited.expires_at))), state


def local_time(journal: "OpenJournal", instant: str) -> str:
    """A UTC instant on the person's own clock, ISO 8601."""
    from datetime import datetime
    from zoneinfo import ZoneInfo

    return datetime.fromisoformat(instant).astimezone(ZoneInfo(journal.clock.zone())).isoformat()

"""A facilitator in Peers: what they say of themselves, the group, and how one's own page for them stands."""

import asyncio
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from journal.domain.shelves import AGREEMENT
from tui.actions import deeds_of
from tui.language import _
from tui.screens.deleting import erase
from tui.screens.hearing import bindings_of
from tui.screens.meeting_told import ask_about_pairs
from tui.screens.meeting_with import CONNECTED, MeetingWith
from tui.screens.my_page import MyPage, page_stands
from tui.screens.my_page_reading import Facilitating, facilitating, letter_head
from tui.screens.my_page_words import FacilitatorWords
from tui.screens.one_thing import EraseWanted, OneThing
from tui.screens.partner_forms import details_form
from tui.screens.session_after import after_session
from tui.screens.session_before import before_session
from tui.screens.session_next import NextAsking
from tui.screens.session_whom import with_partner
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import Keyed, keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.labelled import labelled
from tui.wording import my_page as words
from tui.wording import peers
from tui.wording.dates import short_day
from tui.wording.parts import label
from tui.wording.summary import WHO_THIS_IS, card_in_lines
from tui.wording.together import PAIR_STATES


class FacilitatorScreen(OneThing, NextAsking):
    """One facilitator's page. Nothing goes to them from here but what is looked at and said yes to."""

    WHERE = "facilitator"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("facilitator"))

    def __init__(self, desk: Desk, partner_id: str) -> None:
        super().__init__(desk)
        self._partner_id = partner_id
        self._found: Facilitating | None = None
        self._with: MeetingWith | None = None

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static("", id="head", classes="heading")
            yield Static("", id="standing", classes="muted")
            yield Keyed("", id="pair-next", classes="muted")
            yield Static("", id="closing", classes="part")
            yield Static("", id="page", classes="part")
            yield Keyed("", id="opens-page", classes="muted")
            yield Static("", id="card-head", classes="heading part")
            yield Static("", id="card")
            yield Static(words.GROUP_AGREED, id="agreed-head", classes="heading part", markup=False)
            yield Static("", id="agreed")
            yield Static(words.WORDS, id="letters-head", classes="heading part", markup=False)
            yield Static("", id="letters")
            yield Static("", id="pair", classes="muted part")
            yield Keyed(words.ENDS_IT, id="ends-it", classes="muted")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        state = self._with.state if self._with is not None else "active"
        meeting = {"to_compare": [("O", _("four words"))], "active": [("P", _("my page"))]}.get(state, [])
        words_here = [("M", _("notes"))] if state in CONNECTED else [("T", _("join"))]
        return [*meeting, ("Esc", _("back")), *words_here, ("F1", _("help")), ("↑↓", _("scroll"))]

    def on_mount(self) -> None:
        for line in self.query("#column > Static").results(Static):
            line.display = False
        self.query_one("#column").focus()
        self._read()

    # Reading

    def _read(self) -> None:
        partner_id = self._partner_id
        asked = ask_about_pairs(self._desk, lambda journal: facilitating(journal, partner_id), None)
        self.hear(asyncio.ensure_future(asked), self._show, self._not_there)

    def _show(self, found: Facilitating | None) -> None:
        if found is None:
            return
        self._found, name = found, found.partner.partner_alias
        self._with = meeting = MeetingWith(self, self._desk, found.partner, found.pair, found.my_name)
        airy = self.has_class("-tall")
        self._put_up(
            {
                "head": name,
                "standing": f"{words.standing(found.pair.group_name)} · {PAIR_STATES[meeting.state]}",
                "pair": meeting.lines(),
                "closing": words.closing_told(found.facilitator.closing),
                "page": self._page_told(found),
                "card-head": WHO_THIS_IS.format(name=name) if found.facilitator.role_card is not None else "",
                "card": self._card(found, airy),
                "agreed": labelled(_agreed(found), airy=airy),
                "letters": self._letters(found, airy),
            }
        )
        self.query_one("#agreed-head").display = bool(found.facilitator.agreement)
        for shown in ("letters-head", "letters"):
            self.query_one(f"#{shown}").display = bool(found.letters) or found.facilitator.is_connected
        self.query_one("#ends-it").display = meeting.state in ("matched", "active")
        self._say_keyed("#pair-next", words.NEXT.get(meeting.state, ""))
        opens = words.OPENS_PAGE.replace("{name}", name) if meeting.state == "active" else ""
        self._say_keyed("#opens-page", opens)
        self.say_keys()

    def _say_keyed(self, selector: str, sentence: str) -> None:
        line = self.query_one(selector, Keyed)
        line.say(sentence)
        line.display = bool(sentence)

    def _page_told(self, found: Facilitating) -> str:
        if found.share is None:
            is_open = found.facilitator.is_connected
            return words.NO_PAGE_SHARED.format(name=found.partner.partner_alias) if is_open else ""
        return "\n".join(page_stands(found.share))

    def _card(self, found: Facilitating, airy: bool) -> str | Content:
        card = found.facilitator.role_card
        if card is not None:
            return labelled(card_in_lines(card), airy=airy)
        return words.NO_CARD_YET if found.facilitator.is_connected else ""

    def _letters(self, found: Facilitating, airy: bool) -> Content:
        said = []
        for letter in found.letters:
            head = " · ".join(part for part in (short_day(letter.at[:10]), letter_head(letter, found.titles)) if part)
            said.append(f"{head}\n{letter.text}")
        return labelled(said, airy=airy) if said else as_content(words.WORDS_EMPTY)

    def _forget(self) -> None:
        self._found = self._with = None

    # What goes to them, and what came

    def action_my_page(self) -> None:
        if self._found is not None:
            self.app.push_screen(MyPage(self._desk, self._partner_id))

    def action_messages(self) -> None:
        if self._found is not None:
            self.app.push_screen(FacilitatorWords(self._desk, self._partner_id))

    def action_shares(self) -> None:
        from tui.screens.sharing_list import Shares

        self.app.push_screen(Shares(self._desk))

    # Meeting them

    def action_join(self) -> None:
        if self._with is not None:
            self._with.join(lambda _: None)

    def action_compare(self) -> None:
        if self._with is not None:
            self._with.compare()

    def action_end(self) -> None:
        if self._with is not None:
            self._with.end(lambda: self._changed(peers.AFTER_PARTNER_STATUS["ended"]))

    # Sessions, the name

    def action_before(self) -> None:
        if (found := self._found) is not None:
            before_session(self, self._desk, with_partner(found.partner))

    def action_after(self) -> None:
        if (found := self._found) is not None:
            after_session(self, self._desk, lambda _: None, with_partner(found.partner))

    def action_edit(self) -> None:
        if (found := self._found) is not None:
            self.app.push_screen(details_form(self._desk, found.partner))

    def action_delete(self) -> None:
        """The name goes out of sight, with undo; that it ends what was between the two is said first."""
        if self._found is not None:
            self._delete(self._partner_id, keyed(self, peers.PARTNER_DELETED))

    def action_erase(self) -> None:
        erase(
            self, self._desk, self._partner_id, lambda: self.post_message(EraseWanted(self._partner_id, self.dismiss))
        )


def _agreed(found: Facilitating) -> list[str]:
    agreed = found.facilitator.agreement
    return [f"{label('peer_group', part.name)}\n{agreed[part.name]}" for part in AGREEMENT if part.name in agreed]

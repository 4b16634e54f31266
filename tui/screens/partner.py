"""A partner: the name, what was agreed, and the sessions with them. Nothing here is measured or compared."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.domain.draft_kinds import ENDING
from journal.domain.peer_session import PeerSession
from journal.domain.shelves import AGREEMENT, SHELVES, PeerPartnership
from tui.actions import deeds_of
from tui.language import _
from tui.modals.ask import Ask, Kept, Words
from tui.modals.choose import Choose
from tui.screens.hearing import bindings_of
from tui.screens.meeting_with import BEGUN, CONNECTED, MeetingWith, ask_standing
from tui.screens.one_thing import OneThing
from tui.screens.partner_forms import agreement_form, details_form
from tui.screens.session_after import after_session
from tui.screens.session_before import before_session
from tui.screens.session_next import NextAsking
from tui.screens.session_whom import STATUSES, with_partner
from tui.store_thread import Desk
from tui.widgets.keyed import Keyed, keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.long_list import LongList, Piece
from tui.wording import parts as part_words
from tui.wording import peers as words
from tui.wording.dates import short_day
from tui.wording.partners import agreed_in_lines, look_again
from tui.wording.sharing import SEES_MY_PART_THEN
from tui.wording.things import parts_in_lines
from tui.wording.together import ENDED, PAIR_STATES

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal
    from sync.records.pairs import Pair

MEMBER = "MEMBER"
"""As `sync.protocol.writers.Writer` names it, which is not loaded for whoever has no partner."""
MOST_ROWS = 6
"""Rows of sessions in sight at once; the rest is scrolled to."""

_SAID_ON_TOP = ("partner_alias", "kind", "status")
_DETAILS = [part for part in SHELVES["partner"].every_part if part not in AGREEMENT and part.name not in _SAID_ON_TOP]


class PartnerScreen(OneThing, NextAsking):
    """One partner's page. They are told nothing of it."""

    WHERE = "partner"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("partner"))

    def __init__(self, desk: Desk, partner_id: str) -> None:
        super().__init__(desk)
        self._partner_id = partner_id
        self._partner: PeerPartnership | None = None
        self._sessions: list[PeerSession] = []
        self._standing: list[str] = []
        """What stands behind the name: the kind, and how it is going, by name."""
        self._with: MeetingWith | None = None
        """What can be done about meeting them, once it is known how one stands."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static("", id="head", classes="heading")
            yield Static("", id="standing", classes="muted")
            yield Static("", id="pair")
            yield Keyed("", id="pair-next", classes="muted")
            yield Static("", id="details", classes="part")
            yield Static(words.AGREED, classes="heading part", markup=False)
            yield Static(words.LOOK_AT_AGREEMENT, id="look-again", markup=False)
            yield Static("", id="agreed")
            yield Static("\n".join(words.FIXED_LINES), id="beside", classes="muted part", markup=False)
            yield Static(words.SESSIONS_WITH_THEM, classes="heading part", markup=False)
            yield Keyed(words.SESSIONS_WITH_EMPTY, id="no-sessions", classes="muted")
            yield LongList[PeerSession](self._fetch, _draw, empty="", id="sessions")
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        state = self._with.state if self._with is not None else "active"
        meeting = [("O", _("four words"))] if state == "to_compare" else [("I", _("invite"))]
        return [
            ("Esc", _("back")),
            *(meeting if state not in CONNECTED else []),
            ("F", _("before")),
            ("F1", _("help")),
            ("A", _("after")),
            *([("M", _("messages"))] if state in CONNECTED else []),
            ("G", _("agreement")),
            ("C", _("status")),
        ]

    def on_mount(self) -> None:
        for name in ("look-again", "no-sessions", "sessions", "pair", "pair-next"):
            self.query_one(f"#{name}").display = False
        self.query_one("#column").focus()
        self._read()

    # Reading

    def _read(self) -> None:
        partner_id = self._partner_id
        self.hear(
            self._desk.ask(lambda journal: _with_sessions(journal, partner_id)),
            lambda answer: self._show(*answer),
            self._not_there,
        )

    def _show(self, partner: PeerPartnership, sessions: list[PeerSession], today: str) -> None:
        self._partner, self._sessions = partner, sessions
        standing = [part_words.word("partner", name, getattr(partner, name)) for name in ("kind", "status")]
        self._standing = standing
        self.hear(ask_standing(self._desk, partner.id), self._show_pair)
        self._put_up(
            {
                "head": partner.partner_alias,
                "standing": " · ".join(standing),
                "details": "\n".join(parts_in_lines("partner", partner, _DETAILS)),
                "agreed": "\n\n".join(agreed_in_lines(partner)),
            }
        )
        self.query_one("#look-again").display = bool(look_again(partner, today))
        rows = self.query_one(LongList)
        rows.display = bool(sessions)
        rows.styles.height = min(MOST_ROWS, len(sessions))
        self.query_one("#no-sessions").display = not sessions
        self.call_later(self.list_anew, rows, len(sessions))

    def _show_pair(self, found: "tuple[Pair | None, str]") -> None:
        """How one stands with them beyond the name, and what can be done about it."""
        if (partner := self._partner) is None:
            return
        pair, my_name = found
        if pair is not None and pair.writer.name == MEMBER:
            self._to_facilitator()
            return
        self._with = meeting = MeetingWith(self, self._desk, partner, pair, my_name)
        standing = self._standing
        if pair is not None:
            # Of the two, what holds beyond the name; a break is by name alone.
            kind, status = self._standing
            paused = [status] if partner.status == "paused" else []
            standing = [kind, *paused, PAIR_STATES[pair.state.value]]
        self._put_up({"standing": " · ".join(standing), "pair": meeting.lines()})
        next_line = self.query_one("#pair-next", Keyed)
        next_line.say(meeting.next())
        next_line.display = bool(meeting.next())
        self.say_keys()

    def _to_facilitator(self) -> None:
        """Somebody who holds a group has a page of another kind, in the place of this one."""
        from tui.screens.my_page_facilitator import FacilitatorScreen

        if self.is_active:
            self.app.switch_screen(FacilitatorScreen(self._desk, self._partner_id))

    async def _fetch(self, offset: int, limit: int) -> Sequence[PeerSession]:
        return self._sessions[offset : offset + limit]

    def _forget(self) -> None:
        self._partner = self._with = None

    # Meeting them beyond the name

    def action_invite(self) -> None:
        if self._with is not None:
            self._with.invite()

    def action_join(self) -> None:
        if self._with is not None:
            self._with.join(lambda _: None)

    def action_compare(self) -> None:
        if self._with is not None:
            self._with.compare()

    def action_end(self) -> None:
        """Both where they meet and by name: the same is asked once."""
        if self._with is not None:
            self._with.end(lambda: self._stands("ended", ENDED))

    # Sessions

    @on(LongList.Opened)
    def opened(self, event: LongList.Opened) -> None:
        self.show_item("session", event.item.id)

    def action_before(self) -> None:
        if (partner := self._partner) is not None:
            before_session(self, self._desk, with_partner(partner))

    def action_after(self) -> None:
        """What did not feel right leads back to this page, where the agreement is."""
        if (partner := self._partner) is not None:
            whom = with_partner(partner)
            after_session(self, self._desk, lambda _: self.action_agreement(), whom)

    # The name, the agreement, where it stands

    def action_edit(self) -> None:
        if self._partner is not None:
            self.app.push_screen(details_form(self._desk, self._partner))

    def action_agreement(self) -> None:
        """Both parts side by side, where they are here by more than a name."""
        from tui.screens.messages_agreement import AgreementSides

        if self._with is not None and self._with.state in CONNECTED:
            self.app.push_screen(AgreementSides(self._desk, self._partner_id))
        elif self._partner is not None:
            begun = self._with is not None and self._with.state in BEGUN
            told = [SEES_MY_PART_THEN.format(name=self._partner.partner_alias)] if begun else []
            self.app.push_screen(agreement_form(self._desk, self._partner, told=told))

    def action_messages(self) -> None:
        """What they share with me, and words both ways."""
        from tui.screens.messages import Messages

        if self._partner is not None:
            self.app.push_screen(Messages(self._desk, self._partner_id))

    def action_status(self) -> None:
        if (partner := self._partner) is not None:
            options = [part_words.word("partner", "status", status) for status in STATUSES]
            question = part_words.label("partner", "status")
            self.app.push_screen(Choose(question, options, STATUSES.index(partner.status)), self._chose_status)

    def _chose_status(self, index: int | None) -> None:
        if index is None or self._partner is None or STATUSES[index] == self._partner.status:
            return
        partner_id, status = self._partner_id, STATUSES[index]
        if status == "ended" and self._with is not None and self._with.state in (*BEGUN, *CONNECTED):
            self._with.end_at_once(lambda: self._stands("ended", ENDED))
            return
        self.hear(
            self._desk.ask(lambda journal: journal.set_partner_status(partner_id, status)),
            lambda _: self._stands(status),
            self._not_there,
        )

    def _stands(self, status: str, said: str = "") -> None:
        """Say it; of an ending a few words can be kept, if there are any."""
        said = said or words.AFTER_PARTNER_STATUS[status]
        self._say(said)
        self.announce_change()
        if status == "ended":
            self.app.push_screen(
                Ask(
                    part_words.label("partner", "ending_note"),
                    page=True,
                    text=(self._partner and self._partner.ending_note) or "",
                    lines=[said],
                    kept=Kept(self._desk, ENDING, self._partner_id),
                ),
                self._noted,
            )

    def _noted(self, answer: Words | None) -> None:
        if answer is not None:
            partner_id = self._partner_id
            self.hear(
                self._desk.ask(
                    lambda journal: journal.change(partner_id, {"ending_note": answer.text}, answer.draft_id)
                ),
                lambda _: self.announce_change(),
                self._not_there,
            )

    # Deleting

    def action_delete(self) -> None:
        """The name goes out of sight, with undo; what was written with them stays."""
        if self._partner is not None:
            self._delete(self._partner_id, keyed(self, words.PARTNER_DELETED))

    def action_erase(self) -> None:
        self._erase(self._partner_id)


def _with_sessions(journal: "OpenJournal", partner_id: str) -> tuple[PeerPartnership, list[PeerSession], str]:
    """The partner, the sessions with them, the newest first, and what day it is."""
    partner = journal.partner(partner_id)
    sessions = [session for session in journal.sessions() if session.partner_id == partner.id]
    return partner, sessions, journal.moment().for_date


def _draw(session: PeerSession, width: int) -> list[Piece]:
    first = session.stayed or session.gave or session.received or session.next or session.hope_for or ""
    return [(f"{short_day(session.moment.for_date)}  ", "$text-muted"), (" ".join(first.split()), "")]

"""Peers: what waits, partners, what comes round in the week, and sessions, on one page. Nothing is counted."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from journal.domain.draft_kinds import HALVES, new_thing
from journal.domain.parts import values_of
from journal.domain.peer_session import PeerSession
from journal.domain.shelves import SHELVES, PeerPartnership, WeekAnchor
from journal.domain.timeline import Filter, Line
from tui.actions import deeds_of
from tui.language import _
from tui.modals.ask import Ask, Kept, Words
from tui.modals.choose import Choose
from tui.screens.deleting import delete
from tui.screens.form import Form
from tui.screens.hearing import bindings_of
from tui.screens.meeting_invite import MeetingInvite
from tui.screens.meeting_join import MeetingJoin
from tui.screens.meeting_told import ClockIsRight, LastMeeting, ask_about_pairs, pairs_of
from tui.screens.partner import PartnerScreen
from tui.screens.peers_list import PeersList
from tui.screens.peers_rows import Begun, PeersPage, Row, SharedRow, Starts, rows_before_sessions
from tui.screens.sections import section_nav
from tui.screens.session_after import after_session
from tui.screens.session_before import before_session
from tui.screens.session_next import NextAsking
from tui.screens.session_whom import Company, company_of, company_of_draft, partners
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import key_map_of, keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.long_list import MARK_CELLS, LongList
from tui.wording import parts as part_words
from tui.wording import peers as words
from tui.wording import screen as screen_words
from tui.wording import sharing

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

SESSIONS = Filter(kind="session")

_ANCHOR = SHELVES["week"].parts
_USUAL = {name: getattr(WeekAnchor(id=""), name) for name in ("weekday", "part_of_day")}
"""What the journal takes where nothing is chosen; it stands in the form, so that nothing is saved unseen."""


class Peers(NextAsking):
    """The section: one list, and every deed of it on one key."""

    WHERE = "peers"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("peers"))

    def __init__(self, desk: Desk, met: LastMeeting | None = None) -> None:
        """Nothing is read yet.

        Args:
            desk: the journal.
            met: what the app notes of the last meeting with partners.
        """
        super().__init__(desk)
        self._met = met or LastMeeting()
        self._page: PeersPage | None = None
        self._pairs: dict[str, str] = {}
        self._groups: dict[str, str | None] = {}
        """Those of them who hold a group that the person is in."""
        self._shared: list[SharedRow] = []
        self._rows: list[Row] = []
        """Everything above the sessions; those are fetched as the list is scrolled."""

    def compose(self) -> ComposeResult:
        yield section_nav("peers")
        yield PeersList(self._fetch, self._opens, id="list")
        yield Static("", id="met", classes="muted", markup=False)
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        """Where somebody is there by more than a name, what is between the two comes before new names."""
        keys = [("N", _("partner")), ("W", _("my week"))]
        between = [("S", _("shared")), ("M", _("messages"))]
        both = [*between, *keys] if self._pairs else [*keys, *between]
        first = [("F", _("before")), ("A", _("after")), ("F1", _("help")), ("Enter", _("open"))]
        return [*first, *both, ("I", _("invite"))]

    def on_mount(self) -> None:
        self._show_met()
        self._list.focus()

    def on_screen_suspend(self) -> None:
        """What was said belongs to what was done here last."""
        self.query_one("#said", Static).update("")

    @property
    def _list(self) -> PeersList:
        return self.query_one("#list", PeersList)

    # Reading

    def journal_changed(self) -> None:
        self._read()

    def on_screen_resume(self) -> None:
        self._read()

    def _read(self) -> None:
        self._show_met()
        self.hear(self._desk.ask(_page), self._show)
        self.hear(asyncio.ensure_future(ask_about_pairs(self._desk, _pairs, ({}, {}))), self._show_pairs)
        self.hear(asyncio.ensure_future(ask_about_pairs(self._desk, _shared, [])), self._show_shared)

    def _show(self, page: PeersPage) -> None:
        self._page = replace(page, pairs=self._pairs, groups=self._groups, shared=self._shared)
        self.call_later(self._lay_out)

    def _show_pairs(self, found: "tuple[dict[str, str], dict[str, str | None]]") -> None:
        """Known a moment later than the rest: what sharing stands on may have to be loaded."""
        if found != (self._pairs, self._groups):
            self._pairs, self._groups = found
            if self._page is not None:
                self._show(self._page)

    def _show_shared(self, shared: list[SharedRow]) -> None:
        """The same, of what is shared."""
        if shared != self._shared:
            self._shared = shared
            if self._page is not None:
                self._show(self._page)

    def partners_met(self) -> None:
        self._show_met()

    def _show_met(self) -> None:
        said = self._met.line(key_map_of(self))
        # Partners are met in the background: the screen may not be drawn yet, or not any more.
        for line in self.query("#met").results(Static):
            line.update(as_content(said))
            line.display = bool(said)

    def on_resize(self) -> None:
        """Sentences are wrapped to the width there is."""
        self.call_after_refresh(self._lay_out)

    async def _lay_out(self) -> None:
        page = self._page
        if page is None or not self.query("#list"):
            # What sharing says can come when the screen is not drawn any more.
            return
        rows = self._list
        width = rows.scrollable_content_region.width - MARK_CELLS
        before, here, above = rows.current, rows.row, len(self._rows)
        self._rows = rows_before_sessions(page, width, key_map_of(self), airy=self.has_class("-tall"))
        await self.list_anew(rows, len(self._rows) + page.sessions)
        if rows.row == here and before is not None:
            rows.row = self._place_of(before, here, above)

    def _place_of(self, before: Row, here: int, above: int) -> int:
        """Where the bar's row is now; where it is gone, the bar stays at its height."""
        if isinstance(before.opens, Line):
            return here + len(self._rows) - above
        keys = [row.key for row in self._rows]
        return keys.index(before.key) if before.key in keys else here

    def _opens(self, index: int) -> bool:
        return index >= len(self._rows) or self._rows[index].opens is not None

    async def _fetch(self, offset: int, limit: int) -> Sequence[Row]:
        """The rows above, then sessions, as one list."""
        rows = self._rows[offset : offset + limit]
        first, left = max(0, offset - len(self._rows)), limit - len(rows)
        if not left:
            return rows
        lines = await self._desk.ask(lambda journal: journal.timeline(SESSIONS, left, first))
        return [*rows, *(Row((), line) for line in lines)]

    # Opening

    def action_open(self) -> None:
        self._open(self._list.current)

    @on(LongList.Opened)
    def opened(self, event: LongList.Opened) -> None:
        self._open(event.item)

    def _open(self, row: Row | None) -> None:
        """A thing on its page; what waits, where it can be gone on with."""
        opens = row.opens if row is not None and self.is_active else None
        if isinstance(opens, PeerSession):
            self._after(company_of(opens))
        elif isinstance(opens, Begun) and opens.is_after:
            self._after(opens.company)
        elif isinstance(opens, Begun):
            before_session(self, self._desk, opens.company)
        elif isinstance(opens, PeerPartnership):
            self._to_partner(opens.id)
        elif isinstance(opens, SharedRow):
            self._to_shared(opens)
        elif isinstance(opens, WeekAnchor):
            self._change_anchor(opens)
        elif isinstance(opens, Line):
            self.show_item(opens.kind, opens.id)
        elif opens is not None:
            self._start(opens)

    def _start(self, what: Starts) -> None:
        {"before": self.action_before, "partner": self.action_add_partner, "week": self.action_add_to_week}[what]()

    def _to_partner(self, partner_id: str) -> None:
        if partner_id not in self._groups:
            self.app.push_screen(PartnerScreen(self._desk, partner_id))
            return
        from tui.screens.my_page_facilitator import FacilitatorScreen

        self.app.push_screen(FacilitatorScreen(self._desk, partner_id))

    # What is shared

    def _to_shared(self, row: SharedRow) -> None:
        from tui.screens.my_page import MyPage
        from tui.screens.my_page_look import look_at_page
        from tui.screens.sharing_changed import NewWords

        if row.leads == "shares":
            self.action_shares()
        elif row.leads == "page-look":
            look_at_page(self, self._desk, row.id, self._tell)
        elif row.leads in ("messages", "facilitator-words"):
            self._to_messages(row.id)
        else:
            screen = NewWords if row.leads == "new-words" else MyPage
            self.app.push_screen(screen(self._desk, row.id))

    def action_shares(self) -> None:
        from tui.screens.sharing_list import Shares

        self.app.push_screen(Shares(self._desk))

    def action_messages(self) -> None:
        """With the one partner there is, or with one of several."""
        known = self._page.partners if self._page is not None else ()
        if not known:
            self._said(keyed(self, words.PARTNERS_EMPTY))
        elif len(known) == 1:
            self._to_messages(known[0].id)
        else:
            chosen = Choose(sharing.WHOSE, [partner.partner_alias for partner in known])
            self.app.push_screen(chosen, lambda at: None if at is None else self._to_messages(known[at].id))

    def _to_messages(self, partner_id: str) -> None:
        from tui.screens.messages import Messages
        from tui.screens.my_page_words import FacilitatorWords

        screen = FacilitatorWords if partner_id in self._groups else Messages
        self.app.push_screen(screen(self._desk, partner_id))

    # Sessions

    def action_before(self) -> None:
        before_session(self, self._desk)

    def action_after(self) -> None:
        self._after(None)

    def _after(self, whom: Company | None) -> None:
        after_session(self, self._desk, self._to_partner, whom)

    # Partners and the week

    def action_add_partner(self) -> None:
        """A name, and nothing else is needed."""
        self.app.push_screen(
            Ask(
                words.ADD_PARTNER,
                kept=Kept(self._desk, *new_thing("partner"), part="partner_alias"),
                save=lambda journal, name: journal.add_thing(
                    "partner", {**name.rest, "partner_alias": name.text}, name.draft_id
                ),
                hint=part_words.hint("partner", "partner_alias"),
                needs=words.PARTNER_NEEDS_NAME,
            ),
            self._named,
        )

    def _named(self, answer: Words | None) -> None:
        if answer is not None:
            self._said(words.PARTNER_SAVED)

    # Meeting beyond the name

    def action_invite(self) -> None:
        def ask(my_name: str) -> None:
            self.app.push_screen(MeetingInvite(self._desk, my_name=my_name))

        self.hear(self._desk.ask(lambda journal: journal.choices().name), ask)

    def action_join(self) -> None:
        def ask(my_name: str) -> None:
            self.app.push_screen(MeetingJoin(self._desk, self._to_partner, my_name=my_name))

        self.hear(self._desk.ask(lambda journal: journal.choices().name), ask)

    def action_clock_right(self) -> None:
        """Go on sending although the clock was set back."""
        self.post_message(ClockIsRight())

    def action_add_to_week(self) -> None:
        self.app.push_screen(
            Form[object](
                self._desk,
                "week",
                _ANCHOR,
                lambda journal, values, draft_id: journal.add_thing("week", values, draft_id),
                heading=words.WEEK,
                lines=(words.NOBODY_COUNTS,),
                values=_USUAL,
                saved=words.SAVED_WEEK,
            )
        )

    def _change_anchor(self, anchor: WeekAnchor) -> None:
        self.app.push_screen(
            Form[object](
                self._desk,
                "week",
                _ANCHOR,
                lambda journal, values, draft_id: journal.change(anchor.id, values, draft_id),
                heading=words.WEEK,
                lines=(words.NOBODY_COUNTS,),
                values=values_of(anchor, _ANCHOR),
                item_id=anchor.id,
            )
        )

    # Deleting

    def action_delete(self) -> None:
        """Out of sight, with undo; of a draft too."""
        row = self._list.current
        opens = row.opens if row is not None else None
        if isinstance(opens, Begun):
            draft_id = opens.draft.id
            asked = self._desk.ask(lambda journal: journal.set_aside(draft_id))
            self.hear(asked, lambda _: self._said(keyed(self, screen_words.DELETED)))
        elif opens is not None and not isinstance(opens, str | SharedRow):
            thing_id = opens.id
            said = words.PARTNER_DELETED if isinstance(opens, PeerPartnership) else screen_words.DELETED
            delete(self, self._desk, thing_id, lambda: self._said(keyed(self, said)))

    def _said(self, sentence: str) -> None:
        self._tell(sentence)
        self.announce_change()

    def _tell(self, sentence: str) -> None:
        self.query_one("#said", Static).update(as_content(sentence))


def _pairs(journal: "OpenJournal") -> tuple[dict[str, str], dict[str, str | None]]:
    """How one stands with each, and the groups of those who hold one."""
    from tui.sharing_reading import groups_in

    return {partner: pair.state.value for partner, pair in pairs_of(journal).items()}, groups_in(journal)


def _shared(journal: "OpenJournal") -> list[SharedRow]:
    from tui.screens.sharing_rows import shared_rows

    return shared_rows(journal)


def _page(journal: "OpenJournal") -> PeersPage:
    known = partners(journal)
    begun = [draft for draft in journal.drafts() if draft.kind in HALVES]
    return PeersPage(
        today=journal.moment().for_date,
        waiting=journal.waiting_sessions(),
        begun=[Begun(draft, company_of_draft(draft, known)) for draft in begun],
        partners=known,
        week=[anchor for anchor in journal.things("week") if isinstance(anchor, WeekAnchor)],
        sessions=journal.timeline_count(SESSIONS),
    )

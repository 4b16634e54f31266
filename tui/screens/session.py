"""One peer session, to read: everything that was written before it and after it, and the goals it touched."""

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.domain.parts import values_of
from journal.domain.peer_session import ABOUT, AFTER, BEFORE, MORE, SESSION_PARTS, PeerSession
from tui.actions import deeds_of
from tui.language import _
from tui.screens.form import Form
from tui.screens.hearing import bindings_of
from tui.screens.one_thing import OneThing
from tui.screens.session_after import after_session
from tui.screens.session_before import before_session
from tui.screens.session_next import NextAsking
from tui.screens.session_whom import company_of
from tui.store_thread import Desk
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.wording import peers as words
from tui.wording import screen as screen_words
from tui.wording.items import head_of
from tui.wording.things import session_in_lines

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal


class SessionScreen(OneThing, NextAsking):
    """A session as the journal holds it. Every deed on it is one key."""

    WHERE = "session"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("session"))

    def __init__(self, desk: Desk, session_id: str) -> None:
        super().__init__(desk)
        self._session_id = session_id
        self._session: PeerSession | None = None
        self._waits = False
        """Whether the other half can still be written to it."""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static("", id="head", classes="heading")
            yield Static("", id="body", classes="part")
            yield Static("", id="goals", classes="part")
            yield Static(words.WAITING, id="waiting", classes="muted part", markup=False)
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        if self._waits:
            return [("Esc", _("back")), ("A", _("after")), ("E", _("change")), ("Delete", _("delete"))]
        return [("Esc", _("back")), ("E", _("change")), ("K", _("keep")), ("T", _("a step")), ("Delete", _("delete"))]

    def on_mount(self) -> None:
        self.query_one("#waiting").display = False
        self.query_one("#column").focus()
        self._read()

    # Reading

    def _read(self) -> None:
        session_id = self._session_id
        self.hear(
            self._desk.ask(lambda journal: _with_goals(journal, session_id)),
            lambda answer: self._show(*answer),
            self._not_there,
        )

    def _show(self, session: PeerSession, titles: list[str], waits: bool) -> None:
        self._session, self._waits = session, waits
        goals = "\n".join([f"{words.GOALS_TOUCHED}:", *(f"  {title}" for title in titles)]) if titles else ""
        self._put_up({"head": head_of(session), "body": "\n\n".join(session_in_lines(session)), "goals": goals})
        self.query_one("#waiting").display = waits
        self.query_one(KeysLine).show_keys(self.keys_shown())

    def _forget(self) -> None:
        self._session, self._waits = None, False

    # Words

    def action_edit(self) -> None:
        """Change or add words: of a session that waits, the half before; of any other, all of it."""
        session = self._session
        if session is not None and self._waits:
            before_session(self, self._desk, company_of(session))
        elif session is not None:
            session_id = session.id
            self.app.push_screen(
                Form[object](
                    self._desk,
                    "session",
                    (*AFTER, *BEFORE),
                    lambda journal, values, draft_id: journal.change(session_id, values, draft_id),
                    heading=head_of(session),
                    values=values_of(session, SESSION_PARTS),
                    item_id=session_id,
                    lines=(words.STORIES,),
                    more=(*ABOUT, *MORE),
                )
            )

    def action_after(self) -> None:
        """The other half, where it is not written yet."""
        if self._session is not None and self._waits:
            after_session(self, self._desk, self._to_partner, company_of(self._session))

    def _to_partner(self, partner_id: str) -> None:
        from tui.screens.partner import PartnerScreen

        self.app.push_screen(PartnerScreen(self._desk, partner_id))

    def action_as_step(self) -> None:
        """What comes next, as a step of a goal: by hand, whenever the person likes."""
        session = self._session
        if session is None:
            return
        if session.next:
            self.offer_as_step(session, lambda: self._say(words.NO_GOAL))
        else:
            self._say(words.NO_NEXT)

    # Marks

    def action_keep(self) -> None:
        if (session := self._session) is not None:
            keep = not session.keep
            self.hear(
                self._desk.ask(lambda journal: journal.keep(session.id, keep)),
                lambda _: self._changed(screen_words.KEPT if keep else screen_words.NOT_KEPT),
            )

    def action_delete(self) -> None:
        if self._session is not None:
            self._delete(self._session_id, keyed(self, screen_words.DELETED))

    def action_erase(self) -> None:
        self._erase(self._session_id)


def _with_goals(journal: "OpenJournal", session_id: str) -> tuple[PeerSession, list[str], bool]:
    """The session, the titles of the goals it touched that are in the journal still, and whether it waits."""
    session = journal.session(session_id)
    waits = any(half.id == session.id for half in journal.waiting_sessions())
    titles = [journal.goal(goal_id).title for goal_id in session.goals_touched]
    return session, titles, waits

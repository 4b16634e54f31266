"""After a session: what was written before it, four questions, the rest behind one key, and any day that has been."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.widgets import Static

from journal.domain.draft_kinds import SESSION_AFTER, WHEN, session_half
from journal.domain.entry import Draft
from journal.domain.moments import Moment
from journal.domain.parts import Value, values_of
from journal.domain.peer_session import ABOUT, AFTER, BEFORE, MORE, PeerSession
from journal.errors import CairnError, NotFound
from tui.actions import deeds_of
from tui.language import _, sentence_of
from tui.modals.ask import Ask, Words
from tui.modals.choose import Choose
from tui.screens.hearing import bindings_of
from tui.screens.session_form import (
    SessionForm,
    Surroundings,
    agenda_passage,
    open_form,
    parts_asked,
    written_passage,
)
from tui.screens.session_next import NextAsking
from tui.screens.session_whom import Company, ask_whom, group_parts
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.wording import parts as part_words
from tui.wording import peers as words
from tui.wording import screen as screen_words
from tui.wording.dates import day_in_words

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

ToPartner = Callable[[str], object]
"""Opens a partner's page: the way to what was agreed."""


@dataclass(frozen=True, slots=True)
class Reflected:
    """What came of the save."""

    session: PeerSession
    marks_went: bool
    """Whether something had been marked to bring."""
    name_is_gone: bool
    """Whether the partner had been deleted meanwhile."""

    @property
    def said(self) -> str:
        if self.name_is_gone:
            return words.NAME_GONE
        return words.SAVED_AFTER if self.marks_went else words.SAVED_WITHOUT_MARKS


class AfterForm(SessionForm[Reflected]):
    """The other half of a session, or both in one."""

    WHERE = "session-after"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("session-after"))

    half = SESSION_AFTER

    def __init__(self, desk: Desk, then: Callable[[Reflected], object], around: Surroundings) -> None:
        self.company = company = around.company
        self._group_parts = group_parts(company, around.waiting)
        self._moment: Moment | None = None
        """When it was, once another day than today is chosen."""
        asked, rest = parts_asked(company, AFTER, (*ABOUT, *MORE))
        super().__init__(
            desk,
            "session",
            asked,
            self._reflect,
            heading=words.after_with(company.name),
            values=values_of(around.waiting, ABOUT) if around.waiting is not None else {},
            item_id=company.partner_id,
            draft_kind=session_half(self.half, company.whom, in_group=company.in_group).kind,
            lines=(words.STORIES,),
            more=rest,
            saved=lambda reflected: reflected.said,
            then=then,
        )
        self._values[WHEN] = self._begun[WHEN] = None
        before = written_passage(around.waiting, BEFORE) if around.waiting is not None else []
        brought = [agenda_passage(around.agenda, around.tool_names)] if around.agenda else []
        self.passages = [*before, *brought]

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Ctrl+S", _("save")), ("Esc", _("draft")), ("Ctrl+O", _("day"))]

    def on_mount(self) -> None:
        self.query_one("#column").mount(Static("", id="for-day"), after=self.query(".heading").first())
        self.hear(self._desk.ask(lambda journal: journal.moment()), self._show_day)

    # The day

    def action_another_day(self) -> None:
        """Any day that has been."""
        if not self._saving:
            self.app.push_screen(Ask(words.WHICH_DAY, hint=screen_words.WHEN_HINT), self._day_typed)

    def _day_typed(self, answer: Words | None) -> None:
        if answer is not None:
            typed = answer.text
            self.hear(self._desk.ask(lambda journal: journal.moment(typed)), self._chose_day, self._no_such_day)

    def _chose_day(self, moment: Moment) -> None:
        self.say("")
        self._set_day(moment)
        self.keep_words()

    def _set_day(self, moment: Moment) -> None:
        self._moment = moment
        self._show_day(moment)

    def _no_such_day(self, problem: CairnError) -> None:
        self.say(sentence_of(problem))

    def _show_day(self, moment: Moment) -> None:
        shown = self._moment or moment
        self.query_one("#for-day", Static).update(as_content(day_in_words(shown.for_date)))

    # Keeping: the day goes with the words

    def _filled_in(self) -> dict[str, Value]:
        return {**super()._filled_in(), WHEN: self._moment.at if self._moment is not None else None}

    async def _go_on_with(self, draft: Draft | None) -> None:
        await super()._go_on_with(draft)
        when = self._beside.pop(WHEN, None)
        if isinstance(when, str) and self._moment is None:
            self._begun[WHEN] = when
            self.hear(self._desk.ask(lambda journal: journal.moment(when)), self._set_day)

    # Saving

    def _reflect(self, journal: "OpenJournal", values: dict[str, Value], draft_id: str) -> Reflected:
        """Save it. Where the partner was deleted meanwhile, no word goes with the name."""
        marks = bool(journal.agenda())
        when = self._moment.at if self._moment is not None else None
        values = {**self._group_parts, **values}
        try:
            session = journal.reflect_on_session(values, self.company.partner_id, when, draft_id=draft_id)
        except NotFound:
            session = journal.reflect_on_session(values, None, when, draft_id=draft_id)
            return Reflected(session, marks, name_is_gone=True)
        return Reflected(session, marks, name_is_gone=False)


def after_session(screen: NextAsking, desk: Desk, to_partner: ToPartner, company: Company | None = None) -> None:
    """Open the half after a session over this screen; with whom it was, is asked where that is not known."""
    if company is None:
        ask_whom(screen, desk, lambda chosen: after_session(screen, desk, to_partner, chosen))
    else:
        open_form(screen, desk, company, partial(AfterForm, desk, partial(_afterwards, screen, to_partner)))


def _afterwards(screen: NextAsking, to_partner: ToPartner, reflected: Reflected) -> None:
    """One thing after the other: what did not feel right, then what comes next."""
    session = reflected.session
    if session.felt_right == "not_really":
        _say_not_right(screen, to_partner, session)
    else:
        _offer_next(screen, session)


def _offer_next(screen: NextAsking, session: PeerSession) -> None:
    if session.next:
        screen.offer_as_step(session, lambda: None)


def _say_not_right(screen: NextAsking, to_partner: ToPartner, session: PeerSession) -> None:
    """A sentence that stays until it is read, and the way to what was agreed."""
    if not screen.is_active:
        screen.app.notify(words.NOT_RIGHT, markup=False)
        return
    options = [words.GO_ON]
    if session.partner_id is not None:
        options.append(words.look_at_agreed(session.partner_alias or ""))

    def chosen(index: int | None) -> None:
        if index == 1 and session.partner_id is not None:
            to_partner(session.partner_id)
        else:
            _offer_next(screen, session)

    question = part_words.label("session", "felt_right")
    screen.app.push_screen(Choose(question, options, lines=[words.NOT_RIGHT]), chosen)

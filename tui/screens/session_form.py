"""What both halves of a session have in common: a form with words above it that are there to be read.

The words come from elsewhere: what was brought, what was agreed, what was written before.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from journal.domain.draft_kinds import half_begun
from journal.domain.entry import Draft
from journal.domain.goal import Goal
from journal.domain.parts import Part, Value
from journal.domain.peer_session import ABOUT, PeerSession, half_meant
from journal.domain.shelves import AGREEMENT, PeerPartnership
from journal.domain.timeline import Item
from journal.errors import NotFound
from tui.screens.form import Form, T
from tui.screens.hearing import Hearing
from tui.screens.session_whom import Company, company_of
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.part_field import PartField
from tui.wording import goals as goal_words
from tui.wording import peers as words
from tui.wording.items import KIND_NAMES, body_of, kind_of
from tui.wording.screen import shortened
from tui.wording.things import parts_in_lines

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

Passage = tuple[str, Sequence[str]]
"""What stands above some words, or nothing, and the words."""

FIRST_WORDS = 60
"""Characters of a thing that was brought: enough to know it by."""

GROUP_NAME = ABOUT[0]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the journal holds around a session that is about to be written."""

    company: Company
    waiting: PeerSession | None
    """What is written before it, if anything is."""
    partner: PeerPartnership | None
    agenda: Sequence[Item]
    """What is marked to bring."""
    tool_names: dict[str, str]
    """By id, for what a check-in says."""


def open_form(screen: Hearing, desk: Desk, company: Company, form: Callable[[Surroundings], Form[T]]) -> None:
    """Read what is around the session, then put the form over this screen, if it is still the one in front."""

    def show(found: Surroundings) -> None:
        if screen.is_active:
            screen.app.push_screen(form(found))

    screen.hear(desk.ask(lambda journal: _surroundings(journal, company)), show)


def _surroundings(journal: "OpenJournal", company: Company) -> Surroundings:
    partner = _partner(journal, company)
    waiting = half_meant(journal.waiting_sessions(), company.whom)
    if waiting is not None and company.is_new_group and waiting.group_name is not None:
        # It waits for another group.
        waiting = None
    elif waiting is not None and company.whom.is_nobody and not company.is_new_group:
        # What names nobody joins it, so the form says with whom that is.
        company = company_of(waiting)
    tool_names = {tool.id: tool.name for tool in journal.tools()}
    return Surroundings(company, waiting, partner, journal.agenda(), tool_names)


def _partner(journal: "OpenJournal", company: Company) -> PeerPartnership | None:
    """The partner, if it is with one who is in the journal still: what was begun can be finished without."""
    try:
        return None if company.partner_id is None else journal.partner(company.partner_id)
    except NotFound:
        return None


class Reading(VerticalScroll):
    """Words to read above the fields. It takes the focus, so that a long text can be scrolled with the arrow keys."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        super().__init__(id="reading")
        self._passages = passages

    def compose(self) -> ComposeResult:
        for heading, said in self._passages:
            if heading:
                yield Static(as_content(heading), classes="heading")
            yield Static(as_content("\n".join(said)))


class SessionForm(Form[T]):
    """A form of a session, with passages to read above its fields."""

    passages: Sequence[Passage] = ()
    half = ""
    """Which half it is: `SESSION_BEFORE` or `SESSION_AFTER`."""
    company = Company()

    def _find_begun(self, journal: "OpenJournal") -> Draft | None:
        """What was begun of this half with them: groups have drafts of one kind, and each its own."""
        found = half_begun(journal.drafts(), self.half, self.company.whom, in_group=self.company.in_group)
        return None if found is None else journal.take_up(found)

    def _to_keep(self, changed: dict[str, Value]) -> dict[str, object]:
        """The same, with the name of the group: by it the draft is known from another group's."""
        kept = super()._to_keep(changed)
        named = {"group_name": self.company.name} if kept and self.company.in_group and self.company.name else {}
        return {**named, **kept}

    def on_mount(self) -> None:
        if self.passages:
            self.query_one("#column").mount(Reading(self.passages), before=self.query(PartField).first())
            self.call_after_refresh(self._show_first)

    def _show_first(self) -> None:
        """From the top, as far as the first field allows: the focus scrolled to it before the passages were there."""
        self.query_one("#column").scroll_to(y=0, animate=False, force=True)
        self.query(PartField).first().scroll_visible(animate=False)


def parts_asked(company: Company, asked: Sequence[Part], rest: Sequence[Part]) -> tuple[list[Part], list[Part]]:
    """What is asked at once and what stands behind one key: of a group its name comes first."""
    if not company.in_group:
        return list(asked), list(rest)
    return [GROUP_NAME, *asked], [part for part in rest if part is not GROUP_NAME]


def agenda_passage(agenda: Sequence[Item], tool_names: dict[str, str]) -> Passage:
    """What was marked to bring, each thing by its first words; where nothing is, how that is done."""
    if not agenda:
        return "", [words.NOTHING_BROUGHT, words.HOW_TO_BRING]
    return words.BROUGHT, [line for item in agenda for line in _brought(item, tool_names)]


def agreement_passage(partner: PeerPartnership) -> Passage:
    """What was agreed, with the lines that stand beside every agreement."""
    agreed = parts_in_lines("partner", partner, AGREEMENT) or [words.NOTHING_AGREED]
    return words.agreed_with(partner.partner_alias), [*agreed, *words.FIXED_LINES]


def written_passage(session: PeerSession, parts: Sequence[Part]) -> list[Passage]:
    """What was written before, if anything was."""
    written = parts_in_lines("session", session, parts)
    return [(words.WROTE_BEFORE, written)] if written else []


def _brought(item: Item, tool_names: dict[str, str]) -> list[str]:
    first = next(iter(body_of(item, tool_names)), "")
    lines = [f"{KIND_NAMES[kind_of(item)]}: {shortened(first, FIRST_WORDS)}"]
    if isinstance(item, Goal) and item.next_step is not None:
        lines.append(f"  {goal_words.next_step(shortened(item.next_step.text, FIRST_WORDS))}")
    return lines

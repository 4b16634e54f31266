"""Summaries: the pages that people share with a facilitator now, by name. Whoever shares nothing is nowhere here."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Static

from journal.domain.groups import PeerGroup, RoleCard
from journal.paths import Home
from journal.use_cases.preferences import read_preferences
from tui.actions import deeds_of
from tui.language import _
from tui.screens.facilitator_asking import ask_groups
from tui.screens.facilitator_deeds import begin_group, begin_invite, edit_card
from tui.screens.hearing import bindings_of
from tui.screens.meeting_told import ClockIsRight, LastMeeting
from tui.screens.sections import section_nav
from tui.screens.today_line import TodayLine, answer_line, line_of
from tui.screens.told import ToldScreen
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.told_list import Told, ToldList, heading, told
from tui.wording import facilitating as words
from tui.wording.dates import clock_of
from tui.wording.meeting import MET_AT

if TYPE_CHECKING:
    from journal.use_cases.open_journal import OpenJournal

Step = Literal["country", "card", "group", "invite", "line"]


@dataclass(frozen=True, slots=True)
class Shared:
    """A page that is shared now, without its words."""

    member: str
    """The id of the one who wrote it, in this home."""
    name: str | None = field(repr=False)
    until: str
    """Local calendar day, ISO 8601."""
    is_new: bool


@dataclass(frozen=True, slots=True)
class Here:
    """What the home holds for this section."""

    shared: Sequence[Shared]
    blank: Sequence[str]
    """Parts of the role card that are to be written first and have no words yet."""
    card: RoleCard | None
    groups: list[PeerGroup]
    """Those that have not closed."""
    has_invited: bool
    has_country: bool
    """Whether it was said whose number to call in danger is shown."""
    line: TodayLine | None
    """What is to be said about keys and copies."""

    @property
    def is_beginning(self) -> bool:
        """Whether the first steps are to be shown."""
        return bool(self.blank) or not self.groups or not self.has_country


class Summaries(ToldScreen[Here]):
    """The section, and what leads to the first page."""

    WHERE = "summaries"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("summaries"))

    def __init__(self, desk: Desk, home: Home, met: LastMeeting | None = None) -> None:
        """Nothing is read yet.

        Args:
            desk: the facilitator's home.
            home: where it is; it knows the country, for whoever reads a page.
            met: what the app notes of the last meeting.
        """
        super().__init__(desk, lambda journal: _here(journal, home), self._all_told)
        self._home = home
        self._met = met or LastMeeting()

    def compose(self) -> ComposeResult:
        yield section_nav("summaries")
        yield ToldList(id="list")
        yield Static("", id="met", classes="muted", markup=False)
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        opened = self._list.opened if self.query(ToldList) else None
        first = [("Enter", _("open"))] if isinstance(opened, Shared) else []
        first += [("Enter", _("country"))] if opened == "country" else []
        begins = [("E", _("about me")), ("G", _("group"))] if self._found and self._found.is_beginning else []
        return [*first, *begins, ("I", _("invite")), ("F1", _("help")), ("F9", _("settings")), ("Ctrl+L", _("lock"))]

    def on_mount(self) -> None:
        self._show_met()

    # Reading

    def _read(self) -> None:
        self._show_met()
        self.hear(asyncio.ensure_future(ask_groups(self._desk, self._reading)), self._show, self._not_there)

    def partners_met(self) -> None:
        self._show_met()

    def _show_met(self) -> None:
        met = self._met
        said = MET_AT.format(time=clock_of(met.at)) if met.at else ""
        if met.not_reached:
            said = words.not_reached(met.not_reached)
        if met.clock_back:
            said = keyed(self, words.CLOCK_BACK)
        for line in self.query("#met").results(Static):
            line.update(as_content(said))
            line.display = bool(said)

    # What there is to read

    def _all_told(self, here: Here, width: int) -> Sequence[Told]:
        steps, pages = self._steps(here, width), self._pages(here, width)
        # What somebody waits to be read comes before what is still to be written.
        blocks = [self._line(here, width), *([pages, steps] if here.shared else [steps, pages])]
        rows: list[Told] = []
        for block in filter(None, blocks):
            rows += [Told(), *block] if rows else block
        return rows

    def _line(self, here: Here, width: int) -> list[Told]:
        if here.line is None:
            return []
        # As Today says it, with the key of here.
        said = keyed(self, here.line.says.replace("{answer_line}", "{answer_note}"))
        return told(said, width, "$text-muted", opens="line", key="line")

    def _steps(self, here: Here, width: int) -> list[Told]:
        if not here.is_beginning:
            return []
        steps: list[tuple[Step, str, bool]] = [
            ("country", words.STEP_COUNTRY, here.has_country),
            ("card", words.STEP_ABOUT_ME, not here.blank),
            ("group", words.STEP_GROUP, bool(here.groups)),
            ("invite", words.STEP_INVITE, here.has_invited),
        ]
        rows = [heading(words.FIRST_STEPS)]
        for step, says, is_done in steps:
            mark = words.DONE if is_done else words.OPEN
            rows += told(f"{mark} {keyed(self, says)}", width, opens=step, key=step)
            if step == "card" and here.blank:
                rows += told(words.still_blank(here.blank), width, "$text-muted", indent=4)
        return rows

    def _pages(self, here: Here, width: int) -> list[Told]:
        rows = [heading(words.SHARED_WITH_YOU)]
        for at, page in enumerate(here.shared):
            rows += [Told()] if at and self.has_class("-tall") else []
            mark = f"{words.NEW} " if page.is_new else ""
            rows += told(mark + words.summary_row(page.name, page.until), width, opens=page, key=page.member)
        if here.shared or here.is_beginning:
            return rows if here.shared else []
        return [*rows, *told(keyed(self, words.SUMMARIES_EMPTY), width, "$text-muted")]

    # Deeds

    def _open(self, what: object) -> None:
        if isinstance(what, Shared):
            from tui.screens.facilitator_summary import SummaryScreen

            self.app.push_screen(SummaryScreen(self._desk, self._home, what.member))
        elif isinstance(what, str):
            {
                "country": lambda: self.call_later(self.run_action, "app.country"),
                "card": self.action_edit_card,
                "group": self.action_new_group,
                "invite": self.action_invite,
                "line": self.action_answer_line,
            }[what]()

    def action_edit_card(self) -> None:
        if self._found is not None:
            edit_card(self, self._desk, self._found.card)

    def action_new_group(self) -> None:
        begin_group(self, self._desk, lambda _: None)

    def action_invite(self) -> None:
        if self._found is None:
            return
        if self._found.groups:
            begin_invite(self, self._desk, self._found.groups)
        else:
            self._say(keyed(self, words.FIRST_A_GROUP.replace("{group_key}", "{begin_group}")))

    def action_answer_line(self) -> None:
        if self._found is not None and self._found.line is not None:
            answer_line(self, self._desk, self._found.line)

    def action_clock_right(self) -> None:
        """Go on sending although the clock was set back."""
        self.post_message(ClockIsRight())


def _here(journal: "OpenJournal", home: Home) -> Here:
    from sync.consent.groups import Groups
    from tui.screens.facilitator_summary import let_replies_go

    groups = Groups(journal)
    received = groups.summaries()
    let_replies_go(journal, {each.summary.id for each in received})
    return Here(
        shared=[Shared(each.member, each.name, each.summary.until, each.is_new) for each in received],
        blank=groups.still_to_write(),
        card=groups.role_card(),
        groups=[group for group in groups.all() if not groups.is_closed(group)],
        has_invited=bool(journal.things("partner")),
        has_country=read_preferences(home).country is not None,
        line=line_of(journal),
    )

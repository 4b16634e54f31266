"""Toolbox: things that help, plans, people, strengths and a story, each on a shelf of its own."""

import random
from collections.abc import Sequence
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.widgets import Static

from journal.domain.shelves import CopingTool, Thing
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import Hearing, bindings_of
from tui.screens.plan import Plan
from tui.screens.sections import section_nav
from tui.screens.toolbox_forms import ask_name, ask_whether_it_helped, can_be_changed_here, section_form, story_form
from tui.screens.toolbox_rows import PlanSection, PlanTitle, Row, draw_row, shelves_of
from tui.screens.toolbox_surprise import Surprise, drawn
from tui.screens.toolbox_thing import ToolboxThing
from tui.store_thread import Desk
from tui.widgets.keyed import keyed
from tui.widgets.keys_line import KeysLine
from tui.widgets.long_list import LongList
from tui.widgets.tabs_line import TabsLine
from tui.wording import screen
from tui.wording import toolbox as words

KINDS = tuple(words.SHELVES)
SHELVES = ("←→", _("shelves"))
ONE_LINE = ("tool", "person", "strength")
"""Kinds that are known by one line, which is asked first."""


class Toolbox(Hearing):
    """The section. Every shelf has a list of its own, so that each keeps its place."""

    WHERE = "toolbox"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("toolbox"))

    def __init__(self, desk: Desk, chance: random.Random | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._chance = chance or random.Random()
        self._kind = KINDS[0]
        self._rows: dict[str, list[Row]] = {}
        self._newest: str | None = None
        """The id of what was added last: the bar goes to it, once."""

    def compose(self) -> ComposeResult:
        yield section_nav("toolbox")
        yield TabsLine(list(words.SHELVES.values()), id="tabs")
        yield Static("", id="about", classes="muted", markup=False)
        for kind in KINDS:
            yield LongList[Row](partial(self._fetch, kind), draw_row, empty=words.empty(kind), id=kind, classes="shelf")
        yield Static(words.BESIDE_CARE, id="beside-care", classes="muted", markup=False)
        yield Static("", id="said", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        if self._kind == "plan":
            return [("Enter", _("read or write")), SHELVES, ("Delete", _("delete")), ("F1", _("help"))]
        opens, first = self.of_a_row(("Enter", _("open"))), [("N", _("add"))]
        if self._kind == "tool":
            helped = self.of_a_row(("M", _("helped?")), ("U", _("surprise")))
            return [*first, *opens, ("F1", _("help")), SHELVES, *helped]
        return [*first, *opens, ("F1", _("help")), SHELVES, *self.of_a_row(("Delete", _("delete")))]

    def on_mount(self) -> None:
        self._turn_to(0)
        self._read()

    # Shelves

    @property
    def _list(self) -> LongList[Row]:
        return self.query_one(f"#{self._kind}", LongList)

    def action_turn(self, by: int) -> None:
        """The shelf beside this one; never past the ends."""
        self._turn_to(self.query_one(TabsLine).current + by)

    @on(TabsLine.Chosen)
    def tab_chosen(self, event: TabsLine.Chosen) -> None:
        self._turn_to(event.index)

    def _turn_to(self, index: int) -> None:
        tabs = self.query_one(TabsLine)
        tabs.current = index
        self._kind = KINDS[tabs.current]
        for shelf in self.query(LongList):
            shelf.display = shelf.id == self._kind
        self.query_one("#about", Static).update(words.ABOUT[self._kind])
        self.query_one("#beside-care").display = self._kind == "plan"
        self.query_one(KeysLine).show_keys(self.keys_shown())
        self._say("")
        self._list.focus()

    # Reading

    def journal_changed(self) -> None:
        self._read()

    def on_screen_resume(self) -> None:
        self._read()

    def _read(self) -> None:
        self.hear(self._desk.ask(shelves_of), self._show)

    async def _show(self, rows: dict[str, list[Row]]) -> None:
        before, self._rows = self._rows, rows
        for kind in KINDS:
            if rows[kind] != before.get(kind):
                self.call_later(self._put_up, kind)

    async def _put_up(self, kind: str) -> None:
        shelf: LongList[Row] = self.query_one(f"#{kind}", LongList)
        rows = self._rows[kind]
        await self.list_anew(shelf, len(rows))
        wanted = self._newest
        newest = next((index for index, row in enumerate(rows) if getattr(row, "id", "") == wanted), None)
        if newest is not None:
            shelf.row, self._newest = newest, None

    async def _fetch(self, kind: str, offset: int, limit: int) -> Sequence[Row]:
        return self._rows.get(kind, [])[offset : offset + limit]

    # Opening and adding

    def action_open(self) -> None:
        self._open(self._list.current)

    @on(LongList.Opened)
    def opened(self, event: LongList.Opened) -> None:
        self._open(event.item)

    def _open(self, row: Row | None) -> None:
        if isinstance(row, PlanTitle):
            self._go_to(Plan(self._desk, row.plan))
        elif isinstance(row, PlanSection) and row.part and not can_be_changed_here("plan", row.part):
            self._say(words.TOO_LONG_HERE)
        elif isinstance(row, PlanSection):
            self._go_to(section_form(self._desk, row))
        elif row is not None:
            self._go_to(ToolboxThing(self._desk, self._kind, row.id))

    def _go_to(self, screen: Screen[Any]) -> None:
        """Once, and never over what came up meanwhile: least of all over support."""
        if self.is_active:
            self.app.push_screen(screen)

    def action_new(self) -> None:
        """Something new on this shelf; in a plan, the section at the bar or the first one that is blank."""
        if self._kind in ONE_LINE:
            ask_name(self, self._desk, self._kind, partial(self._named, self._kind))
        elif self._kind == "story":
            self._go_to(story_form(self._desk, partial(self._added, "story")))
        else:
            self._open(self._section_to_write())

    def _section_to_write(self) -> Row | None:
        row = self._list.current
        if not isinstance(row, PlanTitle):
            return row
        sections = [one for one in self._rows["plan"] if isinstance(one, PlanSection) and one.plan == row.plan]
        return next((one for one in sections if one.part is None), sections[0])

    def _named(self, kind: str, thing: Thing) -> None:
        self.app.notify(words.SAVED[kind], markup=False)
        self._added(kind, thing)

    def _added(self, kind: str, thing: Thing) -> None:
        """To its page, where the rest of it is open."""
        self._newest = thing.id
        self.announce_change()
        self._go_to(ToolboxThing(self._desk, kind, thing.id))

    # Things that help

    def action_mark(self) -> None:
        row = self._list.current
        if isinstance(row, CopingTool):
            ask_whether_it_helped(self, self._desk, row)
        else:
            self._say(words.MARKS_ARE_FOR)

    def action_surprise(self) -> None:
        self.hear(self._desk.ask(drawn(self._chance)), self._show_one)

    def _show_one(self, tool: CopingTool | None) -> None:
        if tool is None:
            self._say(words.NOTHING_TO_DRAW)
        else:
            self._go_to(Surprise(self._desk, tool, self._chance))

    # Deleting

    def action_delete(self) -> None:
        """Out of sight, with undo."""
        row = self._list.current
        thing = row.part if isinstance(row, PlanSection) else row
        if thing is None and row is not None:
            self._say(words.BLANK_ALREADY)
        elif thing is not None and not isinstance(thing, PlanTitle):
            self._delete(thing.id)

    def _delete(self, thing_id: str) -> None:
        self.hear(self._desk.ask(lambda journal: journal.delete(thing_id)), lambda _: self._deleted())

    def _deleted(self) -> None:
        self._say(keyed(self, screen.DELETED))
        self.announce_change()

    def _say(self, sentence: str) -> None:
        said = self.query_one("#said", Static)
        said.update(sentence)
        said.display = bool(sentence)

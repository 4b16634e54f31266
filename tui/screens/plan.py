"""One plan, to read from its beginning to its end."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from journal.domain.shelves import PlanPart
from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import Hearing, bindings_of
from tui.store_thread import Desk
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.wording import parts as of_parts
from tui.wording import toolbox as words


class Plan(Hearing):
    """What is written in a plan, a section under another; what is blank is not mentioned."""

    WHERE = "plan"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("plan"))

    def __init__(self, desk: Desk, plan: str) -> None:
        super().__init__()
        self._desk = desk
        self._plan = plan

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column"):
            yield Static(of_parts.plan_title(self._plan), classes="heading", markup=False)
            yield Static("", id="sections")
            yield Static(words.BESIDE_CARE, id="beside-care", classes="muted", markup=False)
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Esc", _("back")), ("↑↓", _("scroll"))]

    def on_mount(self) -> None:
        self.query_one("#column").focus()
        self._read()

    def journal_changed(self) -> None:
        self._read()

    def _read(self) -> None:
        plan = self._plan
        self.hear(self._desk.ask(lambda journal: journal.plan(plan)), lambda written: self._show([*written.values()]))

    def _show(self, written: list[PlanPart]) -> None:
        self.query_one("#sections", Static).update(sections(written) if written else words.PLAN_UNWRITTEN)

    def action_back(self) -> None:
        self.dismiss()


def sections(written: list[PlanPart]) -> Content:
    """The sections of a plan, each under its title."""
    said = [
        Content.assemble((of_parts.section_title(one.section), "bold"), "\n", as_content(one.words)) for one in written
    ]
    return Content("\n\n").join(said)

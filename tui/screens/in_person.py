"""Show in person: chosen lines alone on the screen, for somebody beside you. Nothing of it is kept."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from tui.actions import deeds_of
from tui.language import _
from tui.screens.hearing import Hearing, bindings_of
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.ticks import Ticks
from tui.wording import peers as words


class InPerson(Hearing):
    """First the lines to choose from, nothing chosen; then those alone. Escape goes back one of the two steps."""

    WHERE = "in-person"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of(deeds_of("in-person"))

    def __init__(self, lines: Sequence[str]) -> None:
        """Nothing is read from the journal here.

        Args:
            lines: a person's own words, each of which can be chosen.
        """
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="column", can_focus=False):
            yield Static(words.SHOW_IN_PERSON, classes="heading", markup=False)
            yield Static(words.CHOOSE_LINES, markup=False)
            yield Static(words.PUT_AWAY, classes="muted", markup=False)
            yield Ticks([(line, False) for line in self._lines], classes="part")
            yield Static("", id="said", markup=False)
        yield VerticalScroll(id="shown")
        yield KeysLine(self.keys_shown())

    def keys_shown(self) -> list[tuple[str, str]]:
        return [("Ctrl+S", _("show")), ("Esc", _("back")), ("X", _("choose"))]

    def on_mount(self) -> None:
        self.query_one("#shown").display = False
        self.query_one(Ticks).focus()

    @on(Ticks.Turned)
    def turned(self) -> None:
        self.query_one("#said", Static).update("")

    def action_show(self) -> None:
        """The chosen lines and nothing else."""
        chosen = [self._lines[index] for index in self.query_one(Ticks).ticked]
        if not chosen:
            self.query_one("#said", Static).update(words.NOTHING_CHOSEN)
            return
        shown = self.query_one("#shown")
        shown.remove_children()
        shown.mount_all([Static(as_content(line)) for line in chosen])
        self._turn_to(shown=True)
        shown.focus()

    def action_back(self) -> None:
        if self.query_one("#shown").display:
            self._turn_to(shown=False)
            self.query_one(Ticks).focus()
        else:
            self.dismiss()

    def _turn_to(self, *, shown: bool) -> None:
        self.query_one("#shown").display = shown
        self.query_one("#column").display = not shown
        self.query_one(KeysLine).display = not shown

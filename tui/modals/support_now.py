"""Support now: everywhere, before unlock too, offline, never kept anywhere. Escape goes back to where one was."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from journal.clock import Clock
from journal.domain.support import Line
from journal.domain.support_own import Arrangement, arranged
from journal.errors import CairnError
from journal.paths import Home
from journal.use_cases.finding import HardDay
from journal.use_cases.support_lines import lines_at, page_at
from tui.actions import deeds_of
from tui.key_map import no_key, places_of
from tui.language import sentence_of
from tui.modals.support_views import Views
from tui.store_thread import Desk
from tui.widgets.hanging_lines import Hanging, HangingLines
from tui.widgets.inert_filter import as_content
from tui.widgets.keys_line import KeysLine
from tui.widgets.waiting import Waiting
from tui.wording import support as words
from tui.wording import support_screen as shown

ROOMY_ROWS = 20

View = Literal["first", "more", "mine", "worried", "advice"]
GoesOn = Literal["unlock", "country", "arrange"]
"""What a person wants next, where that is not on this sheet."""


@dataclass(frozen=True, slots=True)
class _Own:
    """What the open journal has for this sheet."""

    arrangement: Arrangement
    put_by: HardDay


class SupportNow(Waiting[GoesOn | None], ModalScreen[GoesOn | None]):
    """Lines, and doors to more of them. No question, no gate, no timer.

    Takes where the choices are that are known before unlock, what time it is, the open journal if there is one, and
    what is shown first.
    """

    WHERE = "support-now"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(",".join(keys) or no_key(place), deed.action, deed.words, show=False, id=place, priority=is_first)
            for deed in deeds_of("support-now")
            for place, keys, is_first in places_of(deed, deed.keys)
        ),
        Binding("exclamation_mark", "close", show=False),
    ]

    def __init__(self, home: Home, clock: Clock, desk: Desk | None = None, view: View = "first") -> None:
        super().__init__()
        self._home = home
        self._clock = clock
        self._desk = desk
        self._view: View | Line = view
        """A line that is read whole stays that line, wherever the person's own order puts it a moment later."""
        # Read here and now, and by nobody else: it opens with its lines, whatever the journal is busy with.
        self._known = lines_at(home)
        self._page = page_at(home, self._known)
        self._own: _Own | None = None
        self._refused = ""

    def compose(self) -> ComposeResult:
        with VerticalScroll(id="sheet"):
            yield Static(words.TITLE, classes="heading", markup=False)
            yield Static(as_content(words.danger(self._page)), id="danger")
            yield HangingLines(id="lines")
        yield KeysLine(self._keys(), support=shown.CLOSES)

    def on_mount(self) -> None:
        self.query_one("#sheet").focus()
        self._show()
        if self._desk is not None:
            asked = self._desk.ask(lambda journal: _Own(journal.arrangement(), journal.hard_day()))
            self.hear(asked, self._take_own, self._not_read)

    def _take_own(self, own: _Own) -> None:
        """The person's own lines and order, as soon as the journal has said them."""
        self._own = own
        self._page = arranged(self._page, own.arrangement)
        self._show()

    def _not_read(self, problem: CairnError) -> None:
        """The lines stay as they come; what the journal could not say is told where it is looked for."""
        self._refused = sentence_of(problem)
        self._show()

    # Going to a view and back

    def _go(self, view: View | Line) -> None:
        self._view = view
        self._show()
        self.query_one("#sheet").scroll_home(animate=False)

    def action_line(self, number: int) -> None:
        """One of the lines that have a number, whole."""
        if self._view in ("first", "worried") and number <= len(self._page.listed):
            self._go(self._page.listed[number - 1])

    def action_mine(self) -> None:
        """My own people and plan: at once where the journal is open, else by way of the passphrase."""
        if self._desk is None and self._has_journal():
            self.dismiss("unlock")
        else:
            self._go("mine")

    def action_worried(self) -> None:
        self._go("worried")

    def action_advice(self) -> None:
        self._go("advice")

    def action_more(self) -> None:
        """Everything there is, and back to the first lines."""
        self._go("first" if self._view == "more" else "more")

    def action_country(self) -> None:
        self.dismiss("country")

    def action_arrange(self) -> None:
        """Own lines and their order, where the journal is open."""
        if self._desk is not None:
            self.dismiss("arrange")

    def action_back(self) -> None:
        """To the first lines; from them to where one was."""
        if self._view == "first":
            self.dismiss(None)
        else:
            self._go("first")

    def action_close(self) -> None:
        self.dismiss(None)

    # What it says

    def on_resize(self) -> None:
        """Where there is little room, nothing stands empty, so that the lines come as high as they can."""
        self._show()

    def _show(self) -> None:
        lines = self._lines()
        self.query_one("#danger").styles.margin = (0, 0, int(self._has_room()), 0)
        self.query_one(HangingLines).show_lines(lines if self._has_room() else [one for one in lines if one.words])
        self.query_one(KeysLine).show_keys(self._keys())

    def _lines(self) -> Sequence[Hanging]:
        views = Views(self._page, self._known, self._clock.now(), self._desk is not None)
        if not isinstance(self._view, str):
            return views.line(self._view)
        if self._view == "first":
            return views.first(has_journal=self._has_journal())
        if self._view == "mine":
            own = self._own
            return views.mine(own.put_by if own else None, own.arrangement if own else None, self._refused)
        return {"more": views.more, "worried": views.worried, "advice": views.advice}[self._view]()

    def _keys(self) -> list[tuple[str, str]]:
        if self._view != "first":
            return list(shown.KEYS_INSIDE)
        return [*shown.KEYS_FIRST, *([shown.KEY_ARRANGE] if self._desk is not None else []), shown.KEY_MORE]

    def _has_room(self) -> bool:
        return self.app.size.height >= ROOMY_ROWS

    def _has_journal(self) -> bool:
        """Where it cannot be seen, as if there were none."""
        try:
            return self._home.exists()
        except CairnError:
            return False

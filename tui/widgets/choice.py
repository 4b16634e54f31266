"""Yes or no, and one of several: `[x]` `[ ]`, `(•)` `( )`. Told apart by their marks, not by colour alone."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult, RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.widgets.barred_rows import BarredRow, BarredRows
from tui.widgets.inert_filter import as_content

MARK_CELLS = 4
"""A mark of three and a space; words that need a second row begin under the first."""


class Tick(Widget, can_focus=True):
    """`[x] words`. Space, Enter and a click turn it; the words may be a person's own."""

    DEFAULT_CSS = """
    Tick {
        height: auto;
        width: 1fr;
        border-left: blank;
        padding-left: 1;
        &:focus { border-left: thick $primary; text-style: bold; }
    }
    """

    ALLOW_SELECT = False

    BINDINGS = [Binding("space,enter", "turn", show=False, id="tick.turn")]

    ticked: reactive[bool] = reactive(False, init=False)
    """Setting it from code says nothing to anybody."""

    class Changed(Message):
        """The person turned it."""

        def __init__(self, tick: "Tick", ticked: bool) -> None:
            super().__init__()
            self.tick = tick
            self.ticked = ticked

        @property
        def control(self) -> "Tick":
            """What a selector in `@on` looks at."""
            return self.tick

    def __init__(
        self,
        words: str,
        ticked: bool = False,
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.words = words
        self.set_reactive(Tick.ticked, ticked)

    def render(self) -> RenderResult:
        return marked("[x]" if self.ticked else "[ ]", self.words, self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return marked("[ ]", self.words, width).plain.count("\n") + 1

    def on_click(self, event: events.Click) -> None:
        event.stop()
        self.action_turn()

    def action_turn(self) -> None:
        """Yes to no, no to yes."""
        self.ticked = not self.ticked
        self.post_message(self.Changed(self, self.ticked))


class OneOf(BarredRows):
    """Several options, one of them chosen or none yet.

    Up, down, `j` and `k` look at them, Enter, Space and a click choose. The bar shows which is looked at.
    Takes the options' words, which may be a person's own, and the index of the one already chosen.
    """

    BINDINGS = [Binding("space,enter", "choose", show=False, id="one_of.choose")]

    chosen: reactive[int | None] = reactive(None, init=False)
    """Index of the chosen option; setting it from code says nothing to anybody."""

    class Chosen(Message):
        """The person chose an option, perhaps the one that was chosen already."""

        def __init__(self, one_of: "OneOf", index: int) -> None:
            super().__init__()
            self.one_of = one_of
            self.index = index

        @property
        def control(self) -> "OneOf":
            """What a selector in `@on` looks at."""
            return self.one_of

    def __init__(
        self,
        options: Sequence[str],
        chosen: int | None = None,
        *,
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._rows: list[Option] = [Option(words, index) for index, words in enumerate(options)]
        self.set_reactive(OneOf.chosen, chosen)
        self.set_reactive(OneOf.looked_at, chosen or 0)

    def compose(self) -> ComposeResult:
        yield from self._rows

    def on_mount(self) -> None:
        self._mark()

    def watch_chosen(self) -> None:
        if self.chosen is not None:
            self.looked_at = self.chosen
        self._mark()

    def action_choose(self) -> None:
        """Choose the one looked at."""
        if self._rows:
            self.chosen = self.looked_at
            self.post_message(self.Chosen(self, self.looked_at))

    def on_click(self, event: events.Click) -> None:
        """Choose the one clicked."""
        if isinstance(event.widget, Option):
            event.stop()
            self.looked_at = event.widget.index
            self.action_choose()

    def _mark(self) -> None:
        for option in self._rows:
            option.chosen = option.index == self.chosen


class Option(BarredRow):
    """One option of a `OneOf`."""

    chosen: reactive[bool] = reactive(False)

    def __init__(self, words: str, index: int) -> None:
        super().__init__(index)
        self.words = words

    def render(self) -> RenderResult:
        return marked("(•)" if self.chosen else "( )", self.words, self.content_size.width)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return marked("( )", self.words, width).plain.count("\n") + 1


def marked(mark: str, words: str, width: int) -> Content:
    """The mark, then the words wrapped to the right of it; `width` is that of both, in cells."""
    rows = as_content(words).wrap(max(1, width - MARK_CELLS))
    return Content.assemble(f"{mark} ", Content("\n" + " " * MARK_CELLS).join(rows))

"""The questions of one check-in and their fields, one below the other. Knows no journal; keeping is its screen's."""

from collections.abc import Iterator
from functools import partial

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from journal.domain.check_in_draft import Filled
from journal.domain.scales import DEFAULT_SCALE
from tui.widgets.one_line import OneLine
from tui.widgets.page_editor import PageEditor
from tui.widgets.scale import Scale
from tui.widgets.word_list import WordList
from tui.wording import check_in as words
from tui.wording import screen
from tui.wording.shipped import feelings


class CheckInFields(Vertical):
    """Scales for what is asked, words for it, what helped, and a note. Nothing is filled in beforehand."""

    DEFAULT_CSS = """
    CheckInFields, CheckInFields > Vertical { height: auto; width: 1fr; }
    CheckInFields Static { height: auto; }
    """

    class Touched(Message):
        """The person filled something in, or took it away; while typing goes on, in a steady rhythm."""

    def __init__(self) -> None:
        super().__init__(id="fields")
        self._asked: tuple[str, ...] = ()
        self._scale_id = DEFAULT_SCALE
        self._day = ("", "")

    def compose(self) -> ComposeResult:
        yield Vertical(id="scales")
        with Vertical(classes="asked"):
            yield Static(words.FEELINGS, markup=False)
            yield OneLine(
                joined_by=", ",
                placeholder=screen.FEELINGS_HINT,
                id="feelings",
                suggester=WordList([feeling.label for feeling in feelings()]),
            )
        with Vertical(classes="asked"):
            yield Static(words.HELPED_TODAY, id="helped-question", markup=False)
            yield OneLine(joined_by=", ", placeholder=screen.HELPED_HINT, id="helped")
        yield PageEditor(placeholder=screen.NOTE_HINT, id="note")

    # What is asked

    async def ask(self, dimensions: tuple[str, ...], scale_id: str) -> None:
        """Ask for these on this scale; what is asked already stays as it is, with its answers."""
        if (dimensions, scale_id) == (self._asked, self._scale_id):
            return
        before = self.filled.numbers if scale_id == self._scale_id else {}
        focused = self.screen.focused.id if isinstance(self.screen.focused, Scale) else None
        self._asked, self._scale_id = dimensions, scale_id
        scales = [self._scale(dimension) for dimension in dimensions]
        for scale in scales:
            scale.answer = before.get(scale.dimension)
        with self.app.batch_update():
            within = self.query_one("#scales")
            await within.remove_children()
            await within.mount_all(scales)
        self.show_day(*self._day)
        if focused in dimensions:
            self.query_one(f"#{focused}").focus()

    def show_day(self, for_date: str, today: str) -> None:
        """Word the questions for today, or for a day that has been."""
        self._day = (for_date, today)
        if not for_date:
            return
        for scale in self.query(Scale):
            scale.question = words.question(scale.dimension, for_date, today)
            scale.refresh(layout=True)
        self.query_one("#helped-question", Static).update(words.helped_question(for_date, today))

    def _scale(self, dimension: str) -> Scale:
        return Scale(
            dimension,
            words.TODAY[dimension],
            words.points(dimension, self._scale_id),
            skipped_word=words.NOT_ANSWERED,
            unanswered_word=words.NOT_ANSWERED,
            word_for=partial(words.answer_words, dimension, self._scale_id),
            id=dimension,
        )

    # What is filled in

    @property
    def filled(self) -> Filled:
        """Everything as it stands here."""
        return Filled(
            self._scale_id,
            {scale.dimension: scale.answer for scale in self.query(Scale)},
            self.query_one("#feelings", Input).value,
            self.query_one("#helped", Input).value,
            self.query_one("#note", PageEditor).text,
        )

    def fill(self, filled: Filled) -> None:
        """Fill in what was begun, on the scale that is asked now; says nothing to anybody."""
        for scale in self.query(Scale):
            scale.clear()
            if filled.scale_id == self._scale_id:
                scale.answer = filled.numbers.get(scale.dimension)
        with self.prevent(Input.Changed, PageEditor.Changed):
            self.query_one("#feelings", Input).value = filled.feelings
            self.query_one("#helped", Input).value = filled.helped
            self.query_one("#note", PageEditor).load_text(filled.note)

    @property
    def first(self) -> Widget:
        """The first question."""
        return next((widget for widget in self._in_order()), self)

    def _in_order(self) -> Iterator[Widget]:
        yield from self.query(Scale)
        yield self.query_one("#feelings")

    # Telling

    @on(Scale.Answered)
    @on(Input.Changed)
    @on(PageEditor.Rested)
    def touched(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Touched())

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A field comes into sight with the question above it."""
        widget = event.widget
        asked = widget.parent if isinstance(widget.parent, Vertical) and widget.parent.has_class("asked") else widget
        self.call_after_refresh(asked.scroll_visible, animate=False)

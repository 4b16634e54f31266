"""One part of a goal, a session, a tool and the like, to be filled in: what stands above it, and its field."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from journal.domain.parts import Part, Value
from tui.widgets.choice import OneOf
from tui.widgets.one_line import OneLine
from tui.widgets.page_editor import PageEditor
from tui.widgets.ticks import Ticks
from tui.wording import form as words
from tui.wording import parts as part_words


class PartField(Vertical):
    """Takes the kind of the thing, the part, and what it has there now. The part's `takes` decides the field."""

    DEFAULT_CSS = """
    PartField { height: auto; width: 1fr; }
    PartField > .label { height: auto; width: 1fr; }
    PartField > PageEditor { height: auto; min-height: 2; max-height: 8; }
    """

    class Touched(Message):
        """The person filled something in, or took it away; while typing goes on, in a steady rhythm."""

    def __init__(self, kind: str, part: Part, value: Value = None) -> None:
        super().__init__()
        self.part = part
        self._kind = kind
        self._given = value
        self._shown: tuple[str, ...] = part.allowed if part.takes == "some_of" else ("", *part.allowed)
        """What each row of a choice stands for; the first of one choice stands for nothing."""

    def compose(self) -> ComposeResult:
        yield Static(part_words.label(self._kind, self.part.name), classes="label", markup=False)
        yield self._field()

    def on_mount(self) -> None:
        """Words that are there are gone on with, not written in front of."""
        field = self.field
        if isinstance(field, PageEditor):
            field.move_cursor(field.document.end)

    def _field(self) -> Widget:
        hint = part_words.hint(self._kind, self.part.name)
        match self.part.takes:
            case "line" | "day":
                field = OneLine(placeholder=hint)
                with field.prevent(Input.Changed):
                    field.value = _text(self._given)
                return field
            case "text" | "lines":
                return PageEditor(_text(self._given), placeholder=hint)
            case "one_of":
                return OneOf([self._word(value) for value in self._shown], chosen=self._shown.index(_text(self._given)))
            case _:
                return Ticks([(self._word(value), value in _many(self._given)) for value in self._shown])

    def _word(self, value: str) -> str:
        return part_words.word(self._kind, self.part.name, value) if value else words.LEAVE_BLANK

    @property
    def field(self) -> Widget:
        """What takes the keys."""
        return self.query_one("OneLine, PageEditor, OneOf, Ticks")

    @property
    def value(self) -> Value:
        """What stands in the field, as it was typed; nothing where it is blank."""
        field = self.field
        if isinstance(field, Input):
            return field.value if field.value.strip() else None
        if isinstance(field, PageEditor):
            if self.part.takes == "lines":
                return tuple(line.strip() for line in field.text.splitlines() if line.strip())
            return field.text if field.text.strip() else None
        if isinstance(field, OneOf):
            return self._shown[field.chosen or 0] or None
        return tuple(self._shown[index] for index in self.query_one(Ticks).ticked)

    async def fill(self, value: Value) -> None:
        """Show something else; says nothing to anybody."""
        field = self.field
        if isinstance(field, Input):
            with field.prevent(Input.Changed):
                field.value = _text(value)
                field.cursor_position = len(field.value)
        elif isinstance(field, PageEditor):
            field.load_text(_text(value))
            field.move_cursor(field.document.end)
        elif isinstance(field, OneOf):
            field.chosen = self._shown.index(_text(value)) if _text(value) in self._shown else 0
        elif isinstance(field, Ticks):
            await field.show_rows([(self._word(known), known in _many(value)) for known in self._shown])

    @on(Input.Changed)
    @on(PageEditor.Rested)
    @on(OneOf.Chosen)
    @on(Ticks.Turned)
    def touched(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Touched())

    @on(Input.Submitted)
    def to_the_next(self, event: Input.Submitted) -> None:
        """Enter in a line is done with this line."""
        event.stop()
        self.screen.focus_next()


def _text(value: Value) -> str:
    return value or "" if isinstance(value, str) or value is None else "\n".join(value)


def _many(value: Value) -> Sequence[str]:
    return value if isinstance(value, tuple) else ()

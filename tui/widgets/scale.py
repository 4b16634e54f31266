"""One question on one scale: numbers in a row, and the word for the answer under them.

Knows no dimension and no wording; both come in through the constructor. Nothing is chosen beforehand,
and nothing moves on by itself.
"""

from collections.abc import Callable, Sequence

from rich.cells import cell_len
from textual import events
from textual.app import RenderResult
from textual.binding import Binding
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from journal.errors import OutOfRange

WIDE_STEP, NARROW_STEP = 4, 3
"""Cells from one number to the next: five numbers or fewer, or more. Eleven fit in 34 cells."""

BETWEEN_ANCHORS = "  "


class Scale(Widget, can_focus=True):
    """A question, its numbers, and the word for the answer.

    Three rows; four where the question needs two. Digits, arrows, `h` `l`, Home, End and the mouse answer,
    Backspace leaves it blank. A second digit counts only until the scale loses focus or another key is used.

    Takes the dimension, which comes back in `Answered`; the question, one sentence; number and word of every
    point, lowest first, where a word may be empty between anchors; the words shown after Backspace, and while
    there is no answer; and the word for an answer, without which it is the point's own or the two around it.
    """

    DEFAULT_CSS = """
    Scale {
        height: auto;
        width: 1fr;
        border-left: blank;
        padding-left: 1;
        &:focus { border-left: thick $primary; }
    }
    """

    BINDINGS = [
        Binding("left,h", "step(-1)", show=False, id="scale.lower"),
        Binding("right,l", "step(1)", show=False, id="scale.higher"),
        Binding("home", "lowest", show=False, id="scale.lowest"),
        Binding("end", "highest", show=False, id="scale.highest"),
        Binding("backspace", "skip", show=False, id="scale.skip"),
    ]

    answer: reactive[int | None] = reactive(None, init=False)
    """One of the scale's numbers; `None` when blank. Setting it from code says nothing to anybody."""

    skipped: reactive[bool] = reactive(False, init=False)
    """Whether it was left blank on purpose; only changes the words."""

    class Answered(Message):
        """The person chose a number, or left it blank."""

        def __init__(self, scale: "Scale", dimension: str, answer: int | None) -> None:
            super().__init__()
            self.scale = scale
            self.dimension = dimension
            self.answer = answer

        @property
        def control(self) -> "Scale":
            """What `@on(Scale.Answered, "#hope")` selects by."""
            return self.scale

    def __init__(
        self,
        dimension: str,
        question: str,
        answers: Sequence[tuple[int, str]],
        *,
        skipped_word: str,
        unanswered_word: str,
        word_for: Callable[[int], str] | None = None,
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.dimension = dimension
        self.question = question
        self._words = dict(answers)
        self._numbers = list(self._words)
        self._skipped_word = skipped_word
        self._unanswered_word = unanswered_word
        self._word_for = word_for or self._own_word
        self._digits = ""

    def clear(self) -> None:
        """Back to how it was before anything was asked; says nothing."""
        self._digits = ""
        self.skipped = False
        self.answer = None

    def validate_answer(self, answer: int | None) -> int | None:
        """Refuse what is not on the scale.

        Raises:
            OutOfRange: not a number of this scale.
        """
        if answer is not None and answer not in self._words:
            raise OutOfRange("answer", self._numbers[0], self._numbers[-1])
        return answer

    # Drawing

    def render(self) -> RenderResult:
        """Question, numbers, word."""
        width = self.content_size.width
        return Content("\n").join([Content(self.question), self._numbers_row(width), self._word_row(width)])

    def _numbers_row(self, width: int) -> Content:
        parts: list[tuple[str, str]] = []
        for number, label in zip(self._numbers, self._labels(width), strict=True):
            if number == self.answer:
                parts.append((f"[{label}]", "bold $accent"))
            else:
                parts.append((f" {label} ", "$text-muted"))
            parts.append((" " * (self._step - NARROW_STEP), ""))
        return Content.assemble(*parts).rstrip()

    def _labels(self, width: int) -> list[str]:
        """What stands for each answer: its number, with its word where all have one and there is room for all."""
        worded = [f"{number} {word}" for number, word in self._words.items() if word]
        cells = sum(cell_len(label) + 2 + self._step - NARROW_STEP for label in worded)
        return worded if len(worded) == len(self._words) and cells <= width else [str(one) for one in self._numbers]

    def _number_at(self, x: int) -> int | None:
        """The number whose label is under a column of the row."""
        ends = 0
        for number, label in zip(self._numbers, self._labels(self.content_size.width), strict=True):
            ends += cell_len(label) + 2 + self._step - NARROW_STEP
            if x < ends:
                return number
        return None

    def _word_row(self, width: int) -> Content:
        if self.answer is not None:
            row = Content.styled(self._word_for(self.answer), "bold")
        elif self.skipped:
            row = Content.styled(self._skipped_word, "$text-muted")
        elif self.has_focus and self._labels(width)[0] == str(self._numbers[0]):
            row = Content.styled(self._anchors(width), "$text-muted")
        else:
            row = Content.styled(self._unanswered_word, "$text-muted")
        return row.truncate(width, ellipsis=True) if width else row

    @property
    def _step(self) -> int:
        return WIDE_STEP if len(self._numbers) <= 5 else NARROW_STEP

    def _anchors(self, width: int) -> str:
        """The numbers that have words; the two ends and the middle where there is no room for all."""
        worded = [f"{number} {word}" for number, word in self._words.items() if word]
        every = BETWEEN_ANCHORS.join(worded)
        if len(every) <= width or len(worded) < 3:
            return every
        return BETWEEN_ANCHORS.join([worded[0], worded[len(worded) // 2], worded[-1]])

    def _own_word(self, answer: int) -> str:
        if word := self._words[answer]:
            return word
        below = [word for number, word in self._words.items() if number < answer and word]
        above = [word for number, word in self._words.items() if number > answer and word]
        return " … ".join([*below[-1:], *above[:1]])

    # Answering

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Digits are ours while focused: elsewhere they lead to a section."""
        return character is not None and character in "0123456789"

    def on_key(self, event: events.Key) -> None:
        """Take a digit; anything else ends the number being typed."""
        if event.character is None or not self.check_consume_key(event.key, event.character):
            self._digits = ""
            return
        event.stop()
        event.prevent_default()
        for typed in (self._digits + event.character, event.character):
            if str(int(typed)) == typed and int(typed) in self._words:
                self._digits = typed
                self._say(int(typed))
                return
        self._digits = ""

    def on_blur(self) -> None:
        """A second digit counts only while the same scale is focused."""
        self._digits = ""

    def on_click(self, event: events.Click) -> None:
        """Choose the number under the pointer."""
        place = event.get_content_offset(self)
        if place is None or place.y != self.content_size.height - 2:
            return
        number = self._number_at(place.x)
        if number is not None:
            self._digits = ""
            self._say(number)

    def action_step(self, by: int) -> None:
        """One lower or higher; from blank, in from that side's far end."""
        if self.answer is None:
            self._say(self._numbers[0 if by > 0 else -1])
            return
        at = self._numbers.index(self.answer) + by
        self._say(self._numbers[max(0, min(at, len(self._numbers) - 1))])

    def action_lowest(self) -> None:
        self._say(self._numbers[0])

    def action_highest(self) -> None:
        self._say(self._numbers[-1])

    def action_skip(self) -> None:
        """Leave it blank, which is an answer too."""
        self._digits = ""
        self.skipped = True
        self._say(None)

    def _say(self, answer: int | None) -> None:
        if answer is not None:
            self.skipped = False
        self.answer = answer
        self.post_message(self.Answered(self, self.dimension, answer))

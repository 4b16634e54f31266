"""Where a page is written: wrapped, without line numbers, and handed on as a draft in a steady rhythm."""

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import TextArea

from tui.widgets.draft_rhythm import DraftRhythm
from tui.widgets.inert_filter import as_content
from tui.widgets.typed_signs import sign_of_words

LARGEST_PAGE = 1_000_000
"""Characters up to which a page in ordinary lines stays usable: 2 s to paste, 0.2 s a key, measured."""

LONGEST_LINE = 20_000
"""Characters between two line ends; every key redraws a whole line, at 1,000,000 for 4 to 20 s, measured."""


class PageEditor(TextArea):
    """A page. Tab leaves it, words are never markup, and every pause is told.

    `Rested` comes 0.8 s after the last key, every 5 s while typing goes on, and on leaving the field, but
    only when the words differ from what was loaded or told last.
    """

    DEFAULT_CSS = """
    PageEditor {
        border: none;
        border-left: vkey $text-muted;
        padding: 0 1;
        background: $surface;
        &:focus { border: none; border-left: thick $primary; }
        & .text-area--placeholder { color: $text-muted; }
        &:light .text-area--cursor {
            color: $input-cursor-foreground;
            background: $input-cursor-background;
        }
    }
    """

    class Rested(Message):
        """A moment to keep the draft."""

        def __init__(self, editor: "PageEditor", text: str) -> None:
            super().__init__()
            self.editor = editor
            self.text = text

        @property
        def control(self) -> "PageEditor":
            """What a selector in `@on` looks at."""
            return self.editor

    class NotPasted(Message):
        """What was pasted cannot be edited here without long waits; the page is as it was.

        The words come along, so that they can be offered a page of their own.
        """

        def __init__(self, editor: "PageEditor", text: str) -> None:
            super().__init__()
            self.editor = editor
            self.text = text

        @property
        def control(self) -> "PageEditor":
            """What a selector in `@on` looks at."""
            return self.editor

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        rhythm: DraftRhythm | None = None,
        id: str | None = None,  # noqa: A002  # Textual's own name
        classes: str | None = None,
    ) -> None:
        self._rhythm = rhythm or DraftRhythm()
        self._told = text
        self._is_waiting = False
        super().__init__(
            text,
            soft_wrap=True,
            tab_behavior="focus",
            show_line_numbers=False,
            highlight_cursor_line=False,
            placeholder=as_content(placeholder) if placeholder else Content(""),
            id=id,
            classes=classes,
        )
        self.set_reactive(TextArea.cursor_blink, False)
        self.set_reactive(TextArea.match_cursor_bracket, False)

    def load_text(self, text: str) -> None:
        """Show other words; they are somebody's already, so nothing is told."""
        self._told = text
        self._rhythm.kept()
        super().load_text(text)

    def rest_now(self) -> None:
        """Tell what has not been told yet, without waiting; for leaving, locking and saving."""
        self._rhythm.kept()
        text = self.text
        if text != self._told:
            self._told = text
            self.post_message(self.Rested(self, text))

    def on_text_area_changed(self) -> None:
        """Start or prolong the pause."""
        self._rhythm.touched()
        self._wait()

    def on_blur(self) -> None:
        """Leaving the field is a pause too."""
        self.rest_now()

    # One timer at a time, however many keys: when it rings it asks the rhythm whether more was typed since.
    def _wait(self) -> None:
        wait_s = self._rhythm.wait_s()
        if wait_s is not None and not self._is_waiting:
            self._is_waiting = True
            self.set_timer(wait_s, self._ring)

    def _ring(self) -> None:
        self._is_waiting = False
        if self._rhythm.wait_s() == 0:
            self.rest_now()
        else:
            self._wait()

    def on_key(self, event: events.Key) -> None:
        """Take every sign that is part of words."""
        if not self.read_only and (sign := sign_of_words(event)) is not None:
            event.stop()
            event.prevent_default()
            self.replace(sign, *self.selection, maintain_selection_offset=False)

    def on_paste(self, event: events.Paste) -> None:
        """Take a paste, unless every key after it would be slow."""
        if not self.read_only and not self._can_take(event.text):
            event.stop()
            event.prevent_default()
            self.post_message(self.NotPasted(self, event.text))

    def action_paste(self) -> None:
        """Take what was copied inside cairn, on the same terms."""
        if self._can_take(self.app.clipboard):
            super().action_paste()
        else:
            self.post_message(self.NotPasted(self, self.app.clipboard))

    def _can_take(self, text: str) -> bool:
        return can_be_edited(text) and len(self.text) + len(text) <= LARGEST_PAGE


def can_be_edited(text: str) -> bool:
    """Whether a page of these words answers keys without long waits; if not, it is shown for reading."""
    return len(text) <= LARGEST_PAGE and all(len(line) <= LONGEST_LINE for line in text.split("\n"))
